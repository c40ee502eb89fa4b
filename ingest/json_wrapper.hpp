// Documents that wrap their articles: what news APIs answer ({"status": "ok", "articles": [{…}]}, {"response":
// {"results": [{…}]}}) and tables keep by row ({"0": {…}, "1": {…}}). Told by the first bytes.
#pragma once

#include "ingest/fields.hpp"

#include <cstddef>
#include <string_view>

namespace fasti::ingest {

/// How many bytes stand before the first article object within the wrapper; 0 when `head` begins no wrapper: an object
/// with a text of its own is an article, whatever lists of objects it has.
[[nodiscard]] std::size_t json_wrapper_size(std::string_view head, const Fields& fields);

} // namespace fasti::ingest
