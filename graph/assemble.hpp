// One event from its reports: which report shows it, when it happened, who takes part, where the
// reports disagree, how important it is by itself. Pure; relink.cpp stores the result, load.cpp
// makes the same again for a view.
#pragma once

#include "graph/lexicon.hpp"
#include "graph/record.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

/// What assembling needs to know of a report's article.
struct ArticleHead {
    std::string id;
    std::string source;
    std::string duplicate_of;
    std::int64_t published = undated;
};

struct Account {
    const Report* report = nullptr;
    const ArticleHead* article = nullptr;
    std::span<const std::uint32_t> actors; ///< of the story, by local number
};

struct EventParticipant {
    Role role = Role::other;
    std::uint32_t actor = no_actor; ///< of the story
    std::string text;
};

struct Disagreement {
    std::string attribute;
    std::string value;
    std::vector<std::uint32_t> accounts; ///< indices, best first
};

struct Assembled {
    std::vector<std::uint32_t> order; ///< accounts, best first
    std::uint32_t earliest = 0;       ///< the account with the earliest mention: it gives the public id
    RecordTime time;
    std::string date_text;
    EventClass event_class = EventClass::occurrence;
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    std::uint32_t voices = 0;
    double importance = 0; ///< without what other events and actors add
    std::vector<EventParticipant> participants;
    std::uint32_t place = no_actor;
    std::vector<Disagreement> versions;
    [[nodiscard]] bool disputed() const { return !versions.empty(); }
};

/// `decided` is the user's date (ISO), empty when there is none.
[[nodiscard]] Assembled assemble(std::span<const Account> accounts, std::string_view decided, const Lexicon& lexicon);

/// "e" and thirteen characters, from the article's id and the byte where the earliest mention begins.
[[nodiscard]] std::string event_public_id(std::string_view article_id, std::uint32_t begin);

} // namespace fasti::graph
