// See calendar.hpp.
#include "core/calendar.hpp"

#include "core/enum_names.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace fasti {
namespace {

using date::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr EnumNames<Granularity, 14> granularity_names{{"second", "minute", "hour", "daypart", "day", "weekend", "week",
                                                        "month", "quarter", "season", "half", "year", "decade",
                                                        "century"}};

Day day_part(Moment m) {
    return date::floor<days>(m);
}

date::year_month_day civil(Moment m) {
    return date::year_month_day{day_part(m)};
}

Moment clamp(std::int64_t year, unsigned month, unsigned day, seconds time_of_day) {
    const int y = static_cast<int>(std::clamp<std::int64_t>(year, min_year, max_year));
    const date::year_month_day_last last{date::year{y}, date::month_day_last{date::month{month}}};
    const unsigned d = std::min(day, static_cast<unsigned>(last.day()));
    return Day{date::year{y} / static_cast<int>(month) / static_cast<int>(d)} + time_of_day;
}

Moment clamp_days(Moment m) {
    const Moment low = *make_day(min_year, 1, 1);
    const Moment high = *make_day(max_year, 12, 31);
    return std::clamp(m, low, high + days{1} - seconds{1});
}

Moment shift_months(Moment m, std::int64_t n) {
    const auto ymd = civil(m);
    const std::int64_t index =
        std::int64_t{static_cast<int>(ymd.year())} * 12 + static_cast<unsigned>(ymd.month()) - 1 + n;
    const std::int64_t year = index >= 0 ? index / 12 : (index - 11) / 12;
    return clamp(year, static_cast<unsigned>(index - year * 12) + 1, static_cast<unsigned>(ymd.day()), m - day_part(m));
}

int floor_to(int year, int step) {
    return (year >= 0 ? year / step : (year - step + 1) / step) * step;
}

Moment month_start(int year, unsigned month) {
    return clamp(year, month, 1, seconds{0});
}

// ---- parse_date ---------------------------------------------------------------------------

// A cursor over the text; every read_ either moves behind what it read or leaves it in place.
struct Cursor {
    std::string_view rest;

    bool take(char c) {
        if (rest.empty() || rest.front() != c) {
            return false;
        }
        rest.remove_prefix(1);
        return true;
    }
    void skip_blanks() {
        while (take(' ')) {
        }
    }
    std::optional<int> read_digits(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        int value = 0;
        while (n < most && n < rest.size() && rest[n] >= '0' && rest[n] <= '9') {
            value = value * 10 + (rest[n++] - '0');
        }
        if (n < least) {
            return std::nullopt;
        }
        rest.remove_prefix(n);
        return value;
    }
};

// An English month name or an abbreviation of it with at least three letters: "Oct", "Sept.", "October".
std::optional<unsigned> read_month_name(Cursor& in) {
    static constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
    std::string word;
    while (word.size() < in.rest.size() && (in.rest[word.size()] | 0x20) >= 'a' &&
           (in.rest[word.size()] | 0x20) <= 'z') {
        word += static_cast<char>(in.rest[word.size()] | 0x20);
    }
    for (unsigned i = 0; i < names.size(); ++i) {
        if (word.size() >= 3 && names[i].starts_with(word)) {
            in.rest.remove_prefix(word.size());
            in.take('.');
            return i + 1;
        }
    }
    return std::nullopt;
}

// "Z", "GMT", "+03:00", "+0300"; leaves `offset` unset when there is none. False: nonsense.
bool read_zone(Cursor& in, std::optional<int>& offset) {
    in.skip_blanks();
    if (in.rest.empty()) {
        return true;
    }
    for (const std::string_view zero : {"Z", "GMT", "UTC", "UT"}) {
        if (in.rest == zero) {
            offset = 0;
            return true;
        }
    }
    static constexpr std::array<std::pair<std::string_view, int>, 8> zones = {{{"EST", -300},
                                                                               {"EDT", -240},
                                                                               {"CST", -360},
                                                                               {"CDT", -300},
                                                                               {"MST", -420},
                                                                               {"MDT", -360},
                                                                               {"PST", -480},
                                                                               {"PDT", -420}}};
    for (const auto& [name, value] : zones) {
        if (in.rest == name) {
            offset = value;
            return true;
        }
    }
    const bool negative = in.rest.front() == '-';
    if (!in.take('+') && !in.take('-')) {
        return false;
    }
    const auto hour = in.read_digits(2, 2);
    in.take(':');
    const auto minute = in.read_digits(2, 2);
    if (!hour || *hour > 15 || (minute && *minute > 59) || !in.rest.empty()) {
        return false;
    }
    offset = (*hour * 60 + minute.value_or(0)) * (negative ? -1 : 1);
    return true;
}

// "15:04", "15:04:05", "15:04:05.123", then a zone; to the end of the text.
bool read_clock(Cursor& in, ParsedDate& out) {
    const auto hour = in.read_digits(2, 2);
    in.take(':');
    const auto minute = in.read_digits(2, 2);
    if (!hour || !minute || *hour > 24 || *minute > 59 || (*hour == 24 && *minute > 0)) {
        return false;
    }
    out.granularity = Granularity::minute;
    out.moment += hours{*hour} + minutes{*minute};
    in.take(':');
    if (const auto second = in.read_digits(2, 2)) {
        if (*second > 60) {
            return false;
        }
        out.granularity = Granularity::second;
        out.moment += seconds{std::min(*second, 59)};
    }
    if (in.take('.') || in.take(',')) {
        in.read_digits(1, 9);
    }
    return read_zone(in, out.utc_offset_minutes);
}

std::optional<ParsedDate> parse_rfc2822(Cursor in) {
    if (const auto comma = in.rest.find(','); comma != std::string_view::npos && comma <= 9) {
        in.rest.remove_prefix(comma + 1);
    }
    in.skip_blanks();
    auto day = in.read_digits(1, 2);
    in.skip_blanks();
    in.take('-');
    const auto month = read_month_name(in);
    in.skip_blanks();
    if (!day) { // "October 20, 2021"
        day = in.read_digits(1, 2);
        in.take(',');
    }
    in.take('-');
    in.skip_blanks();
    const auto year = in.read_digits(4, 4);
    if (!day || !month || !year) {
        return std::nullopt;
    }
    const auto civil_day = make_day(*year, *month, static_cast<unsigned>(*day));
    if (!civil_day) {
        return std::nullopt;
    }
    ParsedDate out{*civil_day, Granularity::day, std::nullopt};
    in.take(',');
    in.skip_blanks();
    if (in.rest.empty() || read_clock(in, out)) {
        return out;
    }
    return std::nullopt;
}

} // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    const date::year_month_day ymd{date::year{year}, date::month{month}, date::day{day}};
    if (year < min_year || year > max_year || !ymd.ok()) {
        return std::nullopt;
    }
    return Day{ymd};
}

