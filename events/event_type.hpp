// The PLOVER class of an event, by the frames of `data/events/en/plover.tsv`: the trigger together with what stands
// beside it first, then the trigger alone.
#pragma once

#include "events/participants.hpp"

namespace fasti::events {

[[nodiscard]] PloverType verb_type(const Reading& reading, std::uint32_t verb, const VerbGroup& group);
/// `carrier` is the light verb that carries the noun, or no_token.
[[nodiscard]] PloverType noun_type(const Reading& reading, std::uint32_t noun, std::uint32_t carrier);

/// How much an event of this type helps or hurts, by its frame (`data/events/en/intensity.tsv`), else by its type
/// alone.
[[nodiscard]] double frame_intensity(const Reading& reading, std::uint32_t trigger, std::uint32_t carrier,
                                     PloverType type);

/// Who must act by what `verb` says: the subject of "must" in its complement ("Oslo said that Riga must pay"), which
/// makes a demand of saying; no_token where nobody is told.
[[nodiscard]] std::uint32_t told_to_act(const Tree& tree, std::uint32_t verb);

/// The class of what is only in prospect: a plan to cooperate is an agreement, a plan to harm a threat, and not to
/// cooperate is to reject. `ready`: someone is said to be ready for it. Called when tense, factuality and attribution
/// are known.
[[nodiscard]] PloverType prospective_type(const Event& event, bool ready);

} // namespace fasti::events
