// Dates in words that a reader of a published timeline expects: "20 October 2021", "October 2021",
// "about 1914", "490 BC", "6–9 October 2021".
#pragma once

#include "core/timex.hpp"

#include <string>

namespace fasti::exporters {

/// `interval` at its granularity; "undated" when it has no beginning.
[[nodiscard]] std::string date_text(const Interval& interval, Granularity granularity, Modifier mod = Modifier::none);

/// True when the interval is exactly one unit of its granularity (a day, a month, a year …).
[[nodiscard]] bool is_one_unit(const Interval& interval, Granularity granularity);

} // namespace fasti::exporters
