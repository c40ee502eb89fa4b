// See transition_learner.hpp.
#include "language/training/transition_learner.hpp"

#include "language/training/oracle.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace fasti::language::training {
namespace {

constexpr std::array every_move = {Move::shift, Move::reduce, Move::left, Move::right};
constexpr std::size_t no_move = every_move.size();

using ActionFeatures = std::array<std::uint32_t, action_feature_count>;
using LabelFeatures = std::array<std::uint32_t, label_feature_count>;
using Moves = std::vector<std::pair<Move, Relation>>;

// Of the moves that `wanted` has, the one with the highest score.
std::size_t best_of(const std::array<float, 4>& scores, const std::array<bool, 4>& wanted) {
    std::size_t best = no_move;
    for (std::size_t m = 0; m < scores.size(); ++m) {
        if (wanted[m] && (best == no_move || scores[m] > scores[best])) {
            best = m;
        }
    }
    return best;
}

std::array<bool, 4> allowed_moves(const ParserState& state) {
    std::array<bool, 4> allowed{};
    for (const Move move : every_move) {
        allowed[static_cast<std::size_t>(move)] = state.allowed(move);
    }
    return allowed;
}

// Which moves lose no more gold arcs than they must.
std::array<bool, 4> right_moves(const ParserState& state, const GoldTree& gold) {
    constexpr int forbidden = 1 << 20;
    std::array<int, 4> costs{};
    for (const Move move : every_move) {
        costs[static_cast<std::size_t>(move)] = state.allowed(move) ? cost(state, gold, move) : forbidden;
    }
    const int least = *std::min_element(costs.begin(), costs.end());
    std::array<bool, 4> right{};
    for (std::size_t m = 0; m < costs.size(); ++m) {
        right[m] = costs[m] == least;
    }
    return right;
}

std::array<bool, 4> wrong_moves(const ParserState& state, const std::array<bool, 4>& right) {
    std::array<bool, 4> wrong = allowed_moves(state);
    for (std::size_t m = 0; m < wrong.size(); ++m) {
        wrong[m] = wrong[m] && !right[m];
    }
    return wrong;
}

class TransitionLearner {
public:
    TransitionLearner(const std::vector<Example>& examples, const TransitionPlan& plan, const Settings& settings)
        : examples_(examples), settings_(settings), reading_(plan.reading), order_(all_of(examples.size())),
          random_(plan.seed) {
        for (const Example& example : examples) {
            gold_.push_back(gold_tree(*example.document, example.tokens(), reading_));
        }
        shuffle(order_, random_);
        for (const std::uint32_t index : order_) {
            count_features(examples[index], gold_[index]);
        }
    }

    /// The share of right moves in a pass over all sentences. Mostly the parser goes by itself, so that it learns to go
    /// on from its errors.
    double greedy_epoch() {
        shuffle(order_, random_);
        std::size_t right = 0, all = 0;
        for (const std::uint32_t index : order_) {
            const Example& example = examples_[index];
            start(state_, example);
            while (!state_.done()) {
                action_features(state_, features_);
                const std::array<float, 4> scores = actions_.score(features_);
                const std::array<bool, 4> good = right_moves(state_, gold_[index]);
                const std::size_t guess = best_of(scores, allowed_moves(state_));
                const std::size_t best = best_of(scores, good);
                const std::size_t rival = best_of(scores, wrong_moves(state_, good));
                const bool clear = rival == no_move || scores[best] > scores[rival] + settings_.margin;
                actions_.update(features_, best, clear ? best : rival);
                right += good[guess];
                ++all;
                const auto taken = static_cast<Move>(good[guess] || random_() % 10 != 0 ? guess : best);
                state_.apply(taken, learn_label(state_, taken, gold_[index]));
            }
        }
        return percent(right, all);
    }

