// See elements.hpp.
#include "exporters/elements.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace fasti::exporters {
namespace {

constexpr double smallest = 4;
constexpr double largest = 100;

Color color_of(ActorType type) { // Okabe and Ito's palette: told apart by colour-blind readers too
    switch (type) {
    case ActorType::person:
        return {0, 114, 178};
    case ActorType::organization:
        return {230, 159, 0};
    case ActorType::place:
        return {0, 158, 115};
    case ActorType::group:
        return {204, 121, 167};
    case ActorType::other:
        break;
    }
    return {86, 180, 233};
}

constexpr Color event_color = {213, 94, 0};

// Maps `values` onto 4 … 100, so that the extremes are exactly these; equal values all get 4.
template <class Value> void spread_sizes(std::span<NodeElement> nodes, Value value) {
    if (nodes.empty()) {
        return;
    }
    double low = value(nodes.front());
    double high = low;
    for (const NodeElement& node : nodes) {
        low = std::min(low, value(node));
        high = std::max(high, value(node));
    }
    for (NodeElement& node : nodes) {
        node.size = high > low ? smallest + (largest - smallest) * ((value(node) - low) / (high - low)) : smallest;
    }
}

void add_edge(Elements& out, EdgeElement edge) {
    edge.id = "e" + std::to_string(out.edges.size());
    out.edges.push_back(std::move(edge));
}

void add_nodes(Elements& out, const graph::GraphView& view) {
    for (const graph::ActorNode& actor : view.actors) {
        NodeElement& node = out.nodes.emplace_back();
        node.id = legal_id("actor", actor.id);
        node.label = actor.name.empty() ? node.id : actor.name;
        node.kind = to_string(actor.type);
        node.color = color_of(actor.type);
        node.when = actor.active;
        node.actor = &actor;
    }
    for (const graph::EventNode& event : view.events) {
        NodeElement& node = out.nodes.emplace_back();
        node.id = legal_id("event", event.id);
        node.label = !event.headline.empty() ? event.headline : !event.lemma.empty() ? event.lemma : node.id;
        node.kind = "event";
        node.color = event_color;
        node.when = event.when;
        node.event = &event;
    }
    spread_sizes(out.nodes, [](const NodeElement& node) {
        return node.actor != nullptr ? static_cast<double>(node.actor->events + node.actor->mentions)
                                     : static_cast<double>(node.event->voices);
    });
}

void add_edges(Elements& out, const graph::GraphView& view) {
    for (const graph::RelationEdge& relation : view.relations) {
        EdgeElement edge{};
        edge.source = relation.source;
        edge.target = relation.target;
        edge.relation = relation.relation;
        edge.weight = relation.weight > 0 ? relation.weight : 1;
        edge.goldstein = relation.goldstein;
        edge.events = static_cast<std::uint32_t>(relation.events.size());
        edge.directed = relation.directed;
        edge.when = relation.active;
        add_edge(out, std::move(edge));
    }
    const auto first_event = static_cast<std::uint32_t>(view.actors.size());
    for (std::uint32_t i = 0; i < view.events.size(); ++i) {
        const graph::EventNode& event = view.events[i];
        std::map<std::pair<std::uint32_t, Role>, bool> seen;
        for (const graph::ParticipantView& participant : event.participants) {
            if (participant.actor == graph::none ||
                !seen.emplace(std::pair{participant.actor, participant.role}, true).second) {
                continue;
            }
            EdgeElement edge{};
            // Towards the event for who acts, away from it for who is acted on.
            const bool acts = participant.role == Role::agent || participant.role == Role::companion;
            edge.source = acts ? participant.actor : first_event + i;
            edge.target = acts ? first_event + i : participant.actor;
            edge.relation = to_string(participant.role);
            edge.when = event.when;
            add_edge(out, std::move(edge));
        }
    }
}

} // namespace

Elements make_elements(const graph::GraphView& view) {
    Elements out;
    out.nodes.reserve(view.actors.size() + view.events.size());
    add_nodes(out, view);
    add_edges(out, view);
    std::vector<LayoutEdge> springs;
    springs.reserve(out.edges.size());
    for (const EdgeElement& edge : out.edges) {
        if (edge.source != edge.target) {
            springs.push_back({edge.source, edge.target, edge.weight});
        }
    }
    const std::vector<Point> points = layout(static_cast<std::uint32_t>(out.nodes.size()), springs);
    for (std::size_t i = 0; i < points.size(); ++i) {
        out.nodes[i].position = points[i];
    }
    return out;
}

std::string first_day(const Interval& interval) {
    return interval.from ? iso_date(*interval.from) : std::string{};
}

std::string last_day(const Interval& interval) {
    if (!interval.to) {
        return {};
    }
    const Moment last = *interval.to - std::chrono::seconds{1};
    return iso_date(interval.from ? std::max(*interval.from, last) : last);
}

std::string legal_id(std::string_view prefix, std::string_view text) {
    const bool legal = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
    return std::string(prefix) + "-" + (legal ? std::string(text) : base32(stable_hash(text)));
}

} // namespace fasti::exporters
