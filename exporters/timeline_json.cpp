// See timeline_json.hpp.
#include "exporters/timeline_json.hpp"

#include "exporters/event_words.hpp"
#include "exporters/evidence_json.hpp"
#include "exporters/json_writer.hpp"

namespace fasti::exporters {
namespace {

void write_entry(JsonWriter& json, const graph::GraphView& view, const graph::TimelineEntry& entry) {
    const graph::EventNode& event = view.events[entry.event];
    json.object().member("id", event.id).member("rank", entry.rank).member("score", entry.score);
    json.key("from").bound(event.when.from, event.granularity).key("to").bound(event.when.to, event.granularity);
    json.member("granularity", to_string(event.granularity)).member("certainty", to_string(event.certainty));
    json.member("reason", to_string(event.reason)).member("headline", event.headline);
    json.key("type").text_or_null(to_string(event.type)).member("class", to_string(event.event_class));
    json.member("factuality", to_string(event.factuality)).member("disputed", event.disputed);
    json.key("actors").strings(actor_names(view, event)).key("place");
    json.text_or_null(place_name(view, event));
    json.key("mentions");
    write_evidence_list(json, view, event);
    json.end_object();
}

} // namespace

void write_timeline_json(const graph::GraphView& view, std::string_view actor, std::ostream& out) {
    JsonWriter json(out);
    json.object().key("actor").text_or_null(actor).key("events").array();
    for (const graph::TimelineEntry& entry : view.timeline) {
        write_entry(json, view, entry);
    }
    json.end_array().end_object().end_line();
}

} // namespace fasti::exporters
