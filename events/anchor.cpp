// The ordered list "When an event happened". Each step is a function of its own that answers or passes; what no step
// answers stays undated. The expressions that the first step gives out are what all later ones build on.
#include "events/anchor.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"
#include "events/anchor_view.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

namespace {

/// How far back a "had" looks for the year or month that it tells of.
constexpr std::uint32_t background_reach = 2;

bool long_ago_sized(Granularity granularity) {
    return granularity == Granularity::month || granularity == Granularity::quarter ||
           granularity == Granularity::season || granularity == Granularity::half || granularity == Granularity::year;
}

class Anchorer {
public:
    Anchorer(const Article& article, const Document& document, std::span<const Timex> timexes, Extraction& extraction)
        : view_(document, timexes, extraction.events), document_(document), timexes_(timexes),
          events_(extraction.events), orders_(extraction.orders), tree_(view_.tree), event_at_(view_.event_at),
          token_of_(view_.token_of) {
        if (article.published && article.published->granularity <= Granularity::day)
            published_ = unit_interval(article.published->moment, Granularity::day);
    }

    void run() {
        anchor_by_expressions(view_);
        drop_times_to_come();
        give_back_days();
        ordered_against();
        shared();
        left_over();
        news_day_ = find_news_day(view_, published_);
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (events_[e].time.reason == AnchorReason::none)
                anchor_undated(e);
    }

private:
    bool dated(std::uint32_t e) const { return events_[e].time.reason != AnchorReason::none; }

    void take(std::uint32_t e, const EventTime& from, AnchorReason reason) {
        EventTime& time = events_[e].time;
        time = from;
        time.reason = reason;
        if (time.certainty == Certainty::exact)
            time.certainty = Certainty::implied;
    }

    /// What happened is not dated by a time that lies weeks ahead: "One year on, the town remembers".
    void drop_times_to_come() {
        constexpr date::days ahead{31};
        if (!published_.to)
            return;
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (dated(e) && told(e) && events_[e].time.interval.from &&
                *events_[e].time.interval.from > *published_.to + ahead)
                events_[e].time = {};
    }

    /// "approved the takeover on Monday": what is still planned was on no day gone by; that is the day of the verb.
    void give_back_days() {
        if (!published_.to)
            return;
        for (std::uint32_t e = 0; e < events_.size(); ++e) {
            const EventTime time = events_[e].time;
            if (!dated(e) || told(e) || !events_[e].nominal || !day_sized(time.granularity) ||
                !time.interval.bounded() || *time.interval.from >= *published_.to || token_of_[e] == no_token)
                continue;
            const std::uint32_t above = tree_.head(token_of_[e]);
            const std::uint32_t taker = above == no_token ? no_event : event_at_[above];
            if (taker == no_event || events_[taker].nominal || !told(taker))
                continue;
            if (!dated(taker))
                events_[taker].time = time;
            events_[e].time = {};
        }
    }

    // 2. An event that it is ordered against.

    void ordered_against() {
        for (const EventOrder& order : orders_) {
            const std::uint32_t first = order.first.value, second = order.second.value;
            if (first >= events_.size() || second >= events_.size() || first == second)
                continue;
            const EventTime a = events_[first].time, b = events_[second].time;
            const std::int64_t days = days_before(order.cue);
            if (a.reason == AnchorReason::expression && !dated(second) && told(second))
                order_by(second, a, days);
            else if (b.reason == AnchorReason::expression && !dated(first) && told(first))
                order_by(first, b, -days);
        }
    }

    /// Only a day orders closely: what came "after the 2014 annexation" may have come years later.
    void order_by(std::uint32_t e, EventTime time, std::int64_t days) {
        if (!day_sized(time.granularity) || !time.interval.bounded())
            return;
        time.interval.from = shift(*time.interval.from, days, Granularity::day);
        time.interval.to = shift(*time.interval.to, days, Granularity::day);
        if (days != 0)
            time.timex.reset();
        take(e, time, AnchorReason::ordered);
    }

    /// "two days after": the length of the duration that stands right before the cue, in days; 0 when there is none.
    std::int64_t days_before(Span cue) const {
        auto timex = first_timex_from(timexes_, cue.begin);
        if (timex == timexes_.begin())
            return 0;
        --timex;
        if (timex->time.type != TimexType::duration || timex->span.end > cue.begin || cue.begin - timex->span.end > 1)
            return 0;
        const std::string& value = timex->time.value; // P2D, P1W
        std::int64_t n = 0;
        std::size_t i = 1;
        for (; i < value.size() && value[i] >= '0' && value[i] <= '9' && n < 10000; ++i)
            n = n * 10 + (value[i] - '0');
        if (i + 1 == value.size() && (value[i] == 'D' || value[i] == 'W'))
            return value[i] == 'D' ? n : 7 * n;
        return 0;
    }

    bool told(std::uint32_t e) const { return events_[e].factuality == Factuality::happened; }

