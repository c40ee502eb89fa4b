// The static tables that linking reads: which words are one trigger family ("withdraw",
// "withdrawal"), which words of a name tell little ("ministry", "company"). Never counted from
// the story, so that an article gives the same keys in every story.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace fasti::graph {

/// The lists of words.tsv, which says what each holds.
enum class WordClass : std::uint8_t { light, empty, generic, suffix, title, particle, stop, once, quoted };
inline constexpr std::size_t word_classes = 9;

/// Cheap to copy, safe to read from many threads. Words are given folded (utf8::fold); what is
/// given back lives as long as the lexicon, or is the argument.
class Lexicon {
public:
    /// Reads families.tsv and words.tsv of `dir`; Error with file and line when one is malformed.
    [[nodiscard]] static Result<Lexicon> load(const std::filesystem::path& dir);

    /// The family of a trigger's lemma: "withdrawal" → "withdraw"; unknown lemmas are their own.
    [[nodiscard]] std::string_view family(std::string_view lemma) const;
    /// Families that often name one event share their kin: "quit" and "resign"; else the family.
    [[nodiscard]] std::string_view kin(std::string_view family) const;
    [[nodiscard]] bool is(WordClass word_class, std::string_view word) const;
    /// How much a word of a name tells: 0 ("the"), 1 ("ministry", "russian"), 3 all others.
    [[nodiscard]] int telling(std::string_view word) const;
    /// Short given name → its full form: "bill" → "william"; else the word itself.
    [[nodiscard]] std::string_view full_given_name(std::string_view word) const;
    /// ISO alpha-3 of a demonym or country word ("us", "russian"); empty: none.
    [[nodiscard]] std::string_view country(std::string_view word) const;

private:
    struct Tables;
    std::shared_ptr<const Tables> tables_;
};

} // namespace fasti::graph
