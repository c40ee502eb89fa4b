// The clause of an event that its sentence tells in passing, as a sentence of its own:
//
//   "The Zenda sailed on Wednesday, 106 days after she ran aground."      →  "She ran aground."
//   "Crews freed the ship that had blocked the canal for almost a week."  →  "The ship had blocked the canal …"
//
// Used where the rest of the sentence is of another day, so that its line would name the wrong event.
#pragma once

#include "core/document.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fasti::graph {

struct OwnClause {
    std::vector<bool> kept;     ///< by token of the sentence
    std::uint32_t relative = 0; ///< the token of "which" or "who" when `antecedent` is not empty
    IndexRange antecedent;      ///< the tokens that stand for it
};

/// Nothing unless the verb `trigger` heads a relative or an adverbial clause in one piece with a subject, or is joined
/// by "and" to one that does.
[[nodiscard]] std::optional<OwnClause> own_clause(const Document& document, const Sentence& sentence,
                                                  std::uint32_t trigger);

/// The same for an event noun with its date, which the tokens `date` hold: "Zenda's 2014 annexation of Strelsau", "her
/// re-election to a second term in May". By token of the sentence; nothing unless the phrase says whose event it is,
/// stands in one piece, and has no verb in it.
[[nodiscard]] std::optional<std::vector<bool>> own_phrase(const Document& document, const Sentence& sentence,
                                                          std::uint32_t noun, IndexRange date);

} // namespace fasti::graph
