// Archives, web archives, feeds, tables and documents, from small files of each format.
#include "tests/ingest/reading.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using namespace fasti::ingest;

namespace {

std::string fixture(const std::string& name) {
    return (std::filesystem::path(FASTI_SOURCE_DIR) / "tests/ingest/formats" / name).string();
}
std::string day(const Article& article) {
    return article.published ? iso_date(article.published->moment) : "";
}

} // namespace

TEST_CASE("a DOCX document gives its paragraphs without deletions, its title and its day") {
    const Read read = read_paths({fixture("note.docx")});
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "Ministers Extend Treaty\n\nThe ministers met on Wednesday & signed.");
    CHECK(read.articles[0].title == "The Treaty");
    CHECK(day(read.articles[0]) == "2021-10-20");
}

TEST_CASE("an ODT document gives its paragraphs without annotations") {
    const Read read = read_paths({fixture("note.odt")});
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "Ministers Extend Treaty\n\nThe ministers met on Wednesday.");
    CHECK(day(read.articles[0]) == "2021-10-20");
}

TEST_CASE("every entry of a zip is read by its own format, whatever its path says") {
    const Read read = read_paths({fixture("set.zip")});
    REQUIRE(read.articles.size() == 2);
    CHECK(day(read.articles[0]) == "2021-10-20");
    CHECK(read.articles[1].text == "The second article.");
    CHECK(read.report.skipped.at("binary") == 1);
}

TEST_CASE("a web archive gives its pages; redirects, errors and pictures are passed over") {
    const Read read = read_paths({fixture("crawl.warc.gz")});
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].title == "Ministers Extend Treaty");
    CHECK(day(read.articles[0]) == "2021-10-20");
    CHECK(read.articles[0].published_from == PublishedFrom::url);
    CHECK(read.articles[1].text == read.articles[0].text);
    CHECK(read.articles[1].published_from == PublishedFrom::archive);
    CHECK(read.report.skipped_total() == 0);
}

TEST_CASE("an archive that expands without end costs itself only") {
    Options options;
    options.limits.expansion_free = 100'000;
    const Read read = read_paths({fixture("bomb.txt.gz"), fixture("note.odt")}, options);
    CHECK(read.articles.size() == 1);
    CHECK(read.report.skipped.at("expands-too-much") == 1);
}

TEST_CASE("a cut archive is told, and what came before is kept") {
    const std::string whole = slurp(fixture("crawl.warc.gz"));
    std::size_t told = 0;
    for (std::size_t size = 100; size < whole.size(); size += 100) {
        const Read read = read_bytes(whole.substr(0, size), "crawl.warc.gz");
        CHECK(read.articles.size() <= 2);
        told += read.report.skipped_total();
    }
    CHECK(told >= 5);
}

TEST_CASE("RSS items give text, title, address and date") {
    const Read read = read_bytes(
        R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>
        <item><title>Ministers &amp; Treaty</title><link>https://courier.example/a</link><pubDate>Wed, 20 Oct 2021 23:30:00 +0300</pubDate>
        <description>Short.</description><content:encoded><![CDATA[<p>The ministers met on <b>Wednesday</b>.</p><p>They signed.</p>]]></content:encoded></item>
        <item><title>Empty</title></item></channel></rss>)",
        "feed.xml");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Ministers & Treaty");
    CHECK(read.articles[0].text == "The ministers met on Wednesday.\n\nThey signed.");
    CHECK(read.articles[0].url == "https://courier.example/a");
    CHECK(read.articles[0].source == "Courier");
    CHECK(day(read.articles[0]) == "2021-10-20");
    CHECK(read.articles[0].published_from == PublishedFrom::feed);
    CHECK(read.report.skipped.at("no-text") == 1);
}

TEST_CASE("Atom entries give published before updated, and xhtml content") {
    const Read read = read_bytes(
        R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Treaty</title><link rel="alternate" href="https://courier.example/b"/>
        <updated>2021-10-22T00:00:00Z</updated><published>2021-10-20T00:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ministers met.</p><p>They signed.</p></div></content></entry></feed>)",
        "feed.atom");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "The ministers met.\n\nThey signed.");
    CHECK(day(read.articles[0]) == "2021-10-20");
    CHECK(read.articles[0].modified);
}

TEST_CASE("an ampersand that XML knows nothing of costs no feed its items") {
    std::string filler;
    for (int i = 0; i < 3000; ++i) { // over the blocks in which it is read
        filler += "x &amp; y & z ";
    }
    const Read read =
        read_bytes("<rss version=\"2.0\"><channel><item><title>A & B &#38; C</title><description>One&nbsp;"
                   "&amp;amp; &eacute;l.</description></item><item><description><![CDATA[<p>a &amp; b</p>]]>"
                   "</description></item><item><description>" +
                       filler + "</description></item></channel></rss>",
                   "feed.xml");
    REQUIRE(read.articles.size() == 3);
    CHECK(read.diagnostics.empty());
    CHECK(read.articles[0].title == "A & B & C");
    CHECK(read.articles[0].text == "One & \xC3\xA9l.");
    CHECK(read.articles[1].text == "a & b");
    CHECK(std::count(read.articles[2].text.begin(), read.articles[2].text.end(), '&') == 6000);
}

