// TimelineJS 3 JSON (Knight Lab): a slide for each entry of the view's timeline. The mapping is in
// docs/formats.md.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// The most important `options.slides` dated entries in time order. What is not known of a date is
/// left out (month, day); `display_date` says "about" and ranges; the evidence stands under `fasti`.
void write_timelinejs(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
