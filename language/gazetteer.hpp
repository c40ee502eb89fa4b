// Phrases that are known to be names of some kind: first names, cities, countries, organisations.
// Only hints for the model of names.
#pragma once

#include "language/model_file.hpp"

#include <cstdint>
#include <span>

namespace fasti::language {

enum GazetteerKind : std::uint8_t {
    gazetteer_first_name = 1,
    gazetteer_place = 2,
    gazetteer_country = 4,
    gazetteer_organization = 8,
    gazetteer_person = 16,
    gazetteer_group = 32,
    gazetteer_prefix = 128, ///< the phrase is the beginning of a longer one
};

/// Joins the hash of a phrase and of its next word (WordAtoms::lower).
[[nodiscard]] std::uint32_t phrase_key(std::uint32_t before, std::uint32_t word);

inline constexpr std::size_t longest_gazetteer_phrase = 6;

class Gazetteer {
public:
    struct Slot {
        std::uint32_t key; ///< 0: empty
        std::uint32_t kinds;
    };
    [[nodiscard]] bool open(std::span<const std::byte> section);
    [[nodiscard]] std::uint32_t kinds(std::uint32_t key) const {
        const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
        for (std::uint32_t at = key & mask; slots_[at].key != 0; at = (at + 1) & mask) {
            if (slots_[at].key == key) {
                return slots_[at].kinds;
            }
        }
        return 0;
    }

private:
    std::span<const Slot> slots_;
};

} // namespace fasti::language
