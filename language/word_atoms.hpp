// What the models see of a word: hashes of its form, affixes and shape, made once per token.
#pragma once

#include "core/document.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fasti::language {

struct WordAtoms {
    std::uint32_t lower = 0; ///< the word without case
    std::uint32_t form = 0;  ///< with case, as the truecaser leaves it
    std::uint32_t shape = 0; ///< "Xx", "XX", "d", "x-x"
    std::uint32_t prefix1 = 0, prefix2 = 0, prefix3 = 0;
    std::uint32_t suffix1 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;
    bool capital = false; ///< begins with a capital, after truecasing
};

/// Words that are written low where case tells something; for headlines.
class CaseLexicon;

/// Atoms of the tokens of one sentence. In a sentence that is set in capitals or title case, words
/// that `lexicon` knows to be low ones are taken as low.
void make_atoms(const Document& document, IndexRange tokens, const CaseLexicon* lexicon, std::vector<WordAtoms>& out);

/// A set of hashed words, in place in the model file.
class CaseLexicon {
public:
    [[nodiscard]] bool open(std::span<const std::byte> section);
    /// True when the word (hash of its lower form) is usually written low.
    [[nodiscard]] bool low(std::uint32_t lower) const;

private:
    std::span<const std::uint32_t> slots_;
};

} // namespace fasti::language
