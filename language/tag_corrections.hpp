// Corrects tags that cannot be, where a greedy tagger has gone astray on words that it has hardly met:
//
//   "Xi urged restraint"     a capitalised stranger in front of a sentence is no pronoun: all of these are known
//   "fell by a third"        what is past alone is no participle
//   "Zenda shares fell"      two finite verbs do not follow each other: the first is a noun
//   "have sunk to new lows"  behind "have" stands a participle, behind a verb and a preposition a noun
#pragma once

#include "core/document.hpp"
#include "language/word_atoms.hpp"

#include <span>

namespace fasti::language {

/// `words` are the atoms of the tagged sentence `tokens`.
void correct_tags(Document& document, IndexRange tokens, std::span<const WordAtoms> words);

} // namespace fasti::language
