// Where marks of several characters end.
#pragma once

#include <cstddef>
#include <string_view>

namespace fasti::language {

/// The byte behind the run of `marks` (each of one byte) that begins at `at`.
[[nodiscard]] std::size_t run_end(std::string_view text, std::size_t at, std::string_view marks);
/// The byte behind the ellipses that begin at `at`.
[[nodiscard]] std::size_t ellipsis_end(std::string_view text, std::size_t at);
/// The byte behind the picture at `at`, with its skin tone, variation and what a joiner ties to it; two letters of a
/// flag are one picture.
[[nodiscard]] std::size_t emoji_end(std::string_view text, std::size_t at);

} // namespace fasti::language
