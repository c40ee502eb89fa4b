// Which time expressions a line that stands alone replaces, and what it says instead.
#include "graph/spoken_date.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using namespace fasti::graph;

namespace {

TimeValue implied(const char* date) {
    const auto given = parse_date(date);
    REQUIRE(given);
    TimeValue time;
    time.value = date;
    time.interval = unit_interval(given->moment, given->granularity);
    time.granularity = given->granularity;
    time.certainty = Certainty::implied;
    return time;
}

} // namespace

TEST_CASE("a date is spoken as finely as it is known") {
    const auto day = parse_date("2021-10-18");
    REQUIRE(day);
    CHECK(spoken_date(day->moment, Granularity::day) == "18 October 2021");
    CHECK(spoken_date(day->moment, Granularity::hour) == "18 October 2021");
    CHECK(spoken_date(day->moment, Granularity::week) == "the week of 18 October 2021");
    CHECK(spoken_date(day->moment, Granularity::month) == "October 2021");
    CHECK(spoken_date(day->moment, Granularity::quarter) == "the fourth quarter of 2021");
    CHECK(spoken_date(day->moment, Granularity::year) == "2021");
}

TEST_CASE("words that point from the day of publication are replaced, those of their own sentence stay") {
    for (const char* words :
         {"Monday", "last month", "two days ago", "this morning", "October 18", "18 October", "last October"}) {
        INFO(words);
        CHECK(date_edit(words, implied("2021-10-18"), CountedFrom::elsewhere) == DateEdit::replace);
    }
    CHECK(date_edit("the end of October", implied("2021-10"), CountedFrom::elsewhere) == DateEdit::add_year);
    CHECK(date_edit("a day earlier", implied("2021-10-18"), CountedFrom::here) == DateEdit::keep);
    CHECK(date_edit("the same day", implied("2021-10-18"), CountedFrom::here) == DateEdit::keep);
    CHECK(date_edit("a day earlier", implied("2021-10-18"), CountedFrom::elsewhere) == DateEdit::replace);
    CHECK(date_edit("the same day", implied("2021-10-18"), CountedFrom::elsewhere) == DateEdit::replace);
    CHECK(date_edit("a year earlier", implied("2021"), CountedFrom::elsewhere) == DateEdit::keep);
    CHECK(date_edit("Two days later", implied("2021-10-18"), CountedFrom::before) == DateEdit::replace);
    CHECK(date_edit("October 18, 2021", implied("2021-10-18"), CountedFrom::elsewhere) == DateEdit::keep);
    CHECK(date_edit("the evening", implied("2021-10-18"), CountedFrom::elsewhere) == DateEdit::keep);
    TimeValue unresolved = implied("2021-10-18");
    unresolved.certainty = Certainty::unresolved;
    CHECK(date_edit("Monday", unresolved, CountedFrom::elsewhere) == DateEdit::keep);
}
