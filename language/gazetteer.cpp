// See gazetteer.hpp.
#include "language/gazetteer.hpp"

#include "language/feature_hash.hpp"

#include <algorithm>

namespace fasti::language {

std::uint32_t phrase_key(std::uint32_t before, std::uint32_t word) {
    return feature(77, before, word) | 1;
}

bool Gazetteer::open(std::span<const std::byte> section) {
    SectionReader in(section);
    const std::uint32_t slots = in.u32();
    slots_ = in.array<Slot>(slots);
    return in.ok() && slots > 0 && (slots & (slots - 1)) == 0 &&
           std::any_of(slots_.begin(), slots_.end(), [](Slot slot) { return slot == 0; });
}

} // namespace fasti::language
