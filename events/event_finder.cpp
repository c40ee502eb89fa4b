// See event_finder.hpp.
#include "events/event_finder.hpp"

#include "events/clauses.hpp"
#include "events/event_type.hpp"
#include "events/factuality.hpp"
#include "events/participants.hpp"
#include "events/quotations.hpp"
#include "events/reach.hpp"
#include "events/reports.hpp"

#include <algorithm>

namespace fasti::events {
namespace {

constexpr std::uint32_t no_event = 0xffffffffu;

std::vector<bool> timex_tokens(const Document& document, std::span<const Timex> timexes) {
    std::vector<bool> inside(document.tokens.size(), false);
    for (const Timex& timex : timexes) {
        for (std::uint32_t t = document.token_at(timex.span.begin);
             t < document.tokens.size() && document.tokens[t].span.begin < timex.span.end; ++t) {
            inside[t] = true;
        }
    }
    return inside;
}

class EventFinder {
public:
    EventFinder(const Document& document, std::span<const Timex> timexes, const ActorIndex& actors,
                const EventLexicon& lexicon, const ActorLexicon& names, Extraction& out)
        : document_(document), tokens_(document.tokens), lexicon_(lexicon), names_(names), tree_(document),
          actors_(actors), in_timex_(timex_tokens(document, timexes)), quotations_(find_quotations(document)),
          outlooks_(find_outlooks(tree_, lexicon)), event_of_(tokens_.size(), no_event), sources_(tokens_.size()),
          out_(out) {}

    void find() {
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
            const Sentence& sentence = document_.sentences[s];
            if (sentence.furniture || sentence.kind == SentenceKind::dateline) {
                continue;
            }
            for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
                read(t, s, sentence.kind == SentenceKind::headline);
            }
        }
        for (std::uint32_t e = 0; e < out_.events.size(); ++e)
            give_citing_its_source(e);
        for (std::uint32_t e = 0; e < out_.events.size(); ++e) {
            const Source source = source_above(triggers_[e]);
            if (source.event == EventId{e}) // who cites says so himself
                continue;
            out_.events[e].attributed_to = source.actor;
            out_.events[e].attributed_by = source.event;
        }
        attribute_quotations(document_, quotations_, triggers_, out_.events);
        find_orders();
        for (std::uint32_t e = 0; e < out_.events.size(); ++e) {
            const PloverType type = prospective_type(out_.events[e], ready_for(triggers_[e]));
            if (type != out_.events[e].type) {
                out_.events[e].type = type;
                out_.events[e].intensity = goldstein(type);
            }
        }
        number_reports(out_, triggers_, lexicon_, document_);
    }

private:
    struct Source {
        bool known = false;
        ActorId actor = ActorId::none();
        EventId event = EventId::none(); ///< the reporting event, none for "according to"
    };

    void read(std::uint32_t t, std::uint32_t sentence, bool headline) {
        const Token& token = tokens_[t];
        if (in_timex_[t]) {
            return;
        }
        if (verb_trigger(t)) {
            add_verb(t, sentence, headline);
        } else if (token.upos == Upos::noun) {
            const std::uint32_t carrier = carrier_of(t);
            if (noun_trigger(t, carrier)) {
                add_noun(t, carrier, sentence, headline);
            }
        }
    }

    bool verb_trigger(std::uint32_t t) const {
        const Token& token = tokens_[t];
        if (token.upos != Upos::verb) {
            return false;
        }
        switch (token.relation) {
        case Relation::aux:
        case Relation::aux_pass:
        case Relation::cop:
        case Relation::case_:
        case Relation::mark:
        case Relation::fixed:
        case Relation::amod:
        case Relation::compound:
        case Relation::flat:
        case Relation::discourse:
            return false;
        default:
            break;
        }
        // "Please note", "thank you": said, not told.
        const bool courtesy =
            (token.lemma == "please" || token.lemma == "thank") && tree_.child_of_kind(t, Relation::nsubj) == no_token;
        return !courtesy && !lexicon_.verb(token.lemma).no_event && !prepositional(tree_, t) && !carries_event(t);
    }

    // "held talks", "went on strike": the noun is the event, the verb only carries it.
    bool carries_event(std::uint32_t verb) const {
        if (tokens_[verb].lemma == "go") {
            const auto obliques = tree_.children(verb, Relation::obl);
            return std::any_of(obliques.begin(), obliques.begin() + std::min<std::ptrdiff_t>(std::ssize(obliques), 4),
                               [&](std::uint32_t c) { return carrier_of(c) == verb; });
        }
        const std::uint32_t object = tree_.child(verb, Relation::obj);
        return lexicon_.verb(tokens_[verb].lemma).light && object != no_token &&
               lexicon_.noun(tokens_[object].lemma).frame != NounFrame::none;
    }

