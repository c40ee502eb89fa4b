// Calendar time over Howard Hinnant's `date`: civil moments without a zone, granularities,
// half-open intervals, and the one `shift()` through which all month and year arithmetic goes.
//
//   shift(day(2024, 2, 29), -1, Unit::year)   → 2023-02-28   (clamped to the last valid day)
//   floor(moment, Granularity::week)          → that week's Monday
//   unit_interval(moment, Granularity::month) → [first of the month, first of the next)
//
// Proleptic Gregorian, years −9999…9999 (astronomical: year 0 is 1 BC). Weeks start on Monday (ISO 8601).
#pragma once

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fasti {

/// A civil date and time of day, in whole seconds, in the zone of the text that it comes from.
using Moment = date::local_seconds;
using Day = date::local_days;

inline constexpr int min_year = -9999;
inline constexpr int max_year = 9999;

/// How finely a time is known, from fine to coarse.
enum class Granularity : std::uint8_t {
    second,
    minute,
    hour,
    daypart,
    day,
    weekend,
    week,
    month,
    quarter,
    season,
    half,
    year,
    decade,
    century,
};

/// Half-open [from, to). An end that is not set is open or unknown.
struct Interval {
    std::optional<Moment> from;
    std::optional<Moment> to;

    [[nodiscard]] bool bounded() const { return from && to; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The civil day year-month-day, or nothing when there is no such day (2021-02-30).
[[nodiscard]] std::optional<Day> make_day(int year, unsigned month, unsigned day);
[[nodiscard]] int year_of(Moment moment);
[[nodiscard]] unsigned month_of(Moment moment); ///< 1..12
[[nodiscard]] unsigned day_of(Moment moment);   ///< 1..31
/// ISO weekday, Monday = 1 … Sunday = 7.
[[nodiscard]] unsigned weekday_of(Moment moment);
/// ISO 8601 week and the year that it belongs to: 2021-01-03 → {2020, 53}.
struct IsoWeek {
    int year;
    unsigned week;
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};
[[nodiscard]] IsoWeek iso_week_of(Moment moment);
/// Monday of that ISO week; nothing when the year has no such week.
[[nodiscard]] std::optional<Day> iso_week_begin(int year, unsigned week);

/// Moves by `n` units. Month-like units keep the day of the month, clamped to the last valid
/// one. The result is clamped to the supported years. `daypart` and `weekend` count as days and weeks.
[[nodiscard]] Moment shift(Moment moment, std::int64_t n, Granularity unit);
/// The beginning of the unit that holds `moment`. Seasons begin on the 1st of March, June,
/// September and December; a weekend on its Saturday (from the Monday of its week for other days).
[[nodiscard]] Moment floor(Moment moment, Granularity unit);
/// [floor, floor + one unit).
[[nodiscard]] Interval unit_interval(Moment moment, Granularity unit);

/// "2021-10-20", before Christ with a sign: "-0489-01-01".
[[nodiscard]] std::string iso_date(Moment moment);
/// "2021-10-20", with "T15:04" or "T15:04:05" behind it when `granularity` is finer than a day.
[[nodiscard]] std::string iso_moment(Moment moment, Granularity granularity);

/// A date as a person or a file gives it: "2021-10-20", "2021-10", "2021", "20211020",
/// "2021-10-20T15:04:05+03:00", "2021-10-20 15:04", RFC 2822 ("Wed, 20 Oct 2021 15:04:05 +0300").
struct ParsedDate {
    Moment moment;           ///< local time of the zone that is written with it
    Granularity granularity; ///< year, month, day, minute or second
    std::optional<int> utc_offset_minutes;
};
/// Nothing when `text` is no such date, or one that does not exist.
[[nodiscard]] std::optional<ParsedDate> parse_date(std::string_view text);

[[nodiscard]] std::string_view to_string(Granularity granularity);
[[nodiscard]] std::optional<Granularity> parse_granularity(std::string_view name);

} // namespace fasti
