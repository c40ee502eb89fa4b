// Triggers, participants, sources and orders on trees written by hand, so that no parser stands between; and trees that
// are broken or large on purpose.
#include "events/extract.hpp"

#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace fasti;
using fasti::test::parsed;

namespace {

const events::Lexicons& lexicons() {
    static const events::Lexicons loaded = [] {
        auto result = events::Lexicons::load(std::filesystem::path(std::getenv("FASTI_DATA")) / "events/en");
        REQUIRE(result);
        return std::move(*result);
    }();
    return loaded;
}

struct Told {
    language::ConlluDocument document;
    Extraction extraction;

    const Event& event(std::string_view trigger) const {
        for (const Event& event : extraction.events)
            if (document.document.words(event.trigger) == trigger)
                return event;
        FAIL("no event " << trigger);
        return extraction.events.front();
    }
    bool has(std::string_view trigger) const {
        return std::any_of(extraction.events.begin(), extraction.events.end(),
                           [&](const Event& event) { return document.document.words(event.trigger) == trigger; });
    }
    /// "role head, role head" of all its participants.
    std::string participants(std::string_view trigger) const {
        std::string line;
        for (const Participant& p : event(trigger).participants)
            line += (line.empty() ? "" : ", ") + std::string(to_string(p.role)) + " " +
                    std::string(document.document.words(p.head));
        return line;
    }
    std::string source(std::string_view trigger) const {
        const ActorId actor = event(trigger).attributed_to;
        return actor.valid() ? extraction.actors[actor.value].name : "";
    }
};

Told tell(std::string_view sentences) {
    Told told{parsed(sentences, "2021-05-05"), {}};
    told.extraction = events::extract(*told.document.article, told.document.document, {}, lexicons());
    return told;
}

} // namespace

TEST_CASE("an act reaches whoever is to act by it") {
    const Told told = tell(R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
demanded demand VERB VBD 0 root
that that SCONJ IN 5 mark
Riga Riga PROPN NNP 5 nsubj B-LOC
pay pay VERB VB 2 ccomp
)");
    CHECK(told.participants("demanded") == "agent Oslo, patient Riga");
    CHECK(told.event("demanded").type == PloverType::demand);
    CHECK(told.event("pay").factuality == Factuality::possible);
}

TEST_CASE("to say that someone must act is a demand, to say that something must happen is none") {
    const Told told = tell(R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
said say VERB VBD 0 root
Riga Riga PROPN NNP 5 nsubj B-LOC
must must AUX MD 5 aux
pay pay VERB VB 2 ccomp

Oslo Oslo PROPN NNP 2 nsubj B-LOC
added add VERB VBD 0 root
rain rain NOUN NN 5 nsubj
must must AUX MD 5 aux
fall fall VERB VB 2 ccomp
)");
    CHECK(told.event("said").type == PloverType::demand);
    CHECK(told.participants("said") == "agent Oslo, patient Riga");
    CHECK(told.event("added").type == PloverType::none);
}

TEST_CASE("troops act for their state, farmers do not") {
    const Told told = tell(R"(
Norwegian norwegian ADJ JJ 2 amod B-GRP
troops troops NOUN NNS 3 nsubj
attacked attack VERB VBD 0 root
Riga Riga PROPN NNP 3 obj B-LOC

Norwegian norwegian ADJ JJ 2 amod B-GRP
farmers farmer NOUN NNS 3 nsubj
criticized criticize VERB VBD 0 root
Riga Riga PROPN NNP 3 obj B-LOC
)");
    CHECK(told.participants("attacked") == "agent Norwegian, agent troops, patient Riga");
    CHECK(told.participants("criticized") == "agent farmers, patient Riga");
}

TEST_CASE("an opposition leader acts for no state, and what befalls a part befalls its firm") {
    const Told told = tell(R"(
Norwegian norwegian ADJ JJ 3 amod B-GRP
opposition opposition NOUN NN 3 compound
leader leader NOUN NN 4 nsubj
criticized criticize VERB VBD 0 root
Riga Riga PROPN NNP 4 obj B-LOC

Equinor Equinor PROPN NNP 2 nsubj B-ORG
bought buy VERB VBD 0 root
the the DET DT 4 det
arm arm NOUN NN 2 obj
of of ADP IN 6 case
Telenor Telenor PROPN NNP 4 nmod B-ORG
)");
    CHECK(told.participants("criticized") == "agent leader, patient Riga");
    CHECK(told.participants("bought") == "agent Equinor, patient arm, patient Telenor");
}

