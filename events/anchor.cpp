// The ordered list "When an event happened". Each step is a function of its own that answers or passes; what no step
// answers stays undated. The expressions that the first step gives out are what all later ones build on.
#include "events/anchor.hpp"

#include "events/anchor_view.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

class Anchorer {
public:
    Anchorer(const Article& article, const Document& document, std::span<const Timex> timexes, Extraction& extraction)
        : view_(document, timexes, extraction.events), timexes_(timexes), events_(extraction.events),
          orders_(extraction.orders), tree_(view_.tree), event_at_(view_.event_at), token_of_(view_.token_of) {
        if (article.published && article.published->granularity <= Granularity::day)
            published_ = unit_interval(article.published->moment, Granularity::day);
    }

    void run() {
        anchor_by_expressions(view_);
        drop_times_to_come();
        give_back_days();
        ordered_against();
        share_dates(view_, published_);
        news_day_ = find_news_day(view_, published_);
        for (std::uint32_t e = 0; e < events_.size(); ++e)
            if (events_[e].time.reason == AnchorReason::none)
                anchor_undated(e);
    }

private:
    bool dated(std::uint32_t e) const { return view_.dated(e); }
    bool told(std::uint32_t e) const { return view_.told(e); }

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
        view_.take(e, time, AnchorReason::ordered);
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

    // 4 to 7.

    void anchor_undated(std::uint32_t e) {
        // Plans, possibilities and denials without an expression never take the day of the article.
        if (!told(e) || looks_back(view_, e, published_, news_day_) || news_day(e))
            return;
        published(e);
    }

    /// The main line of the article happened on the day that its first sentences name.
    bool news_day(std::uint32_t e) {
        const Event& event = events_[e];
        if (news_day_.reason == AnchorReason::none)
            return false;
        const bool past = event.tense == Tense::past || event.tense == Tense::none;
        if (!past && !event.headline && event.event_class != EventClass::reporting)
            return false;
        view_.take(e, day_of_report(event), AnchorReason::news_day);
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
