// Lines that many articles of one source share give no events, and a story is the same however it grew over the
// number of articles from which they count.
#include "workspace.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace fasti::cli;
using namespace fasti::cli::testing;

namespace {

constexpr const char* boilerplate =
    "Ruritania Media bought this newspaper from Black Michael and sends you our letter.";
constexpr const char* quotation = "\\\"Rudolf sold the castle to the bishop,\\\" the queen told our readers in Zenda.";

/// An article about a town and a day of its own, of one source; all end with the same lines.
std::string article(unsigned number) {
    const std::vector<std::string> towns = {"Strelsau",   "Zenda",   "Hofbau",  "Lauterberg", "Kesselhof",
                                            "Tarlenheim", "Hentzau", "Praslok", "Altburg",    "Neudorf"};
    const std::string& town = towns[number % towns.size()];
    const std::string day = std::to_string(10 + number);
    std::string out = "{\"id\":\"a" + std::to_string(number) + "\",\"url\":\"https://www.herald.example/" + town +
                      "\",\"published\":\"2021-10-" + day + "\",\"title\":\"News from " + town + "\",\"text\":\"";
    for (const char* sentence : {" opened a new bridge over the river on Monday, and the mayor praised the masons.",
                                 " sent its council to the capital to ask for money that the schools have missed.",
                                 " signed a treaty with the railway company after months of talks in the valley.",
                                 " rejected a plan to sell the old market hall to a merchant from the coast."}) {
        out += town + sentence + "\\n\\n";
    }
    return out + quotation + "\\n\\n" + boilerplate + "\"}\n";
}

std::string everything(const Workspace& work, const std::string& story) {
    return work.read(story + "/timeline.json") + work.read(story + "/graph.graphml") +
           fasti::cli::testing::fasti({"export", work.path(story), "--format", "jsonl"}).out;
}

std::string built(const Workspace& work, const std::string& name, const std::string& articles, const char* jobs) {
    const std::string file = work.write(name + ".jsonl", articles);
    REQUIRE(fasti::cli::testing::fasti({"build", file, "--story", work.path(name), "--jobs", jobs}).code == exit_done);
    return everything(work, name);
}

} // namespace

TEST_CASE("a line that six articles of a source share gives no event, a quotation that they share does") {
    const Workspace work;
    std::string few;
    for (unsigned i = 0; i < 5; ++i) {
        few += article(i);
    }
    const std::string below = built(work, "few", few, "2");
    CHECK(below.find("bought") != std::string::npos);
    const std::string above = built(work, "many", few + article(5), "2");
    CHECK(above.find("bought") == std::string::npos);
    CHECK(above.find("sold the castle") != std::string::npos);
    CHECK(above.find("signed a treaty") != std::string::npos);
}

TEST_CASE("a story that grew over the number at which a line counts equals one built at once, and shrinks again") {
    const Workspace work;
    std::vector<std::string> articles;
    std::string straight;
    for (unsigned i = 0; i < 8; ++i) {
        articles.push_back(article(i));
        straight += articles.back();
    }
    const std::string expected = built(work, "straight", straight, "1");
    std::string turned;
    for (auto at = articles.rbegin(); at != articles.rend(); ++at) {
        turned += *at;
    }
    CHECK(built(work, "turned", turned, "4") == expected);
    std::string grown;
    for (unsigned i : {3U, 7U, 0U, 5U, 1U, 6U, 2U, 4U}) {
        grown = built(work, "grown", articles[i], "2");
    }
    CHECK(grown == expected);
    CHECK(built(work, "grown", straight, "2") == expected); // nothing new

    // Back to five articles: the line is news again, in all of them.
    for (const char* id : {"a7", "a6", "a5"}) {
        REQUIRE(fasti::cli::testing::fasti({"remove", work.path("grown"), id}).code == exit_done);
    }
    std::string five;
    for (unsigned i = 0; i < 5; ++i) {
        five += articles[i];
    }
    CHECK(everything(work, "grown") == built(work, "five", five, "2"));
    CHECK(built(work, "grown", straight, "2") == expected);
}
