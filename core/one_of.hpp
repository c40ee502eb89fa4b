// A small question about words that several folders ask.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace fasti {

/// True when `word` is among a few fixed ones.
template <std::size_t N>
[[nodiscard]] bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace fasti
