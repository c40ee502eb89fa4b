// Which mentions of an article are one event: "suspended its mission … the suspension", headline and lead.
#pragma once

#include "events/event_lexicon.hpp"

#include "core/document.hpp"

#include <vector>

namespace fasti::events {

/// Numbers Event::report; `triggers` are the head tokens by event. Each event is compared with a bounded number of
/// earlier ones of its trigger family, so the cost is linear.
void number_reports(Extraction& extraction, const std::vector<std::uint32_t>& triggers, const EventLexicon& lexicon,
                    const Document& document);

} // namespace fasti::events
