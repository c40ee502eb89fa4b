// The story as RDF in Turtle: Simple Event Model, PROV-O, schema.org.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// The same statements as write_json_ld.
void write_turtle(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
