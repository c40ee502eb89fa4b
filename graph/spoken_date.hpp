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
    keep,     ///< says its date itself, or one that only its sentence explains: "2014", "a year earlier"
    replace,  ///< "Wednesday", "last month", "June": the date in its place
    add_year, ///< "the end of December": the year behind it
};
/// Where "two days later" counts from, and whether that is in the line.
enum class CountedFrom : std::uint8_t {
    elsewhere, ///< another sentence, or the day of publication
    before,    ///< the same, and the expression opens its sentence
    here       ///< a date of the same sentence
};
[[nodiscard]] DateEdit date_edit(std::string_view words, const TimeValue& time, CountedFrom counted);

} // namespace fasti::graph
