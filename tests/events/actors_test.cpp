// Which words of an article stand for which actor, sieve by sieve.
#include "events/actors.hpp"

#include "tests/events/actor_lexicon.hpp"
#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace fasti;
using fasti::test::actor_lexicon;
using fasti::test::parsed;

namespace {

struct Found {
    language::ConlluDocument document;
    events::ActorIndex index;

    /// "name: mention | mention" of the actor with this name, "" when there is none.
    std::string mentions(std::string_view name) const {
        std::string line;
        for (const Actor& actor : index.actors)
            if (actor.name == name)
                for (const Mention& mention : actor.mentions)
                    line += (line.empty() ? "" : " | ") + std::string(document.document.words(mention.span));
        return line;
    }
    const Actor& actor(std::string_view name) const {
        for (const Actor& actor : index.actors)
            if (actor.name == name)
                return actor;
        FAIL("no actor " << name);
        return index.actors.front();
    }
    /// Name of the actor that the n-th token stands for.
    std::string at(std::uint32_t token) const {
        const ActorId id = index.at_token(token);
        return id.valid() ? index.actors[id.value].name : "";
    }
};

Found find(std::string_view sentences, std::string_view published = "2019-05-14") {
    Found found{parsed(sentences, published), {}};
    found.index = events::find_actors(*found.document.article, found.document.document, actor_lexicon());
    return found;
}

constexpr std::string_view transport = R"(
Norway Norway PROPN NNP 4 nmod:poss B-LOC
's 's PART POS 1 case
transport transport NOUN NN 4 compound
chief chief NOUN NN 5 nsubj
praised praise VERB VBD 0 root
the the DET DT 8 det
Danish Danish ADJ JJ 8 amod
plan plan NOUN NN 5 obj
. . PUNCT . 5 punct

Transport transport NOUN NN 2 compound
Minister minister NOUN NN 3 compound
Kari Kari PROPN NNP 5 nsubj B-PER
Nilsen Nilsen PROPN NNP 3 flat I-PER
said say VERB VBD 0 root
she she PRON PRP 7 nsubj
met meet VERB VBD 5 ccomp
her her PRON PRP$ 10 nmod:poss
Danish Danish ADJ JJ 10 amod
counterpart counterpart NOUN NN 7 obj
. . PUNCT . 5 punct

Nilsen Nilsen PROPN NNP 2 nsubj B-PER
left leave VERB VBD 0 root
. . PUNCT . 2 punct
)";

} // namespace

TEST_CASE("what was renamed is one actor, and what is only called so is not") {
    const auto renamed = find(R"(
Mobitel Mobitel PROPN NNP 3 nsubj:pass B-ORG
was be AUX VBD 3 aux:pass
renamed rename VERB VBN 0 root
to to ADP IN 5 case
Sudani Sudani PROPN NNP 3 obl B-ORG
. . PUNCT . 3 punct

Sudani Sudani PROPN NNP 2 nsubj B-ORG
grew grow VERB VBD 0 root
. . PUNCT . 2 punct
)");
    CHECK(renamed.index.actors.size() == 1);
    CHECK(renamed.at(0) == renamed.at(6));
    const auto itself = find(R"(
Zain Zain PROPN NNP 2 nsubj B-ORG
renamed rename VERB VBD 0 root
Mobitel Mobitel PROPN NNP 2 obj B-ORG
. . PUNCT . 2 punct
)");
    CHECK(itself.at(0) != itself.at(2));
}

TEST_CASE("a title, a description before the name, a surname and a pronoun are one person") {
    const Found found = find(transport);
    CHECK(found.mentions("Kari Nilsen") ==
          "Norway 's transport chief | Transport Minister | Kari Nilsen | she | her | Nilsen");
    const Actor& minister = found.actor("Kari Nilsen");
    CHECK(minister.type == ActorType::person);
    CHECK(minister.country == "NOR");
    CHECK(minister.roles == std::vector<std::string>{"transport chief", "Transport Minister"});
    CHECK(minister.aliases == std::vector<std::string>{"Nilsen"});
}

