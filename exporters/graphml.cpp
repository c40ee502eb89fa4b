// See graphml.hpp. Gephi 0.10's importer decides the details: it takes the key ids `label`, `size`,
// `r`, `g`, `b`, `x`, `y`, `edgelabel`, `weight` by name, ignores defaults and `for="all"`, and
// chokes on `desc` and ports. networkx refuses a graph that mixes directed and undirected edges, so
// that all are directed and `e_directed` tells the others.
#include "exporters/graphml.hpp"

#include "exporters/elements.hpp"
#include "exporters/xml_writer.hpp"

#include <fmt/format.h>

#include <array>

namespace fasti::exporters {
namespace {

struct Key {
    std::string_view id;
    std::string_view target; ///< node or edge
    std::string_view type;
    std::string_view title;
};

constexpr std::array<Key, 34> keys = {{
    {"label", "node", "string", "label"},
    {"size", "node", "double", "size"},
    {"r", "node", "int", "r"},
    {"g", "node", "int", "g"},
    {"b", "node", "int", "b"},
    {"x", "node", "double", "x"},
    {"y", "node", "double", "y"},
    {"n_kind", "node", "string", "kind"},
    {"n_start", "node", "string", "start"},
    {"n_end", "node", "string", "end"},
    {"n_country", "node", "string", "country"},
    {"n_roles", "node", "string", "roles"},
    {"n_aliases", "node", "string", "aliases"},
    {"n_mentions", "node", "int", "mentions"},
    {"n_articles", "node", "int", "articles"},
    {"n_events", "node", "int", "events"},
    {"n_rank", "node", "double", "rank"},
    {"n_community", "node", "int", "community"},
    {"n_type", "node", "string", "type"},
    {"n_class", "node", "string", "class"},
    {"n_factuality", "node", "string", "factuality"},
    {"n_certainty", "node", "string", "certainty"},
    {"n_granularity", "node", "string", "granularity"},
    {"n_score", "node", "double", "score"},
    {"n_voices", "node", "int", "voices"},
    {"n_disputed", "node", "boolean", "disputed"},
    {"n_sentence", "node", "string", "sentence"},
    {"edgelabel", "edge", "string", "edgelabel"},
    {"weight", "edge", "double", "weight"},
    {"e_type", "edge", "string", "type"},
    {"e_start", "edge", "string", "start"},
    {"e_end", "edge", "string", "end"},
    {"e_directed", "edge", "boolean", "directed"},
    {"e_goldstein", "edge", "double", "goldstein"},
}};

class GraphmlWriter {
public:
    GraphmlWriter(const Elements& elements, bool gephi, std::ostream& out)
        : elements_(elements), gephi_(gephi), xml_(out) {}

    void write() {
        xml_.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
        xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml_.attribute("xsi:schemaLocation", "http://graphml.graphdrawing.org/xmlns "
                                             "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        for (const Key& key : keys) {
            xml_.open("key").attribute("id", key.id).attribute("for", key.target);
            xml_.attribute("attr.name", key.title).attribute("attr.type", key.type).close();
        }
        xml_.open("graph").attribute("id", "G").attribute("edgedefault", "directed");
        for (const NodeElement& node : elements_.nodes) {
            write_node(node);
        }
        for (const EdgeElement& edge : elements_.edges) {
            write_edge(edge);
        }
        xml_.close().close();
    }

private:
    void text(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            xml_.open("data").attribute("key", key).text(value).close();
        }
    }
    void number(std::string_view key, double value) { text(key, fmt::format("{:.6g}", value)); }
    void whole(std::string_view key, std::uint32_t value) { text(key, std::to_string(value)); }

    void write_node(const NodeElement& node) {
        xml_.open("node").attribute("id", node.id);
        const std::string label = xml_legal(node.label);
        text("label", label.empty() ? node.id : label);
        number("size", node.size);
        whole("r", node.color.r);
        whole("g", node.color.g);
        whole("b", node.color.b);
        number("x", node.position.x);
        number("y", node.position.y);
        text("n_kind", node.kind);
        text("n_start", first_day(node.when));
        text("n_end", last_day(node.when));
        if (node.actor != nullptr) {
            write_actor(*node.actor);
        } else {
            write_event(*node.event);
        }
        xml_.close();
    }

    void write_actor(const graph::ActorNode& actor) {
        text("n_country", actor.country);
        std::vector<std::string> roles;
        for (const graph::DatedRole& role : actor.roles) {
            const std::string from = first_day(role.held);
            const std::string to = last_day(role.held);
            roles.push_back(from.empty()
                                ? role.role
                                : role.role + " (" + from + (to.empty() || to == from ? "" : " to " + to) + ")");
        }
        text("n_roles", fmt::format("{}", fmt::join(roles, "; ")));
        text("n_aliases", fmt::format("{}", fmt::join(actor.aliases, "; ")));
        whole("n_mentions", actor.mentions);
        whole("n_articles", actor.articles);
        whole("n_events", actor.events);
        number("n_rank", actor.rank);
        whole("n_community", actor.community);
    }

    void write_event(const graph::EventNode& event) {
        text("n_type", to_string(event.type));
        text("n_class", to_string(event.event_class));
        text("n_factuality", to_string(event.factuality));
        text("n_certainty", to_string(event.certainty));
        text("n_granularity", to_string(event.granularity));
        number("n_score", event.score);
        whole("n_voices", event.voices);
        text("n_disputed", event.disputed ? "true" : "false");
        if (!event.evidence.empty()) {
            text("n_sentence", event.evidence.front().sentence);
        }
    }

    void write_edge(const EdgeElement& edge) {
        xml_.open("edge").attribute("id", edge.id);
        xml_.attribute("source", elements_.nodes[edge.source].id);
        xml_.attribute("target", elements_.nodes[edge.target].id);
        if (gephi_) {
            xml_.attribute("label", edge.relation);
        }
        text("edgelabel", edge.relation);
        number("weight", edge.weight);
        text("e_type", edge.relation);
        text("e_start", first_day(edge.when));
        text("e_end", last_day(edge.when));
        text("e_directed", edge.directed ? "true" : "false");
        number("e_goldstein", edge.goldstein);
        xml_.close();
    }

    const Elements& elements_;
    bool gephi_;
    XmlWriter xml_;
};

} // namespace

void write_graphml(const graph::GraphView& view, const ExportOptions& options, std::ostream& out) {
    const Elements elements = make_elements(view);
    GraphmlWriter(elements, options.gephi, out).write();
}

} // namespace fasti::exporters
