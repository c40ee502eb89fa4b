// Dependency trees by a greedy arc-eager parser over two score tables: one for the action, one for
// the label of an arc, looked up only when an arc is made. Linear in the sentence.
#pragma once

#include "core/document.hpp"
#include "language/parser_state.hpp"
#include "language/weights.hpp"
#include "language/word_atoms.hpp"

#include <span>

namespace fasti::language {

class Parser {
public:
    [[nodiscard]] bool open(std::span<const std::byte> actions, std::span<const std::byte> labels);
    /// Fills head and relation of the sentence's tokens: a tree with one root. `state` is scratch
    /// space that is used again from sentence to sentence.
    void parse(Document& document, IndexRange tokens, std::span<const WordAtoms> words, ParserState& state) const;

    /// The best label by the model.
    [[nodiscard]] Relation best_label(const ParserState& state, std::int32_t head, std::int32_t dependent) const;

private:
    [[nodiscard]] Move best_move(const ParserState& state) const;

    DenseWeights actions_;
    SparseWeights labels_;
};

/// Writes the finished state's heads into the document, so that exactly one token is the root.
void write_tree(const ParserState& state, Document& document, IndexRange tokens);

} // namespace fasti::language
