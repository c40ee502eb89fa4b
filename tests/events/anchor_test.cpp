// Each step of the ordered list "When an event happened", on events and time expressions set by hand.
#include "events/anchor.hpp"

#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using fasti::test::parsed;

namespace {

struct Scene {
    language::ConlluDocument document;
    std::vector<Timex> timexes;
    Extraction extraction;

    explicit Scene(std::string_view sentences, std::string_view published = "2019-05-16")
        : document(parsed(sentences, published)) {}

    Span span(std::string_view words) const {
        const std::size_t at = document.article->text.find(words);
        REQUIRE(at != std::string::npos);
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    }
    Scene& timex(std::string_view words, std::string_view value, Granularity granularity = Granularity::day) {
        Timex timex;
        timex.span = span(words);
        timex.time.value = value;
        timex.time.granularity = granularity;
        if (value.front() == 'P') {
            timex.time.type = TimexType::duration;
        } else {
            timex.time.interval = unit_interval(parse_date(value)->moment, granularity);
        }
        timexes.push_back(std::move(timex));
        return *this;
    }
    Event& event(std::string_view word, Tense tense = Tense::past) {
        Event event;
        event.trigger = event.predicate = span(word);
        event.tense = tense;
        event.nominal = tense == Tense::none;
        event.sentence = document.document.sentence_at(event.trigger.begin);
        extraction.events.push_back(std::move(event));
        return extraction.events.back();
    }
    /// "from..to reason" of the event with this trigger.
    std::string when(std::string_view word) {
        anchor_events(*document.article, document.document, timexes, extraction);
        for (const Event& event : extraction.events)
            if (document.document.words(event.trigger) == word) {
                const auto day = [](const std::optional<Moment>& moment) { return moment ? iso_date(*moment) : "?"; };
                return day(event.time.interval.from) + ".." + day(event.time.interval.to) + " " +
                       std::string(to_string(event.time.reason));
            }
        return "no such event";
    }

private:
    static void anchor_events(const Article& article, const Document& document, std::span<const Timex> timexes,
                              Extraction& extraction) {
        events::anchor_events(article, document, timexes, extraction);
    }
};

constexpr std::string_view two_verbs = R"(
The the DET DT 2 det
board board NOUN NN 3 nsubj
said say VERB VBD 0 root
Tuesday Tuesday PROPN NNP 3 obl:unmarked
that that SCONJ IN 8 mark
Kari Kari PROPN NNP 8 nsubj B-PER
had have AUX VBD 8 aux
resigned resign VERB VBN 3 ccomp
Monday Monday PROPN NNP 8 obl:unmarked
. . PUNCT . 3 punct
)";

} // namespace

TEST_CASE("1: an expression belongs to the verb it hangs on, and not to the other one") {
    Scene scene(two_verbs);
    scene.timex("Tuesday", "2019-05-14").timex("Monday", "2019-05-13");
    scene.event("said");
    scene.event("resigned");
    CHECK(scene.when("said") == "2019-05-14..2019-05-15 expression");
    CHECK(scene.when("resigned") == "2019-05-13..2019-05-14 expression");
}

