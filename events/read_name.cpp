// Reads a name: what the tables say of it, then its first and its last word.
#include "events/read_mention.hpp"

#include "core/utf8.hpp"
#include "events/name_context.hpp"
#include "events/name_evidence.hpp"
#include "events/name_shape.hpp"

namespace fasti::events {

namespace {

class NameReader {
public:
    NameReader(const Tree& tree, const ActorLexicon& lexicon)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon) {}

    Candidate read(IndexRange range, NameType type, bool typed) const {
        Candidate c;
        c.tokens = range;
        c.head = head_of(range);
        c.sentence = tree_.sentence(range.begin);
        c.kind = MentionKind::name;
        const bool genitive = range.size() > 1 && token(range.end - 1).xpos == Xpos::pos; // "Moody's" is "Moody" too
        c.key =
            name_key(document_.words({token(range.begin).span.begin, token(range.end - (genitive ? 2 : 1)).span.end}));
        c.typed = typed;
        if (type == NameType::person && range.size() == 1 && written_as_firm(document_.word(range.begin)))
            type = NameType::organization;
        switch (type) {
        case NameType::person:
            c.type = ActorType::person;
            break;
        case NameType::organization:
            c.type = ActorType::organization;
            break;
        case NameType::place:
            c.type = ActorType::place;
            break;
        case NameType::group:
            c.type = ActorType::group;
            break;
        case NameType::other:
            c.type = ActorType::other;
            break;
        }
        if (!read_as_state(c))
            c.plural = type == NameType::group;
        if (!c.state && c.country == ActorLexicon::none)
            read_from_lexicon(c);
        if (!c.state && c.institution == ActorLexicon::none)
            c.told = type_told(tree_, lexicon_, range);
        return c;
    }

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
    std::string lower_word(std::uint32_t t) const { return utf8::fold(document_.word(t)); }

    /// The token of `range` that hangs outside it; the last token when the tree says nothing.
    std::uint32_t head_of(IndexRange range) const {
        for (std::uint32_t t = range.begin; t < range.end; ++t)
            if (!range.contains(tree_.head(t)) && token(t).upos != Upos::punct)
                return document_.parsed ? t : range.end - 1;
        return range.end - 1;
    }

    /// Sets what the table of states says of the name; false when it is none of its words.
    bool read_as_state(Candidate& c) const {
        const ActorLexicon::CountryWord* word = lexicon_.country_word(c.key);
        // "us" is the pronoun unless it is written as a name.
        if (!word || (c.key == "us" && document_.word(c.tokens.begin) == "us"))
            return false;
        if (c.typed && c.type == ActorType::person)
            return false;
        const Token& head = token(c.tokens.end - 1);
        c.country = word->country;
        c.typed = true;
        const bool people = word->use == ActorLexicon::CountryUse::adjective && !word->adjective;
        switch (word->use) {
        case ActorLexicon::CountryUse::name:
        case ActorLexicon::CountryUse::seat:
            c.type = ActorType::place;
            c.state = true;
            break;
        case ActorLexicon::CountryUse::capital:
            c.type = ActorType::place;
            c.state = document_.parsed && asks_for_actor(tree_, c.head);
            break;
        case ActorLexicon::CountryUse::adjective:
            // "Russian officials" names the state; "Russians", "three Russians" are people.
            c.state = !people && head.xpos != Xpos::nnps && head.xpos != Xpos::nns &&
                      (head.relation == Relation::amod || head.relation == Relation::compound ||
                       head.upos == Upos::adj || head.relation == Relation::nmod_poss);
            c.type = c.state ? ActorType::place : ActorType::group;
            c.plural = !c.state;
            break;
        }
        return true;
    }

    /// "the Fed", "GM": what is known under several names is of the kind that the table says. A short name may be a
    /// person's ("Ford"), the full one is not.
    bool read_as_institution(Candidate& c) const {
        const ActorLexicon::Index known = lexicon_.institution_of(c.key);
        if (known == ActorLexicon::none)
            return false;
        const ActorLexicon::Institution& institution = lexicon_.institution(known);
        if (c.typed && c.type == ActorType::person && name_key(institution.name) != c.key)
            return false;
        c.institution = known;
        c.noun_class = institution.noun_class;
        c.type = lexicon_.class_type(institution.noun_class);
        c.typed = true;
        c.country = institution.country;
        return true;
    }

    void read_from_lexicon(Candidate& c) const {
        if (read_as_institution(c))
            return;
        if (const ActorLexicon::Organization* organization = lexicon_.organization(c.key)) {
            if (!c.typed || c.type == ActorType::organization) {
                c.type = ActorType::organization;
                c.typed = true;
                c.noun_class = organization->noun_class;
                c.country = organization->country;
                return;
            }
        }
        const std::string first = lower_word(c.tokens.begin);
        if (c.type == ActorType::person) {
            c.gender = lexicon_.first_name(first);
        } else if (!c.typed && c.tokens.size() > 1 && lexicon_.is_first_name(first) &&
                   !name_number(document_.word(c.tokens.end - 1))) {
            c.type = ActorType::person;
            c.typed = true;
            c.gender = lexicon_.first_name(first);
        }
        const std::string last = lower_word(c.tokens.end - 1);
        if (c.type == ActorType::person || c.tokens.size() < 2)
            return;
        if (const ActorLexicon::Noun* noun = lexicon_.noun(last);
            noun && noun->type != ActorType::person && !noun->state) {
            // "Deutsche Bank", "Reform Act", "Columbia River": the name says its class.
            if (!c.typed || noun->noun_class == lexicon_.class_of("index"))
                c.type = noun->type;
            c.typed = true;
            if (noun->type == c.type)
                c.noun_class = noun->noun_class;
        } else if (!c.typed && lexicon_.name_tail(last)) {
            c.type = ActorType::organization;
            c.typed = true;
            c.noun_class = lexicon_.class_of("company");
        }
    }

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
};

} // namespace

Candidate read_name(const Tree& tree, const ActorLexicon& lexicon, IndexRange range, NameType type, bool typed) {
    return NameReader(tree, lexicon).read(range, type, typed);
}

} // namespace fasti::events
