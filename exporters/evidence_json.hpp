// The proof of an event as JSON: the same object in every format that carries it.
#pragma once

#include "exporters/json_writer.hpp"
#include "graph/view.hpp"

namespace fasti::exporters {

/// {"article","title","source","published","url","begin","end","sentence"} and who says so.
void write_evidence(JsonWriter& json, const graph::GraphView& view, const graph::Evidence& evidence);
/// The array of all evidence of an event.
void write_evidence_list(JsonWriter& json, const graph::GraphView& view, const graph::EventNode& event);

} // namespace fasti::exporters
