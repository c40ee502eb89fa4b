// See clauses.hpp.
#include "events/clauses.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

/// Climbing stops here: deeper chains of control are noise of the parser.
constexpr int most_climbs = 12;
/// A verb has no more auxiliaries of one kind; conjoined verbs all read those of the first.
constexpr std::size_t most_auxiliaries = 8;

bool auxiliary(Relation relation) {
    return relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop;
}

/// Tense and aspect from the word that bears the tense and the forms behind it.
void read_tense(const Document& document, const Tree& tree, std::uint32_t verb, VerbGroup& group) {
    const std::vector<Token>& tokens = document.tokens;
    bool have = false;
    bool be = false;
    bool future = false;
    std::array<std::uint32_t, 3 * most_auxiliaries> auxiliaries{};
    std::size_t count = 0;
    for (const Relation relation : {Relation::aux, Relation::aux_pass, Relation::cop}) {
        const auto found = tree.children(verb, relation);
        for (const std::uint32_t c : found.first(std::min(found.size(), most_auxiliaries)))
            if (c < verb || relation == Relation::cop)
                auxiliaries[count++] = c;
    }
    std::sort(auxiliaries.begin(), auxiliaries.begin() + count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t c = auxiliaries[i];
        const std::string_view lemma = tokens[c].lemma;
        if (group.first == no_token)
            group.first = c;
        if (tokens[c].xpos == Xpos::md) {
            group.modal = c;
            future = lemma == "will" || lemma == "shall";
        }
        have = have || (lemma == "have" && tokens[c].relation == Relation::aux);
        be = be || (lemma == "be" && tokens[c].relation == Relation::aux);
        group.passive = group.passive || tokens[c].relation == Relation::aux_pass;
    }
    const Token& bearer = tokens[group.first == no_token ? verb : group.first];
    const bool progressive = be && tokens[verb].xpos == Xpos::vbg;
    group.aspect = have && progressive ? Aspect::perfective_progressive
                   : have              ? Aspect::perfective
                   : progressive       ? Aspect::progressive
                                       : Aspect::none;
    if (future)
        group.tense = Tense::future;
    else if (bearer.xpos == Xpos::vbd)
        group.tense = Tense::past;
    else if (bearer.xpos == Xpos::vbz || bearer.xpos == Xpos::vbp || bearer.xpos == Xpos::md)
        group.tense = Tense::present;
}

/// "agreed" in "has met and agreed": the form asks for the auxiliary of the first conjunct.
bool shares_auxiliaries(const Token& verb, const VerbGroup& own) {
    return own.first == no_token && !own.infinitive &&
           (verb.xpos == Xpos::vbn || verb.xpos == Xpos::vb || verb.xpos == Xpos::vbg);
}

bool document_comma(const Document& document, std::uint32_t token) {
    return document.tokens[token].upos == Upos::punct && document.word(token) == ",";
}

/// A passive subject, as far as the verb bears it out: parsers call the gang of "the money that the gang had stolen"
/// one, though no "be" stands there.
bool suffers(const Tree& tree, std::uint32_t verb, std::uint32_t subject) {
    const std::vector<Token>& tokens = tree.document().tokens;
    if (tokens[subject].relation != Relation::nsubj_pass)
        return false;
    if (tree.child(verb, Relation::aux_pass) != no_token || tokens[verb].xpos != Xpos::vbn)
        return tokens[verb].xpos == Xpos::vbn;
    const std::uint32_t object = tree.child(verb, Relation::obj);
    return object == no_token && tree.child(verb, Relation::aux) == no_token;
}

} // namespace