int year_of(Moment m) {
    return static_cast<int>(civil(m).year());
}
unsigned month_of(Moment m) {
    return static_cast<unsigned>(civil(m).month());
}
unsigned day_of(Moment m) {
    return static_cast<unsigned>(civil(m).day());
}
unsigned weekday_of(Moment m) {
    return date::weekday{day_part(m)}.iso_encoding();
}

IsoWeek iso_week_of(Moment m) {
    // A week belongs to the year that holds its Thursday.
    const Day thursday = day_part(m) + days{4 - static_cast<int>(weekday_of(m))};
    const int year = static_cast<int>(date::year_month_day{thursday}.year());
    const Day first{date::year{year} / 1 / 1};
    return {year, static_cast<unsigned>((thursday - first).count() / 7) + 1};
}

std::optional<Day> iso_week_begin(int year, unsigned week) {
    const auto fourth = make_day(year, 1, 4); // always in week 1
    if (!fourth || week < 1 || week > 53) {
        return std::nullopt;
    }
    const Day monday = *fourth - days{weekday_of(*fourth) - 1} + days{7 * (static_cast<int>(week) - 1)};
    if (iso_week_of(monday) != IsoWeek{year, week}) {
        return std::nullopt;
    }
    return monday;
}

Moment shift(Moment m, std::int64_t n, Granularity unit) {
    // No count can leave the calendar by more than its own length, so that nothing overflows.
    n = std::clamp<std::int64_t>(n, -1'000'000'000'000, 1'000'000'000'000);
    switch (unit) {
    case Granularity::second:
        return clamp_days(m + seconds{n});
    case Granularity::minute:
        return clamp_days(m + minutes{n});
    case Granularity::hour:
        return clamp_days(m + hours{n});
    case Granularity::daypart:
    case Granularity::day:
        return clamp_days(m + seconds{std::clamp<std::int64_t>(n, -10'000'000, 10'000'000) * 86'400});
    case Granularity::weekend:
    case Granularity::week:
        return clamp_days(m + seconds{std::clamp<std::int64_t>(n, -2'000'000, 2'000'000) * 7 * 86'400});
    case Granularity::month:
        return shift_months(m, n);
    case Granularity::quarter:
    case Granularity::season:
        return shift_months(m, n * 3);
    case Granularity::half:
        return shift_months(m, n * 6);
    case Granularity::year:
        return shift_months(m, n * 12);
    case Granularity::decade:
        return shift_months(m, n * 120);
    case Granularity::century:
        return shift_months(m, n * 1200);
    }
    return m;
}

Moment floor(Moment m, Granularity unit) {
    const int year = year_of(m);
    const unsigned month = month_of(m);
    switch (unit) {
    case Granularity::second:
        return m;
    case Granularity::minute:
        return date::floor<minutes>(m);
    case Granularity::hour:
        return date::floor<hours>(m);
    case Granularity::daypart:
    case Granularity::day:
        return day_part(m);
    case Granularity::weekend: {
        const Day monday = day_part(m) - days{weekday_of(m) - 1};
        return weekday_of(m) >= 6 ? monday + days{5} : monday;
    }
    case Granularity::week:
        return day_part(m) - days{weekday_of(m) - 1};
    case Granularity::month:
        return month_start(year, month);
    case Granularity::quarter:
        return month_start(year, (month - 1) / 3 * 3 + 1);
    case Granularity::season:
        return month < 3 ? month_start(year - 1, 12) : month_start(year, month / 3 * 3);
    case Granularity::half:
        return month_start(year, month <= 6 ? 1 : 7);
    case Granularity::year:
        return month_start(year, 1);
    case Granularity::decade:
        return month_start(floor_to(year, 10), 1);
    case Granularity::century:
        return month_start(floor_to(year, 100), 1);
    }
    return m;
}

Interval unit_interval(Moment m, Granularity unit) {
    const Moment from = floor(m, unit);
    if (unit == Granularity::weekend) {
        const Moment monday = floor(m, Granularity::week);
        return {monday + days{5}, monday + days{7}};
    }
    return {from, shift(from, 1, unit)};
}

std::string iso_date(Moment m) {
    const int year = year_of(m);
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%s%04d-%02u-%02u", year < 0 ? "-" : "", year < 0 ? -year : year, month_of(m),
                  day_of(m));
    return buffer;
}

std::string iso_moment(Moment m, Granularity granularity) {
    std::string out = iso_date(m);
    if (granularity >= Granularity::day) {
        return out;
    }
    const auto time = static_cast<int>((m - day_part(m)).count());
    char buffer[32];
    if (granularity == Granularity::second) {
        std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d", time / 3600, time / 60 % 60, time % 60);
    } else {
        std::snprintf(buffer, sizeof buffer, "T%02d:%02d", time / 3600, time / 60 % 60);
    }
    return out + buffer;
}

std::optional<ParsedDate> parse_date(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n')) {
        text.remove_suffix(1);
    }
    Cursor in{text};
    const bool negative = in.take('-');
    const auto year = in.read_digits(4, 4);
    if (!year) {
        return negative ? std::nullopt : parse_rfc2822(Cursor{text});
    }
    ParsedDate out{{}, Granularity::year, std::nullopt};
    unsigned month = 1;
    unsigned day = 1;
    const bool dashed = in.take('-') || in.take('/') || in.take('.');
    if (dashed || !in.rest.empty()) {
        const auto m = in.read_digits(dashed ? 1 : 2, 2);
        if (!m) {
            return std::nullopt;
        }
        month = static_cast<unsigned>(*m);
        out.granularity = Granularity::month;
        const bool more = in.take('-') || in.take('/') || in.take('.') || (!dashed && !in.rest.empty());
        if (more) {
            const auto d = in.read_digits(1, 2);
            if (!d) {
                return std::nullopt;
            }
            day = static_cast<unsigned>(*d);
            out.granularity = Granularity::day;
        }
    }
    const auto civil_day = make_day(negative ? -*year : *year, month, day);
    if (!civil_day) {
        return std::nullopt;
    }
    out.moment = *civil_day;
    if (in.rest.empty()) {
        return out;
    }
    if (out.granularity != Granularity::day || !(in.take('T') || in.take('t') || in.take(' '))) {
        return std::nullopt;
    }
    in.skip_blanks();
    if (read_clock(in, out)) {
        return out;
    }
    return std::nullopt;
}

std::string_view to_string(Granularity g) {
    return granularity_names.name(g);
}
std::optional<Granularity> parse_granularity(std::string_view name) {
    return granularity_names.parse(name);
}

} // namespace fasti
