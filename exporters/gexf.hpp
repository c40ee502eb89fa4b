// GEXF 1.3 for Gephi's timeline: nodes and edges that live over spells of days. The mapping is in
// docs/formats.md.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

void write_gexf(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
