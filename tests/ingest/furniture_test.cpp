// Lines that are no news, and headlines.
#include "ingest/furniture.hpp"

#include "tests/ingest/reading.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using namespace fasti::ingest;

namespace {

std::vector<std::pair<std::string, std::string>> marked(const std::string& text) {
    Article article;
    article.text = text;
    mark_furniture(article);
    std::vector<std::pair<std::string, std::string>> out;
    for (const Furniture& furniture : article.furniture) {
        out.emplace_back(to_string(furniture.kind), surface(article.text, furniture.span));
    }
    return out;
}

const std::string news =
    "The two ministers met on Wednesday in the capital and agreed to extend the treaty by five years.\n";

} // namespace

TEST_CASE("lines that are furniture by themselves") {
    const std::vector<std::pair<std::string, FurnitureKind>> lines = {
        {"Disclaimer: This story comes from a feed.", FurnitureKind::disclaimer},
        {"(This story has not been edited by our staff and is auto-generated.)", FurnitureKind::disclaimer},
        {"\xC2\xA9 2021 Example Media. All rights reserved.", FurnitureKind::disclaimer},
        {"Read also: Ministers meet again", FurnitureKind::read_also},
        {"READ | Ministers meet again", FurnitureKind::read_also},
        {"Also Read: Ministers meet again", FurnitureKind::read_also},
        {"Comments", FurnitureKind::comments},
        {"12 Comments", FurnitureKind::comments},
        {"What\xE2\x80\x99s your reaction?", FurnitureKind::comments},
        {"Share this article on Facebook", FurnitureKind::share},
        {"https://example.org/a/b.jpg?w=100", FurnitureKind::picture},
        {"Photo: Ann Example", FurnitureKind::picture},
        {"By Ann Example and Bo Sample", FurnitureKind::byline},
        {"Reporting by Ann Example; Editing by Bo Sample", FurnitureKind::byline},
        {"Skip to main content", FurnitureKind::navigation},
        {"Sign up for our newsletter", FurnitureKind::subscription},
        {"https://example.org/a", FurnitureKind::other},
    };
    for (const auto& [line, kind] : lines) {
        CAPTURE(line);
        const auto found = classify_line(line);
        REQUIRE(found);
        CHECK(to_string(*found) == to_string(kind));
    }
}

TEST_CASE("news that begins like furniture stays news") {
    for (const char* line : {
             "Share prices fell sharply on Monday after the vote.",
             "Comments by the minister drew criticism from the opposition.",
             "Readers were told on Monday that the paper would close.",
             "Tweets by the president caused a stir.",
             "By Monday the army had taken the town, officials said.",
             "Photographs showed tanks near the border on Tuesday.",
             "Copyrighted works are at the heart of the dispute, the court said.",
             "Printing of ballots began on Friday.",
             "Related charges were dropped in 2014.",
             "Topics of the meeting included trade and the border.",
             "Email traffic between the two ministries was read by spies.",
         }) {
        CAPTURE(line);
        CHECK_FALSE(classify_line(line));
    }
}

TEST_CASE("a headline said twice is furniture the second time") {
    const auto found = marked("Ministers Extend Treaty\nMinisters Extend Treaty\n\n" + news);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == "duplicate");
}

TEST_CASE("of a summary and a lead that says the same, the fuller stays") {
    const std::string summary =
        "The ministers\xE2\x80\x99 deal extends the treaty by five years, officials said on Wednesday.";
    const auto found = marked("Ministers Extend Treaty\n" + summary +
                              "\n\nGENEVA: The ministers' deal extends the treaty by "
                              "five years, officials said on Wednesday.\n\n" +
                              news);
    REQUIRE(found.size() == 1);
    CHECK(found[0].second == summary);
}

TEST_CASE("what follows the comments' heading is not the article's") {
    const auto found =
        marked(news + "A second paragraph tells of the history of the treaty, which was signed in Geneva in 1993.\n" +
               "A third paragraph tells what the opposition said about the ministers and about their plan.\n" +
               "\n2 comments\nGreat news for everyone there.\nI do not believe it.\n");
    REQUIRE(found.size() == 3);
    CHECK(found[2].second == "I do not believe it.");
}

TEST_CASE("a first line that is no sentence is the headline") {
    CHECK(find_headline("Ministers Extend Treaty\n\n" + news) == "Ministers Extend Treaty");
    CHECK(find_headline("\xEF\xBB\xBFWill They Meet?\n" + news) == "\xEF\xBB\xBFWill They Meet?");
    CHECK(find_headline(news + news).empty());
    CHECK(find_headline("MOSCOW: Ministers met\n" + news).empty());
    CHECK(find_headline("One line alone").empty());
    CHECK(find_headline("By Ann Example\n" + news).empty());
}

TEST_CASE("the seed article's furniture is found, and nothing of its news") {
    const char* given = std::getenv("FASTI_SHARED");
    const std::filesystem::path shared = given != nullptr ? given : std::string(FASTI_SOURCE_DIR) + "/../shared";
    const auto file = shared / "seed/russia-belarus.txt";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: there is no " << file);
        return;
    }
    const Read read = read_paths({file.string()});
    REQUIRE(read.articles.size() == 1);
    const Article& article = read.articles[0];
    CHECK(article.title == "Russia Ups Defense Ties With Belarus Amid Tensions With NATO");
    CHECK(article.language == "en");
    std::vector<std::string> kinds;
    for (const Furniture& furniture : article.furniture) {
        kinds.emplace_back(to_string(furniture.kind));
    }
    CHECK(kinds == std::vector<std::string>{"duplicate", "duplicate", "disclaimer", "read-also", "comments", "comments",
                                            "picture", "comments", "comments"});
}
