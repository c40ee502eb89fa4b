// See follow_the_money.hpp.
#include "exporters/follow_the_money.hpp"

#include "exporters/codes.hpp"
#include "exporters/elements.hpp"
#include "exporters/html_escape.hpp"
#include "exporters/json_writer.hpp"

#include <algorithm>

namespace fasti::exporters {
namespace {

std::string_view schema_of(const graph::ActorNode& actor) {
    switch (actor.type) {
    case ActorType::person:
        return "Person";
    case ActorType::organization:
    case ActorType::group:
        return "Organization";
    case ActorType::place:
        return "Address";
    case ActorType::other:
        break;
    }
    return "LegalEntity";
}

class FtmWriter {
public:
    FtmWriter(const graph::GraphView& view, std::ostream& out) : view_(view), json_(out) {}

    void write() {
        for (const graph::ArticleNode& article : view_.articles) {
            write_article(article);
        }
        for (const graph::ActorNode& actor : view_.actors) {
            write_actor(actor);
        }
        for (const graph::EventNode& event : view_.events) {
            write_event(event);
        }
        for (std::size_t i = 0; i < view_.relations.size(); ++i) {
            write_relation(i, view_.relations[i]);
        }
    }

private:
    void begin(std::string_view id, std::string_view schema) {
        json_.object().member("id", id).member("schema", schema).key("properties").object();
    }
    void end() { json_.end_object().end_object().end_line(); }
    void property(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            json_.key(name).array().value(value).end_array();
        }
    }

    void write_article(const graph::ArticleNode& article) {
        begin(legal_id("article", article.id), "Article");
        property("title", article.title.empty() ? article.id : article.title);
        property("publisher", article.source);
        property("sourceUrl", linkable(article.url));
        property("publishedAt", std::string_view(article.published).substr(0, 10));
        property("language", language_code(article.language));
        end();
    }

    void write_actor(const graph::ActorNode& actor) {
        begin(legal_id("actor", actor.id), schema_of(actor));
        if (actor.type == ActorType::place) {
            property("full", actor.name);
        } else {
            property("name", actor.name);
            if (!actor.aliases.empty()) {
                json_.key("alias").strings(actor.aliases);
            }
        }
        property("country", country_code(actor.country));
        if (actor.type == ActorType::person && !actor.roles.empty()) {
            json_.key("position").array();
            for (const graph::DatedRole& role : actor.roles) {
                json_.value(role.role);
            }
            json_.end_array();
        }
        end();
    }

    void write_event(const graph::EventNode& event) {
        begin(legal_id("event", event.id), "Event");
        property("name", event.headline.empty() ? event.lemma : event.headline);
        if (event.when.from && year_of(*event.when.from) > 0) {
            property("startDate", first_day(event.when));
            property("endDate", last_day(event.when));
        }
        if (event.place < view_.actors.size()) {
            property("location", view_.actors[event.place].name);
        }
        property("keywords", to_string(event.type));
        std::vector<std::string> involved;
        for (const graph::ParticipantView& participant : event.participants) {
            if (participant.actor < view_.actors.size() && view_.actors[participant.actor].type != ActorType::place) {
                involved.push_back(legal_id("actor", view_.actors[participant.actor].id));
            }
        }
        std::sort(involved.begin(), involved.end());
        involved.erase(std::unique(involved.begin(), involved.end()), involved.end());
        if (!involved.empty()) {
            json_.key("involved").strings(involved);
        }
        std::vector<std::string> proofs;
        for (const graph::Evidence& evidence : event.evidence) {
            if (evidence.article < view_.articles.size()) {
                proofs.push_back(legal_id("article", view_.articles[evidence.article].id));
            }
        }
        std::sort(proofs.begin(), proofs.end());
        proofs.erase(std::unique(proofs.begin(), proofs.end()), proofs.end());
        if (!proofs.empty()) {
            json_.key("proof").strings(proofs);
            property("description", event.evidence.front().sentence);
        }
        end();
    }

    void write_relation(std::size_t index, const graph::RelationEdge& relation) {
        begin("relation-" + std::to_string(index), "UnknownLink");
        property("subject", legal_id("actor", view_.actors[relation.source].id));
        property("object", legal_id("actor", view_.actors[relation.target].id));
        property("role", relation.relation);
        if (relation.active.from && year_of(*relation.active.from) > 0) {
            property("startDate", first_day(relation.active));
            property("endDate", last_day(relation.active));
        }
        end();
    }

    const graph::GraphView& view_;
    JsonWriter json_;
};

} // namespace

void write_follow_the_money(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    FtmWriter(view, out).write();
}

} // namespace fasti::exporters
