// See tagger.hpp.
#include "language/tagger.hpp"

#include "language/characters.hpp"
#include "language/feature_hash.hpp"

#include <algorithm>

namespace fasti::language {

void tag_features(std::span<const WordAtoms> words, std::size_t i, std::uint32_t before, std::uint32_t before2,
                  std::array<std::uint32_t, tag_feature_count>& out) {
    static const WordAtoms outside;
    const WordAtoms& w = words[i];
    const WordAtoms& p = i > 0 ? words[i - 1] : outside;
    const WordAtoms& p2 = i > 1 ? words[i - 2] : outside;
    const WordAtoms& n = i + 1 < words.size() ? words[i + 1] : outside;
    const WordAtoms& n2 = i + 2 < words.size() ? words[i + 2] : outside;
    const std::uint32_t place = (i == 0 ? 1u : 0u) + (w.capital ? 2u : 0u);
    out = {feature(1, w.form),
           feature(2, w.lower),
           feature(3, w.lower, place),
           feature(4, w.suffix1),
           feature(5, w.suffix2),
           feature(6, w.suffix3),
           feature(7, w.suffix4),
           feature(8, w.prefix1),
           feature(9, w.prefix2),
           feature(10, w.prefix3),
           feature(11, w.shape),
           feature(12, w.shape, place),
           feature(13, before),
           feature(14, before, before2),
           feature(15, before, w.lower),
           feature(16, before, before2, w.lower),
           feature(17, before, w.suffix3),
           feature(18, before, w.suffix2, w.shape),
           feature(19, before, n.lower),
           feature(20, before, n.suffix3),
           feature(21, p.lower),
           feature(22, p.lower, w.lower),
           feature(23, p2.lower),
           feature(24, p.suffix3),
           feature(25, n.lower),
           feature(26, n.lower, w.lower),
           feature(27, n2.lower),
           feature(28, n.suffix3),
           feature(29, n.shape, w.shape),
           feature(30, p.shape, w.shape, n.shape),
           feature(31, n.lower, n2.lower),
           feature(32, p.lower, p2.lower),
           feature(33, p.lower, n.lower),
           feature(34, w.suffix3, n.suffix3),
           feature(35, w.suffix3, p.suffix3),
           feature(36, w.capital, p.capital, n.capital, place),
           feature(37, before2, w.lower),
           feature(38, w.suffix4, w.shape),
           feature(39, w.suffix3, n.lower),
           feature(40, 0u),
           feature(41, w.entry.tags),
           feature(42, w.entry.tags, n.entry.tags),
           feature(43, p.entry.tags, w.entry.tags, n.entry.tags),
           feature(44, w.entry.tags, n.entry.tags, n2.entry.tags),
           feature(45, before, w.entry.tags, n.entry.tags),
           feature(46, before, before2, w.entry.tags),
           feature(47, w.entry.wordnet, w.suffix2, place),
           feature(48, w.entry.wordnet, n.entry.wordnet, before),
           feature(49, w.entry.wordnet, n.entry.tags, w.capital),
           feature(50, w.field(), w.suffix1, w.capital),
           feature(51, w.entry.casing, w.shape, place),
           feature(52, w.entry.casing, n.entry.casing, w.capital, n.capital),
           feature(53, w.lower, n.entry.tags),
           feature(54, before, w.lower, n.entry.tags),
           feature(55, w.kinds, w.capital, w.entry.casing),
           feature(56, w.kinds, before, w.capital),
           feature(57, w.kinds, n.kinds, w.capital, n.capital),
           feature(58, p.kinds, w.kinds, p.capital, w.capital),
           feature(59, w.kinds, w.entry.tags),
           feature(60, w.kinds, w.entry.wordnet, place),
           feature(61, w.field(), before),
           feature(62, w.field(), p.field()),
           feature(63, w.field(), n.field()),
           feature(64, w.entry.wordnet, w.suffix3, before),
           feature(65, w.word_class, w.suffix1, place),
           feature(66, w.word_class, before),
           feature(67, w.wide_class(), w.suffix2, place),
           feature(68, w.wide_class(), before, n.wide_class()),
           feature(69, p.word_class, w.word_class),
           feature(70, w.word_class, n.word_class)};
}

bool Tagger::open(std::span<const std::byte> weights, std::span<const std::byte> labels) {
    if (!weights_.open(weights)) {
        return false;
    }
    SectionReader in(labels);
    const std::uint32_t count = in.u32();
    labels_ = in.array<std::uint8_t>(std::size_t{count} * 2);
    if (!in.ok() || count != weights_.labels() || count == 0) {
        return false;
    }
    for (std::size_t i = 0; i < labels_.size(); i += 2) {
        if (labels_[i] == static_cast<std::uint8_t>(Xpos::vbd) &&
            labels_[i + 1] == static_cast<std::uint8_t>(Upos::verb)) {
            past_ = static_cast<std::uint32_t>(i / 2);
        }
        if (labels_[i] > static_cast<std::uint8_t>(Xpos::dollar) ||
            labels_[i + 1] > static_cast<std::uint8_t>(Upos::x)) {
            return false;
        }
    }
    return true;
}

void Tagger::lean_to_news(const WordAtoms& word, bool before_number, SparseWeights::Scores& scores) const {
    // What careless text lacks and news has.
    constexpr std::int32_t name_bonus = 120, past_bonus = 30;
    if (word.stranger && word.initials != 0 && before_number) {
        for (std::uint32_t label = 0; label < weights_.labels(); ++label) {
            scores[label] += labels_[label * 2 + 1] == static_cast<std::uint8_t>(Upos::propn) ? name_bonus : 0;
        }
    }
    if (past_ < weights_.labels() && (word.entry.wordnet != 0 || word.entry.tags != 0)) {
        scores[past_] += past_bonus;
    }
}

void Tagger::tag(Document& document, IndexRange tokens, std::span<const WordAtoms> words, bool news) const {
    std::array<std::uint32_t, tag_feature_count> features;
    SparseWeights::Scores scores;
    std::uint32_t before = 255, before2 = 255;
    for (std::size_t i = 0; i < words.size(); ++i) {
        tag_features(words, i, before, before2, features);
        weights_.score(features, scores);
        if (news) {
            const bool before_number =
                i + 1 < words.size() && is_ascii_digit(document.word(document.tokens[tokens.begin + i + 1]).front());
            lean_to_news(words[i], before_number, scores);
        }
        const auto best = std::max_element(scores.begin(), scores.begin() + weights_.labels()) - scores.begin();
        Token& token = document.tokens[tokens.begin + i];
        token.xpos = static_cast<Xpos>(labels_[static_cast<std::size_t>(best) * 2]);
        token.upos = static_cast<Upos>(labels_[static_cast<std::size_t>(best) * 2 + 1]);
        before2 = before;
        before = static_cast<std::uint32_t>(best);
    }
}

} // namespace fasti::language
