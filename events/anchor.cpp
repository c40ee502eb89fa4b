// The ordered list "When an event happened". Each step is a function of its own that answers or passes; what no step
// answers stays undated. The expressions that the first step gives out are what all later ones build on.
#include "events/anchor.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"
#include "events/tree.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

namespace {

constexpr std::uint32_t no_event = 0xffffffffu;
/// The news day lies at most so long before the publication.
constexpr date::days news_reach{7};
/// It is told in one of the first sentences of the body.
constexpr std::uint32_t news_sentences = 4;
/// How far back a "had" looks for the year or month that it tells of.
constexpr std::uint32_t background_reach = 2;
/// How many nouns may stand between an expression and the verb that it dates.
constexpr int most_steps = 6;

bool day_sized(Granularity granularity) {
    return granularity <= Granularity::day;
}
bool long_ago_sized(Granularity granularity) {
    return granularity == Granularity::month || granularity == Granularity::quarter ||
           granularity == Granularity::season || granularity == Granularity::half || granularity == Granularity::year;
}

/// How a preposition ties an event to its time.
enum class Tie : std::uint8_t { at, from, to, after, before };

Tie tie_of(std::string_view preposition) {
    if (preposition == "since")
        return Tie::from;
    if (preposition == "until" || preposition == "till" || preposition == "by" || preposition == "til")
        return Tie::to;
    if (preposition == "after")
        return Tie::after;
    if (preposition == "before")
        return Tie::before;
    return Tie::at;
}

class Anchorer {
public:
    Anchorer(const Article& article, const Document& document, std::span<const Timex> timexes, Extraction& extraction)
        : document_(document), timexes_(timexes), events_(extraction.events), orders_(extraction.orders),
          tree_(document), event_at_(document.tokens.size(), no_event), token_of_(extraction.events.size(), no_token) {
        for (std::uint32_t e = 0; e < events_.size(); ++e) {
            events_[e].time = {};
            const std::uint32_t t = document.token_at(events_[e].trigger.begin);
            if (t >= document.tokens.size())
                continue;
            token_of_[e] = t;
            event_at_[t] = e;
        }
        if (article.published && article.published->granularity <= Granularity::day)
            published_ = unit_interval(article.published->moment, Granularity::day);
    }

    void run() {
        for (std::uint32_t x = 0; x < timexes_.size(); ++x)
            own_expression(x);
        ordered_against();
        shared();
        find_news_day();
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (events_[e].time.reason == AnchorReason::none)
                anchor_undated(e);
    }

private:
    // 1. Its own expression.

    /// Gives the expression `x` to the event whose phrase holds it.
    void own_expression(std::uint32_t x) {
        const Timex& timex = timexes_[x];
        if (!dates(timex))
            return;
        if (const std::uint32_t e = event_of_when(timex.span.end); e != no_event) {
            const EventTime time{
                timex.time.interval,     timex.time.granularity, timex.time.certainty, timex.time.mod, x,
                AnchorReason::expression};
            if (better(time, events_[e].time, token_of_[e]))
                events_[e].time = time;
        }
        const std::uint32_t head = head_of(timex.span);
        if (head == no_token)
            return;
        const std::uint32_t e = event_above(head, timex);
        if (e == no_event)
            return;
        EventTime time;
        time.granularity = timex.time.granularity;
        time.certainty = timex.time.certainty;
        time.mod = timex.time.mod;
        time.timex = x;
        time.reason = AnchorReason::expression;
        const std::uint32_t preposition = tree_.child(head, Relation::case_);
        const Interval& said = timex.time.interval;
        const Tie tie = preposition == no_token ? Tie::at : tie_of(utf8::fold(document_.word(preposition)));
        if (tie == Tie::from && simple_past(events_[e]))
            return;
        switch (tie) {
        case Tie::at:
            time.interval = said;
            break;
        case Tie::from:
            time.interval = {said.from, std::nullopt};
            break;
        case Tie::to:
            time.interval = {std::nullopt, said.to};
            break;
        case Tie::after:
            time.interval = {said.to, std::nullopt};
            break;
        case Tie::before:
            time.interval = {std::nullopt, said.from};
            break;
        }
        if (better(time, events_[e].time, token_of_[e]))
            events_[e].time = time;
    }

