// See answers.hpp.
#include "cli/answers.hpp"

#include "exporters/date_text.hpp"
#include "exporters/elements.hpp"
#include "exporters/event_words.hpp"

#include <algorithm>
#include <numeric>

namespace fasti::cli {
namespace {

std::vector<std::string> versions(const graph::GraphView& view, const graph::EventNode& event) {
    std::vector<std::string> out;
    for (const graph::EventVersion& version : event.versions) {
        std::string line = version.attribute + " " + version.value + " (";
        for (std::size_t i = 0; i < version.articles.size(); ++i) {
            line += (i > 0 ? ", " : "") + view.articles[version.articles[i]].id;
        }
        out.push_back(line + ")");
    }
    return out;
}

} // namespace

void say_matches(Console& console, std::span<const graph::ActorMatch> matches) {
    for (const graph::ActorMatch& match : matches) {
        if (!match.exact) {
            console.err << "taken for " << match.name << " (" << match.id << ")\n";
        }
    }
}

Cell first_cell(const Interval& interval) {
    return text_cell(exporters::first_day(interval));
}

Cell last_cell(const Interval& interval) {
    return text_cell(exporters::last_day(interval));
}

std::vector<std::uint32_t> indices(std::size_t n) {
    std::vector<std::uint32_t> out(n);
    std::iota(out.begin(), out.end(), 0u);
    return out;
}

std::vector<std::string> evidence_lines(const graph::GraphView& view, const graph::EventNode& event) {
    std::vector<std::string> out;
    for (const graph::Evidence& evidence : event.evidence) {
        const std::string where = evidence.article < view.articles.size() ? view.articles[evidence.article].id : "";
        out.push_back(where + ": " + evidence.sentence);
    }
    return out;
}

std::vector<std::string> event_lines(const graph::GraphView& view, std::span<const std::uint32_t> events) {
    std::vector<std::string> out;
    for (const std::uint32_t index : events) {
        const graph::EventNode& event = view.events[index];
        std::string line = event.headline + " (" + exporters::date_text(event.when, event.granularity, event.mod) + ")";
        if (std::find(out.begin(), out.end(), line) == out.end()) { // one sentence may tell of several events
            out.push_back(std::move(line));
        }
    }
    return out;
}

Rows actor_rows(const graph::GraphView& view) {
    Rows rows{{"name", "type", "country", "mentions", "articles", "events", "first", "last", "roles", "aliases", "id"},
              {}};
    for (const graph::ActorNode& actor : view.actors) {
        std::vector<std::string> roles;
        for (const graph::DatedRole& role : actor.roles) {
            roles.push_back(role.role);
        }
        rows.rows.push_back({actor.name, std::string(to_string(actor.type)), text_cell(actor.country),
                             static_cast<std::int64_t>(actor.mentions), static_cast<std::int64_t>(actor.articles),
                             static_cast<std::int64_t>(actor.events), first_cell(actor.active), last_cell(actor.active),
                             roles, actor.aliases, actor.id});
    }
    return rows;
}

Rows event_rows(const graph::GraphView& view, std::span<const std::uint32_t> events, bool evidence, bool disputes) {
    Rows rows{{"from", "to", "headline", "type", "factuality", "certainty", "actors", "reports", "disputed", "id"}, {}};
    if (evidence || disputes) {
        rows.columns.emplace_back("versions");
    }
    if (evidence) {
        rows.columns.emplace_back("evidence");
    }
    for (const std::uint32_t index : events) {
        const graph::EventNode& event = view.events[index];
        auto& row = rows.rows.emplace_back(
            std::vector<Cell>{first_cell(event.when), last_cell(event.when), event.headline,
                              text_cell(std::string(to_string(event.type))), std::string(to_string(event.factuality)),
                              std::string(to_string(event.certainty)), exporters::actor_names(view, event),
                              static_cast<std::int64_t>(event.evidence.size()), event.disputed, event.id});
        if (evidence || disputes) {
            row.emplace_back(versions(view, event));
        }
        if (evidence) {
            row.emplace_back(evidence_lines(view, event));
        }
    }
    return rows;
}

Rows article_rows(const graph::GraphView& view) {
    Rows rows{{"id", "published", "title", "source", "url", "copy_of"}, {}};
    for (const graph::ArticleNode& article : view.articles) {
        rows.rows.push_back({article.id, text_cell(article.published), text_cell(article.title),
                             text_cell(article.source), text_cell(article.url), text_cell(article.duplicate_of)});
    }
    return rows;
}

} // namespace fasti::cli
