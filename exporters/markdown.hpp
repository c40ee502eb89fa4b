// The timeline as Markdown, for a newsroom's editor or a repository.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

/// A heading for each year, a line for each entry, the sentence that proves it quoted below.
void write_markdown(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
