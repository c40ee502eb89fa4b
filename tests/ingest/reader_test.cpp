// Files, folders and streams; text files and what is wrong with them.
#include "tests/ingest/reading.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

using namespace fasti;
using namespace fasti::ingest;

namespace {

std::string published(const Article& article) {
    return article.published ? iso_moment(article.published->moment, article.published->granularity) : "";
}

const std::string body = "MOSCOW: The ministers met on Wednesday and agreed on the plan for the border.\n";

} // namespace

TEST_CASE("a text file's header lines give title, date, source and address, and its text begins after them") {
    const Read read = read_bytes("Title: Ministers Meet\r\nDate: 2021-10-20\r\nSource: Example Wire\r\n"
                                 "URL: https://example.org/a\r\n\r\n" +
                                     body,
                                 "a.txt");
    REQUIRE(read.articles.size() == 1);
    const Article& article = read.articles[0];
    CHECK(article.title == "Ministers Meet");
    CHECK(published(article) == "2021-10-20");
    CHECK(article.published_from == PublishedFrom::header);
    CHECK(article.source == "Example Wire");
    CHECK(article.url == "https://example.org/a");
    CHECK(article.text == body);
    CHECK(article.language == "en");
    CHECK(read.diagnostics.empty());
}

TEST_CASE("lines that only look like a header stay in the text") {
    const std::string text = "Title: Ministers Meet\nNote: this is no header\n\n" + body;
    const Read read = read_bytes(text, "a.txt");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == text);
}

TEST_CASE("a file name dates its article, and a header goes before it") {
    CHECK(published(read_bytes(body, "x/2021-10-20_slug.txt").articles.at(0)) == "2021-10-20");
    CHECK(read_bytes(body, "x/2021-10-20_slug.txt").articles.at(0).published_from == PublishedFrom::file_name);
    CHECK(published(read_bytes("Date: 2021-11-01\n\n" + body, "2021-10-20_slug.txt").articles.at(0)) == "2021-11-01");
    CHECK(published(read_bytes(body, "2021-02-30_slug.txt").articles.at(0)).empty());
}

TEST_CASE("the options --published and --dates date only what has no date of its own") {
    Options options;
    options.published = parse_date("2020-01-01");
    options.dates.emplace("b.txt", *parse_date("2020-02-02"));
    CHECK(published(read_bytes(body, "a.txt", options).articles.at(0)) == "2020-01-01");
    CHECK(read_bytes(body, "a.txt", options).articles.at(0).published_from == PublishedFrom::option);
    CHECK(published(read_bytes(body, "dir/b.txt", options).articles.at(0)) == "2020-02-02");
    CHECK(published(read_bytes("Date: 2021-10-20\n\n" + body, "b.txt", options).articles.at(0)) == "2021-10-20");
}

TEST_CASE("a date that does not exist is told with file and line, and the article is kept undated") {
    const Read read = read_bytes("Title: A\nDate: 2021-02-30\n\n" + body, "a.txt");
    REQUIRE(read.articles.size() == 1);
    CHECK_FALSE(read.articles[0].published);
    REQUIRE(read.diagnostic("bad-date") != nullptr);
    CHECK(read.diagnostic("bad-date")->line == 2u);
    CHECK(read.report.undated == 1);
    CHECK(read.report.first_undated == std::vector<std::string>{"a.txt"});
}

TEST_CASE("invalid UTF-8 becomes U+FFFD with file, line and byte, and the article is kept") {
    const Read read = read_bytes("One line of text, long enough.\nTwo \xff lines of text here.\n", "a.txt");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "One line of text, long enough.\nTwo \xEF\xBF\xBD lines of text here.\n");
    REQUIRE(read.diagnostic("invalid-utf8") != nullptr);
    CHECK(read.diagnostic("invalid-utf8")->line == 2u);
    CHECK(read.diagnostic("invalid-utf8")->byte == 35u);
    CHECK(read.report.repaired == 1);
}

TEST_CASE("empty, binary and oversized files are skipped with a reason") {
    CHECK(read_bytes("", "a.txt").report.skipped.at("empty") == 1);
    CHECK(read_bytes(" \n\n", "a.txt").report.skipped.at("empty") == 1);
    CHECK(read_bytes(std::string("abc\0def", 7), "a.txt").report.skipped.at("binary") == 1);
    CHECK(read_bytes("\xff\xfe\xfd\xfc text", "a.txt").report.skipped.at("binary") == 1);
    Options options;
    options.limits.article_bytes = 1000;
    const Read read = read_bytes(std::string(5000, 'x'), "a.txt", options);
    CHECK(read.articles.empty());
    CHECK(read.report.skipped.at("too-large") == 1);
}