    // 3. Conjoined verbs and arguments of a dated verb.

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
        if (place_in_time || conjunct)
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

    // 4 to 7.

    void anchor_undated(std::uint32_t e) {
        if (not_happened(e))
            return;
        if (background(e) || counted(e) || looks_back(e) || told_of_old(events_[e]) || news_day(e))
            return;
        published(e);
    }

    /// Plans, possibilities and denials without an expression never take the day of the article.
    bool not_happened(std::uint32_t e) const { return !told(e); }

    /// "had sold" looks back to the year or month that the text has just spoken of.
    bool background(std::uint32_t e) {
        const Event& event = events_[e];
        const bool had = event.tense == Tense::past &&
                         (event.aspect == Aspect::perfective || event.aspect == Aspect::perfective_progressive);
        if (!had || event.event_class == EventClass::reporting || token_of_[e] == no_token || names_a_day_behind(event))
            return false;
        auto timex = first_timex_from(timexes_, event.trigger.begin);
        while (timex != timexes_.begin()) {
            --timex;
            if (event.sentence > background_reach + document_.sentence_at(timex->span.begin))
                return false;
            const Interval& said = timex->time.interval;
            if (!says_when(*timex) || !long_ago_sized(timex->time.granularity) || !said.bounded() ||
                (published_.from && *said.to > *published_.from))
                continue;
            EventTime time;
            time.interval = said;
            time.granularity = timex->time.granularity;
            time.certainty = Certainty::implied;
            time.mod = timex->time.mod;
            time.timex = static_cast<std::uint32_t>(timex - timexes_.begin());
            time.reason = AnchorReason::background;
            events_[e].time = time;
            return true;
        }
        return false;
    }

    /// The same sentence goes on to name a day or a month: "had met in Riga at talks that ended on Wednesday".
    bool names_a_day_behind(const Event& event) const {
        auto timex = first_timex_from(timexes_, event.trigger.end);
        constexpr int most_read = 16;
        for (int n = 0; n < most_read && timex != timexes_.end() &&
                        timex->span.end <= document_.sentences[event.sentence].span.end;
             ++timex, ++n)
            if (says_when(*timex) && timex->time.granularity <= Granularity::month)
                return true;
        return false;
    }

    /// "A week before the final day they met": counted from something that nobody dates.
    bool counted(std::uint32_t e) const {
        const Event& event = events_[e];
        const std::uint32_t token = token_of_[e];
        if (token == no_token || event.nominal || event.sentence >= document_.sentences.size())
            return false;
        const Sentence& sentence = document_.sentences[event.sentence];
        auto timex = first_timex_from(timexes_, sentence.span.begin);
        if (timex == timexes_.end() || timex->span.begin > sentence.span.begin + 3 ||
            timex->time.type != TimexType::duration)
            return false;
        std::uint32_t t = document_.token_at(timex->span.begin);
        while (t < document_.tokens.size() && document_.tokens[t].span.begin < timex->span.end)
            ++t;
        if (t >= document_.tokens.size() || (document_.word(t) != "before" && document_.word(t) != "after"))
            return false;
        return document_.tokens[token].relation == Relation::root || document_.tokens[token].relation == Relation::conj;
    }

    /// What the text only looks back at stays undated, for it is not the news of the day: "had sold", "has repeatedly
    /// said", a relative clause in the past, a participle that describes ("troops guarding the bridge").
    bool looks_back(std::uint32_t e, int steps = 0) const {
        const Event& event = events_[e];
        const std::uint32_t token = token_of_[e];
        if (token == no_token || event.headline)
            return false;
        const Relation relation = document_.tokens[token].relation;
        if (event.nominal)
            return backdrop(token);
        // "has repeatedly described it and called for ties, naming it": all of it goes over time.
        const std::uint32_t head = tree_.head(token);
        const bool goes_with_it = (relation == Relation::conj && event.aspect == Aspect::none &&
                                   tree_.child_of_kind(token, Relation::nsubj) == no_token) ||
                                  (relation == Relation::advcl && document_.tokens[token].xpos == Xpos::vbg);
        if (goes_with_it && head != no_token && event_at_[head] != no_event && !events_[event_at_[head]].nominal &&
            !dated(event_at_[head]) && steps < 4 && events_[event_at_[head]].aspect != Aspect::none)
            return looks_back(event_at_[head], steps + 1);
        const bool past = event.tense == Tense::past;
        const bool present = event.tense == Tense::present && event.aspect == Aspect::none; // "which lends to farmers"
        if ((relation == Relation::acl_relcl && (past || present)) || (relation == Relation::acl && !past))
            return true;
        if (event.aspect != Aspect::perfective && event.aspect != Aspect::perfective_progressive)
            return false;
        if (past)
            return event.event_class != EventClass::reporting;
        static constexpr std::array<std::string_view, 8> over_time = {"repeatedly", "often",      "long", "always",
                                                                      "previously", "frequently", "ever", "regularly"};
        const auto adverbs = tree_.children(token, Relation::advmod);
        return std::any_of(adverbs.begin(), adverbs.end(),
                           [&](std::uint32_t c) { return one_of(document_.tokens[c].lemma, over_time); });
    }

