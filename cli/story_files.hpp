// The files that `build` leaves beside story.db: timeline.json, graph.graphml, index.html.
#pragma once

#include "cli/console.hpp"
#include "cli/output_file.hpp"
#include "graph/story.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace fasti::cli {

/// The folder of a story that is named by its folder or by its story.db.
[[nodiscard]] std::filesystem::path story_folder(const std::string& story);

class StoryFiles {
public:
    /// Opens all of them, so that a folder that can't be written fails before the long work.
    [[nodiscard]] static Result<StoryFiles> open(const std::string& story);
    /// Writes all of them; says on stderr when the story is too large to be shown whole.
    [[nodiscard]] Status write(const graph::Story& story, Console& console);

private:
    StoryFiles(OutputFile timeline, OutputFile graph, std::optional<OutputFile> page, std::string viewer)
        : timeline_(std::move(timeline)), graph_(std::move(graph)), page_(std::move(page)), viewer_(std::move(viewer)) {
    }

    OutputFile timeline_;
    OutputFile graph_;
    std::optional<OutputFile> page_; ///< none where the viewer was not built
    std::string viewer_;             ///< the page that the story is filled into
};

} // namespace fasti::cli