TEST_CASE("1: an event noun keeps the year before it, and the verb above does not get it") {
    Scene scene(R"(
The the DET DT 3 det
2014 2014 NUM CD 3 compound
annexation annexation NOUN NN 4 nsubj
angered anger VERB VBD 0 root
Kyiv Kyiv PROPN NNP 4 obj B-LOC
. . PUNCT . 4 punct
)");
    scene.timex("2014", "2014", Granularity::year);
    scene.event("annexation", Tense::none);
    scene.event("angered");
    CHECK(scene.when("annexation") == "2014-01-01..2015-01-01 expression");
    CHECK(scene.when("angered") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("1: what is approved happens on another day; a phrase with a date belongs to the event noun before it") {
    Scene approved(R"(
Brussels Brussels PROPN NNP 2 nsubj
approved approve VERB VBD 0 root
the the DET DT 4 det
merger merger NOUN NN 2 obj
on on ADP IN 6 case
Monday Monday PROPN NNP 4 nmod
. . PUNCT . 2 punct
)");
    approved.timex("Monday", "2019-05-13");
    approved.event("approved");
    approved.event("merger", Tense::none).factuality = Factuality::planned;
    CHECK(approved.when("approved") == "2019-05-13..2019-05-14 expression");
    CHECK(approved.when("merger") == "?..? none");

    Scene term(R"(
Protests protest NOUN NNS 2 nsubj
followed follow VERB VBD 0 root
her her PRON PRP$ 4 nmod:poss
election election NOUN NN 2 obj
to to ADP IN 7 case
a a DET DT 7 det
term term NOUN NN 2 obl
in in ADP IN 9 case
May May PROPN NNP 7 nmod
. . PUNCT . 2 punct
)");
    term.timex("May", "2019-05", Granularity::month);
    term.event("followed");
    term.event("election", Tense::none);
    CHECK(term.when("election") == "2019-05-01..2019-06-01 expression");
}

TEST_CASE("1: a noun that is no event lets a date behind it pass to the verb, and keeps one before it") {
    Scene behind(R"(
Skybird Skybird PROPN NNP 2 nsubj B-ORG
unveiled unveil VERB VBD 0 root
a a DET DT 4 det
plane plane NOUN NN 2 obj
Monday Monday PROPN NNP 4 nmod:unmarked
. . PUNCT . 2 punct
)");
    behind.timex("Monday", "2019-05-13").event("unveiled");
    CHECK(behind.when("unveiled") == "2019-05-13..2019-05-14 expression");

    Scene before(R"(
Skybird Skybird PROPN NNP 2 nsubj B-ORG
sold sell VERB VBD 0 root
the the DET DT 5 det
2011 2011 NUM CD 5 compound
model model NOUN NN 2 obj
. . PUNCT . 2 punct
)");
    before.timex("2011", "2011", Granularity::year).event("sold");
    CHECK(before.when("sold") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("1: a clause with when right behind an expression is dated by it, wherever the tree hangs it") {
    Scene scene(R"(
Trade trade NOUN NN 2 nsubj
fell fall VERB VBD 0 root
until until ADP IN 4 case
2014 2014 NUM CD 2 obl
, , PUNCT , 8 punct
when when ADV WRB 8 advmod
Norway Norway PROPN NNP 8 nsubj B-LOC
joined join VERB VBD 2 advcl
. . PUNCT . 2 punct
)");
    scene.timex("2014", "2014", Granularity::year);
    scene.event("fell");
    scene.event("joined");
    CHECK(scene.when("joined") == "2014-01-01..2015-01-01 expression");
    CHECK(scene.when("fell") == "?..2015-01-01 expression");
}

TEST_CASE("1: since, until and by are bounds, no days") {
    constexpr std::string_view sentence = R"(
Skybird Skybird PROPN NNP 2 nsubj B-ORG
flew fly VERB VBD 0 root
WORD WORD ADP IN 4 case
Monday Monday PROPN NNP 2 obl
. . PUNCT . 2 punct
)";
    const auto with = [&](std::string word) {
        std::string text(sentence);
        for (std::size_t at = text.find("WORD"); at != std::string::npos; at = text.find("WORD"))
            text.replace(at, 4, word);
        Scene scene(text);
        scene.timex("Monday", "2019-05-13").event("flew").aspect = Aspect::perfective;
        return scene.when("flew");
    };
    CHECK(with("since") == "2019-05-13..? expression");
    CHECK(with("until") == "?..2019-05-14 expression");
    CHECK(with("by") == "?..2019-05-14 expression");
    CHECK(with("after") == "2019-05-14..? expression");
    CHECK(with("before") == "?..2019-05-13 expression");
    CHECK(with("on") == "2019-05-13..2019-05-14 expression");
}

TEST_CASE("1: what a noun has been since a time does not date the verb above it") {
    Scene scene(R"(
Skybird Skybird PROPN NNP 2 nsubj B-ORG
lost lose VERB VBD 0 root
millions million NOUN NNS 2 obj
, , PUNCT , 7 punct
its its PRON PRP$ 7 nmod:poss
worst bad ADJ JJS 7 amod
loss loss NOUN NN 3 appos
since since ADP IN 9 case
2001 2001 NUM CD 7 nmod
. . PUNCT . 2 punct
)");
    scene.timex("2001", "2001-01-01", Granularity::year).event("lost");
    CHECK(scene.when("lost") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("3: a date behind the event that a verb acts on is the verb's, but not one before it") {
    const std::string text = R"(
They they PRON PRP 2 nsubj
imposed impose VERB VBD 0 root
the the DET DT 5 det
2011 2011 NUM CD 5 compound
embargo embargo NOUN NN 2 obj
in in ADP IN 7 case
2012 2012 NUM CD 5 nmod
. . PUNCT . 2 punct
)";
    Scene behind(text);
    behind.timex("2012", "2012-01-01", Granularity::year).event("imposed");
    behind.event("embargo", Tense::none);
    CHECK(behind.when("imposed") == "2012-01-01..2013-01-01 shared");
    Scene before(text);
    before.timex("2011", "2011-01-01", Granularity::year).event("imposed");
    before.event("embargo", Tense::none);
    CHECK(before.when("imposed") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("1: a date on a light verb is the date of its noun") {
    Scene scene(R"(
They they PRON PRP 2 nsubj
held hold VERB VBD 0 root
talks talk NOUN NNS 2 obj
Monday Monday PROPN NNP 2 obl:unmarked
. . PUNCT . 2 punct
)");
    scene.timex("Monday", "2019-05-13").event("talks", Tense::none);
    CHECK(scene.when("talks") == "2019-05-13..2019-05-14 expression");
}

TEST_CASE("2: what is ordered against a dated event is near it, by the days that the text states") {
    constexpr std::string_view sentence = R"(
Kari Kari PROPN NNP 2 nsubj B-PER
left leave VERB VBD 0 root
two two NUM CD 4 nummod
days day NOUN NNS 7 obl:unmarked
after after SCONJ IN 7 mark
Peter Peter PROPN NNP 7 nsubj B-PER
arrived arrive VERB VBD 2 advcl
Monday Monday PROPN NNP 7 obl:unmarked
. . PUNCT . 2 punct
)";
    Scene scene(sentence);
    scene.timex("two days", "P2D").timex("Monday", "2019-05-13");
    scene.event("left");
    scene.event("arrived");
    scene.extraction.orders.push_back({EventId{1}, EventId{0}, scene.span("after")});
    CHECK(scene.when("left") == "2019-05-15..2019-05-16 ordered");

    Scene plain(sentence);
    plain.timex("Monday", "2019-05-13");
    plain.event("left");
    plain.event("arrived");
    plain.extraction.orders.push_back({EventId{1}, EventId{0}, plain.span("after")});
    CHECK(plain.when("left") == "2019-05-13..2019-05-14 ordered");
}

TEST_CASE("2: a year orders nothing closely") {
    Scene scene(R"(
Ties tie NOUN NNS 2 nsubj
sank sink VERB VBD 0 root
after after ADP IN 6 case
the the DET DT 6 det
2014 2014 NUM CD 6 compound
annexation annexation NOUN NN 2 obl
. . PUNCT . 2 punct
)");
    scene.timex("2014", "2014", Granularity::year);
    scene.event("sank");
    scene.event("annexation", Tense::none);
    scene.extraction.orders.push_back({EventId{1}, EventId{0}, scene.span("after")});
    CHECK(scene.when("sank") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("3: participles and conjuncts share the date of their verb") {
    Scene scene(R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
responded respond VERB VBD 0 root
Monday Monday PROPN NNP 2 obl:unmarked
by by SCONJ IN 5 mark
suspending suspend VERB VBG 2 advcl
flights flight NOUN NNS 5 obj
and and CCONJ CC 8 cc
ordering order VERB VBG 5 conj
checks check NOUN NNS 8 obj
. . PUNCT . 2 punct
)");
    scene.timex("Monday", "2019-05-13");
    scene.event("responded");
    scene.event("suspending", Tense::none);
    scene.event("ordering", Tense::none);
    CHECK(scene.when("suspending") == "2019-05-13..2019-05-14 shared");
    CHECK(scene.when("ordering") == "2019-05-13..2019-05-14 shared");
}

TEST_CASE("3: a verb takes the date of the event noun that it happened in") {
    Scene scene(R"(
In in ADP IN 3 case
his his PRON PRP$ 3 nmod:poss
keynote keynote NOUN NN 7 obl
Monday Monday PROPN NNP 3 nmod:unmarked
, , PUNCT , 7 punct
Kari Kari PROPN NNP 7 nsubj B-PER
praised praise VERB VBD 0 root
it it PRON PRP 7 obj
. . PUNCT . 7 punct
)");
    scene.timex("Monday", "2019-05-13");
    scene.event("keynote", Tense::none);
    scene.event("praised");
    CHECK(scene.when("praised") == "2019-05-13..2019-05-14 shared");
}

TEST_CASE("4: what has not happened never takes the day of the article, but keeps its own") {
    Scene scene(two_verbs);
    scene.timex("Tuesday", "2019-05-14");
    scene.event("said");
    scene.event("resigned").factuality = Factuality::planned;
    CHECK(scene.when("resigned") == "?..? none");
    scene.timex("Monday", "2019-05-13");
    CHECK(scene.when("resigned") == "2019-05-13..2019-05-14 expression");
}

TEST_CASE("5: had looks back to the year that was spoken of, not further than two sentences") {
    const std::string opening = R"(
In in ADP IN 2 case
2011 2011 NUM CD 4 obl
Skybird Skybird PROPN NNP 4 nsubj B-ORG
merged merge VERB VBD 0 root
. . PUNCT . 4 punct
)";
    const std::string filler = "\nIt it PRON PRP 2 nsubj\ngrew grow VERB VBD 0 root\n. . PUNCT . 2 punct\n";
    const std::string last = R"(
It it PRON PRP 3 nsubj
had have AUX VBD 3 aux
sold sell VERB VBN 0 root
planes plane NOUN NNS 3 obj
. . PUNCT . 3 punct
)";
    for (int fillers : {1, 2}) {
        std::string text = opening;
        for (int i = 0; i < fillers; ++i)
            text += filler;
        Scene scene(text + last);
        scene.timex("2011", "2011", Granularity::year);
        scene.event("merged");
        scene.event("sold").aspect = Aspect::perfective;
        CHECK(scene.when("sold") == (fillers == 1 ? "2011-01-01..2012-01-01 background" : "?..? none"));
    }
}

TEST_CASE("6: the day that the first sentences name dates the main line and the headline") {
    const std::string text = std::string(two_verbs) + R"(
Peter Peter PROPN NNP 2 nsubj B-PER
thanked thank VERB VBD 0 root
her she PRON PRP 2 obj
. . PUNCT . 2 punct
)";
    Scene scene(text);
    scene.timex("Tuesday", "2019-05-14");
    scene.event("said");
    scene.event("thanked");
    CHECK(scene.when("thanked") == "2019-05-14..2019-05-15 news-day");

    Scene old(text, "2019-06-16");
    old.timex("Tuesday", "2019-05-14");
    old.event("said");
    old.event("thanked");
    CHECK(old.when("thanked") == "2019-06-16..2019-06-17 published");
}

TEST_CASE("7: the publication date is the last resort, and without one nothing is dated") {
    Scene dated(two_verbs);
    dated.event("said");
    CHECK(dated.when("said") == "2019-05-16..2019-05-17 published");
    Scene undated(two_verbs, "");
    undated.event("said");
    CHECK(undated.when("said") == "?..? none");
    Scene year(two_verbs, "2019");
    year.event("said");
    CHECK(year.when("said") == "?..? none");
}

TEST_CASE("what the text only looks back at stays undated") {
    Scene scene(R"(
The the DET DT 2 det
firm firm NOUN NN 5 nsubj
that that PRON WDT 4 nsubj
lost lose VERB VBD 2 acl:relcl
hired hire VERB VBD 0 root
Berg Berg PROPN NNP 5 obj B-PER

She she PRON PRP 4 nsubj
has have AUX VBZ 4 aux
often often ADV RB 4 advmod
won win VERB VBN 0 root

They they PRON PRP 3 nsubj
had have AUX VBD 3 aux
quit quit VERB VBN 0 root
)");
    scene.event("lost");
    scene.event("hired");
    scene.event("won", Tense::present).aspect = Aspect::perfective;
    scene.event("quit").aspect = Aspect::perfective;
    CHECK(scene.when("lost") == "?..? none");
    CHECK(scene.when("hired") == "2019-05-16..2019-05-17 published");
    CHECK(scene.when("won") == "?..? none");
    CHECK(scene.when("quit") == "?..? none");
}

TEST_CASE("broken trees, expressions outside of the text and events without a token do no harm") {
    Scene scene(two_verbs);
    scene.timex("Tuesday", "2019-05-14").timex("Monday", "2019-05-13");
    scene.timexes.back().span = {90000, 90004};
    scene.event("said");
    scene.event("resigned").trigger = {80000, 80003};
    for (std::uint32_t t = 0; t < scene.document.document.tokens.size(); ++t)
        scene.document.document.tokens[t].head = (t + 1) % 10;
    CHECK(scene.when("said") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("6: the one day of the first sentence is the day of the news, wherever the tree hangs it") {
    Scene scene(R"(
The the DET DT 2 det
index index NOUN NN 3 compound
plunged plunge NOUN NN 0 root
on on ADP IN 5 case
Tuesday Tuesday PROPN NNP 3 nmod
after after SCONJ IN 8 mark
banks bank NOUN NNS 8 nsubj
closed close VERB VBD 3 acl
. . PUNCT . 3 punct

Peter Peter PROPN NNP 2 nsubj B-PER
sold sell VERB VBD 0 root
shares share NOUN NNS 2 obj
. . PUNCT . 2 punct
)");
    scene.timex("Tuesday", "2019-05-14");
    scene.event("sold");
    CHECK(scene.when("sold") == "2019-05-14..2019-05-15 news-day");
}

TEST_CASE("6: a past that was taken for a participle tells the day of the news, what had been does not") {
    Scene scene(R"(
The the DET DT 2 det
board board NOUN NN 5 nsubj
had have AUX VBD 5 aux
been be AUX VBN 5 cop
due due ADJ JJ 0 root
to to PART TO 7 mark
meet meet VERB VB 5 xcomp
Wednesday Wednesday PROPN NNP 7 obl:unmarked
. . PUNCT . 5 punct

Markets market NOUN NNS 2 nsubj
tumbled tumble VERB VBN 0 root
on on ADP IN 4 case
Tuesday Tuesday PROPN NNP 2 obl
. . PUNCT . 2 punct

Peter Peter PROPN NNP 2 nsubj B-PER
sold sell VERB VBD 0 root
shares share NOUN NNS 2 obj
. . PUNCT . 2 punct
)");
    scene.timex("Wednesday", "2019-05-15").timex("Tuesday", "2019-05-14");
    scene.event("sold");
    CHECK(scene.when("sold") == "2019-05-14..2019-05-15 news-day");
}

TEST_CASE("6: a day that is counted from another is not the day of the news") {
    Scene scene(R"(
Two two NUM CD 2 nummod
days day NOUN NNS 3 obl:unmarked
earlier early ADV RBR 5 advmod
Skybird Skybird PROPN NNP 5 nsubj B-ORG
flew fly VERB VBD 0 root
. . PUNCT . 5 punct

Peter Peter PROPN NNP 2 nsubj B-PER
thanked thank VERB VBD 0 root
her she PRON PRP 2 obj
. . PUNCT . 2 punct
)");
    scene.timex("Two days earlier", "2019-05-14");
    scene.event("flew");
    scene.event("thanked");
    CHECK(scene.when("flew") == "2019-05-14..2019-05-15 expression");
    CHECK(scene.when("thanked") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("what a phrase is only about, and what is spoken of, stays undated; what ends, or follows, is of the day") {
    Scene scene(R"(
Berg Berg PROPN NNP 2 nsubj B-PER
voiced voice VERB VBD 0 root
concern concern NOUN NN 2 obj
about about ADP IN 5 case
clashes clash NOUN NNS 3 nmod
. . PUNCT . 2 punct

The the DET DT 2 det
talks talk NOUN NNS 3 nsubj
ended end VERB VBD 0 root
after after ADP IN 5 case
protests protest NOUN NNS 3 obl
. . PUNCT . 3 punct

She she PRON PRP 2 nsubj
noted note VERB VBD 0 root
attacks attack NOUN NNS 2 obj
. . PUNCT . 2 punct
)");
    scene.event("voiced");
    scene.event("clashes", Tense::none);
    scene.event("talks", Tense::none);
    scene.event("ended");
    scene.event("protests", Tense::none);
    scene.event("noted").event_class = EventClass::reporting;
    scene.event("attacks", Tense::none);
    CHECK(scene.when("clashes") == "?..? none");
    CHECK(scene.when("attacks") == "?..? none");
    CHECK(scene.when("talks") == "2019-05-16..2019-05-17 published");
    CHECK(scene.when("protests") == "2019-05-16..2019-05-17 published");
}

TEST_CASE("3: a dated event that does something dates its verb") {
    Scene scene(R"(
The the DET DT 2 det
blast blast NOUN NN 5 nsubj
on on ADP IN 4 case
Monday Monday PROPN NNP 2 nmod
killed kill VERB VBD 0 root
nine nine NUM CD 5 obj
. . PUNCT . 5 punct
)");
    scene.timex("Monday", "2019-05-13");
    scene.event("blast", Tense::none);
    scene.event("killed");
    CHECK(scene.when("killed") == "2019-05-13..2019-05-14 shared");
}

TEST_CASE("5: had below the news is counted from the news, and a year that tells a thing apart dates nothing") {
    Scene scene(R"(
In in ADP IN 2 case
2008 2008 NUM CD 4 obl
it it PRON PRP 4 nsubj
failed fail VERB VBD 0 root
. . PUNCT . 4 punct

Shares share NOUN NNS 2 nsubj
fell fall VERB VBD 0 root
though though SCONJ IN 6 mark
it it PRON PRP 6 nsubj
had have AUX VBD 6 aux
borrowed borrow VERB VBN 2 advcl
. . PUNCT . 2 punct

The the DET DT 3 det
1990 1990 NUM CD 3 nummod
war war NOUN NN 4 nsubj
ended end VERB VBD 0 root
. . PUNCT . 4 punct

Berg Berg PROPN NNP 3 nsubj B-PER
had have AUX VBD 3 aux
met meet VERB VBN 0 root
Olsen Olsen PROPN NNP 3 obj B-PER
. . PUNCT . 3 punct
)");
    scene.timex("2008", "2008", Granularity::year).timex("1990", "1990", Granularity::year);
    scene.event("fell").main_clause = true;
    scene.event("borrowed").aspect = Aspect::perfective;
    scene.event("met").aspect = Aspect::perfective;
    CHECK(scene.when("borrowed") == "?..? none");
    CHECK(scene.when("met") == "?..? none");
}
