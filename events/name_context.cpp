// See name_context.hpp.
#include "events/name_context.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

/// A chain of conjuncts is followed no farther, or one of a thousand names would cost a million steps.
constexpr int most_conjuncts = 16;

/// Prepositions behind which the name of a capital is the city.
constexpr std::array<std::string_view, 20> locative = {
    "in",      "at",   "from",   "near", "to",     "outside", "around",     "across", "through", "toward",
    "towards", "into", "inside", "on",   "beyond", "via",     "throughout", "within", "above",   "off"};

/// Verbs whose subject may well be a place: the city of a capital stays a city with them.
constexpr std::array<std::string_view, 26> place_verbs = {
    "be",    "lie",     "have",  "host",   "wake",  "see",   "experience", "remain",   "become",
    "grow",  "look",    "stand", "burn",   "fall",  "rise",  "sleep",      "get",      "feel",
    "boast", "contain", "sit",   "suffer", "flood", "shake", "erupt",      "celebrate"};

/// What is done to the city rather than to the state: "Kyiv was shelled".
constexpr std::array<std::string_view, 20> done_to_cities = {
    "shell",  "bomb",    "bombard", "hit",      "strike", "besiege",  "capture",  "encircle", "evacuate", "rebuild",
    "damage", "destroy", "storm",   "blockade", "occupy", "surround", "liberate", "retake",   "flatten",  "devastate"};

/// Fields of ministers: before the title they belong to it, whatever the tree says of them.
constexpr std::array<std::string_view, 22> fields_of_office = {
    "defense", "defence", "finance",     "interior",    "justice",  "health",     "education", "energy",
    "trade",   "economy", "transport",   "environment", "culture",  "labor",      "labour",    "agriculture",
    "oil",     "tourism", "information", "security",    "industry", "development"};

} // namespace

std::string lemma_key(const Document& document, std::uint32_t token) {
    const std::string_view lemma = document.tokens[token].lemma;
    return utf8::fold(lemma.empty() ? document.word(token) : lemma);
}

Office find_office(const Tree& tree, const ActorLexicon& lexicon, std::uint32_t token) {
    const Document& document = tree.document();
    const std::uint32_t first = document.sentences[tree.sentence(token)].tokens.begin;
    Office office;
    std::string words = lemma_key(document, token);
    if (words.empty())
        return office;
    std::uint32_t begin = token;
    std::string longest = words;
    if (const auto* title = lexicon.title(words)) {
        office.office = title->office;
        office.gender = title->gender;
        office.tokens = {token, token + 1};
    }
    for (int back = 1; back <= 2 && begin > first; ++back) {
        --begin;
        longest = utf8::fold(document.word(begin)) + " " + longest;
        if (const auto* title = lexicon.title(longest)) {
            office.office = title->office;
            office.gender = title->gender;
            office.tokens = {begin, token + 1};
        }
    }
    if (office.tokens.empty() || office.tokens.begin == first)
        return office;
    // "Defense Minister", "foreign secretary": the field of the office is the word before it.
    const std::uint32_t before = office.tokens.begin - 1;
    const Token& domain = document.tokens[before];
    const std::string word = utf8::fold(document.word(before));
    const bool noun = (domain.upos == Upos::noun || domain.upos == Upos::propn) &&
                      (domain.relation == Relation::compound || one_of(word, fields_of_office));
    const bool adjective =
        domain.upos == Upos::adj &&
        one_of(word, std::array<std::string_view, 8>{"foreign", "interior", "financial", "economic", "military",
                                                     "agricultural", "presidential", "naval"});
    if ((noun || adjective) && !lexicon.country_word(word) && !lexicon.organization(word)) {
        office.domain = word == "defence" ? "defense" : word;
        office.tokens.begin = before;
    }
    return office;
}

int year_beside(const Tree& tree, std::uint32_t head) {
    const Document& document = tree.document();
    const auto year_of = [&](std::uint32_t t) {
        const std::string_view word = document.word(t);
        const bool digits = word.size() == 4 && (word[0] == '1' || word[0] == '2') &&
                            std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        return digits ? (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0') : 0;
    };
    const auto among = [&](std::uint32_t governor, Relation relation) {
        const auto children = tree.children(governor, relation);
        for (const std::uint32_t c : children.first(std::min<std::size_t>(children.size(), 8)))
            if (const int year = year_of(c); year != 0)
                return year;
        return 0;
    };
    if (const int year = among(head, Relation::nmod); year != 0)
        return year;
    const std::uint32_t governor = tree.head(head);
    return governor == no_token ? 0 : among(governor, Relation::obl);
}

bool asks_for_actor(const Tree& tree, std::uint32_t head) {
    const Document& document = tree.document();
    std::uint32_t at = head;
    // A conjunct stands where the first one stands.
    for (int steps = 0; steps < most_conjuncts && document.tokens[at].relation == Relation::conj; ++steps) {
        if (tree.head(at) == no_token)
            break;
        at = tree.head(at);
    }
    const Token& token = document.tokens[at];
    const std::uint32_t governor = tree.head(at);
    if (governor == no_token)
        return false;
    const std::uint32_t preposition = tree.child(at, Relation::case_);
    switch (token.relation) {
    case Relation::nsubj_pass:
        if (one_of(lemma_key(document, governor), done_to_cities))
            return false;
        [[fallthrough]];
    case Relation::nsubj:
        return document.tokens[governor].upos == Upos::verb && !one_of(lemma_key(document, governor), place_verbs);
    case Relation::obl_agent:
        return true;
    case Relation::iobj:
        return true;
    case Relation::nmod_poss:
        return document.tokens[governor].upos == Upos::noun;
    case Relation::obl:
    case Relation::nmod: {
        if (preposition == no_token)
            return false;
        const std::string word = utf8::fold(document.word(preposition));
        return !one_of(word, locative) && word != "of";
    }
    default:
        return false;
    }
}

} // namespace fasti::events
