// See tag_learner.hpp.
#include "language/training/tag_learner.hpp"

#include "language/model_file.hpp"
#include "language/tagger.hpp"
#include "language/training/aligned_bytes.hpp"
#include "language/training/linear_trainer.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace fasti::language::training {

TagLabels::TagLabels(const std::vector<Example>& examples) {
    std::map<std::pair<Xpos, Upos>, int> counts;
    for (const Example& example : examples) {
        for (std::size_t i = 0; i < example.words.size(); ++i) {
            ++counts[{example.token(i).xpos, example.token(i).upos}];
        }
    }
    for (const auto& [pair, count] : counts) {
        if (count >= 5) { // rarer pairs are slips of annotation
            numbers.emplace(pair, static_cast<std::uint32_t>(numbers.size()));
            pairs.push_back(static_cast<std::uint8_t>(pair.first));
            pairs.push_back(static_cast<std::uint8_t>(pair.second));
        }
    }
}

TaggerSections learn_tagger(const std::vector<Example>& examples, std::vector<std::uint32_t> order,
                            const TagLabels& labels, int epochs, std::uint32_t least_updates) {
    SparseTrainer trainer(labels.count());
    std::mt19937 random(1);
    std::array<std::uint32_t, tag_feature_count> features;
    std::vector<float> scores(labels.count());
    for (int epoch = 0; epoch < epochs; ++epoch) {
        shuffle(order, random);
        for (const std::uint32_t index : order) {
            const Example& example = examples[index];
            std::uint32_t before = 255, before2 = 255;
            for (std::size_t i = 0; i < example.words.size(); ++i) {
                tag_features(example.words, i, before, before2, features);
                std::fill(scores.begin(), scores.end(), 0.0f);
                trainer.score(features, scores);
                const auto guess =
                    static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
                const auto gold = labels.numbers.find({example.token(i).xpos, example.token(i).upos});
                if (gold != labels.numbers.end()) {
                    trainer.update(features, gold->second, guess);
                }
                before2 = before;
                before = guess;
            }
        }
    }
    SectionWriter names;
    names.u32(labels.count());
    names.array(std::span<const std::uint8_t>(labels.pairs));
    return {trainer.pack(least_updates), names.take()};
}

void jackknife(std::vector<Example>& examples, const TagLabels& labels, const Settings& settings, std::ostream& log) {
    std::vector<std::vector<std::pair<Xpos, Upos>>> predicted(examples.size());
    for (int fold = 0; fold < settings.folds; ++fold) {
        std::vector<std::uint32_t> others;
        for (std::uint32_t i = 0; i < examples.size(); ++i) {
            if (static_cast<int>(i % static_cast<std::uint32_t>(settings.folds)) != fold) {
                others.push_back(i);
            }
        }
        const TaggerSections sections =
            learn_tagger(examples, others, labels, settings.fold_epochs, settings.least_updates);
        Tagger tagger;
        const AlignedBytes weights(sections.weights), names(sections.labels);
        if (!tagger.open(weights.bytes(), names.bytes())) {
            throw std::logic_error("the tagger that was just learned is none");
        }
        std::size_t right = 0, all = 0;
        for (std::uint32_t i = static_cast<std::uint32_t>(fold); i < examples.size();
             i += static_cast<std::uint32_t>(settings.folds)) {
            std::vector<std::pair<Xpos, Upos>> gold;
            for (std::size_t k = 0; k < examples[i].words.size(); ++k) {
                gold.emplace_back(examples[i].token(k).xpos, examples[i].token(k).upos);
            }
            tagger.tag(*examples[i].document, examples[i].tokens(), examples[i].words);
            for (std::size_t k = 0; k < gold.size(); ++k) {
                Token& token = examples[i].token(k);
                predicted[i].emplace_back(token.xpos, token.upos);
                right += token.upos == gold[k].second;
                ++all;
                token.xpos = gold[k].first; // the other folds learn from gold
                token.upos = gold[k].second;
            }
        }
        log << "  fold " << fold << ": "
            << 100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(all, 1))
            << " % of the tags right\n";
    }
    for (std::size_t i = 0; i < examples.size(); ++i) {
        for (std::size_t k = 0; k < predicted[i].size(); ++k) {
            examples[i].token(k).xpos = predicted[i][k].first;
            examples[i].token(k).upos = predicted[i][k].second;
        }
    }
}

} // namespace fasti::language::training
