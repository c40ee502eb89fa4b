// See reach.hpp.
#include "events/reach.hpp"

#include <algorithm>

namespace fasti::events {
namespace {

/// Below a phrase the search goes no deeper: "part of a programme for the army of Norway".
constexpr int most_levels = 3;

class Reacher {
public:
    Reacher(const Reading& reading, const ActorLexicon& names, std::uint32_t trigger, std::uint32_t carrier,
            std::vector<Participant>& participants)
        : r_(reading), tree_(reading.tree), document_(reading.tree.document()), tokens_(document_.tokens),
          names_(names), trigger_(trigger), carrier_(carrier), participants_(participants) {}

    void add() {
        add_agents();
        if (!reached_patient())
            add_patients();
        sort_participants(participants_);
    }

private:
    std::uint32_t head_of(const Participant& participant) const { return document_.token_at(participant.head.begin); }

    /// A name, or a word for people and bodies of people.
    bool acts(std::uint32_t t) const {
        if (t == trigger_ || r_.in_timex[t])
            return false;
        if (r_.actors.at_token(t).valid() || tokens_[t].upos == Upos::propn)
            return true;
        if (tokens_[t].upos != Upos::noun)
            return false;
        const ActorLexicon::Noun* noun = noun_of(t);
        return noun != nullptr && (noun->state || noun->type == ActorType::person ||
                                   noun->type == ActorType::organization || noun->type == ActorType::group);
    }

    const ActorLexicon::Noun* noun_of(std::uint32_t t) const {
        if (const ActorLexicon::Noun* noun = names_.noun(tokens_[t].lemma))
            return noun;
        return names_.noun(document_.word(t)); // "rebels" is listed by its plural
    }

    /// "Norwegian" of "Norwegian troops", "UN" of "UN aid workers".
    bool names_side(std::uint32_t modifier) const {
        const Relation relation = universal(tokens_[modifier].relation);
        if (relation != Relation::amod && relation != Relation::compound && relation != Relation::nmod)
            return false;
        return (relation != Relation::nmod || tokens_[modifier].relation == Relation::nmod_poss) &&
               tokens_[modifier].upos != Upos::pron && r_.actors.at_token(modifier).valid();
    }

    void add_agents() {
        for (const std::uint32_t agent : heads(Role::agent)) {
            if (r_.lexicon.noun(tokens_[agent].lemma).quantity)
                add_content(Role::agent, agent);
            add_sides(Role::agent, agent);
        }
    }

    std::vector<std::uint32_t> heads(Role role) const {
        std::vector<std::uint32_t> found;
        for (const Participant& participant : participants_)
            if (participant.role == role)
                found.push_back(head_of(participant));
        return found;
    }

    /// What a quantity is of: "thousands of soldiers".
    void add_content(Role role, std::uint32_t head) {
        for (const std::uint32_t c : tree_.children(head))
            if (universal(tokens_[c].relation) == Relation::nmod && word(preposition_of(tree_, c)) == "of") {
                append(role, c);
                add_sides(role, c);
            }
    }

    /// The states and bodies in whose name the head acts.
    void add_sides(Role role, std::uint32_t head) {
        if (!r_.lexicon.noun(tokens_[head].lemma).official)
            return;
        for (const std::uint32_t c : tree_.children(head)) {
            if (c < head && names_side(c)) {
                append(role, c);
                for (const std::uint32_t other : tree_.children(c))
                    if (tokens_[other].relation == Relation::conj && other < head)
                        append(role, other);
            }
        }
    }

    bool reached_patient() {
        bool reached = false;
        for (const std::uint32_t patient : heads(Role::patient)) {
            if (r_.lexicon.noun(tokens_[patient].lemma).quantity)
                add_content(Role::patient, patient);
            add_sides(Role::patient, patient);
            reached = reached || acts(patient);
        }
        return reached;
    }

    void add_patients() {
        for (const std::uint32_t patient : heads(Role::patient))
            if (add_within(patient))
                return;
        if (nominal() && add_within(trigger_))
            return;
        const std::uint32_t verb = nominal() ? carrier_ : trigger_;
        if (verb != no_token)
            add_around(verb, 0);
    }

    bool nominal() const { return tokens_[trigger_].upos != Upos::verb; }

