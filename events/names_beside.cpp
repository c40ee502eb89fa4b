// See names_beside.hpp.
#include "events/names_beside.hpp"

#include "core/utf8.hpp"
#include "events/name_context.hpp"

#include <algorithm>

namespace fasti::events {

void NamesBeside::read() {
    predicate_.assign(candidates_.size(), false);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i)
        if (candidates_[i].kind == MentionKind::name)
            read_beside(i);
    link_appositions();
}

void NamesBeside::add_class(Cluster& cluster, ActorLexicon::Index noun_class) {
    if (noun_class != ActorLexicon::none &&
        std::find(cluster.classes.begin(), cluster.classes.end(), noun_class) == cluster.classes.end())
        cluster.classes.push_back(noun_class);
}

void NamesBeside::add_title(Cluster& c, const Candidate& d) {
    if (d.office == ActorLexicon::none)
        return;
    if (c.gender == Gender::unknown)
        c.gender = d.gender;
    const Span words{token(d.title_begin).span.begin, token(d.head).span.end};
    c.titles.push_back({d.office, d.domain, words});
}

void NamesBeside::describe(std::uint32_t description, std::uint32_t to) {
    const Candidate& d = candidates_[description];
    Cluster& c = result_.clusters[to];
    add_title(c, d);
    add_class(c, d.noun_class);
    if (!c.typed && d.typed) {
        c.type = d.type;
        c.typed = true;
    }
    if (c.country == ActorLexicon::none)
        c.country = d.country;
    result_.link(description, to);
}

void NamesBeside::read_beside(std::uint32_t name) {
    const Candidate& c = candidates_[name];
    const IndexRange sentence = document_.sentences[c.sentence].tokens;
    if (!document_.parsed || cluster(name).state)
        return;
    if (c.tokens.begin > sentence.begin) {
        const std::uint32_t before = c.tokens.begin - 1;
        const std::uint32_t d = description_at_[before];
        if (d != no_cluster && !linked(d) && joined(before, c) && types_agree(candidates_[d], cluster(name)) &&
            candidates_[d].typed && !candidates_[d].plural) {
            describe(d, result_.cluster_of[name]);
            read_second_title(before, name);
        } else if (d == no_cluster) {
            read_title_words(before, name);
        }
        if (cluster(name).titles.empty())
            read_title_and_field(before, name);
        if (cluster(name).titles.empty())
            read_title_and_comma(before, name);
    }
    if (c.tokens.end < sentence.end) {
        const std::uint32_t behind = c.tokens.end;
        const std::uint32_t d = description_at_[behind];
        const bool thing = !cluster(name).typed || cluster(name).type == ActorType::other;
        if (d != no_cluster && !linked(d) && thing && tree_.head(c.head) == behind && candidates_[d].typed &&
            candidates_[d].type == ActorType::other && !candidates_[d].plural &&
            descriptions_.fits_class(candidates_[d], cluster(name)))
            describe(d, result_.cluster_of[name]);
    }
    if (cluster(name).country == ActorLexicon::none)
        for (const std::uint32_t child : tree_.children(c.head))
            if (child < c.tokens.begin && name_at_[child] != no_cluster && candidates_[name_at_[child]].state)
                cluster(name).country = candidates_[name_at_[child]].country;
}

bool NamesBeside::joined(std::uint32_t noun, const Candidate& name) const {
    const std::uint32_t up = tree_.head(noun);
    if (name.tokens.contains(up))
        return true;
    const std::uint32_t name_up = tree_.head(name.head);
    if (name_up == noun)
        return true;
    return up != no_token && up == name_up;
}

void NamesBeside::read_second_title(std::uint32_t title, std::uint32_t name) {
    const std::uint32_t begin = candidates_[description_at_[title]].title_begin;
    const std::uint32_t at = begin == no_token ? title : begin;
    const std::uint32_t first = document_.sentences[candidates_[name].sentence].tokens.begin;
    if (at < first + 2 || token(at - 1).upos != Upos::cconj)
        return;
    const std::uint32_t d = description_at_[at - 2];
    if (d != no_cluster && !linked(d) && candidates_[d].office != ActorLexicon::none)
        describe(d, result_.cluster_of[name]);
}

void NamesBeside::read_title_words(std::uint32_t before, std::uint32_t name) {
    Cluster& c = cluster(name);
    if (name_at_[before] != no_cluster || (c.typed && c.type != ActorType::person))
        return;
    const Office office = find_office(tree_, lexicon_, before);
    if (office.office == ActorLexicon::none)
        return;
    c.type = ActorType::person;
    c.typed = true;
    if (c.gender == Gender::unknown)
        c.gender = office.gender;
    c.titles.push_back(
        {office.office, office.domain, {token(office.tokens.begin).span.begin, token(office.tokens.end - 1).span.end}});
}

