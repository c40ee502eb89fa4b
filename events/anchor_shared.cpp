// Step 3 of anchor: what takes part in a dated event shares its date, and the one day of a sentence that nothing has
// taken is that of its main verb.
#include "events/anchor_view.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <array>

namespace fasti::events {

namespace {

class Sharing {
public:
    Sharing(AnchorView& view, const Interval& published)
        : view_(view), document_(view.document), timexes_(view.timexes), events_(view.events), tree_(view.tree),
          event_at_(view.event_at), token_of_(view.token_of), published_(published) {}

    void run() {
        shared();
        left_over();
    }

private:
    bool dated(std::uint32_t e) const { return view_.dated(e); }
    bool told(std::uint32_t e) const { return view_.told(e); }
    void take(std::uint32_t e, const EventTime& from, AnchorReason reason) { view_.take(e, from, reason); }

    void shared() {
        // Downwards in text order reaches chains of conjuncts; upwards only from an expression itself.
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (!dated(e) && told(e))
                if (const std::uint32_t giver = shares_with(e); giver != no_event)
                    take(e, events_[giver].time, AnchorReason::shared);
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (events_[e].time.reason == AnchorReason::expression)
                share_upwards(e);
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (!dated(e) && told(e))
                if (const std::uint32_t giver = shares_with(e); giver != no_event)
                    take(e, events_[giver].time, AnchorReason::shared);
    }

    /// The dated event above `e` in whose time it takes part: the first conjunct, the verb of a participle
    /// ("responded Monday by suspending") or of which the noun is an argument.
    std::uint32_t shares_with(std::uint32_t e) const {
        const std::uint32_t token = token_of_[e];
        if (token == no_token || tree_.head(token) == no_token)
            return no_event;
        const std::uint32_t above = tree_.head(token);
        std::uint32_t giver = event_at_[above];
        if (giver == no_event && document_.tokens[above].upos == Upos::verb)
            giver = view_.event_of_light_verb(above);
        if (giver == no_event || giver == e || !dated(giver) || !events_[giver].time.interval.bounded())
            return no_event;
        const Token& t = document_.tokens[token];
        switch (t.relation) {
        case Relation::conj:
            return events_[e].tense == events_[giver].tense || events_[e].nominal ? giver : no_event;
        case Relation::ccomp:
        case Relation::parataxis: // "answered on Monday: it suspended its mission"
            return behind_colon(above, token) && events_[e].tense == events_[giver].tense ? giver : no_event;
        case Relation::advcl:
            return t.xpos == Xpos::vbg || t.xpos == Xpos::vbn ? giver : no_event;
        case Relation::xcomp:
            return giver;
        case Relation::obj:
        case Relation::obl:
        case Relation::nsubj:
        case Relation::nsubj_pass:
            return events_[e].nominal && events_[giver].event_class != EventClass::reporting ? giver : no_event;
        default:
            return no_event;
        }
    }

    bool behind_colon(std::uint32_t above, std::uint32_t token) const {
        for (std::uint32_t t = above + 1; t < token && t < document_.tokens.size(); ++t)
            if (document_.word(t) == ":")
                return true;
        return false;
    }

