// An article with its time expressions as TimeML 1.2.1, the exchange format of temporal annotation.
#pragma once

#include "core/article.hpp"
#include "core/timex.hpp"

#include <ostream>
#include <span>

namespace fasti::exporters {

/// One XML document: DOCID, DCT, TITLE and TEXT with TIMEX3 elements around the expressions.
/// Several in one stream are parted by the XML declaration that each begins with.
void write_timeml(const Article& article, std::span<const Timex> timexes, std::ostream& out);

} // namespace fasti::exporters
