// Dates in the forms that pages, files and addresses have.
#include "ingest/dates.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using namespace fasti::ingest;

namespace {

std::string iso(const std::optional<ParsedDate>& date) {
    return date ? iso_moment(date->moment, date->granularity) : "none";
}

} // namespace

TEST_CASE("dates are read as people write them") {
    CHECK(iso(parse_any_date("2021-10-20T23:30:00+03:00")) == "2021-10-20T23:30:00");
    CHECK(iso(parse_any_date("Wed, 20 Oct 2021 15:04:05 +0300")) == "2021-10-20T15:04:05");
    CHECK(iso(parse_any_date("Wed Oct 20 23:50:00 -0400 2021")) == "2021-10-20T23:50");
    CHECK(iso(parse_any_date("Wed Oct 20 23:50:00 UTC 2021")) == "2021-10-20T23:50");
    CHECK(iso(parse_any_date("1634688000")) == "2021-10-20T00:00:00");
    CHECK(iso(parse_any_date("1634688000000")) == "2021-10-20T00:00:00");
    CHECK(iso(parse_any_date("October 20, 2021 3:04 pm")) == "2021-10-20T15:04");
    CHECK(iso(parse_any_date("Oct. 20, 2021")) == "2021-10-20");
    CHECK(iso(parse_any_date("Wednesday, 20th October 2021")) == "2021-10-20");
    CHECK(iso(parse_any_date("Wednesday 20th of October, 2021")) == "2021-10-20");
    CHECK(iso(parse_any_date("20-Oct-2021")) == "2021-10-20");
    CHECK(iso(parse_any_date("20.10.2021")) == "2021-10-20");
    CHECK(iso(parse_any_date("10/20/2021")) == "2021-10-20");
    CHECK(iso(parse_any_date("20/10/2021 12:00 AM")) == "2021-10-20T00:00");
}

TEST_CASE("the day of a moment is the day at the place whose zone it names, east and west of UTC") {
    for (const char* text : {"2021-10-20T23:30-05:00", "2021-10-20T23:30-0500", "2021-10-20T23:30-05",
                             "2021-10-20 23:30 -05:00", "2021-10-20T23:30+14:00", "2021-10-20T23:30Z",
                             "2021-10-20T23:30\xE2\x88\x92"
                             "05:00"}) {
        CAPTURE(text);
        CHECK(iso(parse_any_date(text)) == "2021-10-20T23:30");
    }
    CHECK(iso(parse_any_date("Wed, 20 Oct 2021 23:30:00 -0800")) == "2021-10-20T23:30:00");
    CHECK(iso(parse_any_date("2021-10-20T00:10:00.250-11:00")) == "2021-10-20T00:10:00");
}

TEST_CASE("months are known in the larger languages of Europe, and days of East Asia") {
    for (const char* text :
         {"20 octobre 2021", "20. Oktober 2021", "20 de octubre de 2021", "20 ottobre 2021", "20 października 2021",
          "20 октября 2021 г.", "2021年10月20日", "2021년 10월 20일", "20 Okt 2021", "20 Ekim 2021", "20/out/2021",
          "Mittwoch, 20. Oktober 2021", "mercredi 20 octobre 2021", "среда, 20 октября 2021", "Mi, 20.10.2021",
          "20\xC2\xA0oktober\xC2\xA0"
          "2021"}) {
        CAPTURE(text);
        CHECK(iso(parse_any_date(text)) == "2021-10-20");
    }
    CHECK(iso(parse_any_date("1er août 2021")) == "2021-08-01");
    CHECK(iso(parse_any_date("3 mars 2021 à 14:05")) == "2021-03-03T14:05");
    for (const char* text : {"October 2021", "Outubro de 2021"}) {
        const auto month = parse_any_date(text);
        REQUIRE(month);
        CHECK(month->granularity == Granularity::month);
        CHECK(iso_date(month->moment) == "2021-10-01");
    }
}

TEST_CASE("what is no date, does not exist or could be two is none") {
    for (const char* text :
         {"", "yesterday", "2021-02-30", "31 April 2021", "04/05/2021", "12", "May said 3 of 2000"}) {
        CAPTURE(text);
        CHECK(iso(parse_any_date(text)) == "none");
    }
}

TEST_CASE("a date is found inside a line") {
    CHECK(iso(find_date("Published on 20 October 2021, 10:00 IST")) == "2021-10-20T10:00");
    CHECK(iso(find_date("By Ann Example | Updated: October 20, 2021 at 4:05 p.m.")) == "2021-10-20T16:05");
    CHECK(iso(find_date("He won 20 of 2021 votes")) == "none");
}

TEST_CASE("file names and addresses hold dates") {
    CHECK(iso(date_in_file_name("a/2021-10-20_slug.txt")) == "2021-10-20");
    CHECK(iso(date_in_file_name("20211020-slug.html")) == "2021-10-20");
    CHECK(iso(date_in_file_name("2019-01-01/slug.txt")) == "none");
    CHECK(iso(date_in_file_name("slug-202110201.txt")) == "none");
    CHECK(iso(date_in_url("https://a.org/news/2021/03/04/slug.html")) == "2021-03-04");
    CHECK(iso(date_in_url("https://a.org/2021/mar/04/slug")) == "2021-03-04");
    CHECK(iso(date_in_url("https://a.org/world/slug-2021-03-04/")) == "2021-03-04");
    CHECK(iso(date_in_url("https://a.org/2021/03/slug")) == "none");
    CHECK(iso(date_in_url("https://a.org/article/20210399")) == "none");
    CHECK(iso(date_in_url("2021/03/04")) == "none");
}

TEST_CASE("a dateline with a year dates the text") {
    CHECK(iso(date_in_dateline("KYIV, Ukraine, March 4, 2021 (AP) \xE2\x80\x94 They met.")) == "2021-03-04");
    CHECK(iso(date_in_dateline("MOSCOW: They met on March 4, 2021 (local time).")) == "none");
    CHECK(iso(date_in_dateline("They met on March 4, 2021 (local time).")) == "none");
}
