// See linear_trainer.hpp.
#include "language/training/linear_trainer.hpp"

#include "language/model_file.hpp"
#include "language/weights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <tuple>
#include <utility>

namespace fasti::language::training {
namespace {

constexpr double sparse_steps = 24; // to a weight of 1
// Features in a bucket of eight, in the mean: few buckets would then need more.
constexpr std::size_t sparse_fill = 5;
constexpr std::size_t dense_fill = 6;
constexpr std::size_t most_cells = 255; // of a row in the file

// Calls `move(row)` for the rows of the common features, new ones made, and counts their updates.
template <class Row, class Move>
void each_row(std::span<const std::uint32_t> features, const FeatureCounts& counts, FeatureTable& table,
              std::vector<Row>& rows, Move move) {
    for (const std::uint32_t feature : features) {
        if (counts.common(feature)) {
            const std::uint32_t row = table.find_or_add(feature);
            if (row == rows.size()) {
                rows.emplace_back();
            }
            ++rows[row].updates;
            move(row);
        }
    }
}

struct PackedSparse {
    std::uint32_t feature;
    long largest; // of the weights
    std::uint32_t cells;
};

struct PackedDense {
    std::uint32_t feature;
    long largest;
    DenseWeights::Weights weights;
};

// Calls `put(bucket, slot, row)`. Of the features that fall into one bucket, those with the largest weights have it.
template <class Row, class Put> void deal_out(std::vector<Row>& rows, std::size_t buckets, Put put) {
    const auto place = [&](const Row& row) { return bucket_of(row.feature, buckets); };
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return std::tuple(place(a), -a.largest, a.feature) < std::tuple(place(b), -b.largest, b.feature);
    });
    std::size_t slot = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        slot = i > 0 && place(rows[i]) == place(rows[i - 1]) ? slot + 1 : 0;
        if (slot < bucket_slots) {
            put(place(rows[i]), slot, rows[i]);
        }
    }
}

// One row a feature; `add(sum, row, share)` adds a share of a row.
template <class Row, class Add> std::vector<Row> mean_of_rows(std::vector<std::vector<Row>> learned, Add add) {
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(learned.size(), 1));
    std::vector<Row> all;
    for (std::vector<Row>& rows : learned) {
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    }
    std::stable_sort(all.begin(), all.end(), [](const Row& a, const Row& b) { return a.feature < b.feature; });
    std::vector<Row> out;
    for (const Row& row : all) {
        if (out.empty() || out.back().feature != row.feature) {
            out.push_back(Row{row.feature, {}, 0});
        }
        add(out.back(), row, share);
        out.back().updates += row.updates;
    }
    for (Row& row : out) {
        row.updates /= static_cast<std::uint32_t>(learned.size());
    }
    return out;
}

} // namespace

std::uint32_t FeatureTable::find(std::uint32_t feature) const {
    for (std::uint32_t at = feature & mask_;; at = (at + 1) & mask_) {
        if (slots_[at].row == missing || slots_[at].feature == feature) {
            return slots_[at].row;
        }
    }
}

std::uint32_t FeatureTable::find_or_add(std::uint32_t feature) {
    if (std::size_t{count_} * 2 >= slots_.size()) {
        grow();
    }
    for (std::uint32_t at = feature & mask_;; at = (at + 1) & mask_) {
        if (slots_[at].row == missing) {
            slots_[at] = {feature, count_++};
            features_.push_back(feature);
            return slots_[at].row;
        }
        if (slots_[at].feature == feature) {
            return slots_[at].row;
        }
    }
}

void FeatureTable::grow() {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
    for (const Slot& slot : old) {
        if (slot.row != missing) {
            std::uint32_t at = slot.feature & mask_;
            while (slots_[at].row != missing) {
                at = (at + 1) & mask_;
            }
            slots_[at] = slot;
        }
    }
}

