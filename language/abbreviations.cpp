// See abbreviations.hpp. The tables are sorted; a test says so.
#include "language/abbreviations.hpp"

#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

struct Entry {
    std::string_view word; ///< lower case
    Abbreviation kind;
    bool capitalised; ///< only when written with a capital
};

constexpr auto title = Abbreviation::title;
constexpr auto number = Abbreviation::before_digit;
constexpr auto inner = Abbreviation::inner;
constexpr auto any = Abbreviation::any;

constexpr std::array abbreviations = std::to_array<Entry>({
    {"abp", title, true},    {"adm", title, true},     {"al", any, false},      {"ala", any, true},
    {"amb", title, true},    {"approx", inner, false}, {"apr", any, true},      {"ariz", any, true},
    {"ark", any, true},      {"art", number, true},    {"assn", any, true},     {"asst", title, true},
    {"atty", title, true},   {"aug", any, true},       {"ave", any, true},      {"bldg", any, true},
    {"blvd", any, true},     {"brig", title, true},    {"bros", any, true},     {"ca", inner, false},
    {"calif", any, true},    {"capt", title, true},    {"cf", inner, false},    {"ch", number, false},
    {"chap", number, false}, {"cmdr", title, true},    {"co", any, true},       {"col", title, true},
    {"colo", any, true},     {"conf", any, true},      {"cong", title, true},   {"conn", any, true},
    {"corp", any, true},     {"cpl", title, true},     {"ct", any, true},       {"dec", any, true},
    {"del", title, true},    {"dept", any, false},     {"dist", any, true},     {"div", any, false},
    {"dr", title, true},     {"ed", any, true},        {"eds", any, true},      {"eg", inner, false},
    {"eq", number, false},   {"esp", inner, false},    {"esq", any, true},      {"est", any, false},
    {"etc", any, false},     {"ext", number, false},   {"feb", any, true},      {"fig", number, false},
    {"figs", number, false}, {"fla", any, true},       {"fr", title, true},     {"fri", any, true},
    {"ft", any, true},       {"ga", any, true},        {"gen", title, true},    {"gov", title, true},
    {"govt", any, false},    {"hon", title, true},     {"hwy", any, true},      {"ibid", any, false},
    {"ill", any, true},      {"inc", any, true},       {"insp", title, true},   {"intl", any, false},
    {"jan", any, true},      {"jr", any, true},        {"jul", any, true},      {"jun", any, true},
    {"kan", any, true},      {"ky", any, true},        {"la", any, true},       {"lt", title, true},
    {"ltd", any, true},      {"maj", title, true},     {"mar", any, true},      {"mass", any, true},
    {"md", any, true},       {"mfg", any, false},      {"mich", any, true},     {"minn", any, true},
    {"miss", any, true},     {"mlle", title, true},    {"mme", title, true},    {"mo", any, true},
    {"mont", any, true},     {"mr", title, true},      {"mrs", title, true},    {"ms", title, true},
    {"msgr", title, true},   {"mt", title, true},      {"natl", any, false},    {"neb", any, true},
    {"nev", any, true},      {"no", number, false},    {"nos", number, false},  {"nov", any, true},
    {"oct", any, true},      {"okla", any, true},      {"op", number, false},   {"ore", any, true},
    {"pa", any, true},       {"para", number, false},  {"penn", any, true},     {"pfc", title, true},
    {"plc", any, true},      {"pp", number, false},    {"pres", title, true},   {"prof", title, true},
    {"pt", number, true},    {"pte", title, true},     {"pty", any, true},      {"pvt", title, true},
    {"rd", any, true},       {"rep", title, true},     {"reps", title, true},   {"rev", title, true},
    {"sec", number, false},  {"sen", title, true},     {"sens", title, true},   {"sep", any, true},
    {"sept", any, true},     {"sgt", title, true},     {"sq", inner, false},    {"sr", any, true},
    {"st", title, true},     {"ste", title, true},     {"supt", title, true},   {"tenn", any, true},
    {"tex", any, true},      {"thu", any, true},       {"thur", any, true},     {"thurs", any, true},
    {"tue", any, true},      {"tues", any, true},      {"univ", any, true},     {"va", any, true},
    {"viz", inner, false},   {"vol", number, false},   {"vols", number, false}, {"vs", inner, false},
    {"vt", any, true},       {"wash", any, true},      {"wed", any, true},      {"wis", any, true},
    {"wyo", any, true},
});

constexpr std::array sentence_words = std::to_array<std::string_view>({
    "A",
    "About",
    "According",
    "Additionally",
    "After",
    "Afterwards",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Besides",
    "Between",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "Everyone",
    "Few",
    "Following",
    "For",
    "From",
    "Had",
    "Has",
    "Have",
    "He",
    "Hence",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Like",
    "Many",
    "Maybe",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Nearly",
    "Neither",
    "Nevertheless",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "On",
    "Once",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Perhaps",
    "Prior",
    "Recently",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Sometimes",
    "Soon",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Under",
    "Unfortunately",
    "Unlike",
    "Until",
    "Upon",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whose",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yesterday",
    "Yet",
    "You",
    "Your",
});

constexpr std::array calendar_names = std::to_array<std::string_view>({
    "apr",      "april", "aug",      "august", "dec",      "december", "feb",   "february",  "fri", "friday", "jan",
    "january",  "jul",   "july",     "jun",    "june",     "mar",      "march", "may",       "mon", "monday", "nov",
    "november", "oct",   "october",  "sat",    "saturday", "sep",      "sept",  "september", "sun", "sunday", "thu",
    "thur",     "thurs", "thursday", "tue",    "tues",     "tuesday",  "wed",   "wednesday",
});

constexpr std::array speech_verbs = std::to_array<std::string_view>({
    "added",     "admitted", "announced", "answered", "argued",    "asked",    "asks",     "commented", "concluded",
    "continued", "cried",    "declared",  "demanded", "explained", "insisted", "noted",    "pleaded",   "read",
    "remarked",  "repeated", "replied",   "reported", "responded", "said",     "say",      "says",      "screamed",
    "shouted",   "stated",   "thought",   "told",     "tweeted",   "warned",   "wondered", "wrote",     "yelled",
});

static_assert(std::ranges::is_sorted(abbreviations, {}, &Entry::word));
static_assert(std::ranges::is_sorted(sentence_words));
static_assert(std::ranges::is_sorted(calendar_names));
static_assert(std::ranges::is_sorted(speech_verbs));

} // namespace

Abbreviation find_abbreviation(std::string_view word) {
    const LowerWord lower(word);
    const auto at = std::ranges::lower_bound(abbreviations, lower.view(), {}, &Entry::word);
    if (lower.view().empty() || at == abbreviations.end() || at->word != lower.view() ||
        (at->capitalised && !is_ascii_upper(word.front()))) {
        return Abbreviation::none;
    }
    return at->kind;
}

bool begins_sentences(std::string_view word) {
    return std::ranges::binary_search(sentence_words, word);
}

bool is_calendar_name(std::string_view word) {
    if (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    return std::ranges::binary_search(calendar_names, LowerWord(word).view());
}

bool is_speech_verb(std::string_view word) {
    return std::ranges::binary_search(speech_verbs, word);
}

} // namespace fasti::language
