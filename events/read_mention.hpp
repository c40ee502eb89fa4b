// What one mention says by itself, read from its words, its tree and the lexicon: a name, a noun phrase, a pronoun.
// `mentions` finds where they stand, and calls these for each.
#pragma once

#include "events/mentions.hpp"

#include <optional>

namespace fasti::events {

/// A name of the words `range`. Its type is what the tables of states, institutions and organisations say, or the
/// `type` of the caller, who has it from the language layer when it is `typed`.
[[nodiscard]] Candidate read_name(const Tree& tree, const ActorLexicon& lexicon, IndexRange range, NameType type,
                                  bool typed);

/// The description whose noun is `head`. Words marked in `names` belong to names.
[[nodiscard]] Candidate read_noun_phrase(const Tree& tree, const ActorLexicon& lexicon, const std::vector<bool>& names,
                                         std::uint32_t head);

/// Nothing for a pronoun that stands for nobody of the text: "you", "it" of "it rains".
[[nodiscard]] std::optional<Candidate> read_pronoun(const Tree& tree, std::uint32_t token);

} // namespace fasti::events
