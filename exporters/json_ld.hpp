// The story as JSON-LD with its context inside: Simple Event Model, PROV-O, schema.org.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// The same statements as write_turtle.
void write_json_ld(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
