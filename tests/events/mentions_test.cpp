// Where names begin and end, when the language layer has cut them too short, too long, or not seen them.
#include "events/actors.hpp"

#include "tests/events/actor_lexicon.hpp"
#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using fasti::test::actor_lexicon;
using fasti::test::parsed;

namespace {

/// The actors of some sentences with their mentions: "Biden: Joe Biden | Biden; Jill Biden: Jill Biden".
std::string actors(std::string_view sentences) {
    const language::ConlluDocument document = parsed(sentences, "2019-05-14");
    const events::ActorIndex index = events::find_actors(*document.article, document.document, actor_lexicon());
    std::string out;
    for (const Actor& actor : index.actors) {
        out += (out.empty() ? "" : "; ") + actor.name + ":";
        for (const Mention& mention : actor.mentions)
            out += (out.back() == ':' ? " " : " | ") + std::string(document.document.words(mention.span));
    }
    return out;
}

} // namespace

TEST_CASE("small words and marks within a name keep it together") {
    CHECK(actors(R"(
Marta Marta PROPN NNP 5 nsubj B-PER
van van NOUN NN 1 flat
der der NOUN NN 1 flat
Velde Velde PROPN NNP 1 flat B-PER
resigned resign VERB VBD 0 root
. . PUNCT . 5 punct
)") == "Marta van der Velde: Marta van der Velde");
    CHECK(actors(R"(
President President PROPN NNP 3 nmod
Omar Omar PROPN NNP 6 nsubj
al al PROPN NNP 2 flat B-PER
- - PUNCT HYPH 5 punct I-PER
Hadi Hadi PROPN NNP 2 flat I-PER
resigned resign VERB VBD 0 root
. . PUNCT . 6 punct
)") == "Omar al - Hadi: President | Omar al - Hadi");
    CHECK(actors(R"(
Brandt Brandt PROPN NNP 4 nsubj B-PER
& & CCONJ CC 3 cc
Brandt Brandt PROPN NNP 1 conj B-PER
resigned resign VERB VBD 0 root
. . PUNCT . 4 punct
)") == "Brandt & Brandt: Brandt & Brandt");
}

TEST_CASE("an office within what was taken for one name leaves the person") {
    CHECK(actors(R"(
Danish danish PROPN NNP 5 compound B-ORG
Prime Prime PROPN NNP 5 compound I-ORG
Minister minister PROPN NNP 5 compound I-ORG
Marta Marta PROPN NNP 5 compound I-ORG
Velde Velde PROPN NNP 6 nsubj I-ORG
resigned resign VERB VBD 0 root
. . PUNCT . 6 punct
)") == "Denmark: Danish; Marta Velde: Prime Minister | Marta Velde");
}

TEST_CASE("capitals side by side within a low sentence are a name") {
    CHECK(actors(R"(
Lawmakers lawmaker NOUN NNS 2 nsubj
passed pass VERB VBD 0 root
the the DET DT 6 det
Harbour harbour NOUN NN 6 compound
Safety safety NOUN NN 6 compound
Act act NOUN NN 2 obj
. . PUNCT . 2 punct
)") == "Harbour Safety Act: Harbour Safety Act");
}

TEST_CASE("an office, a comma and a name that ends at a mark are one person") {
    CHECK(actors(R"(
It it PRON PRP 2 nsubj
dismissed dismiss VERB VBD 0 root
its its PRON PRP$ 5 nmod:poss
chief chief ADJ JJ 5 amod
executive executive NOUN NN 2 obj
, , PUNCT , 7 punct
Parag Parag PROPN NNP 2 parataxis
Velde Velde PROPN NNP 7 flat
. . PUNCT . 2 punct
)") == "Parag Velde: its chief executive | Parag Velde");
}

TEST_CASE("a low word in the middle of a place parts two places") {
    CHECK(actors(R"(
Norway Norway PROPN NNP 2 nsubj B-LOC
beat beat PROPN NNP 0 root I-LOC
Sweden Sweden PROPN NNP 2 obj I-LOC
. . PUNCT . 2 punct
)") == "Norway: Norway; Sweden: Sweden");
}

TEST_CASE("the genitive of many goes on into the name of their organisation") {
    CHECK(actors(R"(
The the DET DT 3 det
Farmers farmer PROPN NNPS 4 nmod:poss
' ' PART POS 2 case
Front front PROPN NNP 5 nsubj
marched march VERB VBD 0 root
. . PUNCT . 5 punct
)") == "Farmers ' Front: Farmers ' Front");
}

TEST_CASE("of two who bear a surname it is the one named before") {
    CHECK(actors(R"(
Joe Joe PROPN NNP 3 nsubj B-PER
Sandvik Sandvik PROPN NNP 1 flat I-PER
left leave VERB VBD 0 root
. . PUNCT . 3 punct

Sandvik Sandvik PROPN NNP 2 nsubj B-PER
smiled smile VERB VBD 0 root
. . PUNCT . 2 punct

Jill Jill PROPN NNP 3 nsubj B-PER
Sandvik Sandvik PROPN NNP 1 flat I-PER
stayed stay VERB VBD 0 root
. . PUNCT . 3 punct
)") == "Joe Sandvik: Joe Sandvik | Sandvik; Jill Sandvik: Jill Sandvik");
}

TEST_CASE("a capital is no person unless a person of that name is at hand") {
    CHECK(actors(R"(
Kyiv Kyiv PROPN NNP 3 nsubj:pass B-PER
was be AUX VBD 3 aux:pass
shelled shell VERB VBN 0 root
. . PUNCT . 3 punct
)")
              .starts_with("Kyiv: Kyiv"));
}
