// See reports.hpp.
#include "events/reports.hpp"

#include "core/utf8.hpp"
#include "events/name_shape.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fasti::events {
namespace {

constexpr std::size_t looked_back = 8; // mentions of one family

enum class Agreement { clash, silent, same };

Agreement compare(const Event& a, const Event& b, Role role) {
    bool some_a = false, some_b = false;
    for (const Participant& x : a.participants) {
        some_a = some_a || (x.role == role && x.actor.valid());
        for (const Participant& y : b.participants) {
            if (x.role == role && y.role == role && x.actor.valid() && x.actor == y.actor) {
                return Agreement::same;
            }
        }
    }
    for (const Participant& y : b.participants) {
        some_b = some_b || (y.role == role && y.actor.valid());
    }
    return some_a && some_b ? Agreement::clash : Agreement::silent;
}

bool definite(const Document& document, std::uint32_t trigger) {
    return trigger > 0 && (document.word(trigger - 1) == "the" || document.word(trigger - 1) == "The" ||
                           document.word(trigger - 1) == "this" || document.word(trigger - 1) == "that");
}

/// The number that a patient begins with: "seven" of "seven diplomats"; empty where none does.
std::string count_of_patient(const Event& event, const Document& document) {
    for (const Participant& p : event.participants) {
        const std::uint32_t first = document.token_at(p.span.begin);
        if (p.role == Role::patient && first < document.tokens.size() && document.tokens[first].upos == Upos::num) {
            return utf8::fold(document.word(first));
        }
    }
    return {};
}

/// "expelled eight", "expelled seven". A number in digits and one in words are not compared.
bool other_counts(const Event& a, const Event& b, const Document& document) {
    const std::string x = count_of_patient(a, document), y = count_of_patient(b, document);
    const auto in_digits = [](const std::string& number) { return number.front() >= '0' && number.front() <= '9'; };
    return !x.empty() && !y.empty() && x != y && in_digits(x) == in_digits(y);
}

/// True when one of them names nobody, or both name the same actor, whatever part it takes.
bool share_an_actor(const Event& a, const Event& b) {
    const auto named = [](const Event& event) {
        return std::any_of(event.participants.begin(), event.participants.end(),
                           [](const Participant& p) { return p.actor.valid(); });
    };
    return !named(a) || !named(b) ||
           std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& x) {
               return x.actor.valid() && std::any_of(b.participants.begin(), b.participants.end(),
                                                     [&](const Participant& y) { return x.actor == y.actor; });
           });
}

/// "the election of December 2007", "the vote of 2017": tells itself from all others by its date.
bool told_by_date(const Document& document, std::uint32_t trigger) {
    if (trigger + 2 >= document.tokens.size() ||
        (document.word(trigger + 1) != "of" && document.word(trigger + 1) != "in"))
        return false;
    const std::string_view date = document.word(trigger + 2);
    const bool year =
        date.size() == 4 && std::all_of(date.begin(), date.end(), [](char c) { return c >= '0' && c <= '9'; });
    return year || calendar_word(utf8::fold(date));
}

bool one_event(const Event& earlier, const Event& later, const Document& document, std::uint32_t trigger) {
    if (earlier.sentence == later.sentence || earlier.polarity != later.polarity ||
        later.event_class == EventClass::state) {
        return false;
    }
    // "Chief on leave", "Firms resolve dispute": the headline and the first sentence may name other sides of it, and
    // the one tells as a fact what the other plans.
    const bool lead_nouns =
        earlier.headline && later.sentence <= earlier.sentence + 3 && earlier.nominal && later.nominal;
    if (lead_nouns && earlier.event_class == later.event_class && share_an_actor(earlier, later)) {
        return true;
    }
    if (earlier.factuality != later.factuality) {
        return false;
    }
    const bool taken_up = later.nominal && definite(document, trigger) && !told_by_date(document, trigger) &&
                          (earlier.headline || later.sentence <= earlier.sentence + 6);
    // Who says something says more than one thing; "the announcement" is that of the sentence before.
    if (later.event_class == EventClass::reporting || earlier.event_class == EventClass::reporting) {
        return taken_up && earlier.event_class == later.event_class && later.sentence <= earlier.sentence + 2;
    }
    if (earlier.event_class != later.event_class) {
        return false;
    }
    if (other_counts(earlier, later, document)) {
        return false;
    }
    const Agreement agent = compare(earlier, later, Role::agent);
    const Agreement patient = compare(earlier, later, Role::patient);
    // The headline names the firm, the first sentence its chief who acts for it.
    const bool lead = earlier.headline && later.sentence <= earlier.sentence + 3;
    if (lead && patient == Agreement::same) {
        return true;
    }
    if (agent == Agreement::clash || patient == Agreement::clash) {
        return false;
    }
    if (agent == Agreement::same && patient == Agreement::same) {
        return true;
    }
    // What the headline says once more in the first sentences, or of the same actor further down.
    if (lead || (earlier.headline && later.sentence <= earlier.sentence + 8 &&
                 (agent == Agreement::same || patient == Agreement::same))) {
        return true;
    }
    return taken_up;
}

/// "NATO Expels Eight", "NATO has withdrawn the accreditation of eight": the first sentences tell what the headline
/// does in other words, of the same actor and the same number.
bool retells_headline(const Event& headline, const Event& later, const Document& document) {
    const std::string count = count_of_patient(headline, document);
    return later.sentence > headline.sentence && later.sentence <= headline.sentence + 2 && !later.headline &&
           headline.event_class == later.event_class && headline.factuality == later.factuality &&
           headline.polarity == later.polarity && !count.empty() && count == count_of_patient(later, document) &&
           compare(headline, later, Role::agent) == Agreement::same;
}

} // namespace

void number_reports(Extraction& extraction, const std::vector<std::uint32_t>& triggers, const EventLexicon& lexicon,
                    const Document& document) {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> families;
    constexpr std::uint32_t no_headline = ~0u;
    std::uint32_t next = 0, headline = no_headline;
    for (std::uint32_t e = 0; e < extraction.events.size(); ++e) {
        Event& event = extraction.events[e];
        const std::string_view lemma = document.tokens[triggers[e]].lemma;
        const std::string_view family = event.nominal ? lexicon.noun(lemma).family : lemma;
        auto& earlier = families[family.empty() ? lemma : family];
        event.report = next;
        const std::size_t first = earlier.size() > looked_back ? earlier.size() - looked_back : 0;
        for (std::size_t i = earlier.size(); i-- > first;) {
            if (one_event(extraction.events[earlier[i]], event, document, triggers[e])) {
                event.report = extraction.events[earlier[i]].report;
                break;
            }
        }
        if (event.report == next && headline != no_headline &&
            retells_headline(extraction.events[headline], event, document)) {
            event.report = extraction.events[headline].report;
        }
        if (event.headline && headline == no_headline) {
            headline = e;
        }
        next += event.report == next;
        earlier.push_back(e);
    }
}

} // namespace fasti::events
