// Phrases that are known to be names of some kind: first names and surnames, cities, countries, organisations,
// brands; the well-known ones of them apart, which are surer. Only hints for the model of names.
#pragma once

#include "language/model_file.hpp"

#include <cstdint>
#include <span>

namespace fasti::language {

/// Bits, of which a slot has room for twelve.
enum GazetteerKind : std::uint16_t {
    gazetteer_first_name = 1,
    gazetteer_place = 2,
    gazetteer_country = 4,
    gazetteer_organization = 8,
    gazetteer_person = 16,
    gazetteer_group = 32,
    gazetteer_surname = 64,
    gazetteer_brand = 128,
    gazetteer_town = 256,   ///< a small place
    gazetteer_prefix = 512, ///< the phrase is the beginning of a longer one
    gazetteer_known_organization = 1024,
    gazetteer_known_place = 2048,
};
inline constexpr std::uint32_t gazetteer_kinds = 0xfff & ~gazetteer_prefix; ///< all but the prefix

/// Joins the hash of a phrase and of its next word (WordAtoms::lower).
[[nodiscard]] std::uint32_t phrase_key(std::uint32_t before, std::uint32_t word);

inline constexpr std::size_t longest_gazetteer_phrase = 6;

class Gazetteer {
public:
    /// The upper 20 bits are those of the key, the lower ones its kinds; 0: empty. With its place in the
    /// table that is nearly the whole key.
    using Slot = std::uint32_t;
    [[nodiscard]] static constexpr Slot slot(std::uint32_t key, std::uint32_t kinds) { return (key & ~0xfffu) | kinds; }

    [[nodiscard]] bool open(std::span<const std::byte> section);
    [[nodiscard]] std::uint32_t kinds(std::uint32_t key) const {
        const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
        for (std::uint32_t at = key & mask; slots_[at] != 0; at = (at + 1) & mask) {
            if ((slots_[at] ^ key) <= 0xfff) {
                return slots_[at] & 0xfff;
            }
        }
        return 0;
    }

private:
    std::span<const Slot> slots_;
};

} // namespace fasti::language
