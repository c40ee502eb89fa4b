// Hangs what is said on the verb that says it, where the parser has hung it on a word between the two: news puts a day
// or a hearer there, which the texts that parsers learn from hardly do.
//
//   "said on Monday that Belarus had denied it"  denied: a relative clause of Monday → what is said
//   "Shells hit the town, Interfax reported"     hit: a circumstance of reported     → what is said
#pragma once

#include "core/document.hpp"

namespace fasti::language {

/// Changes heads and relations within one parsed sentence. Costs one look at each token.
void mend_reported_clauses(Document& document, IndexRange sentence);

} // namespace fasti::language
