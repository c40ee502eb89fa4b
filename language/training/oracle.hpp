// The dynamic oracle of the arc-eager system (Goldberg and Nivre 2013): how many gold arcs a move
// would put out of reach, in any state, also one that the parser has erred into.
#pragma once

#include "language/parser_state.hpp"

#include <cstdint>
#include <vector>

namespace fasti::language::training {

/// A sentence's gold tree in local indices; the root is the number of words.
struct GoldTree {
    std::vector<std::int32_t> heads;
    std::vector<Relation> relations;
    std::vector<std::vector<std::int32_t>> dependents; ///< by head, the root's last
};

[[nodiscard]] GoldTree gold_tree(const Document& document, IndexRange tokens, Reading reading = Reading::forwards);

/// Gold arcs lost by an allowed move.
[[nodiscard]] int cost(const ParserState& state, const GoldTree& gold, Move move);

} // namespace fasti::language::training
