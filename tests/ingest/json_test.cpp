// JSON Lines and JSON documents, in the shapes that crawlers write.
#include "tests/ingest/reading.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using namespace fasti::ingest;

TEST_CASE("the fields of JSON Lines are taken by their names, the first known name wins") {
    const Read read = read_bytes(
        R"({"id":"x1","maintext":"The text.","title_page":"Page","headline":"Head","date_publish":"2021-10-20 10:00:00","date_download":"2022-01-01","source_domain":"example.org","url":"https://example.org/a"})"
        "\n",
        "a.jsonl");
    REQUIRE(read.articles.size() == 1);
    const Article& a = read.articles[0];
    CHECK(a.id == "x1");
    CHECK(a.title == "Head");
    CHECK(a.text == "The text.");
    CHECK(iso_date(a.published->moment) == "2021-10-20");
    CHECK(a.published_from == PublishedFrom::field);
    CHECK(a.source == "example.org");
    CHECK(a.url == "https://example.org/a");
    CHECK(a.origin == "a.jsonl:1");
}

TEST_CASE("an absent, empty or None value gives way to the next name, and date_download is never a date") {
    const Read read = read_bytes(R"({"text":"","content":"The text.","published":"None","date":"2021-10-20"})"
                                 "\n"
                                 R"({"text":"The text.","date_publish":"None","date_download":"2021-10-20"})"
                                 "\n",
                                 "a.jsonl");
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].text == "The text.");
    CHECK(iso_date(read.articles[0].published->moment) == "2021-10-20");
    CHECK_FALSE(read.articles[1].published);
    CHECK(read.diagnostics.empty());
}

TEST_CASE("a source that is an address gives the address too") {
    const Read read = read_bytes(R"({"text":"The text.","source":"https://example.org/news/a"})", "a.jsonl");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].url == "https://example.org/news/a");
    CHECK(read.articles[0].source == "example.org");
}

TEST_CASE("the option --map names the key of a field, dots go a level down") {
    Options options;
    options.map = {{"text", "story"}, {"published", "meta.when"}};
    const Read read =
        read_bytes(R"({"text":"Not this.","story":"This.","meta":{"when":"2021-10-20"}})", "a.jsonl", options);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "This.");
    CHECK(read.articles[0].published);
}

TEST_CASE("a broken line costs itself only and is told with line and byte") {
    const Read read = read_bytes("{\"text\":\"One.\"}\n{\"text\":\"Two.\",}\n\n{\"text\":\"Three.\"}\n", "a.jsonl");
    CHECK(read.articles.size() == 2);
    REQUIRE(read.diagnostic("broken-json") != nullptr);
    CHECK(read.diagnostic("broken-json")->line == 2u);
    CHECK(read.diagnostic("broken-json")->byte == 31u);
    CHECK(read.report.skipped_total() == 1);
}

TEST_CASE("a line longer than the limit is skipped without being kept") {
    Options options;
    options.limits.article_bytes = 100'000;
    const std::string text =
        "{\"text\":\"One.\"}\n{\"text\":\"" + std::string(3'000'000, 'x') + "\"}\n{\"text\":\"Three.\"}\n";
    const Read read = read_bytes(text, "a.jsonl", options);
    CHECK(read.articles.size() == 2);
    REQUIRE(read.diagnostic("too-large") != nullptr);
    CHECK(read.diagnostic("too-large")->line == 2u);
    CHECK(read.diagnostic("too-large")->byte == 16u);
}

TEST_CASE("half a surrogate pair becomes U+FFFD, a whole one its character") {
    const Read read = read_bytes(R"({"text":"a \ud83d b \ud83d\ude00 c \\ud83d d"})", "a.jsonl");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "a \xEF\xBF\xBD b \xF0\x9F\x98\x80 c \\ud83d d");
}

TEST_CASE("invalid UTF-8 in a line is replaced and told with its byte in the file") {
    const Read read = read_bytes("{\"text\":\"A first line.\"}\n{\"text\":\"A second \xff line.\"}\n", "a.jsonl");
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[1].text == "A second \xEF\xBF\xBD line.");
    CHECK(read.diagnostic("invalid-utf8")->line == 2u);
    CHECK(read.diagnostic("invalid-utf8")->byte == 43u);
}

TEST_CASE("an array, a wrapper, a pretty-printed object and objects in a row are all articles") {
    const std::string article = "{\n  \"title\": \"T\",\n  \"text\": \"The {text}.\"\n}";
    CHECK(read_bytes("[" + article + ",\n" + article + "]", "a.json").articles.size() == 2);
    CHECK(read_bytes(R"({"status":"ok","totalResults":2,"articles":[)" + article + "," + article + "]}", "a.json")
              .articles.size() == 2);
    CHECK(read_bytes(article, "a.json").articles.at(0).text == "The {text}.");
    CHECK(read_bytes(article + "\n" + article, "-").articles.size() == 2);
    CHECK(read_bytes(article.substr(0, article.size() - 2), "a.json").report.skipped.at("broken-json") == 1);
}

