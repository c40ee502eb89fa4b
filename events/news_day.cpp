// The news day: the first day-sized expression on a past main verb of the first sentences that lies within a week
// before the publication. In most news it is the day that all the main line happened on.
#include "events/anchor_view.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

namespace {

/// The news day lies at most so long before the publication.
constexpr date::days news_reach{7};
/// It is told in one of the first sentences of the body.
constexpr std::uint32_t news_sentences = 4;
/// How many nouns may stand between an expression and the verb that it dates.
constexpr int most_steps = 6;

class NewsDay {
public:
    NewsDay(const AnchorView& view, const Interval& published)
        : view_(view), document_(view.document), timexes_(view.timexes), tree_(view.tree), published_(published) {}

    EventTime find() {
        if (!published_.from)
            return {};
        std::uint32_t first = 0, last = 0, bodies = 0;
        for (std::uint32_t s = 0; s < document_.sentences.size() && bodies < news_sentences; ++s)
            if (body(s)) {
                first = bodies == 0 ? s : first;
                last = s;
                ++bodies;
            }
        for (std::uint32_t x = 0; x < timexes_.size(); ++x) {
            const Timex& timex = timexes_[x];
            const std::uint32_t sentence = document_.sentence_at(timex.span.begin);
            if (document_.sentences.empty() || sentence > last)
                break;
            if (!says_when(timex) || !day_sized(timex.time.granularity) || !timex.time.interval.from ||
                !body(sentence) || counts_from_another(timex) ||
                !(dates_main_verb(timex) || (sentence == first && leads(sentence, timex))))
                continue;
            const Moment day = floor(*timex.time.interval.from, Granularity::day);
            if (day > *published_.from || *published_.from - day > news_reach)
                continue;
            EventTime day_of_news;
            day_of_news.interval = unit_interval(day, Granularity::day);
            day_of_news.certainty = Certainty::implied;
            day_of_news.timex = x;
            day_of_news.reason = AnchorReason::news_day;
            return day_of_news;
        }
        return {};
    }

private:
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
        std::uint32_t at = view_.head_of(timex.span);
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

    /// The one day that the first sentence names, whatever its tree says: with "on" or bare, and nothing to come.
    bool leads(std::uint32_t sentence, const Timex& timex) const {
        const Sentence& s = document_.sentences[sentence];
        for (const Timex& other : timexes_)
            if (&other != &timex && other.span.begin >= s.span.begin && other.span.end <= s.span.end &&
                says_when(other) && day_sized(other.time.granularity))
                return false;
        static constexpr std::array<std::string_view, 9> bounds = {"since",  "until", "till", "by", "after",
                                                                   "before", "from",  "for",  "of"};
        const std::uint32_t t = document_.token_at(timex.span.begin);
        if (t > s.tokens.begin && one_of(utf8::fold(document_.word(t - 1)), bounds))
            return false;
        return std::none_of(document_.tokens.begin() + s.tokens.begin, document_.tokens.begin() + s.tokens.end,
                            [](const Token& token) {
                                return token.xpos == Xpos::md || (token.lemma == "have" && token.xpos == Xpos::vbd);
                            });
    }

    /// Asked for one verb again and again where thousands of expressions hang on it, so the last answer is kept.
    bool past(std::uint32_t verb) {
        if (verb == asked_verb_)
            return asked_past_;
        asked_verb_ = verb;
        const auto& children = tree_.children(verb);
        bool aux = false, past_aux = false, had = false, subject = false;
        for (const std::uint32_t c : children) {
            const Token& child = document_.tokens[c];
            aux |= child.upos == Upos::aux;
            if (child.upos == Upos::aux && child.xpos == Xpos::vbd) {
                past_aux = true;
                had |= child.lemma == "have";
            }
            subject |= child.relation == Relation::nsubj;
        }
        // "had been due to decide Thursday" is what the news looks back at. A participle with a subject and no
        // auxiliary is a past that the tagger took for one: "tumbled", "cut".
        const Xpos tag = document_.tokens[verb].xpos;
        asked_past_ = tag == Xpos::vbd || (aux ? past_aux && !had : subject && (tag == Xpos::vbn || unchanged(verb)));
        return asked_past_;
    }

    /// A past that is written like the infinitive.
    bool unchanged(std::uint32_t verb) const {
        static constexpr std::array<std::string_view, 10> same = {"cut",  "hit", "set",   "put",    "shut",
                                                                  "quit", "bid", "split", "spread", "beat"};
        return one_of(document_.tokens[verb].lemma, same);
    }

    /// Running text: no headline, no dateline, no bare date.
    bool body(std::uint32_t sentence) const {
        const Sentence& s = document_.sentences[sentence];
        if (s.furniture || s.kind == SentenceKind::headline || s.kind == SentenceKind::dateline)
            return false;
        return std::any_of(document_.tokens.begin() + s.tokens.begin, document_.tokens.begin() + s.tokens.end,
                           [](const Token& t) { return t.upos == Upos::verb || t.upos == Upos::aux; });
    }

    const AnchorView& view_;
    const Document& document_;
    std::span<const Timex> timexes_;
    const Tree& tree_;
    Interval published_;
    std::uint32_t asked_verb_ = no_token;
    bool asked_past_ = false;
};

} // namespace

EventTime find_news_day(const AnchorView& view, const Interval& published) {
    return NewsDay(view, published).find();
}

} // namespace fasti::events
