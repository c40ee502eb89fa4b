// Ways from one actor to another (query.hpp): by hops or weight over the graph of ties, or by time, where each event
// follows the one before it.
#include "graph/asked.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/load.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace fasti::graph {
namespace {

struct Hop {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::optional<EventRow> event; ///< the one that is used, in paths by time
};

/// The way that arrives first when each event must not begin before the one before it.
std::vector<Hop> path_by_time(Database& db, const EventFilter& filter, std::uint32_t from, std::uint32_t to) {
    struct Arrival {
        std::uint32_t from = 0;
        std::shared_ptr<const EventRow> event;
    };
    std::map<std::uint32_t, Arrival> reached = {{from, {from, nullptr}}};
    const auto pass_on = [&](EventRow&& row) {
        const auto tied = tied_actors(row);
        std::optional<std::uint32_t> carrier;
        for (const std::uint32_t actor : tied) {
            // Of several carriers the one that was reached first; the source before all.
            const auto found = reached.find(actor);
            if (found == reached.end()) {
                continue;
            }
            if (!carrier || found->second.event == nullptr ||
                (reached[*carrier].event != nullptr &&
                 std::tie(*found->second.event->when.from, found->second.event->id) <
                     std::tie(*reached[*carrier].event->when.from, reached[*carrier].event->id))) {
                carrier = actor;
            }
        }
        if (carrier) {
            const auto event = std::make_shared<const EventRow>(std::move(row));
            for (const std::uint32_t actor : tied) {
                reached.try_emplace(actor, Arrival{*carrier, event});
            }
        }
    };
    // In time order, and only until the actor is reached; those of one moment by their ids.
    std::vector<EventRow> together;
    const auto pass_on_together = [&] {
        std::sort(together.begin(), together.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        for (EventRow& row : together) {
            if (!reached.contains(to)) {
                pass_on(std::move(row));
            }
        }
        together.clear();
    };
    Query q = db.query("SELECT " FASTI_EVENT_COLUMNS " FROM event WHERE " FASTI_TYING_EVENT " ORDER BY begin");
    while (!reached.contains(to) && q.step()) {
        EventRow row = read_event_row(q);
        if (!together.empty() && together.front().when.from != row.when.from) {
            pass_on_together();
        }
        if (passes(row, filter)) {
            together.push_back(std::move(row));
        }
    }
    pass_on_together();
    std::vector<Hop> out;
    for (std::uint32_t at = to; reached.contains(at) && reached[at].event != nullptr; at = reached[at].from) {
        out.push_back({reached[at].from, at, *reached[at].event});
    }
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace

Result<Path> path(const Story& story, std::string_view first, std::string_view second, PathBy by,
                  const QueryOptions& options) {
    const auto pair = look_up_both(story, first, second);
    if (!pair) {
        return pair.error();
    }
    const FoundActor& a = pair->first;
    const FoundActor& b = pair->second;
    Story::Impl& impl = story.impl();
    Database& db = *impl.database;
    const bool within = options.period.from || options.period.to || !options.type.empty() || options.disputed;
    std::vector<Hop> hops;
    if (by == PathBy::time) {
        hops = path_by_time(db, filter_of(options), a.number, b.number);
    } else {
        const KnowledgeGraph graph =
            within ? KnowledgeGraph(db, find_events(db, filter_of(options))) : KnowledgeGraph(db);
        const auto way = graph.path(a.number, b.number, by == PathBy::weight);
        for (std::size_t i = 1; i < way.size(); ++i) {
            hops.push_back({way[i - 1], way[i], std::nullopt});
        }
    }
    std::vector<std::vector<EventRow>> evidence;
    std::map<std::int64_t, EventRow> chosen;
    std::vector<std::uint32_t> actors = {a.number, b.number};
    std::vector<std::int64_t> weights;
    for (const Hop& hop : hops) {
        EventFilter filter = filter_of(options);
        filter.actors = {{hop.from, taking_part}, {hop.to, taking_part}};
        auto rows = by_importance(db, find_events(db, filter));
        std::int64_t weight = 0;
        for (const ScoredRow& scored : rows) {
            weight += tie_weight(scored.row);
        }
        weights.push_back(weight);
        evidence.push_back(hop.event ? std::vector<EventRow>{*hop.event} : take(rows, 3));
        for (const EventRow& row : evidence.back()) {
            chosen.emplace(row.number, row);
        }
        actors.push_back(hop.from);
        actors.push_back(hop.to);
    }
    std::vector<EventRow> list;
    for (const auto& [number, row] : chosen) {
        list.push_back(row);
    }
    Loaded loaded = load_view(impl, list, {.relations = true, .ranks = false, .actors = actors});
    Path out;
    out.first_match = a.match;
    out.second_match = b.match;
    for (std::size_t i = 0; i < hops.size(); ++i) {
        PathStep step;
        step.from = loaded.actors.at(hops[i].from);
        step.to = loaded.actors.at(hops[i].to);
        step.weight = static_cast<double>(weights[i]) / 100.0;
        for (const EventRow& row : evidence[i]) {
            if (const auto found = loaded.events.find(row.number); found != loaded.events.end()) {
                step.events.push_back(found->second);
            }
            if (step.relation.empty() || step.relation == "acts-on") {
                step.relation = row.type == PloverType::none ? "acts-on" : std::string(to_string(row.type));
            }
        }
        out.steps.push_back(std::move(step));
    }
    out.view = std::move(loaded.view);
    return checked(db, std::move(out));
}

} // namespace fasti::graph
