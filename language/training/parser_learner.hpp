// Learns the parser: its two searches, each the mean of several learners, and the second look.
#pragma once

#include "language/training/examples.hpp"
#include "language/training/settings.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace fasti::language::training {

/// The sections of the model, by name. The examples' tokens carry gold trees, and tags as a tagger would give them.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::byte>>>
learn_parser(std::vector<Example>& examples, const Settings& settings, std::ostream& log);

} // namespace fasti::language::training
