// A search for the best way of arc-eager transitions through a sentence, from left to right or from right to left.
// Two score tables: one for the action, one for the label of an arc, looked up only when an arc is made. Where actions
// score alike, a few branches are followed side by side (as in Choi and McCallum 2013). Linear in the sentence.
#pragma once

#include "core/document.hpp"
#include "language/parser_state.hpp"
#include "language/weights.hpp"
#include "language/word_atoms.hpp"

#include <span>

namespace fasti::language {

/// An arc that some branch of a search made, by places in the sentence; its size is the root's.
struct BranchArc {
    std::int32_t dependent, head;
    Relation relation;   ///< dep, where arcs have no labels
    std::int32_t behind; ///< by how much the branch was then behind the best one; 0 only for an arc of the one that won
};

/// Scratch space that is used again from sentence to sentence, and what the last search has found.
struct SearchScratch {
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
    std::vector<BranchArc> arcs; ///< of all branches, and once more of the one that won

    /// The end of the best branch.
    [[nodiscard]] const ParserState& best() const { return branches.front().state; }
};

class TransitionParser {
public:
    explicit TransitionParser(Reading reading) : reading_(reading) {}

    /// Arcs have labels where there is a table for them.
    [[nodiscard]] bool open(std::span<const std::byte> actions, std::span<const std::byte> labels);
    void search(const Document& document, IndexRange tokens, std::span<const WordAtoms> words,
                SearchScratch& scratch) const;
    [[nodiscard]] Relation best_label(const ParserState& state, std::int32_t head, std::int32_t dependent) const;

private:
    /// The scores of the moves that the state allows.
    [[nodiscard]] std::array<std::int32_t, 4> score(const ParserState& state) const;
    /// Makes a move, with the best label for its arc.
    void go(ParserState& state, Move move, std::int32_t behind, std::vector<BranchArc>& arcs) const;

    Reading reading_;
    bool labelled_ = false;
    DenseWeights actions_;
    SparseWeights labels_;
};

/// Sentences of more words are followed along one branch only: a branch is copied with all its words.
inline constexpr std::uint32_t longest_branched = 150;

/// Writes the heads of the finished state of a reading from left to right into the document, so that exactly one token
/// is the root.
void write_tree(const ParserState& state, Document& document, IndexRange tokens);

} // namespace fasti::language