VerbGroup read_verb_group(const Tree& tree, std::uint32_t verb) {
    const Document& document = tree.document();
    const std::vector<Token>& tokens = document.tokens;
    VerbGroup group;
    group.tokens = {verb, verb + 1};
    for (const std::uint32_t c : tree.children(verb)) {
        const Relation relation = tokens[c].relation;
        if (auxiliary(relation) && c < verb)
            group.tokens.begin = std::min(group.tokens.begin, c);
        if (relation == Relation::compound_prt && group.particle == no_token && c > verb)
            group.particle = c;
        if (relation == Relation::mark && tokens[c].lemma == "to" && c < verb)
            group.infinitive = true;
    }
    if (group.particle == verb + 1)
        group.tokens.end = verb + 2;
    group.negated = tree.negated(verb);
    read_tense(document, tree, verb, group);
    if (tokens[verb].relation == Relation::conj && tree.head(verb) != no_token && is_verb(tokens[tree.head(verb)]) &&
        shares_auxiliaries(tokens[verb], group) && tree.child_of_kind(verb, Relation::nsubj) == no_token) {
        const std::uint32_t first = tree.head(verb);
        VerbGroup shared;
        read_tense(document, tree, first, shared);
        const bool fits = tokens[verb].xpos == tokens[first].xpos ||
                          (tokens[verb].xpos == Xpos::vbn && tokens[first].xpos == Xpos::vbd);
        if (fits) {
            group.tense = shared.tense;
            group.aspect = shared.aspect;
            group.passive = shared.passive;
            group.modal = shared.modal;
            group.first = shared.first;
            group.infinitive = tree.child(first, Relation::mark) != no_token && tokens[verb].xpos == Xpos::vb;
            // A negated auxiliary ("did not meet or talk") reaches over "or", not over "but".
            const std::uint32_t cc = tree.child(verb, Relation::cc);
            if (shared.first != no_token && cc != no_token && tokens[cc].lemma != "but")
                group.negated = group.negated || tree.negated(first);
        }
    }
    const Relation relation = tokens[verb].relation;
    const bool reduced = (relation == Relation::acl || relation == Relation::advcl || relation == Relation::amod) &&
                         tokens[verb].xpos == Xpos::vbn && group.first == no_token;
    if (subject_of_participle(tree, verb) != no_token) {
        group.tense = Tense::past;
        return group;
    }
    group.passive = group.passive || reduced || tree.child(verb, Relation::nsubj_pass) != no_token;
    return group;
}

bool relative_pronoun(const Token& token) {
    return token.upos == Upos::pron && (token.xpos == Xpos::wdt || token.xpos == Xpos::wp || token.lemma == "who" ||
                                        token.lemma == "which" || (token.lemma == "that" && token.xpos != Xpos::dt));
}

std::uint32_t antecedent(const Tree& tree, std::uint32_t token) {
    const std::vector<Token>& tokens = tree.document().tokens;
    if (token == no_token || !relative_pronoun(tokens[token]))
        return token;
    std::uint32_t at = token;
    for (int step = 0; step < most_climbs && at != no_token; ++step) {
        if (tokens[at].relation == Relation::acl_relcl) {
            const std::uint32_t noun = tree.head(at);
            return noun != no_token && noun < token ? noun : token;
        }
        at = tree.head(at);
    }
    // "said the prosecutors, who charged him", with the clause hung elsewhere: the noun before the comma.
    if (token > 1 && (tokens[token].lemma == "who" || tokens[token].lemma == "which") &&
        document_comma(tree.document(), token - 1) && is_noun(tokens[token - 2]) &&
        tokens[token - 2].upos != Upos::num && tree.sentence(token) == tree.sentence(token - 2))
        return token - 2;
    return token;
}

std::uint32_t subject_of_participle(const Tree& tree, std::uint32_t verb) {
    const std::vector<Token>& tokens = tree.document().tokens;
    std::uint32_t noun = tree.head(verb);
    if (tokens[verb].relation != Relation::acl || tokens[verb].xpos != Xpos::vbn || noun == no_token || noun > verb ||
        !is_noun(tokens[noun]) || !tree.document().word(verb).ends_with("ed") ||
        tree.child(verb, Relation::obl_agent) != no_token)
        return no_token;
    // "Lehman, the bank, filed for protection", hung on the bank.
    const bool behind_apposition = tokens[noun].relation == Relation::appos && verb > 0 &&
                                   document_comma(tree.document(), verb - 1) && tree.head(noun) != no_token;
    if (behind_apposition)
        noun = tree.head(noun);
    if (tree.head(noun) != no_token || !is_noun(tokens[noun]))
        return no_token;
    const auto children = tree.children(noun);
    bool stops = false;
    for (const std::uint32_t c : children.first(std::min<std::size_t>(children.size(), 32))) {
        const Relation relation = universal(tokens[c].relation);
        if (relation == Relation::nsubj || relation == Relation::cop || relation == Relation::parataxis ||
            relation == Relation::conj || (!behind_apposition && c > noun && c < verb && tokens[c].upos == Upos::punct))
            return no_token;
        stops = stops || (c > verb && tokens[c].upos == Upos::punct && tree.document().word(c) == ".");
    }
    return stops ? noun : no_token;
}

