// See event_type.hpp.
#include "events/event_type.hpp"

#include <optional>

namespace fasti::events {
namespace {

using Found = std::optional<PloverType>;

// The object, its compounds and the nouns of its phrase: "signed a cooperation agreement with".
Found by_object(const Tree& tree, const EventLexicon& lexicon, std::string_view lemma, std::uint32_t object) {
    if (object == no_token) {
        return std::nullopt;
    }
    const auto& tokens = tree.document().tokens;
    if (const Found found = lexicon.type(lemma, '+', tokens[object].lemma)) {
        return found;
    }
    for (const std::uint32_t c : tree.children(object)) {
        if (is_noun(tokens[c]) || tokens[c].upos == Upos::adj) {
            if (const Found found = lexicon.type(lemma, '+', tokens[c].lemma)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

Found by_complement(const Tree& tree, const EventLexicon& lexicon, std::string_view lemma, std::uint32_t head) {
    const auto& tokens = tree.document().tokens;
    for (const std::uint32_t c : tree.children(head)) {
        const Relation relation = universal(tokens[c].relation);
        if (relation == Relation::xcomp || relation == Relation::ccomp) {
            if (const Found found = lexicon.type(lemma, '>', tokens[c].lemma)) {
                return found;
            }
        }
        if (relation == Relation::obl || relation == Relation::nmod) {
            const std::uint32_t preposition = preposition_of(tree, c);
            if (preposition != no_token) {
                if (const Found found = lexicon.type(lemma, '^', tokens[preposition].lemma)) {
                    return found;
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace

PloverType verb_type(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb, const VerbGroup& group) {
    const auto& tokens = tree.document().tokens;
    const std::string_view lemma = tokens[verb].lemma;
    if (group.particle != no_token) {
        if (const Found found = lexicon.type(lemma, ' ', tokens[group.particle].lemma)) {
            return *found;
        }
    }
    std::uint32_t object = tree.child(verb, Relation::obj);
    if (object == no_token) {
        object = tree.child(verb, Relation::nsubj_pass);
    }
    if (const Found found = by_object(tree, lexicon, lemma, object)) {
        return *found;
    }
    if (const Found found = by_complement(tree, lexicon, lemma, verb)) {
        return *found;
    }
    return lexicon.type(lemma).value_or(PloverType::none);
}

PloverType noun_type(const Tree& tree, const EventLexicon& lexicon, std::uint32_t noun, std::uint32_t carrier) {
    const auto& tokens = tree.document().tokens;
    if (carrier != no_token) {
        if (const Found found = lexicon.type(tokens[carrier].lemma, '+', tokens[noun].lemma)) {
            return *found;
        }
    }
    if (const Found found = by_complement(tree, lexicon, tokens[noun].lemma, noun)) {
        return *found;
    }
    if (const Found found = lexicon.type(tokens[noun].lemma)) {
        return *found;
    }
    return lexicon.type(lexicon.noun(tokens[noun].lemma).family).value_or(PloverType::none);
}

std::uint32_t told_to_act(const Tree& tree, std::uint32_t verb) {
    const auto& tokens = tree.document().tokens;
    const std::uint32_t clause = tree.child(verb, Relation::ccomp);
    const std::uint32_t modal = clause == no_token ? no_token : tree.child(clause, Relation::aux);
    if (modal == no_token || tokens[modal].lemma != "must" || tree.negated(clause)) {
        return no_token;
    }
    const std::uint32_t subject = tree.child_of_kind(clause, Relation::nsubj);
    return subject != no_token && tokens[subject].upos != Upos::pron ? subject : no_token;
}

PloverType prospective_type(const Event& event) {
    const bool said = event.attributed_by.valid() || event.attributed_to.valid();
    if (event.tense != Tense::future && !(event.factuality == Factuality::hypothetical && said)) {
        return event.type;
    }
    switch (event.type) {
    case PloverType::aid:
    case PloverType::support:
    case PloverType::cooperate:
    case PloverType::consult:
    case PloverType::concede:
    case PloverType::retreat:
        return PloverType::agree;
    case PloverType::sanction:
    case PloverType::coerce:
    case PloverType::assault:
    case PloverType::fight:
    case PloverType::protest:
        return PloverType::threaten;
    default:
        return event.type;
    }
}

} // namespace fasti::events
