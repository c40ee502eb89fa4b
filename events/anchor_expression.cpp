// Which event a time expression belongs to: the one whose phrase holds it, over nouns at most; and what a preposition
// makes of it ("since", "until" and "by" bound).
#include "events/anchor_view.hpp"

#include "core/utf8.hpp"

namespace fasti::events {

namespace {

/// How many nouns may stand between an expression and the verb that it dates.
constexpr int most_steps = 6;

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

class Expressions {
public:
    explicit Expressions(AnchorView& view)
        : view_(view), document_(view.document), timexes_(view.timexes), events_(view.events), tree_(view.tree),
          event_at_(view.event_at), token_of_(view.token_of) {}

    /// Gives the expression `x` to the event whose phrase holds it.
    void own_expression(std::uint32_t x) {
        const Timex& timex = timexes_[x];
        if (!says_when(timex) || compares(document_, timex))
            return;
        if (const std::uint32_t e = event_of_when(timex.span.end); e != no_event) {
            const EventTime time{
                timex.time.interval,     timex.time.granularity, timex.time.certainty, timex.time.mod, x,
                AnchorReason::expression};
            if (better(time, events_[e].time, token_of_[e]))
                events_[e].time = time;
        }
        const std::uint32_t head = view_.head_of(timex.span);
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

private:
    /// What happened once does not go on "since" a time; that is said of a noun beside it, wherever the tree hangs it:
    /// "lost 504 points, its worst day since 2001".
    static bool simple_past(const Event& event) {
        return !event.nominal && (event.tense == Tense::past || event.headline) && event.aspect == Aspect::none &&
               event.event_class != EventClass::state;
    }

    /// The event that a time expression with head `token` belongs to: the first verb or event noun above it. A noun
    /// that is no event lets it pass when it stands behind ("unveiled the phone Monday"), and keeps it when it stands
    /// before ("the 2011 model").
    std::uint32_t event_above(std::uint32_t token, const Timex& timex) const {
        if (const std::uint32_t clause = tree_.child(token, Relation::acl_relcl);
            clause != no_token && document_.tokens[clause].upos == Upos::verb && event_at_[clause] != no_event)
            return event_at_[clause]; // "it was the second: in March 2018, NATO expelled seven"
        std::uint32_t from = token;
        for (int steps = 0; steps < most_steps; ++steps) {
            const std::uint32_t at = tree_.head(from);
            if (at == no_token)
                break;
            if (event_at_[at] != no_event) {
                const std::uint32_t noun = from == token ? no_event : event_noun_before(from, at);
                return noun != no_event ? noun : done_to(event_at_[at]);
            }
            const Token& t = document_.tokens[at];
            if (t.upos == Upos::verb || t.upos == Upos::aux)
                return view_.event_of_light_verb(at);
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

    /// "approved the merger on Monday": what is approved, blocked or planned happens on another day, if at all,
    /// whatever the tree says of the date.
    std::uint32_t done_to(std::uint32_t e) const {
        const std::uint32_t token = token_of_[e];
        if (!events_[e].nominal || events_[e].factuality == Factuality::happened || token == no_token)
            return e;
        const std::uint32_t verb = tree_.head(token);
        const Relation relation = document_.tokens[token].relation;
        const bool object = relation == Relation::obj || relation == Relation::nsubj_pass;
        return object && verb != no_token && event_at_[verb] != no_event ? event_at_[verb] : e;
    }

    /// "sanctions triggered by … his re-election to a term in August": a phrase with a date in it belongs to the event
    /// noun that stands right before its preposition, though the tree hangs it on a verb farther off.
    std::uint32_t event_noun_before(std::uint32_t phrase, std::uint32_t verb) const {
        const std::uint32_t preposition = tree_.child(phrase, Relation::case_);
        if (preposition == no_token || preposition <= verb + 1 || preposition > phrase)
            return no_event;
        const std::uint32_t e = event_at_[preposition - 1];
        return e != no_event && events_[e].nominal ? e : no_event;
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

    const AnchorView& view_;
    const Document& document_;
    std::span<const Timex> timexes_;
    std::vector<Event>& events_;
    const Tree& tree_;
    const std::vector<std::uint32_t>& event_at_; ///< by token
    const std::vector<std::uint32_t>& token_of_; ///< by event
};

} // namespace

void anchor_by_expressions(AnchorView& view) {
    Expressions expressions(view);
    for (std::uint32_t x = 0; x < view.timexes.size(); ++x)
        expressions.own_expression(x);
}

} // namespace fasti::events
