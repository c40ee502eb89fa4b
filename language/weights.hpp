// Weights of a linear model as they lie in the model file. Two shapes: many classes, of which a
// feature knows few (sparse rows, for tags, names and labels); and four classes in dense rows (for the parser's
// actions), where one cache line answers a look-up.
#pragma once

#include "language/model_file.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace fasti::language {

/// Which of eight checks of 16 bits, aligned to 16 bytes, are `check`: two bits for each.
[[nodiscard]] inline std::uint32_t matching_checks(const std::array<std::uint16_t, 8>& checks, std::uint16_t check) {
#ifdef __SSE2__
    const __m128i all = _mm_load_si128(reinterpret_cast<const __m128i*>(checks.data()));
    return static_cast<std::uint32_t>(
        _mm_movemask_epi8(_mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<std::int16_t>(check)))));
#else
    std::uint32_t same = 0;
    for (std::size_t slot = 0; slot < checks.size(); ++slot) {
        same |= (checks[slot] == check ? 3u : 0u) << (2 * slot);
    }
    return same;
#endif
}

/// Features lie in buckets of one cache line with room for eight, whose checks are compared at once: a look-up has no
/// branch. Most of the features of a state are not in the table, in no order that a processor could foresee. The bucket
/// and the check together are the whole feature where there are 2^16 buckets or more. An empty slot has check 0 and no
/// weights and lies behind the full ones, so that nothing needs to tell it apart.
inline constexpr std::size_t bucket_slots = 8;
[[nodiscard]] constexpr std::size_t bucket_of(std::uint32_t feature, std::size_t buckets) {
    return static_cast<std::size_t>((std::uint64_t{feature} * buckets) >> 32);
}
[[nodiscard]] constexpr std::uint16_t check_of(std::uint32_t feature) {
    return static_cast<std::uint16_t>(feature);
}

/// feature → (class, weight)…; scores are sums of whole numbers.
class SparseWeights {
public:
    static constexpr std::size_t most_labels = 255;
    /// Four weights; where a row has fewer for its last one, the others are those of the label behind the last label.
    struct Cells {
        std::array<std::uint8_t, 4> labels;
        std::array<std::int8_t, 4> weights;
    };
    struct alignas(64) Bucket {
        std::array<std::uint16_t, bucket_slots> checks{};
        std::array<std::uint32_t, bucket_slots> rows{}; ///< first cells in the low 24 bits, how many in the high 8
    };
    static_assert(sizeof(Bucket) == 64);
    using Scores = std::array<std::int32_t, most_labels + 1>;

    /// False when the section is none.
    [[nodiscard]] bool open(std::span<const std::byte> section);
    [[nodiscard]] std::uint32_t labels() const { return labels_; }

    /// The sums of the features' weights, for each label.
    void score(std::span<const std::uint32_t> features, Scores& scores) const;

private:
    std::uint32_t labels_ = 0;
    std::span<const Bucket> buckets_;
    std::span<const Cells> cells_;
};

/// feature → weights of four classes.
///
/// A sum is kept in lanes of 24 bits, two to a word, and each weight in it is raised to be positive. All four weights
/// are kept, not their differences, since branches of a search compare sums over different features.
class DenseWeights {
public:
    static constexpr std::int32_t most = 2047; ///< the largest weight
    using Weights = std::array<std::int32_t, 4>;

    struct alignas(64) Bucket {
        std::array<std::uint16_t, bucket_slots> checks{};
        std::array<std::uint8_t, 6 * bucket_slots> weights{}; ///< four of 12 bits a slot, from below

        [[nodiscard]] static Bucket empty();
        void put(std::size_t slot, std::uint32_t feature, const Weights& values);
    };
    static_assert(sizeof(Bucket) == 64);

    /// What was found of the features of one state.
    class Sums {
    public:
        [[nodiscard]] Weights weights() const {
            const auto lane = [&](std::uint64_t word, int shift) {
                return static_cast<std::int32_t>(word >> shift & 0xffffffu) - found_ * raise;
            };
            return {lane(even_, 0), lane(odd_, 0), lane(even_, 24), lane(odd_, 24)};
        }

    private:
        friend class DenseWeights;
        std::uint64_t even_ = 0, odd_ = 0;
        std::int32_t found_ = 0;
    };
    static constexpr std::size_t most_features = (std::size_t{1} << 24) / 4096; ///< in one sum

    [[nodiscard]] bool open(std::span<const std::byte> section);

    void prefetch(std::uint32_t feature) const { __builtin_prefetch(&buckets_[bucket_of(feature, buckets_.size())]); }
    void add(std::uint32_t feature, Sums& sums) const {
        const Bucket& bucket = buckets_[bucket_of(feature, buckets_.size())];
        const std::uint32_t same = matching_checks(bucket.checks, check_of(feature));
        // The first match, or some slot that the mask then clears. The eight bytes that end with the slot's six lie in
        // the bucket whichever it is.
        const auto twice = static_cast<std::size_t>(std::countr_zero(same | 0x10000u)) & 14u;
        std::uint64_t row = 0;
        std::memcpy(&row, reinterpret_cast<const std::byte*>(&bucket) + 14 + 3 * twice, sizeof row);
        const std::uint64_t found = same != 0 ? 1 : 0;
        row = row >> 16 & (0 - found);
        sums.even_ += row & lanes;
        sums.odd_ += row >> 12 & lanes;
        sums.found_ += static_cast<std::int32_t>(found);
    }

private:
    static constexpr std::int32_t raise = 2048;
    static constexpr std::uint64_t lanes = 0xfff000fffULL;
    std::span<const Bucket> buckets_;
};

} // namespace fasti::language
