// A verb that was given two subjects in a row: of "Apple CEO Steve Jobs unveiled the phone" it is the name that acts,
// and what stands before it says who that is.
//
// Called by `analyze` behind the parser; works on heads and relations alone.
#pragma once

#include "core/document.hpp"

namespace fasti::language {

/// Hangs the words of such a first subject before the second one: the last of them describes it, the others compound.
/// Words with a comma, an "and" or a determiner between them are left alone.
void mend_double_subjects(Document& document, IndexRange sentence);

} // namespace fasti::language
