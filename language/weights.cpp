// See weights.hpp.
#include "language/weights.hpp"

#include <algorithm>

namespace fasti::language {

bool SparseWeights::open(std::span<const std::byte> section) {
    SectionReader in(section);
    labels_ = in.u32();
    const std::uint32_t buckets = in.u32();
    const std::uint32_t cells = in.u32();
    buckets_ = in.array<Bucket>(buckets);
    cells_ = in.array<Cells>(cells);
    if (!in.ok() || buckets == 0 || labels_ > most_labels) {
        return false;
    }
    const auto inside = [&](std::uint32_t row) { return (row & 0xffffffu) + (row >> 24) <= cells; };
    return std::all_of(
               buckets_.begin(), buckets_.end(),
               [&](const Bucket& bucket) { return std::all_of(bucket.rows.begin(), bucket.rows.end(), inside); }) &&
           std::all_of(cells_.begin(), cells_.end(), [&](const Cells& four) {
               return std::all_of(four.labels.begin(), four.labels.end(),
                                  [&](std::uint8_t label) { return label <= labels_; });
           });
}

void SparseWeights::score(std::span<const std::uint32_t> features, Scores& scores) const {
    std::fill_n(scores.begin(), labels_ + 1, 0);
    for (const std::uint32_t feature : features) {
        __builtin_prefetch(&buckets_[bucket_of(feature, buckets_.size())]);
    }
    // First all rows that there are, then their weights, which by then are on their way from memory.
    std::array<std::uint32_t, 128> rows;
    for (std::size_t begin = 0; begin < features.size(); begin += rows.size()) {
        std::size_t found = 0;
        for (const std::uint32_t feature : features.subspan(begin, std::min(rows.size(), features.size() - begin))) {
            const Bucket& bucket = buckets_[bucket_of(feature, buckets_.size())];
            const std::uint32_t same = matching_checks(bucket.checks, check_of(feature));
            const std::uint32_t row = bucket.rows[static_cast<std::size_t>(std::countr_zero(same | 0x10000u)) / 2 % 8];
            __builtin_prefetch(cells_.data() + (row & 0xffffffu));
            rows[found] = row;
            found += same != 0 ? 1 : 0;
        }
        for (const std::uint32_t row : std::span(rows).first(found)) {
            for (const Cells four : cells_.subspan(row & 0xffffffu, row >> 24)) { // copied: scores might alias bytes
                for (std::size_t k = 0; k < 4; ++k) {
                    scores[four.labels[k]] += four.weights[k];
                }
            }
        }
    }
}

DenseWeights::Bucket DenseWeights::Bucket::empty() {
    Bucket bucket;
    for (std::size_t slot = 0; slot < bucket_slots; ++slot) {
        bucket.put(slot, 0, {});
    }
    return bucket;
}

void DenseWeights::Bucket::put(std::size_t slot, std::uint32_t feature, const Weights& values) {
    checks[slot] = check_of(feature);
    std::uint64_t row = 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        row |= static_cast<std::uint64_t>(values[k] + raise) << (12 * k);
    }
    for (std::size_t byte = 0; byte < 6; ++byte) {
        weights[6 * slot + byte] = static_cast<std::uint8_t>(row >> (8 * byte));
    }
}

bool DenseWeights::open(std::span<const std::byte> section) {
    SectionReader in(section);
    const std::uint32_t buckets = in.u32();
    buckets_ = in.array<Bucket>(buckets);
    return in.ok() && buckets > 0;
}

} // namespace fasti::language
