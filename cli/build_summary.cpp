// See build_summary.hpp.
#include "cli/build_summary.hpp"

#include "exporters/date_text.hpp"
#include "graph/query.hpp"
#include "graph/timeline.hpp"

#include <fmt/format.h>

namespace fasti::cli {
namespace {

constexpr std::uint32_t timeline_lines = 10;
constexpr std::size_t actor_lines = 5;

std::uint32_t count(const graph::Summary& summary, AnchorReason reason) {
    const auto i = static_cast<std::size_t>(reason);
    return i < summary.events_by_reason.size() ? summary.events_by_reason[i] : 0;
}

// As a shell takes it.
std::string shell_word(const std::string& text) {
    if (text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-") ==
        std::string::npos) {
        return text;
    }
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return out + "'";
}

void print_counts(const graph::Summary& summary, const AddCounts& counts, std::ostream& out) {
    out << fmt::format("{} ({} added, {} replaced, {} unchanged{}), {}, {} from {}, {} disputed\n",
                       counted(summary.articles, "article"), counts.added, counts.replaced, counts.unchanged,
                       summary.copies == 0 ? "" : fmt::format("; {} are copies of others", summary.copies),
                       counted(summary.actors, "actor"), counted(summary.events, "event"),
                       counted(summary.reports, "report"), summary.disputed);
    const std::uint32_t by_words = count(summary, AnchorReason::expression) + count(summary, AnchorReason::ordered) +
                                   count(summary, AnchorReason::shared) + count(summary, AnchorReason::background) +
                                   count(summary, AnchorReason::other_report) + count(summary, AnchorReason::decision);
    out << fmt::format("events dated by an expression {}, by the news day {}, by the publication date {}, undated {}\n",
                       by_words, count(summary, AnchorReason::news_day), count(summary, AnchorReason::published),
                       summary.undated_events);
}

void print_undated(const ingest::Report& read, std::ostream& err) {
    if (read.undated == 0) {
        return;
    }
    err << fmt::format("{} without a publication date, so that {} relative dates stay unresolved:\n",
                       read.undated == 1 ? "1 article is" : std::to_string(read.undated) + " articles are",
                       read.undated == 1 ? "its" : "their");
    for (const std::string& origin : read.first_undated) {
        err << "  " << origin << '\n';
    }
    err << "  try: --published DATE for all of them, --dates FILE.tsv (path, date) for each,\n"
           "       or a header line 'Date: 2021-10-20' or a file name like 2021-10-20_slug.txt\n";
}

} // namespace

Status print_summary(const graph::Story& story, const std::string& folder, const ingest::Report& read,
                     const AddCounts& counts, Console& console) {
    const auto summary = story.summary();
    if (!summary) {
        return summary.error();
    }
    print_undated(read, console.err);
    std::ostream& out = console.out;
    print_counts(*summary, counts, out);

    graph::TimelineQuery query;
    query.top = timeline_lines;
    const auto timeline = graph::timeline(story, query);
    if (!timeline) {
        return timeline.error();
    }
    if (!timeline->view.timeline.empty()) {
        out << "\nWhat mattered most:\n";
    }
    for (const graph::TimelineEntry& entry : timeline->view.timeline) {
        const graph::EventNode& event = timeline->view.events[entry.event];
        const std::string date = exporters::date_text(event.when, event.granularity, event.mod);
        out << fmt::format("  {:<20}  {}\n", date, event.headline);
    }

    graph::QueryOptions first;
    first.limit = actor_lines;
    const auto actors = graph::actors(story, first);
    if (!actors) {
        return actors.error();
    }
    if (!actors->actors.empty()) {
        out << "\nWho appeared most:\n";
    }
    for (const graph::ActorNode& actor : actors->actors) {
        out << fmt::format("  {} ({}): {}, {}\n", actor.name, to_string(actor.type), counted(actor.articles, "article"),
                           counted(actor.events, "event"));
    }

    const std::string program = "  " + shell_word(console.program);
    const std::string place = shell_word(folder);
    out << "\nTry:\n";
    if (actors->actors.size() > 1) {
        out << program << " query " << place << " between " << shell_word(actors->actors[0].name) << ' '
            << shell_word(actors->actors[1].name) << '\n';
    }
    if (!actors->actors.empty()) {
        out << program << " timeline " << place << " --actor " << shell_word(actors->actors[0].name) << " --top 10\n";
    } else {
        out << program << " query " << place << " articles\n";
    }
    out << program << " view " << place << '\n';
    return {};
}

} // namespace fasti::cli
