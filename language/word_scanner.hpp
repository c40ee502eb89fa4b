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

/// The same for a line that is tokenised already: tokens are what stands between blanks.
void scan_tokenised(std::string_view text, Span stretch, std::vector<Token>& tokens);

/// How a line looks: +1 when marks stand alone as in a tokenised line ("end .", "`` yes ''"), −1
/// when they lean on words as in common text, 0 when it has none.
[[nodiscard]] int tokenised_look(std::string_view line);

} // namespace fasti::language
