// See reach.hpp. A breadth-first look for the nearest actor, first within the patient's phrase, then around the verb.
#include "events/reach.hpp"

#include <algorithm>

namespace fasti::events {
namespace {

/// Below a phrase the search goes no deeper ("part of a programme for the army of Norway"), and looks at no more words.
constexpr int most_levels = 3;
constexpr std::size_t most_words = 48;

/// What can befall a place as it befalls who lives there: "lifted the curfew in Oslo".
bool befalls_places(PloverType type) {
    switch (type) {
    case PloverType::aid:
    case PloverType::concede:
    case PloverType::retreat:
    case PloverType::sanction:
    case PloverType::coerce:
    case PloverType::assault:
    case PloverType::fight:
    case PloverType::investigate:
    case PloverType::threaten:
        return true;
    default:
        return false;
    }
}

/// Before who is asked for something: "called on", "appealed to", "asked of".
constexpr std::array<std::string_view, 4> asked_behind = {"on", "upon", "to", "of"};

/// Done with someone: what it is about or for is no side of it.
bool dealing(PloverType type) {
    return type == PloverType::agree || type == PloverType::consult || type == PloverType::cooperate;
}

class Reacher {
public:
    Reacher(const Reading& reading, std::uint32_t trigger, std::uint32_t carrier, PloverType type,
            std::vector<Participant>& participants)
        : r_(reading), tree_(reading.tree), document_(reading.tree.document()), tokens_(document_.tokens),
          trigger_(trigger), carrier_(carrier), type_(type), participants_(participants) {}

    void add() {
        for (const std::uint32_t agent : heads(Role::agent)) {
            add_content(Role::agent, agent);
            add_sides(Role::agent, agent);
        }
        if (type_ == PloverType::none)
            return add_holders();
        if (type_ == PloverType::aid || type_ == PloverType::cooperate)
            add_counterparts();
        if (!actor_is_patient())
            add_patients();
        sort_participants(participants_);
    }

private:
    bool nominal() const { return tokens_[trigger_].upos != Upos::verb; }

    /// Acts reach people, bodies of people and places, not products or laws.
    bool actor(std::uint32_t t) const {
        const ActorId id = r_.actors.at_token(t);
        const bool thing = id.valid() && r_.actors.actors[id.value].type == ActorType::other;
        return t != trigger_ && !thing && acts(r_, t) && !own_agent(t);
    }

    bool own_agent(std::uint32_t t) const {
        const ActorId actor = r_.actors.at_token(t);
        return std::any_of(participants_.begin(), participants_.end(), [&](const Participant& participant) {
            return participant.role == Role::agent &&
                   (participant.head == tokens_[t].span || (actor.valid() && participant.actor == actor));
        });
    }

    std::vector<std::uint32_t> heads(Role role) const {
        std::vector<std::uint32_t> found;
        for (const Participant& participant : participants_)
            if (participant.role == role && found.size() < most_words)
                found.push_back(document_.token_at(participant.head.begin));
        return found;
    }

    std::string_view preposition(std::uint32_t nominal) const {
        const std::uint32_t at = preposition_of(tree_, nominal);
        return at == no_token ? std::string_view{} : tokens_[at].lemma;
    }

    /// The first dependents of this relation; a noun has no more that matter.
    std::span<const std::uint32_t> some(std::uint32_t head, Relation relation) const {
        const auto found = tree_.children(head, relation);
        return found.first(std::min<std::size_t>(found.size(), 8));
    }

    /// What a quantity is of: "thousands of soldiers".
    void add_content(Role role, std::uint32_t head) {
        if (!r_.lexicon.noun(tokens_[head].lemma).quantity)
            return;
        for (const std::uint32_t c : some(head, Relation::nmod))
            if (preposition(c) == "of") {
                append(role, c);
                add_sides(role, c);
            }
    }

    /// "HSBC bought the British arm of the bank", "shares of the bank fell": what no class of act reaches befalls the
    /// firm whose part it is.
    void add_holders() {
        for (const std::uint32_t patient : heads(Role::patient))
            if (r_.lexicon.noun(tokens_[patient].lemma).held && !r_.actors.at_token(patient).valid())
                add_within(patient);
        sort_participants(participants_);
    }

