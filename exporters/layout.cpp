// See layout.hpp.
#include "exporters/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fasti::exporters {
namespace {

constexpr double spacing = 100;  // ideal distance of neighbours
constexpr double opening = 0.9;  // a cell is taken as one point when it is this much smaller than far
constexpr double gravity = 0.05; // keeps parts that no edge joins from drifting away
constexpr int deepest = 24;      // of the quadtree; closer points share a leaf

struct Cell {
    double x = 0; // sum, then centre of mass
    double y = 0;
    double mass = 0;
    std::array<std::int32_t, 4> children = {-1, -1, -1, -1};
};

// Points in a square that is halved until each has a cell of its own.
class QuadTree {
public:
    void build(std::span<const Point> points) {
        cells_.clear();
        double low_x = 0, low_y = 0, high_x = 0, high_y = 0;
        for (const Point& p : points) {
            low_x = std::min(low_x, p.x);
            low_y = std::min(low_y, p.y);
            high_x = std::max(high_x, p.x);
            high_y = std::max(high_y, p.y);
        }
        left_ = low_x;
        top_ = low_y;
        width_ = std::max({high_x - low_x, high_y - low_y, 1.0});
        cells_.emplace_back();
        for (const Point& p : points) {
            insert(p);
        }
        for (Cell& cell : cells_) {
            if (cell.mass > 0) {
                cell.x /= cell.mass;
                cell.y /= cell.mass;
            }
        }
    }

    // The push that all points give to `p`.
    [[nodiscard]] Point repulsion(const Point& p) const {
        Point push;
        std::array<std::pair<std::int32_t, double>, 4 * deepest + 4> todo;
        std::size_t size = 0;
        todo[size++] = {0, width_};
        while (size > 0) {
            const auto [index, width] = todo[--size];
            const Cell& cell = cells_[static_cast<std::size_t>(index)];
            const double dx = p.x - cell.x;
            const double dy = p.y - cell.y;
            const double far2 = dx * dx + dy * dy;
            const bool leaf = cell.children == std::array<std::int32_t, 4>{-1, -1, -1, -1};
            if (leaf || width * width < opening * opening * far2) {
                if (far2 > 1e-9) {
                    const double force = spacing * spacing * cell.mass / far2;
                    push.x += dx * force;
                    push.y += dy * force;
                }
                continue;
            }
            for (const std::int32_t child : cell.children) {
                if (child >= 0) {
                    todo[size++] = {child, width / 2};
                }
            }
        }
        return push;
    }

private:
    void insert(const Point& p) {
        double x = left_, y = top_, width = width_;
        std::size_t at = 0;
        for (int depth = 0;; ++depth) {
            Cell& cell = cells_[at];
            const bool fresh = cell.mass == 0;
            cell.x += p.x;
            cell.y += p.y;
            cell.mass += 1;
            if ((fresh && depth > 0) || depth == deepest) {
                return;
            }
            if (cell.mass == 2 && depth > 0) {
                // The one that lay here alone moves down a level.
                const Point other{cell.x - p.x, cell.y - p.y};
                const std::size_t down = child(at, other, x, y, width);
                cells_[down].x += other.x;
                cells_[down].y += other.y;
                cells_[down].mass += 1;
            }
            at = child(at, p, x, y, width);
            width /= 2;
            if (p.x >= x + width) {
                x += width;
            }
            if (p.y >= y + width) {
                y += width;
            }
        }
    }

    std::size_t child(std::size_t at, const Point& p, double x, double y, double width) {
        const std::size_t quarter = (p.x >= x + width / 2 ? 1u : 0u) + (p.y >= y + width / 2 ? 2u : 0u);
        if (cells_[at].children[quarter] < 0) {
            cells_[at].children[quarter] = static_cast<std::int32_t>(cells_.size());
            cells_.emplace_back();
        }
        return static_cast<std::size_t>(cells_[at].children[quarter]);
    }

    std::vector<Cell> cells_;
    double left_ = 0, top_ = 0, width_ = 1;
};

// A sunflower: even, without two nodes in one place, the first nodes inside.
std::vector<Point> first_places(std::uint32_t nodes) {
    std::vector<Point> points(nodes);
    const double golden_angle = 2.399963229728653;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const double radius = spacing * 0.6 * std::sqrt(static_cast<double>(i) + 0.5);
        points[i] = {radius * std::cos(golden_angle * i), radius * std::sin(golden_angle * i)};
    }
    return points;
}

} // namespace

std::vector<Point> layout(std::uint32_t nodes, std::span<const LayoutEdge> edges) {
    std::vector<Point> points = first_places(nodes);
    if (nodes < 2) {
        return points;
    }
    std::vector<Point> push(nodes);
    QuadTree tree;
    const double reach = spacing * std::sqrt(static_cast<double>(nodes));
    for (int round = 0; round < layout_rounds; ++round) {
        tree.build(points);
        for (std::uint32_t i = 0; i < nodes; ++i) {
            push[i] = tree.repulsion(points[i]);
            push[i].x -= gravity * points[i].x * spacing / 10;
            push[i].y -= gravity * points[i].y * spacing / 10;
        }
        for (const LayoutEdge& edge : edges) {
            const double dx = points[edge.source].x - points[edge.target].x;
            const double dy = points[edge.source].y - points[edge.target].y;
            const double pull = std::sqrt(dx * dx + dy * dy) / spacing * std::min(4.0, 1 + std::log(1 + edge.weight));
            push[edge.source].x -= dx * pull;
            push[edge.source].y -= dy * pull;
            push[edge.target].x += dx * pull;
            push[edge.target].y += dy * pull;
        }
        // Steps shrink from round to round, so that the drawing comes to rest.
        const double step = reach * 0.1 * (1 - static_cast<double>(round) / layout_rounds) + 1;
        for (std::uint32_t i = 0; i < nodes; ++i) {
            const double length = std::sqrt(push[i].x * push[i].x + push[i].y * push[i].y);
            if (length > 0) {
                const double scale = std::min(length, step) / length;
                points[i].x += push[i].x * scale;
                points[i].y += push[i].y * scale;
            }
        }
    }
    return points;
}

} // namespace fasti::exporters
