// A whole tree of one sentence, as the second look sees it: what stands around an arc on all sides, which the
// transition parser could not know when it made the arc.
#pragma once

#include "core/document.hpp"
#include "language/word_atoms.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace fasti::language {

/// `behind` of an arc that no branch made.
inline constexpr std::int32_t far_behind = 6000;

/// A head that a word may have.
struct Candidate {
    std::int32_t dependent, head; ///< places in the sentence; its size is the root's
    Relation relation;            ///< dep, where the search from left to right has not made the arc
    std::int32_t behind;          ///< by how much its branch was behind the best one then
    std::int32_t behind_back;     ///< the same of the search from right to left
};

class TreeContext {
public:
    static constexpr std::int32_t nobody = -1;

    struct Node {
        std::uint32_t word = 0, tag = 0, coarse = 0;
        std::uint32_t suffix = 0, field = 0;
        std::int32_t head = nobody;
        Relation relation = Relation::dep;
        std::int32_t first = nobody, last = nobody;    ///< of its dependents
        std::int32_t before = nobody, behind = nobody; ///< the dependents of its head next to it
        std::int32_t marker = nobody;                  ///< its first dependent of case, mark or cc
        std::uint32_t left_set = 0, right_set = 0;     ///< hashes of the relations of its dependents
    };

    /// Takes the heads and relations that the tokens have.
    void read(const Document& document, IndexRange tokens, std::span<const WordAtoms> words);

    [[nodiscard]] std::int32_t size() const { return size_; }
    [[nodiscard]] const Node& node(std::int32_t i) const { return nodes_[static_cast<std::size_t>(i)]; }
    /// The node, or an empty one where there is none.
    [[nodiscard]] const Node& get(std::int32_t i) const;

private:
    std::vector<Node> nodes_;
    std::int32_t size_ = 0;
};

inline constexpr std::size_t head_feature_count = 94;

/// What speaks for or against a candidate.
void head_features(const TreeContext& tree, const Candidate& candidate,
                   std::array<std::uint32_t, head_feature_count>& out);
/// The class of its weights: which side the head is on, and whether it is the one of the tree.
[[nodiscard]] inline std::size_t head_class(const TreeContext& tree, const Candidate& candidate) {
    return (candidate.head < candidate.dependent ? 1u : 0u) |
           (tree.node(candidate.dependent).head == candidate.head ? 2u : 0u);
}

} // namespace fasti::language
