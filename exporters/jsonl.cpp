// See jsonl.hpp.
#include "exporters/jsonl.hpp"

#include "exporters/evidence_json.hpp"
#include "exporters/json_writer.hpp"

namespace fasti::exporters {
namespace {

void write_days(JsonWriter& json, const Interval& interval, Granularity granularity = Granularity::day) {
    json.key("from").bound(interval.from, granularity).key("to").bound(interval.to, granularity);
}

void write_article(JsonWriter& json, const graph::ArticleNode& article) {
    json.object().member("kind", "article").member("id", article.id).key("title").text_or_null(article.title);
    json.key("source").text_or_null(article.source).key("url").text_or_null(article.url);
    json.key("published").text_or_null(article.published).key("language").text_or_null(article.language);
    if (!article.duplicate_of.empty()) {
        json.member("duplicate_of", article.duplicate_of);
    }
    json.end_object().end_line();
}

void write_actor(JsonWriter& json, const graph::ActorNode& actor) {
    json.object().member("kind", "actor").member("id", actor.id).member("name", actor.name);
    json.member("type", to_string(actor.type)).key("aliases").strings(actor.aliases).key("roles").array();
    for (const graph::DatedRole& role : actor.roles) {
        json.object().member("role", role.role);
        write_days(json, role.held);
        json.end_object();
    }
    json.end_array().key("country").text_or_null(actor.country);
    json.member("mentions", actor.mentions).member("articles", actor.articles).member("events", actor.events);
    json.member("rank", actor.rank).member("community", actor.community);
    write_days(json, actor.active);
    json.end_object().end_line();
}

void write_event(JsonWriter& json, const graph::GraphView& view, const graph::EventNode& event) {
    json.object().member("kind", "event").member("id", event.id).member("headline", event.headline);
    json.member("lemma", event.lemma).member("class", to_string(event.event_class));
    json.key("type").text_or_null(to_string(event.type)).member("factuality", to_string(event.factuality));
    write_days(json, event.when, event.granularity);
    json.member("granularity", to_string(event.granularity)).key("mod").text_or_null(to_string(event.mod));
    json.member("certainty", to_string(event.certainty)).member("reason", to_string(event.reason));
    json.key("date_text").text_or_null(event.date_text).key("place");
    json.text_or_null(event.place < view.actors.size() ? view.actors[event.place].id : std::string{});
    json.member("score", event.score).member("voices", event.voices).member("disputed", event.disputed);
    json.key("participants").array();
    for (const graph::ParticipantView& participant : event.participants) {
        json.object().member("role", to_string(participant.role)).key("actor");
        json.text_or_null(participant.actor < view.actors.size() ? view.actors[participant.actor].id : std::string{});
        json.member("text", participant.text).end_object();
    }
    json.end_array().key("versions").array();
    for (const graph::EventVersion& version : event.versions) {
        json.object().member("attribute", version.attribute).member("value", version.value).key("articles").array();
        for (const std::uint32_t article : version.articles) {
            json.value(view.articles[article].id);
        }
        json.end_array().end_object();
    }
    json.end_array().key("mentions");
    write_evidence_list(json, view, event);
    json.end_object().end_line();
}

void write_relation(JsonWriter& json, const graph::GraphView& view, const graph::RelationEdge& relation) {
    json.object().member("kind", "relation").member("source", view.actors[relation.source].id);
    json.member("target", view.actors[relation.target].id).member("relation", relation.relation);
    json.member("directed", relation.directed).member("weight", relation.weight);
    json.member("goldstein", relation.goldstein);
    write_days(json, relation.active);
    json.key("events").array();
    for (const std::uint32_t event : relation.events) {
        if (event < view.events.size()) {
            json.value(view.events[event].id);
        }
    }
    json.end_array().end_object().end_line();
}

} // namespace

void write_jsonl(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    JsonWriter json(out);
    for (const graph::ArticleNode& article : view.articles) {
        write_article(json, article);
    }
    for (const graph::ActorNode& actor : view.actors) {
        write_actor(json, actor);
    }
    for (const graph::EventNode& event : view.events) {
        write_event(json, view, event);
    }
    for (const graph::RelationEdge& relation : view.relations) {
        write_relation(json, view, relation);
    }
}

} // namespace fasti::exporters
