// See date_text.hpp.
#include "exporters/date_text.hpp"

#include <array>

namespace fasti::exporters {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

std::string year_text(int year) {
    return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
}

std::string month_text(Moment moment) {
    return std::string(month_names[month_of(moment) - 1]);
}

std::string unit_text(Moment moment, Granularity granularity) {
    const std::string year = year_text(year_of(moment));
    switch (granularity) {
    case Granularity::second:
    case Granularity::minute:
    case Granularity::hour:
    case Granularity::daypart:
    case Granularity::day:
        return std::to_string(day_of(moment)) + " " + month_text(moment) + " " + year;
    case Granularity::weekend:
        return "the weekend of " + unit_text(moment, Granularity::day);
    case Granularity::week:
        return "the week of " + unit_text(moment, Granularity::day);
    case Granularity::month:
        return month_text(moment) + " " + year;
    case Granularity::quarter: {
        static constexpr std::array<std::string_view, 4> names = {"first", "second", "third", "fourth"};
        return std::string(names[(month_of(moment) - 1) / 3]) + " quarter of " + year;
    }
    case Granularity::season: {
        static constexpr std::array<std::string_view, 4> names = {"winter", "spring", "summer", "autumn"};
        return std::string(names[month_of(moment) % 12 / 3]) + " " + year;
    }
    case Granularity::half:
        return std::string(month_of(moment) <= 6 ? "first" : "second") + " half of " + year;
    case Granularity::year:
        return year;
    case Granularity::decade:
        return "the " + std::to_string(year_of(floor(moment, Granularity::decade))) + "s";
    case Granularity::century:
        return "the " + std::to_string(year_of(floor(moment, Granularity::century))) + "s";
    }
    return year;
}

// From one day to another, without saying a month or year twice: "6–9 October 2021".
std::string range_text(Moment first, Moment last) {
    if (year_of(first) != year_of(last)) {
        return unit_text(first, Granularity::day) + " – " + unit_text(last, Granularity::day);
    }
    if (month_of(first) != month_of(last)) {
        return std::to_string(day_of(first)) + " " + month_text(first) + " – " + unit_text(last, Granularity::day);
    }
    return std::to_string(day_of(first)) + "–" + unit_text(last, Granularity::day);
}

std::string_view mod_prefix(Modifier mod) {
    switch (mod) {
    case Modifier::approx:
        return "about ";
    case Modifier::start:
        return "early ";
    case Modifier::mid:
        return "mid-";
    case Modifier::end:
        return "late ";
    case Modifier::before:
    case Modifier::on_or_before:
        return "before ";
    case Modifier::after:
    case Modifier::on_or_after:
        return "after ";
    default:
        return "";
    }
}

} // namespace

bool is_one_unit(const Interval& interval, Granularity granularity) {
    if (!interval.bounded()) {
        return false;
    }
    const Granularity unit = granularity < Granularity::day ? Granularity::day : granularity;
    return granularity < Granularity::day ? *interval.to <= shift(floor(*interval.from, Granularity::day), 1, unit)
                                          : unit_interval(*interval.from, unit) == interval;
}

std::string date_text(const Interval& interval, Granularity granularity, Modifier mod) {
    if (!interval.from) {
        return interval.to ? "before " + unit_text(*interval.to, Granularity::day) : "undated";
    }
    if (!interval.to) {
        return "since " + unit_text(*interval.from, granularity);
    }
    const std::string prefix(mod_prefix(mod));
    if (is_one_unit(interval, granularity) || mod == Modifier::start || mod == Modifier::mid || mod == Modifier::end) {
        return prefix + unit_text(*interval.from, granularity);
    }
    const Moment last = *interval.to - std::chrono::seconds{1};
    if (floor(*interval.from, Granularity::day) == floor(last, Granularity::day)) {
        return prefix + unit_text(*interval.from, Granularity::day);
    }
    const bool whole_months = day_of(*interval.from) == 1 && day_of(*interval.to) == 1;
    if (granularity >= Granularity::year && whole_months && month_of(*interval.from) == 1 &&
        month_of(*interval.to) == 1) {
        return prefix + year_text(year_of(*interval.from)) + "–" + year_text(year_of(last));
    }
    if (granularity >= Granularity::month && whole_months) {
        const std::string begin = unit_text(*interval.from, Granularity::month);
        return prefix + (floor(*interval.from, Granularity::month) == floor(last, Granularity::month)
                             ? begin
                             : begin + " – " + unit_text(last, Granularity::month));
    }
    return prefix + range_text(*interval.from, last);
}

} // namespace fasti::exporters
