// fasti remove: takes an article out of a story and links what it leaves behind anew.
#include "cli/command.hpp"
#include "cli/read_again.hpp"
#include "cli/story_files.hpp"
#include "graph/story.hpp"

#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::string id;
    bool no_files = false;
};

int run(const Options& options, Console& console) {
    auto story = graph::Story::open_readonly(options.story); // a wrong path must not make a new story
    if (story) {
        story = graph::Story::create_or_open(options.story);
    }
    if (!story) {
        return report(console, story.error());
    }
    const auto removed = story->remove(options.id);
    if (!removed) {
        return report(console, removed.error());
    }
    if (!*removed) {
        return report(console, {ErrorCode::not_found, "the story has no article '" + options.id + "'", options.story,
                                "fasti query " + options.story + " articles"});
    }
    const auto engine = [] { return Engine::load(Depth::events, {}, {}); };
    const Status again = read_outdated_again(*story, engine, 1);
    if (const Status linked = again ? story->link() : again; !linked) {
        return report(console, linked.error());
    }
    if (!options.no_files) {
        auto files = StoryFiles::open(options.story);
        if (!files) {
            return report(console, files.error());
        }
        if (const Status written = files->write(*story, console); !written) {
            return report(console, written.error());
        }
    }
    console.err << "removed " << options.id << '\n';
    return exit_done;
}

} // namespace

Run setup_remove(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story")->required();
    app.add_option("id", options->id, "Id of the article, as `fasti query STORY articles` prints it")->required();
    app.add_flag("--no-files", options->no_files, "Leave timeline.json, graph.graphml and index.html as they are");
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