    /// A pass with a beam, the share of sentences that were wholly right. Where no right path is the best one, the
    /// weights move at the step where the best path is most ahead of the best right one (Huang and others 2012).
    double beam_epoch() {
        shuffle(order_, random_);
        std::size_t right = 0, all = 0;
        for (const std::uint32_t index : order_) {
            const Example& example = examples_[index];
            if (example.words.size() > settings_.longest_beam_sentence) {
                continue;
            }
            ++all;
            const Violation violation = search(example, gold_[index]);
            actions_.pass(example.words.size() * 2);
            if (violation.wrong.empty()) {
                ++right;
            } else {
                const auto common = static_cast<std::size_t>(
                    std::mismatch(violation.right.begin(), violation.right.end(), violation.wrong.begin()).first -
                    violation.right.begin());
                adjust(example, violation.right, common, 1);
                adjust(example, violation.wrong, common, -1);
            }
            start(state_, example);
            for (const auto& [move, relation] : beam_.front().moves) {
                state_.apply(move, learn_label(state_, move, gold_[index]));
            }
        }
        return percent(right, all);
    }

    /// Averages are taken from here on: those of greedy learning would mislead a search.
    void begin_average() { actions_.begin_average(); }

    [[nodiscard]] std::vector<DenseRow> actions() const { return actions_.rows(); }
    [[nodiscard]] std::vector<SparseRow> labels() const { return labels_.rows(0); }

private:
    // One way through a sentence, so far.
    struct Path {
        ParserState state;
        float score = 0;
        Moves moves;
        bool right = true; // no gold arc that could be had was lost
    };
    struct Step {
        std::size_t from; // in the beam
        Move move;
        float score;
        bool right;
    };
    // The moves up to the step where a wrong path is most ahead; empty when none was.
    struct Violation {
        Moves right, wrong;
    };

    void start(ParserState& state, const Example& example) const {
        state.begin(*example.document, example.tokens(), example.words, reading_);
    }
    [[nodiscard]] bool labelled(Move move) const {
        return reading_ == Reading::forwards && (move == Move::left || move == Move::right);
    }

    static double percent(std::size_t part, std::size_t all) {
        return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
    }

    // What is met on the way of the gold tree; the rest is too rare to teach more than its own sentence.
    void count_features(const Example& example, const GoldTree& gold) {
        start(state_, example);
        while (!state_.done()) {
            action_features(state_, features_);
            actions_.seen(features_);
            const auto move = static_cast<Move>(best_of({}, right_moves(state_, gold)));
            Relation relation = Relation::dep;
            if (labelled(move)) {
                const auto [head, dependent] = state_.arc(move);
                relation = Relation::root;
                if (head != state_.size()) {
                    label_features(state_, head, dependent, arc_features_);
                    labels_.seen(arc_features_);
                    relation = gold.relations[static_cast<std::size_t>(dependent)];
                }
            }
            state_.apply(move, relation);
        }
    }

    // The label that the model gives to the arc of a move. The scores of all labels are left in label_scores_.
    Relation label(const ParserState& state, Move move) {
        if (!labelled(move)) {
            return Relation::dep;
        }
        const auto [head, dependent] = state.arc(move);
        if (head == state.size()) {
            return Relation::root;
        }
        label_scores_ = {};
        label_features(state, head, dependent, arc_features_);
        labels_.score(arc_features_, label_scores_);
        label_scores_[static_cast<std::size_t>(Relation::root)] = -1e30f;
        return static_cast<Relation>(best_label());
    }

    [[nodiscard]] std::uint32_t best_label() const {
        return static_cast<std::uint32_t>(std::max_element(label_scores_.begin(), label_scores_.end()) -
                                          label_scores_.begin());
    }

    // The same, and learns from it where the arc is gold.
    Relation learn_label(const ParserState& state, Move move, const GoldTree& gold) {
        const Relation guess = label(state, move);
        if (guess != Relation::root && labelled(move)) {
            const auto [head, dependent] = state.arc(move);
            const auto d = static_cast<std::size_t>(dependent);
            if (gold.heads[d] == head) {
                const auto right = static_cast<std::uint32_t>(gold.relations[d]);
                label_scores_[right] -= settings_.margin;
                labels_.update(arc_features_, right, best_label());
            }
        }
        return guess;
    }

    void go(Path& path, Move move, float score, bool right) {
        const Relation relation = label(path.state, move);
        path.state.apply(move, relation);
        path.moves.emplace_back(move, relation);
        path.score = score;
        path.right = right;
    }

