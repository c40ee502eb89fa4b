// The actor network in Graphviz's DOT language.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// Actors and their relations; events are left out, since Graphviz draws a few hundred nodes at most.
void write_dot(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
