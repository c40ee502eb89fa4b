// See tag_corrections.hpp.
#include "language/tag_corrections.hpp"

#include "core/one_of.hpp"
#include "language/characters.hpp"
#include "language/verb_forms.hpp"

#include <array>

namespace fasti::language {
namespace {

/// Past forms that are no participles.
constexpr std::array<std::string_view, 44> past_alone = {
    "arose", "ate",   "became", "began",   "bit",      "blew",      "broke",    "came",      "chose",
    "drank", "drew",  "drove",  "fell",    "flew",     "forgave",   "forgot",   "froze",     "gave",
    "grew",  "hid",   "knew",   "outgrew", "overcame", "oversaw",   "overtook", "overthrew", "ran",
    "rang",  "rode",  "rose",   "sang",    "sank",     "saw",       "shook",    "spoke",     "sprang",
    "stole", "swore", "threw",  "took",    "tore",     "undertook", "withdrew", "wrote"};

/// Prepositions of news that the texts of training hardly have.
constexpr std::array<std::string_view, 5> rare_prepositions = {"amid", "amidst", "atop", "versus", "via"};

bool closed_class(Upos tag) {
    return tag == Upos::adp || tag == Upos::pron || tag == Upos::det || tag == Upos::aux || tag == Upos::cconj ||
           tag == Upos::sconj || tag == Upos::part;
}

/// What stands before a noun, and not before a verb of the third person but as its subject.
bool may_stand_before_noun(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::adj ||
           token.upos == Upos::det || token.xpos == Xpos::pos || token.xpos == Xpos::prp_poss;
}

bool is_have(const Document& document, std::uint32_t t) {
    const std::string_view word = document.word(t);
    return document.tokens[t].upos == Upos::aux && (word == "have" || word == "has" || word == "had");
}

bool is_participle(std::string_view word) {
    const LowerWord low(word);
    const std::string_view base = verb_of_form(low.view()).base;
    return !base.empty() && base != low.view();
}

/// "have sunk | to post-Cold War lows": a verb, a preposition, and nothing but a noun's words up to `t`.
bool ends_prepositional_phrase(const Document& document, IndexRange tokens, std::uint32_t t) {
    constexpr std::uint32_t longest = 5;
    std::uint32_t at = t;
    while (at > tokens.begin && t - at < longest && may_stand_before_noun(document.tokens[at - 1])) {
        --at;
    }
    return at < t && at >= tokens.begin + 2 && document.tokens[at - 1].upos == Upos::adp &&
           document.tokens[at - 2].upos == Upos::verb;
}

} // namespace

void correct_tags(Document& document, IndexRange tokens, std::span<const WordAtoms> words) {
    if (tokens.empty()) {
        return;
    }
    Token& first = document.tokens[tokens.begin];
    // "Samsung", "Boeing": no verb is known that they could be a form of.
    const bool no_verb = first.xpos == Xpos::vbg && verb_of_form(LowerWord(document.word(first)).view()).base.empty();
    if (words[0].capital && words[0].entry.tags == 0 && document.word(first).size() > 1 &&
        (closed_class(first.upos) || no_verb)) {
        first.upos = Upos::propn;
        first.xpos = Xpos::nnp;
    }
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        Token& token = document.tokens[t];
        if (token.xpos == Xpos::vbn && one_of(document.word(token), past_alone)) {
            token.xpos = Xpos::vbd;
        } else if (token.upos != Upos::adp && one_of(document.word(token), rare_prepositions)) {
            token.upos = Upos::adp;
            token.xpos = Xpos::in;
        }
    }
    for (std::uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
        Token& token = document.tokens[t];
        if (token.xpos == Xpos::jj && is_have(document, t - 1) && is_participle(document.word(token))) {
            token.xpos = Xpos::vbn;
            token.upos = Upos::verb;
        } else if (token.xpos == Xpos::vbz && token.upos == Upos::verb &&
                   ends_prepositional_phrase(document, tokens, t)) {
            token.xpos = Xpos::nns;
            token.upos = Upos::noun;
        }
    }
    for (std::uint32_t t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
        Token& token = document.tokens[t];
        const Token& next = document.tokens[t + 1];
        if (token.xpos == Xpos::vbz && token.upos == Upos::verb && next.xpos == Xpos::vbd && next.upos == Upos::verb &&
            may_stand_before_noun(document.tokens[t - 1])) {
            token.upos = Upos::noun;
            token.xpos = Xpos::nns;
        }
    }
}

} // namespace fasti::language
