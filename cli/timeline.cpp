// fasti timeline: the ranked timeline of a story, of an actor, of several together.
#include "graph/timeline.hpp"
#include "cli/answers.hpp"
#include "cli/command.hpp"
#include "cli/period_options.hpp"
#include "cli/rows.hpp"
#include "exporters/date_text.hpp"
#include "exporters/event_words.hpp"
#include "exporters/exporter.hpp"
#include "exporters/timeline_json.hpp"

#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::vector<std::string> actors;
    PeriodOptions period;
    std::uint32_t top = 0;
    bool all = false;
    std::string factuality;
    std::string type;
    std::string place;
    std::string format;
};

void write_table(const graph::GraphView& view, std::ostream& out) {
    Rows rows{{"date", "rank", "headline", "actors", "reports"}, {}};
    for (const graph::TimelineEntry& entry : view.timeline) {
        const graph::EventNode& event = view.events[entry.event];
        std::string date = exporters::date_text(event.when, event.granularity, event.mod);
        if (event.certainty != Certainty::exact && event.when.from) {
            date += event.certainty == Certainty::ambiguous ? " (ambiguous)" : " (implied)";
        }
        rows.rows.push_back({date, static_cast<std::int64_t>(entry.rank),
                             event.headline + (event.disputed ? " [disputed]" : ""),
                             exporters::actor_names(view, event), static_cast<std::int64_t>(event.evidence.size())});
    }
    write_rows(rows, RowFormat::table, out);
}

std::string title_of(const graph::Timeline& timeline) {
    std::string title;
    for (const graph::ActorMatch& match : timeline.matches) {
        title += (title.empty() ? "" : ", ") + match.name;
    }
    return title;
}

int run(const Options& options, Console& console) {
    const auto period = options.period.interval();
    if (!period) {
        return report(console, period.error());
    }
    if (Status status = graph::check_event_type(options.type); !status) {
        return report(console, status.error());
    }
    const auto story = graph::Story::open_readonly(options.story);
    if (!story) {
        return report(console, story.error());
    }
    graph::TimelineQuery query;
    query.actors = options.actors;
    query.period = *period;
    query.top = options.top;
    query.all = options.all;
    query.every_factuality = options.factuality == "all";
    query.type = options.type;
    query.place = options.place;
    const auto timeline = graph::timeline(*story, query);
    if (!timeline) {
        return report(console, timeline.error());
    }
    say_matches(console, timeline->matches);

    const std::string format = !options.format.empty() ? options.format : console.out_is_terminal ? "table" : "json";
    if (format == "table") {
        write_table(timeline->view, console.out);
    } else if (format == "json") {
        exporters::write_timeline_json(timeline->view, title_of(*timeline), console.out);
    } else {
        // The other formats are exporters of the same name, but for these two short forms.
        const std::string name = format == "md" ? "markdown" : format == "csv" ? "csv-timeline" : format;
        const exporters::Exporter* exporter = exporters::find_exporter(name);
        if (exporter == nullptr) {
            return report(console, {ErrorCode::usage, "there is no format '" + format + "'", "--format", ""});
        }
        exporter->write(timeline->view, {}, console.out);
    }
    return exit_done;
}

} // namespace

Run setup_timeline(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story")->required();
    app.add_option("--actor", options->actors, "Only events of this actor; several times: of all of them together")
        ->allow_extra_args(false);
    add_period_options(app, options->period);
    app.add_option("--top", options->top, "As many of the most important events");
    app.add_flag("--all", options->all, "Every event, undated ones last");
    app.add_option("--factuality", options->factuality, "'all' adds what is possible, denied or hypothetical")
        ->check(CLI::IsMember({"all"}));
    app.add_option("--type", options->type, "Only events of this type, such as reject or consult");
    app.add_option("--place", options->place, "Only events in this place");
    app.add_option("--format", options->format, "table, json, timelinejs, csv, md or ics")
        ->check(CLI::IsMember({"table", "json", "timelinejs", "csv", "md", "ics"}));
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
