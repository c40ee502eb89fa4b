// A story that is too large for one page, looked at in parts: the most important events of a
// period, and beside them how many events of each type every day of the whole story holds.
// `fasti view` keeps one WholeStory and answers each request of the page with a part of it.
//
//   const WholeStory whole(*story.view());
//   const StoryPart part = part_of(whole, {.period = {from, to}, .most = 10'000});
//   write_viewer_json(whole, part, out);
#pragma once

#include "exporters/layout.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::exporters {

/// How many events of one type begin, or where they are coarse lie by their middle, in one step of days.
struct OverviewBar {
    std::int64_t step = 0; ///< from `step · days_per_step` on, in days since 1970-01-01
    PloverType type = PloverType::none;
    std::uint32_t count = 0;
};

/// The density of the whole story; its steps are as many days long as keeps the bars few.
struct Overview {
    double first = 0; ///< extent of the dated events, in days since 1970-01-01
    double last = 0;
    std::int64_t days_per_step = 1;
    std::vector<OverviewBar> bars; ///< by step, then type
};

/// At most this many bars; a step grows until it is so.
inline constexpr std::size_t most_overview_bars = 30'000;

/// A whole view with what each of its parts needs: where the actors stand, and the overview.
struct WholeStory {
    explicit WholeStory(graph::GraphView whole_view);

    graph::GraphView view;
    std::vector<Point> positions;
    Overview overview;
};

/// What a page asks for.
struct PartRequest {
    Interval period;                 ///< an open end means the end of the story
    std::vector<std::string> actors; ///< public ids; the events that they share come before all others
    std::string event;               ///< a public id; that event is there in any period
    std::uint32_t most = 0;          ///< events at most, beside the event and the timeline
};

/// A view with all actors, articles and relations of the whole and some of its events.
struct StoryPart {
    graph::GraphView view;
    Interval period;
    bool complete = false; ///< every dated event of the period is in the view
};

/// The events of the timeline, the one asked for, those that the actors share, and the most important of the
/// period (undated ones where both its ends are open); equal scores in time order. O(events).
[[nodiscard]] StoryPart part_of(const WholeStory& whole, const PartRequest& request);

/// The period of the request with half its length on each side, to move in, where all that it then holds fits into
/// `most`; else the period as it is.
[[nodiscard]] Interval with_room(const WholeStory& whole, const PartRequest& request);

/// Places of all actors of a view for the network.
[[nodiscard]] std::vector<Point> actor_positions(const graph::GraphView& view);

} // namespace fasti::exporters
