// See factuality.hpp. What a governor says is joined with what it stands under itself, the less certain wins: a plan
// within a denial stays denied.
#include "events/factuality.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

/// How far from having happened, for joining.
int doubt(Factuality factuality) {
    switch (factuality) {
    case Factuality::happened:
        return 0;
    case Factuality::planned:
        return 1;
    case Factuality::possible:
        return 2;
    case Factuality::hypothetical:
        return 3;
    case Factuality::denied:
        return 4;
    }
    return 0;
}

Factuality join(Factuality a, Factuality b) {
    return doubt(a) >= doubt(b) ? a : b;
}

Factuality from(Outlook outlook) {
    switch (outlook) {
    case Outlook::planned:
        return Factuality::planned;
    case Outlook::possible:
        return Factuality::possible;
    case Outlook::denied:
        return Factuality::denied;
    case Outlook::hypothetical:
        return Factuality::hypothetical;
    case Outlook::none:
    case Outlook::fact:
        return Factuality::happened;
    }
    return Factuality::happened;
}

class OutlookFinder {
public:
    OutlookFinder(const Tree& tree, const EventLexicon& lexicon)
        : tree_(tree), tokens_(tree.document().tokens), lexicon_(lexicon), found_(tokens_.size()) {}

    std::vector<OutlookAt> find() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t t = 0; t < tokens_.size(); ++t)
            if (tree_.head(t) == no_token)
                open.push_back(t);
        while (!open.empty()) {
            const std::uint32_t t = open.back();
            open.pop_back();
            read(t);
            for (const std::uint32_t c : tree_.children(t))
                open.push_back(c);
        }
        return std::move(found_);
    }

