// Names: persons, organisations, places, groups and others, as a begin/inside/outside label for
// each word by a greedy linear model over words, tags, shapes and gazetteers. A name that an
// article has resolved once helps its other mentions.
#pragma once

#include "core/document.hpp"
#include "language/gazetteer.hpp"
#include "language/weights.hpp"
#include "language/word_atoms.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace fasti::language {

/// Labels: 0 outside, 1 + 2·type begins, 2 + 2·type continues a name of NameType `type`.
inline constexpr std::uint32_t name_label_count = 11;
inline constexpr std::size_t name_feature_count = 66;

struct NameContext {
    std::span<const WordAtoms> words;
    std::span<const Token> tokens;            ///< the same, tagged
    std::span<const std::uint32_t> gazetteer; ///< of each word, from find_gazetteer_kinds
    std::span<const std::uint32_t> earlier;   ///< label that the document gave this word before, plus 1; 0: none
};

/// Marks the words that gazetteer phrases cover: the kinds of the phrase, 12 bits higher the same where it begins,
/// above them whether it has several words and whether it is written low. Of words without a capital only those
/// are looked up that are no common words.
void find_gazetteer_kinds(std::span<const WordAtoms> words, const Gazetteer& gazetteer,
                          std::vector<std::uint32_t>& out);

void name_features(const NameContext& context, std::size_t i, std::uint32_t before, std::uint32_t before2,
                   std::array<std::uint32_t, name_feature_count>& out);

/// How the words of one document were labelled so far: by WordAtoms::lower, a count for each label.
class NameMemory {
public:
    /// For each word the label that it had most often, plus 1; 0 for strangers and words without a capital.
    void recall(std::span<const WordAtoms> words, std::vector<std::uint32_t>& earlier) const;
    /// Words without a capital are not remembered.
    void remember(const WordAtoms& word, std::uint32_t label);

private:
    std::unordered_map<std::uint32_t, std::array<std::uint16_t, name_label_count>> counts_;
};

/// Whether `label` may stand behind `before`: what continues a name needs one of its type there.
[[nodiscard]] constexpr bool name_label_follows(std::uint32_t before, std::uint32_t label) {
    return label == 0 || label % 2 == 1 || before == label || before + 1 == label;
}

/// Whether word `i` needs no look: outside of names, and no name can begin at it or at the two words that follow
/// (names may begin low: "al - Jazeera", "the Hague").
[[nodiscard]] inline bool far_from_names(const NameContext& context, std::size_t i, std::uint32_t before) {
    const auto may_begin = [&](std::size_t at) {
        return at < context.words.size() &&
               (context.words[at].form != context.words[at].lower || context.gazetteer[at] != 0);
    };
    return before == 0 && !may_begin(i) && !may_begin(i + 1) && !may_begin(i + 2);
}

class Namer {
public:
    [[nodiscard]] bool open(std::span<const std::byte> weights, std::span<const std::byte> gazetteer);

    /// Appends the names of a tagged sentence to `document.names`.
    void find(Document& document, IndexRange tokens, std::span<const WordAtoms> words, NameMemory& memory) const;

private:
    SparseWeights weights_;
    Gazetteer gazetteer_;
};

} // namespace fasti::language
