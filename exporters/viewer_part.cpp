// See viewer_part.hpp.
#include "exporters/viewer_part.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

namespace fasti::exporters {
namespace {

using graph::EventNode;
using graph::GraphView;

constexpr double day_seconds = 86'400;

double days_of(Moment moment) {
    return static_cast<double>(moment.time_since_epoch().count()) / day_seconds;
}

// Where the page counts an event: its middle, but of an endless one half a year after its beginning.
double counted_at(double from, double to) {
    return from + std::min(to - from, 366.0) / 2;
}

struct DatedType {
    std::int64_t day;
    PloverType type;
};

std::vector<OverviewBar> bars_of(std::span<const DatedType> sorted_days, std::int64_t days_per_step) {
    std::vector<OverviewBar> bars;
    for (const DatedType& dated : sorted_days) {
        const auto step =
            static_cast<std::int64_t>(std::floor(static_cast<double>(dated.day) / static_cast<double>(days_per_step)));
        // A step holds few types: the bars of the last one are at the end.
        auto bar = bars.rbegin();
        while (bar != bars.rend() && bar->step == step && bar->type != dated.type) {
            ++bar;
        }
        if (bar != bars.rend() && bar->step == step) {
            ++bar->count;
        } else {
            bars.push_back({step, dated.type, 1});
        }
    }
    std::sort(bars.begin(), bars.end(),
              [](const auto& p, const auto& q) { return std::tie(p.step, p.type) < std::tie(q.step, q.type); });
    return bars;
}

Overview overview_of(const GraphView& view) {
    Overview overview;
    std::vector<DatedType> days;
    double first = std::numeric_limits<double>::infinity();
    double last = -first;
    for (const EventNode& event : view.events) {
        if (!event.when.from) {
            continue;
        }
        const double from = days_of(*event.when.from);
        const double to = event.when.to ? days_of(*event.when.to) : from + 1;
        first = std::min(first, from);
        last = std::max(last, to);
        days.push_back({static_cast<std::int64_t>(std::floor(counted_at(from, to))), event.type});
    }
    if (days.empty()) {
        return overview;
    }
    overview.first = first;
    overview.last = last;
    std::sort(days.begin(), days.end(),
              [](const auto& p, const auto& q) { return std::tie(p.day, p.type) < std::tie(q.day, q.type); });
    for (;; overview.days_per_step *= 2) {
        overview.bars = bars_of(days, overview.days_per_step);
        if (overview.bars.size() <= most_overview_bars) {
            return overview;
        }
    }
}

bool overlaps(const EventNode& event, const Interval& period) {
    if (!event.when.from) {
        return !period.from && !period.to;
    }
    const Moment end = event.when.to ? *event.when.to : *event.when.from + date::days{1};
    return (!period.to || *event.when.from < *period.to) && (!period.from || end > *period.from);
}

bool takes_part(const EventNode& event, std::uint32_t actor) {
    return event.place == actor || std::any_of(event.participants.begin(), event.participants.end(),
                                               [&](const auto& p) { return p.actor == actor; });
}

// The events that all of the actors share, and for a pair those behind its relations.
std::vector<char> shared_events(const GraphView& view, std::span<const std::string> ids) {
    std::vector<char> shared(view.events.size(), 0);
    std::vector<std::uint32_t> actors;
    for (std::uint32_t a = 0; a < view.actors.size(); ++a) {
        if (std::find(ids.begin(), ids.end(), view.actors[a].id) != ids.end()) {
            actors.push_back(a);
        }
    }
    if (actors.empty()) {
        return shared;
    }
    for (std::size_t e = 0; e < view.events.size(); ++e) {
        shared[e] =
            std::all_of(actors.begin(), actors.end(), [&](std::uint32_t a) { return takes_part(view.events[e], a); });
    }
    if (actors.size() == 2) {
        for (const auto& relation : view.relations) {
            if (std::minmax(relation.source, relation.target) == std::minmax(actors[0], actors[1])) {
                for (const std::uint32_t event : relation.events) {
                    shared[event] = 1;
                }
            }
        }
    }
    return shared;
}

// Marks the `most` best of `candidates`; equal ones in their order.
void keep_best(const GraphView& view, std::vector<std::uint32_t> candidates, std::size_t most,
               std::vector<char>& kept) {
    if (candidates.size() > most) {
        const auto better = [&](std::uint32_t p, std::uint32_t q) {
            return view.events[p].score != view.events[q].score ? view.events[p].score > view.events[q].score : p < q;
        };
        std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most), candidates.end(),
                         better);
        candidates.resize(most);
    }
    for (const std::uint32_t event : candidates) {
        kept[event] = 1;
    }
}