    /// The states and bodies that the head acts for: "Norwegian" of "Norwegian troops", "UN" of "UN aid workers".
    void add_sides(Role role, std::uint32_t head) {
        if (!r_.lexicon.noun(tokens_[head].lemma).official || opposed(head))
            return;
        for (const Relation relation : {Relation::amod, Relation::compound, Relation::nmod_poss})
            for (const std::uint32_t c : some(head, relation)) {
                if (c > head || tokens_[c].upos == Upos::pron || !r_.actors.at_token(c).valid())
                    continue;
                append(role, c);
                for (const std::uint32_t other : some(c, Relation::conj))
                    if (other < head)
                        append(role, other);
            }
    }

    /// "a Norwegian opposition leader", "the former Norwegian minister": acts for Norway no more, or not yet.
    bool opposed(std::uint32_t head) const {
        static constexpr std::array<std::string_view, 6> apart = {"opposition", "former", "ex",
                                                                  "exiled",     "ousted", "rebel"};
        const auto children = tree_.children(head);
        return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
            return c < head && tokens_[c].relation != Relation::nmod_poss && one_of(tokens_[c].lemma, apart);
        });
    }

    /// What is sent, sold or shared has a taker or a giver behind it, a state as well as a person: "sent doctors to
    /// Peru", "bought gas from Oman".
    void add_counterparts() {
        const std::size_t count = std::min(participants_.size(), most_words);
        for (std::size_t i = 0; i < count; ++i) {
            const Role role = participants_[i].role;
            const std::uint32_t head = document_.token_at(participants_[i].head.begin);
            if ((role == Role::goal || role == Role::source || role == Role::topic) && actor(head))
                append(Role::recipient, head);
            if (role == Role::patient)
                for (const std::uint32_t c : some(head, Relation::nmod))
                    if ((preposition(c) == "to" || preposition(c) == "from") && actor(c))
                        append(Role::recipient, c);
        }
    }

    bool actor_is_patient() {
        bool reached = false;
        const bool unled = nominal() && heads(Role::agent).empty();
        for (const std::uint32_t patient : heads(Role::patient)) {
            add_content(Role::patient, patient);
            // One sends and withdraws one's own troops.
            if (type_ != PloverType::mobilize && type_ != PloverType::retreat)
                add_sides(Role::patient, patient);
            else if (unled)
                add_sides(Role::agent, patient);
            reached = reached || acts(r_, patient);
        }
        return reached;
    }

    void add_patients() {
        if (type_ != PloverType::mobilize)
            for (const std::uint32_t patient : heads(Role::patient))
                if (add_within(patient))
                    return;
        if (nominal() && add_within(trigger_))
            return;
        const std::uint32_t verb = nominal() ? carrier_ : trigger_;
        if (verb != no_token)
            add_around(verb, 0);
    }

    /// The nearest actor within a phrase, with its conjuncts; true when there was one.
    bool add_within(std::uint32_t phrase) {
        std::vector<std::uint32_t> level{phrase};
        std::vector<std::uint32_t> next;
        std::size_t words = 0;
        for (int depth = 0; depth < most_levels && !level.empty(); ++depth) {
            next.clear();
            for (const bool near : {true, false}) {
                for (const std::uint32_t head : level) {
                    for (const std::uint32_t c : tree_.children(head)) {
                        if (++words > 4 * most_words)
                            return false;
                        if (!part(c, head) || near != belongs(c) ||
                            (!near && place(c) && actor(c) && !befalls_places(type_)))
                            continue;
                        if (actor(c) && named_enough(c)) {
                            append_all(c);
                            return true;
                        }
                        if (next.size() < most_words)
                            next.push_back(c);
                    }
                }
            }
            std::swap(level, next);
        }
        return false;
    }

    /// Words of the phrase that can lead on to someone.
    bool part(std::uint32_t c, std::uint32_t head) const {
        if (c == trigger_ || r_.in_timex[c])
            return false;
        switch (universal(tokens_[c].relation)) {
        case Relation::nmod:
        case Relation::amod:
        case Relation::compound:
            return true;
        case Relation::acl: // "the rally staged by students", but of a noun of action only what it is done to
            return !(nominal() && head == trigger_);
        case Relation::obl: // who staged it
            return tokens_[c].relation == Relation::obl_agent || preposition(c) == "by" || preposition(c) == "against";
        case Relation::obj: // "a plan to sell arms"
            return tree_.child(head, Relation::mark) != no_token;
        default:
            return false;
        }
    }

