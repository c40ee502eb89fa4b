// What the models see of a word: hashes of its form, affixes and shape, and its entry in the lexicon, made
// once per token.
#pragma once

#include "core/document.hpp"
#include "language/gazetteer.hpp"
#include "language/lexicon.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fasti::language {

struct WordAtoms {
    std::uint32_t lower = 0; ///< the word without case
    std::uint32_t form = 0;  ///< with case, as the truecaser leaves it
    std::uint32_t shape = 0; ///< "Xx", "XX", "d", "x-x"
    std::uint32_t prefix1 = 0, prefix2 = 0, prefix3 = 0;
    std::uint32_t suffix1 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;
    std::uint32_t initials = 0;   ///< of "IAEA", as the first letters of a name would hash; 0 for others
    bool capital = false;         ///< begins with a capital, after truecasing
    bool stranger = false;        ///< the lexicon knows neither a tag nor a sense nor the usual case of it
    std::uint32_t kinds = 0;      ///< of names that the word alone may be (GazetteerKind); 0 for common words
    std::uint32_t word_class = 0; ///< of the lexicon, also where `entry` is left out
    WordEntry entry;              ///< of the lexicon; all zero for a stranger

    /// The sixteen classes that the word's one is among.
    [[nodiscard]] std::uint32_t wide_class() const { return (word_class + 15) / 16; }
    /// WordNet's fields of the word as noun and verb, as one atom.
    [[nodiscard]] std::uint32_t field() const { return entry.noun_field + entry.verb_field * 64u; }
};

/// The form that the lexicon is keyed by: lower case, typographic marks made plain, cut at 64 bytes; in `buffer`.
using WordBuffer = std::array<char, 80>;
[[nodiscard]] std::string_view lower_form(std::string_view word, WordBuffer& buffer);

/// Atoms of the tokens of one sentence. In a sentence that is set in capitals or title case, words
/// that `lexicon` knows to be low ones are taken as low. Without a gazetteer no word has kinds.
void make_atoms(const Document& document, IndexRange tokens, const Lexicon* lexicon, std::vector<WordAtoms>& out,
                const Gazetteer* gazetteer = nullptr);

} // namespace fasti::language
