// What is known about a word before its sentence is read: how it is usually written, the tags that
// it had in training, and WordNet's parts of speech and fields of meaning. An open-addressed table
// in the model file, keyed by the hash of the lower-cased word.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace fasti::language {

/// How a word is written inside sentences.
enum class Casing : std::uint8_t { unknown, lower, capital, mixed };

/// Bits of WordEntry::wordnet. The upper four say the same of the word without its ending ("walk" of "walked").
enum WordNetPos : std::uint8_t { wordnet_noun = 1, wordnet_verb = 2, wordnet_adjective = 4, wordnet_adverb = 8 };

struct WordEntry {
    std::uint32_t key = 0;    ///< hash of the lower-cased word; 0: an empty slot
    std::uint16_t tags = 0;   ///< number of the set of tags that it had in training; 0: too rare
    std::uint8_t wordnet = 0; ///< WordNetPos
    Casing casing = Casing::unknown;
    std::uint8_t noun_field = 0; ///< 1 + WordNet's lexicographer file of the first sense as a noun
    std::uint8_t verb_field = 0;
    std::uint16_t word_class = 0; ///< of words met in like contexts, 1 … 1024, sixteen neighbours in a row; 0: unknown
};
static_assert(sizeof(WordEntry) == 12);

class Lexicon {
public:
    [[nodiscard]] bool open(std::span<const std::byte> section);
    /// The entry of a word, or what is known of the word that it is an inflection of; all zero for a stranger.
    [[nodiscard]] WordEntry find(std::string_view lower, std::uint32_t hash) const;

private:
    std::span<const WordEntry> slots_;
};

/// Calls `found(base)` for each word that `lower` may be a regular inflection of, until it returns true.
template <class Found> void each_base(std::string_view lower, Found&& found) {
    char bytes[64];
    const auto with = [&](std::size_t cut, std::string_view put) {
        const std::size_t kept = lower.size() - cut;
        lower.copy(bytes, kept);
        put.copy(bytes + kept, put.size());
        return found(std::string_view(bytes, kept + put.size()));
    };
    if (lower.size() < 4 || lower.size() > 60) {
        return;
    }
    const auto stem_of = [&](std::size_t cut) { // "walk-ed", "judg-ed", "stop-ped"
        const std::size_t kept = lower.size() - cut;
        return kept >= 2 && (with(cut, "") || with(cut, "e") ||
                             (kept >= 3 && lower[kept - 1] == lower[kept - 2] && with(cut + 1, "")));
    };
    if (lower.ends_with("ies") || lower.ends_with("ied")) {
        with(3, "y");
    } else if (lower.ends_with("s")) {
        (void)(with(1, "") || (lower.ends_with("es") && with(2, "")));
    } else if (lower.ends_with("ing")) {
        stem_of(3);
    } else if (lower.ends_with("ed")) {
        stem_of(2);
    }
}

} // namespace fasti::language
