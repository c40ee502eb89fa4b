// Weights of a linear model as they lie in the model file. Two shapes: many classes, of which a
// feature knows few (sparse rows, for tags, names and labels); and four classes in one dense row
// (for the parser's actions), where one cache line answers a look-up.
#pragma once

#include "language/model_file.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace fasti::language {

/// feature → (class, weight)…; scores are sums of whole numbers.
class SparseWeights {
public:
    struct Slot {
        std::uint32_t feature; ///< 0: empty
        std::uint32_t begin;   ///< into cells; the low 24 bits. The high 8 are the number of cells.
    };
    struct Cell {
        std::uint8_t label;
        std::int8_t weight;
    };

    /// False when the section is none.
    [[nodiscard]] bool open(std::span<const std::byte> section);
    [[nodiscard]] std::uint32_t labels() const { return labels_; }

    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&slots_[feature & mask_]); }
    /// Adds the feature's weights to `scores`, which has room for 256 labels.
    void add(std::uint32_t feature, std::int32_t* scores) const {
        if (feature == 0) {
            return;
        }
        for (std::uint32_t at = feature & mask_;; at = (at + 1) & mask_) {
            const Slot slot = slots_[at];
            if (slot.feature == feature) {
                const Cell* cell = &cells_[slot.begin & 0xffffffu];
                for (std::uint32_t n = slot.begin >> 24; n > 0; --n, ++cell) {
                    scores[cell->label] += cell->weight;
                }
                return;
            }
            if (slot.feature == 0) {
                return;
            }
        }
    }

private:
    std::uint32_t labels_ = 0;
    std::uint32_t mask_ = 0;
    std::span<const Slot> slots_;
    std::span<const Cell> cells_;
};

/// feature → four weights.
class DenseWeights {
public:
    struct Row {
        std::uint32_t feature; ///< 0: empty
        std::array<std::int16_t, 4> weights;
    };

    [[nodiscard]] bool open(std::span<const std::byte> section);

    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&rows_[feature & mask_]); }
    void add(std::uint32_t feature, std::array<std::int32_t, 4>& scores) const {
        for (std::uint32_t at = feature & mask_;; at = (at + 1) & mask_) {
            const Row& row = rows_[at];
            if (row.feature == feature) {
                for (std::size_t i = 0; i < 4; ++i) {
                    scores[i] += row.weights[i];
                }
                return;
            }
            if (row.feature == 0) {
                return;
            }
        }
    }

private:
    std::uint32_t mask_ = 0;
    std::span<const Row> rows_;
};

} // namespace fasti::language
