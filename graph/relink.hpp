// The steps of Story::link(), in their order. All look only at what Impl::changes names and
// at what that reaches, and leave a story that equals one linked from nothing.
#pragma once

#include "graph/story_file.hpp"

#include <cstdint>
#include <optional>

namespace fasti::graph {

void relink_copies(Story::Impl& story);
void relink_actors(Story::Impl& story);
void relink_events(Story::Impl& story);

/// The report whose trigger lies first inside the quoted phrase; nothing when there is none.
[[nodiscard]] std::optional<std::int64_t> find_report(Story::Impl& story, const QuotedPlace& place);

} // namespace fasti::graph
