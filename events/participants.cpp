// See participants.hpp.
#include "events/participants.hpp"

#include <algorithm>

namespace fasti::events {
namespace {

Role oblique_role(std::string_view preposition, const EventLexicon::Verb& verb, bool place) {
    if (preposition == "with") {
        return verb.companion_patient ? Role::patient : Role::companion;
    }
    if (preposition == "to" || preposition == "toward" || preposition == "towards" || preposition == "into" ||
        preposition == "onto") {
        return verb.transfer && !place ? Role::recipient : Role::goal;
    }
    if (preposition == "from") {
        return Role::source;
    }
    if (preposition == "about" || preposition == "over" || preposition == "of" || preposition == "regarding" ||
        preposition == "concerning") {
        return Role::topic;
    }
    if (preposition == "through" || preposition == "via" || preposition == "using") {
        return Role::instrument;
    }
    if (preposition == "against") {
        return Role::patient;
    }
    if (preposition == "for") {
        return verb.transfer ? Role::recipient : Role::topic;
    }
    static constexpr std::array<std::string_view, 11> places = {
        "in", "at", "near", "inside", "outside", "across", "around", "beyond", "off", "along", "within"};
    if (one_of(preposition, places)) {
        return Role::place;
    }
    return preposition == "on" ? (place ? Role::place : Role::topic) : Role::other;
}

/// Of one phrase; a subject that many verbs share would cost its length for each of them.
constexpr std::size_t most_conjuncts = 32;

class ParticipantReader {
public:
    explicit ParticipantReader(const Reading& reading)
        : r_(reading), tree_(reading.tree), tokens_(reading.tree.document().tokens) {}

    std::vector<Participant> of_verb(std::uint32_t verb) {
        const EventLexicon::Verb& frame = r_.lexicon.verb(tokens_[verb].lemma);
        const Subject subject = find_subject(tree_, r_.lexicon, verb);
        if (subject.token != no_token) {
            add_subject(verb, subject,
                        subject.passive || befalls(verb, frame, subject.token) ? Role::patient : Role::agent);
        }
        add_complements(verb, frame, false);
        if (subject.passive && tree_.child(verb, Relation::obl_agent) == no_token)
            add_agent_behind(verb);
        return finish();
    }

    std::vector<Participant> of_noun(std::uint32_t noun, std::uint32_t carrier) {
        const NounFrame frame = r_.lexicon.noun(tokens_[noun].lemma).frame;
        for (const std::uint32_t c : tree_.children(noun)) {
            const Token& token = tokens_[c];
            if (token.relation == Relation::nmod_poss && r_.in_timex[c]) {
                add(Role::time, c, no_token); // "last week's earthquake"
            } else if (token.relation == Relation::nmod_poss) {
                const bool undergone = r_.lexicon.noun(tokens_[noun].lemma).undergone;
                const bool acted_on =
                    frame == NounFrame::transitive && ((undergone && !has(noun, "of")) || has(noun, "by"));
                add_all(acted_on ? Role::patient : Role::agent, c);
            } else if (token.relation == Relation::compound || token.relation == Relation::amod) {
                // "NATO drills", "the Russian withdrawal": only a name can act from there.
                if (r_.actors.at_token(c).valid() && (token.upos != Upos::noun || is_body(c))) {
                    add(Role::agent, c, no_token);
                }
            } else if (universal(token.relation) == Relation::nmod && !r_.in_timex[c]) {
                const std::uint32_t preposition = preposition_of(tree_, c);
                add_of_noun(noun_role(word(preposition), frame, c), c, preposition);
            } else if (r_.in_timex[c] && token.relation != Relation::punct && token.relation != Relation::det) {
                add(Role::time, c, preposition_of(tree_, c));
            }
        }
        if (carrier != no_token) {
            const Subject subject = find_subject(tree_, r_.lexicon, carrier);
            if (subject.token != no_token && subject.token != noun) {
                // "went on sale", "went on trial": the noun's patient, "went on strike": its agent.
                const bool undergoes = frame == NounFrame::transitive && tokens_[noun].relation == Relation::obl;
                add_subject(carrier, subject, undergoes ? Role::patient : Role::agent);
            }
            add_complements(carrier, r_.lexicon.verb(tokens_[carrier].lemma), true);
            std::erase_if(found_, [&](const Participant& p) { return p.head == tokens_[noun].span; });
        } else if (std::none_of(found_.begin(), found_.end(),
                                [](const Participant& p) { return p.role == Role::agent; })) {
            add_performer(noun);
            add_sufferer(noun);
        }
        return finish();
    }

private:
    // "were flown to safety by helicopters": the agent hung on what stands before it.
    void add_agent_behind(std::uint32_t verb) {
        const auto obliques = tree_.children(verb, Relation::obl);
        for (const std::uint32_t c : obliques.last(std::min<std::size_t>(obliques.size(), 4))) {
            if (c < verb || r_.lexicon.noun(tokens_[c].lemma).frame != NounFrame::none)
                continue;
            const auto within = tree_.children(c, Relation::nmod);
            const auto by = std::find_if(within.begin(), within.end(), [&](std::uint32_t n) {
                return n > c && word(preposition_of(tree_, n)) == "by" &&
                       (is_somebody(n) || r_.lexicon.noun(tokens_[n].lemma).official);
            });
            if (by != within.end())
                return add_all(Role::agent, *by, preposition_of(tree_, *by));
        }
    }

