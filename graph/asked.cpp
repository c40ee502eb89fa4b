// See asked.hpp.
#include "graph/asked.hpp"

#include <string>
#include <utility>

namespace fasti::graph {

Result<FoundActor> look_up(const Story& story, std::string_view name) {
    auto match = find_actor(story, name);
    if (!match) {
        return match.error();
    }
    const auto number = actor_number(*story.impl().database, match->id);
    if (!number) {
        return Error{ErrorCode::not_found, "no actor '" + std::string(name) + "' in this story", {}, {}};
    }
    return FoundActor{std::move(*match), *number};
}

Result<std::pair<FoundActor, FoundActor>> look_up_both(const Story& story, std::string_view first,
                                                       std::string_view second) {
    auto a = look_up(story, first);
    if (!a) {
        return a.error();
    }
    auto b = look_up(story, second);
    if (!b) {
        return b.error();
    }
    if (a->number == b->number) {
        return Error{ErrorCode::usage,
                     "'" + std::string(first) + "' and '" + std::string(second) + "' are one actor, " + a->match.name,
                     {},
                     "`fasti show STORY ID` tells why; give two different actors"};
    }
    return std::pair{std::move(*a), std::move(*b)};
}

EventFilter filter_of(const QueryOptions& options) {
    EventFilter filter;
    filter.period = options.period;
    filter.type = options.type;
    filter.disputed = options.disputed;
    filter.every_factuality = options.every_factuality;
    return filter;
}

} // namespace fasti::graph
