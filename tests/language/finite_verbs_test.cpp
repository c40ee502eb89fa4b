// Verbs that the parser took for adjectives, over trees written by hand.
#include "language/finite_verbs.hpp"

#include "../events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

/// "form relation head" of each word after mending.
std::string mended(std::string_view tree) {
    auto given = test::parsed(tree);
    Document& document = given.document;
    language::mend_finite_verbs(document, document.sentences[0].tokens);
    std::string out;
    for (const Token& token : document.tokens) {
        out += (out.empty() ? "" : ", ") + std::string(document.word(token)) + ' ' +
               std::string(to_string(token.relation)) + ' ' +
               (token.head == Token::no_head ? "0" : std::to_string(token.head + 1));
    }
    return out;
}

} // namespace

TEST_CASE("a word with a subject and an auxiliary is the verb of its clause") {
    CHECK(mended("Since since ADP IN 2 case\nMonday Monday PROPN NNP 6 nmod\nshe she PRON PRP 5 nsubj\n"
                 "has have AUX VBZ 5 aux\npromised promise VERB VBN 6 amod\nrefunds refund NOUN NNS 0 root\n"
                 ". . PUNCT . 6 punct\n") ==
          "Since case 2, Monday obl 5, she nsubj 5, has aux 5, promised root 0, refunds obj 5, . punct 5");
}

TEST_CASE("a participle that describes a noun stays with it") {
    CHECK(mended("the the DET DT 3 det\npromised promise VERB VBN 3 amod\nrefunds refund NOUN NNS 0 root\n") ==
          "the det 3, promised amod 3, refunds root 0");
}
