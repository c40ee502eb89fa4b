// See weights.hpp. A table always has empty slots, or a search would not end: open() checks it.
#include "language/weights.hpp"

#include <algorithm>

namespace fasti::language {
namespace {

bool power_of_two(std::uint32_t n) {
    return n > 0 && (n & (n - 1)) == 0;
}

} // namespace

bool SparseWeights::open(std::span<const std::byte> section) {
    SectionReader in(section);
    labels_ = in.u32();
    const std::uint32_t slots = in.u32();
    const std::uint32_t cells = in.u32();
    slots_ = in.array<Slot>(slots);
    cells_ = in.array<Cell>(cells);
    if (!in.ok() || !power_of_two(slots) || labels_ > 256) {
        return false;
    }
    mask_ = slots - 1;
    bool empty = false;
    for (const Slot& slot : slots_) {
        empty = empty || slot.feature == 0;
        if (slot.feature != 0 && (slot.begin & 0xffffffu) + (slot.begin >> 24) > cells) {
            return false;
        }
    }
    return empty && std::all_of(cells_.begin(), cells_.end(), [&](Cell cell) { return cell.label < labels_; });
}

bool DenseWeights::open(std::span<const std::byte> section) {
    SectionReader in(section);
    const std::uint32_t rows = in.u32();
    rows_ = in.array<Row>(rows);
    if (!in.ok() || !power_of_two(rows)) {
        return false;
    }
    mask_ = rows - 1;
    return std::any_of(rows_.begin(), rows_.end(), [](Row row) { return row == 0; });
}

} // namespace fasti::language
