// Articles of a story that have to be read again, since which of their lines are furniture depends on the
// other articles of their source (graph/repeated_lines.hpp).
#pragma once

#include "cli/engine.hpp"
#include "graph/story.hpp"

#include <functional>

namespace fasti::cli {

/// Reads every outdated article of the story again, on so many threads; to be called before Story::link().
/// `engine` is asked for only when there are any.
[[nodiscard]] Status read_outdated_again(graph::Story& story, const std::function<Result<Engine>()>& engine,
                                         unsigned threads);

} // namespace fasti::cli