    // Leaves the paths of the whole sentence in beam_, the best first.
    Violation search(const Example& example, const GoldTree& gold) {
        Path good;
        start(good.state, example);
        beam_.assign(1, good);
        Violation violation;
        float worst = 0;
        while (!good.state.done()) {
            steps_.clear();
            for (std::size_t from = 0; from < beam_.size(); ++from) {
                const Path& path = beam_[from];
                action_features(path.state, features_);
                const std::array<float, 4> scores = actions_.score(features_);
                const auto right = path.right ? right_moves(path.state, gold) : std::array<bool, 4>{};
                for (const Move move : every_move) {
                    const auto m = static_cast<std::size_t>(move);
                    if (path.state.allowed(move)) { // a path that goes astray has to do so by more than the margin
                        const float handicap = path.right && !right[m] ? settings_.margin : 0;
                        steps_.push_back({from, move, path.score + scores[m] + handicap, right[m]});
                    }
                }
            }
            std::stable_sort(steps_.begin(), steps_.end(),
                             [](const Step& a, const Step& b) { return a.score > b.score; });
            // Where the beam has lost the right path, it goes on by itself.
            const auto best = std::find_if(steps_.begin(), steps_.end(), [](const Step& step) { return step.right; });
            if (best != steps_.end()) {
                good = beam_[best->from];
                go(good, best->move, best->score, true);
            } else {
                action_features(good.state, features_);
                const std::array<float, 4> scores = actions_.score(features_);
                const std::size_t m = best_of(scores, right_moves(good.state, gold));
                go(good, static_cast<Move>(m), good.score + scores[m], true);
            }
            next_.resize(std::min(steps_.size(), settings_.beam));
            for (std::size_t k = 0; k < next_.size(); ++k) {
                next_[k] = beam_[steps_[k].from];
                go(next_[k], steps_[k].move, steps_[k].score, steps_[k].right);
            }
            beam_.swap(next_);
            const Path& front = beam_.front();
            if (!front.right && front.score - good.score >= worst) {
                worst = front.score - good.score;
                violation = {good.moves, front.moves};
            }
        }
        return violation;
    }

    // Moves the weights along a path from move `begin` on.
    void adjust(const Example& example, const Moves& moves, std::size_t begin, float by) {
        start(state_, example);
        for (std::size_t i = 0; i < moves.size(); ++i) {
            if (i >= begin) {
                action_features(state_, features_);
                actions_.adjust(features_, static_cast<std::size_t>(moves[i].first), by);
            }
            state_.apply(moves[i].first, moves[i].second);
        }
    }

    const std::vector<Example>& examples_;
    const Settings& settings_;
    Reading reading_;
    std::vector<GoldTree> gold_;
    std::vector<std::uint32_t> order_;
    std::mt19937 random_;
    DenseTrainer actions_{settings_.least_action_seen};
    SparseTrainer labels_{relation_count, settings_.least_label_seen};
    ParserState state_;
    ActionFeatures features_;
    LabelFeatures arc_features_;
    std::array<float, relation_count> label_scores_{};
    std::vector<Path> beam_, next_;
    std::vector<Step> steps_;
};

} // namespace

LearnedTransitions learn_transitions(const std::vector<Example>& examples, const TransitionPlan& plan,
                                     const Settings& settings) {
    TransitionLearner learner(examples, plan, settings);
    std::ostringstream log;
    for (int epoch = 0; epoch < plan.greedy_epochs; ++epoch) {
        const double right = learner.greedy_epoch();
        log << "  epoch " << epoch + 1 << ": " << right << " % of the moves right\n";
    }
    if (plan.beam_epochs > 0) {
        learner.begin_average();
    }
    for (int epoch = 0; epoch < plan.beam_epochs; ++epoch) {
        const double right = learner.beam_epoch();
        log << "  epoch " << epoch + 1 << " with a beam: " << right << " % of the sentences right\n";
    }
    return {learner.actions(), learner.labels(), std::move(log).str()};
}

} // namespace fasti::language::training
