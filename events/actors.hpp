// The actors of one article: names with their titles and roles, descriptions ("the Russian
// defense minister"), demonyms and capitals that stand for a state, and pronouns, each
// mention linked to the one that it means. `extract` calls it before it looks for events.
//
//   "Defense Minister Sergei Shoigu … he said" → actor {name "Sergei Shoigu", roles {"Defense Minister"},
//                                                       mentions {"Sergei Shoigu", "Defense Minister", "he"}}
//
// What an actor is across articles is the business of `graph`.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "events/actor_lexicon.hpp"

#include <span>
#include <vector>

namespace fasti::events {

/// The actors of an article, and which token stands for which of them.
struct ActorIndex {
    std::vector<Actor> actors; ///< in order of their first mention
    std::vector<ActorId> by_token;
    /// Actors that one phrase names together ("the two countries"), grouped by head token.
    struct Together {
        std::uint32_t token;
        std::vector<ActorId> actors;
    };
    std::vector<Together> together; ///< by token

    /// The actor that the mention with this head token (or with this token in its name) stands for, or none.
    [[nodiscard]] ActorId at_token(std::uint32_t token) const {
        return token < by_token.size() ? by_token[token] : ActorId::none();
    }
    /// Actors that this token names together: Russia and Belarus for "countries" in "the two
    /// countries"; empty for the mention of a single actor, which `at_token` gives.
    [[nodiscard]] std::span<const ActorId> together_at(std::uint32_t token) const;
};

/// All actors of `article`. Needs trees (Document::parsed); without them names only. Text in furniture is left out.
/// Linear in the tokens, whatever the names.
[[nodiscard]] ActorIndex find_actors(const Article& article, const Document& document, const ActorLexicon& lexicon);

} // namespace fasti::events
