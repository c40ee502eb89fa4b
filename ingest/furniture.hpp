// What stands in an article's text and is no news: disclaimers, "Read also", comment forms, picture
// addresses, bylines, a headline or a lead said twice. Found line by line from general features;
// listed, never cut out of a given text. The page reader asks the same questions to leave
// such lines out of the text that it makes.
#pragma once

#include "core/article.hpp"

#include <optional>
#include <string_view>

namespace fasti::ingest {

/// The kind of furniture that a line is, by itself: "0 comment" → comments. Nothing for news.
[[nodiscard]] std::optional<FurnitureKind> classify_line(std::string_view line);

/// Fills `article.furniture` anew: in order, not overlapping, a span a line without its outer blanks.
void mark_furniture(Article& article);

/// The headline that `text` begins with; empty when its first line is none.
[[nodiscard]] std::string_view find_headline(std::string_view text);

} // namespace fasti::ingest
