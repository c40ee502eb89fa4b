// Clauses of what is said, over trees as the parser makes them, written by hand.
#include "language/reported_clauses.hpp"

#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

/// "5 ccomp 2": the word with this number after mending, and its head's number.
std::string mended(std::string_view tree, std::uint32_t word) {
    auto given = test::parsed(tree);
    Document& document = given.document;
    for (const Sentence& sentence : document.sentences) {
        language::mend_reported_clauses(document, sentence.tokens);
    }
    const Token& token = document.tokens[word - 1];
    return std::string(to_string(token.relation)) + ' ' +
           (token.head == Token::no_head ? "0" : std::to_string(token.head + 1));
}

constexpr std::string_view on_monday =
    "Norway Norway PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\n"
    "on on ADP IN 4 case\nMonday Monday PROPN NNP 2 obl\n"
    "that that PRON WDT 8 obj\nSweden Sweden PROPN NNP 8 nsubj\n"
    "had have AUX VBD 8 aux\ndenied deny VERB VBN 4 acl:relcl\nit it PRON PRP 8 obj\n";

} // namespace

TEST_CASE("a clause hung on the day that something was said is what was said") {
    CHECK(mended(on_monday, 8) == "ccomp 2");
    CHECK(mended(on_monday, 5) == "mark 8");
}

TEST_CASE("a relative clause without a subject of its own stays one") {
    CHECK(mended("She she PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\non on ADP IN 5 case\na a DET DT 5 det\n"
                 "day day NOUN NN 2 obl\nthat that PRON WDT 7 nsubj\npassed pass VERB VBD 5 acl:relcl\n",
                 7) == "acl:relcl 5");
}

TEST_CASE("a relative clause of a paper stays one, one of a hearer does not") {
    CHECK(mended("He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nin in ADP IN 5 case\na a DET DT 5 det\n"
                 "letter letter NOUN NN 2 obl\nthat that PRON WDT 8 obj\nReuters Reuters PROPN NNP 8 nsubj\n"
                 "saw see VERB VBD 5 acl:relcl\n",
                 8) == "acl:relcl 5");
    CHECK(mended("He he PRON PRP 2 nsubj\ntold tell VERB VBD 0 root\nus we PRON PRP 2 iobj\nthat that PRON WDT 6 obj\n"
                 "they they PRON PRP 6 nsubj\nleft leave VERB VBD 3 acl:relcl\n",
                 6) == "ccomp 2");
}

TEST_CASE("what stands before who says it is what is said") {
    constexpr std::string_view hit = "Shells shell NOUN NNS 2 nsubj\nhit hit VERB VBD 7 advcl\nthe the DET DT 4 det\n"
                                     "town town NOUN NN 2 obj\n, , PUNCT , 2 punct\n"
                                     "Interfax Interfax PROPN NNP 7 nsubj\nreported report VERB VBD 0 root\n";
    CHECK(mended(hit, 2) == "ccomp 7");
    CHECK(mended(
              "When when ADV WRB 3 advmod\nthey they PRON PRP 3 nsubj\nmet meet VERB VBD 6 advcl\n, , PUNCT , 3 punct\n"
              "Berg Berg PROPN NNP 6 nsubj\nsaid say VERB VBD 0 root\nso so ADV RB 6 advmod\n",
              3) == "advcl 6");
}
