// fasti query: actors, events and how they are related.
#include "graph/query.hpp"
#include "cli/answers.hpp"
#include "cli/command.hpp"
#include "cli/period_options.hpp"
#include "exporters/date_text.hpp"

#include <array>
#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::string what;
    std::vector<std::string> names;
    PeriodOptions period;
    graph::QueryOptions query;
    std::string by = "hops";
    bool evidence = false;
    std::optional<RowFormat> format;
};

// What a question found: rows, or the error that prevented them.
using Answer = Result<Rows>;

Answer answer_actors(const graph::Story& story, const Options& options, Console&) {
    const auto view = graph::actors(story, options.query);
    return view ? Answer(actor_rows(*view)) : Answer(view.error());
}

Answer answer_events(const graph::Story& story, const Options& options, Console&) {
    const auto view = graph::events(story, options.query);
    return view ? Answer(event_rows(*view, indices(view->events.size()), options.evidence, options.query.disputed))
                : Answer(view.error());
}

Answer answer_articles(const graph::Story& story, const Options& options, Console&) {
    const auto view = graph::articles(story, options.query);
    return view ? Answer(article_rows(*view)) : Answer(view.error());
}

Rows contact_rows(const graph::Neighbors& found, bool evidence) {
    Rows rows{{"name", "type", "weight", "goldstein", "first", "last", "events", "relations", "id"}, {}};
    if (evidence) {
        rows.columns.emplace_back("evidence");
    }
    for (const graph::Contact& contact : found.contacts) {
        const graph::ActorNode& actor = found.view.actors[contact.actor];
        auto& row = rows.rows.emplace_back(
            std::vector<Cell>{actor.name, std::string(to_string(actor.type)), contact.weight, contact.goldstein,
                              first_cell(contact.active), last_cell(contact.active),
                              static_cast<std::int64_t>(contact.events.size()), contact.relations, actor.id});
        if (evidence) {
            row.emplace_back(event_lines(found.view, contact.events));
        }
    }
    return rows;
}

Answer answer_neighbors(const graph::Story& story, const Options& options, Console& console) {
    const auto found = graph::neighbors(story, options.names[0], options.query);
    if (!found) {
        return found.error();
    }
    say_matches(console, std::array{found->match});
    return contact_rows(*found, options.evidence);
}

// A profile is told in three parts, which a table shows one after the other.
Answer answer_actor(const graph::Story& story, const Options& options, Console& console) {
    const auto found = graph::actor_profile(story, options.names[0], options.query);
    if (!found) {
        return found.error();
    }
    say_matches(console, std::array{found->match});
    const graph::ActorNode& actor = found->view.actors[found->actor];
    Rows rows{{"what", "first", "last", "text"}, {}};
    if (options.evidence) {
        rows.columns.emplace_back("evidence");
    }
    const auto add = [&](const char* what, const Interval& when, std::string text,
                         const std::vector<std::string>& evidence) {
        auto& row = rows.rows.emplace_back(
            std::vector<Cell>{std::string(what), first_cell(when), last_cell(when), std::move(text)});
        if (options.evidence) {
            row.emplace_back(evidence);
        }
    };
    add("actor", actor.active,
        actor.name + " (" + std::string(to_string(actor.type)) + (actor.country.empty() ? "" : ", " + actor.country) +
            ", " + actor.id + ")",
        {});
    for (const graph::DatedRole& role : actor.roles) {
        add("role", role.held, role.role, {});
    }
    for (const std::string& alias : actor.aliases) {
        add("alias", {}, alias, {});
    }
    for (const graph::Contact& contact : found->contacts) {
        std::string text = found->view.actors[contact.actor].name;
        for (std::size_t i = 0; i < contact.relations.size(); ++i) {
            text += (i == 0 ? ": " : ", ") + contact.relations[i];
        }
        add("partner", contact.active, std::move(text), event_lines(found->view, contact.events));
    }
    for (const graph::TimelineEntry& entry : found->view.timeline) {
        const graph::EventNode& event = found->view.events[entry.event];
        add("event", event.when, event.headline, evidence_lines(found->view, event));
    }
    return rows;
}

Answer answer_between(const graph::Story& story, const Options& options, Console& console) {
    const auto found = graph::between(story, options.names[0], options.names[1], options.query);
    if (!found) {
        return found.error();
    }
    say_matches(console, std::array{found->first_match, found->second_match});
    if (found->series.empty()) {
        console.err << "no dated event joins " << found->first_match.name << " and " << found->second_match.name
                    << (options.query.every_factuality
                            ? "\n"
                            : "; --factuality all also looks at what was denied or possible\n");
    }
    Rows rows{{"period", "first", "last", "cooperation", "conflict", "other", "goldstein", "events"}, {}};
    for (const graph::RelationPeriod& period : found->series) {
        rows.rows.push_back({exporters::date_text(period.when, period.granularity), first_cell(period.when),
                             last_cell(period.when), static_cast<std::int64_t>(period.cooperation),
                             static_cast<std::int64_t>(period.conflict), static_cast<std::int64_t>(period.other),
                             period.goldstein, event_lines(found->view, period.events)});
    }
    return rows;
}

