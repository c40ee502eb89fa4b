// See verbless.hpp.
#include "language/verbless.hpp"

#include "language/characters.hpp"
#include "language/verb_forms.hpp"

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

/// "eased", "shot": by its form a past, whatever it is here.
bool past_form(std::string_view word) {
    const LowerWord lower(word);
    const std::string_view form = lower.view();
    if (form.size() < 3 || form.ends_with("ing") || form.ends_with("s"))
        return false;
    const VerbForm verb = verb_of_form(form);
    return !verb.base.empty() && verb.base != form;
}

} // namespace

void mend_verbless_tags(Document& document, IndexRange sentence) {
    std::vector<Token>& tokens = document.tokens;
    if (sentence.size() < 5 || document.word(sentence.end - 1) != ".")
        return;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
        if (finite(tokens[t].xpos) || tokens[t].upos == Upos::aux)
            return;
    for (std::uint32_t t = sentence.begin + 1; t + 2 < sentence.end; ++t) {
        const bool taken_for_another =
            tokens[t].upos == Upos::adj || tokens[t].upos == Upos::noun || tokens[t].xpos == Xpos::vbn;
        // "the general", "the poor" are taken for adjectives.
        const bool someone =
            nominal(tokens[t - 1].upos) ||
            (tokens[t - 1].upos == Upos::adj && t >= sentence.begin + 2 && tokens[t - 2].upos == Upos::det);
        if (!taken_for_another || !someone)
            continue;
        const bool particle = tokens[t + 1].xpos == Xpos::rp;
        if (!begins_object(tokens[t + (particle ? 2 : 1)].upos) || !past_form(document.word(t)))
            continue;
        tokens[t].upos = Upos::verb;
        tokens[t].xpos = Xpos::vbd;
        return;
    }
}

} // namespace fasti::language
