// Moves on the calendar that rules ask for: by units, down to a unit, to the n-th unit of a period.
// Each takes and gives meanings; what cannot be placed comes back unplaced.
#pragma once

#include "temporal/context.hpp"
#include "temporal/meaning.hpp"
#include "temporal/operators.hpp"

namespace fasti::temporal {

/// Numbers in texts have any size; fields of a date have theirs.
[[nodiscard]] int whole(const Number& n);

[[nodiscard]] Meaning reference(Reference r);
/// Something of this type that no date is known of.
[[nodiscard]] Meaning unplaced(TimexType type, Granularity granularity);

/// Moved by whole units; keeps no more of the date than the coarser of both knows.
[[nodiscard]] Meaning shifted(const Meaning& from, const Number& count, UnitValue unit, Granularity keep);
/// How finely a date is known after a move by `unit`: four years ago is a year.
[[nodiscard]] Granularity kept_for(UnitValue unit);

/// The unit that holds a date.
[[nodiscard]] Meaning floored(const Meaning& of, Granularity unit);
/// The n-th unit within a period, from its end when n is negative.
[[nodiscard]] Meaning nth(const Number& n, UnitValue unit, const Meaning& of, const Context& context);
/// The n-th weekday (Monday is 1) of a month, from its end when n is negative.
[[nodiscard]] Meaning nth_weekday(const Number& n, int weekday, const Meaning& of, const Context& context);

} // namespace fasti::temporal
