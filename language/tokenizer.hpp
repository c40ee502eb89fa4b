// From an article to tokens and sentences: the first layer of a Document, which everything
// behind it reads. Needs no model and no data; cannot fail.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"

namespace fasti::language {

/// Tokens with their spans and `space_after`, sentences with paragraph, kind and furniture flag; no tags.
/// Tokens follow UD English (EWT, GUM): "didn't" is two, "Russia's" two, "well-known" three, "non-lethal"
/// one, "U.S.", "$", "1,000", "10:30" one each. Every character but blanks and control characters lies in
/// exactly one token, every token in one sentence. Linear in the text. The article must outlive the document.
[[nodiscard]] Document tokenize(const Article& article);

/// The same for a text in which each line is exactly one sentence, never split or joined; blank lines give
/// none. A line that is tokenised already (blanks between all tokens, `` '' -LRB-) keeps its tokens; a line that
/// does not show whether it is goes with most of the text. The paragraph of a sentence is the
/// number of its line, from 0, blank ones counted.
[[nodiscard]] Document tokenize_lines(const Article& article);

} // namespace fasti::language