void SparseTrainer::score(std::span<const std::uint32_t> features, std::span<float> scores) const {
    for (const std::uint32_t feature : features) {
        table_.prefetch(feature);
    }
    for (const std::uint32_t feature : features) {
        const std::uint32_t row = table_.find(feature);
        if (row != FeatureTable::missing) {
            for (const Cell& cell : rows_[row].cells) {
                scores[cell.label] += cell.weight;
            }
        }
    }
}

void SparseTrainer::change(Row& row, std::uint32_t label, float by) {
    auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.label == label; });
    if (cell == row.cells.end()) {
        cell = row.cells.insert(row.cells.end(), {label, 0, 0, now_});
    }
    cell->total += static_cast<double>(cell->weight) * static_cast<double>(now_ - cell->since);
    cell->since = now_;
    cell->weight += by;
}

void SparseTrainer::update(std::span<const std::uint32_t> features, std::uint32_t right, std::uint32_t guess) {
    ++now_;
    if (right != guess) {
        each_row(features, counts_, table_, rows_, [&](std::uint32_t row) {
            change(rows_[row], right, 1);
            change(rows_[row], guess, -1);
        });
    }
}

std::vector<SparseRow> SparseTrainer::rows(std::uint32_t least_updates) const {
    std::vector<SparseRow> rows;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].updates < least_updates) {
            continue;
        }
        SparseRow& row = rows.emplace_back(SparseRow{table_.features()[i], {}, rows_[i].updates});
        for (const Cell& cell : rows_[i].cells) {
            const double total = cell.total + static_cast<double>(cell.weight) * static_cast<double>(now_ - cell.since);
            row.weights.emplace_back(cell.label, total / static_cast<double>(std::max<std::uint64_t>(now_, 1)));
        }
    }
    return rows;
}

std::vector<SparseRow> mean_of(std::vector<std::vector<SparseRow>> learned) {
    return mean_of_rows(std::move(learned), [](SparseRow& sum, const SparseRow& row, double share) {
        for (const auto& [label, weight] : row.weights) {
            const auto same = [&, wanted = label](const auto& cell) { return cell.first == wanted; };
            const auto cell = std::find_if(sum.weights.begin(), sum.weights.end(), same);
            if (cell != sum.weights.end()) {
                cell->second += weight * share;
            } else {
                sum.weights.emplace_back(label, weight * share);
            }
        }
    });
}

std::vector<DenseRow> mean_of(std::vector<std::vector<DenseRow>> learned) {
    return mean_of_rows(std::move(learned), [](DenseRow& sum, const DenseRow& row, double share) {
        for (std::size_t k = 0; k < sum.weights.size(); ++k) {
            sum.weights[k] += row.weights[k] * share;
        }
    });
}

std::vector<std::byte> pack_sparse(std::uint32_t labels, std::span<SparseRow> rows) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.feature < b.feature; });
    const auto behind = static_cast<std::uint8_t>(labels);
    std::vector<SparseWeights::Cells> cells;
    std::vector<PackedSparse> packed;
    for (const SparseRow& row : rows) {
        const std::size_t begin = cells.size();
        std::size_t count = 0;
        long largest = 0;
        for (const auto& [label, weight] : row.weights) {
            // What does not fit into a byte is split into several: clipping would cost accuracy.
            for (long whole = std::lround(weight * sparse_steps); whole != 0 && count < most_cells; ++count) {
                const long part = std::clamp(whole, -127L, 127L);
                if (count % 4 == 0) {
                    cells.push_back({{behind, behind, behind, behind}, {}});
                }
                cells.back().labels[count % 4] = static_cast<std::uint8_t>(label);
                cells.back().weights[count % 4] = static_cast<std::int8_t>(part);
                largest = std::max(largest, std::abs(whole));
                whole -= part;
            }
        }
        if (count > 0) {
            packed.push_back(
                {row.feature, largest,
                 static_cast<std::uint32_t>(begin) | static_cast<std::uint32_t>(cells.size() - begin) << 24});
        }
    }
    std::vector<SparseWeights::Bucket> buckets(packed.size() / sparse_fill + 1);
    deal_out(packed, buckets.size(), [&](std::size_t bucket, std::size_t slot, const PackedSparse& row) {
        buckets[bucket].checks[slot] = check_of(row.feature);
        buckets[bucket].rows[slot] = row.cells;
    });
    SectionWriter out;
    out.u32(labels);
    out.u32(static_cast<std::uint32_t>(buckets.size()));
    out.u32(static_cast<std::uint32_t>(cells.size()));
    out.array(std::span<const SparseWeights::Bucket>(buckets));
    out.array(std::span<const SparseWeights::Cells>(cells));
    return out.take();
}

