// See abbreviations.hpp.
#include "language/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Sorted, lower case, without the dot.
constexpr std::array<std::string_view, 45> titles = {
    "adm",  "attys", "brig", "capt", "cdr",  "cmdr", "col",   "comdr",  "cpl",  "cpt", "dr", "drs",
    "fr",   "gen",   "gov",  "hon",  "insp", "lt",   "maj",   "messrs", "mlle", "mme", "mr", "mrs",
    "ms",   "msgr",  "mt",   "pfc",  "pres", "prof", "pvt",   "rep",    "reps", "rev", "rt", "sen",
    "sens", "sgt",   "sr",   "st",   "ste",  "supt", "treas", "vs",     "v"};
constexpr std::array<std::string_view, 14> numbered = {"art", "ch", "ext",  "fig", "figs", "no",  "nos",
                                                       "nr",  "p",  "para", "pp",  "sec",  "vol", "vols"};
constexpr std::array<std::string_view, 92> others = {
    "ala",   "approx", "apr", "ariz", "ark",  "assn", "assoc", "asst",  "aug",  "ave",  "bldg", "blvd", "bros", "ca",
    "calif", "cf",     "cie", "co",   "colo", "conn", "corp",  "corps", "cos",  "ct",   "dec",  "del",  "dep",  "dept",
    "dist",  "div",    "ed",  "eds",  "eg",   "esp",  "esq",   "est",   "etc",  "feb",  "fla",  "fri",  "ft",   "ga",
    "govt",  "hwy",    "ill", "inc",  "incl", "ind",  "inst",  "intl",  "jan",  "jr",   "jul",  "jun",  "kan",  "ky",
    "la",    "lb",     "lbs", "ltd",  "mar",  "mass", "md",    "mfg",   "mich", "minn", "miss", "mo",   "mon",  "mont",
    "neb",   "nev",    "nov", "oct",  "okla", "ore",  "oz",    "pa",    "penn", "ph",   "plc",  "rd",   "rte",  "sat",
    "sept",  "sep",    "sun", "tenn", "tex",  "thur", "tue",   "wed"};

template <class List> bool holds(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

Dot abbreviation_dot(std::string_view word) {
    if (word.size() < 2 || word.back() != '.') {
        return Dot::none;
    }
    const std::string_view stem = word.substr(0, word.size() - 1);
    // One letter: an initial. Letters and dots in turn: U.S., a.m., e.g., Ph.D.
    if (stem.size() == 1) {
        return letter(stem[0]) && stem[0] != 'I' ? Dot::title : Dot::none;
    }
    if (stem.find('.') != std::string_view::npos) {
        std::size_t run = 0;
        for (const char c : stem) {
            run = c == '.' ? 0 : run + 1;
            if ((c != '.' && !letter(c)) || run > 2) {
                return Dot::none;
            }
        }
        return stem == "e.g" || stem == "i.e" ? Dot::title : Dot::either;
    }
    if (stem.size() > 6) {
        return Dot::none;
    }
    std::array<char, 8> lower{};
    for (std::size_t i = 0; i < stem.size(); ++i) {
        if (!letter(stem[i])) {
            return Dot::none;
        }
        lower[i] = static_cast<char>(stem[i] | 0x20);
    }
    const std::string_view folded(lower.data(), stem.size());
    const bool capital = stem[0] < 'a';
    if (holds(titles, folded) && (capital || folded == "vs" || folded == "v")) {
        return Dot::title;
    }
    if (holds(numbered, folded) && (capital || folded != "no")) {
        return Dot::number;
    }
    const bool lower_too = folded == "etc" || folded == "approx" || folded == "esp" || folded == "incl" ||
                           folded == "ca" || folded == "cf" || folded == "lbs" || folded == "oz" || folded == "ed" ||
                           folded == "eds";
    return holds(others, folded) && (capital || lower_too) ? Dot::either : Dot::none;
}

} // namespace fasti::language
