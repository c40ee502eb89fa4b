// A report as linking sees it, and the keys under which it meets others. The first of three pure
// steps: link_points compares two reports that met, link_clusters groups what was found alike.
// linked_pairs and relink_events call them for what changed; docs/linking.md explains the whole.
#pragma once

#include "graph/lexicon.hpp"
#include "graph/record.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fasti::graph {

/// Who acts, is acted on, or takes part; the rest is where and wherewith.
inline constexpr std::uint32_t core_roles =
    role_bit(Role::agent) | role_bit(Role::patient) | role_bit(Role::recipient) | role_bit(Role::companion);

/// A report as linking sees it: whole numbers only.
struct LinkReport {
    std::int64_t number = 0;   ///< in the story file
    std::int64_t place = 0;    ///< see bucket_place
    std::uint32_t article = 0; ///< in the story file
    std::uint64_t family = 0;
    std::uint64_t kin = 0;
    bool light = false;
    bool once = false;    ///< what the same two do at most once
    bool linkable = true; ///< false for reporting events and those near which nobody is named
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    Polarity polarity = Polarity::positive;
    struct Part {
        std::uint32_t actor = 0; ///< of the story
        std::uint32_t roles = 0; ///< bit 1 << Role
        friend auto operator<=>(const Part&, const Part&) = default;
    };
    std::vector<Part> actors;         ///< by actor, each once
    std::vector<std::uint32_t> scene; ///< actors that the sentence names besides, sorted
    std::vector<std::uint32_t> keyed; ///< the actors that make keys, at most six, in the order of the report
    std::vector<std::uint64_t> heads; ///< of participants that are no actors, sorted
    std::vector<Quantity> numbers;
    std::vector<std::uint32_t> words;
    std::int32_t first_day = 0; ///< days since 1970
    std::int32_t last_day = 0;  ///< included
    bool dated = false;         ///< both ends are known
    bool stated = false;        ///< words of the text say the time; else it is the news day or publication
    /// Told in passing without a time of its own ("the takeover", "when it annexed"): the day that
    /// news habit gives it says only that it was not later.
    bool loose = false;
    bool headline = false;
    bool unreal = false; ///< planned, possible or hypothetical: may lie behind the publication
    std::uint32_t sentence = 0;
    std::int32_t published = no_day;

    [[nodiscard]] bool day_sized() const { return dated && last_day - first_day <= 2; }
    /// Its day is that of the event, not merely that of the news.
    [[nodiscard]] bool on_a_day() const { return day_sized() && !loose; }
};

/// `actors` gives the story's actor for each local one.
[[nodiscard]] LinkReport make_link_report(const Report& report, std::span<const std::uint32_t> actors,
                                          const Lexicon& lexicon);

/// Sorted, each once; empty for what is not linked. A key begins with its day, so that the newest
/// keys lie side by side in the file, and ends with a bit that `is_timeless` reads.
[[nodiscard]] std::vector<std::int64_t> link_keys(const LinkReport& report);

/// Where a report stands in its buckets: a hash of its place, free of arrival, and negative when the
/// report is on a day of its own (LinkReport::on_a_day).
[[nodiscard]] std::int64_t bucket_place(const Report& report, std::string_view article_id);

/// A bucket without a time: two reports that are each on a day of their own have nothing to say to each
/// other in it.
constexpr bool is_timeless(std::int64_t key) {
    return (key & 1) != 0;
}
/// How many members of a bucket, the first in its order, all others are compared with. A bucket
/// without a time grows as long as the story does: few of it stand for the rest.
constexpr std::size_t hubs_of(std::int64_t key) {
    return is_timeless(key) ? 8 : 64;
}

} // namespace fasti::graph