private:
    void read(std::uint32_t t) {
        const Token& token = tokens_[t];
        OutlookAt& at = found_[t];
        at.factuality = inherited(t);
        const bool clause = is_verb(token) || tree_.child(t, Relation::cop) != no_token;
        if (clause) {
            at.factuality = join(at.factuality, own_modality(t));
            at.factuality = join(at.factuality, subordination(t));
            if (denied_here(t)) {
                at.polarity = Polarity::negative;
                // "did not" and "will not" both say that it is not so; "may not" stays open.
                if (doubt(at.factuality) < doubt(Factuality::possible))
                    at.factuality = Factuality::denied;
            }
        } else if (token.upos == Upos::noun) {
            at.factuality = join(at.factuality, modified(t));
            const std::uint32_t det = tree_.child(t, Relation::det);
            if (det != no_token && tokens_[det].lemma == "no") {
                at.polarity = Polarity::negative;
                at.factuality = Factuality::denied;
            }
        }
    }

    /// What the governor says of the place that `t` stands in.
    Factuality inherited(std::uint32_t t) const {
        const std::uint32_t h = tree_.head(t);
        if (h == no_token) // "Rivals to meet in Oslo"
            return is_verb(tokens_[t]) && infinitive(t) && tree_.child_of_kind(t, Relation::nsubj) != no_token
                       ? Factuality::planned
                       : Factuality::happened;
        const Factuality above = found_[h].factuality;
        const Relation relation = universal(tokens_[t].relation);
        switch (relation) {
        case Relation::xcomp:
        case Relation::ccomp:
            return complement(t, h, above);
        case Relation::csubj:
            return join(above, complement(t, h, above));
        case Relation::conj: {
            // The conjunct stands where the first does, without the first's own negation or modality.
            const std::uint32_t first = tree_.head(h);
            if (first == no_token)
                return is_verb(tokens_[t]) && shares(t) ? above : Factuality::happened;
            return shares(t) ? above : inherited_once(h);
        }
        case Relation::acl:
            if (tokens_[t].relation == Relation::acl_relcl)
                return under_doubt(above);
            // "Government to sell bank": a headline without a verb tells a plan.
            if (infinitive(t) && tree_.head(h) == no_token && noun_outlook(h) == Outlook::none &&
                tree_.child(h, Relation::cop) == no_token)
                return join(Factuality::planned, under_doubt(above));
            return join(infinitive(t) ? from(noun_outlook(h)) : Factuality::happened, under_doubt(above));
        case Relation::obj:
        case Relation::obl:
        case Relation::nsubj: {
            const EventLexicon::Verb& verb = lexicon_.verb(tokens_[h].lemma);
            const bool object = relation == Relation::obj || tokens_[t].relation == Relation::nsubj_pass ||
                                (relation == Relation::obl && wanted_oblique(t, h));
            if (is_verb(tokens_[h]) && object) {
                // "backed talks" leaves the talks open, "backed the president" says nothing of what stands about him.
                const bool event = lexicon_.noun(tokens_[t].lemma).frame != NounFrame::none;
                // What is agreed in an agreement is that one.
                const bool same = lexicon_.noun(tokens_[t].lemma).family == tokens_[h].lemma;
                const Factuality said =
                    verb.outlook_of_object && event && !same ? from(verb.outlook) : Factuality::happened;
                return join(said, verb.light ? above : under_denial(above));
            }
            return relation == Relation::nsubj ? Factuality::happened : under_denial(above);
        }
        case Relation::nmod: {
            const Outlook outlook = noun_outlook(h);
            return outlook == Outlook::none ? under_doubt(above) : join(from(outlook), under_doubt(above));
        }
        case Relation::advcl:
            if (wanted_clause(t, h)) // "called for boosting ties"
                return join(from(lexicon_.verb(tokens_[h].lemma).outlook), under_doubt(above));
            if (infinitive(t))
                return join(Factuality::planned, under_doubt(above));
            return under_doubt(above);
        case Relation::parataxis:
            // "The bids did not suffice, he said": saying it is no part of what is said.
            if (is_verb(tokens_[t]) && lexicon_.verb(tokens_[t].lemma).event_class == EventClass::reporting)
                return Factuality::happened;
            return above;
        default:
            return above;
        }
    }

    Factuality inherited_once(std::uint32_t t) const {
        const std::uint32_t h = tree_.head(t);
        if (h == no_token || tokens_[t].relation == Relation::conj)
            return Factuality::happened;
        return inherited(t);
    }

    /// "did not meet or talk", "may meet and talk": no auxiliary of its own and a form that needs one.
    bool shares(std::uint32_t t) const {
        const Xpos form = tokens_[t].xpos;
        return tree_.child(t, Relation::aux) == no_token && tree_.child(t, Relation::aux_pass) == no_token &&
               (form == Xpos::vb || form == Xpos::vbn || form == Xpos::vbg || !is_verb(tokens_[t]));
    }

    /// A plan or a doubt reaches down; what was denied leaves open what it speaks of.
    static Factuality under_doubt(Factuality above) {
        return above == Factuality::denied ? Factuality::happened : above;
    }
    static Factuality under_denial(Factuality above) {
        return above == Factuality::denied ? Factuality::possible : above;
    }

    bool infinitive(std::uint32_t t) const {
        const std::uint32_t mark = tree_.child(t, Relation::mark);
        return mark != no_token && tokens_[mark].lemma == "to";
    }

    Outlook noun_outlook(std::uint32_t noun) const { return lexicon_.noun(tokens_[noun].lemma).outlook; }

    /// "called for talks", "agreed on a truce": the oblique is what the verb is about.
    bool wanted_oblique(std::uint32_t t, std::uint32_t verb) const {
        const std::uint32_t preposition = preposition_of(tree_, t);
        if (preposition == no_token || tree_.child(verb, Relation::obj) != no_token)
            return false;
        constexpr std::array<std::string_view, 7> of_its_object{"for", "on", "to", "against", "from", "about", "upon"};
        return one_of(tokens_[preposition].lemma, of_its_object);
    }

    bool wanted_clause(std::uint32_t t, std::uint32_t verb) const {
        const std::uint32_t mark = tree_.child(t, Relation::mark);
        return is_verb(tokens_[verb]) && tokens_[t].xpos == Xpos::vbg && mark != no_token &&
               tokens_[mark].lemma == "for" && lexicon_.verb(tokens_[verb].lemma).outlook_of_object &&
               tree_.child(verb, Relation::obj) == no_token;
    }

    Factuality complement(std::uint32_t t, std::uint32_t h, Factuality above) const {
        const Token& head = tokens_[h];
        Factuality said = Factuality::happened;
        if (tokens_[h].upos == Upos::adj || tree_.child(h, Relation::cop) != no_token)
            said = from(head.upos == Upos::noun ? noun_outlook(h) : lexicon_.adjective(head.lemma));
        else if (is_verb(head)) {
            const EventLexicon::Verb& verb = lexicon_.verb(head.lemma);
            const bool clause = tokens_[t].relation == Relation::ccomp && !infinitive(t);
            // "agreed that they met" and "denied that they met" differ from "agreed to meet".
            const bool tells = clause && verb.event_class == EventClass::reporting;
            if (!tells || verb.outlook == Outlook::denied || bare_form(t))
                said = from(verb.outlook);
            // "said to meet", "be to meet": told or arranged, not seen.
            if (head.lemma == "be" && infinitive(t))
                said = Factuality::planned;
            if (verb.outlook == Outlook::none && infinitive(t) && !tells && verb.event_class == EventClass::reporting)
                said = Factuality::possible;
            if (tells && found_[h].polarity == Polarity::negative)
                return under_doubt(said);
        } else {
            said = from(noun_outlook(h));
        }
        // "did not begin to" denies, "did not refuse to" doesn't say; a denied report leaves its content open.
        if (above == Factuality::denied)
            return said == Factuality::denied ? Factuality::possible : Factuality::denied;
        return join(said, above);
    }

    /// "demanded that it withdraw": the subjunctive.
    bool bare_form(std::uint32_t t) const {
        return tokens_[t].xpos == Xpos::vb && tree_.child(t, Relation::aux) == no_token;
    }

    Factuality own_modality(std::uint32_t t) const {
        for (const std::uint32_t c : tree_.children(t)) {
            const std::string_view lemma = tokens_[c].lemma;
            if (tokens_[c].relation == Relation::aux && tokens_[c].xpos == Xpos::md) {
                if (lemma == "will" || lemma == "shall" || lemma == "'ll")
                    return tree_.document().word(c) == "would" ? Factuality::hypothetical : Factuality::planned;
                if (lemma == "would")
                    return Factuality::hypothetical;
                return Factuality::possible;
            }
            constexpr std::array<std::string_view, 6> doubtful{"reportedly", "allegedly", "possibly",
                                                               "perhaps",    "maybe",     "probably"};
            if (tokens_[c].relation == Relation::advmod && one_of(lemma, doubtful))
                return Factuality::possible;
            // "is going to meet"
            if (tokens_[t].lemma == "go" && tokens_[t].xpos == Xpos::vbg && tokens_[c].relation == Relation::xcomp &&
                infinitive(c))
                return Factuality::planned;
        }
        return Factuality::happened;
    }

    Factuality subordination(std::uint32_t t) const {
        const Relation relation = universal(tokens_[t].relation);
        if (relation != Relation::advcl && relation != Relation::ccomp && relation != Relation::conj)
            return Factuality::happened;
        const std::uint32_t mark = tree_.child(t, Relation::mark);
        if (mark == no_token)
            return Factuality::happened;
        const std::string_view lemma = tokens_[mark].lemma;
        if (lemma == "if" || lemma == "unless" || lemma == "whether" || lemma == "lest" || lemma == "provided")
            return Factuality::hypothetical;
        if (lemma == "until" || lemma == "till")
            return tense_past(t) ? Factuality::happened : Factuality::planned;
        return Factuality::happened;
    }

    bool tense_past(std::uint32_t t) const { return read_verb_group(tree_, t).tense == Tense::past; }

    bool denied_here(std::uint32_t t) const {
        if (tree_.negated(t))
            return true;
        constexpr std::array<std::string_view, 4> nobody{"nobody", "none", "nothing", "neither"};
        for (const std::uint32_t c : tree_.children(t)) {
            const Relation relation = universal(tokens_[c].relation);
            if (relation == Relation::mark && tokens_[c].lemma == "without")
                return true;
            if (relation != Relation::nsubj && relation != Relation::obj)
                continue;
            if (one_of(tokens_[c].lemma, nobody))
                return true;
            const std::uint32_t det = tree_.child(c, Relation::det);
            if (det != no_token && tokens_[det].lemma == "no" && relation == Relation::nsubj)
                return true;
        }
        return false;
    }

    /// "planned visit", "alleged fraud".
    Factuality modified(std::uint32_t t) const {
        Factuality said = Factuality::happened;
        for (const std::uint32_t c : tree_.children(t))
            if (tokens_[c].relation == Relation::amod)
                said = join(said, from(lexicon_.adjective(tokens_[c].lemma)));
        return said;
    }

    const Tree& tree_;
    const std::vector<Token>& tokens_;
    const EventLexicon& lexicon_;
    std::vector<OutlookAt> found_;
};

} // namespace

std::vector<OutlookAt> find_outlooks(const Tree& tree, const EventLexicon& lexicon) {
    return OutlookFinder(tree, lexicon).find();
}

} // namespace fasti::events