std::array<float, 4> DenseTrainer::score(std::span<const std::uint32_t> features) const {
    std::array<float, 4> scores{};
    for (const std::uint32_t feature : features) {
        table_.prefetch(feature);
    }
    for (const std::uint32_t feature : features) {
        const std::uint32_t row = table_.find(feature);
        if (row != FeatureTable::missing) {
            for (std::size_t i = 0; i < scores.size(); ++i) {
                scores[i] += weights_[row][i];
            }
        }
    }
    return scores;
}

void DenseTrainer::change(std::uint32_t at, std::size_t label, float by) {
    weights_.resize(rows_.size());
    Row& row = rows_[at];
    row.total[label] += static_cast<double>(weights_[at][label]) * static_cast<double>(now_ - row.since[label]);
    row.since[label] = now_;
    weights_[at][label] += by;
}

void DenseTrainer::update(std::span<const std::uint32_t> features, std::size_t right, std::size_t guess) {
    ++now_;
    if (right != guess) {
        each_row(features, counts_, table_, rows_, [&](std::uint32_t row) {
            change(row, right, 1);
            change(row, guess, -1);
        });
    }
}

void DenseTrainer::adjust(std::span<const std::uint32_t> features, std::size_t label, float by) {
    each_row(features, counts_, table_, rows_, [&](std::uint32_t row) { change(row, label, by); });
}

void DenseTrainer::begin_average() {
    std::fill(rows_.begin(), rows_.end(), Row{});
    now_ = 0;
}

std::vector<DenseRow> DenseTrainer::rows() const {
    std::vector<DenseRow> rows;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        DenseRow& row = rows.emplace_back(DenseRow{table_.features()[i], {}, rows_[i].updates});
        for (std::size_t k = 0; k < row.weights.size(); ++k) {
            const double total =
                rows_[i].total[k] + static_cast<double>(weights_[i][k]) * static_cast<double>(now_ - rows_[i].since[k]);
            row.weights[k] = total / static_cast<double>(std::max<std::uint64_t>(now_, 1));
        }
    }
    return rows;
}

std::vector<std::byte> pack_dense(std::span<const DenseRow> learned, double least, int grain) {
    std::vector<PackedDense> rows;
    for (const DenseRow& row : learned) {
        std::array<std::int32_t, 4> weights{};
        for (std::size_t k = 0; k < weights.size(); ++k) {
            const auto whole = static_cast<std::int32_t>(std::lround(row.weights[k] * grain)) * (dense_steps / grain);
            weights[k] = std::clamp(whole, -DenseWeights::most, DenseWeights::most);
        }
        const auto [lowest, highest] = std::minmax_element(weights.begin(), weights.end());
        const std::int32_t largest = std::max(*highest, -*lowest);
        if (largest > 0 && largest >= least * dense_steps) {
            rows.push_back({row.feature, largest, weights});
        }
    }
    std::vector<DenseWeights::Bucket> buckets(rows.size() / dense_fill + 1, DenseWeights::Bucket::empty());
    deal_out(rows, buckets.size(), [&](std::size_t bucket, std::size_t slot, const PackedDense& row) {
        buckets[bucket].put(slot, row.feature, row.weights);
    });
    SectionWriter out;
    out.u32(static_cast<std::uint32_t>(buckets.size()));
    out.array(std::span<const DenseWeights::Bucket>(buckets));
    return out.take();
}

} // namespace fasti::language::training