// The whole with the events that are kept alone; indices are those of the new view.
GraphView with_events(const GraphView& whole, const std::vector<char>& kept) {
    GraphView part;
    part.title = whole.title;
    part.articles = whole.articles;
    part.actors = whole.actors;
    part.actors_in_story = whole.actors_in_story;
    part.events_in_story = std::max(whole.events_in_story, static_cast<std::uint32_t>(whole.events.size()));
    std::vector<std::uint32_t> place(whole.events.size(), graph::none);
    for (std::uint32_t e = 0; e < whole.events.size(); ++e) {
        if (kept[e]) {
            place[e] = static_cast<std::uint32_t>(part.events.size());
            part.events.push_back(whole.events[e]);
        }
    }
    part.relations.reserve(whole.relations.size());
    for (const auto& relation : whole.relations) {
        graph::RelationEdge edge{relation.source, relation.target,    relation.relation, relation.directed,
                                 relation.weight, relation.goldstein, relation.active,   {}};
        for (const std::uint32_t event : relation.events) {
            if (place[event] != graph::none) {
                edge.events.push_back(place[event]);
            }
        }
        part.relations.push_back(std::move(edge));
    }
    for (graph::TimelineEntry entry : whole.timeline) {
        entry.event = place[entry.event];
        part.timeline.push_back(entry);
    }
    return part;
}

} // namespace

std::vector<Point> actor_positions(const GraphView& view) {
    std::vector<LayoutEdge> springs;
    springs.reserve(view.relations.size());
    for (const auto& relation : view.relations) {
        if (relation.source != relation.target && relation.weight > 0) {
            springs.push_back({relation.source, relation.target, relation.weight});
        }
    }
    return layout(static_cast<std::uint32_t>(view.actors.size()), springs);
}

WholeStory::WholeStory(GraphView whole_view)
    : view(std::move(whole_view)), positions(actor_positions(view)), overview(overview_of(view)) {}

Interval with_room(const WholeStory& whole, const PartRequest& request) {
    if (!request.period.bounded()) {
        return request.period;
    }
    const auto room = (*request.period.to - *request.period.from) / 2;
    const Interval wide{*request.period.from - room, *request.period.to + room};
    const std::vector<char> shared = shared_events(whole.view, request.actors);
    std::size_t held = 0;
    for (std::size_t e = 0; e < whole.view.events.size() && held <= request.most; ++e) {
        held += static_cast<std::size_t>(shared[e] || overlaps(whole.view.events[e], wide));
    }
    return held <= request.most ? wide : request.period;
}

StoryPart part_of(const WholeStory& whole, const PartRequest& request) {
    const GraphView& view = whole.view;
    std::vector<char> kept(view.events.size(), 0);
    const std::vector<char> shared = shared_events(view, request.actors);
    std::vector<std::uint32_t> of_actors;
    std::vector<std::uint32_t> of_period;
    for (std::uint32_t e = 0; e < view.events.size(); ++e) {
        if (shared[e]) {
            of_actors.push_back(e);
        } else if (overlaps(view.events[e], request.period)) {
            of_period.push_back(e);
        }
    }
    StoryPart part;
    part.period = request.period;
    part.complete = of_actors.size() + of_period.size() <= request.most;
    const std::size_t left = request.most - std::min<std::size_t>(request.most, of_actors.size());
    keep_best(view, std::move(of_actors), request.most, kept);
    keep_best(view, std::move(of_period), left, kept);
    for (const auto& entry : view.timeline) {
        kept[entry.event] = 1;
    }
    for (std::size_t e = 0; e < view.events.size() && !request.event.empty(); ++e) {
        kept[e] = static_cast<char>(kept[e] || view.events[e].id == request.event);
    }
    part.view = with_events(view, kept);
    return part;
}

} // namespace fasti::exporters
