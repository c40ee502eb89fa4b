// The closed algebra of rule files: every operator is one row of a table with its name, the types
// of its arguments and result, and its function. Rules can do nothing else.
#pragma once

#include "temporal/context.hpp"
#include "temporal/meaning.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace fasti::temporal {

struct Number {
    double value = 0;
    bool vague = false; ///< "several": only its sign is known
    int digits = 0;     ///< as it was written, 0 when in words
};

struct UnitValue {
    Granularity unit = Granularity::day;
    int factor = 1;
};

using Value = std::variant<Number, UnitValue, Meaning>;

/// In the order of `Value`'s alternatives.
enum class ValueType : std::uint8_t { number, unit, time };

[[nodiscard]] std::string_view to_string(ValueType type);

using OperatorFunction = Value (*)(std::span<const Value> arguments, const Context& context);

struct Operator {
    std::string_view name;
    std::string_view arguments; ///< one letter each: n, u, t
    ValueType result;
    OperatorFunction apply;
    std::string_view help; ///< one line for the manual
};

/// All operators; those of one name differ in their arguments.
[[nodiscard]] std::span<const Operator> operators();
[[nodiscard]] const Operator* find_operator(std::string_view name, std::string_view arguments);

/// Named values: "month", "monday", "spring", "morning".
[[nodiscard]] const Value* find_constant(std::string_view name);

/// As rule traces and examples show it: "21", "week", a TIMEX3 value.
[[nodiscard]] std::string describe(const Value& value);

} // namespace fasti::temporal
