// How a text is told: news points from the day of its publication, a narrative (a history, a biography) from its own
// last date. News may hold narrative passages too: "The wall was built in August 1961. On 17 August 1962 …".
#pragma once

#include "core/ids.hpp"
#include "temporal/matcher.hpp"
#include "temporal/temporal.hpp"

#include <vector>

namespace fasti::temporal {

/// Ranges of `list.found`, in order, whose open dates follow the last date of the text. The whole list where `style`
/// is narrative, or automatic and the dates of the text lie mostly years before its publication; none where it is news.
[[nodiscard]] std::vector<IndexRange> narrated_passages(const CandidateList& list, const RuleSet& rules,
                                                        const Article& article, Style style);

} // namespace fasti::temporal
