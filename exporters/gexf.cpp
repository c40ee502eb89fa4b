// See gexf.hpp. What Gephi 0.10 asks for: `timezone` said, full dates, spells sorted and apart,
// `type` on every edge and no `defaultedgetype`, a label on every node, `viz:size` with `value`
// first and `viz:color` by r, g, b.
#include "exporters/gexf.hpp"

#include "exporters/elements.hpp"
#include "exporters/xml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace fasti::exporters {
namespace {

struct Attribute {
    std::string_view title;
    std::string_view type;
};

constexpr std::array<Attribute, 10> node_attributes = {{{"kind", "string"},
                                                        {"country", "string"},
                                                        {"mentions", "integer"},
                                                        {"articles", "integer"},
                                                        {"rank", "double"},
                                                        {"type", "string"},
                                                        {"factuality", "string"},
                                                        {"certainty", "string"},
                                                        {"disputed", "boolean"},
                                                        {"sentence", "string"}}};
constexpr std::array<Attribute, 2> edge_attributes = {{{"goldstein", "double"}, {"events", "integer"}}};

struct Spell {
    std::string start;
    std::string end;
};

bool datable(const Interval& interval) {
    // Gephi's calendar has no years before Christ.
    return interval.from && year_of(*interval.from) > 0;
}

Spell spell_of(const Interval& interval) {
    std::string last = last_day(interval);
    Spell spell{first_day(interval), last.empty() ? first_day(interval) : last};
    spell.end = std::max(spell.start, spell.end);
    return spell;
}

// The days on which a relation was active: one spell for each event, joined where they touch.
std::vector<Spell> spells_of(const graph::GraphView& view, const graph::RelationEdge& relation) {
    std::vector<Interval> days;
    for (const std::uint32_t event : relation.events) {
        if (event < view.events.size() && datable(view.events[event].when)) {
            days.push_back(view.events[event].when);
        }
    }
    std::vector<Spell> spells;
    for (const Interval& interval : days) {
        spells.push_back(spell_of(interval));
    }
    std::sort(spells.begin(), spells.end(),
              [](const Spell& a, const Spell& b) { return std::tie(a.start, a.end) < std::tie(b.start, b.end); });
    std::vector<Spell> joined;
    for (const Spell& spell : spells) {
        if (!joined.empty() && spell.start <= joined.back().end) {
            joined.back().end = std::max(joined.back().end, spell.end);
        } else {
            joined.push_back(spell);
        }
    }
    return joined;
}

class GexfWriter {
public:
    GexfWriter(const graph::GraphView& view, const Elements& elements, std::ostream& out)
        : view_(view), elements_(elements), xml_(out) {}

    void write() {
        xml_.open("gexf").attribute("xmlns", "http://gexf.net/1.3").attribute("xmlns:viz", "http://gexf.net/1.3/viz");
        xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml_.attribute("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd");
        xml_.attribute("version", "1.3");
        xml_.open("graph").attribute("mode", "dynamic").attribute("timeformat", "date");
        xml_.attribute("timerepresentation", "interval").attribute("timezone", "UTC");
        write_attributes("node", node_attributes);
        write_attributes("edge", edge_attributes);
        xml_.open("nodes");
        for (const NodeElement& node : elements_.nodes) {
            write_node(node);
        }
        xml_.close().open("edges");
        for (std::size_t i = 0; i < elements_.edges.size(); ++i) {
            write_edge(i, elements_.edges[i]);
        }
        xml_.close().close().close();
    }

private:
    void write_attributes(std::string_view target, std::span<const Attribute> attributes) {
        xml_.open("attributes").attribute("class", target).attribute("mode", "static");
        for (const Attribute& attribute : attributes) {
            xml_.open("attribute").attribute("id", attribute.title).attribute("title", attribute.title);
            xml_.attribute("type", attribute.type).close();
        }
        xml_.close();
    }

    void value(std::string_view name, std::string_view text) {
        if (!text.empty()) {
            xml_.open("attvalue").attribute("for", name).attribute("value", text).close();
        }
    }

    void write_spells(const std::vector<Spell>& spells) {
        if (spells.empty()) {
            return;
        }
        xml_.open("spells");
        for (const Spell& spell : spells) {
            xml_.open("spell").attribute("start", spell.start).attribute("end", spell.end).close();
        }
        xml_.close();
    }

    void write_node(const NodeElement& node) {
        const std::string label = xml_legal(node.label);
        xml_.open("node").attribute("id", node.id).attribute("label", label.empty() ? node.id : label);
        xml_.open("attvalues");
        value("kind", node.kind);
        if (node.actor != nullptr) {
            value("country", node.actor->country);
            value("mentions", std::to_string(node.actor->mentions));
            value("articles", std::to_string(node.actor->articles));
            value("rank", fmt::format("{:.6g}", node.actor->rank));
        } else {
            value("type", to_string(node.event->type));
            value("factuality", to_string(node.event->factuality));
            value("certainty", to_string(node.event->certainty));
            value("disputed", node.event->disputed ? "true" : "false");
            value("sentence",
                  node.event->evidence.empty() ? std::string_view{} : node.event->evidence.front().sentence);
        }
        xml_.close();
        if (datable(node.when)) {
            write_spells({spell_of(node.when)});
        }
        xml_.open("viz:size").attribute("value", fmt::format("{:.6g}", node.size)).close();
        xml_.open("viz:position").attribute("x", fmt::format("{:.6g}", node.position.x));
        xml_.attribute("y", fmt::format("{:.6g}", node.position.y)).attribute("z", "0").close();
        xml_.open("viz:color")
            .attribute("r", std::to_string(node.color.r))
            .attribute("g", std::to_string(node.color.g));
        xml_.attribute("b", std::to_string(node.color.b)).close();
        xml_.close();
    }

    void write_edge(std::size_t index, const EdgeElement& edge) {
        xml_.open("edge").attribute("id", edge.id).attribute("source", elements_.nodes[edge.source].id);
        xml_.attribute("target", elements_.nodes[edge.target].id);
        xml_.attribute("type", edge.directed ? "directed" : "undirected").attribute("label", edge.relation);
        xml_.attribute("kind", edge.relation).attribute("weight", fmt::format("{:.6g}", edge.weight));
        xml_.open("attvalues");
        value("goldstein", fmt::format("{:.6g}", edge.goldstein));
        value("events", std::to_string(edge.events));
        xml_.close();
        if (index < view_.relations.size()) { // relations come first
            write_spells(spells_of(view_, view_.relations[index]));
        } else if (datable(edge.when)) {
            write_spells({spell_of(edge.when)});
        }
        xml_.close();
    }

    const graph::GraphView& view_;
    const Elements& elements_;
    XmlWriter xml_;
};

} // namespace

void write_gexf(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    const Elements elements = make_elements(view);
    GexfWriter(view, elements, out).write();
}

} // namespace fasti::exporters
