// See operators.hpp.
#include "temporal/operators.hpp"

#include "temporal/moves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace fasti::temporal {
namespace {

using Arguments = std::span<const Value>;

const Meaning& time_at(Arguments a, std::size_t i) {
    return std::get<Meaning>(a[i]);
}
const Number& number_at(Arguments a, std::size_t i) {
    return std::get<Number>(a[i]);
}
UnitValue unit_at(Arguments a, std::size_t i) {
    return std::get<UnitValue>(a[i]);
}

Meaning field(int Meaning::*member, int value, Granularity granularity) {
    Meaning m;
    m.*member = value;
    m.granularity = granularity;
    return m;
}

Meaning checked(Meaning m, bool possible) {
    if (!possible) {
        m.impossible = true;
        m.certainty = Certainty::unresolved;
    }
    return m;
}

Value with_mod(Arguments a, Modifier mod) {
    Meaning m = time_at(a, 0);
    m.mod = mod;
    return m;
}

Value with_direction(Arguments a, Direction direction) {
    Meaning m = time_at(a, 0);
    m.direction = direction;
    return m;
}

Value duration(Arguments a, bool literal) {
    Meaning m;
    m.type = TimexType::duration;
    const Number& n = number_at(a, 0);
    const UnitValue u = unit_at(a, 1);
    m.granularity = u.unit;
    m.amounts.push_back({std::abs(n.value), n.vague, u.unit, u.factor, literal});
    return m;
}

Meaning as_set(Meaning m, std::string_view quantity) {
    m.type = TimexType::set;
    m.quantity = quantity;
    m.unplaced = false;
    return m;
}

// "every Monday": the fields that are said, X above them.
Value every(Arguments a, const Context&) {
    Meaning m = as_set(time_at(a, 0), "EVERY");
    m.certainty = Certainty::exact;
    return m;
}

Value clock(Arguments a) {
    Meaning m = field(&Meaning::hour, whole(number_at(a, 0)), Granularity::hour);
    m.type = TimexType::time;
    bool possible = m.hour >= 0 && m.hour <= 24;
    if (a.size() > 1) {
        m.minute = whole(number_at(a, 1));
        m.granularity = Granularity::minute;
        possible = possible && m.minute < 60 && (m.hour < 24 || m.minute == 0);
    }
    if (a.size() > 2) {
        m.second = whole(number_at(a, 2));
        m.granularity = Granularity::second;
        possible = possible && m.second <= 60;
    }
    return checked(m, possible);
}

Value half_day(Arguments a, bool afternoon) {
    Meaning m = time_at(a, 0);
    if (m.hour == unknown || m.hour < 1 || m.hour > 12) {
        return m.hour > 12 && m.hour < 24 && afternoon ? Value{m} : Value{checked(m, false)};
    }
    m.hour = m.hour % 12 + (afternoon ? 12 : 0);
    if (m.minute == unknown) {
        m.minute = 0;
    }
    m.granularity = std::min(m.granularity, Granularity::minute);
    return m;
}

// Two-digit years stay open until the text says which century; "'68" and "54" after 1953.
Value short_year(Arguments a) {
    Meaning m = field(&Meaning::year, whole(number_at(a, 0)), Granularity::year);
    m.short_year = true;
    return m;
}

Value year(Arguments a) {
    const int y = whole(number_at(a, 0));
    return checked(field(&Meaning::year, y, Granularity::year), y >= 1 && y <= max_year);
}

// The year that runs counted from Christ, backwards.
Value before_christ(Arguments a) {
    Meaning m = time_at(a, 0);
    if (m.year != unknown && !m.before_christ) {
        m.short_year = false;
        if (m.granularity == Granularity::century) {
            // the first year that carries the digits: the 4th century is BC03
            m.year = 1 - m.year;
        } else {
            m.year = 1 - m.year;
        }
        m.before_christ = true;
    }
    return m;
}

// Day and month in numbers: the order is a habit of countries, so both readings are kept.
Value numeric_date(Arguments a) {
    const int first = whole(number_at(a, 0));
    const int second = whole(number_at(a, 1));
    Meaning y = time_at(a, 2);
    const auto made = [&](int month, int day) {
        Meaning m = y;
        m.month = month;
        m.day = day;
        m.granularity = Granularity::day;
        return m;
    };
    const bool us = first >= 1 && first <= 12 && second >= 1 && second <= 31;
    const bool eu = second >= 1 && second <= 12 && first >= 1 && first <= 31;
    if (!us && !eu) {
        return checked(made(first, second), false);
    }
    Meaning m = us ? made(first, second) : made(second, first);
    if (us && eu && first != second) {
        m.certainty = Certainty::ambiguous;
        m.alternatives.push_back(timex3_value(made(second, first)));
    }
    return m;
}

const Operator table[] = {
    // numbers
    {"add", "nn", ValueType::number,
     [](Arguments a, const Context&) -> Value {
         return Number{number_at(a, 0).value + number_at(a, 1).value, number_at(a, 0).vague || number_at(a, 1).vague,
                       0};
     },
     "the sum"},
    {"mul", "nn", ValueType::number,
     [](Arguments a, const Context&) -> Value {
         return Number{number_at(a, 0).value * number_at(a, 1).value, number_at(a, 0).vague || number_at(a, 1).vague,
                       0};
     },
     "the product"},
    {"minus", "n", ValueType::number,
     [](Arguments a, const Context&) -> Value {
         return Number{-number_at(a, 0).value, number_at(a, 0).vague, number_at(a, 0).digits};
     },
     "the number backwards"},
    {"div", "nn", ValueType::number,
     [](Arguments a, const Context&) -> Value {
         const double d = number_at(a, 1).value;
         return Number{d == 0 ? 0 : number_at(a, 0).value / d, number_at(a, 0).vague, 0};
     },
     "the quotient: div(1, 2)"},
    {"decimal", "nn", ValueType::number,
     [](Arguments a, const Context&) -> Value {
         return Number{number_at(a, 0).value +
                           number_at(a, 1).value / std::pow(10.0, std::clamp(number_at(a, 1).digits, 1, 9)),
                       false, 0};
     },
     "decimal(2, 5) is 2.5, with the digits as written"},
    {"few", "", ValueType::number, [](Arguments, const Context&) -> Value { return Number{1, true, 0}; },
     "a number that is not known, printed as X"},
    // fields
    {"year", "n", ValueType::time, [](Arguments a, const Context&) { return year(a); }, "a year"},
    {"short-year", "n", ValueType::time, [](Arguments a, const Context&) { return short_year(a); },
     "a year of two digits; the text tells the century"},
    {"decade", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         return field(&Meaning::year, whole(number_at(a, 0)), Granularity::decade);
     },
     "decade(1990): the 1990s"},
    {"short-decade", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = field(&Meaning::year, whole(number_at(a, 0)), Granularity::decade);
         m.short_year = true;
         return m;
     },
     "short-decade(80): the '80s of the century that the text tells"},
    {"century", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::year, (n - 1) * 100, Granularity::century), n >= 1 && n <= 99);
     },
     "century(20): the years 1900 to 1999"},
    {"bc", "t", ValueType::time, [](Arguments a, const Context&) { return before_christ(a); }, "before Christ"},
    {"half", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::half, n, Granularity::half), n >= 1 && n <= 2);
     },
     "a half of a year"},
    {"quarter", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::quarter, n, Granularity::quarter), n >= 1 && n <= 4);
     },
     "a quarter of a year"},
    {"season", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         return field(&Meaning::season, std::clamp(whole(number_at(a, 0)), 1, 4), Granularity::season);
     },
     "a season: season(summer)"},
    {"month", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::month, n, Granularity::month), n >= 1 && n <= 12);
     },
     "a month"},
    {"week", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::week, n, Granularity::week), n >= 1 && n <= 53);
     },
     "an ISO week"},
    {"day", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::day, n, Granularity::day), n >= 1 && n <= 31);
     },
     "a day of the month"},
    {"weekday", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         return checked(field(&Meaning::weekday, n, Granularity::day), n >= 1 && n <= 7);
     },
     "a day of the week, Monday is 1"},
    {"any-weekend", "", ValueType::time,
     [](Arguments, const Context&) -> Value {
         Meaning m;
         m.weekend = true;
         m.granularity = Granularity::weekend;
         return m;
     },
     "a weekend"},
    {"part", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m;
         m.type = TimexType::time;
         m.granularity = Granularity::daypart;
         m.part = static_cast<DayPart>(std::clamp(whole(number_at(a, 0)), 1, 6));
         return m;
     },
     "a part of the day: part(evening)"},
    {"clock", "n", ValueType::time, [](Arguments a, const Context&) { return clock(a); }, "an hour of the day"},
    {"clock", "nn", ValueType::time, [](Arguments a, const Context&) { return clock(a); }, "hour and minute"},
    {"clock", "nnn", ValueType::time, [](Arguments a, const Context&) { return clock(a); },
     "hour, minute and second"},
    {"clock-digits", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         const int n = whole(number_at(a, 0));
         const Value parts[] = {Number{static_cast<double>(n / 100), false, 2},
                                Number{static_cast<double>(n % 100), false, 2}};
         return clock(parts);
     },
     "hour and minute in one number: clock-digits(1630)"},
    {"am", "t", ValueType::time, [](Arguments a, const Context&) { return half_day(a, false); },
     "a clock time before noon"},
    {"pm", "t", ValueType::time, [](Arguments a, const Context&) { return half_day(a, true); },
     "a clock time after noon"},
    {"zone", "tn", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = time_at(a, 0);
         m.zone = whole(number_at(a, 1));
         return m;
     },
     "a clock time in a zone, in minutes east of UTC"},
    {"feast", "nnn", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m;
         m.feast = {Feast::Kind::nth_weekday, whole(number_at(a, 0)), whole(number_at(a, 1)),
                    std::clamp(whole(number_at(a, 2)), 1, 12), 0};
         return m;
     },
     "feast(4, thursday, 11): the fourth Thursday of November"},
    {"easter", "n", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m;
         m.feast = {Feast::Kind::easter, 0, 0, 0, whole(number_at(a, 0))};
         return m;
     },
     "days from Easter Sunday: easter(minus(2))"},
    {"join", "tt", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = join(time_at(a, 0), time_at(a, 1));
         if (m.month != unknown && m.day != unknown && !m.impossible) {
             const int y = m.year == unknown || m.short_year ? 2000 : m.year;
             m = checked(m, make_day(y, static_cast<unsigned>(m.month), static_cast<unsigned>(m.day)).has_value());
         }
         return m;
     },
     "both together: join(month(10), year(2021))"},
    {"numeric-date", "nnt", ValueType::time, [](Arguments a, const Context&) { return numeric_date(a); },
     "month and day of a year, in either order"},
    {"fiscal", "t", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = time_at(a, 0);
         m.fiscal = true;
         return m;
     },
     "of a business year"},
    // choosing one
    {"this", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_direction(a, Direction::current); },
     "the one in the unit around the anchor"},
    {"last", "t", ValueType::time, [](Arguments a, const Context&) { return with_direction(a, Direction::past); },
     "the last one before the anchor"},
    {"next", "t", ValueType::time, [](Arguments a, const Context&) { return with_direction(a, Direction::future); },
     "the first one after the anchor"},
    {"coming", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_direction(a, Direction::future_or_same); },
     "the first one from the anchor on, the one that holds it included"},
    {"recent", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_direction(a, Direction::past_or_same); },
     "the last one, or the one that holds the anchor"},
    {"complete", "t", ValueType::time,
     [](Arguments a, const Context& c) -> Value { return c.complete(time_at(a, 0)); },
     "filled in from the context at once"},
    // moving
    {"anchor", "", ValueType::time, [](Arguments, const Context& c) -> Value { return c.anchor(); },
     "the day that the text speaks from"},
    {"publication", "", ValueType::time, [](Arguments, const Context& c) -> Value { return c.publication(); },
     "the publication date"},
    {"previous", "u", ValueType::time,
     [](Arguments a, const Context& c) -> Value { return c.previous(unit_at(a, 0).unit); },
     "the last date in the text that is known as finely as the unit"},
    {"viewpoint", "u", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         return c.narrative() ? c.previous(unit_at(a, 0).unit) : c.anchor();
     },
     "where the text stands: the publication date in news, the last date in a narrative"},
    {"in-year", "tt", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = time_at(a, 0);
         m.year = time_at(a, 1).year;
         return m;
     },
     "the same of another year: in-year(report-period, year(1988))"},
    {"elided", "nt", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = time_at(a, 1);
         const int n = whole(number_at(a, 0));
         m.year = m.year / 100 * 100 + n + (n < m.year % 100 ? 100 : 0);
         return m;
     },
     "the year that goes on from another: elided(58, year(1957)) is 1958"},
    {"report-period", "", ValueType::time, [](Arguments, const Context& c) -> Value { return c.report_period(); },
     "the quarter that a business report speaks of"},
    {"shift", "tnu", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         const UnitValue u = unit_at(a, 2);
         return shifted(c.complete(time_at(a, 0)), number_at(a, 1), u, kept_for(u));
     },
     "moved by so many units, known to the unit"},
    {"move", "tnu", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         const Meaning from = c.complete(time_at(a, 0));
         const Granularity keep = from.granularity == Granularity::season ? Granularity::season : from.granularity;
         return shifted(from, number_at(a, 1), unit_at(a, 2), keep);
     },
     "moved by so many units, known as finely as before"},
    {"a-year-before", "t", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         // In business reports "a year earlier" is the same quarter of the year before.
         const Meaning from = c.speaks_of_quarters() ? c.report_period() : c.complete(time_at(a, 0));
         return shifted(from, Number{-1, false, 0}, UnitValue{Granularity::year, 1},
                        c.speaks_of_quarters() ? Granularity::quarter : Granularity::year);
     },
     "the year before, or its quarter where the text speaks of quarters"},
    {"floor", "tu", ValueType::time,
     [](Arguments a, const Context& c) -> Value { return floored(c.complete(time_at(a, 0)), unit_at(a, 1).unit); },
     "the unit that holds it"},
    {"nth", "nut", ValueType::time,
     [](Arguments a, const Context& c) -> Value { return nth(number_at(a, 0), unit_at(a, 1), time_at(a, 2), c); },
     "the n-th unit within it, from its end when negative"},
    {"nth-weekday", "nnt", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         return nth_weekday(number_at(a, 0), whole(number_at(a, 1)), time_at(a, 2), c);
     },
     "the n-th weekday of a month"},
    // durations and sets
    {"duration", "nu", ValueType::time, [](Arguments a, const Context&) { return duration(a, false); },
     "so many units"},
    {"as-said", "nu", ValueType::time, [](Arguments a, const Context&) { return duration(a, true); },
     "so many units, quarters kept as quarters"},
    {"plus", "tt", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = time_at(a, 0);
         const Meaning& b = time_at(a, 1);
         m.amounts.insert(m.amounts.end(), b.amounts.begin(), b.amounts.end());
         return m;
     },
     "two durations together: two years and six months"},
    {"every", "t", ValueType::time, every, "each one of them, a set"},
    {"every", "nu", ValueType::time,
     [](Arguments a, const Context&) -> Value { return as_set(std::get<Meaning>(duration(a, true)), "EVERY"); },
     "each so many units, a set"},
    {"times", "nt", ValueType::time,
     [](Arguments a, const Context&) -> Value {
         Meaning m = as_set(time_at(a, 1), "EACH");
         const Number& n = number_at(a, 0);
         m.frequency = n.vague ? "X" : std::to_string(whole(n)) + "X";
         return m;
     },
     "so often in each"},
    // vague references
    {"present", "", ValueType::time, [](Arguments, const Context&) -> Value { return reference(Reference::present); },
     "PRESENT_REF"},
    {"past", "", ValueType::time, [](Arguments, const Context&) -> Value { return reference(Reference::past); },
     "PAST_REF"},
    {"future", "", ValueType::time, [](Arguments, const Context&) -> Value { return reference(Reference::future); },
     "FUTURE_REF"},
    {"relative", "u", ValueType::time,
     [](Arguments a, const Context&) -> Value { return unplaced(TimexType::date, unit_at(a, 0).unit); },
     "relative to something that has no date: left unresolved"},
    {"some-time", "", ValueType::time,
     [](Arguments, const Context&) -> Value {
         Meaning m = unplaced(TimexType::date, Granularity::year);
         m.nameless = true;
         return m;
     },
     "a time of which nothing is known: no value"},
    // modifiers
    {"start", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::start); },
     "mod START"},
    {"mid", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::mid); }, "mod MID"},
    {"end", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::end); }, "mod END"},
    {"earlier-in", "t", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         Meaning m = std::get<Meaning>(with_mod(a, Modifier::start));
         m.not_after = begin_of(c.publication());
         return m;
     },
     "mod START, bounded by the publication date: earlier this month"},
    {"later-in", "t", ValueType::time,
     [](Arguments a, const Context& c) -> Value {
         Meaning m = std::get<Meaning>(with_mod(a, Modifier::end));
         if (const auto day = begin_of(c.publication())) {
             m.not_before = shift(*day, 1, Granularity::day);
         }
         return m;
     },
     "mod END, bounded by the publication date: later this month"},
    {"approx", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::approx); },
     "mod APPROX"},
    {"before", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::before); },
     "mod BEFORE"},
    {"after", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::after); },
     "mod AFTER"},
    {"on-or-before", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_mod(a, Modifier::on_or_before); }, "mod ON_OR_BEFORE"},
    {"on-or-after", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_mod(a, Modifier::on_or_after); }, "mod ON_OR_AFTER"},
    {"less-than", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::less_than); },
     "mod LESS_THAN"},
    {"more-than", "t", ValueType::time, [](Arguments a, const Context&) { return with_mod(a, Modifier::more_than); },
     "mod MORE_THAN"},
    {"at-most", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_mod(a, Modifier::equal_or_less); }, "mod EQUAL_OR_LESS"},
    {"at-least", "t", ValueType::time,
     [](Arguments a, const Context&) { return with_mod(a, Modifier::equal_or_more); }, "mod EQUAL_OR_MORE"},
};

