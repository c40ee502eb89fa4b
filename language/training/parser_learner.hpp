// Learns the parser's two tables: first greedily with a dynamic oracle, then with a beam.
#pragma once

#include "language/training/examples.hpp"
#include "language/training/settings.hpp"

#include <cstddef>
#include <ostream>
#include <vector>

namespace fasti::language::training {

struct ParserSections {
    std::vector<std::byte> actions;
    std::vector<std::byte> labels;
};

/// The examples' tokens carry gold trees, and tags as a tagger would give them.
[[nodiscard]] ParserSections learn_parser(const std::vector<Example>& examples, const Settings& settings,
                                          std::ostream& log);

} // namespace fasti::language::training
