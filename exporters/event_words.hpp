// The names in an event, as several formats write them.
#pragma once

#include "graph/view.hpp"

#include <string>
#include <vector>

namespace fasti::exporters {

/// Names of the actors that take part, each once, in the order of the participants.
[[nodiscard]] std::vector<std::string> actor_names(const graph::GraphView& view, const graph::EventNode& event);
/// Empty where no place is known.
[[nodiscard]] std::string place_name(const graph::GraphView& view, const graph::EventNode& event);
/// "Interfax, 2021-10-18" or the title; empty where neither is known.
[[nodiscard]] std::string credit(const graph::ArticleNode& article);

} // namespace fasti::exporters
