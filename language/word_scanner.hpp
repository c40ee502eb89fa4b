// Cuts a stretch of text into tokens by the conventions of UD English: contractions, possessives and hyphens
// apart, abbreviations with their dot, addresses, numbers, times and dates whole.
#pragma once

#include "core/document.hpp"
#include "core/span.hpp"

#include <string_view>
#include <vector>

namespace fasti::language {

/// Appends the tokens of `text[stretch]` to `tokens`, in order, and sets `space_after` of each (the
/// last one: true). No token crosses the ends of the stretch. Linear in its length.
///
///   "didn't pay $1,000 (Oct. 3)."  →  did n't pay $ 1,000 ( Oct. 3 ) .
void scan_words(std::string_view text, Span stretch, std::vector<Token>& tokens);

} // namespace fasti::language
