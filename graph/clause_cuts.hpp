// Which words of a sentence its line keeps. A sentence of usual length stays whole; a longer one
// loses parts that a comma or the end of the sentence sets off and that do not hold the event:
//
//   "Ruritania, which lost the war, ceded Zenda on Monday, while crowds watched."
//     →  "Ruritania ceded Zenda on Monday."
//
// Only what leaves whole English behind is cut; when nothing such is left, a long line stays long.
#pragma once

#include "core/document.hpp"

#include <cstdint>
#include <vector>

namespace fasti::graph {

/// By token of the sentence, true for those that stay. `trigger` is the event's token.
[[nodiscard]] std::vector<bool> cut_clauses(const Document& document, const Sentence& sentence, std::uint32_t trigger);

} // namespace fasti::graph