    /// "in his keynote Wednesday … announced", "built and sold it on Monday", "imposed an embargo in 2011": the date
    /// hangs on the lower of the two.
    void share_upwards(std::uint32_t e) {
        const std::uint32_t token = token_of_[e];
        const std::uint32_t above = token == no_token ? no_token : tree_.head(token);
        if (above == no_token || event_at_[above] == no_event || !events_[e].time.interval.bounded())
            return;
        const std::uint32_t taker = event_at_[above];
        if (dated(taker) || !told(taker) || !told(e))
            return;
        const Relation relation = document_.tokens[token].relation;
        const bool behind = document_.token_at(timexes_[*events_[e].time.timex].span.begin) > token;
        // "reported a loss last Wednesday": the day is that of the telling; but what is told may lie ahead.
        const bool told_then = events_[taker].event_class == EventClass::reporting &&
                               day_sized(events_[e].time.granularity) && published_.to &&
                               *events_[e].time.interval.from < *published_.to;
        if (relation == Relation::obj && behind && events_[e].nominal &&
            (told_then || events_[taker].event_class == EventClass::occurrence ||
             events_[taker].event_class == EventClass::intention))
            return take(taker, events_[e].time, AnchorReason::shared);
        if (!day_sized(events_[e].time.granularity))
            return;
        const std::uint32_t preposition = tree_.child(token, Relation::case_);
        // "filed for protection on Monday"; but what came "after the attack on Monday" may have come later.
        static constexpr std::array<std::string_view, 8> apart = {"after",     "before", "since",   "until",
                                                                  "following", "ahead",  "despite", "about"};
        static constexpr std::array<std::string_view, 4> during = {"in", "at", "during", "on"};
        const bool place_in_time =
            events_[e].nominal && relation == Relation::obl && preposition != no_token &&
            (one_of(utf8::fold(document_.word(preposition)), during) ||
             (behind && !events_[taker].nominal && !one_of(utf8::fold(document_.word(preposition)), apart)));
        const bool conjunct =
            relation == Relation::conj && events_[e].tense == events_[taker].tense && !events_[e].nominal && behind;
        // "the blast on Aug. 4 killed 190 people"
        const bool doer = relation == Relation::nsubj && events_[e].nominal && !events_[taker].nominal &&
                          events_[taker].event_class == EventClass::occurrence && events_[taker].tense == Tense::past &&
                          events_[taker].aspect == Aspect::none;
        if (place_in_time || conjunct || doer)
            take(taker, events_[e].time, AnchorReason::shared);
    }

    /// The one day of a sentence that no event has, wherever its tree hangs it, is that of the main verb.
    void left_over() {
        std::vector<bool> claimed(timexes_.size(), false);
        for (const Event& event : events_)
            if (event.time.timex && *event.time.timex < claimed.size())
                claimed[*event.time.timex] = true;
        std::uint32_t asked = no_event, only = no_event; // one answer a sentence, whatever it holds
        for (std::uint32_t e = 0; e < events_.size(); ++e) {
            const Event& event = events_[e];
            const std::uint32_t token = token_of_[e];
            if (dated(e) || !told(e) || !event.main_clause || event.nominal || event.quoted || token == no_token ||
                event.tense != Tense::past || event.aspect != Aspect::none ||
                event.sentence >= document_.sentences.size())
                continue;
            if (event.sentence != asked) {
                asked = event.sentence;
                only = only_day_of(document_.sentences[event.sentence]);
            }
            if (const std::uint32_t x = only; x != no_event && !claimed[x]) {
                EventTime time;
                time.interval = timexes_[x].time.interval;
                time.granularity = timexes_[x].time.granularity;
                time.mod = timexes_[x].time.mod;
                time.certainty = Certainty::implied;
                time.timex = x;
                take(e, time, AnchorReason::shared);
            }
        }
    }

    /// The only expression of a sentence, when it is a day behind no bounding preposition.
    std::uint32_t only_day_of(const Sentence& sentence) const {
        auto timex = first_timex_from(timexes_, sentence.span.begin);
        std::uint32_t found = no_event;
        for (; timex != timexes_.end() && timex->span.end <= sentence.span.end; ++timex) {
            if (!says_when(*timex))
                continue;
            if (found != no_event || !day_sized(timex->time.granularity) || !timex->time.interval.bounded() ||
                compares(document_, *timex))
                return no_event;
            const std::uint32_t t = document_.token_at(timex->span.begin);
            static constexpr std::array<std::string_view, 7> bounds = {"since", "until",  "till",     "by",
                                                                       "after", "before", "following"};
            if (t > 0 && one_of(utf8::fold(document_.word(t - 1)), bounds))
                return no_event;
            found = static_cast<std::uint32_t>(timex - timexes_.begin());
        }
        return found;
    }

    AnchorView& view_;
    const Document& document_;
    std::span<const Timex> timexes_;
    std::vector<Event>& events_;
    const Tree& tree_;
    const std::vector<std::uint32_t>& event_at_; ///< by token
    const std::vector<std::uint32_t>& token_of_; ///< by event
    const Interval& published_;
};

} // namespace

void share_dates(AnchorView& view, const Interval& published) {
    Sharing(view, published).run();
}

} // namespace fasti::events