TEST_CASE("a text in UTF-16 is told from other binary files, with what to do about it") {
    for (const std::string& bytes : {std::string("\xFF\xFEh\0i\0 \0a\0l\0l\0", 14), std::string("\xFE\xFF\0h\0i", 6)}) {
        const Read read = read_bytes(bytes, "a.txt");
        CHECK(read.articles.empty());
        REQUIRE(read.diagnostic("binary") != nullptr);
        CHECK(read.diagnostic("binary")->message.find("iconv -f UTF-16") != std::string::npos);
    }
}

TEST_CASE("a page in UTF-16 is read, in both byte orders") {
    const std::string page = "<html><head><title>Ministers Meet</title></head><body><article><p>The ministers met on "
                             "Wednesday.</p></article></body></html>";
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char c : page) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    for (const std::string& bytes : {little, big}) {
        const Read read = read_bytes(bytes, "a.html");
        REQUIRE(read.articles.size() == 1);
        CHECK(read.articles[0].text == "The ministers met on Wednesday.");
    }
}

TEST_CASE("a folder is read in byte order of its paths, hidden files left out, and links not followed out of it") {
    ScratchFolder folder;
    ScratchFolder outside;
    folder.write("set/b.txt", "Second of them.\n");
    folder.write("set/a/z.txt", "Inner one of them.\n");
    folder.write("set/a.txt", "First of them.\n");
    folder.write("set/.hidden", "Not this.\n");
    std::filesystem::create_symlink(outside.write("secret.txt", "Secret.\n"), folder.path() / "set/link.txt");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "set/loop");
    std::filesystem::create_directory_symlink(outside.path(), folder.path() / "set/a/away");
    std::filesystem::create_symlink("nowhere", folder.path() / "set/dangling.txt");
    std::filesystem::create_symlink("a.txt", folder.path() / "set/second-name.txt");
    const Read read = read_paths({(folder.path() / "set").string()});
    std::vector<std::string> texts;
    for (const Article& article : read.articles) {
        texts.push_back(article.text);
    }
    CHECK(texts == std::vector<std::string>{"First of them.\n", "Inner one of them.\n", "Second of them.\n",
                                            "First of them.\n"});
    CHECK(read.report.skipped.at("link") == 4);
}

TEST_CASE("a path that is missing, unreadable or an empty folder is told, and the rest is read") {
    ScratchFolder folder;
    const std::string good = folder.write("good.txt", body);
    std::filesystem::create_directory(folder.path() / "empty");
    const Read read = read_paths({(folder.path() / "missing.txt").string(), (folder.path() / "empty").string(), good});
    CHECK(read.articles.size() == 1);
    CHECK(read.report.skipped.at("unreadable") == 1);
    CHECK(read.report.skipped.at("empty-folder") == 1);
}

TEST_CASE("reading stops when the caller has enough") {
    const std::string lines = "{\"text\":\"One of two articles.\"}\n{\"text\":\"Two of two articles.\"}\n";
    std::size_t taken = 0;
    const auto report = read_article_bytes(lines, "a.jsonl", {}, {}, [&](Article&&) { return ++taken < 1; });
    REQUIRE(report);
    CHECK(taken == 1);
}

TEST_CASE("an id is derived from address and content, and equal input gives equal ids") {
    const auto id = [](const std::string& json) { return read_bytes(json, "a.jsonl").articles.at(0).id; };
    CHECK(id("{\"id\":\" 7 \",\"text\":\"abc def\"}") == " 7 ");
    CHECK(id("{\"text\":\"abc def\"}") == id("{\"text\":\"abc def\"}"));
    CHECK(id("{\"text\":\"abc def\"}") != id("{\"text\":\"abc deg\"}"));
    CHECK(id("{\"url\":\"https://a.org/x?utm_source=y#top\",\"text\":\"abc\"}") ==
          id("{\"url\":\"http://A.org/x\",\"text\":\"abc\"}"));
    // An update is an article of its own: the story tells that the two are one voice.
    CHECK(id("{\"url\":\"https://a.org/x\",\"text\":\"abc\"}") != id("{\"url\":\"https://a.org/x\",\"text\":\"abd\"}"));
}

TEST_CASE("an unknown input format is an error of usage that names the known ones") {
    Options options;
    options.input_format = "msword";
    const auto report = read_article_bytes("x", "x", options, {}, [](Article&&) { return true; });
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::usage);
    CHECK(report.error().hint.find("jsonl") != std::string::npos);
}

TEST_CASE("a table of dates is read by path, and a bad line is told") {
    ScratchFolder folder;
    const auto dates = read_dates(folder.write("dates.tsv", "path\tdate\n# comment\na/b.txt\t2021-10-20\n"));
    REQUIRE(dates);
    CHECK(dates->count("a/b.txt") == 1);
    CHECK_FALSE(read_dates(folder.write("bad.tsv", "a.txt\t2021-10-20\nb.txt\tyesterday\n")));
    CHECK_FALSE(read_dates(folder.path() / "none.tsv"));
}
