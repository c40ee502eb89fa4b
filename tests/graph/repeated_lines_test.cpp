// Which lines of an article may be furniture because many articles of its source have them, and what never is.
#include "graph/repeated_lines.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fasti;
using namespace fasti::graph;

namespace {

constexpr const char* news =
    "The council of Ruritania met in Strelsau and voted to open the old bridge to carts again.\n\n"
    "Its members had argued for two days about the toll that is to be paid at either end.\n\n"
    "Farmers from the valley came to listen and left before the vote was taken at night.\n\n"
    "The bridge has been closed since a flood carried off its middle arch in the spring.\n\n"
    "Masons from Zenda will begin their work on the piers when the river is low enough.\n\n"
    "No price was told for the stone, which comes from a quarry on the northern border.\n\n"
    "The mayor said that the first cart would be her own, with apples for the market.";

Article article_of(std::string text) {
    Article article;
    article.id = "a";
    article.url = "https://www.news.example/a";
    article.text = std::move(text);
    return article;
}

std::vector<std::string> candidates(const std::string& text) {
    const Article article = article_of(text);
    std::vector<std::string> out;
    for (const CandidateLine& line : find_candidate_lines(article)) {
        out.emplace_back(surface(article.text, line.span));
    }
    return out;
}

/// How many articles must have this line when it stands behind the news; 0: it is never furniture.
std::uint32_t needed(const std::string& line) {
    const Article article = article_of(std::string(news) + "\n\n" + line);
    const auto lines = find_candidate_lines(article);
    return !lines.empty() && surface(article.text, lines.back().span) == line ? voices_needed(lines.back().key) : 0;
}

} // namespace

TEST_CASE("short lines count early, sentences late, quotations never") {
    CHECK(needed("More news from the valley") == 4);
    CHECK(needed("12 min read | Strelsau Desk") == 4);
    CHECK(needed("The Strelsau Herald sends you the news of the valley in one letter each morning.") == 6);
    CHECK(needed("Write to the editors of the Strelsau Herald at desk@news.example with your thoughts.") == 6);
    CHECK(needed("The Herald has been printed at the foot of the castle by one family for generations.") == 20);
    CHECK(needed("\"We will never sell the bridge to anyone, and that is our last word on it,\" he said.") == 0);
    CHECK(needed("\xE2\x80\x9CWe will never sell the bridge,\xE2\x80\x9D the mayor told us and our readers.") == 0);
    CHECK(needed("The old bridge was closed in 1998 after a flood that carried off its middle arch.") == 0);
    CHECK(needed("We call on all sides to lay down their arms and to come back to the table at once.") == 20);
    CHECK(needed("Nobody was hurt.") == 0);
    CHECK(needed("Tuesday, October 19, 2021") == 0);
}

TEST_CASE("a company's words about itself need no more than its heading to tell them") {
    CHECK(needed("About Zenda Stone: founded in 1871, the company cuts stone for bridges in nine countries.") == 6);
    const auto lines = candidates(
        std::string(news) + "\n\nAbout Zenda Stone\n\nFounded in 1871, the company cuts stone in nine countries.");
    REQUIRE(lines.size() >= 2);
    CHECK(lines.back() == "Founded in 1871, the company cuts stone in nine countries.");
}

TEST_CASE("sentences inside the news, headlines and parts of wrapped sentences are no candidates") {
    const auto of = [](const std::string& text, const std::string& line) {
        const auto lines = candidates(text);
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    CHECK_FALSE(of(news, "Farmers from the valley came to listen and left before the vote was taken at night."));
    CHECK_FALSE(of("Bridge to open again\n\n" + std::string(news), "Bridge to open again"));
    CHECK_FALSE(of("The council of Ruritania met in Strelsau and voted to open\nthe old bridge to carts again, and "
                   "President\nRudolf Elphberg\nsigned it at once.\n",
                   "Rudolf Elphberg"));
    Article titled = article_of("Strelsau Herald\n\nBridge to open again\n\n" + std::string(news));
    titled.title = "Bridge to Open Again";
    for (const CandidateLine& line : find_candidate_lines(titled)) {
        CHECK(surface(titled.text, line.span) != "Bridge to open again");
    }
}

TEST_CASE("case, blanks and the numbers of short lines make no other line; the source does") {
    const auto key = [](const std::string& line, const std::string& url) {
        Article article = article_of(std::string(news) + "\n\n" + line);
        article.url = url;
        return find_candidate_lines(article).back().key;
    };
    const std::string here = "https://www.news.example/a";
    CHECK(key("3 min read, Valley Desk", here) == key("12  Min Read, Valley desk", "http://news.example/b?x=1"));
    CHECK(key("3 min read, Valley Desk", here) != key("3 min read, Valley Desk", "https://other.example/a"));
}

TEST_CASE("versions of one article are one voice, other articles another") {
    const auto voice = [](const std::string& text) { return find_candidate_lines(article_of(text)).back().voice; };
    const std::string tail = "\n\nMore news from the valley";
    std::string other = news;
    std::replace(other.begin(), other.end(), 'e', 'o');
    CHECK(voice(news + tail) ==
          voice("A new lead stands before everything that the first version said.\n\n" + std::string(news) + tail));
    CHECK(voice(news + tail) != voice(other + tail));
}

TEST_CASE("candidates are read back as they were written, and a table of many rows gives few") {
    Article article = article_of(std::string(news) + "\n\nMore news from the valley");
    auto lines = find_candidate_lines(article);
    REQUIRE_FALSE(lines.empty());
    lines.back().marked = true;
    auto bare = lines;
    for (CandidateLine& line : bare) {
        line.span = {};
    }
    CHECK(read_candidates(write_candidates(lines)) == bare);
    CHECK(read_candidates(std::string_view(write_candidates(lines)).substr(1)).size() == lines.size() - 1);
    std::string table = news;
    for (int i = 0; i < 5000; ++i) {
        table += "\nRow of the table";
        table += static_cast<char>('a' + i % 26);
    }
    CHECK(candidates(table).size() <= 256);
}
