// See meaning.hpp.
#include "temporal/meaning.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace fasti::temporal {
namespace {

constexpr std::array<const char*, 7> part_codes = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::array<const char*, 5> season_codes = {"", "SP", "SU", "FA", "WI"};

struct Hours {
    int from;
    int to;
};
constexpr std::array<Hours, 7> part_hours = {{{0, 24}, {6, 12}, {12, 13}, {12, 18}, {18, 22}, {20, 30}, {8, 18}}};

template <class... Args> void append(std::string& out, const char* format, Args... args) {
    char buffer[64];
    const int n = std::snprintf(buffer, sizeof buffer, format, args...);
    out.append(buffer, static_cast<std::size_t>(std::clamp(n, 0, 63)));
}

// "2021", "BC0490", "XXXX"; `keep` digits of it for decades and centuries.
void append_year(std::string& out, const Meaning& m, int keep = 4) {
    if (m.year == unknown) {
        out.append(static_cast<std::size_t>(keep), 'X');
        return;
    }
    char buffer[32];
    int shown = m.year;
    // The first decade and century after Christ begin with a year 0 that is none before him.
    if (m.before_christ || m.year < 0 || (m.year == 0 && keep == 4)) {
        out += "BC";
        shown = 1 - m.year;
    }
    std::snprintf(buffer, sizeof buffer, m.short_year ? "XX%02d" : "%04d", shown);
    out.append(buffer, static_cast<std::size_t>(keep));
}

void append_count(std::string& out, double count) {
    if (count == std::floor(count) && std::abs(count) < 1e15) {
        append(out, "%.0f", count);
    } else {
        append(out, "%.4g", count);
    }
}

// One amount as ISO 8601 says it: a decade is ten years, half a year six months.
struct Printed {
    double count;
    bool vague;
    char letter;
    bool clock;
};

void push_printed(std::vector<Printed>& out, Amount a) {
    a.count *= a.factor;
    const auto fraction = [&](Granularity finer, double times) {
        if (!a.vague && a.count != std::floor(a.count) && a.count * times == std::floor(a.count * times)) {
            const double whole = std::floor(a.count);
            if (whole > 0) {
                Amount w = a;
                w.count = whole;
                w.factor = 1;
                push_printed(out, w);
            }
            Amount rest = a;
            rest.count = (a.count - whole) * times;
            rest.unit = finer;
            rest.factor = 1;
            push_printed(out, rest);
            return true;
        }
        return false;
    };
    switch (a.unit) {
    case Granularity::second:
        out.push_back({a.count, a.vague, 'S', true});
        return;
    case Granularity::minute:
        if (!fraction(Granularity::second, 60)) {
            out.push_back({a.count, a.vague, 'M', true});
        }
        return;
    case Granularity::hour:
        if (!fraction(Granularity::minute, 60)) {
            out.push_back({a.count, a.vague, 'H', true});
        }
        return;
    case Granularity::daypart:
    case Granularity::day:
        if (!fraction(Granularity::hour, 24)) {
            out.push_back({a.count, a.vague, 'D', false});
        }
        return;
    case Granularity::weekend:
        out.push_back({a.count * 2, a.vague, 'D', false});
        return;
    case Granularity::week:
        out.push_back({a.count, a.vague, 'W', false});
        return;
    case Granularity::month:
        out.push_back({a.count, a.vague, 'M', false});
        return;
    case Granularity::quarter:
    case Granularity::season:
        if (a.literal || a.vague) {
            out.push_back({a.count, a.vague, 'Q', false});
        } else {
            out.push_back({a.count * 3, a.vague, 'M', false});
        }
        return;
    case Granularity::half:
        out.push_back({a.count * 6, a.vague, 'M', false});
        return;
    case Granularity::year:
        if (!fraction(Granularity::month, 12)) {
            out.push_back({a.count, a.vague, 'Y', false});
        }
        return;
    case Granularity::decade:
        out.push_back({a.vague ? a.count : a.count * 10, a.vague, a.vague ? 'E' : 'Y', false});
        return;
    case Granularity::century:
        out.push_back({a.vague ? a.count : a.count * 100, a.vague, a.vague ? 'C' : 'Y', false});
        return;
    }
}

std::string duration_value(const std::vector<Amount>& amounts) {
    std::vector<Printed> parts;
    for (const Amount& a : amounts) {
        push_printed(parts, a);
    }
    if (parts.empty()) {
        return "PXX";
    }
    std::string out = "P";
    bool clock = false;
    for (const Printed& p : parts) {
        if (p.clock && !clock) {
            out += 'T';
            clock = true;
        }
        if (p.vague) {
            out += 'X';
        } else {
            append_count(out, p.count);
        }
        out += p.letter;
    }
    return out;
}

// "-10-20", "-W42-WE", "-Q3", "-FA", with X where something is not known.
void append_date_tail(std::string& out, const Meaning& m) {
    if (m.week != unknown || m.weekend) {
        if (m.week == unknown) {
            out += "-WXX";
        } else {
            append(out, "-W%02d", m.week);
        }
        if (m.weekend) {
            out += "-WE";
        }
        return;
    }
    if (m.month == unknown && m.weekday != unknown) {
        append(out, "-WXX-%d", m.weekday);
        return;
    }
    switch (m.granularity) {
    case Granularity::half:
        m.half == unknown ? append(out, "-HX%s", "") : append(out, "-H%d", m.half);
        return;
    case Granularity::quarter:
        m.quarter == unknown ? append(out, "-QX%s", "") : append(out, "-Q%d", m.quarter);
        return;
    case Granularity::season:
        append(out, "-%s", m.season == unknown ? "XX" : season_codes[static_cast<std::size_t>(m.season)]);
        return;
    case Granularity::month:
        m.month == unknown ? append(out, "-XX%s", "") : append(out, "-%02d", m.month);
        return;
    case Granularity::week:
        out += "-WXX";
        return;
    case Granularity::year:
    case Granularity::decade:
    case Granularity::century:
        return;
    default:
        m.month == unknown ? append(out, "-XX%s", "") : append(out, "-%02d", m.month);
        m.day == unknown ? append(out, "-XX%s", "") : append(out, "-%02d", m.day);
        return;
    }
}

void append_zone(std::string& out, int zone) {
    if (zone == unknown) {
        return;
    }
    if (zone == 0) {
        out += 'Z';
        return;
    }
    append(out, "%c%02d", zone < 0 ? '-' : '+', std::abs(zone) / 60);
    if (zone % 60 != 0) {
        append(out, ":%02d", std::abs(zone) % 60);
    }
}

void append_time_tail(std::string& out, const Meaning& m) {
    if (m.hour != unknown) {
        append(out, "T%02d", m.hour);
        if (m.minute != unknown) {
            append(out, ":%02d", m.minute);
        }
        if (m.second != unknown) {
            append(out, ":%02d", m.second);
        }
        append_zone(out, m.zone);
    } else if (m.part != DayPart::none) {
        append(out, "T%s", part_codes[static_cast<std::size_t>(m.part)]);
    } else if (m.type == TimexType::time) {
        out += "TXX";
    }
}

} // namespace