struct Constant {
    std::string_view name;
    Value value;
};

const Constant constants[] = {
    {"second", UnitValue{Granularity::second, 1}},
    {"minute", UnitValue{Granularity::minute, 1}},
    {"hour", UnitValue{Granularity::hour, 1}},
    {"day", UnitValue{Granularity::day, 1}},
    {"week", UnitValue{Granularity::week, 1}},
    {"weekend", UnitValue{Granularity::weekend, 1}},
    {"month", UnitValue{Granularity::month, 1}},
    {"quarter", UnitValue{Granularity::quarter, 1}},
    {"season", UnitValue{Granularity::season, 1}},
    {"half", UnitValue{Granularity::half, 1}},
    {"year", UnitValue{Granularity::year, 1}},
    {"decade", UnitValue{Granularity::decade, 1}},
    {"century", UnitValue{Granularity::century, 1}},
    {"fortnight", UnitValue{Granularity::week, 2}},
    {"millennium", UnitValue{Granularity::century, 10}},
    {"monday", Number{1}},
    {"tuesday", Number{2}},
    {"wednesday", Number{3}},
    {"thursday", Number{4}},
    {"friday", Number{5}},
    {"saturday", Number{6}},
    {"sunday", Number{7}},
    {"spring", Number{1}},
    {"summer", Number{2}},
    {"autumn", Number{3}},
    {"winter", Number{4}},
    {"morning", Number{1}},
    {"midday", Number{2}},
    {"afternoon", Number{3}},
    {"evening", Number{4}},
    {"night", Number{5}},
    {"daytime", Number{6}},
};

} // namespace

std::string_view to_string(ValueType type) {
    constexpr std::array<std::string_view, 3> names = {"a number", "a unit", "a time"};
    return names[static_cast<std::size_t>(type)];
}

std::span<const Operator> operators() {
    return table;
}

const Operator* find_operator(std::string_view name, std::string_view arguments) {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const Operator& op) { return op.name == name && op.arguments == arguments; });
    return found == std::end(table) ? nullptr : found;
}

const Value* find_constant(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(constants), std::end(constants), [&](const Constant& c) { return c.name == name; });
    return found == std::end(constants) ? nullptr : &found->value;
}

std::string describe(const Value& value) {
    if (const auto* n = std::get_if<Number>(&value)) {
        if (n->vague) {
            return n->value < 0 ? "-X" : "X";
        }
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.10g", n->value);
        return buffer;
    }
    if (const auto* u = std::get_if<UnitValue>(&value)) {
        return (u->factor == 1 ? "" : std::to_string(u->factor) + " ") + std::string(to_string(u->unit));
    }
    return timex3_value(std::get<Meaning>(value));
}

} // namespace fasti::temporal
