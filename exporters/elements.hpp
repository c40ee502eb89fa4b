// A GraphView as plain nodes and edges, the way that graph formats (GraphML, GEXF, DOT, CSV) see
// it: actors and events are nodes; relations and participations are edges, one for each (source,
// target, relation). Sizes, colours and positions are worked out here, once for all of them.
#pragma once

#include "exporters/layout.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::exporters {

struct Color {
    std::uint8_t r, g, b;
};

struct NodeElement {
    std::string id;    ///< [A-Za-z0-9._-], unique
    std::string label; ///< never empty
    std::string kind;  ///< "person", "organization", "place", "group", "other", "event"
    double size = 4;   ///< 4 … 100
    Color color{};
    Point position;
    Interval when;                           ///< an event's time, an actor's first to last event
    const graph::ActorNode* actor = nullptr; ///< one of these two is set
    const graph::EventNode* event = nullptr;
};

struct EdgeElement {
    std::string id;
    std::uint32_t source; ///< index into nodes
    std::uint32_t target;
    std::string relation; ///< "reject", "co-occurs"; a participant's role for an event's edge
    double weight = 1;    ///< > 0
    double goldstein = 0;
    std::uint32_t events = 1; ///< how many stand behind it
    bool directed = true;
    Interval when;
};

struct Elements {
    std::vector<NodeElement> nodes; ///< actors, then events, in the view's order
    std::vector<EdgeElement> edges; ///< relations, then participations
};

/// The view must outlive the elements.
[[nodiscard]] Elements make_elements(const graph::GraphView& view);

/// First and last day of a half-open interval as full ISO dates; empty where unknown. An interval
/// within one day has both the same.
[[nodiscard]] std::string first_day(const Interval& interval);
[[nodiscard]] std::string last_day(const Interval& interval);

/// An id of [A-Za-z0-9._-] for any text: the text itself where that will do, else a hash of it.
[[nodiscard]] std::string legal_id(std::string_view prefix, std::string_view text);

} // namespace fasti::exporters
