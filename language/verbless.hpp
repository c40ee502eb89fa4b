// A sentence of running text has a finite verb. Where the tagger has found none, a word that looks like a past and
// stands between a noun and what may be its object is one: "Havana eased restrictions", "Ukraine shot down four
// drones".
#pragma once

#include "core/document.hpp"

namespace fasti::language {

/// Changes the tag of at most one word of a tagged sentence, and only of a sentence that ends with a full stop. Costs
/// one look at each token.
void mend_verbless_tags(Document& document, IndexRange sentence);

} // namespace fasti::language
