// Dates as people, pages, file names and addresses write them; all end in core's calendar.
#pragma once

#include "core/calendar.hpp"

#include <optional>
#include <string_view>

namespace fasti::ingest {

/// What core's parse_date() reads, and further: seconds or milliseconds since 1970 ("1634688000"), "October 20,
/// 2021 3:04 pm", "Wednesday 20th October 2021", "20.10.2021", and "10/20/2021" where only one
/// order of day and month is possible.
[[nodiscard]] std::optional<ParsedDate> parse_any_date(std::string_view text);

/// The first whole date that stands anywhere in `text`: "Published on 20 October 2021, 10:00 IST".
[[nodiscard]] std::optional<ParsedDate> find_date(std::string_view text);

/// "2021-10-20_slug.txt", "20211020-slug.html": the date in the last part of a path.
[[nodiscard]] std::optional<ParsedDate> date_in_file_name(std::string_view path);

/// "https://a.org/2021/03/04/slug.html", ".../2021-03-04-slug", ".../2021/mar/04/": whole dates only.
[[nodiscard]] std::optional<ParsedDate> date_in_url(std::string_view url);

/// The date of an agency dateline with a year: "KYIV, March 4, 2021 (AP) – …".
[[nodiscard]] std::optional<ParsedDate> date_in_dateline(std::string_view text);

} // namespace fasti::ingest