    std::uint32_t carrier_of(std::uint32_t noun) const {
        const std::uint32_t head = tree_.head(noun);
        const Relation relation = tokens_[noun].relation;
        const bool object = relation == Relation::obj || relation == Relation::nsubj_pass;
        if (relation == Relation::obl && head != no_token && tokens_[head].lemma == "go")
            return goes_on(head, noun) ? head : no_token;
        if (!object || head == no_token || tokens_[head].upos != Upos::verb ||
            !lexicon_.verb(tokens_[head].lemma).light) {
            return no_token;
        }
        // One verb carries no more: what it has beside its objects would be read again for each of them.
        const auto objects = tree_.children(head, relation);
        const auto carried = objects.first(std::min<std::size_t>(objects.size(), 4));
        return std::find(carried.begin(), carried.end(), noun) != carried.end() ? head : no_token;
    }

    // "went on strike", "will go on trial"
    bool goes_on(std::uint32_t verb, std::uint32_t noun) const {
        const std::uint32_t preposition = preposition_of(tree_, noun);
        return preposition == verb + 1 && tokens_[preposition].lemma == "on" && !in_timex_[noun] &&
               lexicon_.noun(tokens_[noun].lemma).frame != NounFrame::none;
    }

    bool noun_trigger(std::uint32_t t, std::uint32_t carrier) const {
        const EventLexicon::Noun& noun = lexicon_.noun(tokens_[t].lemma);
        const Relation relation = tokens_[t].relation;
        if (noun.frame == NounFrame::none || relation == Relation::compound || relation == Relation::flat ||
            relation == Relation::nmod_desc) {
            return false;
        }
        if (!noun.thing || carrier != no_token) {
            return true;
        }
        // A word that is a thing as often needs someone or some time beside it, one for a body of people what it is
        // directed at: "opposition to the plan".
        const bool body = acts(reading(), t);
        return std::any_of(tree_.children(t).begin(), tree_.children(t).end(), [&](std::uint32_t c) {
            const Relation r = tokens_[c].relation;
            if (body) {
                const std::string_view preposition = tokens_[preposition_or(c)].lemma;
                return universal(r) == Relation::nmod && (preposition == "to" || preposition == "against");
            }
            return in_timex_[c] || r == Relation::nmod_poss ||
                   (universal(r) == Relation::nmod && tokens_[preposition_or(c)].lemma == "of");
        });
    }

    // "is ready to hold talks", "is willing to help".
    bool ready_for(std::uint32_t t) const {
        const std::uint32_t carrier = tokens_[t].upos == Upos::noun ? carrier_of(t) : t;
        const std::uint32_t head = carrier == no_token ? no_token : tree_.head(carrier);
        const Relation relation = carrier == no_token ? Relation::dep : tokens_[carrier].relation;
        return head != no_token && tokens_[head].upos == Upos::adj &&
               (relation == Relation::xcomp || relation == Relation::advcl || relation == Relation::ccomp) &&
               lexicon_.adjective(tokens_[head].lemma) == Outlook::planned && !tree_.negated(head);
    }

    std::uint32_t preposition_or(std::uint32_t token) const {
        const std::uint32_t preposition = preposition_of(tree_, token);
        return preposition == no_token ? token : preposition;
    }

    Event& add(std::uint32_t t, std::uint32_t sentence, bool headline) {
        event_of_[t] = static_cast<std::uint32_t>(out_.events.size());
        triggers_.push_back(t);
        Event& event = out_.events.emplace_back();
        event.lemma = tokens_[t].lemma;
        event.trigger = tokens_[t].span;
        event.predicate = event.trigger;
        event.factuality = outlooks_[t].factuality;
        event.polarity = outlooks_[t].polarity;
        event.sentence = sentence;
        event.headline = headline;
        event.main_clause = heads_sentence(t);
        event.quoted = quotations_.of_token[t] != 0;
        return event;
    }

    bool heads_sentence(std::uint32_t t) const {
        for (int steps = 0; steps < 8 && tree_.head(t) != no_token; ++steps) {
            if (tokens_[t].relation != Relation::conj && tokens_[t].relation != Relation::parataxis) {
                return false;
            }
            t = tree_.head(t);
        }
        return tree_.head(t) == no_token;
    }

