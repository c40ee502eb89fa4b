// See namer.hpp.
#include "language/namer.hpp"

#include "language/feature_hash.hpp"

#include <algorithm>

namespace fasti::language {

namespace {

// Names that careless text writes low: "kerala", "google". A person's name is too often a common word.
constexpr std::uint32_t kinds_written_low =
    gazetteer_place | gazetteer_country | gazetteer_brand | gazetteer_first_name | gazetteer_organization;

// To stay outside of names costs so much of a score: it makes up for the names that the training text leaves unmarked.
constexpr std::int32_t cost_of_outside = 4;

bool worth_a_look(const WordAtoms& word) {
    const bool low = word.form == word.lower && word.suffix1 != word.lower;
    return word.capital || (low && word.entry.casing != Casing::lower && word.entry.wordnet <= wordnet_noun);
}

} // namespace

void find_gazetteer_kinds(std::span<const WordAtoms> words, const Gazetteer& gazetteer,
                          std::vector<std::uint32_t>& out) {
    out.assign(words.size(), 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!worth_a_look(words[i])) {
            continue;
        }
        const std::uint32_t wanted = words[i].capital ? gazetteer_kinds : kinds_written_low;
        std::uint32_t key = 0;
        std::size_t best = 0;
        std::uint32_t best_kinds = 0;
        for (std::size_t n = 1; n <= longest_gazetteer_phrase && i + n <= words.size(); ++n) {
            key = phrase_key(key, words[i + n - 1].lower);
            const std::uint32_t kinds = gazetteer.kinds(key);
            if ((kinds & wanted) != 0) {
                best = n;
                best_kinds = kinds & wanted;
            }
            if ((kinds & gazetteer_prefix) == 0) {
                break;
            }
        }
        for (std::size_t n = 0; n < best; ++n) {
            out[i + n] |= best_kinds | (n == 0 ? best_kinds << 12 : 0) | (best > 1 ? 1u << 24 : 0) |
                          (words[i].capital ? 0 : 1u << 25);
        }
    }
}

void name_features(const NameContext& context, std::size_t i, std::uint32_t before, std::uint32_t before2,
                   std::array<std::uint32_t, name_feature_count>& out) {
    static const WordAtoms outside;
    const auto size = context.words.size();
    const auto word = [&](std::size_t at) -> const WordAtoms& { return at < size ? context.words[at] : outside; };
    const auto tag = [&](std::size_t at) {
        return at < size ? static_cast<std::uint32_t>(context.tokens[at].xpos) : 98u;
    };
    const auto gaz = [&](std::size_t at) { return at < size ? context.gazetteer[at] : 0u; };
    const auto seen = [&](std::size_t at) { return at < size ? context.earlier[at] : 0u; };
    const WordAtoms& w = word(i);
    const WordAtoms& p = word(i - 1); // wraps to "outside" before the first
    const WordAtoms& n = word(i + 1);
    const WordAtoms& p2 = word(i - 2);
    const WordAtoms& n2 = word(i + 2);
    std::size_t k = 0;
    std::uint32_t t = 0;
    const auto add = [&](auto... atoms) { out[k++] = feature(3000 + t++, atoms...); };
    const std::uint32_t first = i == 0 ? 1 : 0;

    add(w.form, before);
    add(w.form);
    add(w.lower, before);
    add(w.shape, before, first);
    add(w.suffix3, w.capital, before);
    add(w.suffix4, w.capital);
    add(w.prefix3, w.capital, before);
    add(tag(i), before);
    add(tag(i), tag(i - 1), tag(i + 1), before);
    add(before, before2);
    add(before, before2, w.shape);
    add(p.lower, before);
    add(p.lower, w.lower);
    add(p.lower, w.shape, before);
    add(n.lower, before);
    add(n.form, w.form);
    add(n.lower, w.shape, before);
    add(p2.lower, p.lower, w.shape);
    add(n.lower, n2.lower, w.shape);
    add(p.shape, w.shape, n.shape, before);
    add(w.shape, n.shape, n2.shape);
    add(p2.lower, w.shape);
    add(n2.lower, w.shape);
    add(gaz(i), before);
    add(gaz(i), gaz(i + 1), before);
    add(gaz(i), w.shape, tag(i));
    add(gaz(i), w.lower);
    add(gaz(i - 1), gaz(i), before);
    add(gaz(i), n.shape, n.capital);
    add(seen(i), before);
    add(seen(i), seen(i + 1), before);
    add(seen(i), w.shape, before);
    add(n.suffix3, n.capital, w.shape, before);
    add(p.suffix3, p.capital, w.shape, before);
    add(tag(i), tag(i + 1), before);
    add(tag(i - 1), tag(i), before);
    add(tag(i), tag(i + 1), tag(i + 2), w.capital);
    add(w.capital, p.capital, n.capital, n2.capital, before);
    add(w.suffix3, n.lower, w.capital);
    add(w.lower, tag(i), first);
    add(before, before2, tag(i));
    add(w.suffix2, w.shape, before);
    add(n.lower, tag(i), before);
    add(p.lower, tag(i), w.capital);
    add(word(i + 3).lower, w.shape);
    add(n.form, n2.form, before);
    add(gaz(i + 1), n.shape, w.shape, before);
    add(0u);
    add(w.field(), w.entry.wordnet, w.capital, before);
    add(n.field(), w.capital, n.capital);
    add(p.field(), w.capital, before);
    add(w.entry.casing, w.shape, first, tag(i));
    add(w.entry.noun_field, n.entry.noun_field, w.capital, n.capital, before);
    add(w.form, tag(i - 1));
    // The run of capitalised words around the word, and what stands at its ends.
    std::size_t begin = i, end = i + 1;
    if (w.capital) {
        while (begin > 0 && i - begin < 6 && word(begin - 1).capital) {
            --begin;
        }
        while (end < size && end - i < 6 && word(end).capital) {
            ++end;
        }
    }
    const std::uint32_t place = w.capital ? static_cast<std::uint32_t>((i - begin) * 8 + (end - i)) : 99u;
    const WordAtoms& last = word(end - 1);
    const WordAtoms& head = word(begin);
    add(place, before);
    add(last.lower, w.capital, before);
    add(last.suffix3, place);
    add(word(end).lower, place);
    add(word(begin - 1).lower, place);
    add(gaz(end - 1), place, before);
    add(gaz(begin), place, before);
    add(last.field(), place);
    add(head.lower, place);
    add(head.lower, last.lower, place);
    add(word(begin - 1).lower, word(end).lower, w.capital);
    add(word(end).lower, word(end + 1).lower, place);
    static_assert(name_feature_count == 66);
}

