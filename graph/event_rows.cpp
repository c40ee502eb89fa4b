// See event_rows.hpp. Ties are kept as whole numbers, so that adding and taking away in any order
// gives the same sum.
#include "graph/event_rows.hpp"

#include <algorithm>
#include <cmath>

namespace fasti::graph {
namespace {

constexpr std::size_t most_tied = 12;

void count_ties(Database& db, const EventRow& row, int sign) {
    const std::int64_t weight = tie_weight(row);
    if (weight == 0) {
        return;
    }
    const auto actors = tied_actors(row);
    Query q = db.query("INSERT INTO actor_edge (low, high, weight, events) VALUES (?1, ?2, ?3, ?4)"
                       " ON CONFLICT (low, high) DO UPDATE SET weight = weight + ?3, events = events + ?4");
    Query gone = db.query("DELETE FROM actor_edge WHERE low = ? AND high = ? AND events = 0");
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (std::size_t j = i + 1; j < actors.size(); ++j) {
            q << actors[i] << actors[j] << sign * weight << sign;
            q.run();
            if (sign < 0) {
                gone << actors[i] << actors[j];
                gone.run();
            }
        }
    }
}

void count_event(Tally& tally, const EventRow& row, int sign) {
    if (!row.hidden) {
        tally.events.at(static_cast<std::size_t>(row.reason)) += sign;
        tally.disputed += row.disputed ? sign : 0;
        tally.undated += row.when.from || row.when.to ? 0 : sign;
    }
}

std::optional<Moment> moment(const Query& q, int column) {
    return q.null(column) ? std::nullopt : std::optional(Moment{std::chrono::seconds{q.integer(column)}});
}

std::optional<std::int64_t> seconds(const std::optional<Moment>& m) {
    return m ? std::optional<std::int64_t>(m->time_since_epoch().count()) : std::nullopt;
}

} // namespace

std::uint32_t EventRow::roles_of(std::uint32_t actor) const {
    const auto found = std::lower_bound(actors.begin(), actors.end(), std::pair(actor, 0U));
    return found != actors.end() && found->first == actor ? found->second : 0;
}

std::int64_t tie_weight(const EventRow& row) {
    if (row.hidden || (row.factuality != Factuality::happened && row.factuality != Factuality::planned)) {
        return 0;
    }
    const double weight = 100.0 * std::log2(1.0 + row.voices) * (row.type == PloverType::none ? 0.5 : 1.0) *
                          (row.event_class == EventClass::reporting ? 0.5 : 1.0);
    return std::max<std::int64_t>(1, std::llround(weight));
}

std::vector<std::uint32_t> tied_actors(const EventRow& row) {
    constexpr std::uint32_t tying = role_bit(Role::agent) | role_bit(Role::patient) | role_bit(Role::recipient) |
                                    role_bit(Role::companion) | role_bit(Role::topic);
    std::vector<std::uint32_t> out;
    for (const auto& [actor, roles] : row.actors) {
        if ((roles & tying) != 0) {
            out.push_back(actor);
        }
    }
    if (out.size() > most_tied) {
        out.clear(); // a list of names, not an event between them
    }
    return out;
}

void write_event(Story::Impl& story, const EventRow& row) {
    Database& db = *story.database;
    Query q = db.query("INSERT INTO event (num, id, begin, \"end\", reason, class, type, factuality, disputed, hidden,"
                       " voices, importance, actors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    q << row.number << row.id << seconds(row.when.from) << seconds(row.when.to) << static_cast<std::int64_t>(row.reason)
      << static_cast<std::int64_t>(row.event_class) << static_cast<std::int64_t>(row.type)
      << static_cast<std::int64_t>(row.factuality) << (row.disputed ? 1 : 0) << (row.hidden ? 1 : 0) << row.voices
      << row.importance;
    q.blob(write_event_actors(row.actors));
    q.run();
    Query part = db.query("INSERT INTO event_actor (actor, event, roles) VALUES (?, ?, ?)");
    for (const auto& [actor, roles] : row.actors) {
        part << actor << row.number << roles;
        part.run();
    }
    count_ties(db, row, 1);
    count_event(story.changes.tally, row, 1);
}

void drop_event(Story::Impl& story, std::int64_t number) {
    Database& db = *story.database;
    Query q = db.query("SELECT " FASTI_EVENT_COLUMNS " FROM event WHERE num = ?");
    q << number;
    if (!q.step()) {
        return;
    }
    const EventRow row = read_event_row(q);
    q.run();
    count_ties(db, row, -1);
    count_event(story.changes.tally, row, -1);
    Query part = db.query("DELETE FROM event_actor WHERE actor = ? AND event = ?");
    for (const auto& [actor, roles] : row.actors) {
        part << actor << number;
        part.run();
    }
    Query gone = db.query("DELETE FROM event WHERE num = ?");
    gone << number;
    gone.run();
    Query free = db.query("UPDATE report SET event = NULL WHERE event = ?");
    free << number;
    free.run();
}

EventRow read_event_head(const Query& q) {
    EventRow row;
    row.number = q.integer(0);
    row.when = {moment(q, 2), moment(q, 3)};
    row.reason = static_cast<AnchorReason>(q.integer(4));
    row.event_class = static_cast<EventClass>(q.integer(5));
    row.type = static_cast<PloverType>(q.integer(6));
    row.factuality = static_cast<Factuality>(q.integer(7));
    row.disputed = q.integer(8) != 0;
    row.hidden = q.integer(9) != 0;
    row.voices = q.number(10);
    row.importance = q.real(11);
    return row;
}

void read_event_rest(const Query& q, EventRow& row) {
    row.id = q.text(1);
    row.actors = read_event_actors(q.text(12));
}

EventRow read_event_row(const Query& q) {
    EventRow row = read_event_head(q);
    read_event_rest(q, row);
    return row;
}

} // namespace fasti::graph
