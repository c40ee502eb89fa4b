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

/// feature → weights of four classes, measured from the first one's, which is 0.
class DenseWeights {
public:
    /// Eight bytes, so that a cache line holds eight. The place and `check` together are the whole feature.
    struct Row {
        std::uint16_t check; ///< 0: empty
        std::array<std::int16_t, 3> weights;
    };
    [[nodiscard]] static constexpr std::uint16_t check_of(std::uint32_t feature) {
        const auto upper = static_cast<std::uint16_t>(feature >> 16);
        return upper == 0 ? 1 : upper;
    }

    [[nodiscard]] bool open(std::span<const std::byte> section);

    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&rows_[feature & mask_]); }
    void add(std::uint32_t feature, std::array<std::int32_t, 4>& scores) const {
        const std::uint16_t check = check_of(feature);
        for (std::uint32_t at = feature & mask_;; at = (at + 1) & mask_) {
            const Row& row = rows_[at];
            if (row.check == check) {
                scores[1] += row.weights[0];
                scores[2] += row.weights[1];
                scores[3] += row.weights[2];
                return;
            }
            if (row.check == 0) {
                return;
            }
        }
    }

private:
    std::uint32_t mask_ = 0;
    std::span<const Row> rows_;
};

} // namespace fasti::language
