// Who did what to whom in one article: the entrance of this folder. Actors first, then the events with their
// participants, factuality and attribution, then the time of each event.
//
//   "Moscow suspended its mission at NATO on Monday, the minister said."
//     → suspended {agent Moscow, patient its mission, place NATO, happened, attributed to the minister}, said {agent …}
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "core/result.hpp"
#include "core/timex.hpp"
#include "events/actor_lexicon.hpp"
#include "events/event_lexicon.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fasti::events {

/// What this stage knows before it reads; load once, share by all threads.
class Lexicons {
public:
    /// Reads all tables of `dir` (`data/events/en`). Fails with file and line when one is missing or broken.
    [[nodiscard]] static Result<Lexicons> load(const std::filesystem::path& dir);

    [[nodiscard]] const ActorLexicon& actors() const { return actors_; }
    [[nodiscard]] const EventLexicon& events() const { return events_; }

private:
    ActorLexicon actors_;
    EventLexicon events_;
};

/// Actors, events and orders of `article`, pure and linear in its tokens. Needs trees (Document::parsed); without
/// them there are names only. Furniture gives no events. Every event has its words in the text.
[[nodiscard]] Extraction extract(const Article& article, const Document& document, std::span<const Timex> timexes,
                                 const Lexicons& lexicons);

/// Subject, relation and object are words of the sentence in their order, joined by one space.
struct Triple {
    std::uint32_t sentence = 0; ///< index into Document::sentences
    std::string subject;
    std::string relation;
    std::string object; ///< may be empty
    Factuality certainty = Factuality::happened;
};

/// Who–did–what triples of all sentences, in text order; docs/events.md tells what goes into which slot.
[[nodiscard]] std::vector<Triple> find_triples(const Document& document, const Lexicons& lexicons);

} // namespace fasti::events
