// fasti show: one actor, event or article with everything that proves it.
#include "cli/answers.hpp"
#include "cli/command.hpp"
#include "exporters/date_text.hpp"

#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::string id;
    std::optional<RowFormat> format;
};

void add(Rows& rows, std::string what, std::string text, std::string where = {}) {
    rows.rows.push_back({std::move(what), text_cell(std::move(text)), text_cell(std::move(where))});
}

std::string article_words(const graph::GraphView& view, std::uint32_t article) {
    if (article >= view.articles.size()) {
        return {};
    }
    const graph::ArticleNode& node = view.articles[article];
    return node.id + (node.published.empty() ? "" : ", " + node.published);
}

void add_actor(Rows& rows, const graph::GraphView& view, const graph::ActorNode& actor) {
    add(rows, "actor", actor.name, actor.id);
    add(rows, "type", std::string(to_string(actor.type)));
    add(rows, "country", actor.country);
    for (const graph::DatedRole& role : actor.roles) {
        add(rows, "role", role.role, role.held.from ? exporters::date_text(role.held, Granularity::day) : "");
    }
    for (const std::string& alias : actor.aliases) {
        add(rows, "alias", alias);
    }
    for (const std::string& line : event_lines(view, indices(view.events.size()))) {
        add(rows, "event", line);
    }
}

void add_event(Rows& rows, const graph::GraphView& view, const graph::EventNode& event) {
    add(rows, "event", event.headline, event.id);
    add(rows, "when", exporters::date_text(event.when, event.granularity, event.mod),
        std::string(to_string(event.certainty)) + ", by " + std::string(to_string(event.reason)) +
            (event.date_text.empty() ? "" : " '" + event.date_text + "'"));
    add(rows, "class", std::string(to_string(event.event_class)), std::string(to_string(event.type)));
    add(rows, "factuality", std::string(to_string(event.factuality)));
    for (const graph::ParticipantView& participant : event.participants) {
        add(rows, std::string(to_string(participant.role)),
            participant.actor != graph::none ? view.actors[participant.actor].name : participant.text,
            participant.actor != graph::none ? participant.text : "");
    }
    for (const graph::EventVersion& version : event.versions) {
        std::string articles;
        for (const std::uint32_t article : version.articles) {
            articles += (articles.empty() ? "" : "; ") + article_words(view, article);
        }
        add(rows, "version", version.attribute + ": " + version.value, articles);
    }
    for (const graph::Evidence& evidence : event.evidence) {
        add(rows, "evidence", evidence.sentence, article_words(view, evidence.article));
    }
}

int run(const Options& options, Console& console) {
    const auto story = graph::Story::open_readonly(options.story);
    if (!story) {
        return report(console, story.error());
    }
    auto shown = graph::show(*story, options.id);
    if (!shown && shown.error().code == ErrorCode::not_found) {
        // Names are what people know; ids are what programs know.
        if (const auto match = graph::find_actor(*story, options.id)) {
            say_matches(console, {&*match, 1});
            shown = graph::show(*story, match->id);
        }
    }
    if (!shown) {
        return report(console, shown.error());
    }
    Rows rows{{"what", "text", "where"}, {}};
    switch (shown->kind) {
    case graph::Shown::actor:
        add_actor(rows, shown->view, shown->view.actors[shown->index]);
        break;
    case graph::Shown::event:
        add_event(rows, shown->view, shown->view.events[shown->index]);
        break;
    case graph::Shown::article: {
        const graph::ArticleNode& article = shown->view.articles[shown->index];
        add(rows, "article", article.title, article.id);
        add(rows, "published", article.published);
        add(rows, "source", article.source, article.url);
        if (!article.duplicate_of.empty()) {
            add(rows, "copy of", article.duplicate_of);
        }
        for (const std::string& line : event_lines(shown->view, indices(shown->view.events.size()))) {
            add(rows, "event", line);
        }
        add(rows, "text", shown->text);
        break;
    }
    }
    for (const graph::MergeReason& merge : shown->merges) {
        add(rows, "merged", merge.first + " = " + merge.second,
            std::to_string(merge.points) + " points: " + merge.reasons);
    }
    write_rows(rows, row_format(options.format, console), console.out);
    return exit_done;
}

} // namespace

Run setup_show(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story")->required();
    app.add_option("id", options->id, "Id of an actor, event or article, or an actor's name")->required();
    add_row_format(app, options->format);
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
