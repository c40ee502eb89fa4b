// Names of organizations that end in the word for what they are, over tags and names given by hand.
#include "language/organization_names.hpp"
#include "language/tokenizer.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace fasti;
using namespace fasti::language;

namespace {

struct Given {
    std::string words;
    NameType type;
};

/// "ORG Markets Authority; LOC Russia" after completion. Words with a capital are proper nouns, but for those in
/// `nouns`; `names` stand in the text in this order.
std::string completed(const std::string& text, const std::vector<Given>& names = {}, const std::string& nouns = "") {
    Article article;
    article.text = text;
    Document document = tokenize(article);
    for (Token& token : document.tokens) {
        const std::string word(document.word(token));
        const bool capital = word.front() >= 'A' && word.front() <= 'Z';
        token.upos = word == "The" || word == "the"                     ? Upos::det
                     : capital && nouns.find(word) == std::string::npos ? Upos::propn
                                                                        : Upos::noun;
    }
    std::uint32_t from = 0;
    for (const Given& given : names) {
        const std::size_t at = text.find(given.words, from);
        REQUIRE(at != std::string::npos);
        from = static_cast<std::uint32_t>(at + given.words.size());
        document.names.push_back(
            {{document.token_at(static_cast<std::uint32_t>(at)), document.token_at(from - 1) + 1}, given.type});
    }
    complete_organizations(document);
    std::string out;
    for (const Name& name : document.names) {
        const Span span{document.tokens[name.tokens.begin].span.begin, document.tokens[name.tokens.end - 1].span.end};
        out += (out.empty() ? "" : "; ") + std::string(to_string(name.type)) + " " + std::string(document.words(span));
    }
    return out;
}

} // namespace

TEST_CASE("an 'and' inside the name of a public body does not part it") {
    CHECK(completed("the ruling of the Competition and Markets Authority was upheld in full") ==
          "organization Competition and Markets Authority");
    CHECK(completed("the ruling of the Food and Drug Administration stands as it was",
                    {{"Drug Administration", NameType::organization}}) == "organization Food and Drug Administration");
}

TEST_CASE("an 'and' between two names parts them") {
    CHECK(completed("both the Justice Department and Trade Commission were in the room then",
                    {{"Justice Department", NameType::organization}}) ==
          "organization Justice Department; organization Trade Commission");
    CHECK(completed("officials of Russia and Ukraine Ministry people were in the room then",
                    {{"Russia", NameType::place}, {"Ukraine", NameType::place}}) ==
          "place Russia; organization Ukraine Ministry");
    CHECK(completed("people of Nasa and Company were in the room then", {{"Nasa", NameType::organization}}) ==
          "organization Nasa");
}

TEST_CASE("a body is no place, a bank may be one") {
    CHECK(completed("spies of the Central Intelligence Agency were in the room then",
                    {{"Central Intelligence Agency", NameType::place}}) == "organization Central Intelligence Agency");
    CHECK(completed("towns of the West Bank were quiet on that day", {{"West Bank", NameType::place}}) ==
          "place West Bank");
}

TEST_CASE("a legal form makes a firm of the words before it, over a comma too") {
    CHECK(completed("profits of Delta Optics, Inc. were up again") == "organization Delta Optics, Inc.");
    CHECK(completed("shares of Carl Zeiss Ltd rose on that day", {{"Carl Zeiss", NameType::person}}) ==
          "organization Carl Zeiss Ltd");
    CHECK(completed("shares of Lovell Bank plc rose on that day", {{"Lovell", NameType::person}}) ==
          "organization Lovell Bank plc");
    CHECK(completed("profits of Alstom, inc. staff costs, were up again", {{"Alstom", NameType::organization}}) ==
          "organization Alstom");
}

TEST_CASE("the full name of a person and common nouns give no organization") {
    CHECK(completed("friends of Mary Hill Administration people were in the room then",
                    {{"Mary Hill", NameType::person}}) == "person Mary Hill");
    CHECK(completed("members of the Committee were in the room then").empty());
    CHECK(completed("members of the Select Committee were in the room then", {}, "Select Committee").empty());
}

TEST_CASE("a line in title case is left alone") {
    CHECK(completed("Health And Safety Commission Meets In London").empty());
}
