// What an expression says before and after it is completed: the fields that are known, and no
// others. Operators build and change meanings, `resolver` completes them, `to_time_value` prints
// them as TIMEX3.
//
//   "October"      month 10                       open: it lacks a year
//   "October 2021" month 10, year 2021            → value 2021-10, [2021-10-01, 2021-11-01)
//   "two weeks"    amounts {2 week}, duration     → value P2W
#pragma once

#include "core/calendar.hpp"
#include "core/timex.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace fasti::temporal {

/// Nine digits are more than any year; beyond them nothing is computed.
inline constexpr int unknown = std::numeric_limits<int>::min();

/// A part of the day, as TIMEX3 writes it: MO, MI, AF, EV, NI, DT.
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

/// TIMEX3 words for times that name no place on the calendar.
enum class Reference : std::uint8_t { none, present, past, future };

/// Which instance of an open meaning is meant: tense and habit decide, the nearest, or a named side.
enum class Direction : std::uint8_t {
    open,
    nearest,
    past,         ///< the last one before the anchor
    past_or_same, ///< or the one that holds it
    future,
    future_or_same,
    agreed, ///< ahead of what was agreed, but yesterday's weekday is that of the agreeing: "agreed to buy it on Sunday"
    current ///< the one in the unit around the anchor: "this Friday", "this May"
};

/// A count of units; `vague` counts ("several") print as X.
struct Amount {
    double count = 0;
    bool vague = false;
    Granularity unit = Granularity::day;
    int factor = 1;       ///< a fortnight is 2 weeks
    bool literal = false; ///< keep decades and centuries as they are said

    friend bool operator==(const Amount&, const Amount&) = default;
};

/// A moving feast: the n-th weekday of a month (n from the end when negative), or days from Easter.
struct Feast {
    enum class Kind : std::uint8_t { none, nth_weekday, easter } kind = Kind::none;
    int nth = 0;
    int weekday = 0;
    int month = 0;
    int offset = 0;

    friend bool operator==(const Feast&, const Feast&) = default;
};

struct Meaning {
    TimexType type = TimexType::date;
    Granularity granularity = Granularity::day;
    Modifier mod = Modifier::none;
    Reference reference = Reference::none;
    Direction direction = Direction::open;

    int year = unknown; ///< astronomical: 0 is 1 BC; first year of a decade or century
    int half = unknown;
    int quarter = unknown;
    int season = unknown; ///< 1 spring … 4 winter; the winter of a year begins in it
    int month = unknown;
    int week = unknown; ///< ISO
    int day = unknown;
    int weekday = unknown; ///< 1 Monday … 7
    bool weekend = false;
    DayPart part = DayPart::none;
    int hour = unknown;
    int minute = unknown;
    int second = unknown;
    int zone = unknown; ///< minutes east of UTC
    Feast feast;

    bool short_year = false; ///< `year` has two digits only; the century is open
    bool fiscal = false;
    bool before_christ = false; ///< "BC" was said and `year` counts backwards
    bool impossible = false;    ///< February 30, 25:61
    bool unplaced = false;      ///< relative to something that is not known
    bool nameless = false;      ///< no field of it is known: "during this period"

    std::optional<Moment> not_before; ///< bounds within the unit: "later this month"
    std::optional<Moment> not_after;  ///< "earlier this month"

    std::vector<Amount> amounts; ///< of a duration, or of the period of a set
    std::string quantity;        ///< of a set: EVERY
    std::string frequency;       ///< of a set: 2X
    std::string literal;         ///< a value that is printed as it stands
    std::vector<std::string> alternatives;
    Certainty certainty = Certainty::exact;
    std::string anchor; ///< what completed it

    /// True when it stands for a place on the calendar, known or not.
    [[nodiscard]] bool is_point() const {
        return (type == TimexType::date || type == TimexType::time) && reference == Reference::none;
    }
    /// True when its largest field is known, so that it needs no anchor.
    [[nodiscard]] bool placed() const { return is_point() && year != unknown && !short_year && !unplaced; }
};

/// Fields from `moment` down to `granularity`, and no finer.
[[nodiscard]] Meaning meaning_of(Moment moment, Granularity granularity);

/// First moment of a placed meaning; nothing when it is not placed or impossible.
[[nodiscard]] std::optional<Moment> begin_of(const Meaning& meaning);
/// [from, to) of a placed meaning, whole units; modifiers narrow it ("early" is the first third).
[[nodiscard]] Interval interval_of(const Meaning& meaning);

/// The field of the larger unit wins where both are known; all else is taken together:
/// "Friday" with "October 20, 2021", "morning" with "2021-10-20".
[[nodiscard]] Meaning join(const Meaning& fine, const Meaning& coarse);

/// TIMEX3 value, "XXXX" for what is not known: "XXXX-10", "XXXX-WXX-3", "P2W", "BC0490".
[[nodiscard]] std::string timex3_value(const Meaning& meaning);
[[nodiscard]] TimeValue to_time_value(const Meaning& meaning);

/// Easter Sunday of a Gregorian year.
[[nodiscard]] Day easter_sunday(int year);
/// The day of a feast in a year.
[[nodiscard]] std::optional<Day> feast_day(const Feast& feast, int year);

} // namespace fasti::temporal