TEST_CASE("the state's name and its adjective are the state, and never its minister") {
    const Found found = find(transport);
    CHECK(found.mentions("Norway") == "Norway");
    CHECK(found.mentions("Denmark") == "Danish | Danish");
    CHECK(found.actor("Denmark").state);
    CHECK(found.actor("Denmark").country == "DNK");
}

TEST_CASE("a capital is the state where the verb asks for an actor and a place elsewhere") {
    const Found found = find(R"(
Oslo Oslo PROPN NNP 2 nsubj B-LOC
responded respond VERB VBD 0 root
. . PUNCT . 2 punct

Talks talk NOUN NNS 4 nsubj
with with ADP IN 3 case
Oslo Oslo PROPN NNP 1 nmod B-LOC
failed fail VERB VBD 0 root
in in ADP IN 6 case
Oslo Oslo PROPN NNP 4 obl B-LOC
. . PUNCT . 4 punct
)");
    CHECK(found.mentions("Norway") == "Oslo | Oslo");
    CHECK(found.mentions("Oslo") == "Oslo");
    CHECK(found.actor("Oslo").type == ActorType::place);
    CHECK_FALSE(found.actor("Oslo").state);
    CHECK(found.at(0) == "Norway");
    CHECK(found.at(8) == "Oslo");
}

TEST_CASE("authorities and the government of a state are the state; some of its citizens are not") {
    const Found found = find(R"(
Finnish Finnish ADJ JJ 2 amod
authorities authority NOUN NNS 3 nsubj
expelled expel VERB VBD 0 root
three three NUM CD 6 nummod
Finnish Finnish ADJ JJ 6 amod
officials official NOUN NNS 3 obj
and and CCONJ CC 8 cc
Finns Finn PROPN NNPS 6 conj
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("Finland") == "Finnish authorities | Finnish | Finnish");
    CHECK(found.at(1) == "Finland");
    CHECK(found.at(5).empty());
    CHECK(found.actor("Finns").type == ActorType::group);
}

TEST_CASE("two states that are named together are found by one phrase") {
    const Found found = find(R"(
Norway Norway PROPN NNP 4 nsubj B-LOC
and and CCONJ CC 3 cc
Denmark Denmark PROPN NNP 1 conj B-LOC
met meet VERB VBD 0 root
. . PUNCT . 4 punct

The the DET DT 3 det
two two NUM CD 3 nummod
countries country NOUN NNS 4 nsubj
agreed agree VERB VBD 0 root
. . PUNCT . 4 punct
)");
    const std::span<const ActorId> both = found.index.together_at(7);
    REQUIRE(both.size() == 2);
    CHECK(found.index.actors[both[0].value].name == "Norway");
    CHECK(found.index.actors[both[1].value].name == "Denmark");
    CHECK(found.at(7).empty());
}

TEST_CASE("a short form is its long form, unless it is another actor itself") {
    const Found found = find(R"(
Halden Halden PROPN NNP 2 compound B-ORG
Inc. Inc. PROPN NNP 3 nsubj I-ORG
sold sell VERB VBD 0 root
the the DET DT 6 det
Halden Halden PROPN NNP 6 compound
Falcon Falcon PROPN NNP 3 obj
700 700 NUM CD 6 nummod
. . PUNCT . 3 punct

Halden Halden PROPN NNP 2 nsubj B-ORG
praised praise VERB VBD 0 root
the the DET DT 4 det
700 700 PROPN NNP 2 obj
. . PUNCT . 2 punct
)");
    CHECK(found.mentions("Halden Inc.") == "Halden Inc. | Halden");
    CHECK(found.mentions("Halden Falcon 700") == "Halden Falcon 700 | 700");
}

TEST_CASE("a product is named in the singular, whatever comes first") {
    const Found found = find(R"(
FlyPods FlyPod PROPN NNPS 2 nsubj
sold sell VERB VBD 0 root
. . PUNCT . 2 punct

The the DET DT 2 det
FlyPod FlyPod PROPN NNP 3 nsubj
grew grow VERB VBD 0 root
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("FlyPod") == "FlyPods | FlyPod");
}

