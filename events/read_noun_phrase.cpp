// Reads a noun phrase: what its noun says it is, whose it is, how many, and whether it speaks of something known.
#include "events/read_mention.hpp"

#include "core/utf8.hpp"
#include "events/name_context.hpp"
#include "events/name_shape.hpp"

namespace fasti::events {

namespace {

class NounPhraseReader {
public:
    NounPhraseReader(const Tree& tree, const ActorLexicon& lexicon, const std::vector<bool>& names)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), names_(names) {}

    Candidate read(std::uint32_t head) const {
        Candidate c;
        c.kind = MentionKind::description;
        c.head = head;
        c.sentence = tree_.sentence(head);
        c.plural = token(head).xpos == Xpos::nns || token(head).xpos == Xpos::nnps;
        const std::string lemma = lemma_key(document_, head);
        if (const ActorLexicon::Noun* noun = find_noun(head, lemma)) {
            c.type = noun->type;
            c.typed = true;
            c.noun_class = noun->noun_class;
            c.state_class = noun->state;
        }
        const Office office = find_office(tree_, lexicon_, head);
        c.office = office.office;
        c.domain = office.domain;
        c.gender = office.gender;
        if (c.office != ActorLexicon::none) {
            c.type = ActorType::person;
            c.typed = true;
            c.title_begin = office.tokens.begin;
        }
        // "company executives", and headlines, do without the article.
        const bool headline = document_.sentences[c.sentence].kind == SentenceKind::headline;
        c.definite |= !c.plural && !c.indefinite &&
                      ((lemma == "company" && token(head).relation == Relation::compound) || headline);
        if (lemma == "people" || lemma == "police")
            c.plural = true;
        std::uint32_t begin = head;
        for (const std::uint32_t child : tree_.children(head))
            read_dependent(c, child, begin);
        if (c.title_begin != no_token)
            begin = std::min(begin, c.title_begin);
        while (begin < head && (token(begin).upos == Upos::det || token(begin).upos == Upos::punct ||
                                token(begin).upos == Upos::adp || token(begin).upos == Upos::cconj))
            ++begin;
        c.tokens = {begin, head + 1};
        if (c.country != ActorLexicon::none && c.number == 0 && !c.indefinite && lexicon_.state_noun(lemma)) {
            c.state = true;
            c.type = ActorType::place;
        }
        return c;
    }

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
    std::string lower_word(std::uint32_t t) const { return utf8::fold(document_.word(t)); }

    /// What the noun says of an actor, by two words ("central bank") or by one. The second word is always one of the
    /// table by itself, so that most nouns cost one look-up.
    const ActorLexicon::Noun* find_noun(std::uint32_t head, const std::string& lemma) const {
        const ActorLexicon::Noun* alone = lexicon_.noun(lemma);
        if (alone && head > document_.sentences[tree_.sentence(head)].tokens.begin && !names_[head - 1])
            if (const ActorLexicon::Noun* noun = lexicon_.noun(lower_word(head - 1) + " " + lemma))
                return noun;
        return alone;
    }

    void read_dependent(Candidate& c, std::uint32_t child, std::uint32_t& begin) const {
        const Token& t = token(child);
        const std::uint32_t head = c.head;
        const auto country_of = [&](std::uint32_t at) {
            const ActorLexicon::CountryWord* word = lexicon_.country_word(name_key(document_.word(at)));
            return word && (capitalised(document_.word(at))) ? word->country : ActorLexicon::none;
        };
        switch (t.relation) {
        case Relation::det: {
            const std::string word = lower_word(child);
            c.definite |= word == "the" || word == "this" || word == "that" || word == "these" || word == "those" ||
                          word == "both";
            c.indefinite |= word == "a" || word == "an" || word == "another" || word == "some" || word == "any" ||
                            word == "no" || word == "every" || word == "each";
            if (word == "both")
                c.number = 2;
            break;
        }
        case Relation::nmod_poss:
            c.definite = true;
            c.possessor = child;
            if (t.upos != Upos::pron)
                c.country = country_of(child);
            break;
        case Relation::nummod:
            c.number = lower_word(child) == "two" || document_.word(child) == "2" ? 2 : 3;
            break;
        case Relation::amod:
        case Relation::compound:
        case Relation::nmod:
        case Relation::nmod_desc:
            if (c.country == ActorLexicon::none) {
                const bool of = child > head && tree_.child(child, Relation::case_) != no_token &&
                                lower_word(tree_.child(child, Relation::case_)) == "of";
                if (child < head || of)
                    c.country = country_of(child);
            }
            break;
        default:
            break;
        }
        const bool before = child < head && t.relation != Relation::det && t.relation != Relation::case_ &&
                            t.relation != Relation::punct && t.relation != Relation::cc &&
                            t.relation != Relation::mark && t.relation != Relation::cop &&
                            t.relation != Relation::advmod && t.relation != Relation::nsubj &&
                            t.relation != Relation::aux && universal(t.relation) != Relation::obl &&
                            t.relation != Relation::det_predet && universal(t.relation) != Relation::acl;
        if (before)
            begin = std::min(begin, tree_.phrase(child).begin);
    }

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    const std::vector<bool>& names_;
};

} // namespace

Candidate read_noun_phrase(const Tree& tree, const ActorLexicon& lexicon, const std::vector<bool>& names,
                           std::uint32_t head) {
    return NounPhraseReader(tree, lexicon, names).read(head);
}

} // namespace fasti::events
