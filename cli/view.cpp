// fasti view: the story's page, written as one offline file.
#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/viewer_template.hpp"
#include "exporters/viewer.hpp"
#include "graph/story.hpp"

#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::string output;
};

int run(const Options& options, Console& console) {
    const auto page = viewer_template();
    if (!page) {
        return report(console, page.error());
    }
    const auto story = graph::Story::open_readonly(options.story);
    if (!story) {
        return report(console, story.error());
    }
    auto file = OutputFile::open(options.output);
    if (!file) {
        return report(console, file.error());
    }
    const auto view = story->view();
    if (!view) {
        return report(console, view.error());
    }
    exporters::write_viewer_page(*view, *page, file->stream());
    const Status done = file->commit();
    return done ? static_cast<int>(exit_done) : report(console, done.error());
}

} // namespace

Run setup_view(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story")->required();
    app.add_option("-o,--output", options->output, "File to write the page to")->required();
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
