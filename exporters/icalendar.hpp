// The timeline as a calendar (iCalendar, RFC 5545).
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// An all-day event for each dated entry of the view's timeline; entries before the year 1 are left out.
void write_icalendar(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
