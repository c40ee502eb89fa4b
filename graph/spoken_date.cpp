// See spoken_date.hpp.
#include "graph/spoken_date.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace fasti::graph {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
/// Words that point from the day of publication.
constexpr std::array<std::string_view, 25> pointers = {
    "yesterday", "today",   "tomorrow",  "tonight",  "ago",    "last",     "next",      "this",    "coming",
    "monday",    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",    "current", "previous",
    "following", "later",   "earlier",   "weekend",  "same",   "before",   "previously"};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out(1);
    for (const char c : utf8::fold(text)) {
        if (c == ' ' || c == '\n' || c == ',' || c == '.' || c == '-') {
            if (!out.back().empty()) {
                out.emplace_back();
            }
        } else {
            out.back() += c;
        }
    }
    if (out.back().empty()) {
        out.pop_back();
    }
    return out;
}

bool month_name(std::string_view word) {
    return std::any_of(months.begin(), months.end(), [&](std::string_view m) {
        return utf8::fold(m) == word || (word.size() == 3 && utf8::fold(m).starts_with(word));
    });
}

bool day_number(std::string_view word) {
    return !word.empty() && word[0] >= '0' && word[0] <= '9' && word.size() <= 4;
}

} // namespace

std::string spoken_date(Moment from, Granularity granularity) {
    const int year = year_of(from);
    const std::string spoken_year = year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
    if (granularity >= Granularity::half) {
        return spoken_year;
    }
    if (granularity == Granularity::quarter) {
        constexpr std::array<std::string_view, 4> quarters = {"first", "second", "third", "fourth"};
        return "the " + std::string(quarters[(month_of(from) - 1) / 3]) + " quarter of " + spoken_year;
    }
    if (granularity == Granularity::season) {
        const unsigned month = month_of(from);
        return (month == 3 ? "spring " : month == 6 ? "summer " : month == 9 ? "autumn " : "winter ") + spoken_year;
    }
    const std::string month(months[month_of(from) - 1]);
    if (granularity == Granularity::month) {
        return month + " " + spoken_year;
    }
    const std::string day = std::to_string(day_of(from)) + " " + month + " " + spoken_year;
    return granularity == Granularity::week      ? "the week of " + day
           : granularity == Granularity::weekend ? "the weekend of " + day
                                                 : day;
}

DateEdit date_edit(std::string_view text, const TimeValue& time, CountedFrom counted) {
    if ((time.type != TimexType::date && time.type != TimexType::time) || !time.interval.from ||
        time.certainty != Certainty::implied || time.value.ends_with("_REF") ||
        time.granularity >= Granularity::decade) {
        return DateEdit::keep;
    }
    if (text.find(std::to_string(std::abs(year_of(*time.interval.from)))) != std::string_view::npos) {
        return DateEdit::keep;
    }
    const auto words = words_of(text);
    if (std::any_of(words.begin(), words.end(), month_name)) {
        const bool bare = std::all_of(words.begin(), words.end(), [](const std::string& w) {
            return month_name(w) || day_number(w) || w == "last" || w == "next" || w == "this" || w == "coming";
        });
        return bare ? DateEdit::replace : DateEdit::add_year;
    }
    const auto pointer = std::find_first_of(words.begin(), words.end(), pointers.begin(), pointers.end());
    if (pointer == words.end()) {
        return DateEdit::keep;
    }
    // "a day earlier" and "the same day" count from another date; "earlier this year" does not.
    const bool counts =
        *pointer == "same" ||
        (words.size() > 1 && *pointer == words.back() &&
         (*pointer == "later" || *pointer == "earlier" || *pointer == "before" || *pointer == "previously"));
    if (!counts) {
        return DateEdit::replace;
    }
    // "rose from a year earlier" compares; what happened "a day earlier" happened on a day.
    const bool opens = counted == CountedFrom::before && words.back() == "later";
    return opens || (counted != CountedFrom::here && time.granularity <= Granularity::week) ? DateEdit::replace
                                                                                            : DateEdit::keep;
}

} // namespace fasti::graph
