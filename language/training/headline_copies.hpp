// Sentences set as headlines, for the tagger: the corpora have few of these, and a verb in the present behind a noun,
// without an article or a full stop ("Storm hits coast"), looks much like another noun there.
#pragma once

#include "language/training/examples.hpp"

#include <cstdint>
#include <vector>

namespace fasti::language::training {

struct HeadlineCopies {
    std::vector<ConlluDocument> documents; ///< tags only
    std::vector<std::uint32_t> source;     ///< of each of their sentences: the example that it was made of
};

/// "The storm hit the coast on Friday." → "Storm hits coast on Friday", each second one in title case.
[[nodiscard]] HeadlineCopies headline_copies(const std::vector<Example>& examples);

} // namespace fasti::language::training