Answer answer_path(const graph::Story& story, const Options& options, Console& console) {
    const graph::PathBy by = options.by == "weight" ? graph::PathBy::weight
                             : options.by == "time" ? graph::PathBy::time
                                                    : graph::PathBy::hops;
    const auto found = graph::path(story, options.names[0], options.names[1], by, options.query);
    if (!found) {
        return found.error();
    }
    say_matches(console, std::array{found->first_match, found->second_match});
    if (found->steps.empty()) {
        console.err << "no path joins " << found->first_match.name << " and " << found->second_match.name << '\n';
    }
    Rows rows{{"from", "relation", "to", "weight", "events"}, {}};
    for (const graph::PathStep& step : found->steps) {
        rows.rows.push_back({found->view.actors[step.from].name, step.relation, found->view.actors[step.to].name,
                             step.weight, event_lines(found->view, step.events)});
    }
    return rows;
}

Answer answer_top(const graph::Story& story, const Options& options, Console&) {
    const auto found = graph::top(story, options.query);
    if (!found) {
        return found.error();
    }
    Rows rows{{"name", "type", "pagerank", "betweenness", "degree", "strength", "community", "id"}, {}};
    for (const graph::TopActor& top : found->actors) {
        const graph::ActorNode& actor = found->view.actors[top.actor];
        rows.rows.push_back({actor.name, std::string(to_string(actor.type)), top.pagerank, top.betweenness,
                             static_cast<std::int64_t>(top.degree), top.strength,
                             static_cast<std::int64_t>(top.community), actor.id});
    }
    return rows;
}

Answer answer_find(const graph::Story& story, const Options& options, Console& console) {
    const auto found = graph::find(story, options.names[0], options.query);
    if (!found) {
        return found.error();
    }
    say_matches(console, found->matches);
    Rows rows{{"kind", "from", "to", "text", "article", "id"}, {}};
    for (const graph::TimelineEntry& entry : found->view.timeline) {
        const graph::EventNode& event = found->view.events[entry.event];
        const bool shown = !event.evidence.empty();
        rows.rows.push_back({std::string("event"), first_cell(event.when), last_cell(event.when),
                             options.evidence && shown ? event.evidence.front().sentence : event.headline,
                             shown ? Cell{found->view.articles[event.evidence.front().article].id} : Cell{}, event.id});
    }
    for (const graph::SentenceHit& hit : found->sentences) {
        rows.rows.push_back(
            {std::string("sentence"), Cell{}, Cell{}, hit.sentence, found->view.articles[hit.article].id, Cell{}});
    }
    return rows;
}

struct Question {
    const char* name;
    std::size_t names; ///< how many names it takes
    const char* takes; ///< as its usage says
    Answer (*answer)(const graph::Story&, const Options&, Console&);
};

constexpr std::array<Question, 9> questions = {{{"actors", 0, "", answer_actors},
                                                {"actor", 1, " NAME", answer_actor},
                                                {"between", 2, " A B", answer_between},
                                                {"neighbors", 1, " NAME", answer_neighbors},
                                                {"path", 2, " A B", answer_path},
                                                {"events", 0, "", answer_events},
                                                {"articles", 0, "", answer_articles},
                                                {"top", 0, "", answer_top},
                                                {"find", 1, " 'EXPR'", answer_find}}};

int run(Options options, Console& console) {
    const auto question =
        std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return options.what == q.name; });
    if (question == questions.end()) {
        std::string usage;
        for (const Question& q : questions) {
            usage += std::string(usage.empty() ? "" : ", ") + q.name + q.takes;
        }
        return report(console, {ErrorCode::usage, "this is no question to a story: " + options.what, "", usage});
    }
    if (options.names.size() != question->names) {
        return report(console, {ErrorCode::usage,
                                options.what + " takes " +
                                    (question->names == 0   ? "no name"
                                     : question->names == 1 ? "one name or expression"
                                                            : "two names") +
                                    ", and " + std::to_string(options.names.size()) + " came",
                                "",
                                "query STORY " + options.what + question->takes +
                                    (question->names == 0 ? "" : "; quote a name of several words: 'Sergei Shoigu'")});
    }
    if (options.what != "actors") {
        if (Status status = graph::check_event_type(options.query.type); !status) {
            return report(console, status.error());
        }
    }
    const auto period = options.period.interval();
    if (!period) {
        return report(console, period.error());
    }
    options.query.period = *period;
    const auto story = graph::Story::open_readonly(options.story);
    if (!story) {
        return report(console, story.error());
    }
    const Answer answer = question->answer(*story, options, console);
    if (!answer) {
        return report(console, answer.error());
    }
    write_rows(*answer, row_format(options.format, console), console.out);
    return exit_done;
}

} // namespace

Run setup_query(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story")->required();
    app.add_option("what", options->what,
                   "actors, actor NAME, between A B, neighbors A, path A B, events, articles, top or find 'EXPR'")
        ->required();
    app.add_option("names", options->names, "The names or the expression that the question takes");
    add_period_options(app, options->period);
    app.add_option("--type", options->query.type, "Only events (or actors) of this type");
    app.add_option("--limit", options->query.limit, "At most so many rows");
    app.add_flag("--disputed", options->query.disputed, "Only events on which reports disagree");
    app.add_flag("--evidence", options->evidence, "With the sentences behind each row");
    app.add_option("--by", options->by, "path: by hops, weight or time")
        ->check(CLI::IsMember({"hops", "weight", "time"}))
        ->capture_default_str();
    app.add_option_function<std::string>(
           "--factuality", [options](const std::string&) { options->query.every_factuality = true; },
           "'all' adds what is planned, possible, denied or hypothetical")
        ->check(CLI::IsMember({"all"}));
    add_row_format(app, options->format);
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
