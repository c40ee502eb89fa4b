// The namer's sections of the model: the gazetteer, and weights learned document by document.
#pragma once

#include "language/training/examples.hpp"
#include "language/training/settings.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace fasti::language::training {

/// `text` has lines of kind TAB phrase.
[[nodiscard]] std::vector<std::byte> pack_gazetteer(std::string_view text);

[[nodiscard]] std::vector<std::byte> learn_names(const std::vector<Example>& examples,
                                                 const std::vector<std::byte>& gazetteer_bytes,
                                                 const Settings& settings);

} // namespace fasti::language::training
