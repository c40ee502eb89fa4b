// What the words around a name say: the office before it ("Defense Minister Sergei Shoigu"), and whether its place asks
// for someone who acts, so that a capital is read as its state.
#pragma once

#include "events/actor_lexicon.hpp"
#include "events/tree.hpp"

#include <string>

namespace fasti::events {

/// The words before a person's name that say the office: "Defense Minister" before "Sergei Shoigu".
struct Office {
    ActorLexicon::Index office = ActorLexicon::none;
    Gender gender = Gender::unknown;
    IndexRange tokens; ///< domain and title; empty when there is no office
    std::string domain;
};
/// The office whose last word is `token`, looking back over at most three words of title and one of domain.
[[nodiscard]] Office find_office(const Tree& tree, const ActorLexicon& lexicon, std::uint32_t token);

/// True when the sense of its place asks for someone who acts, so that a capital means its state: subject, agent,
/// possessor of an action, "talks with Moscow". False behind "in", "at", "from", "near" and their like.
[[nodiscard]] bool asks_for_actor(const Tree& tree, std::uint32_t head);

/// The year that a description or the clause that it takes part in tells: "the Russian president in 1995", "in 1999 the
/// British prime minister met …"; 0 where none is told.
[[nodiscard]] int year_beside(const Tree& tree, std::uint32_t head);

/// The word in lower case without accents, as the lexicon has its nouns; the lemma where it is known.
[[nodiscard]] std::string lemma_key(const Document& document, std::uint32_t token);

} // namespace fasti::events
