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
    static const std::map<std::string_view, std::uint32_t> kinds = {
        {"first", gazetteer_first_name}, {"place", gazetteer_place},   {"country", gazetteer_country},
        {"org", gazetteer_organization}, {"person", gazetteer_person}, {"group", gazetteer_group},
        {"surname", gazetteer_surname},  {"brand", gazetteer_brand},   {"town", gazetteer_town}};
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

std::vector<std::byte> learn_names(const std::vector<Example>& examples, const std::vector<std::byte>& gazetteer_bytes,
                                   const Settings& settings) {
    Gazetteer gazetteer;
    const bool opened = gazetteer.open(gazetteer_bytes);
    SoftmaxTrainer trainer(name_label_count);
    // Documents are shuffled, not sentences: what a document said earlier is a feature.
    std::vector<std::pair<std::size_t, std::size_t>> documents;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i == 0 || examples[i].document != examples[i - 1].document) {
            documents.emplace_back(i, i);
        }
        documents.back().second = i + 1;
    }
    std::vector<std::vector<std::uint32_t>> gold, kinds(examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) {
        gold.push_back(gold_name_labels(examples[i]));
        if (opened) {
            find_gazetteer_kinds(examples[i].words, gazetteer, kinds[i]);
        }
        kinds[i].resize(examples[i].words.size());
    }
    std::vector<std::uint32_t> order = all_of(documents.size());
    std::mt19937 random(2);
    std::array<std::uint32_t, name_feature_count> features;
    std::array<float, name_label_count> scores;
    for (int epoch = 0; epoch < settings.names_epochs; ++epoch) {
        shuffle(order, random);
        for (const std::uint32_t index : order) {
            NameMemory memory;
            std::vector<std::uint32_t> earlier;
            for (std::size_t e = documents[index].first; e < documents[index].second; ++e) {
                const Example& example = examples[e];
                memory.recall(example.words, earlier);
                const IndexRange range = example.tokens();
                const NameContext context{
                    example.words, {example.document->tokens.data() + range.begin, range.size()}, kinds[e], earlier};
                std::uint32_t before = 0, before2 = 0;
                for (std::size_t i = 0; i < example.words.size(); ++i) {
                    if (far_from_names(context, i, before)) {
                        before2 = before;
                        before = 0;
                        continue;
                    }
                    name_features(context, i, before, before2, features);
                    scores.fill(0);
                    trainer.score(features, scores);
                    std::uint32_t guess = 0;
                    for (std::uint32_t label = 1; label < name_label_count; ++label) {
                        if (scores[label] > scores[guess] && name_label_follows(before, label)) {
                            guess = label;
                        }
                    }
                    // A name whose beginning was missed can't be gone on with: no score would mend that.
                    if (name_label_follows(before, gold[e][i])) {
                        trainer.update(features, scores, gold[e][i]);
                    }
                    memory.remember(example.words[i], guess);
                    before2 = before;
                    before = guess;
                }
            }
        }
    }
    return trainer.pack(settings.least_name_updates);
}

} // namespace fasti::language::training
