// Who–did–what triples: one for each object, oblique and clause of a verb or of a copula's predicate, and one for an
// apposition. Slots are sets of tokens, written in the order of the sentence. Subjects that stand elsewhere (relative
// clauses, control, conjoined verbs) come from `clauses`; what shows that it is not certain comes from the verb's own
// group and its governors.
#include "events/clauses.hpp"
#include "events/extract.hpp"
#include "events/factuality.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

using Slot = std::vector<std::uint32_t>;

class TripleFinder {
public:
    TripleFinder(const Document& document, const EventLexicon& lexicon)
        : document_(document), tokens_(document.tokens), tree_(document), lexicon_(lexicon),
          outlooks_(find_outlooks(tree_, lexicon)) {}

    std::vector<Triple> find() {
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
            const IndexRange range = document_.sentences[s].tokens;
            sentence_ = s;
            for (std::uint32_t t = range.begin; t < range.end; ++t)
                if (heads_clause(t))
                    read_clause(t);
                else if (tokens_[t].relation == Relation::appos)
                    read_apposition(t);
        }
        return std::move(triples_);
    }

private:
    bool copular(std::uint32_t t) const { return tree_.child(t, Relation::cop) != no_token; }

    bool heads_clause(std::uint32_t t) const {
        if (copular(t))
            return true;
        if (tokens_[t].upos != Upos::verb)
            return tokens_[t].upos == Upos::aux && tokens_[t].relation != Relation::aux &&
                   tokens_[t].relation != Relation::aux_pass && tokens_[t].relation != Relation::cop;
        const Relation relation = tokens_[t].relation;
        return relation != Relation::amod && relation != Relation::case_ && relation != Relation::compound &&
               relation != Relation::fixed && relation != Relation::mark && relation != Relation::flat;
    }

    // Slots.

    /// Left out of a noun phrase: what begins a clause or an aside of its own.
    bool outside(std::uint32_t child, std::uint32_t head, bool conjuncts) const {
        switch (universal(tokens_[child].relation)) {
        case Relation::parataxis:
        case Relation::discourse:
        case Relation::vocative:
        case Relation::list:
            return true;
        case Relation::appos:
            return true;
        case Relation::acl:
            return tokens_[child].relation == Relation::acl_relcl;
        case Relation::conj:
        case Relation::cc:
            return !conjuncts;
        case Relation::punct:
            return child > 0 &&
                   (child < head ? tree_.phrase(head).begin == child : tree_.phrase(head).end == child + 1);
        default:
            return false;
        }
    }

    /// The words of the phrase that `head` heads, without what `skip` says and, at the top, its preposition.
    /// Of the subject of a participle ("loans topping a billion") the `clause` that it heads is left out too.
    void add_phrase(Slot& slot, std::uint32_t head, bool conjuncts, bool preposition, std::uint32_t clause = no_token) {
        stack_.clear();
        slot.push_back(head);
        for (const std::uint32_t c : tree_.children(head)) {
            const Relation relation = universal(tokens_[c].relation);
            const bool marker = relation == Relation::case_ && tokens_[c].xpos != Xpos::pos;
            if ((marker && !preposition) || outside(c, head, conjuncts) || relation == Relation::mark ||
                relation == Relation::cop || (relation == Relation::nsubj) || (relation == Relation::aux))
                continue;
            if (relation == Relation::acl && clause != no_token && tree_.phrase(c).contains(clause))
                continue;
            if (relation == Relation::advcl ||
                (copular(head) && relation == Relation::advmod && c < head && adverb_of_clause(c, head)))
                continue;
            if (copular(head) && relation == Relation::obl && c > head && tokens_[head].upos == Upos::adj)
                continue;
            stack_.push_back(c);
        }
        while (!stack_.empty()) {
            const std::uint32_t t = stack_.back();
            stack_.pop_back();
            slot.push_back(t);
            for (const std::uint32_t c : tree_.children(t))
                if (!outside(c, t, true))
                    stack_.push_back(c);
        }
    }

    /// "not" and adverbs before the predicate of a copula belong to the relation.
    bool adverb_of_clause(std::uint32_t adverb, std::uint32_t head) const {
        const std::uint32_t cop = tree_.child(head, Relation::cop);
        return adverb < head && cop != no_token && (adverb == cop + 1 || adverb + 1 == cop || negation(adverb));
    }
    bool negation(std::uint32_t t) const { return tokens_[t].lemma == "not" || tokens_[t].lemma == "never"; }

    /// A whole clause, conjuncts and all, without the subordinator.
    void add_clause(Slot& slot, std::uint32_t head, std::uint32_t mark) {
        const IndexRange range = tree_.phrase(head);
        for (std::uint32_t t = range.begin; t < range.end; ++t)
            if (t != mark && !(tokens_[t].upos == Upos::punct && (t == range.begin || t + 1 == range.end)))
                slot.push_back(t);
    }

    /// Auxiliaries, negation, adverbs among them, the verb and its particle; for a copula all but the predicate.
    void add_group(Slot& slot, std::uint32_t head) {
        const bool cop = copular(head);
        if (!cop)
            slot.push_back(head);
        std::uint32_t first = head;
        for (const std::uint32_t c : tree_.children(head)) {
            const Relation relation = universal(tokens_[c].relation);
            if (relation == Relation::aux || relation == Relation::cop ||
                tokens_[c].relation == Relation::compound_prt) {
                slot.push_back(c);
                first = std::min(first, c);
            }
        }
        for (const std::uint32_t c : tree_.children(head))
            if (tokens_[c].relation == Relation::advmod && c < head && tree_.phrase(c).size() == 1 &&
                (negation(c) || (c > first && tokens_[c].lemma != "also") || c + 1 == first))
                slot.push_back(c);
    }

    // Clauses.

    void read_clause(std::uint32_t verb) {
        // The last verb of a chain of infinitives speaks for it: "agreed to withdraw".
        for (const std::uint32_t c : tree_.children(verb))
            if (tokens_[c].relation == Relation::xcomp && chained(c))
                return;
        relation_.clear();
        std::uint32_t top = verb;
        add_group(relation_, verb);
        for (int steps = 0; steps < 6 && tokens_[top].relation == Relation::xcomp && chained(top); ++steps) {
            for (const std::uint32_t c : tree_.children(top))
                if (tokens_[c].relation == Relation::mark)
                    relation_.push_back(c);
            const std::uint32_t governor = tree_.head(top);
            const std::uint32_t object = tree_.child(governor, Relation::obj);
            // "ordered them to leave": they act.
            if (object != no_token && lexicon_.verb(tokens_[governor].lemma).controls_object)
                break;
            top = governor;
            if (copular(top))
                relation_.push_back(top);
            add_group(relation_, top);
        }
        const Subject subject = find_subject(tree_, lexicon_, verb);
        if (subject.token == no_token)
            return;
        if (copular(verb)) {
            read_predicate(verb, subject.token);
            return;
        }
        const std::size_t before = triples_.size();
        object_ = no_token;
        for (const std::uint32_t c : tree_.children(verb)) {
            const Relation relation = tokens_[c].relation;
            if (relation == Relation::obj || relation == Relation::iobj) {
                if (relation == Relation::obj)
                    object_ = c;
                add_each(verb, subject.token, c, no_token);
            } else if (relation == Relation::xcomp && !chained(c)) {
                Slot object;
                add_phrase(object, c, true, true);
                write(verb, subject.token, relation_, object);
            } else if (relation == Relation::ccomp) {
                read_complement(verb, subject.token, c);
            }
        }
        const bool relative_object =
            tokens_[verb].relation == Relation::acl_relcl && object_ != no_token && relative_pronoun(tokens_[object_]);
        if (object_ == no_token && tokens_[verb].relation == Relation::acl_relcl && triples_.size() == before &&
            subject.own && tree_.head(verb) != no_token && subject.token != tree_.head(verb) && !has_oblique(verb)) {
            // "the deal they signed"
            Slot object;
            add_phrase(object, tree_.head(verb), false, false);
            write(verb, subject.token, relation_, object);
        }
        for (const std::uint32_t c : tree_.children(verb))
            read_oblique(verb, subject.token, c, relative_object);
        if (triples_.size() == before && top == verb)
            write(verb, subject.token, relation_, {});
    }

    /// "Rome, the capital": the one is the other.
    void read_apposition(std::uint32_t t) {
        const std::uint32_t noun = tree_.head(t);
        if (noun == no_token || noun > t || !is_noun(tokens_[noun]) || !is_noun(tokens_[t]) ||
            (tokens_[noun].upos != Upos::propn && tokens_[t].upos != Upos::propn))
            return;
        Slot who, what;
        add_phrase(who, noun, false, false);
        add_phrase(what, t, false, false);
        triples_.push_back({sentence_, words(who), "is", words(what), outlooks_[t].factuality});
    }

    bool has_oblique(std::uint32_t verb) const { return tree_.child_of_kind(verb, Relation::obl) != no_token; }

    /// An infinitive or participle that goes on with its governor's relation.
    bool chained(std::uint32_t t) const {
        return tokens_[t].upos == Upos::verb && tokens_[t].relation == Relation::xcomp && tree_.head(t) != no_token &&
               tree_.head(t) < t;
    }

    void add_each(std::uint32_t verb, std::uint32_t subject, std::uint32_t object, std::uint32_t preposition) {
        const auto one = [&](std::uint32_t head) {
            Slot slot;
            add_phrase(slot, antecedent(tree_, head), false, false);
            Slot relation = relation_;
            if (preposition != no_token)
                add_preposition(relation, preposition);
            write(verb, subject, relation, slot);
        };
        one(object);
        for (const std::uint32_t c : tree_.children(object))
            if (tokens_[c].relation == Relation::conj && is_noun(tokens_[c]))
                one(c);
    }

    void add_preposition(Slot& relation, std::uint32_t preposition) {
        relation.push_back(preposition);
        for (const std::uint32_t c : tree_.children(preposition))
            if (tokens_[c].relation == Relation::fixed)
                relation.push_back(c);
    }

    void read_oblique(std::uint32_t verb, std::uint32_t subject, std::uint32_t c, bool relative_object) {
        const Relation relation = universal(tokens_[c].relation);
        if (relation != Relation::obl)
            return;
        const std::uint32_t preposition = preposition_of(tree_, c);
        if (relative_pronoun(tokens_[c]))
            return;
        const Slot bare = relation_;
        if (object_ != no_token && object_ < c && !relative_object)
            add_phrase(relation_, object_, true, true);
        if (preposition == no_token) {
            relation_ = bare;
            Slot slot;
            add_phrase(slot, c, false, true);
            write(verb, subject, relation_, slot);
        } else if (c > verb) {
            add_each(verb, subject, c, preposition);
        } else {
            relation_ = bare;
            Slot slot;
            add_phrase(slot, c, false, true);
            write(verb, subject, relation_, slot);
        }
        relation_ = bare;
    }

    void read_complement(std::uint32_t verb, std::uint32_t subject, std::uint32_t clause) {
        Slot relation = relation_;
        std::uint32_t mark = tree_.child(clause, Relation::mark);
        if (mark != no_token && tree_.phrase(clause).begin != mark)
            mark = no_token;
        if (mark != no_token)
            relation.push_back(mark);
        Slot object;
        add_clause(object, clause, mark);
        write(verb, subject, relation, object);
    }

    void read_predicate(std::uint32_t head, std::uint32_t subject) {
        Slot object;
        add_phrase(object, head, false, true);
        write(head, subject, relation_, object);
        for (const std::uint32_t c : tree_.children(head)) {
            const Relation relation = universal(tokens_[c].relation);
            if (relation == Relation::conj && !is_verb(tokens_[c]) && !copular(c) &&
                tree_.child_of_kind(c, Relation::nsubj) == no_token) {
                Slot other;
                add_phrase(other, c, false, true);
                write(head, subject, relation_, other);
            }
            if (relation == Relation::obl && c > head) {
                const std::uint32_t preposition = preposition_of(tree_, c);
                Slot longer = relation_;
                std::swap(longer, relation_);
                add_phrase(relation_, head, false, true);
                if (preposition != no_token)
                    add_each(head, subject, c, preposition);
                std::swap(longer, relation_);
            }
        }
    }

    void write(std::uint32_t verb, std::uint32_t subject, const Slot& relation, const Slot& object) {
        // Nobody is told of by a pronoun whose noun is not found, nothing by a participle alone.
        const bool bare = object.empty() && relation.size() == 1 &&
                          (tokens_[verb].xpos == Xpos::vbg || tokens_[verb].xpos == Xpos::vbn);
        if (bare || relative_pronoun(tokens_[subject]))
            return;
        Slot who;
        add_phrase(who, subject, true, false, verb);
        Triple triple;
        triple.sentence = sentence_;
        triple.subject = words(who);
        triple.relation = words(relation);
        triple.object = words(object);
        triple.certainty = outlooks_[verb].factuality;
        triples_.push_back(std::move(triple));
    }

    std::string words(Slot slot) const {
        std::sort(slot.begin(), slot.end());
        slot.erase(std::unique(slot.begin(), slot.end()), slot.end());
        while (!slot.empty() && tokens_[slot.back()].upos == Upos::punct)
            slot.pop_back();
        std::string text;
        for (const std::uint32_t t : slot) {
            if (text.empty() && tokens_[t].upos == Upos::punct)
                continue;
            if (!text.empty())
                text += ' ';
            text += document_.word(t);
        }
        return text;
    }

    const Document& document_;
    const std::vector<Token>& tokens_;
    Tree tree_;
    const EventLexicon& lexicon_;
    std::vector<OutlookAt> outlooks_;
    std::vector<Triple> triples_;
    Slot relation_;
    Slot stack_;
    std::uint32_t sentence_ = 0;
    std::uint32_t object_ = no_token;
};

} // namespace

std::vector<Triple> find_triples(const Document& document, const Lexicons& lexicons) {
    return document.parsed ? TripleFinder(document, lexicons.events()).find() : std::vector<Triple>{};
}

} // namespace fasti::events