std::uint32_t misread_subject(const Tree& tree, std::uint32_t verb) {
    const std::vector<Token>& tokens = tree.document().tokens;
    const std::uint32_t object = tree.child(verb, Relation::obj);
    const std::uint32_t clause = tree.child(verb, Relation::xcomp);
    const bool finite =
        clause != no_token && is_verb(tokens[clause]) && tree.child(clause, Relation::mark) == no_token &&
        (tokens[clause].xpos == Xpos::vbd || tokens[clause].xpos == Xpos::vbz || tokens[clause].xpos == Xpos::vbp);
    return finite && object != no_token && object > verb && object < clause ? object : no_token;
}

std::uint32_t inverted_subject(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb) {
    const std::vector<Token>& tokens = tree.document().tokens;
    if (lexicon.verb(tokens[verb].lemma).event_class != EventClass::reporting || verb == 0 ||
        tokens[verb - 1].upos != Upos::punct || tree.sentence(verb - 1) != tree.sentence(verb) ||
        tree.child_of_kind(verb, Relation::nsubj) != no_token || tree.child(verb, Relation::aux_pass) != no_token)
        return no_token;
    const std::uint32_t object = tree.child(verb, Relation::obj);
    const std::uint32_t said = tree.child(verb, Relation::ccomp);
    const bool before =
        (said != no_token && said < verb) || (tokens[verb].relation == Relation::parataxis && tree.head(verb) < verb);
    return before && object != no_token && object > verb ? object : no_token;
}

