// Where sentences end, and what kind each is. Works on the tokens of one stretch (text_lines.hpp), across
// whose ends no sentence runs.
#pragma once

#include "core/document.hpp"

namespace fasti::language {

/// Appends the sentences of the tokens from `first` to the end of `document.tokens`, which are those of one
/// stretch and paragraph; kind and furniture are left as they are made. Linear.
void split_sentences(Document& document, std::uint32_t first, std::uint32_t paragraph);

/// Sets the kind of every sentence. A line of its own before the first full sentence, or one that is the
/// article's title, is a `headline`; one that holds only a date, with a place at most, a `dateline`;
/// one behind a bullet or number a `list_item`; a short line without an end mark, a `fragment`.
void find_kinds(Document& document, const Article& article);

/// Marks the sentences that lie mostly in furniture of the article.
void mark_furniture(Document& document, const Article& article);

} // namespace fasti::language
