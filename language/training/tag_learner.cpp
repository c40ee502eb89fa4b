// See tag_learner.hpp.
#include "language/training/tag_learner.hpp"

#include "language/model_file.hpp"
#include "language/tagger.hpp"
#include "language/training/aligned_bytes.hpp"
#include "language/training/linear_trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
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

namespace {

class TagLearner {
public:
    TagLearner(const std::vector<Example>& examples, const TagLabels& labels, const Settings& settings)
        : examples_(examples), labels_(labels), margin_(settings.tag_margin),
          trainer_(labels.count(), settings.least_tag_seen), scores_(labels.count()) {}

    /// Counts the features that these sentences have with their own tags.
    void count(std::span<const std::uint32_t> order) {
        for (const std::uint32_t index : order) {
            each_word(examples_[index], [&](std::optional<std::uint32_t> right) {
                trainer_.seen(features_);
                return right.value_or(outside);
            });
        }
    }

    void learn(std::span<const std::uint32_t> order) {
        for (const std::uint32_t index : order) {
            each_word(examples_[index], [&](std::optional<std::uint32_t> right) {
                std::fill(scores_.begin(), scores_.end(), 0.0f);
                trainer_.score(features_, scores_);
                const std::uint32_t guess = best();
                if (right) {
                    trainer_.update(features_, *right, rival(*right, guess));
                }
                return guess;
            });
        }
    }

    [[nodiscard]] std::vector<SparseRow> rows() const { return trainer_.rows(0); }

private:
    static constexpr std::uint32_t outside = 255;

    /// `visit(right)` says which label the next words see.
    template <class Visit> void each_word(const Example& example, Visit visit) {
        std::uint32_t before = outside, before2 = outside;
        for (std::size_t i = 0; i < example.words.size(); ++i) {
            tag_features(example.words, i, before, before2, features_);
            const auto gold = labels_.numbers.find({example.token(i).xpos, example.token(i).upos});
            before2 = before;
            before = visit(gold != labels_.numbers.end() ? std::optional(gold->second) : std::nullopt);
        }
    }
    [[nodiscard]] std::uint32_t best() const {
        return static_cast<std::uint32_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
    }
    /// The label that the weights are to move away from: a wrong guess, or the second where the right one leads by less
    /// than the margin; else `right` itself.
    [[nodiscard]] std::uint32_t rival(std::uint32_t right, std::uint32_t guess) {
        if (guess != right) {
            return guess;
        }
        const float score = scores_[right];
        scores_[right] = std::numeric_limits<float>::lowest();
        const std::uint32_t second = best();
        return score - scores_[second] < margin_ ? second : right;
    }

    const std::vector<Example>& examples_;
    const TagLabels& labels_;
    float margin_;
    SparseTrainer trainer_;
    std::array<std::uint32_t, tag_feature_count> features_;
    std::vector<float> scores_;
};

/// A margin makes weights large, and coarse ones do: the file packs better, for one tag in five thousand.
constexpr double scale = 1.0 / 12;

/// How much a feature does: few updates of a large weight count like many of a small one.
double influence(const SparseRow& row) {
    double largest = 0;
    for (const auto& [label, weight] : row.weights) {
        largest = std::max(largest, std::abs(weight));
    }
    return largest * row.updates;
}

} // namespace

TaggerSections learn_tagger(const std::vector<Example>& examples, const std::vector<std::uint32_t>& order,
                            const TagLabels& labels, std::uint32_t learners, int epochs, const Settings& settings) {
    std::vector<std::vector<SparseRow>> learned;
    for (std::uint32_t number = 1; number <= learners; ++number) {
        TagLearner learner(examples, labels, settings);
        learner.count(order);
        std::mt19937 random(number);
        std::vector<std::uint32_t> own_order = order;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            shuffle(own_order, random);
            learner.learn(own_order);
        }
        learned.push_back(learner.rows());
    }
    std::vector<SparseRow> rows = mean_of(std::move(learned));
    std::erase_if(rows, [&](const SparseRow& row) { return influence(row) < settings.least_tag_influence; });
    for (SparseRow& row : rows) {
        for (auto& [label, weight] : row.weights) {
            weight *= scale;
        }
    }
    SectionWriter names;
    names.u32(labels.count());
    names.array(std::span<const std::uint8_t>(labels.pairs));
    return {pack_sparse(labels.count(), rows), names.take()};
}

void jackknife(std::vector<Example>& examples, std::span<const std::uint32_t> copied, const TagLabels& labels,
               const Settings& settings, std::ostream& log) {
    const std::size_t own = examples.size() - copied.size();
    std::vector<std::vector<std::pair<Xpos, Upos>>> predicted(own);
    for (int fold = 0; fold < settings.folds; ++fold) {
        std::vector<std::uint32_t> others;
        for (std::uint32_t i = 0; i < examples.size(); ++i) {
            const std::uint32_t source = i < own ? i : copied[i - own];
            if (static_cast<int>(source % static_cast<std::uint32_t>(settings.folds)) != fold) {
                others.push_back(i);
            }
        }
        const TaggerSections sections = learn_tagger(examples, others, labels, 1, settings.fold_epochs, settings);
        Tagger tagger;
        const AlignedBytes weights(sections.weights), names(sections.labels);
        if (!tagger.open(weights.bytes(), names.bytes())) {
            throw std::logic_error("the tagger that was just learned is none");
        }
        std::size_t right = 0, all = 0;
        for (std::uint32_t i = static_cast<std::uint32_t>(fold); i < own;
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
    for (std::size_t i = 0; i < own; ++i) {
        for (std::size_t k = 0; k < predicted[i].size(); ++k) {
            examples[i].token(k).xpos = predicted[i][k].first;
            examples[i].token(k).upos = predicted[i][k].second;
        }
    }
}

} // namespace fasti::language::training
