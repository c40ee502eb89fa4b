// Turns candidates into values: asks how each is told (style.hpp) and which way tenses point, and
// completes each expression against the publication date or the dates before it.
#pragma once

#include "temporal/context.hpp"
#include "temporal/matcher.hpp"
#include "temporal/temporal.hpp"

namespace fasti::temporal {

/// The meaning of one candidate, completed; `context` remembers it as the date numbered `index`.
[[nodiscard]] Timex resolve_found(const Found& found, std::uint32_t index, const CandidateList& list,
                                  const RuleSet& rules, Context& context, bool trace);

} // namespace fasti::temporal
