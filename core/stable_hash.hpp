// A 64-bit hash that is the same on every machine, in every run and version: public ids and
// on-disk tables are made from it. Not for hostile keys that must not collide.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fasti {

/// Mixes all bits of `x` into all bits of the result (the finaliser of splitmix64, Steele 2014).
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) {
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    x ^= x >> 31;
    return x;
}

/// FNV-1a, a letter at a time: for texts that are hashed where they stand, folded on the way.
inline constexpr std::uint64_t fnv_start = 0xcbf29ce484222325ULL;
[[nodiscard]] constexpr std::uint64_t fnv_step(std::uint64_t h, std::uint64_t letter) {
    return (h ^ letter) * 0x100000001b3ULL;
}

/// FNV-1a over the bytes, finished with mix64. `seed` chains several fields.
[[nodiscard]] constexpr std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0) {
    std::uint64_t h = fnv_start ^ mix64(seed);
    for (char c : bytes) {
        h = fnv_step(h, static_cast<unsigned char>(c));
    }
    return mix64(h);
}

/// 13 characters of [a-z2-7] that stand for all 64 bits: legal in XML ids, file names and addresses.
[[nodiscard]] inline std::string base32(std::uint64_t h) {
    std::string out(13, 'a');
    for (int i = 12; i >= 0; --i, h >>= 5) {
        out[static_cast<std::size_t>(i)] = "abcdefghijklmnopqrstuvwxyz234567"[h & 31];
    }
    return out;
}

} // namespace fasti