TEST_CASE("an acronym is the organisation whose initials it has") {
    const Found found = find(R"(
The the DET DT 4 det
Nordic Nordic PROPN NNP 4 compound B-ORG
Rail Rail PROPN NNP 4 compound I-ORG
Agency Agency PROPN NNP 5 nsubj I-ORG
warned warn VERB VBD 0 root
. . PUNCT . 5 punct

The the DET DT 2 det
NRA NRA PROPN NNP 3 nsubj B-ORG
said say VERB VBD 0 root
so so ADV RB 3 advmod
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("Nordic Rail Agency") == "Nordic Rail Agency | NRA");
}

TEST_CASE("a description stands for the named actor of its class mentioned last") {
    const Found found = find(R"(
The the DET DT 4 det
budget budget NOUN NN 3 compound
airline airline NOUN NN 4 compound
Skybird Skybird PROPN NNP 5 nsubj B-ORG
grew grow VERB VBD 0 root
. . PUNCT . 5 punct

The the DET DT 2 det
airline airline NOUN NN 3 nsubj
hired hire VERB VBD 0 root
pilots pilot NOUN NNS 3 obj
. . PUNCT . 3 punct

The the DET DT 2 det
court court NOUN NN 3 nsubj
agreed agree VERB VBD 0 root
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("Skybird") == "budget airline | Skybird | airline");
    CHECK(found.at(12).empty());
}

TEST_CASE("a pronoun goes to who fits in gender and number, not to the nearest name") {
    const Found found = find(R"(
Maria Maria PROPN NNP 2 nsubj B-PER
thanked thank VERB VBD 0 root
Peter Peter PROPN NNP 2 obj B-PER
. . PUNCT . 2 punct

She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
. . PUNCT . 2 punct

He he PRON PRP 2 nsubj
stayed stay VERB VBD 0 root
. . PUNCT . 2 punct
)");
    CHECK(found.mentions("Maria") == "Maria | She");
    CHECK(found.mentions("Peter") == "Peter | He");
}

TEST_CASE("a dummy it, and an it that only persons precede, stand for nobody") {
    const Found found = find(R"(
Maria Maria PROPN NNP 2 nsubj B-PER
left leave VERB VBD 0 root
. . PUNCT . 2 punct

It it PRON PRP 3 expl
is be AUX VBZ 3 cop
clear clear ADJ JJ 0 root
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
worked work VERB VBD 3 csubj
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("Maria") == "Maria");
}

TEST_CASE("who and which stand for what their clause describes") {
    const Found found = find(R"(
Skybird Skybird PROPN NNP 5 nsubj B-ORG
, , PUNCT , 4 punct
which which PRON WDT 4 nsubj
grew grow VERB VBD 1 acl:relcl
hired hire VERB VBD 0 root
Maria Maria PROPN NNP 5 obj B-PER
, , PUNCT , 9 punct
who who PRON WP 9 nsubj
flies fly VERB VBZ 6 acl:relcl
. . PUNCT . 5 punct
)");
    CHECK(found.mentions("Skybird") == "Skybird | which");
    CHECK(found.mentions("Maria") == "Maria | who");
}

TEST_CASE("I is the one who says it") {
    const Found found = find(R"(
" " PUNCT `` 3 punct
I I PRON PRP 3 nsubj
agree agree VERB VBP 0 root
, , PUNCT , 3 punct
" " PUNCT '' 3 punct
said say VERB VBD 3 parataxis
Maria Maria PROPN NNP 6 nsubj B-PER
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("Maria") == "I | Maria");
}

TEST_CASE("the office that the dictionaries know is the one held when the article was published") {
    constexpr std::string_view sentence = R"(
Tony Tony PROPN NNP 3 nsubj B-PER
Blair Blair PROPN NNP 1 flat I-PER
spoke speak VERB VBD 0 root
. . PUNCT . 3 punct
)";
    CHECK(find(sentence, "2003-03-18").actor("Tony Blair").country == "GBR");
    CHECK(find(sentence, "2013-03-18").actor("Tony Blair").country.empty());
}

