// A second look at the heads of a parsed sentence: where two searches, or the branches of one, went apart, the heads
// that they made are weighed against each other, now with the whole tree around them (stacking: Nivre and McDonald
// 2008), and words move to better ones as long as it stays a tree with one root. Most words have one candidate and cost
// nothing.
#pragma once

#include "language/transition_parser.hpp"
#include "language/tree_context.hpp"
#include "language/weights.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fasti::language {

/// The candidates of each word of a sentence.
class Candidates {
public:
    /// The tree's own arcs, each the first of its word, and those that the searches made; of arcs that join the same
    /// words, the one that was least behind.
    void gather(std::span<const BranchArc> forwards, std::span<const BranchArc> backwards, const TreeContext& tree);

    [[nodiscard]] std::span<const Candidate> of(std::int32_t dependent) const {
        const auto d = static_cast<std::size_t>(dependent);
        return std::span(all_).subspan(begins_[d], begins_[d + 1] - begins_[d]);
    }

private:
    std::vector<Candidate> all_;
    std::vector<std::size_t> begins_, ends_;
};

struct SecondLookScratch {
    struct Wish {
        std::int32_t gain, dependent, choice;
    };
    TreeContext tree;
    Candidates candidates;
    std::vector<std::size_t> begins;         ///< of each word's scores
    std::vector<std::int32_t> scores;        ///< of the candidates
    std::vector<std::int32_t> heads, chosen; ///< by word
    std::vector<Wish> wishes;
    std::vector<Candidate> moves;
};

class SecondLook {
public:
    [[nodiscard]] bool open(std::span<const std::byte> heads) { return heads_.open(heads); }
    /// The words of a parsed sentence that had better have other heads; the arcs are those of all branches.
    [[nodiscard]] std::span<const Candidate> look(const Document& document, IndexRange tokens,
                                                  std::span<const WordAtoms> words, std::span<const BranchArc> forwards,
                                                  std::span<const BranchArc> backwards,
                                                  SecondLookScratch& scratch) const;

    /// What counts against a candidate before anything is learned, in steps of the weights.
    [[nodiscard]] static std::int32_t handicap(const Candidate& candidate) {
        return 2 * (candidate.behind + candidate.behind_back);
    }

private:
    [[nodiscard]] std::int32_t score(const TreeContext& tree, const Candidate& candidate) const;

    DenseWeights heads_;
};

} // namespace fasti::language
