// Everything that a view holds, as text: two views are equal when these are.
#pragma once

#include "graph/view.hpp"

#include <string>

namespace fasti::graph {

[[nodiscard]] std::string view_text(const GraphView& view);

} // namespace fasti::graph
