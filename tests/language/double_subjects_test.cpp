// Verbs with two subjects in a row, over trees written by hand.
#include "language/double_subjects.hpp"

#include "tests/language/mended.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

std::string mended(std::string_view tree) {
    return test::mended(tree, language::mend_double_subjects);
}

} // namespace

TEST_CASE("of two subjects in a row the name acts, and what stands before it says who that is") {
    CHECK(
        mended("Renault Renault PROPN NNP 4 nsubj\nchairman chairman NOUN NN 1 flat\nSenard Senard PROPN NNP 4 nsubj\n"
               "resigned resign VERB VBD 0 root\n") ==
        "Renault compound 2, chairman nmod:desc 3, Senard nsubj 4, resigned root 0");
    CHECK(
        mended(
            "Chairman chairman NOUN NN 3 nsubj\nSenard Senard PROPN NNP 3 nsubj\nresigned resign VERB VBD 0 root\n") ==
        "Chairman nmod:desc 2, Senard nsubj 3, resigned root 0");
}

TEST_CASE("subjects of two verbs, or with a comma between them, stay as they are") {
    CHECK(mended("Oslo Oslo PROPN NNP 2 nsubj\nsays say VERB VBZ 0 root\nBergen Bergen PROPN NNP 4 nsubj\n"
                 "agreed agree VERB VBD 2 ccomp\n") == "Oslo nsubj 2, says root 0, Bergen nsubj 4, agreed ccomp 2");
    CHECK(mended("Oslo Oslo PROPN NNP 4 nsubj\n, , PUNCT , 4 punct\nBergen Bergen PROPN NNP 4 nsubj\n"
                 "agreed agree VERB VBD 0 root\n") == "Oslo nsubj 4, , punct 4, Bergen nsubj 4, agreed root 0");
}
