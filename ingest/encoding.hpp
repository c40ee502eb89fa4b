// Pages to UTF-8: by byte order mark, HTTP header, the page's own word, or what its bytes look like.
#pragma once

#include <string>
#include <string_view>

namespace fasti::ingest {

/// The encoding that a page is in, as iconv names it: "UTF-8", "WINDOWS-1251". `header` is the charset
/// of the HTTP header, or empty.
[[nodiscard]] std::string detect_encoding(std::string_view page, std::string_view header);

/// `bytes` of that encoding as UTF-8; what can't be decoded becomes U+FFFD. UTF-8, and
/// encodings that nobody knows, come back unchanged, for the caller to check.
[[nodiscard]] std::string decoded(std::string_view bytes, const std::string& encoding);

} // namespace fasti::ingest
