// See story_files.hpp.
#include "cli/story_files.hpp"

#include "cli/viewer_template.hpp"
#include "exporters/graphml.hpp"
#include "exporters/timelinejs.hpp"
#include "exporters/viewer.hpp"

namespace fasti::cli {
namespace {

// Above this many events the files show the most important part of the story.
constexpr std::uint32_t most_events = 20'000;
constexpr std::uint32_t most_actors = 2'000;

} // namespace

std::filesystem::path story_folder(const std::string& story) {
    const std::filesystem::path path = story;
    return path.filename() == "story.db" ? path.parent_path() : path;
}

Result<StoryFiles> StoryFiles::open(const std::string& story) {
    const std::filesystem::path folder = story_folder(story);
    auto timeline = OutputFile::open(folder / "timeline.json");
    if (!timeline) {
        return timeline.error();
    }
    auto graph = OutputFile::open(folder / "graph.graphml");
    if (!graph) {
        return graph.error();
    }
    std::optional<OutputFile> page;
    auto viewer = viewer_template();
    if (viewer) {
        auto opened = OutputFile::open(folder / "index.html");
        if (!opened) {
            return opened.error();
        }
        page.emplace(std::move(*opened));
    }
    return StoryFiles(std::move(*timeline), std::move(*graph), std::move(page),
                      viewer ? std::move(*viewer) : std::string{});
}

Status StoryFiles::write(const graph::Story& story, Console& console) {
    const auto summary = story.summary();
    if (!summary) {
        return summary.error();
    }
    graph::ViewOptions options;
    if (summary->events > most_events) {
        options.max_events = most_events;
        options.max_actors = most_actors;
        console.err << "the story has " << summary->events << " events; the files show the " << most_events
                    << " most important ones and " << most_actors << " actors (fasti export writes them all)\n";
    }
    const auto view = story.view(options);
    if (!view) {
        return view.error();
    }
    exporters::write_timelinejs(*view, {}, timeline_.stream());
    if (const Status done = timeline_.commit(); !done) {
        return done;
    }
    exporters::write_graphml(*view, {}, graph_.stream());
    if (const Status done = graph_.commit(); !done) {
        return done;
    }
    if (!page_) {
        console.err << "index.html is left out: the viewer was not built (it needs npm; see README.md)\n";
        return {};
    }
    exporters::write_viewer_page(*view, viewer_, page_->stream());
    return page_->commit();
}

} // namespace fasti::cli
