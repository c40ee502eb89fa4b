// How the words of names look: large letters, digits, initials; and the words of the calendar, which look the same.
#pragma once

#include <string_view>

namespace fasti::events {

/// Months, weekdays and the like in lower case: proper nouns that are no actors.
[[nodiscard]] bool calendar_word(std::string_view folded);
[[nodiscard]] bool has_letter_or_digit(std::string_view word);
/// A word with a digit that may end a name: "4", "787", "A380", "3GS"; no year, price or share.
[[nodiscard]] bool name_number(std::string_view word);
/// Small words within a person's name: "von", "bin".
[[nodiscard]] bool name_particle(std::string_view folded);
/// True of "A380", "F-16", "MD-11F": letters, then a number, as makers name their models. Not of "G20".
[[nodiscard]] bool model_name(std::string_view word);
/// An upper-case letter behind a lower-case one: "iPhone", "eBay", "YouTube".
[[nodiscard]] bool inner_capital(std::string_view word);
/// A capital far within the word or at its end, as no person is written: "ExxonMobil", "SpaceX"; but "MacArthur".
[[nodiscard]] bool written_as_firm(std::string_view word);
[[nodiscard]] bool capitalised(std::string_view word);
/// "S&P", "AT&T"; not the common words that are written so.
[[nodiscard]] bool joined_initials(std::string_view word);

} // namespace fasti::events
