// The user's own decisions about actors and events, which win over all that linking finds. Read
// from the file of `--aliases` and kept in the story; docs/linking.md describes it.
//
//   same "Alexander Lukashenko" "Aliaksandr Lukashenka"
//   different "Apple Computer" "Apple Corps"
//   rename "NATO" "North Atlantic Treaty Organization"
//   event a17 "withdrew the accreditation" date 2021-10-06
//   event a17 "voiced concern" hide
//   event a17 "suspended its mission" same a18 "suspension of the mission"
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti::graph {

struct NameDecision {
    std::uint32_t line = 0;
    std::vector<std::string> names; ///< as written; two of them, for `same` two or more
};

/// A place in an article: the first mention of an event whose trigger lies inside the phrase.
struct QuotedPlace {
    std::string article;
    std::string phrase;
    friend auto operator<=>(const QuotedPlace&, const QuotedPlace&) = default;
};

enum class EventDecisionKind : std::uint8_t { date, hide, same, different };

struct EventDecision {
    std::uint32_t line = 0;
    EventDecisionKind kind = EventDecisionKind::hide;
    QuotedPlace place;
    QuotedPlace other; ///< of same and different
    std::string date;  ///< ISO: a day, month or year
};

struct Decisions {
    std::vector<NameDecision> same;
    std::vector<NameDecision> different;
    std::vector<NameDecision> rename; ///< {name in the story, name to show}
    std::vector<EventDecision> events;
};

/// Blank lines and lines that begin with # say nothing. Error with `path:line` in its place for a
/// line that is no decision, and for decisions that contradict each other.
[[nodiscard]] Result<Decisions> parse_decisions(std::string_view text, std::string_view path);

} // namespace fasti::graph
