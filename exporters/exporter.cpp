// The table of output formats. See exporter.hpp.
#include "exporters/exporter.hpp"

#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/follow_the_money.hpp"
#include "exporters/gexf.hpp"
#include "exporters/graphml.hpp"
#include "exporters/icalendar.hpp"
#include "exporters/json_ld.hpp"
#include "exporters/jsonl.hpp"
#include "exporters/markdown.hpp"
#include "exporters/timelinejs.hpp"
#include "exporters/turtle.hpp"
#include "exporters/vis_timeline.hpp"

#include <array>

namespace fasti::exporters {
namespace {

constexpr std::array<Exporter, 17> table = {{
    {"graphml", ".graphml", "GraphML for Gephi, networkx, igraph and yEd", write_graphml},
    {"gexf", ".gexf", "GEXF 1.3 with dates, for Gephi's timeline", write_gexf},
    {"timelinejs", ".json", "TimelineJS 3", write_timelinejs},
    {"csv-nodes", ".csv", "Actors and events as a table", write_csv_nodes},
    {"csv-edges", ".csv", "Relations and participations as a table", write_csv_edges},
    {"csv-events", ".csv", "Events with dates and sentences as a table", write_csv_events},
    {"csv-timeline", ".csv", "The timeline as a table", write_csv_timeline},
    {"neo4j-nodes", ".csv", "Nodes for neo4j-admin database import", write_neo4j_nodes},
    {"neo4j-edges", ".csv", "Relationships for neo4j-admin database import", write_neo4j_edges},
    {"jsonl", ".jsonl", "Everything, one JSON object a line", write_jsonl},
    {"vis-timeline", ".json", "Items and groups for vis-timeline", write_vis_timeline},
    {"ics", ".ics", "The timeline as a calendar (iCalendar)", write_icalendar},
    {"dot", ".dot", "The actor network for Graphviz", write_dot},
    {"turtle", ".ttl", "RDF: Simple Event Model, PROV-O, schema.org", write_turtle},
    {"json-ld", ".jsonld", "The same RDF as JSON-LD", write_json_ld},
    {"ftm", ".ftm.json", "FollowTheMoney entities for Aleph", write_follow_the_money},
    {"markdown", ".md", "The timeline as Markdown", write_markdown},
}};

} // namespace

std::span<const Exporter> all_exporters() {
    return table;
}

const Exporter* find_exporter(std::string_view name) {
    for (const Exporter& exporter : table) {
        if (exporter.name == name) {
            return &exporter;
        }
    }
    return nullptr;
}

} // namespace fasti::exporters
