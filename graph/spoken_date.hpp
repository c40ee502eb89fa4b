// Dates as a newspaper writes them, for lines that must be understood on any later day.
#pragma once

#include "core/calendar.hpp"
#include "core/timex.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace fasti::graph {

/// "18 October 2021", "October 2021", "2021", before Christ "490 BC"; what is finer than a day is left out.
[[nodiscard]] std::string spoken_date(Moment from, Granularity granularity);

/// What becomes of a time expression in a line that stands alone.
enum class DateEdit : std::uint8_t {
    keep,     ///< says its date itself, or one that only its sentence explains: "2014", "a day earlier"
    replace,  ///< "Wednesday", "last month", "June": the date in its place
    add_year, ///< "the end of December": the year behind it
};
/// `first` is true at the head of the sentence, where "two days later" hangs on the sentence before.
[[nodiscard]] DateEdit date_edit(std::string_view words, const TimeValue& time, bool first);

} // namespace fasti::graph
