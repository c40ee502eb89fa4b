// Rows of the event table with what hangs on them: who takes part, and the ties between actors
// that the event adds to. Written by relink_events, read by views and queries.
#pragma once

#include "graph/story_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::graph {

struct EventRow {
    std::int64_t number = 0;
    std::string id;
    Interval when;
    AnchorReason reason = AnchorReason::none;
    EventClass event_class = EventClass::occurrence;
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    bool disputed = false;
    bool hidden = false;
    std::uint32_t voices = 0;
    double importance = 0;
    EventActors actors; ///< by actor

    [[nodiscard]] std::uint32_t roles_of(std::uint32_t actor) const;
};

void write_event(Story::Impl& story, const EventRow& row);
/// Takes the event out; its reports belong to none then.
void drop_event(Story::Impl& story, std::int64_t number);

/// What holds for the events that tie actors at a time, and for some that do not: an index of the file has them alone.
#define FASTI_TYING_EVENT "begin IS NOT NULL AND hidden = 0 AND factuality <= 1 AND length(actors) > 8"
static_assert(Factuality::happened <= Factuality{1} && Factuality::planned <= Factuality{1});

/// The columns of `event` as read_event_row reads them.
#define FASTI_EVENT_COLUMNS                                                                                            \
    "event.num, event.id, event.begin, event.\"end\", event.reason, event.class, event.type, event.factuality, "       \
    "event.disputed, event.hidden, event.voices, event.importance, event.actors"
[[nodiscard]] EventRow read_event_row(const Query& q);
/// The same in two steps: all but what takes memory (id and actors), then the rest.
[[nodiscard]] EventRow read_event_head(const Query& q);
void read_event_rest(const Query& q, EventRow& row);

/// What an event adds to the tie of two of its actors, in hundredths; 0 when it ties nobody.
[[nodiscard]] std::int64_t tie_weight(const EventRow& row);
/// The actors of an event that it ties: who acts, is acted on, or takes part; at most twelve.
[[nodiscard]] std::vector<std::uint32_t> tied_actors(const EventRow& row);

} // namespace fasti::graph
