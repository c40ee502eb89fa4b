// See csv.hpp.
#include "exporters/csv.hpp"

#include "exporters/csv_writer.hpp"
#include "exporters/date_text.hpp"
#include "exporters/elements.hpp"
#include "exporters/event_words.hpp"

#include <fmt/format.h>

namespace fasti::exporters {
namespace {

std::string number(double value) {
    return fmt::format("{:.6g}", value);
}

std::string joined(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, "; "));
}

} // namespace

void write_csv_nodes(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    const Elements elements = make_elements(view);
    write_csv_row(out, {"id", "label", "kind", "start", "end", "size", "x", "y", "country", "mentions", "events",
                        "rank", "type", "factuality", "certainty"});
    for (const NodeElement& node : elements.nodes) {
        const graph::ActorNode* actor = node.actor;
        const graph::EventNode* event = node.event;
        write_csv_row(out, {node.id, csv_cell(node.label), node.kind, first_day(node.when), last_day(node.when),
                            number(node.size), number(node.position.x), number(node.position.y),
                            actor != nullptr ? csv_cell(actor->country) : "",
                            actor != nullptr ? std::to_string(actor->mentions) : "",
                            actor != nullptr ? std::to_string(actor->events) : "",
                            actor != nullptr ? number(actor->rank) : "",
                            event != nullptr ? std::string(to_string(event->type)) : "",
                            event != nullptr ? std::string(to_string(event->factuality)) : "",
                            event != nullptr ? std::string(to_string(event->certainty)) : ""});
    }
}

void write_csv_edges(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    const Elements elements = make_elements(view);
    write_csv_row(out,
                  {"id", "source", "target", "relation", "directed", "weight", "goldstein", "events", "start", "end"});
    for (const EdgeElement& edge : elements.edges) {
        write_csv_row(out,
                      {edge.id, elements.nodes[edge.source].id, elements.nodes[edge.target].id, csv_cell(edge.relation),
                       edge.directed ? "true" : "false", number(edge.weight), number(edge.goldstein),
                       std::to_string(edge.events), first_day(edge.when), last_day(edge.when)});
    }
}

void write_csv_events(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    write_csv_row(out, {"id", "from", "to", "date_text", "granularity", "certainty", "headline", "type", "class",
                        "factuality", "actors", "place", "score", "voices", "disputed", "articles", "sentence"});
    for (const graph::EventNode& event : view.events) {
        std::vector<std::string> articles;
        for (const graph::Evidence& evidence : event.evidence) {
            if (evidence.article < view.articles.size()) {
                articles.push_back(view.articles[evidence.article].id);
            }
        }
        write_csv_row(out, {csv_cell(event.id), first_day(event.when), last_day(event.when),
                            csv_cell(date_text(event.when, event.granularity, event.mod)),
                            std::string(to_string(event.granularity)), std::string(to_string(event.certainty)),
                            csv_cell(event.headline), std::string(to_string(event.type)),
                            std::string(to_string(event.event_class)), std::string(to_string(event.factuality)),
                            csv_cell(joined(actor_names(view, event))), csv_cell(place_name(view, event)),
                            number(event.score), std::to_string(event.voices), event.disputed ? "true" : "false",
                            csv_cell(joined(articles)),
                            csv_cell(event.evidence.empty() ? "" : event.evidence.front().sentence)});
    }
}

void write_csv_timeline(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    write_csv_row(
        out, {"date", "date_text", "certainty", "headline", "actors", "place", "source", "title", "url", "sentence"});
    static const graph::ArticleNode no_article;
    static const graph::Evidence no_evidence;
    for (const graph::TimelineEntry& entry : view.timeline) {
        const graph::EventNode& event = view.events[entry.event];
        const graph::Evidence& best = event.evidence.empty() ? no_evidence : event.evidence.front();
        const graph::ArticleNode& article =
            best.article < view.articles.size() ? view.articles[best.article] : no_article;
        write_csv_row(out, {first_day(event.when), csv_cell(date_text(event.when, event.granularity, event.mod)),
                            std::string(to_string(event.certainty)), csv_cell(event.headline),
                            csv_cell(joined(actor_names(view, event))), csv_cell(place_name(view, event)),
                            csv_cell(article.source), csv_cell(article.title), csv_cell(article.url),
                            csv_cell(best.sentence)});
    }
}

void write_neo4j_nodes(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    const Elements elements = make_elements(view);
    write_csv_row(out, {"id:ID", "name", "kind", "start", "end", "size:double", ":LABEL"});
    for (const NodeElement& node : elements.nodes) {
        write_csv_row(out, {node.id, csv_cell(node.label), node.kind, first_day(node.when), last_day(node.when),
                            number(node.size), node.actor != nullptr ? "Actor" : "Event"});
    }
}

void write_neo4j_edges(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    const Elements elements = make_elements(view);
    write_csv_row(out, {":START_ID", ":END_ID", "weight:double", "goldstein:double", "start", "end", ":TYPE"});
    for (const EdgeElement& edge : elements.edges) {
        std::string type; // Cypher's way: AGENT, CO_OCCURS
        for (const char c : edge.relation) {
            type += c == '-' || c == ' ' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        }
        write_csv_row(out, {elements.nodes[edge.source].id, elements.nodes[edge.target].id, number(edge.weight),
                            number(edge.goldstein), first_day(edge.when), last_day(edge.when), csv_cell(type)});
    }
}

} // namespace fasti::exporters
