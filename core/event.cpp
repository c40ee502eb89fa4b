// See event.hpp.
#include "core/event.hpp"

#include "core/enum_names.hpp"

#include <algorithm>
#include <array>

namespace fasti {
namespace {

constexpr EnumNames<ActorType, 5> actor_type_names{{"person", "organization", "place", "group", "other"}};
constexpr EnumNames<MentionKind, 3> mention_kind_names{{"name", "description", "pronoun"}};
constexpr EnumNames<EventClass, 6> event_class_names{
    {"occurrence", "reporting", "perception", "aspectual", "intention", "state"}};
constexpr EnumNames<Factuality, 5> factuality_names{{"happened", "planned", "possible", "denied", "hypothetical"}};
constexpr EnumNames<Polarity, 2> polarity_names{{"positive", "negative"}};
constexpr EnumNames<Tense, 4> tense_names{{"none", "past", "present", "future"}};
constexpr EnumNames<Aspect, 4> aspect_names{{"none", "perfective", "progressive", "perfective-progressive"}};
constexpr EnumNames<Role, 11> role_names{
    {"agent", "patient", "recipient", "topic", "place", "source", "goal", "instrument", "companion", "time", "other"}};
constexpr EnumNames<PloverType, 19> plover_names{{"", "agree", "consult", "support", "cooperate", "aid", "concede",
                                                  "retreat", "demand", "disapprove", "reject", "threaten", "protest",
                                                  "sanction", "mobilize", "coerce", "assault", "fight", "investigate"}};
constexpr EnumNames<AnchorReason, 9> anchor_reason_names{
    {"none", "expression", "ordered", "shared", "background", "news-day", "published", "other-report", "decision"}};

// One value per class, in the order of PloverType, on the scale of Goldstein (1992).
constexpr std::array<double, 19> goldstein_values = {0,  5,  1,  4,    6,    7,  5,    7,   -2,  -2,
                                                     -4, -5, -6, -6.5, -5.5, -7, -9.5, -10, -1.5};

} // namespace

double goldstein(PloverType type) {
    return goldstein_values[static_cast<std::size_t>(type)];
}

std::span<const Event> events_of_sentence(std::span<const Event> events, std::uint32_t sentence) {
    const auto first = std::lower_bound(events.begin(), events.end(), sentence,
                                        [](const Event& event, std::uint32_t s) { return event.sentence < s; });
    const auto last = std::upper_bound(first, events.end(), sentence,
                                       [](std::uint32_t s, const Event& event) { return s < event.sentence; });
    return {first, last};
}

std::string_view to_string(ActorType value) {
    return actor_type_names.name(value);
}
std::string_view to_string(MentionKind value) {
    return mention_kind_names.name(value);
}
std::string_view to_string(EventClass value) {
    return event_class_names.name(value);
}
std::string_view to_string(Factuality value) {
    return factuality_names.name(value);
}
std::string_view to_string(Polarity value) {
    return polarity_names.name(value);
}
std::string_view to_string(Tense value) {
    return tense_names.name(value);
}
std::string_view to_string(Aspect value) {
    return aspect_names.name(value);
}
std::string_view to_string(Role value) {
    return role_names.name(value);
}
std::string_view to_string(PloverType value) {
    return plover_names.name(value);
}
std::string_view to_string(AnchorReason value) {
    return anchor_reason_names.name(value);
}
std::optional<ActorType> parse_actor_type(std::string_view name) {
    return actor_type_names.parse(name);
}
std::optional<EventClass> parse_event_class(std::string_view name) {
    return event_class_names.parse(name);
}
std::optional<Factuality> parse_factuality(std::string_view name) {
    return factuality_names.parse(name);
}
std::optional<Role> parse_role(std::string_view name) {
    return role_names.parse(name);
}
std::optional<PloverType> parse_plover_type(std::string_view name) {
    return plover_names.parse(name);
}
std::optional<AnchorReason> parse_anchor_reason(std::string_view name) {
    return anchor_reason_names.parse(name);
}

} // namespace fasti
