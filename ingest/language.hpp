// In which language an article is written: by its script and its commonest words.
#pragma once

#include <string>
#include <string_view>

namespace fasti::ingest {

/// BCP 47: "en", "ru", "zh"; empty when there is too little text to tell. Looks at the first
/// thousand bytes or so only.
[[nodiscard]] std::string detect_language(std::string_view text);

} // namespace fasti::ingest
