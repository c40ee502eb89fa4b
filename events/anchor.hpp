// When an event happened: gives every event of an article its time by an ordered list of small
// steps, the first that answers wins and is kept as the reason (docs/events.md lists them).
//
//   published 2021-10-20, "Russia responded Monday by suspending its mission" → 2021-10-18, expression, exact
//   and a plain "Shoigu noted recent efforts" two sentences later             → 2021-10-20, news_day, implied
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "core/timex.hpp"

#include <span>

namespace fasti::events {

/// Sets Event::time of every event; reads triggers, tense, aspect, factuality, participants and orders.
/// Without a publication date what would take it stays undated.
void anchor_events(const Article& article, const Document& document, std::span<const Timex> timexes,
                   Extraction& extraction);

} // namespace fasti::events