    // "The index dropped 200 points, a fall of 4 percent", "suffers a record fall": what falls is the subject.
    void add_sufferer(std::uint32_t noun) {
        const EventLexicon::Verb& made_of = r_.lexicon.verb(r_.lexicon.noun(tokens_[noun].lemma).family);
        if (!(made_of.befalls || made_of.befalls_things) ||
            std::any_of(found_.begin(), found_.end(),
                        [](const Participant& p) { return p.role == Role::agent || p.role == Role::patient; }))
            return;
        std::uint32_t at = noun;
        for (int steps = 0; steps < 3 && at != no_token && !is_verb(tokens_[at]); ++steps) {
            if (tokens_[at].relation != Relation::appos && tokens_[at].relation != Relation::obj)
                return;
            at = tree_.head(at);
        }
        if (at == no_token || !is_verb(tokens_[at]))
            return;
        const Subject subject = find_subject(tree_, r_.lexicon, at);
        if (subject.token != no_token && !subject.passive && r_.actors.at_token(subject.token).valid())
            add_all(Role::patient, subject.token);
    }

    // "launched an offensive", "an offensive was launched by": who acts in the verb acts in its object.
    void add_performer(std::uint32_t noun) {
        const std::uint32_t verb = tree_.head(noun);
        const bool object = tokens_[noun].relation == Relation::obj || tokens_[noun].relation == Relation::nsubj_pass;
        // "arrived for talks", "left for a visit"
        if (tokens_[noun].relation == Relation::obl && verb != no_token && is_verb(tokens_[verb]) &&
            travels_for(verb, r_.lexicon.noun(tokens_[noun].lemma).frame) &&
            word(preposition_of(tree_, noun)) == "for") {
            const Subject subject = find_subject(tree_, r_.lexicon, verb);
            if (subject.token != no_token && !subject.passive && acts(r_, subject.token))
                add_all(Role::agent, subject.token);
            return;
        }
        if (!object || verb == no_token || !r_.lexicon.verb(tokens_[verb].lemma).performs ||
            r_.lexicon.noun(tokens_[noun].lemma).thing) {
            return;
        }
        const Subject subject = find_subject(tree_, r_.lexicon, verb);
        const std::uint32_t agent = subject.passive ? tree_.child(verb, Relation::obl_agent) : subject.token;
        if (agent != no_token && agent != noun) {
            add_all(Role::agent, agent);
        }
    }

    bool travels_for(std::uint32_t verb, NounFrame frame) const {
        static constexpr std::array<std::string_view, 8> travels = {"arrive", "leave", "depart", "travel",
                                                                    "fly",    "come",  "head",   "return"};
        return frame == NounFrame::mutual || (frame == NounFrame::agentive && one_of(tokens_[verb].lemma, travels));
    }