    /// What happened once does not go on "since" a time; that is said of a noun beside it, wherever the tree hangs it:
    /// "lost 504 points, its worst day since 2001".
    static bool simple_past(const Event& event) {
        return !event.nominal && event.tense == Tense::past && event.aspect == Aspect::none &&
               event.event_class != EventClass::state;
    }

    /// Dates and times that say when; durations, sets and "now" do not.
    static bool dates(const Timex& timex) {
        return (timex.time.type == TimexType::date || timex.time.type == TimexType::time) &&
               timex.time.certainty != Certainty::unresolved && (timex.time.interval.from || timex.time.interval.to) &&
               !timex.time.value.ends_with("_REF");
    }

    std::uint32_t head_of(Span span) const {
        const std::uint32_t begin = document_.token_at(span.begin);
        std::uint32_t end = begin;
        while (end < document_.tokens.size() && document_.tokens[end].span.begin < span.end)
            ++end;
        for (std::uint32_t t = begin; t < end; ++t) {
            const std::uint32_t head = tree_.head(t);
            if (document_.tokens[t].upos != Upos::punct && document_.tokens[t].upos != Upos::det &&
                (head < begin || head >= end))
                return t;
        }
        return begin < end ? begin : no_token;
    }

    /// The event that a time expression with head `token` belongs to: the first verb or event noun above it. A noun
    /// that is no event lets it pass when it stands behind ("unveiled the phone Monday"), and keeps it when it stands
    /// before ("the 2011 model").
    std::uint32_t event_above(std::uint32_t token, const Timex& timex) const {
        std::uint32_t from = token;
        for (int steps = 0; steps < most_steps; ++steps) {
            const std::uint32_t at = tree_.head(from);
            if (at == no_token)
                break;
            if (event_at_[at] != no_event)
                return event_at_[at];
            const Token& t = document_.tokens[at];
            if (t.upos == Upos::verb || t.upos == Upos::aux)
                return event_of_light_verb(at);
            if (from < at && document_.tokens[from].relation != Relation::obl &&
                universal(document_.tokens[from].relation) != Relation::nsubj &&
                document_.tokens[from].relation != Relation::obl_unmarked &&
                document_.tokens[from].relation != Relation::advmod)
                return no_event;
            if (!day_sized(timex.time.granularity) && document_.tokens[from].relation == Relation::appos)
                return no_event;
            from = at;
        }
        // The expression heads its sentence, as in "June 8: Apple announced": what hangs on it is dated by it.
        for (const std::uint32_t child : tree_.children(from))
            if (event_at_[child] != no_event && document_.tokens[child].upos == Upos::verb && from == token)
                return event_at_[child];
        return no_event;
    }

    /// "since 2014, when Russia annexed Crimea": the event of the clause that "when" opens right behind an expression.
    /// Taken from the words, since trees hang such clauses on many things.
    std::uint32_t event_of_when(std::uint32_t end) const {
        std::uint32_t t = document_.token_at(end);
        const auto size = static_cast<std::uint32_t>(document_.tokens.size());
        while (t < size && document_.tokens[t].span.begin < end)
            ++t;
        if (t < size && document_.word(t) == ",")
            ++t;
        if (t >= size || document_.word(t) != "when")
            return no_event;
        const std::uint32_t verb = tree_.head(t);
        return verb != no_token && verb > t ? event_at_[verb] : no_event;
    }

    /// "held talks on Monday": the verb is light and its object the event.
    std::uint32_t event_of_light_verb(std::uint32_t verb) const {
        for (const std::uint32_t child : tree_.children(verb)) {
            const Relation relation = document_.tokens[child].relation;
            if ((relation == Relation::obj || relation == Relation::xcomp || relation == Relation::nsubj_pass ||
                 relation == Relation::ccomp) &&
                event_at_[child] != no_event)
                return event_at_[child];
        }
        return no_event;
    }