    void add_verb(std::uint32_t t, std::uint32_t sentence, bool headline) {
        // "3,529.9", "£": no verb, whatever its tag.
        const unsigned char first = static_cast<unsigned char>(document_.word(t).front());
        if (!(first >= 'a' && first <= 'z') && !(first >= 'A' && first <= 'Z') && (first < 0xC3 || first > 0xCA))
            return;
        const VerbGroup group = read_verb_group(tree_, t);
        Event& event = add(t, sentence, headline);
        event.event_class = lexicon_.verb(tokens_[t].lemma).event_class;
        event.tense = group.tense;
        event.aspect = group.aspect;
        if (!group.tokens.empty()) {
            event.predicate = {tokens_[group.tokens.begin].span.begin, tokens_[group.tokens.end - 1].span.end};
        }
        if (group.particle == t + 1) {
            event.trigger.end = tokens_[group.particle].span.end;
        }
        event.participants = verb_participants(reading(), t);
        event.type = verb_type(reading(), t, group);
        if (event.type == PloverType::none) {
            const std::uint32_t told = told_to_act(tree_, t);
            event.type = told != no_token && acts(reading(), told) ? PloverType::demand : PloverType::none;
        }
        if (event.type != PloverType::none) {
            event.intensity = frame_intensity(reading(), t, no_token, event.type);
        }
        add_reached(reading(), t, no_token, event.type, event.participants);
    }

    void add_noun(std::uint32_t t, std::uint32_t carrier, std::uint32_t sentence, bool headline) {
        Event& event = add(t, sentence, headline);
        event.nominal = true;
        event.event_class = lexicon_.noun(tokens_[t].lemma).event_class;
        if (carrier != no_token) {
            const VerbGroup group = read_verb_group(tree_, carrier);
            event.tense = group.tense;
            event.aspect = group.aspect;
            event.factuality = outlooks_[carrier].factuality;
            event.polarity = outlooks_[carrier].polarity;
            event.main_clause = heads_sentence(carrier);
        }
        event.participants = noun_participants(reading(), t, carrier);
        event.type = noun_type(reading(), t, carrier);
        if (event.type != PloverType::none) {
            event.intensity = frame_intensity(reading(), t, carrier, event.type);
            add_reached(reading(), t, carrier, event.type, event.participants);
        }
    }

    Reading reading() const { return {tree_, lexicon_, actors_, names_, in_timex_}; }

    // Who says what `from` stands in: the nearest "according to" or reporting event above it. Each token is asked once.
    Source source_above(std::uint32_t from) {
        std::vector<std::uint32_t> climbed;
        Source found;
        for (std::uint32_t t = from; t != no_token; t = tree_.head(t)) {
            if (sources_[t].known) {
                found = sources_[t];
                break;
            }
            climbed.push_back(t);
            if (source_at(t, found)) {
                break;
            }
        }
        found.known = true;
        for (const std::uint32_t t : climbed) {
            sources_[t] = found;
        }
        return found;
    }

    bool source_at(std::uint32_t t, Source& found) const {
        if (const std::uint32_t according = according_to(t); according != no_token) {
            found.actor = actors_.at_token(according);
            cited_by(t, found);
            return true;
        }
        const std::uint32_t head = tree_.head(t);
        if (head == no_token || event_of_[head] == no_event || !said_by(t, head))
            return false;
        found.event = {event_of_[head]};
        found.actor = speaker_of(out_.events[event_of_[head]]);
        cited_by(head, found);
        return true;
    }

    // Is `t` what the verb `head` says or believes?
    bool said_by(std::uint32_t t, std::uint32_t head) const {
        const Event& above = out_.events[event_of_[head]];
        const bool reports = above.event_class == EventClass::reporting;
        const bool believes =
            above.event_class == EventClass::state && lexicon_.verb(above.lemma).outlook == Outlook::possible;
        const Relation relation = tokens_[t].relation;
        if (relation == Relation::ccomp)
            return reports || (believes && !above.nominal);
        // "Shells hit the town, Interfax reported": parsers take it for a circumstance as often.
        if (relation == Relation::advcl)
            return reports && t < head && is_verb(tokens_[t]) && tokens_[t].xpos != Xpos::vbg &&
                   tree_.child(t, Relation::mark) == no_token && tree_.child_of_kind(t, Relation::nsubj) != no_token;
        return reports && (relation == Relation::parataxis || relation == Relation::xcomp);
    }

