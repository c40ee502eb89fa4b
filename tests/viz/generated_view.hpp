// A story of any size with the shape of a real one: few actors in most of the news, bursts of
// events, every granularity and certainty. The names and deeds are made up.
#pragma once

#include "graph/view.hpp"

#include <cstdint>

namespace fasti::viz::testing {

/// The same numbers give the same story.
[[nodiscard]] graph::GraphView generated_view(std::uint32_t events, std::uint32_t actors, std::uint32_t ties);

} // namespace fasti::viz::testing
