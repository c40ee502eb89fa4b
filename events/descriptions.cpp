// See descriptions.hpp.
#include "events/descriptions.hpp"

#include "events/name_context.hpp"
#include "events/name_shape.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

using Index = ActorLexicon::Index;

} // namespace

bool types_agree(const Candidate& d, const Cluster& c) {
    if (!d.typed || !c.typed)
        return d.type != ActorType::person || !c.typed || c.type == ActorType::person;
    return d.type == c.type;
}

bool Descriptions::fits_class(const Candidate& d, const Cluster& c) {
    return c.classes.empty() || std::find(c.classes.begin(), c.classes.end(), d.noun_class) != c.classes.end();
}

bool Descriptions::same_office(const Candidate& d, const HeldTitle& title, bool same_state) const {
    if (d.office == title.office)
        return d.domain == title.domain || ((d.domain.empty() || title.domain.empty()) && same_state);
    const auto heads_field = [&](Index office) {
        const std::string_view name = lexicon_.office_name(office);
        return name == "chief" || name == "minister";
    };
    return heads_field(d.office) && heads_field(title.office) && !d.domain.empty() && d.domain == title.domain;
}

bool Descriptions::may_have_held(const Cluster& person, Index country, int year) const {
    std::string_view name;
    for (const std::uint32_t i : person.candidates)
        if (candidates_[i].kind == MentionKind::name && candidates_[i].key.size() > name.size())
            name = candidates_[i].key;
    bool known = false;
    for (const ActorLexicon::HeldOffice& office : lexicon_.offices_held(name)) {
        known = true;
        if (country != ActorLexicon::none && office.country != country)
            continue;
        if ((!office.held.from || year_of(*office.held.from) <= year) &&
            (!office.held.to || year <= year_of(*office.held.to)))
            return true;
    }
    return !known;
}

bool Descriptions::said_to_be(const Candidate& d, const Cluster& c) const {
    const bool other_state =
        d.country != ActorLexicon::none && c.country != ActorLexicon::none && d.country != c.country;
    if (c.state || other_state)
        return false;
    const bool is_one = std::any_of(c.classes.begin(), c.classes.end(), [&](Index known) {
        return known == d.noun_class || (d.noun_class != ActorLexicon::none && lexicon_.parent(known) == d.noun_class);
    });
    // "the Bank" for the Bank of England
    return (d.type == c.type && (is_one || (d.type == ActorType::organization && sounds_like(d, c)))) ||
           (d.type == ActorType::other && c.type != ActorType::person && sounds_like(d, c));
}

bool Descriptions::may_be(const Candidate& d, const Cluster& c) const {
    if (c.state || (c.typed && d.type != c.type) || (!c.typed && d.type != ActorType::other))
        return false;
    if (lexicon_.wide(d.noun_class))
        return true;
    const Index wider = lexicon_.parent(d.noun_class);
    if (c.classes.empty()) {
        const Index company = lexicon_.class_of("company");
        return sounds_like(d, c) ||
               (wider != ActorLexicon::none && wider == lexicon_.class_of("product") && model(c)) ||
               (c.type == ActorType::organization && (d.noun_class == company || wider == company));
    }
    // "the airline" may be a company, but no carmaker.
    return wider != ActorLexicon::none && std::find(c.classes.begin(), c.classes.end(), wider) != c.classes.end() &&
           std::none_of(c.classes.begin(), c.classes.end(),
                        [&](Index known) { return lexicon_.parent(known) == wider; });
}

/// "A380", "Boeing 787": a name with the number of a model is something that was made.
bool Descriptions::model(const Cluster& c) const {
    const std::size_t most = std::min<std::size_t>(c.candidates.size(), 4);
    for (std::size_t n = 0; n < most; ++n) {
        const Candidate& name = candidates_[c.candidates[n]];
        if (name.kind == MentionKind::name && model_name(document_.word(name.tokens.end - 1)))
            return true;
        for (std::uint32_t t = name.tokens.begin; name.kind == MentionKind::name && t < name.tokens.end; ++t)
            if (document_.word(t).size() > 2 && name_number(document_.word(t)) && name.tokens.size() > 1)
                return true;
    }
    return false;
}

bool Descriptions::sounds_like(const Candidate& d, const Cluster& c) const {
    const std::string noun = lemma_key(document_, d.head);
    if (noun.size() < 4)
        return false;
    const std::size_t most = std::min<std::size_t>(c.candidates.size(), 4);
    for (std::size_t n = 0; n < most; ++n) {
        const Candidate& name = candidates_[c.candidates[n]];
        if (name.kind != MentionKind::name)
            continue;
        for (std::size_t at = name.key.find(noun); at != std::string::npos; at = name.key.find(noun, at + 1)) {
            const std::size_t end = at + noun.size();
            if (end == name.key.size() || name.key[end] == ' ')
                return true;
        }
    }
    return false;
}

} // namespace fasti::events
