// The views that every exporter is tested with: nothing, one actor, a small story of real facts,
// and one whose every name is hostile.
#pragma once

#include "graph/view.hpp"

#include <optional>
#include <string_view>

namespace fasti::exporters::testing {

[[nodiscard]] graph::GraphView empty_view();
[[nodiscard]] graph::GraphView one_actor_view();
/// Three articles on the Apollo programme and the battle of Marathon: exact, implied, vague and
/// undated events, one before Christ, one disputed, parallel relations.
[[nodiscard]] graph::GraphView sample_view();
/// The sample with control characters, markup, formulas, right-to-left text and 5,000-character labels for names.
[[nodiscard]] graph::GraphView hostile_view();

/// By name: empty, one, sample, hostile.
[[nodiscard]] std::optional<graph::GraphView> named_view(std::string_view name);

} // namespace fasti::exporters::testing
