// Tables: the nodes, edges and events of a story, its timeline, and the tables that
// `neo4j-admin database import` takes. The columns are in docs/formats.md.
#pragma once

#include "exporters/exporter.hpp"

namespace fasti::exporters {

void write_csv_nodes(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);
void write_csv_edges(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);
void write_csv_events(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);
/// The view's timeline with the columns date, date_text, certainty, headline, actors, place,
/// source, title, url, sentence.
void write_csv_timeline(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);
void write_neo4j_nodes(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);
void write_neo4j_edges(const graph::GraphView& view, const ExportOptions& options, std::ostream& out);

} // namespace fasti::exporters
