// Names: persons, organisations, places and others, as a begin/inside/outside label for each word by a greedy linear
// model over words, tags, shapes and gazetteers, twice over each article: what the first pass made of a word in one
// place helps the second with its other mentions.
#pragma once

#include "core/document.hpp"
#include "language/gazetteer.hpp"
#include "language/weights.hpp"
#include "language/word_atoms.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace fasti::language {

/// Labels: 0 outside, 1 + 2·type begins, 2 + 2·type continues a name of NameType `type`.
inline constexpr std::uint32_t name_label_count = 11;
inline constexpr std::size_t name_feature_count = 72;

/// What the first pass over a document made of the other mentions of a word.
struct Elsewhere {
    std::uint8_t label = unknown; ///< the most common label, plus 1; 0: there are no other mentions
    std::uint8_t sure = 0;        ///< how often and how unanimously
    std::uint8_t pair = unknown;  ///< the label, plus 1, where the next word followed there too
    std::uint8_t short_for = 0;   ///< type, plus 1, of a name with these initials

    static constexpr std::uint8_t unknown = 15; ///< in the first pass
};

struct NameContext {
    std::span<const WordAtoms> words;
    std::span<const Token> tokens;            ///< the same, tagged
    std::span<const std::uint32_t> gazetteer; ///< of each word, from find_gazetteer_kinds
    std::span<const Elsewhere> elsewhere;     ///< of each word, from NameMemory::recall
};

/// Marks the words that gazetteer phrases cover: the kinds of the phrase, 12 bits higher the same where it begins,
/// above them whether it has several words and whether it is written low. Of words without a capital only those
/// are looked up that are no common words.
void find_gazetteer_kinds(std::span<const WordAtoms> words, const Gazetteer& gazetteer,
                          std::vector<std::uint32_t>& out);

void name_features(const NameContext& context, std::size_t i, std::uint32_t before, std::uint32_t before2,
                   std::array<std::uint32_t, name_feature_count>& out);

/// How the words of one document were labelled by the first pass.
class NameMemory {
public:
    /// Words without a capital are remembered where they are in a name.
    void remember(std::span<const WordAtoms> words, std::span<const std::uint8_t> labels);
    /// For each word of a sentence what was remembered of others like it; `labels` are its own, as remembered.
    void recall(std::span<const WordAtoms> words, std::span<const std::uint8_t> labels,
                std::vector<Elsewhere>& out) const;

private:
    using Counts = std::array<std::uint16_t, name_label_count>;
    std::unordered_map<std::uint32_t, Counts> words_;          ///< by WordAtoms::lower
    std::unordered_map<std::uint32_t, Counts> pairs_;          ///< labels of the first of two words
    std::unordered_map<std::uint32_t, std::uint8_t> initials_; ///< of names of several words: 1 + type
};

/// Whether `label` may stand behind `before`: what continues a name needs one of its type there.
[[nodiscard]] constexpr bool name_label_follows(std::uint32_t before, std::uint32_t label) {
    return label == 0 || label % 2 == 1 || before == label || before + 1 == label;
}

/// Whether word `i` needs no look: outside of names, and no name can begin at it or at the two words that follow
/// (names may begin low: "al - Jazeera", "the Hague").
[[nodiscard]] inline bool far_from_names(const NameContext& context, std::size_t i, std::uint32_t before) {
    const auto may_begin = [&](std::size_t at) {
        if (at >= context.words.size()) {
            return false;
        }
        const std::uint8_t elsewhere = context.elsewhere[at].label;
        return context.words[at].form != context.words[at].lower || context.gazetteer[at] != 0 ||
               (elsewhere > 1 && elsewhere != Elsewhere::unknown);
    };
    return before == 0 && !may_begin(i) && !may_begin(i + 1) && !may_begin(i + 2);
}

/// Labels a sentence from left to right, each choice a feature of the next ones. `score(features)` gives an array of
/// the labels' scores; `chosen(i, scores, before, label)` is told what became of word `i` after the label `before`.
template <class Score, class Chosen> void label_names(const NameContext& context, Score&& score, Chosen&& chosen) {
    std::array<std::uint32_t, name_feature_count> features;
    std::uint32_t before = 0, before2 = 0;
    for (std::size_t i = 0; i < context.words.size(); ++i) {
        std::uint32_t best = 0;
        if (!far_from_names(context, i, before)) {
            name_features(context, i, before, before2, features);
            const auto& scores = score(features);
            for (std::uint32_t label = 1; label < name_label_count; ++label) {
                if (scores[label] > scores[best] && name_label_follows(before, label)) {
                    best = label;
                }
            }
            chosen(i, scores, before, best);
        }
        before2 = before;
        before = best;
    }
}

class Namer {
public:
    [[nodiscard]] bool open(std::span<const std::byte> weights, std::span<const std::byte> gazetteer);

    /// Sets the names of a tagged document. The first pass looks at each sentence alone, the second also at what the
    /// first made of the same words elsewhere in the document. Asks `go_on` before each sentence; false when that said
    /// no.
    [[nodiscard]] bool find(Document& document, const Lexicon& lexicon, const std::function<bool()>& go_on) const;

private:
    void label(const NameContext& context, std::span<std::uint8_t> labels) const;

    SparseWeights weights_;
    Gazetteer gazetteer_;
};

} // namespace fasti::language