TEST_CASE("a source that is an object gives its name, and paragraphs in an array are joined") {
    const Read read = read_bytes(
        R"([{"source":{"id":null,"name":"Wire"},"text":["One.","Two."],"publishedAt":"2021-10-20T01:00:00Z"}])",
        "a.json");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].source == "Wire");
    CHECK(read.articles[0].text == "One.\n\nTwo.");
}

TEST_CASE("JSON that is nested without end is refused, not followed") {
    CHECK(read_bytes("{\"text\":\"x\",\"a\":" + std::string(200'000, '[') + "}", "a.jsonl").articles.empty());
    CHECK(read_bytes("[{\"text\":\"x\",\"a\":" + std::string(200'000, '['), "a.json").articles.empty());
}

TEST_CASE("what news APIs wrap around their articles is passed over, on one line or many") {
    const Read api = read_bytes(R"({"status":"ok","totalResults":2,"articles":[{"source":{"id":null,"name":"Herald"},)"
                                R"("title":"Bridge","publishedAt":"2021-10-20T21:30:00Z","content":"One."},)"
                                R"({"title":"Toll","content":"Two."}]})",
                                "api.json");
    REQUIRE(api.articles.size() == 2);
    CHECK(api.articles[0].text == "One.");
    CHECK(api.articles[0].source == "Herald");
    CHECK(api.diagnostics.empty());
    Options options;
    options.map = {{"text", "fields.bodyText"}};
    const Read nested = read_bytes(R"({"response": {"status": "ok",)"
                                   "\n"
                                   R"( "results": [{"id": "a/1", "fields": {"bodyText": "One."}}]}})",
                                   "api.json", options);
    REQUIRE(nested.articles.size() == 1);
    CHECK(nested.articles[0].id == "a/1");
    const Read rows = read_bytes(R"({"0":{"title":"a","text":"One."},"1":{"title":"b","text":"Two."}})", "rows.json");
    CHECK(rows.articles.size() == 2);
}

TEST_CASE("lists of objects within an article are no articles") {
    for (const char* json : {R"({"id":"x","authors":[{"name":"Ann","text":"She writes."}],"text":"The text."})",
                             R"({"comments":[{"text":"Fine."}],"id":"x","text":"The text."})",
                             R"({"id":"x","versions":[{"text":"Older."}],"text":"The text."})",
                             "{\n\"id\":\"x\",\n\"versions\":[{\"text\":\"Older.\"}],\n\"text\":\"The text.\"}",
                             R"({"id":"x","boxes":[{"text":"A box."}],"text":["The text."]})"}) {
        CAPTURE(json);
        const Read read = read_bytes(json, "a.json");
        REQUIRE(read.articles.size() == 1);
        CHECK(read.articles[0].text == "The text.");
        CHECK(read.articles[0].id == "x");
    }
}

TEST_CASE("dates as MongoDB exports them, and numbers") {
    const Read read = read_bytes(R"({"text":"One.","published":{"$date":"2021-10-20T23:30:00Z"}})"
                                 "\n"
                                 R"({"text":"Two.","date":{"$date":1634772600000}})"
                                 "\n"
                                 R"({"text":"Three.","published":20211020})"
                                 "\n",
                                 "a.jsonl");
    REQUIRE(read.articles.size() == 3);
    for (const Article& article : read.articles) {
        REQUIRE(article.published);
        CHECK(iso_date(article.published->moment) == "2021-10-20");
    }
}

TEST_CASE("JSON Feed and WordPress keep markup, which becomes text") {
    const Read feed = read_bytes(R"({"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1",)"
                                 R"("content_html":"<p>One &amp; all.</p><p>Two.</p>",)"
                                 R"("date_published":"2021-10-20T23:30:00-05:00"},{"id":"2","content_text":"a < b"}]})",
                                 "feed.json");
    REQUIRE(feed.articles.size() == 2);
    CHECK(feed.articles[0].text == "One & all.\n\nTwo.");
    CHECK(iso_date(feed.articles[0].published->moment) == "2021-10-20");
    CHECK(feed.articles[1].text == "a < b");
    const Read posts =
        read_bytes(R"([{"id":7,"date":"2021-10-20T10:00:00","link":"https://example.org/a",)"
                   R"("title":{"rendered":"Bridge &#8211; open"},"content":{"rendered":"<p>One.</p>"}}])",
                   "posts.json");
    REQUIRE(posts.articles.size() == 1);
    CHECK(posts.articles[0].text == "One.");
    CHECK(posts.articles[0].title == "Bridge \xE2\x80\x93 open");
}