TEST_CASE("whoever made what is rejected is rejected, the product that is sold is not") {
    const Told told = tell(R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
rejected reject VERB VBD 0 root
an a DET DT 4 det
offer offer NOUN NN 2 obj
by by ADP IN 6 case
Riga Riga PROPN NNP 4 nmod B-LOC
)");
    CHECK(told.participants("rejected") == "agent Oslo, patient offer, patient Riga");
    CHECK(told.participants("offer") == "agent Riga");
}

TEST_CASE("thousands of soldiers are soldiers") {
    const Told told = tell(R"(
Thousands thousand NOUN NNS 4 nsubj
of of ADP IN 3 case
soldiers soldier NOUN NNS 1 nmod
attacked attack VERB VBD 0 root
Riga Riga PROPN NNP 4 obj B-LOC
)");
    CHECK(told.participants("attacked") == "agent Thousands, agent soldiers, patient Riga");
}

TEST_CASE("each other makes every agent a patient") {
    const Told told = tell(R"(
Oslo Oslo PROPN NNP 4 nsubj B-LOC
and and CCONJ CC 3 cc
Riga Riga PROPN NNP 1 conj B-LOC
blamed blame VERB VBD 0 root
each each DET DT 4 obj
other other ADJ JJ 5 fixed
)");
    CHECK(told.participants("blamed") == "agent Oslo, agent Riga, patient Oslo, patient Riga");
}

TEST_CASE("a subject that the parser hung beside the other still acts") {
    const Told told = tell(R"(
Oslo Oslo PROPN NNP 4 nsubj B-LOC
and and CCONJ CC 4 cc
Riga Riga PROPN NNP 4 nsubj B-LOC
protested protest VERB VBD 0 root
)");
    CHECK(told.participants("protested") == "agent Oslo, agent Riga");
}

TEST_CASE("following and including are prepositions, and order what they govern") {
    const Told told = tell(R"(
The the DET DT 2 det
minister minister NOUN NN 3 nsubj
resigned resign VERB VBD 0 root
following follow VERB VBG 3 advcl
the the DET DT 6 det
defeat defeat NOUN NN 4 obj
)");
    CHECK_FALSE(told.has("following"));
    REQUIRE(told.extraction.orders.size() == 1);
    CHECK(told.extraction.events[told.extraction.orders[0].first.value].lemma == "defeat");
    CHECK(told.extraction.events[told.extraction.orders[0].second.value].lemma == "resign");
}

TEST_CASE("the opposition is a body of people, opposition to something is an event") {
    const Told told = tell(R"(
Riga Riga PROPN NNP 3 nmod:poss B-LOC
's 's PART POS 1 case
opposition opposition NOUN NN 4 nsubj
won win VERB VBD 0 root

Opposition opposition NOUN NN 5 nsubj
to to ADP IN 4 case
the the DET DT 4 det
law law NOUN NN 1 nmod
grew grow VERB VBD 0 root
)");
    CHECK_FALSE(told.has("opposition"));
    CHECK(told.has("Opposition"));
}

TEST_CASE("a speaker named once speaks the sentences that follow in quotation marks, until the paragraph ends") {
    const Told told = tell(R"(
“ “ PUNCT `` 3 punct
They they PRON PRP 3 nsubj
fled flee VERB VBD 7 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Berg Berg PROPN NNP 7 nsubj B-PER
said say VERB VBD 0 root
. . PUNCT . 7 punct

“ “ PUNCT `` 3 punct
They they PRON PRP 3 nsubj
lied lie VERB VBD 0 root
. . PUNCT . 3 punct

They they PRON PRP 2 nsubj
stole steal VERB VBD 0 root
. . PUNCT . 2 punct
” ” PUNCT '' 2 punct

Police police NOUN NNS 2 nsubj
left leave VERB VBD 0 root
)");
    CHECK(told.source("fled") == "Berg");
    CHECK(told.source("lied") == "Berg");
    CHECK(told.source("stole") == "Berg");
    CHECK(told.source("left") == "");
    CHECK(told.event("stole").quoted);
}

TEST_CASE("who says so is found at any depth, and each asks once") {
    std::string text = "Berg Berg PROPN NNP 2 nsubj B-PER\nsaid say VERB VBD 0 root\n";
    for (int i = 3; i < 400; ++i)
        text += "wept weep VERB VBD " + std::to_string(i - 1) + (i % 2 != 0 ? " ccomp\n" : " advcl\n");
    const Told told = tell(text);
    REQUIRE(told.extraction.events.size() == 398);
    for (std::size_t e = 1; e < told.extraction.events.size(); ++e)
        CHECK(told.extraction.events[e].attributed_to == told.extraction.events[1].attributed_to);
    CHECK(told.source("wept") == "Berg");
}

