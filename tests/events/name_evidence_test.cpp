// What the words beside a name tell of its kind, where the language layer is silent or wrong.
#include "events/actors.hpp"

#include "tests/events/actor_lexicon.hpp"
#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using fasti::test::actor_lexicon;
using fasti::test::parsed;

namespace {

/// The types of the actors of some sentences, by name: "Orkla organization, Moe person".
std::string kinds(std::string_view sentences) {
    const language::ConlluDocument document = parsed(sentences, "2019-05-14");
    const events::ActorIndex index = events::find_actors(*document.article, document.document, actor_lexicon());
    std::string out;
    for (const Actor& actor : index.actors)
        out += (out.empty() ? "" : ", ") + actor.name + " " + std::string(to_string(actor.type));
    return out;
}

} // namespace

TEST_CASE("a title within a run of proper nouns makes a person of the rest") {
    CHECK(kinds(R"(
Secretary secretary PROPN NNP 2 compound
Brekke Brekke PROPN NNP 3 nsubj
resigned resign VERB VBD 0 root
. . PUNCT . 3 punct
)") == "Brekke person");
    CHECK(kinds(R"(
Justice justice PROPN NNP 2 compound
Department department PROPN NNP 3 nsubj
sued sue VERB VBD 0 root
. . PUNCT . 3 punct
)") == "Justice Department organization");
}

TEST_CASE("who is a person, and what has shares is a firm, whatever the name looks like") {
    CHECK(kinds(R"(
Orkla Orkla PROPN NNP 3 nmod:poss B-PER
's 's PART POS 1 case
shares share NOUN NNS 4 nsubj
fell fall VERB VBD 0 root
. . PUNCT . 4 punct
)") == "Orkla organization");
    CHECK(kinds(R"(
Tromso Tromso PROPN NNP 6 nsubj B-LOC
, , PUNCT , 4 punct
who who PRON WP 4 nsubj
won win VERB VBD 1 acl:relcl
, , PUNCT , 4 punct
smiled smile VERB VBD 0 root
. . PUNCT . 6 punct
)") == "Tromso person");
    CHECK(kinds(R"(
Smit Smit PROPN NNP 2 compound B-PER
Salvage Salvage PROPN NNP 3 nsubj I-PER
towed tow VERB VBD 0 root
the the DET DT 5 det
tanker tanker NOUN NN 3 obj
Braer Braer PROPN NNP 5 appos B-LOC
. . PUNCT . 3 punct
)") == "Smit Salvage organization, Braer other");
}

TEST_CASE("a place is told by 'in' where a person is doubtful, but one has confidence in persons") {
    CHECK(kinds(R"(
It it PRON PRP 2 nsubj
rained rain VERB VBD 0 root
in in ADP IN 4 case
Narvik Narvik PROPN NNP 2 obl B-PER
. . PUNCT . 2 punct
)") == "Narvik place");
    CHECK(kinds(R"(
Voters voter NOUN NNS 2 nsubj
lost lose VERB VBD 0 root
confidence confidence NOUN NN 2 obj
in in ADP IN 5 case
Narvik Narvik PROPN NNP 3 nmod B-PER
. . PUNCT . 2 punct
)") == "Narvik person");
}