    /// A point beats a bound, the finer beats the coarser, the nearer the farther.
    bool better(const EventTime& a, const EventTime& b, std::uint32_t token) const {
        if (b.reason == AnchorReason::none)
            return true;
        if (a.interval.bounded() != b.interval.bounded())
            return a.interval.bounded();
        if (a.granularity != b.granularity)
            return a.granularity < b.granularity;
        const auto distance = [&](const EventTime& time) {
            const std::uint32_t here = document_.tokens[token].span.begin;
            const std::uint32_t there = timexes_[*time.timex].span.begin;
            return here > there ? here - there : there - here;
        };
        return distance(a) < distance(b);
    }

    bool dated(std::uint32_t e) const { return events_[e].time.reason != AnchorReason::none; }

    void take(std::uint32_t e, const EventTime& from, AnchorReason reason) {
        EventTime& time = events_[e].time;
        time = from;
        time.reason = reason;
        if (time.certainty == Certainty::exact)
            time.certainty = Certainty::implied;
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
        auto timex = std::lower_bound(timexes_.begin(), timexes_.end(), cue.begin,
                                      [](const Timex& x, std::uint32_t begin) { return x.span.begin < begin; });
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
            giver = event_of_light_verb(above);
        if (giver == no_event || giver == e || !dated(giver) || !events_[giver].time.interval.bounded())
            return no_event;
        const Token& t = document_.tokens[token];
        switch (t.relation) {
        case Relation::conj:
            return events_[e].tense == events_[giver].tense || events_[e].nominal ? giver : no_event;
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
        if (relation == Relation::obj && behind && events_[e].nominal &&
            (events_[taker].event_class == EventClass::occurrence ||
             events_[taker].event_class == EventClass::intention))
            return take(taker, events_[e].time, AnchorReason::shared);
        if (!day_sized(events_[e].time.granularity))
            return;
        const std::uint32_t preposition = tree_.child(token, Relation::case_);
        static constexpr std::array<std::string_view, 4> during = {"in", "at", "during", "on"};
        const bool place_in_time = events_[e].nominal && relation == Relation::obl && preposition != no_token &&
                                   one_of(utf8::fold(document_.word(preposition)), during);
        const bool conjunct =
            relation == Relation::conj && events_[e].tense == events_[taker].tense && !events_[e].nominal && behind;
        if (place_in_time || conjunct)
            take(taker, events_[e].time, AnchorReason::shared);
    }

    // 4 to 7.

    void anchor_undated(std::uint32_t e) {
        if (not_happened(e))
            return;
        if (background(e) || looks_back(e) || news_day(e))
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
        if (!had || event.event_class == EventClass::reporting || token_of_[e] == no_token)
            return false;
        auto timex = std::lower_bound(timexes_.begin(), timexes_.end(), event.trigger.begin,
                                      [](const Timex& x, std::uint32_t begin) { return x.span.begin < begin; });
        while (timex != timexes_.begin()) {
            --timex;
            if (event.sentence > background_reach + document_.sentence_at(timex->span.begin))
                return false;
            const Interval& said = timex->time.interval;
            if (!dates(*timex) || !long_ago_sized(timex->time.granularity) || !said.bounded() ||
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

    /// What the text only looks back at stays undated, for it is not the news of the day: "had sold", "has repeatedly
    /// said", a relative clause in the past, a participle that describes ("troops guarding the bridge").
    bool looks_back(std::uint32_t e) const {
        const Event& event = events_[e];
        const std::uint32_t token = token_of_[e];
        if (token == no_token || event.headline || event.nominal)
            return false;
        const Relation relation = document_.tokens[token].relation;
        const bool past = event.tense == Tense::past;
        if ((relation == Relation::acl_relcl && past) || (relation == Relation::acl && !past))
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

    void find_news_day() {
        if (!published_.from)
            return;
        std::uint32_t last = 0, bodies = 0;
        for (std::uint32_t s = 0; s < document_.sentences.size() && bodies < news_sentences; ++s)
            if (body(s)) {
                last = s;
                ++bodies;
            }
        for (std::uint32_t x = 0; x < timexes_.size(); ++x) {
            const Timex& timex = timexes_[x];
            const std::uint32_t sentence = document_.sentence_at(timex.span.begin);
            if (document_.sentences.empty() || sentence > last)
                break;
            if (!dates(timex) || !day_sized(timex.time.granularity) || !timex.time.interval.from || !body(sentence) ||
                counts_from_another(timex) || !dates_main_verb(timex))
                continue;
            const Moment day = floor(*timex.time.interval.from, Granularity::day);
            if (day > *published_.from || *published_.from - day > news_reach)
                continue;
            news_day_.interval = unit_interval(day, Granularity::day);
            news_day_.certainty = Certainty::implied;
            news_day_.timex = x;
            news_day_.reason = AnchorReason::news_day;
            return;
        }
    }

    /// "a week before the final day", "two days earlier": tells of another day than the news does.
    bool counts_from_another(const Timex& timex) const {
        static constexpr std::array<std::string_view, 5> cues = {"before", "after", "earlier", "later", "previous"};
        for (std::uint32_t t = document_.token_at(timex.span.begin);
             t < document_.tokens.size() && document_.tokens[t].span.begin < timex.span.end; ++t)
            if (one_of(utf8::fold(document_.word(t)), cues))
                return true;
        return false;
    }

    /// The expression hangs, over nouns at most ("at a Wednesday event"), on a verb in the past that leads its
    /// sentence, whether that verb is an event or not.
    bool dates_main_verb(const Timex& timex) {
        std::uint32_t at = head_of(timex.span);
        for (int steps = 0; steps < most_steps && at != no_token; ++steps, at = tree_.head(at)) {
            const Token& t = document_.tokens[at];
            if (t.upos != Upos::verb)
                continue;
            const bool leads = t.relation == Relation::root || t.relation == Relation::conj ||
                               t.relation == Relation::ccomp || t.relation == Relation::parataxis;
            return leads && past(at);
        }
        return false;
    }

    /// Asked for one verb again and again where thousands of expressions hang on it, so the last answer is kept.
    bool past(std::uint32_t verb) {
        if (verb == asked_verb_)
            return asked_past_;
        asked_verb_ = verb;
        const auto& children = tree_.children(verb);
        asked_past_ = document_.tokens[verb].xpos == Xpos::vbd ||
                      std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
                          return document_.tokens[c].upos == Upos::aux && document_.tokens[c].xpos == Xpos::vbd;
                      });
        return asked_past_;
    }

    /// Running text: no headline, no dateline, no bare date.
    bool body(std::uint32_t sentence) const {
        const Sentence& s = document_.sentences[sentence];
        if (s.furniture || s.kind == SentenceKind::headline || s.kind == SentenceKind::dateline)
            return false;
        return std::any_of(document_.tokens.begin() + s.tokens.begin, document_.tokens.begin() + s.tokens.end,
                           [](const Token& t) { return t.upos == Upos::verb || t.upos == Upos::aux; });
    }

    /// The main line of the article happened on the day that its first sentences name.
    bool news_day(std::uint32_t e) {
        const Event& event = events_[e];
        if (news_day_.reason == AnchorReason::none)
            return false;
        const bool past = event.tense == Tense::past || event.tense == Tense::none;
        if (!past && !event.headline && event.event_class != EventClass::reporting)
            return false;
        take(e, news_day_, AnchorReason::news_day);
        return true;
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

    const Document& document_;
    std::span<const Timex> timexes_;
    std::vector<Event>& events_;
    const std::vector<EventOrder>& orders_;
    Tree tree_;
    std::vector<std::uint32_t> event_at_; ///< by token
    std::vector<std::uint32_t> token_of_; ///< by event
    Interval published_;
    EventTime news_day_;
    std::uint32_t asked_verb_ = no_token;
    bool asked_past_ = false;
};

} // namespace

void anchor_events(const Article& article, const Document& document, std::span<const Timex> timexes,
                   Extraction& extraction) {
    Anchorer(article, document, timexes, extraction).run();
}

} // namespace fasti::events
