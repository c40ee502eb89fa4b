// The table of commands, and the program around it. See command.hpp.
#include "cli/command.hpp"

#include "cli/version.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace fasti::cli {
namespace {

constexpr std::array<Command, 12> table = {{
    {"build", "Reads articles and builds a story: timeline, graph, page",
     "fasti build articles/ --published 2021-10-20 --story out", setup_build},
    {"timeline", "The ranked timeline of a story", "fasti timeline out --actor NATO --top 10", setup_timeline},
    {"query", "Actors, events and how they are related", "fasti query out between NATO Russia", setup_query},
    {"show", "One actor, event or article with its evidence", "fasti show out NATO", setup_show},
    {"export", "Writes a story in another format", "fasti export out --format gexf -o story.gexf", setup_export},
    {"view", "Serves the story's page on this machine, or writes it as one file", "fasti view out -o page.html",
     setup_view},
    {"remove", "Takes an article out of a story", "fasti remove out 2021-10-20_defence", setup_remove},
    {"annotate", "What is found in each article, as JSON Lines", "fasti annotate article.txt --published 2021-10-20",
     setup_annotate},
    {"triples", "Who did what to whom, as tab-separated lines", "fasti triples article.txt", setup_triples},
    {"parse", "Words, tags, names and trees as CoNLL-U", "fasti parse article.txt", setup_parse},
    {"resolve", "What one time expression means", "fasti resolve 'last Wednesday' --published 2021-10-20 --explain",
     setup_resolve},
    {"rules", "The temporal rules: list, check, test", "fasti rules list", setup_rules},
}};

bool wants_color(const std::string& when, const Console& console) {
    if (when == "auto") {
        const char* off = std::getenv("NO_COLOR");
        return console.err_is_terminal && (off == nullptr || *off == '\0');
    }
    return when == "always";
}

} // namespace

std::span<const Command> commands() {
    return table;
}

int run_program(std::span<const std::string> arguments, Console& console) {
    CLI::App app{"Turns news articles into a timeline and a knowledge graph: who did what, to whom, where and when."};
    app.name("fasti");
    app.set_version_flag("--version", std::string("fasti ") + version);
    app.require_subcommand(1);
    app.fallthrough();
    app.footer("fasti COMMAND --help shows the options of a command and an example.");
    std::string color = "auto";
    app.add_option("--color", color, "Colour: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();

    Run chosen;
    for (const Command& command : table) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer(std::string("Example:\n  ") + command.example);
        sub->final_callback([run = command.setup(*sub), &chosen] { chosen = run; });
    }
    // CLI11 takes the arguments from the back.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, console.out, console.err) == 0 ? exit_done : exit_usage;
    }
    console.color = wants_color(color, console);
    try {
        return chosen(console);
    } catch (const std::bad_alloc&) {
        return report(console, {ErrorCode::internal, "out of memory", "", "fewer articles at a time, or --jobs 1"});
    }
}

} // namespace fasti::cli
