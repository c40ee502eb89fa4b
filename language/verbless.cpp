// See verbless.hpp.
#include "language/verbless.hpp"

#include "core/one_of.hpp"
#include "language/characters.hpp"
#include "language/verb_forms.hpp"

#include <array>

namespace fasti::language {

namespace {

bool finite(Xpos tag) {
    return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
}

bool nominal(Upos tag) {
    return tag == Upos::noun || tag == Upos::propn || tag == Upos::pron;
}

bool begins_object(Upos tag) {
    return tag == Upos::det || tag == Upos::adj || tag == Upos::num || nominal(tag);
}

enum class Past : std::uint8_t { no, may_be, surely };

/// What the form says, whatever it is here: "eased" and "shot" may be pasts, "flew" and "shrank" are nothing else.
Past past_form(std::string_view word) {
    const LowerWord lower(word);
    const std::string_view form = lower.view();
    if (form.size() < 3 || form.ends_with("ing") || form.ends_with("s"))
        return Past::no;
    const VerbForm verb = verb_of_form(form);
    if (verb.base.empty() || verb.base == form)
        return Past::no;
    return verb.regular || form.ends_with("n") || form.ends_with("ed") ? Past::may_be : Past::surely;
}

bool low(std::string_view word) {
    return is_ascii_lower(word.front());
}

/// "Intel plans to build": a plural behind a name and before an infinitive.
bool wants(const Document& document, std::uint32_t t) {
    const std::vector<Token>& tokens = document.tokens;
    const LowerWord lower(document.word(t));
    return tokens[t].xpos == Xpos::nns && tokens[t - 1].upos == Upos::propn && tokens[t + 1].xpos == Xpos::to &&
           low(document.word(t)) && !verb_of_form(lower.view()).base.empty();
}

/// "Guards tortured prisoners, an inmate said.": what stands before who says it, with the comma for its full stop.
IndexRange without_teller(const Document& document, IndexRange sentence) {
    static constexpr std::array<std::string_view, 6> tellers = {"said",      "says",  "reported",
                                                                "announced", "added", "told"};
    constexpr std::uint32_t longest = 8;
    const std::uint32_t first = sentence.end > sentence.begin + longest ? sentence.end - longest : sentence.begin;
    for (std::uint32_t t = sentence.end; t-- > first + 1;) {
        if (document.word(t) != ",")
            continue;
        bool told = false;
        for (std::uint32_t u = t + 1; u < sentence.end; ++u)
            told = told || (finite(document.tokens[u].xpos) && one_of(document.word(u), tellers));
        return told && t > sentence.begin + 3 ? IndexRange{sentence.begin, t + 1} : sentence;
    }
    return sentence;
}

} // namespace

void mend_verbless_tags(Document& document, IndexRange sentence) {
    std::vector<Token>& tokens = document.tokens;
    if (sentence.size() < 5 || document.word(sentence.end - 1) != ".")
        return;
    sentence = without_teller(document, sentence);
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
        if (finite(tokens[t].xpos) || tokens[t].upos == Upos::aux)
            return;
    for (std::uint32_t t = sentence.begin + 1; t + 2 < sentence.end; ++t) {
        if (wants(document, t)) {
            tokens[t].upos = Upos::verb;
            tokens[t].xpos = Xpos::vbz;
            return;
        }
        const bool taken_for_another = tokens[t].upos == Upos::adj || tokens[t].upos == Upos::noun ||
                                       tokens[t].xpos == Xpos::vbn ||
                                       (tokens[t].upos == Upos::propn && low(document.word(t)));
        // "the general", "the poor" are taken for adjectives; "the FTSE 100" ends in a number.
        const Upos before = t >= sentence.begin + 2 ? tokens[t - 2].upos : Upos::x;
        const bool someone = nominal(tokens[t - 1].upos) || (tokens[t - 1].upos == Upos::adj && before == Upos::det) ||
                             (tokens[t - 1].upos == Upos::num && before == Upos::propn);
        if (!taken_for_another || !someone)
            continue;
        const Past past = past_form(document.word(t));
        const bool particle = tokens[t + 1].xpos == Xpos::rp;
        if (past == Past::no || (past == Past::may_be && !begins_object(tokens[t + (particle ? 2 : 1)].upos)))
            continue;
        tokens[t].upos = Upos::verb;
        tokens[t].xpos = Xpos::vbd;
        return;
    }
}

} // namespace fasti::language
