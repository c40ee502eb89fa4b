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

/// feature → weights of four classes.
class DenseWeights {
public:
    /// A row is eight bytes, so that a cache line holds eight: from below, 16 bits of check (0: an empty row), then
    /// four weights of 12 bits. The place and the check together are the whole feature. All four weights are kept, not
    /// their differences, since branches of a search compare sums over different features.
    using Row = std::uint64_t;
    static constexpr std::int32_t most = 2047; ///< the largest weight
    [[nodiscard]] static constexpr std::uint16_t check_of(std::uint32_t feature) {
        const auto upper = static_cast<std::uint16_t>(feature >> 16);
        return upper == 0 ? 1 : upper;
    }
    [[nodiscard]] static constexpr Row row_of(std::uint32_t feature, const std::array<std::int32_t, 4>& weights) {
        Row row = check_of(feature);
        for (std::size_t k = 0; k < 4; ++k) {
            row |= (static_cast<Row>(weights[k]) & 0xfff) << (16 + 12 * k);
        }
        return row;
    }

    [[nodiscard]] bool open(std::span<const std::byte> section);

    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&rows_[feature & mask_]); }
    void add(std::uint32_t feature, std::array<std::int32_t, 4>& scores) const {
        const std::uint16_t check = check_of(feature);
        for (std::uint32_t at = feature & mask_;; at = (at + 1) & mask_) {
            const Row row = rows_[at];
            if (static_cast<std::uint16_t>(row) == check) {
                for (std::size_t k = 0; k < 4; ++k) { // the shift to the right brings the sign down
                    scores[k] += static_cast<std::int32_t>(static_cast<std::int64_t>(row << (36 - 12 * k)) >> 52);
                }
                return;
            }
            if (row == 0) {
                return;
            }
        }
    }

private:
    std::uint32_t mask_ = 0;
    std::span<const Row> rows_;
};

} // namespace fasti::language
