// The lemmatizer's section of the model: the commonest edit of each word with its tag, and of each ending.
#pragma once

#include "language/training/examples.hpp"

#include <cstddef>
#include <vector>

namespace fasti::language::training {

[[nodiscard]] std::vector<std::byte> learn_lemmas(const std::vector<Example>& examples);

} // namespace fasti::language::training
