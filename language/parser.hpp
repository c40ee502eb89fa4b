// Dependency trees by an arc-eager parser over two score tables: one for the action, one for the label of an arc,
// looked up only when an arc is made. Where actions score alike, a few branches are followed side by side (as in Choi
// and McCallum 2013). Linear in the sentence.
#pragma once

#include "core/document.hpp"
#include "language/parser_state.hpp"
#include "language/weights.hpp"
#include "language/word_atoms.hpp"

#include <span>

namespace fasti::language {

/// Scratch space that is used again from sentence to sentence.
struct ParserScratch {
    struct Branch {
        ParserState state;
        std::int32_t score = 0;
        std::uint64_t signature = 0;
    };
    struct Step {
        std::size_t from;
        Move move;
        std::int32_t score;
    };
    std::vector<Branch> branches, next;
    std::vector<Step> steps;
};

class Parser {
public:
    [[nodiscard]] bool open(std::span<const std::byte> actions, std::span<const std::byte> labels);
    /// Fills head and relation of the sentence's tokens: a tree with one root.
    void parse(Document& document, IndexRange tokens, std::span<const WordAtoms> words, ParserScratch& scratch) const;

private:
    /// The scores of the moves that the state allows.
    [[nodiscard]] std::array<std::int32_t, 4> score(const ParserState& state) const;
    /// Makes a move, with the best label for its arc.
    void go(ParserState& state, Move move) const;
    [[nodiscard]] Relation best_label(const ParserState& state, std::int32_t head, std::int32_t dependent) const;

    DenseWeights actions_;
    SparseWeights labels_;
};

/// Writes the finished state's heads into the document, so that exactly one token is the root.
void write_tree(const ParserState& state, Document& document, IndexRange tokens);

} // namespace fasti::language
