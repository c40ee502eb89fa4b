// Words that decide what a full stop means: abbreviations, and the words that begin sentences.
#pragma once

#include <cstdint>
#include <string_view>

namespace fasti::language {

enum class Abbreviation : std::uint8_t {
    none,
    title,        ///< a name follows, a sentence never ends here: "Mr.", "Gen.", "St."
    before_digit, ///< only with a number behind it: "No. 5", "Jan. 3", "p. 12"
    inner,        ///< something follows that belongs to it: "vs.", "e.g.", "cf."
    any,          ///< may end a sentence too: "Inc.", "etc.", "p.m.", "Jr."
};

/// What `word` (without its dot) is. Capitals count where the word without its dot is a common
/// one: "Sat" of "Sat." is, "sat" is not.
[[nodiscard]] Abbreviation find_abbreviation(std::string_view word);

/// True for capitalised words that begin a sentence far more often than they stand in a name:
/// "The", "He", "But", "According".
[[nodiscard]] bool begins_sentences(std::string_view word);

/// True for a month or weekday, whole or abbreviated, any case: "Nov", "tuesday", "Sept.".
[[nodiscard]] bool is_calendar_name(std::string_view word);

/// True for verbs that tie a quotation to its speaker: "said", "asked", "tweeted".
[[nodiscard]] bool is_speech_verb(std::string_view word);

} // namespace fasti::language
