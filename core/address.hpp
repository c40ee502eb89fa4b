// Web addresses as far as they tell articles apart.
#pragma once

#include <string>
#include <string_view>

namespace fasti {

/// The address without what changes from reader to reader: scheme, fragment, campaign parameters.
///   "HTTPS://Example.org/a?utm_source=x&id=7#top" → "example.org/a?id=7"
[[nodiscard]] std::string plain_address(std::string_view url);

} // namespace fasti
