// The samples keep what README.md and other tests rely on: they read without a complaint, every article has
// its date and title, and each set tells its events more than once.
#include "ingest/reader.hpp"
#include "language/tokenizer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace fasti;

namespace {

std::vector<Article> read_set(const std::string& name) {
    std::vector<Article> articles;
    const std::array paths{std::string(FASTI_SOURCE_DIR) + "/samples/" + name};
    const auto report = ingest::read_articles(
        paths, {}, [](const Diagnostic& d) { FAIL_CHECK(d.path << ": " << d.message); },
        [&](Article&& article) {
            articles.push_back(std::move(article));
            return true;
        });
    REQUIRE(report);
    CHECK(report->undated == 0);
    CHECK(report->skipped_total() == 0);
    return articles;
}

bool is_word(const Document& doc, const Token& token) {
    const auto c = static_cast<unsigned char>(doc.word(token).front());
    return std::isalnum(c) != 0 || c >= 0x80;
}

} // namespace

TEST_CASE("each sample set reads whole: dated, titled, and of a length worth reading") {
    for (const char* const set : {"nato-russia-belarus", "microsoft-activision", "turkey-earthquake"}) {
        INFO(set);
        const auto articles = read_set(set);
        CHECK(articles.size() >= 12);
        std::set<std::string> days;
        std::set<std::string> ids;
        for (const Article& article : articles) {
            INFO(article.origin);
            CHECK_FALSE(article.title.empty());
            REQUIRE(article.published);
            days.insert(iso_date(article.published->moment));
            ids.insert(article.id);
            const Document doc = language::tokenize(article);
            const auto words = std::ranges::count_if(doc.tokens, [&](const Token& t) { return is_word(doc, t); });
            CHECK(words >= 150);
            CHECK(words <= 350);
            for (const Sentence& sentence : doc.sentences) {
                INFO(doc.words(sentence.span));
                CHECK(sentence.tokens.size() <= 70); // a longer one was not split where it ends
            }
        }
        CHECK(days.size() >= 10);
        CHECK(ids.size() == articles.size());
    }
}

TEST_CASE("one sample has every way of telling time that a short report uses, and furniture") {
    const auto articles = read_set("nato-russia-belarus");
    const auto at = std::ranges::find_if(
        articles, [](const Article& a) { return a.origin.find("shoigu-and-khrenin") != std::string::npos; });
    REQUIRE(at != articles.end());
    for (const std::string_view time : {"on Wednesday", "Earlier this month", "answered Monday", "charged Wednesday",
                                        "in August 2020", "the 2014 annexation"}) {
        INFO(time);
        CHECK(at->text.find(time) != std::string::npos);
    }
    const Document doc = language::tokenize(*at);
    CHECK(std::ranges::count(doc.sentences, SentenceKind::headline, &Sentence::kind) == 2);
    CHECK(std::ranges::count(doc.sentences, SentenceKind::dateline, &Sentence::kind) == 1);
    CHECK(std::ranges::count(doc.sentences, true, &Sentence::furniture) >= 3);
}