TEST_CASE("sentences without trees give names, and none of these is empty or broken") {
    Found found{parsed(transport), {}};
    found.document.document.parsed = false;
    for (Token& token : found.document.document.tokens)
        token.head = Token::no_head;
    found.index = events::find_actors(*found.document.article, found.document.document, actor_lexicon());
    CHECK(found.mentions("Kari Nilsen") == "Kari Nilsen | Nilsen");
}

TEST_CASE("only pronouns, a circle of heads, and no words at all give no actors and no harm") {
    CHECK(find("He he PRON PRP 2 nsubj\nsaw see VERB VBD 0 root\nhim he PRON PRP 2 obj\n").index.actors.empty());
    Found found = find(transport);
    for (std::uint32_t t = 0; t < found.document.document.tokens.size(); ++t)
        found.document.document.tokens[t].head =
            (t * 7 + 3) % static_cast<std::uint32_t>(found.document.document.tokens.size());
    const events::ActorIndex index =
        events::find_actors(*found.document.article, found.document.document, actor_lexicon());
    for (const Actor& actor : index.actors)
        for (const Mention& mention : actor.mentions)
            CHECK_FALSE(found.document.document.words(mention.span).empty());
    const Article empty;
    CHECK(events::find_actors(empty, Document{}, actor_lexicon()).actors.empty());
}

TEST_CASE("ten thousand mentions of one name are one actor") {
    std::string sentences;
    for (int i = 0; i < 10000; ++i)
        sentences += "Skybird Skybird PROPN NNP 2 nsubj B-ORG\nsaid say VERB VBD 0 root\nit it PRON PRP 4 nsubj\ngrew "
                     "grow VERB VBD 2 ccomp\n. . PUNCT . 2 punct\n\n";
    const Found found = find(sentences);
    REQUIRE(found.index.actors.size() == 1);
    CHECK(found.index.actors[0].mentions.size() == 20000);
}

TEST_CASE("a well-known institution is one actor under its several names") {
    const Found found = find(R"(
The the DET DT 3 det
Federal Federal PROPN NNP 3 compound B-ORG
Reserve Reserve PROPN NNP 4 nsubj I-ORG
met meet VERB VBD 0 root
. . PUNCT . 4 punct

Traders trader NOUN NNS 2 nsubj
watched watch VERB VBD 0 root
the the DET DT 4 det
Fed Fed PROPN NNP 2 obj
and and CCONJ CC 6 cc
EADS EADS NOUN NN 4 conj
. . PUNCT . 2 punct
)");
    CHECK(found.mentions("Federal Reserve") == "Federal Reserve | Fed");
    CHECK(found.mentions("EADS") == "EADS");
    // So that another article's long name finds it.
    CHECK(found.actor("EADS").aliases == std::vector<std::string>{"European Aeronautic Defence and Space Company"});
}

TEST_CASE("'the airline' is the airline, though a maker of planes was named last") {
    const Found found = find(R"(
Northern Northern PROPN NNP 2 compound B-ORG
Airlines Airlines PROPN NNPS 3 nsubj I-ORG
called call VERB VBD 0 root
Boeing Boeing PROPN NNP 3 obj B-ORG
. . PUNCT . 3 punct

The the DET DT 2 det
airline airline NOUN NN 3 nsubj
paid pay VERB VBD 0 root
the the DET DT 6 det
plane plane NOUN NN 6 compound
maker maker NOUN NN 3 obj
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("Northern Airlines") == "Northern Airlines | airline");
    CHECK(found.mentions("Boeing") == "Boeing | plane maker");
}

