// See vis_timeline.hpp. vis-timeline takes `content` as HTML, so it is escaped.
#include "exporters/vis_timeline.hpp"

#include "exporters/elements.hpp"
#include "exporters/event_words.hpp"
#include "exporters/html_escape.hpp"
#include "exporters/json_writer.hpp"

#include <set>

namespace fasti::exporters {
namespace {

std::string group_of(const graph::GraphView& view, const graph::EventNode& event, bool by_type) {
    if (by_type) {
        return event.type == PloverType::none ? "other" : std::string(to_string(event.type));
    }
    const auto names = actor_names(view, event);
    return names.empty() ? "other" : names.front();
}

} // namespace

void write_vis_timeline(const graph::GraphView& view, const ExportOptions& options, std::ostream& out) {
    std::set<std::string> groups;
    for (const graph::TimelineEntry& entry : view.timeline) {
        groups.insert(group_of(view, view.events[entry.event], options.group_by_type));
    }
    JsonWriter json(out);
    json.object().key("groups").array();
    for (const std::string& group : groups) {
        json.object().member("id", group).member("content", html_escape(group)).end_object();
    }
    json.end_array().key("items").array();
    for (const graph::TimelineEntry& entry : view.timeline) {
        const graph::EventNode& event = view.events[entry.event];
        if (!event.when.from) {
            continue;
        }
        json.object().member("id", event.id).member("group", group_of(view, event, options.group_by_type));
        json.member("content", html_escape(event.headline))
            .member("start", iso_moment(*event.when.from, event.granularity));
        const bool range = event.when.to && first_day(event.when) != last_day(event.when);
        if (range) {
            json.member("end", iso_moment(*event.when.to, event.granularity));
        }
        json.member("type", range ? "range" : "box");
        json.member("className", "fasti-" + std::string(to_string(event.certainty)));
        if (!event.evidence.empty()) {
            json.member("title", html_escape(event.evidence.front().sentence));
        }
        json.end_object();
    }
    json.end_array().end_object().end_line();
}

} // namespace fasti::exporters
