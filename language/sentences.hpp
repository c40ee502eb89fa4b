// Where sentences begin and end: paragraphs by line breaks, sentences by marks, with an eye for
// headlines, datelines, lists and hard-wrapped lines.
#pragma once

#include "core/document.hpp"

#include <string_view>
#include <vector>

namespace fasti::language {

/// A stretch of text that no sentence crosses.
struct Paragraph {
    Span span;
    bool alone = false; ///< stands between blank lines (or the ends of the text)
};

/// Lines of the text; lines of a hard-wrapped paragraph (broken within sentences at about the same
/// column) are joined.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text);

/// Parts the tokens from `first` on, which belong to one paragraph, into sentences.
void find_sentences(Document& document, std::uint32_t first, std::uint32_t paragraph);

} // namespace fasti::language