void NamesBeside::read_title_and_comma(std::uint32_t before, std::uint32_t name) {
    const Candidate& n = candidates_[name];
    const IndexRange sentence = document_.sentences[n.sentence].tokens;
    const Cluster& c = cluster(name);
    if (before == sentence.begin || document_.word(before) != "," || (c.typed && c.type != ActorType::person))
        return;
    const std::uint32_t d = description_at_[before - 1];
    if (d == no_cluster || linked(d) || candidates_[d].office == ActorLexicon::none || candidates_[d].plural ||
        !candidates_[d].definite)
        return;
    const bool begins = candidates_[d].tokens.begin <= sentence.begin + 1;
    const std::uint32_t behind = n.tokens.end;
    const bool ends =
        behind >= sentence.end || document_.word(behind) == "." ||
        (document_.word(behind) == "," && (behind + 1 >= sentence.end || token(behind + 1).upos != Upos::cconj));
    if (begins || ends)
        describe(d, result_.cluster_of[name]);
}

void NamesBeside::read_title_and_field(std::uint32_t before, std::uint32_t name) {
    constexpr int most_words = 5;
    const Cluster& c = cluster(name);
    const std::uint32_t first = document_.sentences[candidates_[name].sentence].tokens.begin;
    if ((c.typed && c.type != ActorType::person) || !is_field_word(before))
        return;
    std::uint32_t of = before;
    for (int words = 0; of > first && words < most_words && is_field_word(of); ++words)
        --of;
    if (of == first || (document_.word(of) != "of" && document_.word(of) != "for"))
        return;
    const std::uint32_t d = description_at_[of - 1];
    if (d == no_cluster || linked(d) || candidates_[d].office == ActorLexicon::none || candidates_[d].plural ||
        !joined(of - 1, candidates_[name]))
        return;
    describe(d, result_.cluster_of[name]);
    Cluster& person = cluster(name);
    person.titles.back().words.end = token(before).span.end;
    if (name_at_[before] == no_cluster)
        person.titles.back().domain = utf8::fold(document_.word(before));
    else if (person.country == ActorLexicon::none && candidates_[name_at_[before]].state)
        person.country = candidates_[name_at_[before]].country;
}

bool NamesBeside::is_field_word(std::uint32_t t) const {
    const Upos upos = token(t).upos;
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::adj || upos == Upos::det;
}

std::uint32_t NamesBeside::name_before_comma(const Candidate& c) const {
    const std::uint32_t first = document_.sentences[c.sentence].tokens.begin;
    std::uint32_t comma = c.tokens.begin;
    if (c.kind != MentionKind::description || comma <= first)
        return no_token;
    --comma;
    if (token(comma).upos == Upos::det && comma > first)
        --comma;
    const bool name = comma > first && document_.word(comma) == "," && name_at_[comma - 1] != no_cluster;
    return name ? comma - 1 : no_token;
}

/// "attended the ceremony, among them Uganda's president": some of those who were there, not the ceremony.
bool NamesBeside::lists_some(std::uint32_t head) const {
    for (const std::uint32_t child : tree_.children(head)) {
        const std::uint32_t preposition = tree_.child(child, Relation::case_);
        if (child < head && preposition != no_token && token(preposition).lemma == "among")
            return true;
    }
    return false;
}

void NamesBeside::link_appositions() {
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
        const Candidate& c = candidates_[i];
        const bool appositive = token(c.head).relation == Relation::appos;
        std::uint32_t up = tree_.head(c.head);
        if (!appositive || up == no_token)
            continue;
        // "Yoweri Museveni and Abiy Ahmed, the prime minister": of several names the one right before is meant.
        if (const std::uint32_t name = name_before_comma(c); name != no_token)
            up = name;
        if (lists_some(c.head))
            continue;
        if (c.kind == MentionKind::description && !linked(i) && name_at_[up] != no_cluster) {
            if (types_agree(c, cluster(name_at_[up])) && !c.plural)
                describe(i, result_.cluster_of[name_at_[up]]);
        } else if (c.kind == MentionKind::name && description_at_[up] != no_cluster && !linked(description_at_[up])) {
            if (types_agree(candidates_[description_at_[up]], cluster(i)) && !candidates_[description_at_[up]].plural)
                describe(description_at_[up], result_.cluster_of[i]);
        }
    }
    // "Gizmodo is a blog" says what it is, though it is no second mention.
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
        const Candidate& d = candidates_[i];
        if (d.kind != MentionKind::description || tree_.child(d.head, Relation::cop) == no_token)
            continue;
        const std::uint32_t subject = tree_.child(d.head, Relation::nsubj);
        if (subject != no_token && name_at_[subject] != no_cluster && types_agree(d, cluster(name_at_[subject])) &&
            d.typed) {
            add_class(cluster(name_at_[subject]), d.noun_class);
            predicate_[i] = true;
        }
    }
}

} // namespace fasti::events