bool Namer::open(std::span<const std::byte> weights, std::span<const std::byte> gazetteer) {
    return weights_.open(weights) && weights_.labels() <= name_label_count && gazetteer_.open(gazetteer);
}

void NameMemory::recall(std::span<const WordAtoms> words, std::vector<std::uint32_t>& earlier) const {
    earlier.assign(words.size(), 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].capital) {
            continue;
        }
        if (const auto at = counts_.find(words[i].lower); at != counts_.end()) {
            const auto best = std::max_element(at->second.begin(), at->second.end());
            earlier[i] = static_cast<std::uint32_t>(best - at->second.begin()) + 1;
        }
    }
}

void NameMemory::remember(const WordAtoms& word, std::uint32_t label) {
    if (word.capital) {
        ++counts_[word.lower][label];
    }
}

void Namer::find(Document& document, IndexRange tokens, std::span<const WordAtoms> words, NameMemory& memory) const {
    std::vector<std::uint32_t> gazetteer;
    find_gazetteer_kinds(words, gazetteer_, gazetteer);
    std::vector<std::uint32_t> earlier;
    memory.recall(words, earlier);
    const NameContext context{words, {document.tokens.data() + tokens.begin, tokens.size()}, gazetteer, earlier};
    std::array<std::uint32_t, name_feature_count> features;
    std::uint32_t before = 0, before2 = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (far_from_names(context, i, before)) {
            before2 = before;
            before = 0;
            continue;
        }
        name_features(context, i, before, before2, features);
        SparseWeights::Scores scores;
        weights_.score(features, scores);
        scores[0] -= cost_of_outside;
        std::uint32_t best = 0;
        // Labels that were never learned have no scores; theirs of 0 would win over a negative one.
        for (std::uint32_t label = 1; label < weights_.labels(); ++label) {
            if (scores[label] > scores[best] && name_label_follows(before, label)) {
                best = label;
            }
        }
        const auto token = static_cast<std::uint32_t>(tokens.begin + i);
        if (best != 0 && best % 2 == 1) {
            document.names.push_back({{token, token + 1}, static_cast<NameType>((best - 1) / 2)});
        } else if (best != 0) {
            document.names.back().tokens.end = token + 1;
        }
        memory.remember(words[i], best);
        before2 = before;
        before = best;
    }
}

} // namespace fasti::language
