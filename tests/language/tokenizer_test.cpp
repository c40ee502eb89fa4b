// Tokens: the conventions of UD English, spans that are true, and cost that stays linear.
#include "language/tokenizer.hpp"

#include "language/word_scanner.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace fasti;

namespace {

/// The tokens of one line, joined by blanks.
std::string tokens(std::string_view text) {
    std::vector<Token> found;
    language::scan_words(text, {0, static_cast<std::uint32_t>(text.size())}, found);
    std::string out;
    for (const Token& token : found) {
        out += out.empty() ? "" : " ";
        out += surface(text, token.span);
    }
    return out;
}

Article article_of(std::string text) {
    Article article;
    article.text = std::move(text);
    return article;
}

/// What must hold for any text: spans in order, nothing but blanks between them, sentences cover all tokens.
void check_sound(const Document& doc) {
    std::uint32_t end = 0;
    for (const Token& token : doc.tokens) {
        REQUIRE(token.span.begin >= end);
        REQUIRE(token.span.end > token.span.begin);
        end = token.span.end;
    }
    REQUIRE(end <= doc.text.size());
    std::uint32_t next = 0;
    for (const Sentence& sentence : doc.sentences) {
        REQUIRE(sentence.tokens.begin == next);
        REQUIRE(sentence.tokens.end > next);
        next = sentence.tokens.end;
        REQUIRE(sentence.span.begin == doc.tokens[sentence.tokens.begin].span.begin);
        REQUIRE(sentence.span.end == doc.tokens[next - 1].span.end);
    }
    REQUIRE(next == doc.tokens.size());
}

std::string repeated(std::string_view piece, std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) {
        out += piece;
    }
    return out;
}

} // namespace

TEST_CASE("contractions and possessives are split") {
    CHECK(tokens("He didn't say they've left") == "He did n't say they 've left");
    CHECK(tokens("Can't won't cannot gonna") == "Ca n't wo n't can not gon na");
    CHECK(tokens("Russia’s and Belarus' borders") == "Russia ’s and Belarus ' borders");
    CHECK(tokens("the 1930's, 1930s and '90s") == "the 1930's , 1930s and '90s");
    CHECK(tokens("O'Brien met Sean d'Arcy at six o'clock") == "O'Brien met Sean d'Arcy at six o'clock");
    CHECK(tokens("I'd've said y'all") == "I 'd 've said y' all");
}

TEST_CASE("hyphens split words but for prefixes") {
    CHECK(tokens("a well-known 26-year-old") == "a well - known 26 - year - old");
    CHECK(tokens("non-lethal re-election anti-tank mid-1990s e-mail") ==
          "non-lethal re-election anti-tank mid-1990s e-mail");
    CHECK(tokens("Sit-ins and a cease-fire, a sit-in-like thing") ==
          "Sit-ins and a cease-fire , a sit - in - like thing");
    CHECK(tokens("F-16 jets, 10-12 of them, in 1939-1945") == "F - 16 jets , 10 - 12 of them , in 1939 - 1945");
    CHECK(tokens("call 555-1234 or 212-555-1234 by 2021-10-20") == "call 555-1234 or 212-555-1234 by 2021-10-20");
    CHECK(tokens("the war—now over–was long -- too long") == "the war — now over – was long -- too long");
}

TEST_CASE("abbreviations and initials keep their dot") {
    CHECK(tokens("Mr. J. Smith Jr. of the U.S. met Sen. Doe.") == "Mr. J. Smith Jr. of the U.S. met Sen. Doe .");
    CHECK(tokens("on Oct. 3 at 5 p.m. in No. 10, not at no. That is it.") ==
          "on Oct. 3 at 5 p.m. in No. 10 , not at no . That is it .");
    CHECK(tokens("He sat. They sang. In May. So do I. The end.") ==
          "He sat . They sang . In May . So do I . The end .");
    CHECK(tokens("She lives in Washington, D.C..") == "She lives in Washington , D.C. .");
    CHECK(tokens("Dr.Example and St. Petersburg") == "Dr. Example and St. Petersburg");
}

TEST_CASE("numbers, money, times and units") {
    CHECK(tokens("$1,000.50 and US$3 or €5m, 12%") == "$ 1,000.50 and US$ 3 or € 5 m , 12 %");
    CHECK(tokens("at 10:30 on 11/28/2000, 9/11, 5pm, 35mm, 30th") ==
          "at 10:30 on 11/28/2000 , 9/11 , 5 pm , 35 mm , 30th");
    CHECK(tokens("1,2 and 50,000th, .5, $4b, 86M") == "1 , 2 and 50,000th , .5 , $ 4 b , 86M");
    CHECK(tokens("and/or, AT&T, Q&A, 20°C") == "and / or , AT&T , Q&A , 20 ° C");
}

