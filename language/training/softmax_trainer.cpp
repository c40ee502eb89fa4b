// See softmax_trainer.hpp.
#include "language/training/softmax_trainer.hpp"

#include <algorithm>
#include <cmath>

namespace fasti::language::training {
namespace {

constexpr float rate = 0.05f;
constexpr float shrink = 0.005f;
constexpr float sure = 0.995f;           // no step where the right label is so likely
constexpr float least_gradient = 0.001f; // nor for a label that is so unlikely
constexpr double least_weight = 0.06;    // what is smaller is left out of the file

} // namespace

void SoftmaxTrainer::score(std::span<const std::uint32_t> features, std::span<float> scores) const {
    for (const std::uint32_t feature : features) {
        table_.prefetch(feature);
    }
    for (const std::uint32_t feature : features) {
        const std::uint32_t row = table_.find(feature);
        if (row != FeatureTable::missing) {
            for (std::size_t label = 0; label < labels_; ++label) {
                scores[label] += cells_[std::size_t{row} * labels_ + label].weight;
            }
        }
    }
}

void SoftmaxTrainer::update(std::span<const std::uint32_t> features, std::span<const float> scores,
                            std::uint32_t right) {
    ++now_;
    const float top = *std::max_element(scores.begin(), scores.end());
    std::vector<float> gradients(labels_);
    float sum = 0;
    for (std::size_t label = 0; label < labels_; ++label) {
        sum += gradients[label] = std::exp(scores[label] - top);
    }
    if (gradients[right] > sure * sum) {
        return;
    }
    for (float& gradient : gradients) {
        gradient /= sum;
    }
    gradients[right] -= 1;
    for (const std::uint32_t feature : features) {
        const std::uint32_t row = table_.find_or_add(feature);
        if (row == updates_.size()) {
            updates_.push_back(0);
            cells_.resize(cells_.size() + labels_);
        }
        ++updates_[row];
        for (std::size_t label = 0; label < labels_; ++label) {
            if (std::abs(gradients[label]) < least_gradient) {
                continue;
            }
            Cell& cell = cells_[std::size_t{row} * labels_ + label];
            const float gradient = gradients[label] + shrink * cell.weight;
            cell.total += static_cast<double>(cell.weight) * static_cast<double>(now_ - cell.since);
            cell.since = now_;
            cell.squares += gradient * gradient;
            cell.weight -= rate * gradient / (std::sqrt(cell.squares) + 0.1f);
        }
    }
}

void SoftmaxTrainer::restart() {
    for (Cell& cell : cells_) {
        cell.total += static_cast<double>(cell.weight) * static_cast<double>(now_ - cell.since);
        cell.since = now_;
        cell.weight = 0;
        cell.squares = 0;
    }
}

void SoftmaxTrainer::average() {
    for (Cell& cell : cells_) {
        cell.weight = static_cast<float>(mean(cell));
    }
}

double SoftmaxTrainer::mean(const Cell& cell) const {
    const double total = cell.total + static_cast<double>(cell.weight) * static_cast<double>(now_ - cell.since);
    return total / static_cast<double>(std::max<std::uint64_t>(now_, 1));
}

std::vector<std::byte> SoftmaxTrainer::pack(std::uint32_t least_updates) const {
    std::vector<SparseRow> rows;
    for (std::uint32_t i = 0; i < updates_.size(); ++i) {
        if (updates_[i] < least_updates) {
            continue;
        }
        SparseRow& row = rows.emplace_back(SparseRow{table_.features()[i], {}});
        for (std::uint32_t label = 0; label < labels_; ++label) {
            const double weight = mean(cells_[std::size_t{i} * labels_ + label]);
            if (std::abs(weight) >= least_weight) {
                row.weights.emplace_back(label, weight);
            }
        }
    }
    return pack_sparse(labels_, rows);
}

} // namespace fasti::language::training
