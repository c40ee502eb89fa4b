// Names of months as sites in Europe's larger languages write them.
#pragma once

#include <string_view>

namespace fasti::ingest {

/// 1..12 for a month's name or a usual abbreviation without its stop, in any case; English ones by their beginning,
/// from three letters on. 0 for other words.
[[nodiscard]] unsigned month_number(std::string_view word);

} // namespace fasti::ingest