    std::string_view word(std::uint32_t token) const {
        return token == no_token ? std::string_view{} : tokens_[token].lemma;
    }

    bool has(std::uint32_t noun, std::string_view preposition) const {
        return std::any_of(tree_.children(noun).begin(), tree_.children(noun).end(),
                           [&](std::uint32_t c) { return word(preposition_of(tree_, c)) == preposition; });
    }

    // "rebel attack" is by rebels, "arms embargo" not by arms.
    bool is_body(std::uint32_t token) const {
        const ActorLexicon::Noun* noun = r_.names.noun(word(token));
        return noun != nullptr && noun->type != ActorType::other && noun->type != ActorType::place;
    }

    bool is_somebody(std::uint32_t token) const {
        const ActorId actor = r_.actors.at_token(token);
        return actor.valid() ? r_.actors.actors[actor.value].type != ActorType::other
                             : tokens_[token].upos == Upos::pron || acts(r_, token);
    }

    bool is_place(std::uint32_t token) const {
        const ActorId actor = r_.actors.at_token(token);
        return actor.valid() && r_.actors.actors[actor.value].type == ActorType::place;
    }

    Role noun_role(std::string_view preposition, NounFrame frame, std::uint32_t head) const {
        if (preposition == "of") {
            return is_measure(head)                                ? Role::other // "a fall of 3 percent"
                   : frame == NounFrame::transitive                ? Role::patient
                   : frame == NounFrame::mutual && !acts(r_, head) ? Role::topic
                                                                   : Role::agent;
        }
        if (preposition == "by" || preposition == "between" || preposition == "among") {
            return Role::agent;
        }
        if (preposition == "on" || preposition == "against") {
            return frame == NounFrame::transitive ? Role::patient : Role::topic;
        }
        if (preposition == "with" && frame == NounFrame::mutual) {
            return Role::companion;
        }
        static const EventLexicon::Verb plain;
        return oblique_role(preposition, plain, is_place(head));
    }

    // Objects and obliques; `light`: the object is the event itself.
    void add_complements(std::uint32_t verb, const EventLexicon::Verb& frame, bool light) {
        for (const std::uint32_t c : tree_.children(verb)) {
            const Token& token = tokens_[c];
            const Relation kind = universal(token.relation);
            if (misread_that(verb, c)) {
                continue;
            }
            // "responded Monday": taggers and parsers take the day for an object now and then.
            if (r_.in_timex[c] && (kind == Relation::obl || kind == Relation::advmod || kind == Relation::obj ||
                                   kind == Relation::iobj)) {
                add(Role::time, c, preposition_of(tree_, c));
                continue;
            }
            switch (token.relation) {
            case Relation::obj:
                if (reciprocal(c)) {
                    add_agents_as_patients();
                } else if (!light && is_measure(c) && (frame.befalls || frame.befalls_things)) {
                    add(Role::other, c, no_token);
                } else if (!light && c != misread_subject(tree_, verb) &&
                           c != inverted_subject(tree_, r_.lexicon, verb)) {
                    add_all(Role::patient, c);
                    add_payer(c);
                }
                break;
            case Relation::iobj:
                add_all(Role::recipient, c);
                break;
            case Relation::obl_agent:
                // "met by video link": who is the subject of an active verb acts alone.
                add_all(acts_alone(verb) ? Role::instrument : Role::agent, c, preposition_of(tree_, c));
                break;
            case Relation::obl: {
                const std::uint32_t preposition = preposition_of(tree_, c);
                if (word(preposition) != "accord") {
                    const Role role = oblique_role(word(preposition), frame, is_place(c));
                    add_all(role == Role::companion && is_tool(verb, c) ? Role::instrument : role, c, preposition);
                }
                break;
            }
            default:
                break;
            }
        }
    }

    // "fined Google two billion euros", with Google hung on the money.
    void add_payer(std::uint32_t object) {
        if (tree_.child(object, Relation::nummod) == no_token) {
            return;
        }
        const std::uint32_t first = tree_.phrase(object).begin;
        if (first < object && tokens_[first].relation == Relation::nmod_unmarked && is_somebody(first)) {
            add(Role::patient, first, no_token);
        }
    }