TEST_CASE("a thousand verbs that share a thousand subjects give each a bounded number of participants") {
    std::size_t before = 0;
    for (const int n : {500, 1000, 2000}) {
        std::string text = "Oslo Oslo PROPN NNP " + std::to_string(n + 1) + " nsubj B-LOC\n";
        for (int i = 2; i <= n; ++i)
            text += "Riga Riga PROPN NNP 1 conj B-LOC\n";
        text += "attacked attack VERB VBD 0 root\n";
        for (int i = 1; i < n; ++i)
            text += "attacked attack VERB VBD " + std::to_string(n + 1) + " conj\n";
        const Told told = tell(text);
        REQUIRE(told.extraction.events.size() == static_cast<std::size_t>(n));
        std::size_t participants = 0;
        for (const Event& event : told.extraction.events)
            participants += event.participants.size();
        CHECK(participants >= static_cast<std::size_t>(n));
        if (before != 0)
            CHECK(participants <= 2 * before + 64); // twice the text, twice the participants
        before = participants;
    }
}

TEST_CASE("a light verb carries no more than a few nouns") {
    std::string text = "Ministers minister NOUN NNS 2 nsubj\nheld hold VERB VBD 0 root\n";
    for (int i = 0; i < 1000; ++i)
        text += "talks talk NOUN NNS 2 obj\n";
    const Told told = tell(text);
    const auto led = std::count_if(told.extraction.events.begin(), told.extraction.events.end(),
                                   [](const Event& event) { return !event.participants.empty(); });
    CHECK(led <= 4);
}

TEST_CASE("circles, heads of other sentences and sentences without a root give events with evidence, or none") {
    for (const int shift : {1, 3, 7, 100}) {
        Told told = tell(R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
attacked attack VERB VBD 0 root
Riga Riga PROPN NNP 2 obj B-LOC
and and CCONJ CC 5 cc
fled flee VERB VBD 2 conj

He he PRON PRP 2 nsubj
said say VERB VBD 0 root
they they PRON PRP 4 nsubj
lied lie VERB VBD 2 ccomp
)");
        Document& document = told.document.document;
        for (std::uint32_t t = 0; t < document.tokens.size(); ++t)
            document.tokens[t].head = (t + static_cast<std::uint32_t>(shift)) %
                                      static_cast<std::uint32_t>(document.tokens.size() + (shift == 7 ? 5 : 0));
        const Extraction broken = events::extract(*told.document.article, document, {}, lexicons());
        for (const Event& event : broken.events) {
            CHECK(event.trigger.begin < event.trigger.end);
            CHECK(event.trigger.end <= told.document.article->text.size());
            for (const Participant& p : event.participants)
                CHECK(p.span.begin <= p.head.begin);
        }
    }
}

TEST_CASE("pronouns alone tell nothing") {
    const Told told = tell(R"(
He he PRON PRP 2 nsubj
it it PRON PRP 0 root
them they PRON PRP 2 obj
who who PRON WP 2 obl
)");
    CHECK(told.extraction.events.empty());
    CHECK(told.extraction.actors.empty());
}

