// The calendar, exhaustively where that is possible: shift, floor and ISO weeks over 1600–2400.
#include "core/calendar.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {
Moment day(int y, unsigned m, unsigned d) {
    return *make_day(y, m, d);
}
} // namespace

TEST_CASE("a shift by months or years clamps to the last valid day") {
    CHECK(shift(day(2024, 2, 29), -1, Granularity::year) == day(2023, 2, 28));
    CHECK(shift(day(2021, 1, 31), 1, Granularity::month) == day(2021, 2, 28));
    CHECK(shift(day(2021, 3, 31), -1, Granularity::month) == day(2021, 2, 28));
    CHECK(shift(day(2021, 5, 31), 1, Granularity::quarter) == day(2021, 8, 31));
    CHECK(shift(day(1, 1, 1), -1, Granularity::year) == day(0, 1, 1));
    CHECK(shift(day(2021, 1, 1), -100000, Granularity::century) == day(min_year, 1, 1));
    CHECK(shift(day(2021, 1, 1), 1'000'000'000'000'000, Granularity::second) <= day(max_year, 12, 31) + date::days{1});
}

TEST_CASE("every day of 1600-2400 lies in its own unit, and units tile the calendar") {
    const Moment end = day(2401, 1, 1);
    for (Moment m = day(1600, 1, 1); m < end; m += date::days{1}) {
        for (const Granularity unit :
             {Granularity::day, Granularity::week, Granularity::month, Granularity::quarter, Granularity::season,
              Granularity::half, Granularity::year, Granularity::decade, Granularity::century}) {
            const Interval interval = unit_interval(m, unit);
            if (!(*interval.from <= m && m < *interval.to) || floor(*interval.from, unit) != *interval.from ||
                floor(*interval.to, unit) != *interval.to || shift(*interval.to, -1, unit) != *interval.from) {
                FAIL(iso_date(m) << " and its " << to_string(unit));
            }
        }
    }
}

TEST_CASE("ISO weeks agree with their Mondays through 1600-2400") {
    const Moment end = day(2401, 1, 1);
    int long_years = 0;
    for (Moment m = day(1600, 1, 1); m < end; m += date::days{1}) {
        const IsoWeek week = iso_week_of(m);
        const auto monday = iso_week_begin(week.year, week.week);
        if (!monday || floor(m, Granularity::week) != *monday) {
            FAIL(iso_date(m));
        }
        long_years += week.week == 53 && weekday_of(m) == 4;
    }
    CHECK(long_years == 142); // 71 long years in each cycle of 400 years, 1600 to 2400 holds two
    CHECK(iso_week_of(day(2021, 1, 3)) == IsoWeek{2020, 53});
    CHECK_FALSE(iso_week_begin(2021, 53));
}

TEST_CASE("days that do not exist are refused") {
    CHECK_FALSE(make_day(2021, 2, 30));
    CHECK_FALSE(make_day(1900, 2, 29));
    CHECK(make_day(2000, 2, 29));
    CHECK_FALSE(make_day(10000, 1, 1));
}

TEST_CASE("dates before Christ keep their sign") {
    CHECK(iso_date(day(-489, 9, 12)) == "-0489-09-12");
    CHECK(floor(day(-489, 9, 12), Granularity::decade) == day(-490, 1, 1));
    CHECK(parse_date("-0489-09-12")->moment == day(-489, 9, 12));
}

TEST_CASE("parse_date reads what files carry and refuses the rest") {
    CHECK(parse_date("2021-10-20")->granularity == Granularity::day);
    CHECK(parse_date("2021-10")->granularity == Granularity::month);
    CHECK(parse_date("2021")->granularity == Granularity::year);
    CHECK(parse_date("20211020")->moment == day(2021, 10, 20));
    const auto zoned = parse_date("2021-10-20T23:30:00+03:00");
    REQUIRE(zoned);
    CHECK(zoned->utc_offset_minutes == 180);
    CHECK(iso_moment(zoned->moment, zoned->granularity) == "2021-10-20T23:30:00");
    CHECK(parse_date("Wed, 20 Oct 2021 15:04:05 GMT")->moment ==
          day(2021, 10, 20) + std::chrono::seconds{15 * 3600 + 4 * 60 + 5});
    CHECK(parse_date("October 20, 2021")->moment == day(2021, 10, 20));
    CHECK(parse_date("2021-10-20 15:04")->granularity == Granularity::minute);
    for (const char* bad : {"", "None", "2021-02-30", "2021-13-01", "20 Octember 2021", "yesterday", "2021-10-20T25:00",
                            "2021-10-20x", "12"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_date(bad));
    }
}