    /// The nearest actors within a phrase; true when there was one.
    bool add_within(std::uint32_t phrase) {
        std::vector<std::uint32_t> level{phrase};
        std::vector<std::uint32_t> next;
        for (int depth = 0; depth < most_levels && !level.empty(); ++depth) {
            next.clear();
            bool found = false;
            for (const std::uint32_t head : level)
                for (const std::uint32_t c : tree_.children(head)) {
                    if (c == trigger_ || tokens_[c].relation == Relation::punct)
                        continue;
                    const Relation relation = universal(tokens_[c].relation);
                    const bool part = relation == Relation::nmod || relation == Relation::amod ||
                                      relation == Relation::compound || relation == Relation::acl ||
                                      relation == Relation::obl || relation == Relation::obj ||
                                      (relation == Relation::conj && is_noun(tokens_[c]));
                    if (!part || r_.in_timex[c])
                        continue;
                    if (relation != Relation::acl && acts(c) && !own_agent(c)) {
                        append_all(c);
                        found = true;
                    } else {
                        next.push_back(c);
                    }
                }
            if (found)
                return true;
            std::swap(level, next);
        }
        return false;
    }

    /// What stands around the verb: to whom, about whom, from whom, where, and what the verb of its complement reaches.
    bool add_around(std::uint32_t verb, int depth) {
        if (depth > most_levels)
            return false;
        for (const std::uint32_t c : tree_.children(verb)) {
            const Relation relation = universal(tokens_[c].relation);
            if (relation != Relation::xcomp && relation != Relation::ccomp)
                continue;
            if (add_complement(c, depth))
                return true;
        }
        static constexpr std::array<std::array<std::string_view, 4>, 5> order{{{"to", "toward", "towards", "with"},
                                                                               {"against", "at", "upon", "into"},
                                                                               {"for", "on", "about", "over"},
                                                                               {"from", "of", "between", "among"},
                                                                               {"in", "near", "across", "outside"}}};
        for (const auto& prepositions : order)
            for (const std::uint32_t c : tree_.children(verb)) {
                if (universal(tokens_[c].relation) != Relation::obl || r_.in_timex[c] ||
                    !one_of(word(preposition_of(tree_, c)), prepositions))
                    continue;
                if (acts(c) && !own_agent(c)) {
                    append_all(c);
                    return true;
                }
                if (add_within(c))
                    return true;
            }
        return false;
    }

    /// "demanded that Oslo pay", "offered to meet the king": who is to act, else whom the act would reach.
    bool add_complement(std::uint32_t verb, int depth) {
        const std::uint32_t subject = tree_.child_of_kind(verb, Relation::nsubj);
        if (subject != no_token && acts(subject) && !own_agent(subject)) {
            append_all(subject);
            return true;
        }
        const std::uint32_t object = tree_.child(verb, Relation::obj);
        if (object != no_token && !r_.in_timex[object]) {
            if (acts(object) && !own_agent(object)) {
                append_all(object);
                return true;
            }
            if (add_within(object))
                return true;
        }
        if (subject != no_token && add_within(subject))
            return true;
        return add_around(verb, depth + 1);
    }

    bool own_agent(std::uint32_t t) const {
        const ActorId actor = r_.actors.at_token(t);
        return std::any_of(participants_.begin(), participants_.end(), [&](const Participant& participant) {
            return participant.role == Role::agent &&
                   (participant.head == tokens_[t].span || (actor.valid() && participant.actor == actor));
        });
    }

    void append_all(std::uint32_t head) {
        append(Role::patient, head);
        add_sides(Role::patient, head);
        for (const std::uint32_t c : tree_.children(head))
            if (tokens_[c].relation == Relation::conj && acts(c) && !own_agent(c))
                append(Role::patient, c);
    }

    void append(Role role, std::uint32_t head) { append_participants(r_, role, head, no_token, participants_); }

    std::string_view word(std::uint32_t token) const {
        return token == no_token ? std::string_view{} : tokens_[token].lemma;
    }

    const Reading& r_;
    const Tree& tree_;
    const Document& document_;
    const std::vector<Token>& tokens_;
    const ActorLexicon& names_;
    std::uint32_t trigger_;
    std::uint32_t carrier_;
    std::vector<Participant>& participants_;
};

} // namespace

void add_reached(const Reading& reading, const ActorLexicon& names, std::uint32_t trigger, std::uint32_t carrier,
                 std::vector<Participant>& participants) {
    Reacher(reading, names, trigger, carrier, participants).add();
}

} // namespace fasti::events
