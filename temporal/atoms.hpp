// The smallest pieces that temporal rules speak of: runs of letters, runs of digits, and single
// marks. Finer than tokens, so that "1990s", "15:00", "10/20/2021" and "3pm" need no rule of their
// own for every way of writing them; the matcher and the rule files cut text by the same function.
//
//   "Oct. 20, 9:30 a.m."  →  oct  .  20  ,  9  :  30  a.m.
#pragma once

#include "core/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::temporal {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

/// The words and marks that rules and lexicons name. Everything else is `unknown_word`.
class Vocabulary {
public:
    Vocabulary();
    /// The id of `folded`, which is added when it is new.
    WordId add(std::string_view folded);
    [[nodiscard]] WordId find(std::string_view folded) const { return find(folded, hash(folded)); }
    [[nodiscard]] WordId find(std::string_view folded, std::uint32_t hash) const;
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] std::string_view word(WordId id) const { return words_[id]; }

    static constexpr std::uint32_t hash_seed = 2166136261u;
    [[nodiscard]] static constexpr std::uint32_t hash_step(std::uint32_t h, char c) {
        return (h ^ static_cast<unsigned char>(c)) * 16777619u;
    }
    [[nodiscard]] static constexpr std::uint32_t hash(std::string_view word) {
        std::uint32_t h = hash_seed;
        for (const char c : word) {
            h = hash_step(h, c);
        }
        return h;
    }

private:
    void grow();
    std::vector<std::string> words_;   // by id; 0 is the unknown word
    std::vector<std::uint32_t> slots_; // open addressing, 0: free
};

enum class AtomKind : std::uint8_t { word, number, mark };

struct Atom {
    Span span;
    WordId word = unknown_word; ///< of words and marks
    std::int32_t number = -1;   ///< of digits; −1 when there are more than nine
    std::uint8_t digits = 0;
    AtomKind kind = AtomKind::mark;
    bool glued = false;   ///< nothing stands between it and the atom before
    bool capital = false; ///< begins with an upper case letter, or has it second, as "iPhone"
    bool opens = false;   ///< first of a sentence on a line of its own: no match runs across
};

/// Cuts `text`; linear. Dotted abbreviations of single letters are one word without their dots: "a.m." → "am".
[[nodiscard]] std::vector<Atom> cut_atoms(std::string_view text, const Vocabulary& vocabulary);
/// The same for a document, whose sentences tell where a line break ends a sentence.
[[nodiscard]] std::vector<Atom> cut_atoms(const Document& document, const Vocabulary& vocabulary);

} // namespace fasti::temporal
