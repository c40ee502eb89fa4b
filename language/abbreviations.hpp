// Words that keep their dot, and what the dot says about the end of a sentence.
#pragma once

#include <string_view>

namespace fasti::language {

/// How an abbreviation behaves before a capital.
enum class Dot {
    none,   ///< no abbreviation: the dot ends the sentence
    title,  ///< a name follows ("Mr.", "Gen.", an initial): never an end
    number, ///< an end unless a digit follows ("No.", "p.", "Art.")
    either, ///< an end when what follows begins a sentence ("U.S.", "Inc.", "a.m.", "Oct.")
};

/// `word` with its dot.
[[nodiscard]] Dot abbreviation_dot(std::string_view word);
[[nodiscard]] inline bool is_abbreviation(std::string_view word) {
    return abbreviation_dot(word) != Dot::none;
}

} // namespace fasti::language
