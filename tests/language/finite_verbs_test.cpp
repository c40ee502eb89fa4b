// Verbs that the parser took for adjectives, over trees written by hand.
#include "language/finite_verbs.hpp"

#include "tests/language/mended.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

std::string mended(std::string_view tree) {
    return test::mended(tree, language::mend_finite_verbs);
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
