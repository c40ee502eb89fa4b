// Reads a pronoun: person, gender and number by its form.
#include "events/read_mention.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

std::optional<Candidate> read_pronoun(const Tree& tree, std::uint32_t t) {
    const Document& document = tree.document();
    const Relation relation = document.tokens[t].relation;
    struct Form {
        std::string_view word;
        PronounKind kind;
        Gender gender;
        bool plural;
        bool person; ///< can only be a person
    };
    static constexpr Form forms[] = {
        {"he", PronounKind::personal, Gender::masculine, false, true},
        {"him", PronounKind::personal, Gender::masculine, false, true},
        {"his", PronounKind::possessive, Gender::masculine, false, true},
        {"himself", PronounKind::reflexive, Gender::masculine, false, true},
        {"she", PronounKind::personal, Gender::feminine, false, true},
        {"her", PronounKind::possessive, Gender::feminine, false, true},
        {"hers", PronounKind::possessive, Gender::feminine, false, true},
        {"herself", PronounKind::reflexive, Gender::feminine, false, true},
        {"it", PronounKind::personal, Gender::unknown, false, false},
        {"its", PronounKind::possessive, Gender::unknown, false, false},
        {"itself", PronounKind::reflexive, Gender::unknown, false, false},
        {"they", PronounKind::personal, Gender::unknown, true, false},
        {"them", PronounKind::personal, Gender::unknown, true, false},
        {"their", PronounKind::possessive, Gender::unknown, true, false},
        {"theirs", PronounKind::possessive, Gender::unknown, true, false},
        {"themselves", PronounKind::reflexive, Gender::unknown, true, false},
        {"who", PronounKind::relative, Gender::unknown, false, true},
        {"whom", PronounKind::relative, Gender::unknown, false, true},
        {"whose", PronounKind::relative, Gender::unknown, false, false},
        {"which", PronounKind::relative, Gender::unknown, false, false},
        {"that", PronounKind::relative, Gender::unknown, false, false},
        {"i", PronounKind::speaker, Gender::unknown, false, true},
        {"me", PronounKind::speaker, Gender::unknown, false, true},
        {"my", PronounKind::speaker, Gender::unknown, false, true},
        {"myself", PronounKind::speaker, Gender::unknown, false, true},
    };
    const std::string word = utf8::fold(document.word(t));
    const auto* form = std::find_if(std::begin(forms), std::end(forms), [&](const Form& f) { return f.word == word; });
    if (form == std::end(forms) || relation == Relation::expl)
        return std::nullopt;
    // "It is the second of its kind", "It was the worst day": of what was told, not of an actor.
    static constexpr std::array<std::string_view, 11> counted = {"first", "second", "third", "fourth", "last",  "time",
                                                                 "day",   "week",   "month", "year",   "latest"};
    const std::uint32_t head = tree.head(t);
    if (word == "it" && head != no_token && tree.child(head, Relation::cop) != no_token &&
        one_of(document.tokens[head].lemma, counted))
        return std::nullopt;
    // "it emerged that"
    static constexpr std::array<std::string_view, 5> impersonal = {"emerge", "appear", "seem", "transpire", "happen"};
    if (word == "it" && head != no_token && one_of(document.tokens[head].lemma, impersonal) &&
        (tree.child(head, Relation::ccomp) != no_token || tree.child(head, Relation::csubj) != no_token))
        return std::nullopt;
    Candidate c;
    c.kind = MentionKind::pronoun;
    c.pronoun = form->kind;
    if (word == "her" && relation != Relation::nmod_poss)
        c.pronoun = PronounKind::personal;
    c.tokens = {t, t + 1};
    c.head = t;
    c.sentence = tree.sentence(t);
    c.gender = form->gender;
    c.plural = form->plural;
    c.typed = form->person;
    c.type = form->person ? ActorType::person : ActorType::other;
    return c;
}

} // namespace fasti::events