    // "Interfax reported, citing the ministry": the ministry says so, to Interfax.
    void cited_by(std::uint32_t t, Source& found) const {
        const std::uint32_t citing = citing_beside(t);
        if (citing == no_token || event_of_[citing] == no_event)
            return;
        for (const Participant& cited : out_.events[event_of_[citing]].participants)
            if (cited.role == Role::patient && cited.actor.valid() && found.event.value != event_of_[citing]) {
                found.actor = cited.actor;
                found.event = {event_of_[citing]};
                return;
            }
    }

    std::uint32_t citing_beside(std::uint32_t t) const {
        for (const Relation relation : {Relation::advcl, Relation::acl})
            for (const std::uint32_t c : some(t, relation))
                if ((tokens_[c].lemma == "cite" || tokens_[c].lemma == "quote") && tokens_[c].xpos == Xpos::vbg)
                    return c;
        return no_token;
    }

    // "according to Interfax, citing the ministry": who cites is no subject of the clause.
    void give_citing_its_source(std::uint32_t e) {
        Event& event = out_.events[e];
        const std::uint32_t head = tree_.head(triggers_[e]);
        if (event.nominal || (event.lemma != "cite" && event.lemma != "quote") || head == no_token ||
            citing_beside(head) != triggers_[e])
            return;
        const std::uint32_t according = according_to(head);
        if (according == no_token)
            return;
        std::erase_if(event.participants, [](const Participant& p) { return p.role == Role::agent; });
        append_participants(reading(), Role::agent, according, no_token, event.participants);
        sort_participants(event.participants);
    }

    /// The first dependents of this relation; no word has more that matter.
    std::span<const std::uint32_t> some(std::uint32_t head, Relation relation) const {
        const auto found = tree_.children(head, relation);
        return found.first(std::min<std::size_t>(found.size(), 8));
    }

    std::uint32_t according_to(std::uint32_t t) const {
        for (const std::uint32_t c : tree_.children(t)) {
            const bool object = tokens_[c].relation == Relation::obj;
            if (universal(tokens_[c].relation) != Relation::obl && !object)
                continue;
            if (const std::uint32_t by = preposition_of(tree_, c); by != no_token && tokens_[by].lemma == "accord")
                return c;
            // "left on Monday, according to Interfax", hung on the day, or on what was left.
            for (const std::uint32_t n : some(c, Relation::nmod))
                if (const std::uint32_t by = preposition_of(tree_, n); by != no_token && tokens_[by].lemma == "accord")
                    return n;
        }
        return no_token;
    }

    // "after", "before", "following" between two events.
    void find_orders() {
        for (std::uint32_t e = 0; e < out_.events.size(); ++e) {
            const std::uint32_t t = triggers_[e];
            std::uint32_t head = tree_.head(t);
            if (head == no_token) {
                continue;
            }
            std::uint32_t cue = no_token;
            const Relation relation = universal(tokens_[t].relation);
            if (relation == Relation::obj && prepositional(tree_, head)) {
                cue = head;
                head = tree_.head(head);
            } else if (relation == Relation::obl || relation == Relation::nmod) {
                cue = preposition_of(tree_, t);
                if (in_timex_[head] && tree_.head(head) != no_token) {
                    head = tree_.head(head); // "two days after the vote"
                }
            } else if (relation == Relation::advcl) {
                cue = tree_.child(t, Relation::mark);
            }
            if (cue == no_token || head == no_token || event_of_[head] == no_event) {
                continue;
            }
            const std::string_view word = tokens_[cue].lemma;
            static constexpr std::array<std::string_view, 5> later = {"after", "follow", "following", "since", "upon"};
            if (one_of(word, later)) {
                out_.orders.push_back({{e}, {event_of_[head]}, tokens_[cue].span});
            } else if (word == "before" || word == "until") {
                out_.orders.push_back({{event_of_[head]}, {e}, tokens_[cue].span});
            }
        }
    }

    const Document& document_;
    const std::vector<Token>& tokens_;
    const EventLexicon& lexicon_;
    const ActorLexicon& names_;
    Tree tree_;
    const ActorIndex& actors_;
    std::vector<bool> in_timex_;
    Quotations quotations_;
    std::vector<OutlookAt> outlooks_;
    std::vector<std::uint32_t> event_of_; ///< by token
    std::vector<std::uint32_t> triggers_; ///< by event
    std::vector<Source> sources_;         ///< by token
    Extraction& out_;
};

} // namespace

void find_events(const Document& document, std::span<const Timex> timexes, const ActorIndex& actors,
                 const EventLexicon& events, const ActorLexicon& names, Extraction& extraction) {
    if (document.parsed) {
        EventFinder(document, timexes, actors, events, names, extraction).find();
    }
}

} // namespace fasti::events
