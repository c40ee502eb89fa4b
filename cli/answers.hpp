// Parts of answers that several commands print: who was taken for a name, rows for actors, events
// and articles.
#pragma once

#include "cli/console.hpp"
#include "cli/rows.hpp"
#include "graph/query.hpp"

#include <span>
#include <string>
#include <vector>

namespace fasti::cli {

/// Says on stderr which actor was taken where a name was not exactly the story's.
void say_matches(Console& console, std::span<const graph::ActorMatch> matches);

[[nodiscard]] Rows actor_rows(const graph::GraphView& view);
/// The events of `events` (all of the view's when empty-handed), with their sentences when `evidence` is asked for, and
/// in what reports disagree when `disputes` is.
[[nodiscard]] Rows event_rows(const graph::GraphView& view, std::span<const std::uint32_t> events, bool evidence,
                              bool disputes);
[[nodiscard]] Rows article_rows(const graph::GraphView& view);
/// 0, 1, … n-1
[[nodiscard]] std::vector<std::uint32_t> indices(std::size_t n);
/// "article: sentence" of each report of an event.
[[nodiscard]] std::vector<std::string> evidence_lines(const graph::GraphView& view, const graph::EventNode& event);
/// "headline (date)" of each event, each line once, for a cell of evidence.
[[nodiscard]] std::vector<std::string> event_lines(const graph::GraphView& view, std::span<const std::uint32_t> events);

/// The first day of an interval or nothing; its last day.
[[nodiscard]] Cell first_cell(const Interval& interval);
[[nodiscard]] Cell last_cell(const Interval& interval);

} // namespace fasti::cli
