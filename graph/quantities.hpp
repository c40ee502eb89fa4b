// Numbers that a phrase gives with what they count, for linking and for the versions of an event:
// "at least 12 people" → {12, people}, "$1.78 billion" → {1780000000, $}.
#pragma once

#include "graph/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

/// Adds the quantities of `phrase`, whose head word is `head` (folded); at most eight in all.
void find_quantities(std::string_view phrase, std::string_view head, std::vector<Quantity>& out);

/// "1.78 billion $" as a reader writes it: "$1.78 billion"; "12 people".
[[nodiscard]] std::string spoken(const Quantity& quantity);

} // namespace fasti::graph