TEST_CASE("XML of other kinds is read like a page, and its markup is no text") {
    const Read read =
        read_bytes("<?xml version=\"1.0\"?><nitf><head><title>The bridge opens</title></head><body><body.content>"
                   "<p>The council of Ruritania met in Strelsau and voted to open the old bridge to "
                   "carts.</p></body.content></body>"
                   "</nitf>",
                   "a.xml");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text.starts_with("The council"));
    CHECK(read.articles[0].title == "The bridge opens");
}

TEST_CASE("an external entity of a feed is not followed") {
    for (std::size_t length = 16200; length < 16400; ++length) { // marks over the end of the first block
        const Read read =
            read_bytes("<rss version=\"2.0\"><channel><item><description><![CDATA[" + std::string(length, 'x') +
                           " & ]]></description></item><item><description>A & B</description></item>"
                           "</channel></rss>",
                       "feed.xml");
        REQUIRE(read.articles.size() == 2);
        REQUIRE(read.articles[0].text == std::string(length, 'x') + " &");
        REQUIRE(read.articles[1].text == "A & B");
    }
    const Read read = read_bytes(
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>A text &x; here."
        "</description></item></channel></rss>",
        "feed.xml");
    for (const Article& article : read.articles) {
        CHECK(article.text.find("root:") == std::string::npos);
    }
}

TEST_CASE("a table's columns are taken by their names, quoted fields over several lines") {
    const Read read = read_bytes(
        "title,text,date\r\n\"A, b\",\"He said \"\"no\"\".\nTwice.\",2021-10-20\r\nNone,,2021-10-20\n", "a.csv");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "A, b");
    CHECK(read.articles[0].text == "He said \"no\".\nTwice.");
    CHECK(day(read.articles[0]) == "2021-10-20");
    REQUIRE(read.diagnostic("no-text") != nullptr);
    CHECK(read.diagnostic("no-text")->line == 4u);
}

TEST_CASE("a spreadsheet's column names may be in capitals") {
    const Read read = read_bytes("Title;Text;Date\r\nA;Talks began.;2021-10-20\r\n", "a.csv");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "A");
    CHECK(day(read.articles[0]) == "2021-10-20");
}

TEST_CASE("tables of spreadsheets: bars, a line that says the separator, old line ends, names in words") {
    for (const char* table :
         {"title|text|date\nBridge|One, two; three.|2021-10-20\n",
          "sep=;\r\ntitle;text;date\r\nBridge;\"One, two; three.\";20/10/2021\r\n",
          "title,text,date\rBridge,\"One, two; three.\",2021-10-20\r",
          "\xEF\xBB\xBFHeadline\tFull Text\tDate Published\nBridge\tOne, two; three.\t2021-10-20\n"}) {
        CAPTURE(table);
        const Read read = read_bytes(table, "table.csv");
        REQUIRE(read.articles.size() == 1);
        CHECK(read.articles[0].title == "Bridge");
        REQUIRE(read.articles[0].published);
        CHECK(iso_date(read.articles[0].published->moment) == "2021-10-20");
    }
}

TEST_CASE("UTF-16 is told in one message, whatever the format; pages in it are read") {
    const std::string text("\xFF\xFEt\0e\0x\0t\0,\0i\0d\0\n\0", 18);
    for (const char* name : {"a.txt", "a.csv", "a.jsonl", "a.json"}) {
        const Read read = read_bytes(text, name);
        REQUIRE(read.diagnostics.size() == 1);
        CHECK(read.diagnostics[0].code == "binary");
        CHECK(read.diagnostics[0].message.find("UTF-16") != std::string::npos);
    }
}

TEST_CASE("a table without a column of text is told of once") {
    const Read read = read_bytes("name\tdate\nA\t2021-10-20\nB\t2021-10-21\n", "a.tsv");
    CHECK(read.articles.empty());
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].code == "no-text");
    CHECK(read.diagnostics[0].line == 1u);
}

TEST_CASE("a PDF is read through pdftotext, and one that is broken or without it is told") {
    const std::string content =
        "BT /F1 12 Tf 72 720 Td (The ministers met on Wednes-) Tj 0 -14 Td (day in the capital.) Tj ET";
    const std::string pdf =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 "
        "R>>endobj\n"
        "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n5 0 obj<</Length " +
        std::to_string(content.size()) + ">>stream\n" + content + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    const Read read = read_bytes(pdf, "2021-10-20_treaty.pdf");
    if (read.report.skipped.count("no-pdftotext") > 0) {
        WARN("skipped: pdftotext is not installed");
        return;
    }
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "The ministers met on Wednesday in the capital.");
    CHECK(day(read.articles[0]) == "2021-10-20");
    CHECK(read_bytes("%PDF-1.4 nothing", "a.pdf").report.skipped_total() == 1);
}

TEST_CASE("a page that is nested without end is refused") {
    std::string deep = "<html><body>";
    for (int i = 0; i < 200'000; ++i) {
        deep += "<div>";
    }
    CHECK(read_bytes(deep + "text", "a.html").report.skipped.at("too-complex") == 1);
}
