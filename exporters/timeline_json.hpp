// A timeline as the JSON that other programs rely on (`fasti timeline --format json`).
#pragma once

#include "graph/view.hpp"

#include <ostream>
#include <string_view>

namespace fasti::exporters {

/// {"actor": …, "events": […]}, the entries of the view's timeline in time order. `actor` empty: null.
void write_timeline_json(const graph::GraphView& view, std::string_view actor, std::ostream& out);

} // namespace fasti::exporters
