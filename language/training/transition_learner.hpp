// Learns a transition parser's two tables: first greedily with a dynamic oracle, then with a beam.
#pragma once

#include "language/parser_state.hpp"
#include "language/training/examples.hpp"
#include "language/training/linear_trainer.hpp"
#include "language/training/settings.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::language::training {

/// How one learner goes about it. Reading backwards, arcs have no labels.
struct TransitionPlan {
    Reading reading = Reading::forwards;
    int greedy_epochs = 0;
    int beam_epochs = 0;
    std::uint32_t seed = 0;
};

struct LearnedTransitions {
    std::vector<DenseRow> actions;
    std::vector<SparseRow> labels;
    std::string log;
};

/// The examples' tokens carry gold trees, and tags as a tagger would give them.
[[nodiscard]] LearnedTransitions learn_transitions(const std::vector<Example>& examples, const TransitionPlan& plan,
                                                   const Settings& settings);

} // namespace fasti::language::training
