// See moves.hpp.
#include "temporal/moves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace fasti::temporal {

int whole(const Number& n) {
    return static_cast<int>(std::clamp(n.value, -1e9, 1e9));
}

Meaning reference(Reference r) {
    Meaning m;
    m.reference = r;
    m.certainty = Certainty::implied;
    return m;
}

Meaning unplaced(TimexType type, Granularity granularity) {
    Meaning m;
    m.type = type;
    m.granularity = granularity;
    m.unplaced = true;
    m.certainty = Certainty::unresolved;
    return m;
}

Meaning shifted(const Meaning& from, const Number& count, UnitValue unit, Granularity keep) {
    if (count.vague) {
        return reference(count.value < 0 ? Reference::past : Reference::future);
    }
    const auto begin = begin_of(from);
    if (!begin) {
        return unplaced(keep < Granularity::daypart ? TimexType::time : TimexType::date, keep);
    }
    double n = count.value * unit.factor;
    Granularity step = unit.unit;
    // Half a year is six months, half a decade five years.
    constexpr std::array<std::pair<Granularity, std::pair<Granularity, int>>, 6> finer = {{
        {Granularity::century, {Granularity::year, 100}},
        {Granularity::decade, {Granularity::year, 10}},
        {Granularity::year, {Granularity::month, 12}},
        {Granularity::week, {Granularity::day, 7}},
        {Granularity::day, {Granularity::hour, 24}},
        {Granularity::hour, {Granularity::minute, 60}},
    }};
    for (const auto& [coarse, next] : finer) {
        if (n != std::floor(n) && step == coarse) {
            n *= next.second;
            step = next.first;
            keep = std::min(keep, step);
        }
    }
    const Moment to = shift(*begin, static_cast<std::int64_t>(std::clamp(n, -1e12, 1e12)), step);
    Meaning out = meaning_of(to, keep);
    out.certainty = Certainty::implied;
    out.anchor = from.anchor;
    // From "in 1939", two days later is some day of 1939.
    if (keep < Granularity::month && from.granularity >= Granularity::month) {
        out.day = unknown;
        out.week = unknown;
        out.month = from.granularity == Granularity::month ? static_cast<int>(month_of(to)) : unknown;
        out.hour = out.minute = out.second = unknown;
        if (keep < Granularity::day) {
            out.granularity = Granularity::day;
            out.type = TimexType::date;
        }
    } else if (keep < Granularity::daypart && from.hour == unknown) {
        out.hour = out.minute = out.second = unknown;
        out.type = TimexType::time;
    } else if (keep == Granularity::month && from.granularity >= Granularity::year) {
        out.month = unknown;
    }
    return out;
}

Granularity kept_for(UnitValue unit) {
    switch (unit.unit) {
    case Granularity::decade:
    case Granularity::century:
        return Granularity::year;
    case Granularity::quarter:
        return Granularity::quarter;
    case Granularity::half:
        return Granularity::month;
    default:
        return unit.unit;
    }
}

Meaning floored(const Meaning& of, Granularity unit) {
    const auto begin = begin_of(of);
    if (!begin || (of.granularity > unit && of.granularity > Granularity::day)) {
        Meaning m = unplaced(TimexType::date, unit);
        if (begin) { // a month of a year that is known
            m.unplaced = false;
            m.year = of.year;
            m.month = of.month;
            m.certainty = Certainty::implied;
        }
        return m;
    }
    Meaning m = meaning_of(*begin, unit);
    m.certainty = Certainty::implied;
    m.anchor = of.anchor;
    return m;
}

Meaning nth(const Number& n, UnitValue unit, const Meaning& of, const Context& context) {
    const Meaning whole_period = context.complete(of);
    const Interval period = interval_of(whole_period);
    const int count = whole(n);
    const Granularity u = unit.unit;
    if (!period.bounded() || n.vague || count == 0) {
        Meaning m = unplaced(TimexType::date, u);
        if (u == Granularity::quarter && count >= 1 && count <= 4) {
            m.quarter = count;
        } else if (u == Granularity::half && count >= 1 && count <= 2) {
            m.half = count;
        }
        return m;
    }
    Moment at;
    if (count > 0) {
        Moment first = floor(*period.from, u);
        if (u == Granularity::week && weekday_of(*period.from) > 4) {
            first = shift(first, 1, u); // ISO: the first week of a period is the one with its Thursday
        }
        at = shift(first, count - 1, u);
    } else {
        at = shift(floor(*period.to - std::chrono::seconds{1}, u), count + 1, u);
    }
    Meaning m = meaning_of(at, u);
    m.certainty = whole_period.certainty;
    m.anchor = whole_period.anchor;
    m.fiscal = whole_period.fiscal;
    return m;
}

Meaning nth_weekday(const Number& n, int weekday, const Meaning& of, const Context& context) {
    const Meaning month = context.complete(of);
    Meaning m = unplaced(TimexType::date, Granularity::day);
    m.weekday = weekday;
    if (!month.placed() || month.month == unknown || weekday < 1 || weekday > 7) {
        return m;
    }
    const Feast feast{Feast::Kind::nth_weekday, whole(n), weekday, month.month, 0};
    const auto day = feast.nth == 0 ? std::nullopt : feast_day(feast, month.year);
    if (!day) {
        return m;
    }
    m = meaning_of(*day, Granularity::day);
    m.certainty = month.certainty;
    return m;
}

} // namespace fasti::temporal