Day easter_sunday(int year) {
    // The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8), with a floor that
    // holds for negative years too: 5,700,000 years are its full cycle.
    const int cycle = 5'700'000;
    const int y = ((year % cycle) + cycle) % cycle;
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int n = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * n + 114) / 31;
    const int day = (h + l - 7 * n + 114) % 31 + 1;
    return *make_day(std::clamp(year, min_year, max_year), static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Day> feast_day(const Feast& feast, int year) {
    if (feast.kind == Feast::Kind::easter) {
        return easter_sunday(year) + date::days{feast.offset};
    }
    if (feast.kind != Feast::Kind::nth_weekday) {
        return std::nullopt;
    }
    const auto first = make_day(year, static_cast<unsigned>(feast.month), 1);
    if (!first) {
        return std::nullopt;
    }
    if (feast.nth > 0) {
        const int ahead = (feast.weekday - static_cast<int>(weekday_of(*first)) + 7) % 7;
        return *first + date::days{ahead + 7 * (feast.nth - 1) + feast.offset};
    }
    const Moment last = shift(*first, 1, Granularity::month) - date::days{1};
    const int back = (static_cast<int>(weekday_of(last)) - feast.weekday + 7) % 7;
    return date::floor<date::days>(last) - date::days{back + 7 * (-feast.nth - 1) - feast.offset};
}

Meaning meaning_of(Moment moment, Granularity granularity) {
    Meaning m;
    m.granularity = granularity;
    m.year = year_of(moment);
    switch (granularity) {
    case Granularity::century:
        m.year = year_of(floor(moment, Granularity::century));
        break;
    case Granularity::decade:
        m.year = year_of(floor(moment, Granularity::decade));
        break;
    case Granularity::year:
        break;
    case Granularity::half:
        m.half = month_of(moment) <= 6 ? 1 : 2;
        break;
    case Granularity::quarter:
        m.quarter = static_cast<int>(month_of(moment) - 1) / 3 + 1;
        break;
    case Granularity::season: {
        const Moment begin = floor(moment, Granularity::season);
        m.year = year_of(begin);
        m.season = static_cast<int>(month_of(begin)) / 3;
        break;
    }
    case Granularity::month:
        m.month = static_cast<int>(month_of(moment));
        break;
    case Granularity::weekend:
    case Granularity::week: {
        const IsoWeek week = iso_week_of(moment);
        m.year = week.year;
        m.week = static_cast<int>(week.week);
        m.weekend = granularity == Granularity::weekend;
        break;
    }
    case Granularity::second:
    case Granularity::minute:
    case Granularity::hour: {
        m.type = TimexType::time;
        const auto time = (moment - date::floor<date::days>(moment)).count();
        m.hour = static_cast<int>(time / 3600);
        if (granularity <= Granularity::minute) {
            m.minute = static_cast<int>(time / 60 % 60);
        }
        if (granularity == Granularity::second) {
            m.second = static_cast<int>(time % 60);
        }
        [[fallthrough]];
    }
    case Granularity::daypart:
    case Granularity::day:
        m.month = static_cast<int>(month_of(moment));
        m.day = static_cast<int>(day_of(moment));
        break;
    }
    return m;
}

std::optional<Moment> begin_of(const Meaning& m) {
    if (!m.placed() || m.impossible || m.year < min_year || m.year > max_year) {
        return std::nullopt;
    }
    const auto day = [&]() -> std::optional<Moment> {
        if (m.week != unknown) {
            const auto monday = iso_week_begin(m.year, static_cast<unsigned>(m.week));
            if (!monday) {
                return std::nullopt;
            }
            return *monday + date::days{m.weekend ? 5 : 0};
        }
        int month = 1;
        int d = 1;
        if (m.month != unknown) {
            month = m.month;
            d = m.day == unknown ? 1 : m.day;
        } else if (m.quarter != unknown) {
            month = (m.quarter - 1) * 3 + 1;
        } else if (m.half != unknown) {
            month = (m.half - 1) * 6 + 1;
        } else if (m.season != unknown) {
            month = m.season * 3;
        }
        const auto found = make_day(m.year, static_cast<unsigned>(month), static_cast<unsigned>(d));
        if (!found) {
            return std::nullopt;
        }
        return *found;
    }();
    if (!day) {
        return std::nullopt;
    }
    Moment moment = *day;
    if (m.hour != unknown) {
        moment += std::chrono::hours{m.hour};
        if (m.minute != unknown) {
            moment += std::chrono::minutes{m.minute};
        }
        if (m.second != unknown) {
            moment += std::chrono::seconds{m.second};
        }
    } else if (m.part != DayPart::none) {
        moment += std::chrono::hours{part_hours[static_cast<std::size_t>(m.part)].from};
    }
    return moment;
}

Interval interval_of(const Meaning& m) {
    const auto begin = begin_of(m);
    if (!begin) {
        return {};
    }
    Granularity unit = m.granularity;
    // A day or month that is not known widens what is said to the unit that is.
    if (unit <= Granularity::day && m.day == unknown && m.week == unknown) {
        unit = m.month == unknown ? Granularity::year : Granularity::month;
    }
    if (unit == Granularity::month && m.month == unknown) {
        unit = Granularity::year;
    }
    Interval out;
    if (unit == Granularity::daypart && m.part != DayPart::none) {
        const Hours hours = part_hours[static_cast<std::size_t>(m.part)];
        out = {*begin, *begin + std::chrono::hours{hours.to - hours.from}};
    } else if (unit == Granularity::weekend) {
        out = {*begin, *begin + date::days{2}};
    } else {
        out = {*begin, shift(*begin, 1, unit)};
    }
    if (m.not_after && *m.not_after > *out.from && *m.not_after < *out.to) {
        return {out.from, m.not_after};
    }
    if (m.not_before && *m.not_before > *out.from && *m.not_before < *out.to) {
        return {m.not_before, out.to};
    }
    const auto third = (*out.to - *out.from) / 3;
    switch (m.mod) {
    case Modifier::start:
        out.to = *out.from + third;
        break;
    case Modifier::mid:
        out = {*out.from + third, *out.to - third};
        break;
    case Modifier::end:
        out.from = *out.to - third;
        break;
    case Modifier::before:
        out = {std::nullopt, out.from};
        break;
    case Modifier::on_or_before:
        out.from.reset();
        break;
    case Modifier::after:
        out = {out.to, std::nullopt};
        break;
    case Modifier::on_or_after:
        out.to.reset();
        break;
    default:
        return out;
    }
    if (unit >= Granularity::month) { // a third of a year or month begins and ends with a day
        if (out.from) {
            out.from = floor(*out.from, Granularity::day);
        }
        if (out.to) {
            out.to = floor(*out.to, Granularity::day);
        }
    }
    return out;
}

Meaning join(const Meaning& fine, const Meaning& coarse) {
    Meaning out = fine;
    const auto take = [](int& to, int from) {
        if (to == unknown) {
            to = from;
        }
    };
    const bool week_only = coarse.week != unknown && fine.weekday != unknown;
    if (week_only) {
        if (const auto monday = coarse.year == unknown
                                    ? std::nullopt
                                    : iso_week_begin(coarse.year, static_cast<unsigned>(coarse.week))) {
            Meaning day = meaning_of(*monday + date::days{fine.weekday - 1}, Granularity::day);
            day.part = fine.part;
            day.type = fine.type;
            day.mod = fine.mod;
            return day;
        }
    }
    if (out.year == unknown) {
        out.year = coarse.year;
        out.short_year = coarse.short_year;
        out.before_christ = coarse.before_christ;
    }
    take(out.half, coarse.half);
    take(out.quarter, coarse.quarter);
    take(out.season, coarse.season);
    take(out.month, coarse.month);
    if (fine.month == unknown && fine.day == unknown) {
        take(out.week, coarse.week);
        out.weekend = out.weekend || coarse.weekend;
    }
    take(out.day, coarse.day);
    take(out.weekday, coarse.weekday);
    take(out.hour, coarse.hour);
    take(out.minute, coarse.minute);
    take(out.second, coarse.second);
    take(out.zone, coarse.zone);
    if (out.part == DayPart::none) {
        out.part = coarse.part;
    }
    if (out.feast.kind == Feast::Kind::none) {
        out.feast = coarse.feast;
    }
    if (out.direction == Direction::open) {
        out.direction = coarse.direction;
    }
    if (out.mod == Modifier::none) {
        out.mod = coarse.mod;
    }
    if (out.anchor.empty()) {
        out.anchor = coarse.anchor;
    }
    if (fine.reference != Reference::none || coarse.reference != Reference::none) {
        out.reference = Reference::none;
    }
    out.fiscal = fine.fiscal || coarse.fiscal;
    out.impossible = fine.impossible || coarse.impossible;
    out.unplaced = fine.unplaced || coarse.unplaced;
    out.granularity = std::min(fine.granularity, coarse.granularity);
    out.certainty = std::max(fine.certainty, coarse.certainty);
    if (fine.type == TimexType::time || coarse.type == TimexType::time) {
        out.type = TimexType::time;
    }
    return out;
}

std::string timex3_value(const Meaning& m) {
    if (!m.literal.empty()) {
        return m.literal;
    }
    if (m.impossible || m.nameless) {
        return {};
    }
    switch (m.reference) {
    case Reference::present:
        return "PRESENT_REF";
    case Reference::past:
        return "PAST_REF";
    case Reference::future:
        return "FUTURE_REF";
    case Reference::none:
        break;
    }
    if (m.type == TimexType::duration || (m.type == TimexType::set && !m.amounts.empty())) {
        return duration_value(m.amounts);
    }
    std::string out;
    if (m.granularity == Granularity::century) {
        append_year(out, m, 2);
        return out;
    }
    if (m.granularity == Granularity::decade) {
        append_year(out, m, 3);
        return out;
    }
    append_year(out, m);
    append_date_tail(out, m);
    append_time_tail(out, m);
    return out;
}

TimeValue to_time_value(const Meaning& m) {
    TimeValue out;
    out.type = m.type;
    out.value = timex3_value(m);
    out.mod = m.mod;
    out.granularity = m.granularity;
    out.certainty = m.certainty;
    out.alternatives = m.alternatives;
    out.quantity = m.quantity;
    out.frequency = m.frequency;
    if (m.is_point()) {
        out.interval = interval_of(m);
        if (!m.placed() || m.impossible) {
            out.certainty = Certainty::unresolved;
        }
    }
    return out;
}

} // namespace fasti::temporal
