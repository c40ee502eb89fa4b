// A time expression: where it stands, what it means, how sure that is and why. Found by
// `temporal`, used by `events` (to date events), `cli` (annotate, resolve) and the exporters.
#pragma once

#include "core/calendar.hpp"
#include "core/span.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

enum class TimexType : std::uint8_t { date, time, duration, set };

/// TIMEX3 `mod`; `none` is printed as null.
enum class Modifier : std::uint8_t {
    none,
    before,
    after,
    on_or_before,
    on_or_after,
    less_than,
    more_than,
    equal_or_less,
    equal_or_more,
    start,
    mid,
    end,
    approx,
};

/// `exact`: the words say it whole. `implied`: completed from an anchor, a habit or a rule.
/// `ambiguous`: two readings remain (see alternatives). `unresolved`: not enough is known.
enum class Certainty : std::uint8_t { exact, implied, ambiguous, unresolved };

/// What a time expression means. `value` is TIMEX3 (TimeML 1.2.1) and empty when there is none;
/// only what is known stands in it: "2014" is a year, never the 1st of January.
struct TimeValue {
    TimexType type = TimexType::date;
    std::string value;
    Modifier mod = Modifier::none;
    Interval interval;
    Granularity granularity = Granularity::day;
    Certainty certainty = Certainty::exact;
    std::vector<std::string> alternatives; ///< TIMEX3 values of the other readings
    std::string quantity;                  ///< TIMEX3 `quant` of a set: "EVERY"
    std::string frequency;                 ///< TIMEX3 `freq` of a set: "2X"

    friend bool operator==(const TimeValue&, const TimeValue&) = default;
};

struct Timex {
    Span span;
    TimeValue time;
    std::string anchor; ///< what it was resolved against: "published", "timex:3", "now" is never one; empty: nothing
    std::string rule;   ///< the rule that found it: "weekday"
    std::vector<std::string> trace; ///< the derivation, a line a step, when it was asked for
};

/// The first of `timexes`, which are in order of the text, that begins at `byte` or behind it; the end when none does.
[[nodiscard]] std::span<const Timex>::iterator first_timex_from(std::span<const Timex> timexes, std::uint32_t byte);

[[nodiscard]] std::string_view to_string(TimexType type);      ///< "DATE"
[[nodiscard]] std::string_view to_string(Modifier mod);        ///< "APPROX"; empty for none
[[nodiscard]] std::string_view to_string(Certainty certainty); ///< "implied"
[[nodiscard]] std::optional<TimexType> parse_timex_type(std::string_view name);
[[nodiscard]] std::optional<Modifier> parse_modifier(std::string_view name);
[[nodiscard]] std::optional<Certainty> parse_certainty(std::string_view name);

} // namespace fasti
