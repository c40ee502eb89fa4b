// Sentences: where they end, which lines belong together, and what kind each is.
#include "language/tokenizer.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace fasti;

namespace {

using Sentences = std::vector<std::string>;

Sentences sentences(std::string_view text) {
    Article article;
    article.text = text;
    const Document doc = language::tokenize(article);
    Sentences out;
    for (const Sentence& sentence : doc.sentences) {
        out.emplace_back(doc.words(sentence.span));
    }
    return out;
}

std::vector<SentenceKind> kinds(std::string_view text, std::string_view title = {}) {
    Article article;
    article.text = text;
    article.title = title;
    const Document doc = language::tokenize(article);
    std::vector<SentenceKind> out;
    for (const Sentence& sentence : doc.sentences) {
        out.push_back(sentence.kind);
    }
    return out;
}

} // namespace

TEST_CASE("abbreviations and initials do not end a sentence") {
    CHECK(sentences("Gen. Mark A. Doe of Acme Inc. met Mr. Roe in the U.S. Congress. He left.") ==
          Sentences{"Gen. Mark A. Doe of Acme Inc. met Mr. Roe in the U.S. Congress.", "He left."});
    CHECK(sentences("They flew to the U.S. The trip took a day.") ==
          Sentences{"They flew to the U.S.", "The trip took a day."});
    CHECK(sentences("It began at 5 p.m. Police came late. Fruit, e.g. The Orange, sold.") ==
          Sentences{"It began at 5 p.m.", "Police came late.", "Fruit, e.g. The Orange, sold."});
    CHECK(sentences("It opened Jan. 3 in Ponce, Fla. Nobody came.") ==
          Sentences{"It opened Jan. 3 in Ponce, Fla.", "Nobody came."});
}

TEST_CASE("closing marks belong to the sentence that they close") {
    CHECK(sentences("\"We won.\" \"They lost.\" (So it goes.) Good.") ==
          Sentences{"\"We won.\"", "\"They lost.\"", "(So it goes.)", "Good."});
    CHECK(sentences("“We won.” It rained.[17] He slept.") == Sentences{"“We won.”", "It rained.[17]", "He slept."});
    CHECK(sentences("\"Second paragraph of a quotation,\" she said. \"And its end.\"") ==
          Sentences{"\"Second paragraph of a quotation,\" she said.", "\"And its end.\""});
    CHECK(sentences("He stopped . '' `` Now , '' he said .") == Sentences{"He stopped . ''", "`` Now , '' he said ."});
}

TEST_CASE("a quotation goes on with its speaker") {
    CHECK(sentences("\"Why now?\" he asked. \"Who knows!\" Ms. Roe replied. \"Why?\" Nobody knew.") ==
          Sentences{"\"Why now?\" he asked.", "\"Who knows!\" Ms. Roe replied.", "\"Why?\"", "Nobody knew."});
}

TEST_CASE("dots that trail off end a sentence only before a capital") {
    CHECK(sentences("He waited ... and went. It was late... They left.") ==
          Sentences{"He waited ... and went.", "It was late...", "They left."});
}

TEST_CASE("names in small and capital letters begin sentences") {
    CHECK(sentences("Sales rose. iPhone prices fell. She shops at Yahoo! Japan today.") ==
          Sentences{"Sales rose.", "iPhone prices fell.", "She shops at Yahoo! Japan today."});
}

TEST_CASE("a place before the first sentence is a dateline") {
    CHECK(sentences("MOSCOW: The minister spoke.") == Sentences{"MOSCOW:", "The minister spoke."});
    CHECK(sentences("MOSCOW (AP) — The minister spoke.") == Sentences{"MOSCOW (AP) —", "The minister spoke."});
    CHECK(sentences("Kyiv, Oct. 3 (Agency) - The minister spoke.") ==
          Sentences{"Kyiv, Oct. 3 (Agency) -", "The minister spoke."});
    CHECK(sentences("PARIS, Texas -- The mayor spoke.") == Sentences{"PARIS, Texas --", "The mayor spoke."});
    CHECK(sentences("Winners: Doe and Roe.") == Sentences{"Winners: Doe and Roe."});
    CHECK(sentences("The plan (as drawn) - it was old - failed.").size() == 1);
}

TEST_CASE("a date between headline and lead stands alone") {
    CHECK(sentences("Team wins cup Tuesday, June 9, 2015 The team won.") ==
          Sentences{"Team wins cup", "Tuesday, June 9, 2015", "The team won."});
    CHECK(sentences("They met on Tuesday, June 9, 2015, in Rome.").size() == 1);
}

TEST_CASE("lines of a wrapped text belong together, other lines do not") {
    const std::string_view wrapped = "The delegates of the two countries met in the capital on the second day\n"
                                     "of the talks and agreed to go on with them in the spring. The Prime\n"
                                     "Minister said that he was content with the result, and that he hoped for\n"
                                     "more. Nobody else spoke.\n"
                                     "\n"
                                     "The next meeting will be held in a city that has not been chosen yet, a\n"
                                     "spokesman said.\n";
    CHECK(sentences(wrapped).size() == 4);
    const std::string_view lines = "Headline of the article\n"
                                   "June 9, 2015\n"
                                   "The first sentence stands on its own line and is long enough to fill it.\n"
                                   "A second one follows.\n"
                                   "A third one, too, which is somewhat longer than the second one before it.\n";
    CHECK(sentences(lines).size() == 5);
}

TEST_CASE("each sentence has its kind") {
    using K = SentenceKind;
    CHECK(kinds("Ministers Meet in Rome\nWednesday, October 20, 2021\nThe ministers met in Rome for a day.\n") ==
          std::vector{K::headline, K::dateline, K::prose});
    CHECK(kinds("They spoke for a while.\n\nBackground\n\n• the first point\n• the second point\n\n1. A third.") ==
          std::vector{K::prose, K::fragment, K::list_item, K::list_item, K::list_item});
    CHECK(kinds("They spoke for a while.\nWill They Meet?\nPerhaps they will.", "Will They Meet?") ==
          std::vector{K::prose, K::headline, K::prose});
    CHECK(kinds("(Interfax) - The minister spoke at length.") == std::vector{K::dateline, K::prose});
    CHECK(kinds("MOSCOW: The minister spoke at length.") == std::vector{K::dateline, K::prose});
}

TEST_CASE("a sentence that lies mostly in furniture is marked") {
    Article article;
    article.text = "They met. Read more here.";
    article.furniture = {{{10, 25}, FurnitureKind::read_also}};
    const Document doc = language::tokenize(article);
    REQUIRE(doc.sentences.size() == 2);
    CHECK_FALSE(doc.sentences[0].furniture);
    CHECK(doc.sentences[1].furniture);
}
