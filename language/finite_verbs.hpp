// Gives a verb its clause where the parser has made an adjective of it: a word with a subject and an auxiliary of its
// own describes no noun.
//
//   "the airline has promised refunds"  promised: an adjective of refunds  →  the verb of the clause, refunds its
//   object
#pragma once

#include "core/document.hpp"

namespace fasti::language {

/// Changes heads and relations within one parsed sentence.
void mend_finite_verbs(Document& document, IndexRange sentence);

} // namespace fasti::language
