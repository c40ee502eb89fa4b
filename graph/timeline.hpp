// Timelines: the events that mattered, in time order, never two of one event. Importance is
// explained in docs/linking.md.
#pragma once

#include "graph/query.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::graph {

struct TimelineQuery {
    std::vector<std::string> actors; ///< as typed; all of them must take part together; none: the whole story
    Interval period;
    std::uint32_t top = 0;         ///< 0: 30
    bool all = false;              ///< everything in which the actors are agent, patient or recipient, reporting too
    bool every_factuality = false; ///< not only what happened or is planned
    std::string type;              ///< PLOVER class or event class
    std::string place;             ///< a place as typed
};

struct Timeline {
    GraphView view;                  ///< events in time order, undated last; `view.timeline` has an entry for each
    std::vector<ActorMatch> matches; ///< one for each actor asked for, then the place
};

[[nodiscard]] Result<Timeline> timeline(const Story& story, const TimelineQuery& query);

} // namespace fasti::graph
