// JSON Lines: one object a line for each article, actor, event and relation of a story.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// Every line says its `kind`: article, actor, event, relation. Others are named by their ids.
void write_jsonl(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
