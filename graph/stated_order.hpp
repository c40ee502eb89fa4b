// What texts say about the order of events, where their times do not tell it.
#pragma once

#include "graph/event_rows.hpp"

#include <vector>

namespace fasti::graph {

/// Events whose times say nothing about their order (one day, one year, none) stand as the texts say
/// they followed each other. Texts that contradict each other leave the order as it was.
void respect_orders(Database& db, std::vector<EventRow>& rows);

} // namespace fasti::graph
