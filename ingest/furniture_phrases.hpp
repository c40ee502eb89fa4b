// The words by which a line shows that it is furniture: "All rights reserved", "Read also:", "Share this".
#pragma once

#include "core/article.hpp"

#include <optional>
#include <string_view>

namespace fasti::ingest {

/// The kind that a phrase in the line tells; nothing when there is none. `line` is without outer blanks.
[[nodiscard]] std::optional<FurnitureKind> find_phrase(std::string_view line);

} // namespace fasti::ingest
