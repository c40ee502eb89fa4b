// Linking a story as a whole, the user's decisions, and why things were merged.
#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "graph/link_points.hpp"
#include "graph/names.hpp"
#include "graph/query.hpp"
#include "graph/relink.hpp"
#include "graph/story.hpp"
#include "graph/story_file.hpp"

#include <algorithm>

namespace fasti::graph {
namespace {

/// Numbers of the names that a typed name means, by any of its forms.
std::vector<std::uint32_t> names_like(Story::Impl& story, const std::string& typed) {
    std::vector<std::uint32_t> out;
    Query q = story.database->query("SELECT name FROM name_key WHERE key = ?");
    for (const ActorType type : {ActorType::person, ActorType::organization}) {
        q << form_key(name_form(typed, type, story.lexicon));
        while (q.step()) {
            out.push_back(q.number(0));
        }
        q.run();
    }
    return out;
}

void touch_decisions(Story::Impl& story) {
    for (const auto* list : {&story.decisions.same, &story.decisions.different, &story.decisions.rename}) {
        for (const NameDecision& d : *list) {
            for (const std::string& name : d.names) {
                for (const std::uint32_t number : names_like(story, name)) {
                    story.changes.names.insert(number);
                }
            }
        }
    }
    Query mates =
        story.database->query("SELECT num FROM report WHERE event = (SELECT event FROM report WHERE num = ?)");
    for (const EventDecision& d : story.decisions.events) {
        for (const QuotedPlace* place : {&d.place, &d.other}) {
            if (const auto report = find_report(story, *place)) {
                mates << *report;
                while (mates.step()) {
                    story.changes.regroup.insert(mates.integer(0));
                }
                mates.run();
            }
        }
    }
}

} // namespace

Status Story::set_decisions(std::string_view text, std::string_view path) {
    auto decisions = parse_decisions(text, path);
    if (!decisions) {
        return decisions.error();
    }
    if (Status status = impl_->ensure_writing(); !status) {
        return status.error();
    }
    if (impl_->meta("decisions") != text) {
        touch_decisions(*impl_);
        impl_->decisions = std::move(*decisions);
        impl_->set_meta("decisions", text);
        touch_decisions(*impl_);
        impl_->changes.any = true;
    }
    if (impl_->database->failed()) {
        return impl_->roll_back(impl_->database->status().error());
    }
    return {};
}

Result<std::vector<UnmatchedDecision>> Story::unmatched_decisions() const {
    std::vector<UnmatchedDecision> out;
    const auto why_unknown = [&](const std::string& name) {
        const auto near = find_actor(*this, name);
        if (near) {
            return "no actor of this very name; the nearest is '" + near->name + "'";
        }
        const std::string& hint = near.error().hint;
        return "no actor of this name" + (hint.starts_with("did you mean") ? "; " + hint : std::string{});
    };
    const auto check_names = [&](const std::vector<NameDecision>& list, std::string_view verb, std::size_t names) {
        for (const NameDecision& d : list) {
            for (std::size_t i = 0; i < std::min(names, d.names.size()); ++i) {
                if (names_like(*impl_, d.names[i]).empty()) {
                    out.push_back({d.line, std::string(verb) + " \"" + d.names[i] + "\"", why_unknown(d.names[i])});
                }
            }
        }
    };
    check_names(impl_->decisions.same, "same", 1000);
    check_names(impl_->decisions.different, "different", 2);
    check_names(impl_->decisions.rename, "rename", 1);
    for (const EventDecision& d : impl_->decisions.events) {
        for (const QuotedPlace* place : {&d.place, &d.other}) {
            if (!place->article.empty() && !find_report(*impl_, *place)) {
                const auto known = article(place->article);
                const bool said = known && known->text.find(place->phrase) != std::string::npos;
                out.push_back({d.line, "event " + place->article + " \"" + place->phrase + "\"",
                               !known ? "no article of this id"
                               : said ? "no event of this article stands in this phrase"
                                      : "this article has no such words"});
            }
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    if (impl_->database->failed()) {
        return impl_->database->status().error();
    }
    return out;
}

Status Story::link() {
    if (Status status = impl_->ensure_writing(); !status) {
        return status.error();
    }
    Database& db = *impl_->database;
    if (impl_->changes.any) {
        relink_copies(*impl_);
        relink_actors(*impl_);
        relink_events(*impl_);
        write_tally(db, impl_->changes.tally);
        const std::string generation = impl_->meta("generation");
        impl_->set_meta("generation", std::to_string((generation.empty() ? 0 : std::stoull(generation)) + 1));
    }
    db.execute("COMMIT");
    if (db.failed()) {
        return impl_->roll_back(db.status().error());
    }
    impl_->writing = false;
    impl_->changes = {};
    return {};
}

Status Story::link_all() {
    if (Status status = impl_->ensure_writing(); !status) {
        return status.error();
    }
    Database& db = *impl_->database;
    db.execute(
        "DELETE FROM event; DELETE FROM event_actor; DELETE FROM actor_edge; DELETE FROM pair; DELETE FROM report_key;"
        "UPDATE report SET event = NULL, keys = x''; DELETE FROM actor; DELETE FROM name_merge;"
        "UPDATE name SET actor = NULL; DELETE FROM meta WHERE key = 'last_actor'");
    Query names = db.query("SELECT num FROM name");
    while (names.step()) {
        impl_->changes.names.insert(names.number(0));
    }
    Query reports = db.query("SELECT num FROM report");
    while (reports.step()) {
        impl_->changes.reports.insert(reports.integer(0));
        impl_->changes.fresh.insert(reports.integer(0));
    }
    Query articles = db.query("SELECT num FROM article");
    while (articles.step()) {
        impl_->changes.articles.insert(articles.number(0));
    }
    // What waits to be counted is counted here, and what link() adds on top.
    impl_->changes.tally = {};
    renew_tally(db);
    impl_->changes.any = true;
    return link();
}

Result<std::vector<MergeReason>> Story::merges(std::string_view id) const {
    Database& db = *impl_->database;
    std::vector<MergeReason> out;
    Query actor = db.query("SELECT name_merge.first, name_merge.second, points, reasons FROM name_merge JOIN actor"
                           " ON actor.num = name_merge.actor WHERE actor.id = ?");
    actor << id;
    while (actor.step()) {
        out.push_back({std::string(actor.text(0)), std::string(actor.text(1)), static_cast<int>(actor.integer(2)),
                       std::string(actor.text(3))});
    }
    const auto describe = [&](std::int64_t number) {
        std::string text;
        Query q = db.query("SELECT data FROM report WHERE num = ?");
        Query article = db.query("SELECT id FROM article WHERE num = ?");
        q << number;
        article << article_of(number);
        if (q.step() && article.step()) {
            const auto report = read_report(q.text(0));
            text = std::string(article.text(0)) + ": " + (report ? report->headline : std::string{});
        }
        return text;
    };
    Query pairs = db.query("SELECT earlier, pair.report, points, reasons FROM pair JOIN report AS a ON"
                           " a.num = earlier JOIN report AS b ON b.num = pair.report WHERE a.event = b.event AND "
                           "a.event = (SELECT num FROM event WHERE id = ?)");
    pairs << id;
    while (pairs.step()) {
        std::string first = describe(pairs.integer(0));
        std::string second = describe(pairs.integer(1));
        if (second < first) {
            std::swap(first, second);
        }
        out.push_back({std::move(first), std::move(second), static_cast<int>(pairs.integer(2)),
                       describe_reasons(static_cast<std::uint32_t>(pairs.integer(3)))});
    }
    std::sort(out.begin(), out.end(), [](const MergeReason& a, const MergeReason& b) {
        return std::tie(b.points, a.first, a.second) < std::tie(a.points, b.first, b.second);
    });
    if (db.failed()) {
        return db.status().error();
    }
    return out;
}

} // namespace fasti::graph
