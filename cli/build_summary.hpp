// What `build` says at its end: counts, the most important events and actors, and commands with
// names from this very story, ready to paste.
#pragma once

#include "cli/console.hpp"
#include "cli/run_report.hpp"
#include "graph/story.hpp"
#include "ingest/reader.hpp"

#include <string>

namespace fasti::cli {

/// `read` is what this run read, `folder` the story as the user named it.
[[nodiscard]] Status print_summary(const graph::Story& story, const std::string& folder, const ingest::Report& read,
                                   const AddCounts& counts, Console& console);

} // namespace fasti::cli