    // "said that talks would go on", with the conjunction taken for an object.
    bool misread_that(std::uint32_t verb, std::uint32_t t) const {
        if (tokens_[t].lemma != "that" || tokens_[t].relation != Relation::obj || t + 1 >= tokens_.size()) {
            return false;
        }
        if (t < verb) {
            return antecedent(tree_, t) == t;
        }
        const Upos next = tokens_[t + 1].upos;
        return next == Upos::det || next == Upos::propn || next == Upos::noun || next == Upos::pron ||
               next == Upos::adj;
    }

    // "cut it with a saw": a thing, with which something is done to something.
    bool is_tool(std::uint32_t verb, std::uint32_t t) const {
        const bool done_to =
            tree_.child(verb, Relation::obj) != no_token || tree_.child(verb, Relation::aux_pass) != no_token;
        return done_to && tokens_[t].upos == Upos::noun && !is_somebody(t) &&
               r_.lexicon.noun(tokens_[t].lemma).frame == NounFrame::none;
    }

    bool acts_alone(std::uint32_t verb) const {
        return tree_.child(verb, Relation::nsubj) != no_token && tree_.child(verb, Relation::nsubj_pass) == no_token &&
               tree_.child(verb, Relation::aux_pass) == no_token;
    }

    // "2 percent", "214 points"
    bool is_measure(std::uint32_t t) const {
        static constexpr std::array<std::string_view, 4> measures = {"percent", "%", "point", "pct"};
        return one_of(tokens_[t].lemma, measures) && tree_.child(t, Relation::nummod) != no_token;
    }

    // "fell 2 percent", "the index lost 2 percent": an amount is no object.
    bool befalls(std::uint32_t verb, const EventLexicon::Verb& frame, std::uint32_t subject) const {
        const std::uint32_t object = tree_.child(verb, Relation::obj);
        const bool changes = object != no_token && is_measure(object) && !is_somebody(subject);
        if (!frame.befalls && !((frame.befalls_things || changes) && !is_somebody(subject))) {
            return false;
        }
        return object == no_token || r_.in_timex[object] || tree_.child(object, Relation::nummod) != no_token;
    }

    // "each other", "one another"
    bool reciprocal(std::uint32_t t) const {
        const std::string_view lemma = tokens_[t].lemma;
        const std::string_view next = t + 1 < tokens_.size() ? tokens_[t + 1].lemma : std::string_view{};
        const std::string_view before = t > 0 ? tokens_[t - 1].lemma : std::string_view{};
        return (lemma == "each" && next == "other") || (lemma == "one" && next == "another") ||
               (lemma == "other" && before == "each") || (lemma == "another" && before == "one");
    }

    void add_agents_as_patients() {
        const std::size_t count = found_.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (found_[i].role == Role::agent) {
                Participant patient = found_[i];
                patient.role = Role::patient;
                found_.push_back(patient);
            }
        }
    }

    // Parsers give a verb two subjects where they miss the conjunction between them: "the party and the press
    // protested".
    void add_subject(std::uint32_t verb, const Subject& subject, Role role) {
        add_all(role, subject.token);
        const auto subjects = tree_.children(verb, Relation::nsubj);
        if (!subject.own || subjects.size() != 2 || subjects[1] > verb) {
            return;
        }
        for (std::uint32_t t = subjects[0] + 1; t < subjects[1]; ++t) {
            if (tokens_[t].relation == Relation::cc && tree_.head(t) != subjects[0]) {
                add_all(role, subjects[1]);
                return;
            }
        }
    }

    // A nominal and what is conjoined with it.
    void add_all(Role role, std::uint32_t head, std::uint32_t preposition = no_token) {
        add(role, head, preposition);
        const auto conjuncts = tree_.children(head, Relation::conj);
        for (const std::uint32_t c : conjuncts.first(std::min(conjuncts.size(), most_conjuncts))) {
            if (is_noun(tokens_[c])) {
                add(role, c, no_token);
            }
        }
        // "he and his deputy" with the first taken for the subject of the second.
        const std::uint32_t first = tree_.child(head, Relation::nsubj);
        if (first != no_token && is_noun(tokens_[head]) && tree_.child(head, Relation::cc) != no_token &&
            tree_.child(head, Relation::cop) == no_token) {
            add(role, first, no_token);
        }
    }

