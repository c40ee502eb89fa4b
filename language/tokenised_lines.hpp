// Lines that are tokenised already: how they are told, and their tokens.
#pragma once

#include "core/document.hpp"
#include "core/span.hpp"

#include <string_view>
#include <vector>

namespace fasti::language {

/// Appends the tokens of `text[stretch]` to `tokens`, in order: they are what stands between blanks.
void scan_tokenised(std::string_view text, Span stretch, std::vector<Token>& tokens);

/// How a line looks: +1 when marks stand alone as in a tokenised line ("end .", "`` yes ''"), −1
/// when they lean on words as in common text, 0 when it has none.
[[nodiscard]] int tokenised_look(std::string_view line);

} // namespace fasti::language
