// Choosing events: rows by actor, period, type and place from the tables, then the few that make
// a timeline. Shared by the view, the timeline and the queries.
#pragma once

#include "graph/event_rows.hpp"
#include "graph/load.hpp"
#include "graph/query.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti::graph {

/// Roles in which an actor takes part, other than as the place or in a loose phrase.
inline constexpr std::uint32_t acting_roles =
    role_bit(Role::agent) | role_bit(Role::patient) | role_bit(Role::recipient);
inline constexpr std::uint32_t taking_part = acting_roles | role_bit(Role::companion) | role_bit(Role::topic);

struct EventFilter {
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        actors; ///< (story's number, roles): each must have one of them
    Interval period;
    std::string type; ///< PLOVER class or event class; empty: any
    bool disputed = false;
    bool every_factuality = false;
};

/// All events that pass, in no order.
[[nodiscard]] std::vector<EventRow> find_events(Database& db, const EventFilter& filter);
[[nodiscard]] bool passes(const EventRow& row, const EventFilter& filter);
[[nodiscard]] bool overlaps(const Interval& when, const Interval& period);

struct ScoredRow {
    EventRow row;
    double score = 0;
};
/// With their importance, the most important first; ties by id.
[[nodiscard]] std::vector<ScoredRow> by_importance(Database& db, std::vector<EventRow> rows);
/// The rows of the first `count`.
[[nodiscard]] std::vector<EventRow> take(const std::vector<ScoredRow>& rows, std::size_t count);

/// The same one at a time, reading no more of a large story than it takes to be sure of the next: goes through the
/// events by their own importance until no actors and no day can lift one of the rest above what waits.
class RankedEvents {
public:
    RankedEvents(Database& db, const EventFilter& filter);
    /// Rows by importance that outlive this.
    RankedEvents(Database& db, std::span<const ScoredRow> rows) : importance_(db), rows_(rows) {}

    /// Null at the end; valid until the next call.
    const ScoredRow* next();
    [[nodiscard]] std::vector<EventRow> take(std::size_t count);

private:
    EventFilter filter_;
    Importance importance_;
    std::optional<Query> by_own_;
    std::vector<ScoredRow> waiting_; ///< a heap, the first of the order in front
    double most_left_ = 0;           ///< what none exceeds that is still to be read
    ScoredRow given_;
    std::vector<ScoredRow> own_;
    std::span<const ScoredRow> rows_;
};

/// The events of a timeline of `count` entries: important, different from one another, reporting
/// verbs only where nothing else carries the news.
[[nodiscard]] std::vector<EventRow> select_timeline(Story::Impl& story, RankedEvents& rows, std::size_t count);
/// One entry for each event of the view, ranked by score.
void fill_timeline(GraphView& view);

/// The story's number of an actor that find_actor gave.
[[nodiscard]] std::optional<std::uint32_t> actor_number(Database& db, std::string_view id);

} // namespace fasti::graph
