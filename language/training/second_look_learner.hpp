// Learns to weigh heads against each other, on trees of parsers that have not seen the sentences.
#pragma once

#include "language/second_look.hpp"
#include "language/training/examples.hpp"
#include "language/training/oracle.hpp"
#include "language/training/settings.hpp"

#include <cstddef>
#include <ostream>
#include <vector>

namespace fasti::language::training {

/// A sentence as the parsers read it: its tokens carry the tree from left to right.
struct ParsedExample {
    const Example* example;
    GoldTree gold;
    std::vector<BranchArc> forwards, backwards;
};

[[nodiscard]] std::vector<std::byte> learn_second_look(const std::vector<ParsedExample>& examples,
                                                       const Settings& settings, std::ostream& log);

} // namespace fasti::language::training
