// How much speaks for two reports telling of one event: whole points with named reasons, from the two
// reports alone, so that the order of arrival changes nothing.
#pragma once

#include "graph/link_report.hpp"

#include <cstdint>
#include <string>

namespace fasti::graph {

/// What speaks for one event; bits in the order of `link_reasons`.
struct PairPoints {
    int points = 0;
    std::uint32_t reasons = 0;
};
[[nodiscard]] PairPoints compare(const LinkReport& a, const LinkReport& b);
/// "same trigger family, same agent, same day"
[[nodiscard]] std::string describe_reasons(std::uint32_t reasons);

/// Days that one event may stretch over.
inline constexpr std::int32_t most_stretch = 3;
/// Pairs with fewer points are no pairs.
inline constexpr int link_threshold = 10;

} // namespace fasti::graph
