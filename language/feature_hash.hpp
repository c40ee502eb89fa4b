// Features are 32-bit hashes: a template's number mixed with the atoms that it joins. Training and
// decoding make them by the same functions, so that they can't differ.
#pragma once

#include <cstdint>
#include <string_view>

namespace fasti::language {

/// An atom: a word, a tag, a distance. Equal atoms of one kind hash alike everywhere.
[[nodiscard]] constexpr std::uint32_t hash_word(std::string_view word) {
    std::uint32_t h = 2166136261u; // FNV-1a, then mixed
    for (const char c : word) {
        h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    }
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    h ^= h >> 12;
    return h;
}

/// Joins atoms into the feature of template `number`.
template <class... Atoms> [[nodiscard]] constexpr std::uint32_t feature(std::uint32_t number, Atoms... atoms) {
    std::uint64_t h = number * 0x9E3779B97F4A7C15ULL + 0x7F4A7C15ULL;
    ((h = (h ^ static_cast<std::uint32_t>(atoms)) * 0xff51afd7ed558ccdULL, h ^= h >> 32), ...);
    return static_cast<std::uint32_t>(h ^ h >> 29);
}

} // namespace fasti::language
