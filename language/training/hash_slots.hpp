// Open-addressed tables as decoding reads them: a power of two of slots, at least one of them empty.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace fasti::language::training {

/// The entries, by hash, in a table of at most half. `key(slot)` is 0 for an empty slot.
template <class Slot, class Key> std::vector<Slot> hash_slots(const std::map<std::uint32_t, Slot>& entries, Key key) {
    std::vector<Slot> slots(std::bit_ceil(entries.size() * 2 + 2));
    const std::size_t mask = slots.size() - 1;
    for (const auto& [hash, slot] : entries) {
        std::size_t at = hash & mask;
        while (key(slots[at]) != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = slot;
    }
    return slots;
}

} // namespace fasti::language::training
