// Where the nodes of a drawing go: a force layout in the manner of Fruchterman and Reingold (1991)
// with a quadtree for far repulsion (Barnes and Hut 1986). Deterministic: the same graph gives the
// same positions, to the bit, whatever ran before.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fasti::exporters {

struct Point {
    double x = 0;
    double y = 0;
};

struct LayoutEdge {
    std::uint32_t source;
    std::uint32_t target;
    double weight; ///< > 0
};

/// At most this many rounds; 10,000 nodes take less than a second.
inline constexpr int layout_rounds = 50;

/// One point for each of `nodes` nodes, centred on (0, 0), scaled so that neighbours are about 100
/// apart. Nodes without an edge lie around the rest. O(rounds · (n log n + m)).
[[nodiscard]] std::vector<Point> layout(std::uint32_t nodes, std::span<const LayoutEdge> edges);

} // namespace fasti::exporters
