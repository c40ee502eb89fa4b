// See timex.hpp.
#include "core/timex.hpp"

#include "core/enum_names.hpp"

#include <algorithm>

namespace fasti {
namespace {

constexpr EnumNames<TimexType, 4> type_names{{"DATE", "TIME", "DURATION", "SET"}};
constexpr EnumNames<Modifier, 13> modifier_names{{"", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN",
                                                  "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END",
                                                  "APPROX"}};
constexpr EnumNames<Certainty, 4> certainty_names{{"exact", "implied", "ambiguous", "unresolved"}};

} // namespace

std::span<const Timex>::iterator first_timex_from(std::span<const Timex> timexes, std::uint32_t byte) {
    return std::lower_bound(timexes.begin(), timexes.end(), byte,
                            [](const Timex& timex, std::uint32_t begin) { return timex.span.begin < begin; });
}

std::string_view to_string(TimexType type) {
    return type_names.name(type);
}
std::string_view to_string(Modifier mod) {
    return modifier_names.name(mod);
}
std::string_view to_string(Certainty certainty) {
    return certainty_names.name(certainty);
}
std::optional<TimexType> parse_timex_type(std::string_view name) {
    return type_names.parse(name);
}
std::optional<Modifier> parse_modifier(std::string_view name) {
    return modifier_names.parse(name);
}
std::optional<Certainty> parse_certainty(std::string_view name) {
    return certainty_names.parse(name);
}

} // namespace fasti
