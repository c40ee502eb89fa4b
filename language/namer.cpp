// See namer.hpp.
#include "language/namer.hpp"

#include "language/feature_hash.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace fasti::language {

namespace {

// Names that careless text writes low: "kerala", "google". A person's name is too often a common word.
constexpr std::uint32_t kinds_written_low = gazetteer_place | gazetteer_country | gazetteer_brand |
                                            gazetteer_first_name | gazetteer_organization |
                                            gazetteer_known_organization | gazetteer_known_place;

// To stay outside of names costs so much of a score: it makes up for the names that the training text leaves unmarked.
constexpr std::int32_t cost_of_outside = 10;

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
    static constexpr Elsewhere nowhere{0, 0, 0, 0};
    const auto seen = [&](std::size_t at) -> const Elsewhere& { return at < size ? context.elsewhere[at] : nowhere; };
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
    const Elsewhere& s = seen(i);
    add(s.label, before);
    add(s.label, seen(i + 1).label, before);
    add(s.label, w.shape, before);
    add(s.label, s.sure, before);
    add(s.label, s.pair, before);
    add(s.label, seen(i - 1).label, seen(i + 1).label);
    add(s.pair, seen(i - 1).pair, before);
    add(s.short_for, w.shape, before);
    add(s.label, s.sure, w.capital, n.capital, tag(i));
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
    // Gazetteer kinds one by one: their sum is too rare
    static_assert(name_feature_count == 72);
}

void NameMemory::remember(std::span<const WordAtoms> words, std::span<const std::uint8_t> labels) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint8_t label = labels[i];
        if (!words[i].capital && label == 0) {
            continue;
        }
        ++words_[words[i].lower][label];
        if (label == 0) {
            continue;
        }
        if (i + 1 < words.size()) {
            ++pairs_[phrase_key(words[i].lower, words[i + 1].lower)][label];
        }
        if (label % 2 == 1) {
            std::uint32_t initials = 0, capitals = 0;
            for (std::size_t k = i; k < words.size() && (k == i || labels[k] == label + 1); ++k) {
                if (words[k].capital) {
                    initials = phrase_key(initials, words[k].prefix1);
                    ++capitals;
                }
            }
            if (capitals > 1) {
                initials_[initials] = static_cast<std::uint8_t>((label + 1) / 2);
            }
        }
    }
}

void NameMemory::recall(std::span<const WordAtoms> words, std::span<const std::uint8_t> labels,
                        std::vector<Elsewhere>& out) const {
    const auto most = [](const Counts& counts) {
        return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    };
    out.assign(words.size(), {0, 0, 0, 0});
    for (std::size_t i = 0; i < words.size(); ++i) {
        Elsewhere& e = out[i];
        if (const auto at = words_.find(words[i].lower); at != words_.end()) {
            Counts counts = at->second;
            if (words[i].capital || labels[i] != 0) {
                --counts[labels[i]]; // itself
            }
            const unsigned all = std::accumulate(counts.begin(), counts.end(), 0u);
            const std::size_t best = most(counts);
            if (all > 0) {
                e.label = static_cast<std::uint8_t>(best + 1);
                const unsigned agreed = counts[best] == all ? 2 : counts[best] * 3u >= all * 2 ? 1 : 0;
                e.sure = static_cast<std::uint8_t>(std::min(all, 3u) * 4 + agreed);
            }
        }
        if (i + 1 < words.size()) {
            if (const auto at = pairs_.find(phrase_key(words[i].lower, words[i + 1].lower)); at != pairs_.end()) {
                Counts counts = at->second;
                if (labels[i] != 0) {
                    --counts[labels[i]];
                }
                const std::size_t best = most(counts);
                e.pair = static_cast<std::uint8_t>(counts[best] > 0 ? best + 1 : 0);
            }
        }
        if (words[i].initials != 0) {
            if (const auto at = initials_.find(words[i].initials); at != initials_.end()) {
                e.short_for = at->second;
            }
        }
    }
}

namespace {

constexpr std::uint8_t begins(NameType type) {
    return static_cast<std::uint8_t>(1 + 2 * static_cast<int>(type));
}

/// "Kurds", "Palestinians": what is known as a people and as nothing else is a group, whatever the label.
void mark_peoples(std::span<const std::uint32_t> gazetteer, std::span<std::uint8_t> labels) {
    const auto people = [&](std::size_t i) { return (gazetteer[i] & gazetteer_kinds) == gazetteer_group; };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool one_word = labels[i] % 2 == 1 && (i + 1 == labels.size() || labels[i + 1] != labels[i] + 1);
        if (one_word && people(i)) {
            labels[i] = begins(NameType::group);
        }
    }
}

} // namespace

bool Namer::open(std::span<const std::byte> weights, std::span<const std::byte> gazetteer) {
    return weights_.open(weights) && weights_.labels() <= name_label_count && gazetteer_.open(gazetteer);
}

void Namer::label(const NameContext& context, std::span<std::uint8_t> labels) const {
    SparseWeights::Scores scores;
    const auto score = [&](std::span<const std::uint32_t> features) -> const SparseWeights::Scores& {
        weights_.score(features, scores);
        scores[0] -= cost_of_outside;
        // Labels that were never learned have no scores; theirs of 0 would win over a negative one.
        for (std::uint32_t label = weights_.labels(); label < name_label_count; ++label) {
            scores[label] = std::numeric_limits<std::int32_t>::min();
        }
        return scores;
    };
    std::fill(labels.begin(), labels.end(), std::uint8_t{0});
    label_names(context, score, [&](std::size_t i, const auto&, std::uint32_t, std::uint32_t label) {
        labels[i] = static_cast<std::uint8_t>(label);
    });
}

bool Namer::find(Document& document, const Lexicon& lexicon, const std::function<bool()>& go_on) const {
    document.names.clear();
    std::vector<WordAtoms> words;
    std::vector<std::uint32_t> gazetteer;
    std::vector<Elsewhere> elsewhere;
    std::vector<std::uint8_t> labels(document.tokens.size());
    NameMemory memory;
    for (const bool first : {true, false}) {
        for (const Sentence& sentence : document.sentences) {
            if (!go_on()) {
                return false;
            }
            const IndexRange tokens = sentence.tokens;
            const std::span own(labels.data() + tokens.begin, tokens.size());
            make_atoms(document, tokens, &lexicon, words);
            find_gazetteer_kinds(words, gazetteer_, gazetteer);
            if (first) {
                elsewhere.assign(words.size(), {});
            } else {
                memory.recall(words, own, elsewhere);
            }
            label({words, {document.tokens.data() + tokens.begin, tokens.size()}, gazetteer, elsewhere}, own);
            if (first) {
                memory.remember(words, own);
            } else {
                mark_peoples(gazetteer, own);
            }
        }
    }
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] % 2 == 1) {
            document.names.push_back({{i, i + 1}, static_cast<NameType>((labels[i] - 1) / 2)});
        } else if (labels[i] != 0) {
            document.names.back().tokens.end = i + 1;
        }
    }
    return true;
}

} // namespace fasti::language