TEST_CASE("addresses are one token") {
    CHECK(tokens("(see https://example.org/a-b?c=d.)") == "( see https://example.org/a-b?c=d . )");
    CHECK(tokens("Write to anne-marie.o@example.org, or www.example.com!") ==
          "Write to anne-marie.o@example.org , or www.example.com !");
    CHECK(tokens("on example.com, @name #tag #1") == "on example.com , @name #tag # 1");
}

TEST_CASE("marks stand alone, runs of one mark together") {
    CHECK(tokens("\"Well ... no!!!\" (he said)") == "\" Well ... no !!! \" ( he said )");
    CHECK(tokens("``Yes,'' -LRB- no -RRB- …") == "`` Yes , '' -LRB- no -RRB- …");
    CHECK(tokens("“Quoted,” ‘single’ «angles»") == "“ Quoted , ” ‘ single ’ « angles »");
}

TEST_CASE("a blank lost behind a full stop is found") {
    CHECK(tokens("They closed the border.The talks failed in 2019.He left.") ==
          "They closed the border . The talks failed in 2019 . He left .");
    CHECK(tokens("visit Example.com or node.js") == "visit Example.com or node.js");
}

TEST_CASE("space_after says whether a blank follows") {
    const Article article = article_of("It's (so).\nYes");
    const Document doc = language::tokenize(article);
    std::string shape;
    for (const Token& token : doc.tokens) {
        shape += doc.word(token);
        shape += token.space_after ? "_" : "";
    }
    CHECK(shape == "It's_(so)._Yes_");
}

TEST_CASE("emoji, combining marks and right-to-left text are kept whole") {
    CHECK(tokens("so 👍🏽👩‍👩‍👧 🇫🇷!") == "so 👍🏽 👩‍👩‍👧 🇫🇷 !");
    CHECK(tokens("قال الرئيس، أمس؟") == "قال الرئيس ، أمس ؟");
    CHECK(tokens("Cafe\u0301 naïve Łódź") == "Cafe\u0301 naïve Łódź");
}

TEST_CASE("a line that is tokenised keeps its tokens") {
    const Article article = article_of("The post-war plan -LRB- of `` many '' -RRB- is n't dead .\n"
                                       "\n"
                                       "His well-known plan\n"
                                       "It isn't dead, they said.\n");
    const Document doc = language::tokenize_lines(article);
    check_sound(doc);
    REQUIRE(doc.sentences.size() == 3);
    CHECK(doc.sentences[0].tokens.size() == 13);
    CHECK(doc.word(1) == "post-war");
    CHECK(doc.sentences[1].paragraph == 2); // the number of its line, blank ones counted
    CHECK(doc.sentences[2].tokens.size() == 8);
}

TEST_CASE("one line is one sentence, whatever stands in it") {
    const Article article = article_of("He came. He saw? He won!\r\nYes.");
    const Document doc = language::tokenize_lines(article);
    check_sound(doc);
    REQUIRE(doc.sentences.size() == 2);
    CHECK(doc.sentences[0].tokens.size() == 9);
}

TEST_CASE("hostile text is cut soundly") {
    for (const std::string_view piece :
         {"\"", "'",  "’",       "(",        "a-", "-",  ".",   "a.",     "J. ",   "1,",   "1,000",   "http://", "x@",
          "😀",  "🇫",  "\u200D",  "…",        "ش",  "\n", "\r",  "\t \n",  "U.S. ", "No. ", "[1] ",    "\u0301",  "&",
          "''", "``", "MOSCOW ", "Monday, ", "#",  "$",  "e-e", "mid-1-", "word ", "\x01", "\"A.\" ", "X. "}) {
        const Article article = article_of(repeated(piece, 5000));
        check_sound(language::tokenize(article));
        check_sound(language::tokenize_lines(article));
    }
    check_sound(language::tokenize(article_of("")));
}

TEST_CASE("a million quotation marks and a sentence of a hundred thousand words are no trouble") {
    const Article quotes = article_of(repeated("\"", 1'000'000));
    CHECK(language::tokenize(quotes).tokens.size() == 1'000'000);
    const Article words = article_of(repeated("word ", 100'000));
    CHECK(language::tokenize(words).sentences.size() == 1);
}
