// What the words beside a name tell of its kind: "Senator Hatfield", "Boskalis, whose shares", "chief executive of
// Maersk". The language layer types a name by its looks; these words are surer where the name is not known.
#pragma once

#include "events/actor_lexicon.hpp"
#include "events/tree.hpp"

#include <optional>

namespace fasti::events {

/// The kind that the words beside the name `range` speak for; nothing when they speak for none.
[[nodiscard]] std::optional<ActorType> type_told(const Tree& tree, const ActorLexicon& lexicon, IndexRange range);

} // namespace fasti::events