    /// What the news is set against: "amid sanctions", what a clause on the past is about ("sanctions triggered by a
    /// crackdown on protests").
    bool backdrop(std::uint32_t token) const {
        for (int steps = 0; steps < 4 && token != no_token; ++steps) {
            const Token& t = document_.tokens[token];
            const Relation relation = universal(t.relation);
            if (relation != Relation::obl && relation != Relation::nmod && relation != Relation::conj)
                return false;
            if (const std::uint32_t preposition = tree_.child(token, Relation::case_); preposition != no_token) {
                static constexpr std::array<std::string_view, 2> against = {"amid", "amidst"};
                if (one_of(document_.tokens[preposition].lemma, against))
                    return true;
            }
            token = tree_.head(token);
            if (token == no_token)
                return false;
            const Relation above = document_.tokens[token].relation;
            if ((above == Relation::acl || above == Relation::acl_relcl) && event_at_[token] != no_event)
                return events_[event_at_[token]].time.reason == AnchorReason::none && looks_back(event_at_[token], 4);
        }
        return false;
    }

    /// "its lowest close since August 2004", "which it had joined in 1925": the news looks back at that time.
    bool looked_back_to(std::span<const Timex>::iterator timex) const {
        const std::uint32_t token = document_.token_at(timex->span.begin);
        if (token > 0 && utf8::fold(document_.word(token - 1)) == "since")
            return true;
        const auto index = static_cast<std::uint32_t>(timex - timexes_.begin());
        const auto here = events_of_sentence(events_, document_.sentence_at(timex->span.begin));
        return std::any_of(here.begin(), here.end(), [&](const Event& event) {
            return event.time.timex == index && event.tense == Tense::past && event.aspect != Aspect::none;
        });
    }

    /// A sentence further down that names a time of years ago and no time near the news tells of then, not of now:
    /// "More than a thousand were killed in violence that followed the election of December 2007".
    bool told_of_old(const Event& event) const {
        constexpr std::uint32_t lead = 3; // sentences
        constexpr date::days old{300}, near{60};
        if (event.sentence < lead || event.headline || event.sentence >= document_.sentences.size())
            return false;
        const Sentence& sentence = document_.sentences[event.sentence];
        auto timex = first_timex_from(timexes_, sentence.span.begin);
        bool some_old = false;
        for (; timex != timexes_.end() && timex->span.end <= sentence.span.end; ++timex) {
            const Interval& said = timex->time.interval;
            if (!says_when(*timex) || !said.bounded())
                continue;
            if (*said.to + near > *news_day_.interval.from)
                return false;
            some_old = some_old || (*said.to + old < *news_day_.interval.from && !looked_back_to(timex));
        }
        return some_old;
    }

    /// The main line of the article happened on the day that its first sentences name.
    bool news_day(std::uint32_t e) {
        const Event& event = events_[e];
        if (news_day_.reason == AnchorReason::none)
            return false;
        const bool past = event.tense == Tense::past || event.tense == Tense::none;
        if (!past && !event.headline && event.event_class != EventClass::reporting)
            return false;
        take(e, day_of_report(event), AnchorReason::news_day);
        return true;
    }

    /// What somebody told before the day of the news cannot have happened on it: "said on Thursday that it withdrew",
    /// when the news is of Monday.
    const EventTime& day_of_report(const Event& event) const {
        if (!event.attributed_by.valid() || event.attributed_by.value >= events_.size())
            return news_day_;
        const EventTime& said = events_[event.attributed_by.value].time;
        const bool earlier = said.reason == AnchorReason::expression && day_sized(said.granularity) &&
                             said.interval.bounded() && news_day_.interval.from &&
                             *said.interval.to <= *news_day_.interval.from;
        return earlier ? said : news_day_;
    }

    void published(std::uint32_t e) {
        if (!published_.from)
            return;
        EventTime time;
        time.interval = published_;
        time.certainty = Certainty::implied;
        time.reason = AnchorReason::published;
        events_[e].time = time;
    }

    AnchorView view_;
    const Document& document_;
    std::span<const Timex> timexes_;
    std::vector<Event>& events_;
    const std::vector<EventOrder>& orders_;
    const Tree& tree_;
    const std::vector<std::uint32_t>& event_at_; ///< by token
    const std::vector<std::uint32_t>& token_of_; ///< by event
    Interval published_;
    EventTime news_day_;
};

} // namespace

void anchor_events(const Article& article, const Document& document, std::span<const Timex> timexes,
                   Extraction& extraction) {
    Anchorer(article, document, timexes, extraction).run();
}

} // namespace fasti::events
