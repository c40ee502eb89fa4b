// See name_learner.hpp.
#include "language/training/name_learner.hpp"

#include "language/gazetteer.hpp"
#include "language/model_file.hpp"
#include "language/namer.hpp"
#include "language/tokenizer.hpp"
#include "language/training/hash_slots.hpp"
#include "language/training/softmax_trainer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace fasti::language::training {
namespace {

std::vector<std::uint32_t> gold_name_labels(const Example& example) {
    std::vector<std::uint32_t> labels(example.words.size(), 0);
    const IndexRange tokens = example.tokens();
    for (const Name& name : example.document->names) {
        for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
            if (tokens.contains(i)) {
                const auto type = static_cast<std::uint32_t>(name.type);
                labels[i - tokens.begin] = i == name.tokens.begin ? 1 + 2 * type : 2 + 2 * type;
            }
        }
    }
    return labels;
}

} // namespace

std::vector<std::byte> pack_gazetteer(std::string_view text) {
    static const std::map<std::string_view, std::uint32_t> kinds = {{"first", gazetteer_first_name},
                                                                    {"place", gazetteer_place},
                                                                    {"country", gazetteer_country},
                                                                    {"org", gazetteer_organization},
                                                                    {"person", gazetteer_person},
                                                                    {"group", gazetteer_group},
                                                                    {"surname", gazetteer_surname},
                                                                    {"brand", gazetteer_brand},
                                                                    {"town", gazetteer_town},
                                                                    {"known-org", gazetteer_known_organization},
                                                                    {"known-place", gazetteer_known_place}};
    std::map<std::uint32_t, Gazetteer::Slot> entries;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t tab = line.find('\t');
        const auto kind = kinds.find(line.substr(0, tab));
        if (tab == std::string_view::npos || kind == kinds.end()) {
            continue;
        }
        Article phrase;
        phrase.text = line.substr(tab + 1);
        const Document document = tokenize(phrase);
        const auto size = static_cast<std::uint32_t>(document.tokens.size());
        if (size == 0 || size > longest_gazetteer_phrase) {
            continue;
        }
        std::vector<WordAtoms> words;
        make_atoms(document, {0, size}, nullptr, words);
        std::uint32_t key = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
            key = phrase_key(key, words[i].lower);
            entries[key] |= Gazetteer::slot(key, i + 1 == size ? kind->second : std::uint32_t{gazetteer_prefix});
        }
    }
    const auto slots = hash_slots<Gazetteer::Slot>(entries, [](auto slot) { return slot; });
    SectionWriter out;
    out.u32(static_cast<std::uint32_t>(slots.size()));
    out.array(std::span<const Gazetteer::Slot>(slots));
    return out.take();
}

namespace {

/// Labels of each example's words.
using Labels = std::vector<std::vector<std::uint8_t>>;

struct NamedDocuments {
    const std::vector<Example>& examples;
    std::vector<std::pair<std::size_t, std::size_t>> documents; ///< first example, one behind the last
    std::vector<std::vector<std::uint32_t>> gold, kinds;        ///< of each example's words
};

class NameLearner {
public:
    explicit NameLearner(const NamedDocuments& corpus) : corpus_(corpus), trainer_(name_label_count) {}

    /// Learns from the documents `order`, of each the first pass and, where labels of one are given, the second.
    void learn(std::vector<std::uint32_t> order, int epochs, const Labels* first) {
        trainer_.restart();
        for (int epoch = 0; epoch < epochs; ++epoch) {
            shuffle(order, random_);
            for (const std::uint32_t document : order) {
                pass(document, nullptr, nullptr);
                if (first != nullptr) {
                    pass(document, first, nullptr);
                }
            }
        }
    }

    /// The first pass with averaged weights, over documents that were not learned from.
    void label(const std::vector<std::uint32_t>& documents, Labels& out) {
        trainer_.average();
        for (const std::uint32_t document : documents) {
            pass(document, nullptr, &out);
        }
    }

    [[nodiscard]] std::vector<std::byte> pack(std::uint32_t least_updates) const {
        return trainer_.pack(least_updates);
    }

private:
    void pass(std::uint32_t document, const Labels* first, Labels* out) {
        const auto [begin, end] = corpus_.documents[document];
        NameMemory memory;
        for (std::size_t e = begin; first != nullptr && e < end; ++e) {
            memory.remember(corpus_.examples[e].words, (*first)[e]);
        }
        std::array<std::uint32_t, name_feature_count> features;
        std::array<float, name_label_count> scores;
        std::vector<Elsewhere> elsewhere;
        for (std::size_t e = begin; e < end; ++e) {
            const Example& example = corpus_.examples[e];
            elsewhere.assign(example.words.size(), {});
            if (first != nullptr) {
                memory.recall(example.words, (*first)[e], elsewhere);
            }
            const IndexRange range = example.tokens();
            label_names(
                {example.words,
                 {example.document->tokens.data() + range.begin, range.size()},
                 corpus_.kinds[e],
                 elsewhere},
                [&](const auto& f) -> const auto& {
                    features = f;
                    scores.fill(0);
                    trainer_.score(features, scores);
                    return scores;
                },
                [&](std::size_t i, const auto&, std::uint32_t before, std::uint32_t label) {
                    if (out != nullptr) {
                        (*out)[e][i] = static_cast<std::uint8_t>(label);
                    } else if (name_label_follows(before, corpus_.gold[e][i])) {
                        // A name whose beginning was missed can't be gone on with: no score would mend that.
                        trainer_.update(features, scores, corpus_.gold[e][i]);
                    }
                });
        }
    }

    const NamedDocuments& corpus_;
    SoftmaxTrainer trainer_;
    std::mt19937 random_{2};
};

} // namespace

std::vector<std::byte> learn_names(const std::vector<Example>& examples, const std::vector<std::byte>& gazetteer_bytes,
                                   const Settings& settings) {
    Gazetteer gazetteer;
    const bool opened = gazetteer.open(gazetteer_bytes);
    NamedDocuments corpus{examples, {}, {}, {}};
    // Documents are shuffled, not sentences: what a document says elsewhere is a feature.
    Labels first;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i == 0 || examples[i].document != examples[i - 1].document) {
            corpus.documents.emplace_back(i, i);
        }
        corpus.documents.back().second = i + 1;
        corpus.gold.push_back(gold_name_labels(examples[i]));
        corpus.kinds.emplace_back();
        if (opened) {
            find_gazetteer_kinds(examples[i].words, gazetteer, corpus.kinds[i]);
        }
        corpus.kinds[i].resize(examples[i].words.size());
        first.emplace_back(examples[i].words.size());
    }
    const auto folds = static_cast<std::uint32_t>(settings.folds);
    for (std::uint32_t fold = 0; fold < folds; ++fold) {
        std::vector<std::uint32_t> own, others;
        for (std::uint32_t document = 0; document < corpus.documents.size(); ++document) {
            (document % folds == fold ? own : others).push_back(document);
        }
        NameLearner learner(corpus);
        learner.learn(others, settings.names_fold_epochs, nullptr);
        learner.label(own, first);
    }
    NameLearner learner(corpus);
    for (int run = 0; run < settings.names_runs; ++run) {
        learner.learn(all_of(corpus.documents.size()), settings.names_epochs, &first);
    }
    return learner.pack(settings.least_name_updates);
}

} // namespace fasti::language::training
