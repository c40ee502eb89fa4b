// GraphML, valid against the schema and read by Gephi, networkx, igraph and yEd. The mapping is in
// docs/formats.md.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// Flat: all keys, then all nodes, then all edges. `options.gephi` adds the edge attribute `label`
/// that keeps parallel relations apart in Gephi, at the price of strict validity.
void write_graphml(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