    // "the annexation of the peninsula and support for the rebels": a second act is no second peninsula.
    void add_of_noun(Role role, std::uint32_t head, std::uint32_t preposition) {
        if (!r_.actors.at_token(head).valid()) {
            return add_all(role, head, preposition);
        }
        add(role, head, preposition);
        const auto conjuncts = tree_.children(head, Relation::conj);
        for (const std::uint32_t c : conjuncts.first(std::min(conjuncts.size(), most_conjuncts))) {
            const bool act = tokens_[c].upos == Upos::noun && !acts(r_, c) &&
                             r_.lexicon.noun(tokens_[c].lemma).frame != NounFrame::none;
            if (is_noun(tokens_[c]) && !act) {
                add(role, c, no_token);
            }
        }
    }

    void add(Role role, std::uint32_t head, std::uint32_t preposition) {
        append_participants(r_, role, head, preposition, found_);
    }

    std::vector<Participant> finish() {
        sort_participants(found_);
        return std::move(found_);
    }

    const Reading& r_;
    const Tree& tree_;
    const std::vector<Token>& tokens_;
    std::vector<Participant> found_;
};

} // namespace

void append_participants(const Reading& reading, Role role, std::uint32_t head, std::uint32_t preposition,
                         std::vector<Participant>& participants) {
    const auto& tokens = reading.tree.document().tokens;
    // "the general", "the poor", taken for adjectives
    const bool noun = is_noun(tokens[head]) ||
                      (tokens[head].upos == Upos::adj && reading.tree.child(head, Relation::det) != no_token &&
                       reading.tree.child(head, Relation::cop) == no_token);
    if (!noun && !reading.actors.at_token(head).valid() && role != Role::time) {
        return;
    }
    Participant participant;
    participant.role = role;
    if (preposition != no_token) {
        participant.preposition = tokens[preposition].span;
    }
    participant.span = reading.tree.nominal(head);
    participant.head = tokens[head].span;
    const auto together = reading.actors.together_at(head);
    if (role == Role::time || together.empty()) {
        participant.actor = role == Role::time ? ActorId::none() : reading.actors.at_token(head);
        participants.push_back(participant);
    }
    for (const ActorId actor : together) {
        participant.actor = actor;
        participants.push_back(participant);
    }
}

void sort_participants(std::vector<Participant>& participants) {
    std::sort(participants.begin(), participants.end(), [](const Participant& a, const Participant& b) {
        return std::tuple(a.role, a.span.begin, a.span.end, a.actor) <
               std::tuple(b.role, b.span.begin, b.span.end, b.actor);
    });
    const auto same = [](const Participant& a, const Participant& b) {
        return a.role == b.role && a.head == b.head && a.actor == b.actor;
    };
    participants.erase(std::unique(participants.begin(), participants.end(), same), participants.end());
}

bool acts(const Reading& reading, std::uint32_t token) {
    const Document& document = reading.tree.document();
    const Token& word = document.tokens[token];
    if (reading.in_timex[token])
        return false;
    if (reading.actors.at_token(token).valid() || word.upos == Upos::propn)
        return true;
    if (word.upos != Upos::noun)
        return false;
    const ActorLexicon::Noun* noun = reading.names.noun(word.lemma);
    if (noun == nullptr)
        noun = reading.names.noun(document.word(token)); // "rebels" is listed by its plural
    return noun != nullptr && (noun->state || noun->type == ActorType::person ||
                               noun->type == ActorType::organization || noun->type == ActorType::group);
}

std::vector<Participant> verb_participants(const Reading& reading, std::uint32_t verb) {
    return ParticipantReader(reading).of_verb(verb);
}

std::vector<Participant> noun_participants(const Reading& reading, std::uint32_t noun, std::uint32_t carrier) {
    return ParticipantReader(reading).of_noun(noun, carrier);
}

} // namespace fasti::events
