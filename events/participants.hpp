// Who and what takes part in an event, and as what: through passives, relative clauses, control, conjunction,
// possessives and prepositions. Pure reading of the tree; actors are looked up by the head of each phrase.
#pragma once

#include "events/actor_lexicon.hpp"
#include "events/actors.hpp"
#include "events/clauses.hpp"
#include "events/event_lexicon.hpp"
#include "events/tree.hpp"

#include <span>
#include <vector>

namespace fasti::events {

/// What participants are read from.
struct Reading {
    const Tree& tree;
    const EventLexicon& lexicon;
    const ActorIndex& actors;
    const ActorLexicon& names;
    const std::vector<bool>& in_timex; ///< by token: it belongs to a time expression
};

/// Of the clause that `verb` heads.
[[nodiscard]] std::vector<Participant> verb_participants(const Reading& reading, std::uint32_t verb);
/// Of a noun of action; `carrier` is the light verb that it is the object of, or no_token.
[[nodiscard]] std::vector<Participant> noun_participants(const Reading& reading, std::uint32_t noun,
                                                         std::uint32_t carrier);

/// Appends the participant that `head` heads, once for each actor that it names together; nothing where no one and
/// nothing is named.
void append_participants(const Reading& reading, Role role, std::uint32_t head, std::uint32_t preposition,
                         std::vector<Participant>& participants);
/// In order of role, then begin; one for each head and actor.
void sort_participants(std::vector<Participant>& participants);

/// True for a name and for a word for people or a body of people.
[[nodiscard]] bool acts(const Reading& reading, std::uint32_t token);

} // namespace fasti::events
