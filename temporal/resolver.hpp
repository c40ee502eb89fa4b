// Turns candidates into values: decides how the text is told, which way tenses point, and
// completes each expression against the publication date or the dates before it.
#pragma once

#include "temporal/context.hpp"
#include "temporal/matcher.hpp"
#include "temporal/temporal.hpp"

namespace fasti::temporal {

/// True for texts whose dates lie mostly years before their publication: histories, biographies.
[[nodiscard]] bool told_as_narrative(const CandidateList& list, const RuleSet& rules,
                                     const std::optional<ParsedDate>& published);

/// The meaning of one candidate, completed; `context` remembers it as the date numbered `index`.
[[nodiscard]] Timex resolve_found(const Found& found, std::uint32_t index, const CandidateList& list,
                                  const RuleSet& rules, Context& context, bool trace);

} // namespace fasti::temporal
