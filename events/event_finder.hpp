// The events of an article: triggers (verbs and nouns of action) with class, tense, factuality and type, their
// participants, who says so, which mentions are one event, and the orders that the text states.
#pragma once

#include "events/actors.hpp"
#include "events/event_lexicon.hpp"

#include <span>

namespace fasti::events {

/// Fills `events` and `orders` of an extraction whose actors are those of `actors`. Times are left to anchor_events().
void find_events(const Document& document, std::span<const Timex> timexes, const ActorIndex& actors,
                 const EventLexicon& events, const ActorLexicon& names, Extraction& extraction);

} // namespace fasti::events
