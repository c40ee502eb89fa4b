// Everything in an article that may stand for an actor: names (those of the language layer and
// runs of proper nouns beside them: "iPhone 4", "FTSE 100"), noun phrases, pronouns. Which of them mean the
// same actor is decided in `coreference`.
#pragma once

#include "core/article.hpp"
#include "core/event.hpp"
#include "events/actor_lexicon.hpp"
#include "events/tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fasti::events {

/// How a pronoun finds what it stands for.
enum class PronounKind : std::uint8_t { none, personal, possessive, reflexive, relative, speaker };

/// A phrase that may stand for an actor. Token ranges are in document order and exclude the determiner.
struct Candidate {
    IndexRange tokens;
    std::uint32_t head = no_token;
    std::uint32_t sentence = 0;
    MentionKind kind = MentionKind::name;
    ActorType type = ActorType::other;
    bool typed = false;            ///< the type is known, not a fallback
    std::optional<ActorType> told; ///< what the words beside a name tell of its type
    bool plural = false;
    Gender gender = Gender::unknown;
    ActorLexicon::Index country = ActorLexicon::none;    ///< the state named, or the one that a description belongs to
    bool state = false;                                  ///< stands for the state `country` itself
    ActorLexicon::Index noun_class = ActorLexicon::none; ///< "company"
    bool state_class = false;                            ///< the noun says "state": "the country"
    // names
    std::string key;                                      ///< as by name_key, corporate tails kept
    ActorLexicon::Index institution = ActorLexicon::none; ///< the one of several names that it names
    // descriptions
    bool definite = false;              ///< "the", "this", a genitive or a possessive
    bool indefinite = false;            ///< "a", "another", "some"
    std::uint32_t number = 0;           ///< "two" → 2; 0: none
    std::uint32_t possessor = no_token; ///< "his" in "his Belarusian counterpart", "Russia" in "Russia's …"
    ActorLexicon::Index office = ActorLexicon::none; ///< "minister"
    std::string domain;                              ///< "defense" of "defense minister"
    std::uint32_t title_begin = no_token;            ///< first token of the title's words
    // pronouns
    PronounKind pronoun = PronounKind::none;
};

/// Candidates in order of their first token. Text in furniture is left out; names nest in noun phrases
/// ("Apple" in "the Apple board"), two names never overlap.
[[nodiscard]] std::vector<Candidate> find_candidates(const Tree& tree, const ActorLexicon& lexicon);

} // namespace fasti::events
