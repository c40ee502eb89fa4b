// The calendar, day by day: every day of 1600–2400 through every unit and both directions, ISO weeks,
// leap days, clamping, the year 0 and years before Christ, and Easter.
#include "core/calendar.hpp"
#include "temporal/meaning.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

constexpr Granularity all_units[] = {
    Granularity::second,  Granularity::minute, Granularity::hour,   Granularity::daypart, Granularity::day,
    Granularity::weekend, Granularity::week,   Granularity::month,  Granularity::quarter, Granularity::season,
    Granularity::half,    Granularity::year,   Granularity::decade, Granularity::century,
};

// Months in a unit of whole months; 0 for others.
int months_in(Granularity unit) {
    switch (unit) {
    case Granularity::month:
        return 1;
    case Granularity::quarter:
    case Granularity::season:
        return 3;
    case Granularity::half:
        return 6;
    case Granularity::year:
        return 12;
    case Granularity::decade:
        return 120;
    case Granularity::century:
        return 1200;
    default:
        return 0;
    }
}

bool leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned days_in(int year, unsigned month) {
    constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year) ? 1 : 0);
}

} // namespace

TEST_CASE("every day of 1600 to 2400 moves through every unit and back") {
    // The slow and obvious calendar beside the fast one: counted by hand, day after day.
    int year = 1600;
    unsigned month = 1;
    unsigned day = 1;
    unsigned weekday = 6; // 1600-01-01 was a Saturday
    std::size_t wrong = 0;
    for (Moment at = *make_day(1600, 1, 1); year <= 2400; at += date::days{1}) {
        wrong += year_of(at) != year || month_of(at) != month || day_of(at) != day || weekday_of(at) != weekday;
        for (const Granularity unit : all_units) {
            for (const int n : {-13, -1, 1, 13}) {
                const Moment moved = shift(at, n, unit);
                if (const int months = months_in(unit)) {
                    const int index = year * 12 + static_cast<int>(month) - 1 + n * months;
                    const int y = index >= 0 ? index / 12 : -((11 - index) / 12);
                    const auto m = static_cast<unsigned>(index - y * 12 + 1);
                    wrong +=
                        year_of(moved) != y || month_of(moved) != m || day_of(moved) != std::min(day, days_in(y, m));
                } else {
                    wrong += shift(moved, -n, unit) != at;
                }
            }
            const Moment begin = floor(at, unit);
            const Interval whole = unit_interval(at, unit);
            wrong += floor(begin, unit) != begin || !whole.bounded();
            if (unit != Granularity::weekend) {
                wrong += begin > at || *whole.from > at || *whole.to <= at;
            }
        }
        const IsoWeek week = iso_week_of(at);
        wrong += *iso_week_begin(week.year, week.week) != floor(at, Granularity::week);
        weekday = weekday % 7 + 1;
        if (++day > days_in(year, month)) {
            day = 1;
            if (++month > 12) {
                month = 1;
                ++year;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a year has 53 ISO weeks when it begins or, as a leap year, ends on a Thursday") {
    for (int year = 1600; year <= 2400; ++year) {
        const bool long_year = weekday_of(*make_day(year, 1, 1)) == 4 || weekday_of(*make_day(year, 12, 31)) == 4;
        CHECK(iso_week_begin(year, 53).has_value() == long_year);
    }
}

TEST_CASE("month arithmetic clamps to the last valid day") {
    const Moment leap_day = *make_day(2024, 2, 29);
    CHECK(iso_date(shift(leap_day, -1, Granularity::year)) == "2023-02-28");
    CHECK(iso_date(shift(leap_day, 4, Granularity::year)) == "2028-02-29");
    CHECK(iso_date(shift(*make_day(2021, 1, 31), 1, Granularity::month)) == "2021-02-28");
    CHECK(iso_date(shift(*make_day(2021, 12, 31), -1, Granularity::quarter)) == "2021-09-30");
}

TEST_CASE("years before Christ are astronomical inside and BC outside") {
    CHECK(shift(*make_day(1, 1, 1), -1, Granularity::day) == *make_day(0, 12, 31));
    CHECK(leap(0));
    CHECK(make_day(0, 2, 29).has_value());
    CHECK(iso_date(*make_day(-489, 1, 1)) == "-0489-01-01");
    temporal::Meaning marathon = temporal::meaning_of(*make_day(-489, 9, 1), Granularity::year);
    CHECK(temporal::timex3_value(marathon) == "BC0490");
    CHECK(iso_date(*temporal::interval_of(marathon).from) == "-0489-01-01");
}

TEST_CASE("Easter falls where the almanacs say") {
    CHECK(temporal::easter_sunday(1999) == *make_day(1999, 4, 4));
    CHECK(temporal::easter_sunday(2008) == *make_day(2008, 3, 23));
    CHECK(temporal::easter_sunday(2011) == *make_day(2011, 4, 24));
    CHECK(temporal::easter_sunday(2024) == *make_day(2024, 3, 31));
    CHECK(temporal::easter_sunday(2038) == *make_day(2038, 4, 25));
    for (int year = 1600; year <= 2400; ++year) {
        const Moment easter = temporal::easter_sunday(year);
        CHECK(weekday_of(easter) == 7);
        CHECK((easter >= *make_day(year, 3, 22) && easter <= *make_day(year, 4, 25)));
    }
}
