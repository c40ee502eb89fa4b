// See dot.hpp.
#include "exporters/dot.hpp"

#include "exporters/elements.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fasti::exporters {
namespace {

// A quoted id of DOT knows two escapes; other control characters have no place in a drawing.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

} // namespace

void write_dot(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    const Elements elements = make_elements(view);
    out << "digraph " << quoted(view.title.empty() ? "story" : view.title) << " {\n";
    out << "  graph [overlap=false, outputorder=edgesfirst];\n  node [shape=ellipse, style=filled, "
           "fontname=Helvetica];\n";
    for (const NodeElement& node : elements.nodes) {
        if (node.actor == nullptr) {
            continue;
        }
        out << fmt::format(
            "  {} [label={}, fillcolor=\"#{:02x}{:02x}{:02x}66\", width={:.3g}, pos=\"{:.4g},{:.4g}\"];\n",
            quoted(node.id), quoted(node.label), node.color.r, node.color.g, node.color.b, 0.5 + node.size / 50,
            node.position.x, node.position.y);
    }
    for (std::size_t i = 0; i < view.relations.size(); ++i) {
        const EdgeElement& edge = elements.edges[i];
        out << fmt::format("  {} -> {} [label={}, weight={}, penwidth={:.3g}{}];\n",
                           quoted(elements.nodes[edge.source].id), quoted(elements.nodes[edge.target].id),
                           quoted(edge.relation), std::max(1, static_cast<int>(edge.weight)), 1 + edge.weight / 4,
                           edge.directed ? "" : ", dir=none");
    }
    out << "}\n";
}

} // namespace fasti::exporters
