// See timeline.hpp. Also Story::view, whose timeline is chosen in the same way.
#include "graph/timeline.hpp"

#include "graph/load.hpp"
#include "graph/select.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace fasti::graph {
namespace {

constexpr std::uint32_t usual_entries = 30;
constexpr std::size_t every_event = std::numeric_limits<std::size_t>::max();

/// Keeps the `most` actors that are in most articles; participants that go keep their words.
void cut_actors(GraphView& view, std::uint32_t most) {
    if (most == 0 || view.actors.size() <= most) {
        return;
    }
    std::vector<std::uint32_t> order(view.actors.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(view.actors[b].articles, view.actors[a].id) <
               std::tie(view.actors[a].articles, view.actors[b].id);
    });
    std::vector<bool> keep(order.size(), false);
    for (std::uint32_t i = 0; i < most; ++i) {
        keep[order[i]] = true;
    }
    std::vector<std::uint32_t> moved(order.size(), none);
    std::vector<ActorNode> kept;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        if (keep[i]) {
            moved[i] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(std::move(view.actors[i]));
        }
    }
    view.actors = std::move(kept);
    for (EventNode& event : view.events) {
        for (ParticipantView& p : event.participants) {
            p.actor = p.actor == none ? none : moved[p.actor];
        }
        event.place = event.place == none ? none : moved[event.place];
    }
    std::erase_if(view.relations, [&](RelationEdge& edge) {
        edge.source = moved[edge.source];
        edge.target = moved[edge.target];
        return edge.source == none || edge.target == none;
    });
}

} // namespace

Result<GraphView> Story::view(const ViewOptions& options) const {
    Database& db = *impl_->database;
    EventFilter filter;
    filter.every_factuality = true;
    const auto chosen = RankedEvents(db, filter).take(options.max_events == 0 ? every_event : options.max_events);
    Loaded loaded = load_view(*impl_, chosen, {.relations = true, .ranks = options.ranks, .actors = {}});
    RankedEvents real(db, EventFilter{});
    std::vector<TimelineEntry> entries;
    for (const EventRow& row : select_timeline(*impl_, real, options.timeline)) {
        if (const auto found = loaded.events.find(row.number); found != loaded.events.end()) {
            entries.push_back({found->second, static_cast<std::uint32_t>(entries.size() + 1),
                               loaded.view.events[found->second].score});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.event < b.event; });
    loaded.view.timeline = std::move(entries);
    cut_actors(loaded.view, options.max_actors);
    if (db.failed()) {
        return db.status().error();
    }
    return std::move(loaded.view);
}

Result<Timeline> timeline(const Story& story, const TimelineQuery& query) {
    Story::Impl& impl = story.impl();
    Database& db = *impl.database;
    Timeline out;
    EventFilter filter;
    filter.period = query.period;
    filter.type = query.type;
    filter.every_factuality = query.every_factuality;
    std::vector<std::uint32_t> asked;
    const auto take_actor = [&](const std::string& name, std::uint32_t roles) -> Status {
        auto match = find_actor(story, name);
        if (!match) {
            return match.error();
        }
        const auto number = actor_number(db, match->id);
        if (!number) {
            return Error{ErrorCode::not_found, "no actor '" + name + "' in this story", {}, {}};
        }
        filter.actors.emplace_back(*number, roles);
        asked.push_back(*number);
        out.matches.push_back(std::move(*match));
        return {};
    };
    for (const std::string& name : query.actors) {
        if (Status status = take_actor(name, query.all ? acting_roles : taking_part); !status) {
            return status.error();
        }
    }
    if (!query.place.empty()) {
        constexpr std::uint32_t places = role_bit(Role::place) | role_bit(Role::goal) | role_bit(Role::source);
        if (Status status = take_actor(query.place, places); !status) {
            return status.error();
        }
    }
    RankedEvents rows(db, filter);
    std::vector<EventRow> chosen;
    if (query.all) {
        chosen = rows.take(query.top == 0 ? every_event : query.top);
    } else {
        chosen = select_timeline(impl, rows, query.top == 0 ? usual_entries : query.top);
    }
    Loaded loaded = load_view(impl, chosen, {.relations = true, .ranks = false, .actors = asked});
    fill_timeline(loaded.view);
    out.view = std::move(loaded.view);
    if (db.failed()) {
        return db.status().error();
    }
    return out;
}

} // namespace fasti::graph