Subject find_subject(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb) {
    const std::vector<Token>& tokens = tree.document().tokens;
    const auto passive_participle = [&](std::uint32_t t) {
        return tokens[t].xpos == Xpos::vbn && tree.child(t, Relation::aux) == no_token;
    };
    std::uint32_t at = verb;
    bool passive = passive_participle(verb) && tree.child(verb, Relation::aux_pass) != no_token;
    for (int step = 0; step < most_climbs; ++step) {
        const std::uint32_t c =
            std::min(tree.child_of_kind(at, Relation::nsubj), tree.child_of_kind(at, Relation::csubj));
        if (const std::uint32_t behind = step == 0 ? inverted_subject(tree, lexicon, verb) : no_token;
            behind != no_token)
            return {behind, false, true};
        if (c != no_token)
            return {antecedent(tree, c), passive || (step == 0 && suffers(tree, verb, c)), step == 0};
        const std::uint32_t head = tree.head(at);
        if (head == no_token)
            return {};
        switch (tokens[at].relation) {
        case Relation::conj:
            if (!is_verb(tokens[head]) && tree.child(head, Relation::cop) == no_token)
                return {};
            if (step == 0 && tokens[verb].xpos == Xpos::vbn && tree.child(verb, Relation::aux) == no_token)
                passive = passive || tree.child(head, Relation::aux_pass) != no_token ||
                          (passive_participle(head) && tokens[head].xpos == Xpos::vbn &&
                           tree.child(head, Relation::nsubj) == no_token);
            break;
        case Relation::xcomp:
        case Relation::ccomp: {
            if (tokens[at].relation == Relation::ccomp &&
                !(tokens[at].xpos == Xpos::vb || tokens[at].xpos == Xpos::vbg))
                return {};
            const std::uint32_t object = tree.child(head, Relation::obj);
            if (misread_subject(tree, head) == object && object != no_token && object < at)
                return {object, passive, false};
            if (object != no_token && object < at && lexicon.verb(tokens[head].lemma).controls_object &&
                !lexicon.verb(tokens[head].lemma).controls_subject)
                return {antecedent(tree, object), passive, false};
            const std::uint32_t other = tree.child(head, Relation::iobj);
            if (other != no_token && lexicon.verb(tokens[head].lemma).controls_object)
                return {antecedent(tree, other), passive, false};
            if (step == 0 && tokens[verb].xpos == Xpos::vbn)
                passive = true;
            break;
        }
        case Relation::advcl: {
            if (step == 0 && passive_participle(verb))
                passive = true;
            // "ordered the troops to leave", with the infinitive taken for a purpose.
            const std::uint32_t mark = tree.child(at, Relation::mark);
            const std::uint32_t object = tree.child(head, Relation::obj);
            const EventLexicon::Verb& above = lexicon.verb(tokens[head].lemma);
            if (mark != no_token && tokens[mark].lemma == "to" && object != no_token && object > head && object < at &&
                above.controls_object && above.outlook != Outlook::none && !above.controls_subject)
                return {antecedent(tree, object), passive, false};
            break;
        }
        case Relation::acl:
        case Relation::amod: {
            // A participle with an object of its own is a past tense: "the bank cut rates".
            if (const std::uint32_t acting = subject_of_participle(tree, at); acting != no_token)
                return {acting, passive, false};
            if (tokens[at].xpos == Xpos::vbn)
                return {head, (step == 0 && tree.child(at, Relation::obj) == no_token) || passive, false};
            if (tokens[at].xpos == Xpos::vbg)
                return {head, false, false};
            // "plan to withdraw": whose plan it is, or who has it.
            const std::uint32_t owner = tree.child(head, Relation::nmod_poss);
            if (owner != no_token)
                return {owner, passive, false};
            // "in a bid to win": who acts in the clause.
            const std::uint32_t holder = tree.head(head);
            const std::uint32_t preposition = preposition_of(tree, head);
            const bool aim =
                tokens[head].relation == Relation::obl && preposition != no_token && tokens[preposition].lemma == "in";
            if ((tokens[head].relation != Relation::obj && !aim) || holder == no_token)
                return {};
            at = holder;
            continue;
        }
        case Relation::acl_relcl: {
            // Without a subject and with an object of its own the noun acts: "forces guarding it". A clause without a
            // pronoun behind the last of several nouns is the sentence that they all are the subject of.
            const std::uint32_t first = tree.head(head);
            const bool all = tokens[head].relation == Relation::conj && first != no_token && is_noun(tokens[first]) &&
                             (tokens[at].xpos == Xpos::vbd || tree.child(at, Relation::aux) != no_token);
            return {all ? first : head, passive, false};
        }
        default:
            return {};
        }
        at = head;
    }
    return {};
}

bool prepositional(const Tree& tree, std::uint32_t verb) {
    constexpr std::array<std::string_view, 8> lemmas{"follow",  "include", "concern", "regard",
                                                     "exclude", "pend",    "bar",     "neighbor"};
    const std::vector<Token>& tokens = tree.document().tokens;
    return tokens[verb].xpos == Xpos::vbg && one_of(tokens[verb].lemma, lemmas) &&
           (tokens[verb].relation != Relation::xcomp || tokens[verb].lemma == "follow") &&
           tokens[verb].relation != Relation::ccomp && tree.child(verb, Relation::aux) == no_token &&
           tree.child_of_kind(verb, Relation::nsubj) == no_token && tree.head(verb) != no_token;
}

std::uint32_t preposition_of(const Tree& tree, std::uint32_t nominal) {
    const std::vector<Token>& tokens = tree.document().tokens;
    for (const std::uint32_t c : tree.children(nominal))
        if (tokens[c].relation == Relation::case_ && c < nominal && tokens[c].xpos != Xpos::pos)
            return c;
    return no_token;
}

} // namespace fasti::events
