// FollowTheMoney entities (OCCRP Aleph), one JSON object a line.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// People, organisations, events, articles, and their ties as entities of the schema's own kinds.
void write_follow_the_money(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
