// See quotations.hpp.
#include "events/quotations.hpp"

#include <algorithm>

namespace fasti::events {
namespace {

constexpr std::uint32_t nobody = 0xffffffffu;

/// Events are in text order: those whose trigger lies in `tokens`.
IndexRange events_in(IndexRange tokens, const std::vector<std::uint32_t>& triggers) {
    const auto first = std::lower_bound(triggers.begin(), triggers.end(), tokens.begin);
    const auto last = std::lower_bound(first, triggers.end(), tokens.end);
    return {static_cast<std::uint32_t>(first - triggers.begin()), static_cast<std::uint32_t>(last - triggers.begin())};
}

/// The reporting event outside of quotations in the sentence of `token` that stands nearest to it.
std::uint32_t nearest_reporting(const Document& document, const Quotations& quotations, std::uint32_t token,
                                const std::vector<std::uint32_t>& triggers, const std::vector<Event>& events) {
    const Sentence& sentence = document.sentences[document.sentence_at(document.tokens[token].span.begin)];
    const IndexRange inside = events_in(sentence.tokens, triggers);
    // Of a long sentence only what stands near.
    constexpr std::uint32_t reach = 40;
    std::uint32_t best = nobody;
    std::uint32_t best_distance = reach;
    const IndexRange near = events_in({token > reach ? token - reach : 0, token + reach}, triggers);
    for (std::uint32_t e = std::max(inside.begin, near.begin); e < std::min(inside.end, near.end); ++e) {
        const std::uint32_t distance = triggers[e] > token ? triggers[e] - token : token - triggers[e];
        if (events[e].event_class == EventClass::reporting && quotations.of_token[triggers[e]] == 0 &&
            distance < best_distance && speaker_of(events[e]).valid()) {
            best = e;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace

ActorId speaker_of(const Event& event) {
    for (const Participant& participant : event.participants)
        if (participant.role == Role::agent && participant.actor.valid())
            return participant.actor;
    return ActorId::none();
}

Quotations find_quotations(const Document& document) {
    Quotations found;
    found.of_token.assign(document.tokens.size(), 0);
    bool open = false;
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : document.sentences) {
        if (sentence.paragraph != paragraph) {
            open = false;
            paragraph = sentence.paragraph;
        }
        for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            const std::string_view word = document.word(t);
            const bool mark = word == "\"";
            if (word == "\xE2\x80\x9C" || word == "``" || (mark && !open)) {
                if (!open)
                    found.tokens.push_back({t + 1, t + 1});
                open = true;
            } else if (word == "\xE2\x80\x9D" || word == "''" || mark) {
                open = false;
            } else if (open) {
                found.of_token[t] = static_cast<std::uint32_t>(found.tokens.size());
                found.tokens.back().end = t + 1;
            }
        }
    }
    return found;
}

void attribute_quotations(const Document& document, const Quotations& quotations,
                          const std::vector<std::uint32_t>& triggers, std::vector<Event>& events) {
    std::uint32_t before = nobody; // the reporting event of the quotation before
    std::uint32_t before_end = 0;
    for (const IndexRange quotation : quotations.tokens) {
        if (quotation.size() == 0)
            continue;
        const std::uint32_t last = quotation.end - 1;
        std::uint32_t by = nearest_reporting(document, quotations, last, triggers, events);
        if (by == nobody)
            by = nearest_reporting(document, quotations, quotation.begin, triggers, events);
        const std::uint32_t first_sentence = document.sentence_at(document.tokens[quotation.begin].span.begin);
        // “A,” she said. “B.”: nobody else has come to word since.
        if (by == nobody && before != nobody && first_sentence <= before_end + 1)
            by = before;
        before = by;
        before_end = document.sentence_at(document.tokens[last].span.begin);
        if (by == nobody)
            continue;
        const IndexRange spoken = events_in(quotation, triggers);
        for (std::uint32_t e = spoken.begin; e < spoken.end; ++e)
            if (!events[e].attributed_by.valid() && !events[e].attributed_to.valid() && e != by) {
                events[e].attributed_by = {by};
                events[e].attributed_to = speaker_of(events[by]);
            }
    }
}

} // namespace fasti::events