    /// Possessors, makers and receivers before places and topics.
    bool belongs(std::uint32_t c) const {
        static constexpr std::array<std::string_view, 9> distant = {"on",   "in",   "near",  "over", "about",
                                                                    "upon", "amid", "along", "at"};
        return universal(tokens_[c].relation) != Relation::nmod || !one_of(preposition(c), distant);
    }

    bool place(std::uint32_t c) const {
        static constexpr std::array<std::string_view, 6> places = {"in", "near", "at", "along", "across", "outside"};
        return one_of(preposition(c), places);
    }

    /// Before its noun only a name stands for someone: not the "union" of "union agreement".
    bool named_enough(std::uint32_t c) const {
        const Relation relation = universal(tokens_[c].relation);
        if (tokens_[c].upos == Upos::pron)
            return tokens_[c].relation == Relation::nmod_poss && r_.actors.at_token(c).valid();
        return (relation != Relation::compound && relation != Relation::amod) || r_.actors.at_token(c).valid();
    }

    /// What stands around the verb: what the verb of its complement reaches, to whom, against and for whom, from whom,
    /// where.
    bool add_around(std::uint32_t verb, int depth) {
        if (depth > most_levels)
            return false;
        // "called on the government to free them": the one who is asked, before whom it would reach.
        if (type_ == PloverType::demand && depth == 0)
            for (const std::uint32_t c : some(verb, Relation::obl))
                if (!r_.in_timex[c] && one_of(preposition(c), asked_behind) && actor(c)) {
                    append_all(c);
                    return true;
                }
        for (const Relation relation : {Relation::xcomp, Relation::ccomp})
            for (const std::uint32_t c : some(verb, relation))
                if (add_complement(c, depth))
                    return true;
        static constexpr std::array<std::array<std::string_view, 4>, 5> order{{{"to", "toward", "towards", "with"},
                                                                               {"against", "at", "upon", "into"},
                                                                               {"for", "on", "about", "over"},
                                                                               {"from", "of", "between", "among"},
                                                                               {"in", "near", "across", "outside"}}};
        for (std::size_t i = 0; i < order.size(); ++i) {
            if ((i == 4 && !befalls_places(type_)) || (i >= 2 && dealing(type_)))
                break;
            for (const std::uint32_t c : some(verb, Relation::obl)) {
                if (r_.in_timex[c] || !one_of(preposition(c), order[i]))
                    continue;
                if (actor(c)) {
                    append_all(c);
                    return true;
                }
                if (add_within(c))
                    return true;
            }
        }
        return false;
    }

    /// "demanded that Oslo pay", "offered to meet the king": who is to act, else whom the act would reach.
    bool add_complement(std::uint32_t verb, int depth) {
        const std::uint32_t subject = tree_.child_of_kind(verb, Relation::nsubj);
        const std::uint32_t object = tree_.child(verb, Relation::obj);
        for (const std::uint32_t c : {subject, object})
            if (c != no_token && actor(c)) {
                append_all(c);
                return true;
            }
        return (object != no_token && add_within(object)) || (subject != no_token && add_within(subject)) ||
               add_around(verb, depth + 1);
    }

    /// Whom talks and wars without an agent name, hold them.
    void append_all(std::uint32_t head) {
        const bool mutual = nominal() && r_.lexicon.noun(tokens_[trigger_].lemma).frame == NounFrame::mutual;
        const Role role = mutual && heads(Role::agent).empty() ? Role::agent : Role::patient;
        append(role, head);
        add_sides(role, head);
        for (const std::uint32_t c : some(head, Relation::conj))
            if (role == Role::agent ? acts(r_, c) : actor(c))
                append(role, c);
    }

    void append(Role role, std::uint32_t head) { append_participants(r_, role, head, no_token, participants_); }

    const Reading& r_;
    const Tree& tree_;
    const Document& document_;
    const std::vector<Token>& tokens_;
    std::uint32_t trigger_;
    std::uint32_t carrier_;
    PloverType type_;
    std::vector<Participant>& participants_;
};

} // namespace

void add_reached(const Reading& reading, std::uint32_t trigger, std::uint32_t carrier, PloverType type,
                 std::vector<Participant>& participants) {
    Reacher(reading, trigger, carrier, type, participants).add();
}

} // namespace fasti::events
