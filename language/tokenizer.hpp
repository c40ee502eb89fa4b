// Words and sentences, by rules over UTF-8: the first layer of a Document, and all that time
// expressions need. Follows the conventions of UD English (EWT, GUM): contractions are split,
// hyphenated words too but for prefixes ("re-election"), abbreviations keep their dot.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"

#include <string_view>
#include <vector>

namespace fasti::language {

/// Tokens with spans, sentences with kinds and furniture flags; no tags. Linear in the text.
[[nodiscard]] Document tokenize(const Article& article);

/// The same where each line of `article.text` is exactly one sentence, never split; a sentence's
/// `paragraph` is the number of its line, from 0, blank lines counted. A line that is tokenised
/// already (blanks around its punctuation) keeps its tokens.
[[nodiscard]] Document tokenize_lines(const Article& article);

/// Appends the tokens of text[span] to `tokens`.
void find_tokens(std::string_view text, Span span, std::vector<Token>& tokens);

/// Appends what stands between blanks in text[span], as it is.
void find_chunks(std::string_view text, Span span, std::vector<Token>& tokens);

} // namespace fasti::language
