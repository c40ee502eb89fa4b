// What a whole story holds, counted as it changes: the summary of a build and the head of every view print it, and
// counting millions of rows for that would take longer than adding an article. Steps wait in `Changes` and are written
// with the transaction that they belong to.
#pragma once

#include "core/event.hpp"
#include "graph/sqlite.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace fasti::graph {

struct Tally {
    static constexpr std::size_t reasons = static_cast<std::size_t>(AnchorReason::decision) + 1;
    std::int64_t sentences = 0;
    std::int64_t reports = 0;
    std::int64_t disputed = 0; ///< events, without the hidden ones as all that follows
    std::int64_t undated = 0;
    std::array<std::int64_t, reasons> events{}; ///< by AnchorReason

    [[nodiscard]] std::int64_t all_events() const;
    friend bool operator==(const Tally&, const Tally&) = default;
};

[[nodiscard]] Tally read_tally(Database& db);
/// Adds `steps` to what the file has.
void write_tally(Database& db, const Tally& steps);
/// Counts every row: what the tally of a linked story must be.
[[nodiscard]] Tally count_tally(Database& db);
/// Makes the table's rows anew, from a count.
void renew_tally(Database& db);

} // namespace fasti::graph
