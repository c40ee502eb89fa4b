// Who did what, to whom, where and when: the events and actors of one article, as `events`
// finds them and `graph` links them across articles.
#pragma once

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "core/span.hpp"
#include "core/timex.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

enum class ActorType : std::uint8_t { person, organization, place, group, other };
enum class MentionKind : std::uint8_t { name, description, pronoun };

struct Mention {
    Span span; ///< the phrase, without determiner and relative clause
    Span head;
    MentionKind kind = MentionKind::name;
};

/// Someone or something with a name that takes part, and everything in the article that stands for it.
struct Actor {
    std::string name; ///< the fullest form in the article: "Sergei Shoigu"
    ActorType type = ActorType::other;
    std::vector<std::string> aliases; ///< other forms seen or known from tables, without the name, sorted
    std::vector<std::string> roles;   ///< "Defense Minister", in order of appearance
    std::string country;              ///< ISO 3166 alpha-3 of the state that it is or belongs to; empty: unknown
    bool state = false;               ///< it is a state itself (Russia, Moscow and the Kremlin acting for it)
    std::vector<Mention> mentions;    ///< in text order
};

enum class EventClass : std::uint8_t { occurrence, reporting, perception, aspectual, intention, state };
enum class Factuality : std::uint8_t { happened, planned, possible, denied, hypothetical };
enum class Polarity : std::uint8_t { positive, negative };
enum class Tense : std::uint8_t { none, past, present, future };
enum class Aspect : std::uint8_t { none, perfective, progressive, perfective_progressive };
enum class Role : std::uint8_t {
    agent,
    patient,
    recipient,
    topic,
    place,
    source,
    goal,
    instrument,
    companion,
    time,
    other
};

/// The PLOVER classes (Open Event Data Alliance); `none` is printed as null.
enum class PloverType : std::uint8_t {
    none,
    agree,
    consult,
    support,
    cooperate,
    aid,
    concede,
    retreat,
    demand,
    disapprove,
    reject,
    threaten,
    protest,
    sanction,
    mobilize,
    coerce,
    assault,
    fight,
    investigate,
};
/// Cooperation (+) or conflict (−) with its intensity, −10 … +10 on the scale of Goldstein (1992); 0 for none.
[[nodiscard]] double goldstein(PloverType type);

struct Participant {
    Role role = Role::other;
    Span preposition; ///< empty where there is none
    Span span;        ///< the whole phrase
    Span head;
    ActorId actor = ActorId::none(); ///< index into Extraction::actors
};

/// Which step of the ordered list "When an event happened" gave the time (DESIGN.md).
enum class AnchorReason : std::uint8_t {
    none,         ///< undated: a plan without an expression, or no publication date
    expression,   ///< 1: its own expression
    ordered,      ///< 2: a clause or event that it is ordered against
    shared,       ///< 3: from a conjoined verb or the verb that it is an argument of
    background,   ///< 5: perfect with an earlier year or month before it
    news_day,     ///< 6
    published,    ///< 7
    other_report, ///< 8: an explicit date in another report of the same event
    decision,     ///< the user's
};

struct EventTime {
    Interval interval;
    Granularity granularity = Granularity::day;
    Certainty certainty = Certainty::unresolved;
    Modifier mod = Modifier::none;
    std::optional<std::uint32_t> timex; ///< index into the article's timexes
    AnchorReason reason = AnchorReason::none;
};

struct Event {
    Span trigger;   ///< the head word alone, with an adjacent particle: "rolled out"
    Span predicate; ///< the verb group from the first auxiliary to the particle; the trigger for nouns
    std::string lemma;
    EventClass event_class = EventClass::occurrence;
    PloverType type = PloverType::none;
    double intensity = 0; ///< cooperation (+) or conflict (−), −10 … +10; 0 without a type
    Factuality factuality = Factuality::happened;
    Polarity polarity = Polarity::positive;
    Tense tense = Tense::none;
    Aspect aspect = Aspect::none;
    EventTime time;
    std::uint32_t sentence = 0;              ///< index into Document::sentences
    bool nominal = false;                    ///< the trigger is a noun
    bool headline = false;                   ///< stands in a headline
    bool main_clause = false;                ///< the trigger heads its sentence or is conjoined with what does
    bool quoted = false;                     ///< inside direct speech
    ActorId attributed_to = ActorId::none(); ///< who says so; index into Extraction::actors
    EventId attributed_by = EventId::none(); ///< the reporting event; index into Extraction::events
    std::uint32_t report = 0;                ///< mentions of one event in this article share this number
    std::vector<Participant> participants;   ///< by role, then begin
};

/// The text says that `first` was before `second` (indices into Extraction::events).
struct EventOrder {
    EventId first;
    EventId second;
    Span cue; ///< "after", "before", "following"
};

struct Extraction {
    std::vector<Actor> actors;
    std::vector<Event> events; ///< in order of trigger.begin
    std::vector<EventOrder> orders;
};

/// Those of `events`, which are in order of the text, whose triggers stand in a sentence.
[[nodiscard]] std::span<const Event> events_of_sentence(std::span<const Event> events, std::uint32_t sentence);

[[nodiscard]] std::string_view to_string(ActorType value);
[[nodiscard]] std::string_view to_string(MentionKind value);
[[nodiscard]] std::string_view to_string(EventClass value);
[[nodiscard]] std::string_view to_string(Factuality value);
[[nodiscard]] std::string_view to_string(Polarity value);
[[nodiscard]] std::string_view to_string(Tense value);
[[nodiscard]] std::string_view to_string(Aspect value);
[[nodiscard]] std::string_view to_string(Role value);
[[nodiscard]] std::string_view to_string(PloverType value); ///< empty for none
[[nodiscard]] std::string_view to_string(AnchorReason value);
[[nodiscard]] std::optional<ActorType> parse_actor_type(std::string_view name);
[[nodiscard]] std::optional<EventClass> parse_event_class(std::string_view name);
[[nodiscard]] std::optional<Factuality> parse_factuality(std::string_view name);
[[nodiscard]] std::optional<Role> parse_role(std::string_view name);
[[nodiscard]] std::optional<PloverType> parse_plover_type(std::string_view name);
[[nodiscard]] std::optional<AnchorReason> parse_anchor_reason(std::string_view name);

} // namespace fasti
