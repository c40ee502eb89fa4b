// See name_shape.hpp.
#include "events/name_shape.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

namespace {

constexpr std::array<std::string_view, 30> calendar_words = {
    "january",  "february", "march",  "april",   "may",       "june",     "july",   "august",   "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",    "jan",
    "feb",      "aug",      "sept",   "oct",     "nov",       "dec",      "am",     "pm",       "christmas", "easter"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool capital_behind_low(std::string_view word, std::size_t at) {
    return word[at] >= 'A' && word[at] <= 'Z' && word[at - 1] >= 'a' && word[at - 1] <= 'z';
}

} // namespace

bool calendar_word(std::string_view folded) {
    if (folded.ends_with('.'))
        folded.remove_suffix(1); // "Oct."
    return one_of(folded, calendar_words);
}

bool has_letter_or_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool name_number(std::string_view word) {
    if (word.empty() || word.size() > 6 || !std::any_of(word.begin(), word.end(), is_digit))
        return false;
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
    });
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    const bool ordinal = word.size() > 2 && (word.ends_with("th") || word.ends_with("st") || word.ends_with("nd"));
    return plain && !year && !ordinal;
}

bool name_particle(std::string_view folded) {
    return one_of(folded, std::array<std::string_view, 24>{"von",   "van", "der", "den", "de",  "da", "di",  "del",
                                                           "della", "la",  "le",  "los", "dos", "du", "bin", "ibn",
                                                           "ben",   "el",  "al",  "ter", "ten", "zu", "af",  "abu"});
}

bool model_name(std::string_view word) {
    std::size_t at = 0;
    const auto run = [&](auto is, std::size_t least, std::size_t most) {
        const std::size_t begin = at;
        while (at < word.size() && is(word[at]))
            ++at;
        return at - begin >= least && at - begin <= most;
    };
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!run(capital, 1, 3))
        return false;
    if (at < word.size() && word[at] == '-')
        ++at;
    return run(is_digit, 2, 4) && run(capital, 0, 2) && at == word.size() && !(word[0] == 'G' && word.size() == 3);
}

bool inner_capital(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (capital_behind_low(word, i))
            return true;
    return false;
}

bool written_as_firm(std::string_view word) {
    constexpr std::size_t far = 4;
    for (std::size_t i = 1; i < word.size(); ++i)
        if (capital_behind_low(word, i) && (i >= far || i + 1 == word.size()))
            return true;
    return false;
}

bool capitalised(std::string_view word) {
    if (word.empty())
        return false;
    std::size_t at = 0;
    return utf8::is_upper(utf8::decode(word, at));
}

bool joined_initials(std::string_view word) {
    static constexpr std::array<std::string_view, 6> common = {"R&D", "Q&A", "M&A", "B&B", "R&B", "P&L"};
    return word.size() > 2 && word.size() < 6 && word.find('&') != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&'; }) &&
           !one_of(word, common);
}

} // namespace fasti::events
