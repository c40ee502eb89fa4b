// The article as the steps of `anchor` see it: which event stands at which token, and what they all ask of it.
#pragma once

#include "core/article.hpp"
#include "core/event.hpp"
#include "core/timex.hpp"
#include "events/tree.hpp"

#include <span>
#include <vector>

namespace fasti::events {

inline constexpr std::uint32_t no_event = 0xffffffffu;

[[nodiscard]] inline bool day_sized(Granularity granularity) {
    return granularity <= Granularity::day;
}

/// Dates and times that say when; durations, sets and "now" do not.
[[nodiscard]] bool says_when(const Timex& timex);
/// "18 months later than promised", "to 8,200 from 7,700 on Friday" compare and date nothing.
[[nodiscard]] bool compares(const Document& document, const Timex& timex);

struct AnchorView {
    /// Takes the times of all events off. What it is made from must outlive it.
    AnchorView(const Document& document, std::span<const Timex> timexes, std::vector<Event>& events);

    /// The token of an expression that hangs outside of it; `no_token` for none.
    [[nodiscard]] std::uint32_t head_of(Span span) const;
    /// "held talks on Monday": the verb is light and its object the event.
    [[nodiscard]] std::uint32_t event_of_light_verb(std::uint32_t verb) const;
    [[nodiscard]] bool dated(std::uint32_t event) const { return events[event].time.reason != AnchorReason::none; }
    [[nodiscard]] bool told(std::uint32_t event) const { return events[event].factuality == Factuality::happened; }
    /// Dates an event by the time of something else, which is never more than implied.
    void take(std::uint32_t event, const EventTime& from, AnchorReason reason);

    const Document& document;
    std::span<const Timex> timexes;
    std::vector<Event>& events;
    Tree tree;
    std::vector<std::uint32_t> event_at; ///< by token
    std::vector<std::uint32_t> token_of; ///< by event
};

/// Step 1 of the list in docs/events.md: gives the expressions to the events whose phrases hold them.
void anchor_by_expressions(AnchorView& view);

/// Step 3: what takes part in a dated event shares its date.
void share_dates(AnchorView& view, const Interval& published);

/// Steps 4 and 5 for an event that has no time yet and happened: true when the text only looks back at it, and then it
/// has the earlier year or month that was told, or stays undated.
[[nodiscard]] bool looks_back(AnchorView& view, std::uint32_t event, const Interval& published,
                              const EventTime& news_day);

/// Step 6: the day that the first sentences tell of, as they name it; no reason where they name none.
[[nodiscard]] EventTime find_news_day(const AnchorView& view, const Interval& published);

} // namespace fasti::events
