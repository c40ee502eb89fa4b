// Codes of countries and languages as other programs want them.
#pragma once

#include <string_view>

namespace fasti::exporters {

/// The code that FollowTheMoney has for a country of ISO 3166-1 alpha-3: its alpha-2 code in small
/// letters, for states of the past the longer one ("suhh"). Empty for an unknown one.
[[nodiscard]] std::string_view country_code(std::string_view alpha3);

/// The ISO 639-3 code of a language of ISO 639-1: "eng" for "en". Empty for an unknown one.
[[nodiscard]] std::string_view language_code(std::string_view two_letters);

} // namespace fasti::exporters
