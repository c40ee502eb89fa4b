// The extractor against sixty pages with answers (pages/, written before it): ten kinds of page after
// each of six publishing systems. The floors only rise.
#include "tests/ingest/reading.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <map>

using namespace fasti;
using namespace fasti::ingest;

namespace {

std::map<std::string, int> words_of(const std::string& text) {
    std::map<std::string, int> words;
    std::string word;
    for (const char c : text + " ") {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') {
            word += static_cast<char>(byte | 0x20);
        } else if ((byte >= '0' && byte <= '9') || byte >= 0x80) {
            word += c;
        } else if (!word.empty()) {
            ++words[word];
            word.clear();
        }
    }
    return words;
}

struct Overlap {
    int shared = 0;
    int found = 0;
    int wanted = 0;
};

void add_overlap(const std::string& found, const std::string& wanted, Overlap& overlap) {
    const auto a = words_of(found);
    const auto b = words_of(wanted);
    for (const auto& [word, count] : a) {
        overlap.found += count;
        const auto other = b.find(word);
        overlap.shared += other == b.end() ? 0 : std::min(count, other->second);
    }
    for (const auto& [word, count] : b) {
        overlap.wanted += count;
    }
}

} // namespace

TEST_CASE("sixty pages give their publication date, title and text") {
    const std::filesystem::path folder = std::filesystem::path(FASTI_SOURCE_DIR) / "tests/ingest/pages";
    // The answers have the fields of an article, and "file", which is read as its address.
    Options options;
    options.map = {{"url", "file"}};
    const Read gold = read_paths({(folder / "answers.jsonl").string()}, options);
    REQUIRE(gold.articles.size() == 60);
    int dates = 0;
    int titles = 0;
    int paragraphs = 0;
    Overlap overlap;
    for (const Article& wanted : gold.articles) {
        const Read read = read_paths({(folder / wanted.url).string()});
        CAPTURE(wanted.url);
        REQUIRE(read.articles.size() == 1);
        const Article& found = read.articles[0];
        const bool date = found.published && iso_date(found.published->moment) == iso_date(wanted.published->moment);
        const bool title = found.title == wanted.title;
        dates += date;
        titles += title;
        paragraphs += found.text == wanted.text;
        add_overlap(found.text, wanted.text, overlap);
        if (!date || !title || found.text != wanted.text) {
            UNSCOPED_INFO(wanted.url << (date ? "" : " date") << (title ? "" : " title: " + found.title)
                                     << (found.text == wanted.text ? "" : " text"));
        }
    }
    const double precision = static_cast<double>(overlap.shared) / overlap.found;
    const double recall = static_cast<double>(overlap.shared) / overlap.wanted;
    const double f1 = 200 * precision * recall / (precision + recall);
    std::printf("pages: dates %d/60, titles %d/60, text F1 %.2f (P %.2f, R %.2f), same to the byte %d/60\n", dates,
                titles, f1, 100 * precision, 100 * recall, paragraphs);
    CHECK(dates >= 57);
    CHECK(titles >= 58);
    CHECK(f1 >= 95.0);
}
