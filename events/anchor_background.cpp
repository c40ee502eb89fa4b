// Steps 4 and 5 of anchor for what the text only looks back at: an earlier year or month behind "had", else no time at
// all, since it is not the news of the day.
#include "events/anchor_view.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

namespace {

/// How far back a "had" looks for the year or month that it tells of, in sentences.
constexpr std::uint32_t background_reach = 2;

bool long_ago_sized(Granularity granularity) {
    return granularity == Granularity::month || granularity == Granularity::quarter ||
           granularity == Granularity::season || granularity == Granularity::half || granularity == Granularity::year;
}

class Background {
public:
    Background(AnchorView& view, const Interval& published, const EventTime& news_day)
        : view_(view), document_(view.document), timexes_(view.timexes), events_(view.events), tree_(view.tree),
          event_at_(view.event_at), token_of_(view.token_of), published_(published), news_day_(news_day) {}

    bool answers(std::uint32_t e) { return background(e) || counted(e) || looks_back(e) || told_of_old(events_[e]); }

private:
    bool dated(std::uint32_t e) const { return view_.dated(e); }

    /// "had sold" looks back to the year or month that the text has just spoken of.
    bool background(std::uint32_t e) {
        const Event& event = events_[e];
        const bool had = event.tense == Tense::past &&
                         (event.aspect == Aspect::perfective || event.aspect == Aspect::perfective_progressive);
        if (!had || event.event_class == EventClass::reporting || token_of_[e] == no_token ||
            names_a_day_behind(event) || told_below_news(token_of_[e]))
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
            if (names_a_thing(timex))
                return false;
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

    /// "Shares fell though it had secured a loan", "the agency said that lorries had crossed the border": counted from
    /// the news, and not of the year or month that the sentence before named.
    bool told_below_news(std::uint32_t token) const {
        constexpr int most_steps = 6;
        for (int steps = 0; steps < most_steps && token != no_token; ++steps) {
            token = tree_.head(token);
            if (token == no_token || event_at_[token] == no_event)
                continue;
            const Event& above = events_[event_at_[token]];
            if (above.main_clause && !above.nominal && above.tense == Tense::past && above.aspect == Aspect::none)
                return true;
        }
        return false;
    }

    /// "the 1975-1990 civil war": a year that only tells a thing apart is not what the story has come to.
    bool names_a_thing(std::span<const Timex>::iterator timex) const {
        const std::uint32_t begin = document_.token_at(timex->span.begin);
        std::uint32_t end = begin;
        while (end < document_.tokens.size() && document_.tokens[end].span.begin < timex->span.end)
            ++end;
        if (begin == 0 || end >= document_.tokens.size())
            return false;
        const Upos before = document_.tokens[begin - 1].upos, after = document_.tokens[end].upos;
        return (before == Upos::det || before == Upos::part || document_.word(begin - 1) == "-") &&
               (after == Upos::noun || after == Upos::adj || after == Upos::propn);
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
            return backdrop(token) || spoken_of(token);
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
        // "has won it nine times"
        const auto counted_times = [&](Relation how) {
            const auto found = tree_.children(token, how);
            return std::any_of(found.begin(), found.end(), [&](std::uint32_t c) {
                return document_.tokens[c].lemma == "time" && document_.tokens[c].xpos == Xpos::nns;
            });
        };
        if (counted_times(Relation::obl_unmarked) || counted_times(Relation::obl))
            return true;
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

    /// What a phrase is only about is no news of the day: "concern about a buildup", "the deployment of forces", "a
    /// threat to its security". What a verb does, or does at, on or after it, is: "the talks began", "quit after a
    /// vote".
    bool spoken_of(std::uint32_t token) const {
        static constexpr std::array<std::string_view, 8> when = {"after", "in",        "at",     "during",
                                                                 "on",    "following", "before", "with"};
        static constexpr std::array<std::string_view, 3> done_by_saying = {"announce", "declare", "state"};
        for (int steps = 0; steps < 6; ++steps) {
            const Relation relation = universal(document_.tokens[token].relation);
            const std::uint32_t above = tree_.head(token);
            if (above == no_token)
                return false;
            if (relation == Relation::nmod)
                return true;
            if (relation == Relation::obl) {
                const std::uint32_t preposition = tree_.child(token, Relation::case_);
                return preposition != no_token && !one_of(document_.tokens[preposition].lemma, when);
            }
            if (relation == Relation::obj && event_at_[above] != no_event && !events_[event_at_[above]].nominal &&
                events_[event_at_[above]].event_class == EventClass::reporting)
                return !one_of(document_.tokens[above].lemma, done_by_saying);
            if (relation != Relation::conj)
                return false;
            token = above;
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

    AnchorView& view_;
    const Document& document_;
    std::span<const Timex> timexes_;
    std::vector<Event>& events_;
    const Tree& tree_;
    const std::vector<std::uint32_t>& event_at_; ///< by token
    const std::vector<std::uint32_t>& token_of_; ///< by event
    const Interval& published_;
    const EventTime& news_day_;
};

} // namespace

bool looks_back(AnchorView& view, std::uint32_t event, const Interval& published, const EventTime& news_day) {
    return Background(view, published, news_day).answers(event);
}

} // namespace fasti::events
