// Sentences in which the tagger has found no verb, with tags given by hand.
#include "language/verbless.hpp"

#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

namespace {

/// The words that are pasts after mending.
std::string pasts(std::string_view tree) {
    auto given = test::parsed(tree);
    Document& document = given.document;
    std::string found;
    for (const Sentence& sentence : document.sentences) {
        language::mend_verbless_tags(document, sentence.tokens);
        for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
            if (document.tokens[t].xpos == Xpos::vbd)
                found += (found.empty() ? "" : " ") + std::string(document.word(t));
    }
    return found;
}

} // namespace

TEST_CASE("a word that looks like a past is the verb of a sentence without one") {
    CHECK(pasts("Havana Havana PROPN NNP 3 compound\neased eased ADJ JJ 3 amod\ncurbs curb NOUN NNS 0 root\n"
                "on on ADP IN 5 case\ntravel travel NOUN NN 3 nmod\n. . PUNCT . 3 punct\n") == "eased");
    CHECK(pasts("Ukraine Ukraine PROPN NNP 2 compound\nshot shot NOUN NN 5 nsubj\ndown down ADP RP 5 case\n"
                "four four NUM CD 5 nummod\ndrones drone NOUN NNS 0 root\n. . PUNCT . 5 punct\n") == "shot");
}

TEST_CASE("a name with its number is somebody too") {
    CHECK(
        pasts(
            "London London PROPN NNP 3 nmod\n's 's PART POS 1 case\nFTSE FTSE PROPN NNP 5 nsubj\n100 100 NUM CD 3 "
            "flat\n"
            "gained gain VERB VBN 0 root\n21 21 NUM CD 7 nummod\npoints point NOUN NNS 5 obj\n. . PUNCT . 5 punct\n") ==
        "gained");
}

TEST_CASE("what is nothing but a past is the verb before a preposition too") {
    CHECK(pasts("The the DET DT 3 det\nplane plane NOUN NN 3 compound\nflew flew NOUN NN 0 root\n"
                "from from ADP IN 5 case\nOslo Oslo PROPN NNP 3 nmod\n. . PUNCT . 3 punct\n") == "flew");
}

TEST_CASE("a plural between a name and an infinitive wants it") {
    auto given = test::parsed("Intel Intel PROPN NNP 2 compound\nplans plan NOUN NNS 0 root\nto to PART TO 4 mark\n"
                              "grow grow VERB VB 2 acl\n. . PUNCT . 2 punct\n");
    language::mend_verbless_tags(given.document, given.document.sentences[0].tokens);
    CHECK(given.document.tokens[1].xpos == Xpos::vbz);
}

TEST_CASE("a sentence with a verb, a headline and a bare participle stay as they are") {
    CHECK(pasts("He he PRON PRP 2 nsubj\nsees see VERB VBZ 0 root\nno no DET DT 5 det\nmasked masked ADJ JJ 5 amod\n"
                "men man NOUN NNS 2 obj\n. . PUNCT . 2 punct\n")
              .empty());
    CHECK(pasts("Havana Havana PROPN NNP 3 compound\neased eased ADJ JJ 3 amod\ncurbs curb NOUN NNS 0 root\n"
                "on on ADP IN 5 case\ntravel travel NOUN NN 3 nmod\n")
              .empty());
    CHECK(
        pasts("Two two NUM CD 2 nummod\nmen man NOUN NNS 0 root\narrested arrest VERB VBN 2 acl\nin in ADP IN 5 case\n"
              "Oslo Oslo PROPN NNP 3 obl\n. . PUNCT . 2 punct\n")
            .empty());
}
