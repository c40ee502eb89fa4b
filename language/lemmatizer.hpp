// Lemmas by edits of the form: a dictionary of what the training data has, then rules on suffixes
// learned from it. "withdrew" VBD → "withdraw" (dictionary), "annexed" VBD → strip 2, add nothing.
#pragma once

#include "core/document.hpp"
#include "language/model_file.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fasti::language {

/// Strip `strip` bytes from the end of the form, then append `append`.
struct LemmaEdit {
    std::uint8_t strip = 0;
    std::uint8_t size = 0;
    char append[10] = {};

    [[nodiscard]] std::string_view tail() const { return {append, size}; }
    friend bool operator==(const LemmaEdit&, const LemmaEdit&) = default;
};

inline constexpr std::size_t longest_lemma_suffix = 6;

/// Keys of the two tables; `lower` is the form in lower case.
[[nodiscard]] std::uint32_t lemma_word_key(std::string_view lower, Xpos xpos);
[[nodiscard]] std::uint32_t lemma_suffix_key(std::string_view suffix, Xpos xpos);

class Lemmatizer {
public:
    [[nodiscard]] bool open(std::span<const std::byte> section);
    /// The lemma of a tagged token: a view of the text where the lemma is the form itself, else
    /// stored in `arena`. Proper nouns keep their capitals.
    [[nodiscard]] std::string_view lemma(std::string_view form, Upos upos, Xpos xpos, Arena& arena) const;

    struct Slot {
        std::uint32_t key; ///< 0: empty
        std::uint32_t edit;
    };

private:
    [[nodiscard]] const LemmaEdit* find(std::span<const Slot> slots, std::uint32_t key) const;

    std::span<const LemmaEdit> edits_;
    std::span<const Slot> words_;
    std::span<const Slot> suffixes_;
};

} // namespace fasti::language