TEST_CASE("a model is known by its number, and initials joined by '&' are a name") {
    const Found found = find(R"(
Boeing Boeing PROPN NNP 2 nsubj B-ORG
showed show VERB VBD 0 root
the the DET DT 5 det
787 787 NUM CD 5 nummod
Dreamliner Dreamliner PROPN NNP 2 obj
. . PUNCT . 2 punct

The the DET DT 2 det
787 787 NUM CD 3 nsubj
flew fly VERB VBD 0 root
as as SCONJ IN 6 mark
T&B t&b NOUN NN 6 nsubj
fell fall VERB VBD 3 advcl
. . PUNCT . 3 punct
)");
    CHECK(found.mentions("787 Dreamliner") == "787 Dreamliner | 787");
    CHECK(found.mentions("T&B") == "T&B");
}

TEST_CASE("a number that comes back behind a name is that of a model, and the plane may be it") {
    const Found found = find(R"(
The the DET DT 4 det
Boeing Boeing PROPN NNP 4 compound
787 787 NUM CD 4 nummod
Dreamliner Dreamliner PROPN NNP 5 nsubj
flew fly VERB VBD 0 root
. . PUNCT . 5 punct

The the DET DT 2 det
plane plane NOUN NN 3 nsubj
landed land VERB VBD 0 root
. . PUNCT . 3 punct

Boeing Boeing PROPN NNP 2 nsubj
sold sell VERB VBD 0 root
the the DET DT 5 det
first first ADJ JJ 5 amod
787 787 NUM CD 2 obj
. . PUNCT . 2 punct

A a DET DT 3 det
Boeing Boeing PROPN NNP 3 compound
787 787 NUM CD 4 nsubj
left leave VERB VBD 0 root
. . PUNCT . 4 punct
)");
    CHECK(found.mentions("Boeing 787 Dreamliner") == "Boeing 787 Dreamliner | plane | Boeing 787");
    CHECK(found.mentions("Boeing") == "Boeing");
}

TEST_CASE("the field of an office belongs to it, though the tree takes it for the subject") {
    const Found found = find(R"(
Trade trade NOUN NN 5 nsubj
Minister minister NOUN NN 1 appos
Kari Kari PROPN NNP 2 flat B-PER
Nilsen Nilsen PROPN NNP 3 flat I-PER
left leave VERB VBD 0 root
. . PUNCT . 5 punct
)");
    CHECK(found.actor("Kari Nilsen").roles == std::vector<std::string>{"Trade Minister"});
}

TEST_CASE(
    "who is named with his deputy owns the deputy; who was named right before is meant, however often others were") {
    const Found found = find(R"(
Nils Nils PROPN NNP 2 nsubj B-PER
left leave VERB VBD 0 root
. . PUNCT . 2 punct

Peter Peter PROPN NNP 7 nsubj B-PER
and and CCONJ CC 4 cc
his he PRON PRP$ 4 nmod:poss
deputy deputy NOUN NN 1 conj
were be AUX VBD 7 aux
then then ADV RB 7 advmod
freed free VERB VBN 0 root
. . PUNCT . 7 punct
)");
    CHECK(found.mentions("Peter") == "Peter | his");
    CHECK(found.mentions("Nils") == "Nils");
}

TEST_CASE("some of those who were there are not the ceremony, and 'it was his visit' is nobody") {
    const Found found = find(R"(
Nils Nils PROPN NNP 2 nsubj B-PER
attended attend VERB VBD 0 root
the the DET DT 4 det
summit summit NOUN NN 2 obj
, , PUNCT , 8 punct
among among ADP IN 7 case
them they PRON PRP 8 nmod
Peter Peter PROPN NNP 4 appos B-PER
. . PUNCT . 2 punct

Telenor Telenor PROPN NNP 2 nsubj B-ORG
agreed agree VERB VBD 0 root
. . PUNCT . 2 punct

It it PRON PRP 4 nsubj
was be AUX VBD 4 cop
his he PRON PRP$ 4 nmod:poss
visit visit NOUN NN 0 root
. . PUNCT . 4 punct
)");
    CHECK(found.mentions("Peter").find("summit") == std::string::npos);
    CHECK(found.mentions("Telenor") == "Telenor");
}
