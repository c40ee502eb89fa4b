// Which way the verb of a clause points: back for "met Friday", ahead for "will meet Friday".
// Reads tags where the document has them, and words that say it plainly where it has not.
#pragma once

#include "core/document.hpp"
#include "temporal/meaning.hpp"

namespace fasti::temporal {

/// The direction at `span`: past_or_same, future_or_same, or open when nothing tells.
///
///   "The ministers will meet on [Friday]."   → future_or_same
///   "The ministers met on [Friday]."         → past_or_same
[[nodiscard]] Direction tense_at(const Document& document, Span span);

/// The same from the words of `before` alone, the text of the sentence up to the expression.
[[nodiscard]] Direction tense_of_words(std::string_view before);

} // namespace fasti::temporal
