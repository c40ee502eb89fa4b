// Averaged perceptrons (Collins 2002; Freund and Schapire 1999) in the two shapes that decoding
// reads (weights.hpp): sparse rows for many classes, dense rows for the parser's four actions.
// Updates are whole numbers and the order is fixed, so the same data gives the same bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fasti::language::training {

/// Dense weights are stored as whole numbers: so many steps to a weight of 1.
inline constexpr int dense_steps = 32;

/// feature → row number, by open addressing. Rows are numbered in the order of their first use.
class FeatureTable {
public:
    static constexpr std::uint32_t missing = 0xffffffffu;

    [[nodiscard]] std::uint32_t find(std::uint32_t feature) const;
    [[nodiscard]] std::uint32_t find_or_add(std::uint32_t feature);
    [[nodiscard]] std::uint32_t size() const { return count_; }
    [[nodiscard]] const std::vector<std::uint32_t>& features() const { return features_; } ///< by row
    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&slots_[feature & mask_]); }

private:
    struct Slot {
        std::uint32_t feature = 0;
        std::uint32_t row = missing;
    };
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(1 << 16);
    std::vector<std::uint32_t> features_;
    std::uint32_t mask_ = (1 << 16) - 1;
    std::uint32_t count_ = 0;
};

/// A feature's weights by label.
struct SparseRow {
    std::uint32_t feature;
    std::vector<std::pair<std::uint32_t, double>> weights;
    std::uint32_t updates = 0; ///< how often they were moved
};

/// A feature's weights for the four actions.
struct DenseRow {
    std::uint32_t feature;
    std::array<double, 4> weights;
    std::uint32_t updates = 0;
};

/// The mean of what several trainers have learned: a feature that one of them has not met weighs nothing there.
[[nodiscard]] std::vector<SparseRow> mean_of(std::vector<std::vector<SparseRow>> learned);
[[nodiscard]] std::vector<DenseRow> mean_of(std::vector<std::vector<DenseRow>> learned);

/// The section that SparseWeights reads. Sorts the rows.
[[nodiscard]] std::vector<std::byte> pack_sparse(std::uint32_t labels, std::span<SparseRow> rows);
/// The one that DenseWeights reads. Weights are rounded to multiples of 1/grain, which packs well; rows whose largest
/// is less than `least` are left out.
[[nodiscard]] std::vector<std::byte> pack_dense(std::span<const DenseRow> rows, double least, int grain);

/// Counts, before learning, how often features are met, so that the rare ones can be left out of it: they would learn
/// single sentences by heart, and what the common ones could learn from these. Two features may share a count.
class FeatureCounts {
public:
    explicit FeatureCounts(std::uint8_t least) : least_(least), counts_(least > 1 ? std::size_t{1} << bits : 0) {}

    void add(std::span<const std::uint32_t> features) {
        for (const std::uint32_t feature : features) {
            if (least_ > 1 && counts_[place(feature)] < least_) {
                ++counts_[place(feature)];
            }
        }
    }
    [[nodiscard]] bool common(std::uint32_t feature) const { return least_ <= 1 || counts_[place(feature)] >= least_; }

private:
    static constexpr int bits = 27;
    static std::size_t place(std::uint32_t feature) { return (feature * 2654435761u) >> (32 - bits); }

    std::uint8_t least_;
    std::vector<std::uint8_t> counts_;
};

class SparseTrainer {
public:
    /// Features seen fewer than `least_seen` times are not learned.
    explicit SparseTrainer(std::uint32_t labels, std::uint8_t least_seen = 0) : labels_(labels), counts_(least_seen) {}

    /// Counts features before learning.
    void seen(std::span<const std::uint32_t> features) { counts_.add(features); }
    /// Adds the current weights to `scores`.
    void score(std::span<const std::uint32_t> features, std::span<float> scores) const;
    /// One example was seen; where `right` is not `guess`, the weights move.
    void update(std::span<const std::uint32_t> features, std::uint32_t right, std::uint32_t guess);
    /// The averaged weights of the features with no fewer than `least_updates` updates.
    [[nodiscard]] std::vector<SparseRow> rows(std::uint32_t least_updates) const;

private:
    struct Cell {
        std::uint32_t label;
        float weight;
        double total;
        std::uint64_t since;
    };
    struct Row {
        std::vector<Cell> cells;
        std::uint32_t updates = 0;
    };
    void change(Row& row, std::uint32_t label, float by);

    std::uint32_t labels_;
    FeatureCounts counts_;
    FeatureTable table_;
    std::vector<Row> rows_;
    std::uint64_t now_ = 0;
};

class DenseTrainer {
public:
    /// Features seen fewer than `least_seen` times are not learned.
    explicit DenseTrainer(std::uint8_t least_seen) : counts_(least_seen) {}

    /// Counts features before learning.
    void seen(std::span<const std::uint32_t> features) { counts_.add(features); }
    [[nodiscard]] std::array<float, 4> score(std::span<const std::uint32_t> features) const;
    void update(std::span<const std::uint32_t> features, std::size_t right, std::size_t guess);
    /// Moves the weights of one class, where what is compared are whole paths of decisions.
    void adjust(std::span<const std::uint32_t> features, std::size_t label, float by);
    /// So many decisions were seen.
    void pass(std::uint64_t decisions) { now_ += decisions; }
    /// The average and the updates are counted from here on.
    void begin_average();
    /// The averaged weights.
    [[nodiscard]] std::vector<DenseRow> rows() const;

private:
    struct Row {
        std::array<double, 4> total{};
        std::array<std::uint64_t, 4> since{};
        std::uint32_t updates = 0;
    };
    void change(std::uint32_t row, std::size_t label, float by);

    FeatureCounts counts_;
    FeatureTable table_;
    std::vector<std::array<float, 4>> weights_; ///< by row; apart from the rest, which scoring doesn't read
    std::vector<Row> rows_;
    std::uint64_t now_ = 0;
};

} // namespace fasti::language::training
