// What the graph gives to those who print it: plain values in a stable order, no Boost, no
// SQLite. Exporters are pure functions from a GraphView to bytes; `cli` prints the same.
//
// Indices (`actor`, `event`, `article`) point into the vectors of the same view; `none` is "no such".
#pragma once

#include "core/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::graph {

inline constexpr std::uint32_t none = 0xffffffffu;

struct ArticleNode {
    std::string id;
    std::string title;
    std::string source;
    std::string url;
    std::string published; ///< ISO date or date-time as it was given; empty: unknown
    std::string language;
    std::string duplicate_of = {}; ///< id of the article that this one is a copy of; empty: none
};

/// A role or membership with the time for which it is known ("Defense Minister" of Russia).
struct DatedRole {
    std::string role;
    Interval held;
};

struct ActorNode {
    std::string id; ///< public, [a-z0-9-]; stable while the story grows
    std::string name;
    ActorType type = ActorType::other;
    std::vector<std::string> aliases; ///< sorted, without the name
    std::vector<DatedRole> roles;
    std::string country; ///< ISO 3166 alpha-3 or empty
    std::uint32_t mentions = 0;
    std::uint32_t articles = 0;
    std::uint32_t events = 0;
    double rank = 0;             ///< PageRank over relations; all sum to 1
    std::uint32_t community = 0; ///< from 0, numbered by size
    Interval active;             ///< first to last dated event
};

struct ParticipantView {
    Role role = Role::other;
    std::uint32_t actor = none;
    std::string text; ///< the phrase as the best report has it
};

/// One place in an article that reports an event.
struct Evidence {
    std::uint32_t article = none;
    Span trigger;         ///< code points in the article's text
    Span sentence_span;   ///< code points in the article's text
    std::string sentence; ///< the sentence, as it stands there
    Interval when;        ///< when this report says that it happened
    Factuality factuality = Factuality::happened;
    std::string attributed_to; ///< name of who says so; empty: the article
};

/// One of several accounts of a disputed event.
struct EventVersion {
    std::string attribute;               ///< "date", "number", "agent", "factuality"
    std::string value;                   ///< "2021-10-18", "12 killed"
    std::vector<std::uint32_t> articles; ///< who says so
};

struct EventNode {
    std::string id;
    std::string headline; ///< readable alone
    std::string lemma;    ///< of the trigger
    EventClass event_class = EventClass::occurrence;
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    Interval when;
    Granularity granularity = Granularity::day;
    Modifier mod = Modifier::none;
    Certainty certainty = Certainty::unresolved;
    AnchorReason reason = AnchorReason::none;
    std::string date_text;      ///< the words that date it: "Wednesday"; empty where none do
    std::uint32_t place = none; ///< an actor of type place
    double score = 0;           ///< importance
    std::uint32_t voices = 0;   ///< independent reports; copies of one article count once
    std::vector<ParticipantView> participants;
    std::vector<Evidence> evidence; ///< best first
    std::vector<EventVersion> versions;
    bool disputed = false;
};

/// All relations of one kind between two actors; never two with the same source, target and kind.
struct RelationEdge {
    std::uint32_t source = none; ///< an actor
    std::uint32_t target = none; ///< an actor
    std::string relation; ///< "reject", "consult" …; "acts-on" where the event has no type; "co-occurs"; "part-of"
    bool directed = true;
    double weight = 1;    ///< > 0, grows with the number of voices
    double goldstein = 0; ///< mean over the events, −10 … +10
    Interval active;      ///< first to last dated event
    std::vector<std::uint32_t> events;
};

/// An event that the timeline shows. Entries stand in time order; undated ones last.
struct TimelineEntry {
    std::uint32_t event = none;
    std::uint32_t rank = 0; ///< 1 is the most important
    double score = 0;
};

/// A story, or a part of it, ready to be written.
struct GraphView {
    std::string title;
    std::vector<ArticleNode> articles;   ///< by (published, id)
    std::vector<ActorNode> actors;       ///< by (rank descending, id)
    std::vector<EventNode> events;       ///< by (from, to, id), undated last
    std::vector<RelationEdge> relations; ///< by (source, target, relation)
    std::vector<TimelineEntry> timeline;
    std::uint32_t actors_in_story = 0; ///< more than `actors` holds when the view was cut
    std::uint32_t events_in_story = 0;
};

} // namespace fasti::graph
