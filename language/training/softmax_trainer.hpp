// Softmax regression with steps that shrink by feature (AdaGrad: Duchi, Hazan and Singer 2011), weights that
// shrink towards 0, and averages: steadier than a perceptron where names are few and their marking uneven.
#pragma once

#include "language/training/linear_trainer.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fasti::language::training {

class SoftmaxTrainer {
public:
    explicit SoftmaxTrainer(std::uint32_t labels) : labels_(labels) {}

    /// Adds the current weights to `scores`, one for each label.
    void score(std::span<const std::uint32_t> features, std::span<float> scores) const;
    /// One example was seen, and `scores` were the sums for its features.
    void update(std::span<const std::uint32_t> features, std::span<const float> scores, std::uint32_t right);
    /// Begins again with weights of 0. What was learned before stays in the averages.
    void restart();
    /// Puts the averages in the place of the weights; nothing is learned after it.
    void average();
    /// The averaged weights as a section for SparseWeights, without features of fewer than `least_updates` updates.
    [[nodiscard]] std::vector<std::byte> pack(std::uint32_t least_updates) const;

private:
    struct Cell {
        float weight = 0;
        float squares = 0; ///< of its gradients
        double total = 0;
        std::uint64_t since = 0;
    };

    [[nodiscard]] double mean(const Cell& cell) const; ///< of its weight over all that was seen

    std::uint32_t labels_;
    FeatureTable table_;
    std::vector<Cell> cells_; ///< by row and label
    std::vector<std::uint32_t> updates_;
    std::uint64_t now_ = 0;
};

} // namespace fasti::language::training
