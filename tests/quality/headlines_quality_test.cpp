// Finite verbs of headlines ("Storm hits coast"), which a tagger likes to take for nouns: floors that only rise. Run
// with -s to see what was missed.
#include "core/data_dir.hpp"
#include "language/analyze.hpp"
#include "language/tokenizer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

using namespace fasti;

namespace {

struct Headline {
    Article article;
    std::vector<std::uint32_t> verbs; ///< where they begin in the text
};

// "Storm *hits coast"
Headline read_headline(std::string_view line) {
    Headline out;
    for (const char c : line) {
        if (c == '*') {
            out.verbs.push_back(static_cast<std::uint32_t>(out.article.text.size()));
        } else {
            out.article.text += c;
        }
    }
    return out;
}

} // namespace

TEST_CASE("most finite verbs of headlines are verbs") {
    const auto path = find_data("language/en/en.model");
    REQUIRE(path);
    const auto model = language::Model::open(*path);
    REQUIRE(model);
    std::ifstream lines(FASTI_SOURCE_DIR "/tests/quality/headlines.txt");
    std::size_t right = 0, all = 0, other = 0;
    std::string missed;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) {
            continue;
        }
        const Headline headline = read_headline(line);
        Document document = language::tokenize(headline.article);
        language::tag(document, *model);
        for (const Token& token : document.tokens) {
            const bool wanted = std::ranges::find(headline.verbs, token.span.begin) != headline.verbs.end();
            const bool finite = token.xpos == Xpos::vbz || token.xpos == Xpos::vbp || token.xpos == Xpos::vbd;
            all += wanted;
            right += wanted && token.upos == Upos::verb;
            other += !wanted && finite && token.upos == Upos::verb;
            if (wanted && token.upos != Upos::verb) {
                missed += line + '\n';
            }
        }
    }
    INFO(missed);
    CHECK(all == 71);
    CHECK(right >= 57);
    CHECK(other <= 4);
}
