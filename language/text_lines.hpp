// Which line breaks of a text part paragraphs, and which only wrap a long line.
#pragma once

#include "core/span.hpp"

#include <string_view>
#include <vector>

namespace fasti::language {

/// The stretches of `text` across which no sentence runs: its lines, or, in a text whose lines were
/// wrapped at a fixed width, the lines that belong together. Blank stretches are left out, blanks
/// at the ends are cut off. A break is a wrap when the next line's first word would not have fitted
/// any more, in a text where most breaks between two written lines are so; or when a long line
/// that ends without punctuation goes on in lower case.
[[nodiscard]] std::vector<Span> find_stretches(std::string_view text);

} // namespace fasti::language
