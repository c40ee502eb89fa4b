// See anchor_view.hpp.
#include "events/anchor_view.hpp"

namespace fasti::events {

AnchorView::AnchorView(const Document& the_document, std::span<const Timex> the_timexes, std::vector<Event>& the_events)
    : document(the_document), timexes(the_timexes), events(the_events), tree(the_document),
      event_at(the_document.tokens.size(), no_event), token_of(the_events.size(), no_token) {
    for (std::uint32_t e = 0; e < events.size(); ++e) {
        events[e].time = {};
        const std::uint32_t t = document.token_at(events[e].trigger.begin);
        if (t >= document.tokens.size())
            continue;
        token_of[e] = t;
        event_at[t] = e;
    }
}

void AnchorView::take(std::uint32_t event, const EventTime& from, AnchorReason reason) {
    EventTime& time = events[event].time;
    time = from;
    time.reason = reason;
    if (time.certainty == Certainty::exact)
        time.certainty = Certainty::implied;
}

bool says_when(const Timex& timex) {
    return (timex.time.type == TimexType::date || timex.time.type == TimexType::time) &&
           timex.time.certainty != Certainty::unresolved && (timex.time.interval.from || timex.time.interval.to) &&
           !timex.time.value.ends_with("_REF");
}

bool compares(const Document& document, const Timex& timex) {
    std::uint32_t t = document.token_at(timex.span.begin);
    while (t < document.tokens.size() && document.tokens[t].span.begin < timex.span.end)
        ++t;
    if (t < document.tokens.size() && document.word(t) == "than")
        return true;
    // "fell to 8,200, from 7,700 on Friday"
    const std::uint32_t begin = document.token_at(timex.span.begin);
    if (begin < 3 || document.word(begin - 1) != "on" || document.tokens[begin - 2].upos != Upos::num)
        return false;
    for (std::uint32_t i = begin - 2; i-- > 0 && begin - i <= 5;)
        if (document.word(i) == "from")
            return true;
    return false;
}

std::uint32_t AnchorView::head_of(Span span) const {
    const std::uint32_t begin = document.token_at(span.begin);
    std::uint32_t end = begin;
    while (end < document.tokens.size() && document.tokens[end].span.begin < span.end)
        ++end;
    for (std::uint32_t t = begin; t < end; ++t) {
        const std::uint32_t head = tree.head(t);
        if (document.tokens[t].upos != Upos::punct && document.tokens[t].upos != Upos::det &&
            (head < begin || head >= end))
            return t;
    }
    return begin < end ? begin : no_token;
}

std::uint32_t AnchorView::event_of_light_verb(std::uint32_t verb) const {
    for (const std::uint32_t child : tree.children(verb)) {
        const Relation relation = document.tokens[child].relation;
        if ((relation == Relation::obj || relation == Relation::xcomp || relation == Relation::nsubj_pass ||
             relation == Relation::ccomp) &&
            event_at[child] != no_event)
            return event_at[child];
    }
    return no_event;
}

} // namespace fasti::events
