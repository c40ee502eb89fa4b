// The timeline as the items and groups of vis-timeline.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// {"groups": […], "items": […]}, ready for `new vis.DataSet`. Events without a date are left out.
void write_vis_timeline(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
