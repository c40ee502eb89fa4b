// What `build` says at its end: counts, the most important events and actors, and commands with
// names from this very story, ready to paste.
#pragma once

#include "cli/console.hpp"
#include "graph/story.hpp"
#include "ingest/reader.hpp"

#include <cstdint>
#include <string>

namespace fasti::cli {

/// What became of the articles of one run.
struct AddCounts {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
};

/// `read` is what this run read, `folder` the story as the user named it.
[[nodiscard]] Status print_summary(const graph::Story& story, const std::string& folder, const ingest::Report& read,
                                   const AddCounts& counts, Console& console);

} // namespace fasti::cli
