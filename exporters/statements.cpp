// See statements.hpp.
#include "exporters/statements.hpp"

#include "exporters/elements.hpp"
#include "exporters/html_escape.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

namespace fasti::exporters {
namespace {

using Kind = RdfObject::Kind;

constexpr std::array<Prefix, 6> prefixes = {{{"f", "urn:fasti:"},
                                             {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
                                             {"prov", "http://www.w3.org/ns/prov#"},
                                             {"schema", "https://schema.org/"},
                                             {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
                                             {"xsd", "http://www.w3.org/2001/XMLSchema#"}}};

// RFC 3987 forbids these in an IRI, and Turtle has no escape that would allow them.
bool legal_iri(std::string_view url) {
    for (const char c : url) {
        if (static_cast<unsigned char>(c) <= 0x20 ||
            std::string_view("<>\"{}|^`\\").find(c) != std::string_view::npos) {
            return false;
        }
    }
    return true;
}

class Subject {
public:
    explicit Subject(std::string id) { subject_.id = std::move(id); }
    void add(std::string_view predicate, Kind kind, std::string value) {
        if (!value.empty()) {
            subject_.statements.push_back({predicate, {kind, std::move(value)}});
        }
    }
    RdfSubject take() { return std::move(subject_); }

private:
    RdfSubject subject_;
};

std::string article_id(const graph::GraphView& view, std::uint32_t i) {
    return "f:" + legal_id("article", view.articles[i].id);
}
std::string actor_id(const graph::GraphView& view, std::uint32_t i) {
    return "f:" + legal_id("actor", view.actors[i].id);
}

RdfSubject article_statements(const graph::GraphView& view, std::uint32_t i) {
    const graph::ArticleNode& article = view.articles[i];
    Subject subject(article_id(view, i));
    subject.add("a", Kind::resource, "schema:NewsArticle");
    subject.add("a", Kind::resource, "prov:Entity");
    subject.add("schema:identifier", Kind::text, article.id);
    subject.add("schema:headline", Kind::text, article.title);
    subject.add("schema:publisher", Kind::text, article.source);
    subject.add("schema:inLanguage", Kind::text, article.language);
    if (const auto date = parse_date(article.published); date && date->granularity <= Granularity::day) {
        subject.add("schema:datePublished", Kind::date, iso_date(date->moment));
    }
    const std::string_view link = linkable(article.url);
    subject.add("schema:url", Kind::address, std::string(legal_iri(link) ? link : ""));
    return subject.take();
}

std::string role_id(const graph::GraphView& view, std::uint32_t actor, std::size_t role) {
    return "f:" + legal_id("role", view.actors[actor].id) + "-" + std::to_string(role);
}

RdfSubject actor_statements(const graph::GraphView& view, std::uint32_t i) {
    static constexpr std::array<std::string_view, 5> classes = {"schema:Person", "schema:Organization", "schema:Place",
                                                                "schema:Organization", "schema:Thing"};
    const graph::ActorNode& actor = view.actors[i];
    Subject subject(actor_id(view, i));
    subject.add("a", Kind::resource, actor.type == ActorType::place ? "sem:Place" : "sem:Actor");
    subject.add("a", Kind::resource, std::string(classes[static_cast<std::size_t>(actor.type)]));
    subject.add("rdfs:label", Kind::text, actor.name);
    for (const std::string& alias : actor.aliases) {
        subject.add("schema:alternateName", Kind::text, alias);
    }
    for (const graph::DatedRole& role : actor.roles) {
        subject.add("schema:jobTitle", Kind::text, role.role);
    }
    for (std::size_t k = 0; k < actor.roles.size(); ++k) {
        subject.add("schema:hasOccupation", Kind::resource, role_id(view, i, k));
    }
    return subject.take();
}

/// An office with the days between which articles give it to the actor.
RdfSubject role_statements(const graph::GraphView& view, std::uint32_t i, std::size_t k) {
    const graph::DatedRole& role = view.actors[i].roles[k];
    Subject subject(role_id(view, i, k));
    subject.add("a", Kind::resource, "schema:Role");
    subject.add("schema:roleName", Kind::text, role.role);
    subject.add("schema:startDate", Kind::date, first_day(role.held));
    subject.add("schema:endDate", Kind::date, last_day(role.held));
    return subject.take();
}

RdfSubject event_statements(const graph::GraphView& view, const graph::EventNode& event) {
    Subject subject("f:" + legal_id("event", event.id));
    subject.add("a", Kind::resource, "sem:Event");
    subject.add("rdfs:label", Kind::text, event.headline);
    if (event.type != PloverType::none) {
        subject.add("sem:eventType", Kind::text, std::string(to_string(event.type)));
    }
    subject.add("sem:hasBeginTimeStamp", Kind::date, first_day(event.when));
    subject.add("sem:hasEndTimeStamp", Kind::date, last_day(event.when));
    if (event.place < view.actors.size()) {
        subject.add("sem:hasPlace", Kind::resource, actor_id(view, event.place));
    }
    std::set<std::uint32_t> told;
    for (const graph::ParticipantView& participant : event.participants) {
        if (participant.actor < view.actors.size() && told.insert(participant.actor).second) {
            subject.add("sem:hasActor", Kind::resource, actor_id(view, participant.actor));
        }
    }
    told.clear();
    for (const graph::Evidence& evidence : event.evidence) {
        if (evidence.article < view.articles.size() && told.insert(evidence.article).second) {
            subject.add("prov:wasDerivedFrom", Kind::resource, article_id(view, evidence.article));
            subject.add("schema:citation", Kind::text, evidence.sentence);
        }
    }
    return subject.take();
}

RdfSubject relation_statements(const graph::GraphView& view, std::size_t index) {
    const graph::RelationEdge& relation = view.relations[index];
    Subject subject("f:relation-" + std::to_string(index));
    subject.add("a", Kind::resource, "schema:Role");
    subject.add("schema:roleName", Kind::text, relation.relation);
    subject.add("schema:agent", Kind::resource, actor_id(view, relation.source));
    subject.add("schema:object", Kind::resource, actor_id(view, relation.target));
    subject.add("schema:startDate", Kind::date, first_day(relation.active));
    subject.add("schema:endDate", Kind::date, last_day(relation.active));
    subject.add("schema:value", Kind::number, fmt::format("{:.6g}", relation.goldstein));
    return subject.take();
}

} // namespace

std::span<const Prefix> rdf_prefixes() {
    return prefixes;
}

std::vector<RdfSubject> make_statements(const graph::GraphView& view) {
    std::vector<RdfSubject> out;
    for (std::uint32_t i = 0; i < view.articles.size(); ++i) {
        out.push_back(article_statements(view, i));
    }
    for (std::uint32_t i = 0; i < view.actors.size(); ++i) {
        out.push_back(actor_statements(view, i));
        for (std::size_t k = 0; k < view.actors[i].roles.size(); ++k) {
            out.push_back(role_statements(view, i, k));
        }
    }
    for (const graph::EventNode& event : view.events) {
        out.push_back(event_statements(view, event));
    }
    for (std::size_t i = 0; i < view.relations.size(); ++i) {
        out.push_back(relation_statements(view, i));
    }
    return out;
}

} // namespace fasti::exporters
