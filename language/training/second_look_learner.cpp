// See second_look_learner.hpp.
#include "language/training/second_look_learner.hpp"

#include "language/training/linear_trainer.hpp"
#include "language/training/parallel.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fasti::language::training {
namespace {

using HeadFeatures = std::array<std::uint32_t, head_feature_count>;

class HeadLearner {
public:
    HeadLearner(const std::vector<ParsedExample>& examples, const Settings& settings, std::uint32_t seed)
        : examples_(examples), settings_(settings), order_(all_of(examples.size())), random_(seed) {
        each_choice([&](std::span<const Candidate> choices, std::int32_t) {
            for (const Candidate& choice : choices) {
                head_features(tree_, choice, features_);
                trainer_.seen(features_);
            }
        });
    }

    /// The share of right choices in a pass, among those where what is right is a candidate.
    double epoch() {
        shuffle(order_, random_);
        std::size_t right = 0, all = 0;
        each_choice([&](std::span<const Candidate> choices, std::int32_t gold) {
            const Candidate* good = nullptr;
            const Candidate* rival = nullptr;
            float good_score = 0, rival_score = 0;
            for (const Candidate& choice : choices) {
                head_features(tree_, choice, features_);
                const float score = trainer_.score(features_)[head_class(tree_, choice)] -
                                    static_cast<float>(SecondLook::handicap(choice)) / dense_steps;
                if (choice.head == gold) {
                    good = &choice;
                    good_score = score;
                    good_features_ = features_;
                } else if (rival == nullptr || score > rival_score) {
                    rival = &choice;
                    rival_score = score;
                    rival_features_ = features_;
                }
            }
            if (good == nullptr) {
                return;
            }
            trainer_.pass(1);
            ++all;
            right += good_score > rival_score ? 1 : 0;
            if (good_score <= rival_score + settings_.second_look_margin) {
                trainer_.adjust(good_features_, head_class(tree_, *good), 1);
                trainer_.adjust(rival_features_, head_class(tree_, *rival), -1);
            }
        });
        return 100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(all, 1));
    }

    void begin_average() { trainer_.begin_average(); }
    [[nodiscard]] std::vector<DenseRow> rows() const { return trainer_.rows(); }

private:
    // Calls `learn(candidates, gold head)` for each word that has several.
    template <class Learn> void each_choice(Learn learn) {
        for (const std::uint32_t index : order_) {
            const ParsedExample& parsed = examples_[index];
            const Example& example = *parsed.example;
            tree_.read(*example.document, example.tokens(), example.words);
            candidates_.gather(parsed.forwards, parsed.backwards, tree_);
            for (std::int32_t word = 0; word < tree_.size(); ++word) {
                if (candidates_.of(word).size() > 1) {
                    learn(candidates_.of(word), parsed.gold.heads[static_cast<std::size_t>(word)]);
                }
            }
        }
    }

    const std::vector<ParsedExample>& examples_;
    const Settings& settings_;
    std::vector<std::uint32_t> order_;
    std::mt19937 random_;
    DenseTrainer trainer_{settings_.least_head_seen};
    TreeContext tree_;
    Candidates candidates_;
    HeadFeatures features_, good_features_, rival_features_;
};

} // namespace

std::vector<std::byte> learn_second_look(const std::vector<ParsedExample>& examples, const Settings& settings,
                                         std::ostream& log) {
    std::vector<std::vector<DenseRow>> learned(settings.second_look_learners);
    std::vector<double> right(learned.size());
    in_parallel(learned.size(), [&](std::size_t i) {
        HeadLearner learner(examples, settings, static_cast<std::uint32_t>(i) + 3);
        for (int epoch = 0; epoch < settings.second_look_epochs; ++epoch) {
            const double share = learner.epoch();
            if (epoch == 0) {
                right[i] = share;
                learner.begin_average(); // the first weights are too rough
            }
        }
        learned[i] = learner.rows();
    });
    for (const double share : right) {
        log << "  second look: " << share << " % of the choices right at first sight\n";
    }
    return pack_dense(mean_of(std::move(learned)), settings.least_head_weight, 2);
}

} // namespace fasti::language::training
