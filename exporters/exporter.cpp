// The table of output formats. See exporter.hpp.
#include "exporters/exporter.hpp"

#include "exporters/graphml.hpp"
#include "exporters/timelinejs.hpp"

#include <array>

namespace fasti::exporters {
namespace {

constexpr std::array<Exporter, 2> table = {{
    {"graphml", ".graphml", "GraphML for Gephi, networkx, igraph and yEd", write_graphml},
    {"timelinejs", ".json", "TimelineJS 3", write_timelinejs},
}};

} // namespace

std::span<const Exporter> exporters() {
    return table;
}

const Exporter* find_exporter(std::string_view name) {
    for (const Exporter& exporter : table) {
        if (exporter.name == name) {
            return &exporter;
        }
    }
    return nullptr;
}

} // namespace fasti::exporters
