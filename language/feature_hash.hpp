// Features are 32-bit hashes: a template's number mixed with the atoms that it joins. Training and
// decoding make them by the same functions, so that they can't differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
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

/// Joins atoms into the feature of template `number`: the upper half of a sum of products, one factor for each place
/// (multilinear hashing, strongly universal by Lemire and Kaser 2014). The products do not wait for each other, and
/// those that templates have in common are made once.
template <class... Atoms> [[nodiscard]] constexpr std::uint32_t feature(std::uint32_t number, Atoms... atoms) {
    constexpr std::uint64_t factors[] = {0xff51afd7ed558ccdULL, 0xc4ceb9fe1a85ec53ULL, 0xd6e8feb86659fd93ULL,
                                         0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL, 0x8ebc6af09c88c6e3ULL};
    static_assert(sizeof...(Atoms) <= std::size(factors));
    std::uint64_t sum = number * 0x9E3779B97F4A7C15ULL + 0x7F4A7C157F4A7C15ULL;
    std::size_t place = 0;
    ((sum += static_cast<std::uint32_t>(atoms) * factors[place++]), ...);
    return static_cast<std::uint32_t>(sum >> 32);
}

} // namespace fasti::language