TEST_CASE("ten thousand events of one name are told of one actor") {
    std::string text;
    for (int i = 0; i < 10'000; ++i)
        text += "Riga Riga PROPN NNP 2 nsubj B-LOC\nfled flee VERB VBD 0 root\n\n";
    const Told told = tell(text);
    REQUIRE(told.extraction.actors.size() == 1);
    CHECK(told.extraction.actors[0].mentions.size() == 10'000);
    CHECK(told.extraction.events.size() == 10'000);
}

TEST_CASE("a hundred quotations within each other are one") {
    std::string text;
    for (int i = 1; i <= 100; ++i)
        text += "“ “ PUNCT `` 102 punct\n";
    text += "They they PRON PRP 102 nsubj\nfled flee VERB VBD 0 root\n";
    for (int i = 1; i <= 100; ++i)
        text += "” ” PUNCT '' 102 punct\n";
    const Told told = tell(text);
    CHECK(told.event("fled").quoted);
    CHECK(told.source("fled") == "");
}

TEST_CASE("who stands behind what is said is the speaker, and \"who\" behind a comma is the noun before it") {
    const Told told = tell("He he PRON PRP 2 nsubj\nfled flee VERB VBD 4 ccomp\n, , PUNCT , 2 punct\n"
                           "said say VERB VBD 0 root\nthe the DET DT 6 det\nguards guard NOUN NNS 4 obj\n"
                           ", , PUNCT , 9 punct\nwho who PRON WP 9 nsubj\ncaught catch VERB VBD 4 parataxis\n"
                           "him he PRON PRP 9 obj\n");
    CHECK(told.participants("said") == "agent guards");
    CHECK(told.participants("caught") == "agent guards, patient him");
}

TEST_CASE("a participle that is the verb of its sentence acts") {
    const Told told = tell("Miners miner NOUN NNS 0 root\nmarched march VERB VBN 1 acl\nthrough through ADP IN 4 case\n"
                           "Oslo Oslo PROPN NNP 2 obl B-LOC\n. . PUNCT . 1 punct\n");
    CHECK(told.participants("marched").starts_with("agent Miners"));
    CHECK(told.event("marched").tense == Tense::past);
    const Told behind = tell("Norbank Norbank PROPN NNP 0 root B-ORG\n, , PUNCT , 4 punct\nthe the DET DT 4 det\n"
                             "bank bank NOUN NN 1 appos\n, , PUNCT , 6 punct\nfiled file VERB VBN 4 acl\n"
                             "for for ADP IN 8 case\nprotection protection NOUN NN 6 obl\n. . PUNCT . 1 punct\n");
    CHECK(behind.participants("filed") == "agent Norbank, topic protection");
}

TEST_CASE("an agent hung on a place is found behind a passive") {
    const Told told = tell("They they PRON PRP 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nflown fly VERB VBN 0 root\n"
                           "to to ADP IN 5 case\nsafety safety NOUN NN 3 obl\nby by ADP IN 7 case\n"
                           "soldiers soldier NOUN NNS 5 nmod\n");
    CHECK(told.participants("flown") == "agent soldiers, patient They, goal safety");
}

TEST_CASE("who goes on strike strikes, who goes on trial is tried") {
    const Told strike = tell("Miners miner NOUN NNS 2 nsubj\nwent go VERB VBD 0 root\non on ADP IN 4 case\n"
                             "strike strike NOUN NN 2 obl\n");
    CHECK_FALSE(strike.has("went"));
    CHECK(strike.participants("strike") == "agent Miners");
    const Told trial = tell("He he PRON PRP 2 nsubj\nwent go VERB VBD 0 root\non on ADP IN 4 case\n"
                            "trial trial NOUN NN 2 obl\n");
    CHECK(trial.participants("trial") == "patient He");
}

TEST_CASE("what one cites says so, and who cites is the source that is named") {
    const Told told =
        tell("Troops troops NOUN NNS 2 nsubj\nleft leave VERB VBD 0 root\naccording accord VERB VBG 5 case\n"
             "to to ADP IN 3 fixed\nReuters Reuters PROPN NNP 2 obl B-ORG\n, , PUNCT , 7 punct\n"
             "citing cite VERB VBG 2 advcl\nNATO NATO PROPN NNP 7 obj B-ORG\n");
    CHECK(told.source("left") == "NATO");
    CHECK(told.source("citing").empty());
    CHECK(told.participants("citing") == "agent Reuters, patient NATO");
}

TEST_CASE("a headline's infinitive is a plan") {
    const Told told = tell("Rivals rival NOUN NNS 3 nsubj\nto to PART TO 3 mark\nmeet meet VERB VB 0 root\n");
    CHECK(told.event("meet").factuality == Factuality::planned);
}

TEST_CASE("a frame has an intensity of its own, what is only ahead that of its class") {
    const Told told = tell("Norway Norway PROPN NNP 2 nsubj B-LOC\ncondemned condemn VERB VBD 0 root\n"
                           "Sweden Sweden PROPN NNP 2 obj B-LOC\n\n"
                           "They they PRON PRP 3 nsubj\nwill will AUX MD 3 aux\ndonate donate VERB VB 0 root\n"
                           "rice rice NOUN NN 3 obj\n\n"
                           "Oslo Oslo PROPN NNP 2 nsubj B-LOC\nslept sleep VERB VBD 0 root\n");
    CHECK(told.event("condemned").intensity == -3.5);
    CHECK(told.event("donate").intensity == goldstein(PloverType::agree));
    CHECK(told.event("slept").intensity == 0);
}

TEST_CASE("events of one article whose numbers differ are told apart") {
    constexpr std::string_view seven = R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
expelled expel VERB VBD 0 root
seven seven NUM CD 5 nummod
Latvian latvian ADJ JJ 5 amod
diplomats diplomat NOUN NNS 2 obj
. . PUNCT . 2 punct

Oslo Oslo PROPN NNP 2 nsubj B-LOC
expelled expel VERB VBD 0 root
COUNT count NUM CD 5 nummod
Latvian latvian ADJ JJ 5 amod
diplomats diplomat NOUN NNS 2 obj
. . PUNCT . 2 punct
)";
    const auto reports = [&](std::string_view count) {
        std::string sentences(seven);
        sentences.replace(sentences.find("COUNT"), 5, count);
        const Told told = tell(sentences);
        REQUIRE(told.extraction.events.size() == 2);
        return std::pair(told.extraction.events[0].report, told.extraction.events[1].report);
    };
    const auto [first, same] = reports("seven");
    CHECK(first == same);
    const auto [one, other] = reports("eight");
    CHECK(one != other);
}
