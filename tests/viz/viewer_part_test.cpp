// Parts of a large story: what a period holds, what comes first, what the overview counts.
#include "exporters/viewer.hpp"
#include "exporters/viewer_part.hpp"
#include "generated_view.hpp"
#include "views.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>
#include <string>

using namespace fasti;
using namespace fasti::exporters;

namespace {

const WholeStory& generated() {
    static const WholeStory whole(viz::testing::generated_view(2000, 50, 200));
    return whole;
}

Interval days(int year, unsigned month, unsigned day, int length) {
    const Moment from(*make_day(year, month, day));
    return {from, from + date::days{length}};
}

// The slow, obvious way.
std::set<std::string> ids_within(const graph::GraphView& view, const Interval& period) {
    std::set<std::string> ids;
    for (const auto& event : view.events) {
        if (event.when.from && *event.when.from<*period.to&& * event.when.to> * period.from) {
            ids.insert(event.id);
        }
    }
    return ids;
}

std::set<std::string> ids_of(const graph::GraphView& view) {
    std::set<std::string> ids;
    for (const auto& event : view.events) {
        ids.insert(event.id);
    }
    return ids;
}

} // namespace

TEST_CASE("a part holds all events of its period where they are few, and the timeline") {
    for (int year = 2001; year < 2021; ++year) {
        const Interval period = days(year, 3, 1, 45);
        const StoryPart part = part_of(generated(), {period, {}, {}, 500});
        std::set<std::string> expected = ids_within(generated().view, period);
        for (const auto& entry : generated().view.timeline) {
            expected.insert(generated().view.events[entry.event].id);
        }
        CHECK(part.complete);
        CHECK(ids_of(part.view) == expected);
        CHECK(part.view.timeline.size() == generated().view.timeline.size());
        CHECK(part.view.events_in_story == 2000);
    }
}

TEST_CASE("a part of a crowded period holds the events with the highest scores") {
    const StoryPart part = part_of(generated(), {{}, {}, {}, 300});
    CHECK_FALSE(part.complete);
    CHECK(part.view.events.size() >= 300);
    CHECK(part.view.events.size() <= 330);
    std::vector<double> scores;
    for (const auto& event : generated().view.events) {
        scores.push_back(event.score);
    }
    std::sort(scores.begin(), scores.end(), std::greater<>());
    const auto high = std::count_if(part.view.events.begin(), part.view.events.end(),
                                    [&](const auto& event) { return event.score >= scores[299]; });
    CHECK(high >= 300);
    CHECK(std::is_sorted(part.view.events.begin(), part.view.events.end(),
                         [](const auto& p, const auto& q) { return p.when.from < q.when.from; }));
}

TEST_CASE("the events of chosen actors and the open event are in any part") {
    const auto& view = generated().view;
    const Interval nowhere = days(1800, 1, 1, 1);
    const StoryPart part = part_of(generated(), {nowhere, {view.actors[3].id}, view.events[777].id, 500});
    const std::set<std::string> held = ids_of(part.view);
    CHECK(held.count(view.events[777].id) == 1);
    for (const auto& event : view.events) {
        const bool theirs = std::any_of(event.participants.begin(), event.participants.end(),
                                        [](const auto& p) { return p.actor == 3; });
        CHECK((!theirs || held.count(event.id) == 1));
    }
    const StoryPart stranger = part_of(generated(), {nowhere, {"nobody"}, "nothing", 500});
    CHECK(stranger.view.events.size() == view.timeline.size());
}

TEST_CASE("relations of a part name its own events, those of the whole that are left") {
    const auto& whole = generated().view;
    const StoryPart part = part_of(generated(), {days(2005, 1, 1, 400), {}, {}, 500});
    REQUIRE(part.view.relations.size() == whole.relations.size());
    const std::set<std::string> held = ids_of(part.view);
    for (std::size_t r = 0; r < whole.relations.size(); ++r) {
        std::vector<std::string> expected;
        for (const std::uint32_t event : whole.relations[r].events) {
            if (held.count(whole.events[event].id) == 1) {
                expected.push_back(whole.events[event].id);
            }
        }
        std::vector<std::string> found;
        for (const std::uint32_t event : part.view.relations[r].events) {
            REQUIRE(event < part.view.events.size());
            found.push_back(part.view.events[event].id);
        }
        CHECK(found == expected);
    }
}

TEST_CASE("the overview counts every dated event once, in few bars") {
    for (const std::uint32_t events : {1u, 2000u, 60'000u}) {
        const WholeStory whole(viz::testing::generated_view(events, 20, 20));
        const Overview& overview = whole.overview;
        CHECK(overview.bars.size() <= most_overview_bars);
        std::uint64_t counted = 0;
        for (std::size_t i = 0; i < overview.bars.size(); ++i) {
            const OverviewBar& bar = overview.bars[i];
            counted += bar.count;
            const double begin = static_cast<double>(bar.step * overview.days_per_step);
            CHECK((begin + static_cast<double>(overview.days_per_step) > overview.first && begin <= overview.last));
            CHECK((i == 0 || overview.bars[i - 1].step < bar.step ||
                   (overview.bars[i - 1].step == bar.step && overview.bars[i - 1].type < bar.type)));
        }
        CHECK(counted == events);
    }
}

TEST_CASE("stories without events, without dates or before Christ have parts") {
    for (const char* name : {"empty", "one", "sample", "hostile"}) {
        const WholeStory whole(*exporters::testing::named_view(name));
        const StoryPart part = part_of(whole, {{}, {}, {}, 100});
        CHECK(part.complete);
        CHECK(part.view.events.size() == whole.view.events.size());
        std::ostringstream json;
        write_viewer_json(whole, part, json);
        CHECK(json.str().find("\"complete\":true") != std::string::npos);
    }
    const WholeStory sample(*exporters::testing::named_view("sample"));
    CHECK(sample.overview.first < -800'000); // Marathon
    const StoryPart antiquity = part_of(sample, {days(-489, 1, 1, 365), {}, {}, 100});
    CHECK(antiquity.complete);
}

TEST_CASE("a period is widened where what it then holds is few enough") {
    const Interval period = days(2005, 1, 1, 30);
    const PartRequest many{period, {}, {}, 1000};
    const Interval wide = with_room(generated(), many);
    CHECK(*wide.from == *period.from - date::days{15});
    CHECK(*wide.to == *period.to + date::days{15});
    PartRequest few = many;
    few.most = 0;
    CHECK(with_room(generated(), few) == period);
    CHECK(with_room(generated(), {{}, {}, {}, 1000}) == Interval{});
}
