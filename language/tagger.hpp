// Part-of-speech tags by a greedy linear model: Penn tag and universal tag together, from left to
// right, each choice a feature of the next ones.
#pragma once

#include "core/document.hpp"
#include "language/weights.hpp"
#include "language/word_atoms.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace fasti::language {

inline constexpr std::size_t tag_feature_count = 70;

/// The features of word `i` after the tags `before` (of i-1) and `before2` (of i-2).
void tag_features(std::span<const WordAtoms> words, std::size_t i, std::uint32_t before, std::uint32_t before2,
                  std::array<std::uint32_t, tag_feature_count>& out);

class Tagger {
public:
    /// `labels`: pairs (xpos, upos) in the order of the weights' labels.
    [[nodiscard]] bool open(std::span<const std::byte> weights, std::span<const std::byte> labels);
    /// Fills xpos and upos of the sentence's tokens. In `news` an unknown abbreviation in front of a number is rather a
    /// name
    /// ("the FTSE 100"), and what may be a past or a participle rather a past, than the texts of training would say.
    void tag(Document& document, IndexRange tokens, std::span<const WordAtoms> words, bool news = false) const;

private:
    void lean_to_news(const WordAtoms& word, bool before_number, SparseWeights::Scores& scores) const;

    SparseWeights weights_;
    std::span<const std::uint8_t> labels_;
    std::uint32_t past_ = ~0u; ///< the label of a verb in the past tense
};

} // namespace fasti::language
