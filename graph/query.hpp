// Questions to a story. Every answer carries a GraphView that holds what its rows name: indices
// of rows point into the vectors of that view. Rows are in the order in which they are printed.
//
// Names are taken as typed: case and accents do not matter, aliases and public ids are known, and
// a longer or shorter name finds the actor by its distinctive words ("US Federal Reserve"); what
// was taken is said in ActorMatch. An unknown name is ErrorCode::not_found, with the nearest names
// in the hint.
#pragma once

#include "graph/story.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

/// Filters that most questions take.
struct QueryOptions {
    Interval period;               ///< events that may lie in it; undated ones only without a period
    std::string type;              ///< PLOVER class, relation or event class; actor type for `actors`
    std::uint32_t limit = 0;       ///< 0: the question's own
    bool disputed = false;         ///< only disputed events
    bool every_factuality = false; ///< planned, possible, denied and hypothetical ones too
};

struct ActorMatch {
    std::string id;
    std::string name;
    bool exact = true; ///< false: found by distinctive words; say which actor was taken
};

/// The types and classes that events have, for hints.
inline constexpr std::string_view event_types =
    "agree consult support cooperate aid concede retreat demand disapprove reject threaten protest sanction mobilize "
    "coerce assault fight investigate, or by class: occurrence reporting perception aspectual intention state";
/// Fails with usage, and the types in the hint, when no event can have this type; empty passes.
[[nodiscard]] Status check_event_type(std::string_view type);

[[nodiscard]] Result<ActorMatch> find_actor(const Story& story, std::string_view name);

/// All actors by number of articles.
[[nodiscard]] Result<GraphView> actors(const Story& story, const QueryOptions& options);
/// Events by time (the most important ones where `limit` cuts).
[[nodiscard]] Result<GraphView> events(const Story& story, const QueryOptions& options);
/// Articles by date; `period` is that of publication.
[[nodiscard]] Result<GraphView> articles(const Story& story, const QueryOptions& options);

/// A partner of an actor.
struct Contact {
    std::uint32_t actor = none;
    double weight = 0;    ///< sum over shared events, a voice each, events without a type count half
    double goldstein = 0; ///< mean over the shared events that have a type
    Interval active;
    std::vector<std::string> relations; ///< by number of events
    std::uint32_t shared_events = 0;    ///< how many there are
    std::vector<std::uint32_t> events;  ///< the five most important of them, by time
};
struct Neighbors {
    GraphView view;
    ActorMatch match;
    std::uint32_t actor = none;
    std::vector<Contact> contacts; ///< by weight
};
[[nodiscard]] Result<Neighbors> neighbors(const Story& story, std::string_view name, const QueryOptions& options);

/// An actor's roles, partners and most important events (the view's timeline).
[[nodiscard]] Result<Neighbors> actor_profile(const Story& story, std::string_view name, const QueryOptions& options);

/// A stretch of a pair's relations: a month, quarter or year, by the length of the whole.
struct RelationPeriod {
    Interval when;
    Granularity granularity = Granularity::month;
    std::uint32_t cooperation = 0; ///< events with goldstein > 0
    std::uint32_t conflict = 0;
    std::uint32_t other = 0;
    double goldstein = 0; ///< mean over cooperation and conflict
    std::vector<std::uint32_t> events;
};
struct Between {
    GraphView view;
    ActorMatch first_match, second_match;
    std::uint32_t first = none, second = none;
    std::vector<RelationPeriod> series; ///< by time; undated events are in `view` only
    Interval contact;                   ///< first to last
};
[[nodiscard]] Result<Between> between(const Story& story, std::string_view first, std::string_view second,
                                      const QueryOptions& options);

enum class PathBy : std::uint8_t {
    hops,   ///< fewest steps, then the strongest
    weight, ///< strongest ties
    time,   ///< events that follow one another
};
struct PathStep {
    std::uint32_t from = none;
    std::uint32_t to = none;
    std::string relation;
    double weight = 0;
    std::vector<std::uint32_t> events; ///< at most three, most important first; by time: the one that is used
};
struct Path {
    GraphView view;
    ActorMatch first_match, second_match;
    std::vector<PathStep> steps; ///< empty: there is none
};
[[nodiscard]] Result<Path> path(const Story& story, std::string_view first, std::string_view second, PathBy by,
                                const QueryOptions& options);

struct TopActor {
    std::uint32_t actor = none;
    std::uint32_t degree = 0; ///< partners
    double strength = 0;      ///< sum of the weights
    double pagerank = 0;
    double betweenness = 0; ///< 0…1, sampled from 64 fixed pivots
    std::uint32_t community = 0;
};
struct Top {
    GraphView view;
    std::vector<TopActor> actors; ///< by PageRank
};
[[nodiscard]] Result<Top> top(const Story& story, const QueryOptions& options);

/// A sentence that a search found.
struct SentenceHit {
    std::uint32_t article = none;
    Span span; ///< code points in the article's text
    std::string sentence;
};
struct Found {
    GraphView view; ///< events that match, by importance; `timeline` lists them
    std::vector<ActorMatch> matches;
    std::vector<SentenceHit> sentences; ///< where the expression holds plain words
};
/// The expression language of docs/queries.md: `actor:NATO type:reject after:2021-10 with:Russia
/// disputed withdrawal`. An Error of code usage names the term that is none.
[[nodiscard]] Result<Found> find(const Story& story, std::string_view expression, const QueryOptions& options);

enum class Shown : std::uint8_t { actor, event, article };
struct Exhibit {
    Shown kind = Shown::event;
    GraphView view;          ///< the thing is the first of its kind in the view
    std::uint32_t index = 0; ///< into actors, events or articles of the view
    std::string text;        ///< an article's text
    std::vector<MergeReason> merges;
};
/// Anything by its public id (an article by its own id).
[[nodiscard]] Result<Exhibit> show(const Story& story, std::string_view id);

} // namespace fasti::graph
