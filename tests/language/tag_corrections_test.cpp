// Tags that cannot be, over tagged words written by hand.
#include "language/tag_corrections.hpp"

#include "../events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

/// The tags of a sentence after correction, as of words that no lexicon knows: "NNS VBD".
std::string corrected(std::string_view words) {
    auto given = test::parsed(words);
    Document& document = given.document;
    std::vector<language::WordAtoms> atoms;
    language::make_atoms(document, document.sentences[0].tokens, nullptr, atoms);
    language::correct_tags(document, document.sentences[0].tokens, atoms);
    std::string out;
    for (const Token& token : document.tokens) {
        out += (out.empty() ? "" : " ") + std::string(to_string(token.xpos));
    }
    return out;
}

} // namespace

TEST_CASE("a capitalised stranger in front of a sentence is no pronoun") {
    CHECK(corrected("Xi xi PRON PRP 2 nsubj\nurged urge VERB VBD 0 root\nrestraint restraint NOUN NN 2 obj\n") ==
          "NNP VBD NN");
    CHECK(corrected("he he PRON PRP 2 nsubj\nurged urge VERB VBD 0 root\n") == "PRP VBD");
}

TEST_CASE("two finite verbs do not follow each other, and what is past alone is no participle") {
    CHECK(corrected("Zenda Zenda PROPN NNP 2 nsubj\nshares share VERB VBZ 0 root\nfell fall VERB VBN 2 acl\n") ==
          "NNP NNS VBD");
    CHECK(corrected("she she PRON PRP 2 nsubj\nsays say VERB VBZ 0 root\nlosses loss NOUN NNS 4 nsubj\n"
                    "grew grow VERB VBD 2 ccomp\n") == "PRP VBZ NNS VBD");
    CHECK(corrected("the the DET DT 3 det\nstolen steal VERB VBN 3 amod\ndata datum NOUN NNS 0 root\n") ==
          "DT VBN NNS");
}

TEST_CASE("behind 'have' stands a participle, and behind a verb and a preposition a noun") {
    CHECK(corrected("ties tie NOUN NNS 3 nsubj\nhave have AUX VBP 3 aux\nsunk sunk ADJ JJ 0 root\nto to ADP IN 6 case\n"
                    "War War PROPN NNP 6 compound\nlows low VERB VBZ 3 advcl\n") == "NNS VBP VBN IN NNP NNS");
    CHECK(corrected("the the DET DT 2 det\nman man NOUN NN 5 nsubj\nin in ADP IN 4 case\nblack black ADJ JJ 2 nmod\n"
                    "runs run VERB VBZ 0 root\n") == "DT NN IN JJ VBZ");
}

TEST_CASE("prepositions that are rare in common texts are no verbs") {
    CHECK(corrected("prices price NOUN NNS 2 nsubj\nrose rise VERB VBD 0 root\namid amid VERB VBD 2 ccomp\n"
                    "fears fear NOUN NNS 3 obj\n") == "NNS VBD IN NNS");
}
