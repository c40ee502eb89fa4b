// What a clause says beyond its words: the verb group with its tense, aspect and voice, who its subject is where
// that stands elsewhere (relative clauses, control and raising, conjoined verbs, participles), whether it is negated.
// Events and triples read clauses through it.
//
//   "The ministers, who agreed to withdraw, have met and talked" → subject of withdraw, met and talked: ministers
#pragma once

#include "core/event.hpp"
#include "core/one_of.hpp"
#include "events/event_lexicon.hpp"
#include "events/tree.hpp"

#include <array>
#include <string_view>

namespace fasti::events {

[[nodiscard]] inline bool is_verb(const Token& token) {
    return token.upos == Upos::verb || token.upos == Upos::aux;
}
[[nodiscard]] inline bool is_noun(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron || token.upos == Upos::num;
}

/// The verb with its auxiliaries, as one reads it.
struct VerbGroup {
    IndexRange tokens;                 ///< from the first auxiliary to an adjacent particle
    std::uint32_t particle = no_token; ///< "out" of "rolled out"
    std::uint32_t modal = no_token;    ///< "may"
    std::uint32_t first = no_token;    ///< the word that bears the tense
    bool passive = false;
    bool negated = false;
    bool infinitive = false; ///< marked by "to"
    Tense tense = Tense::none;
    Aspect aspect = Aspect::none;
};
/// Reads the group of `verb`; a conjoined verb without auxiliaries of its own takes those of the first where its form
/// asks for them.
[[nodiscard]] VerbGroup read_verb_group(const Tree& tree, std::uint32_t verb);

/// Who acts in a clause, or is acted on when it is `passive`.
struct Subject {
    std::uint32_t token = no_token; ///< relative pronouns replaced by what they stand for
    bool passive = false;
    bool own = false; ///< it stands in the clause itself
};
/// The subject of the clause that `verb` heads. Climbs a bounded number of steps.
[[nodiscard]] Subject find_subject(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb);

/// An object that is the subject of the finite clause behind it, as parsers misread "said it believed"; else no_token.
[[nodiscard]] std::uint32_t misread_subject(const Tree& tree, std::uint32_t verb);

/// An object that is the speaker behind what is said: '"He knew," said the prosecutors'; else no_token.
[[nodiscard]] std::uint32_t inverted_subject(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb);

/// Who acts, where parsers take the verb of a sentence for a participle of its subject: "Several thousand pensioners
/// marched through the town."; else no_token.
[[nodiscard]] std::uint32_t subject_of_participle(const Tree& tree, std::uint32_t verb);

/// What a relative pronoun stands for: the noun that its clause belongs to; other tokens as they are.
[[nodiscard]] std::uint32_t antecedent(const Tree& tree, std::uint32_t token);
/// The verb of the relative clause that a relative pronoun stands in, `no_token` for others.
[[nodiscard]] bool relative_pronoun(const Token& token);

/// The preposition of a nominal ("according" stands for "according to"); `no_token` where there is none.
[[nodiscard]] std::uint32_t preposition_of(const Tree& tree, std::uint32_t nominal);

/// "following the vote", "including children": a participle that stands for a preposition.
[[nodiscard]] bool prepositional(const Tree& tree, std::uint32_t verb);

} // namespace fasti::events
