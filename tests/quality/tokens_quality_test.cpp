// Tokens and sentences of raw text against gold CoNLL-U: the floors only rise. Run with -s to see the figures.
#include "language/conllu.hpp"
#include "language/tokenizer.hpp"
#include "quality/shared_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>

using namespace fasti;

namespace {

struct Counts {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t gold = 0;

    [[nodiscard]] double f1() const {
        return found + gold == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
    }
};

template <class Items> void count(Counts& counts, const Items& found, const Items& gold) {
    counts.found += found.size();
    counts.gold += gold.size();
    for (auto f = found.begin(), g = gold.begin(); f != found.end() && g != gold.end();) {
        counts.right += f->span == g->span;
        f->span.end <= g->span.end ? ++f : ++g;
    }
}

struct Scores {
    Counts tokens;
    Counts sentences;
};

// Every document whose id holds one of `genres`; with FASTI_SHOW_ERRORS set, what differs goes to stderr.
Scores score(const std::string& bytes, const std::vector<std::string_view>& genres) {
    Scores scores;
    const bool show = std::getenv("FASTI_SHOW_ERRORS") != nullptr;
    for (const auto& [article, gold] : language::read_conllu(bytes, "gold", {}, {})) {
        const std::string_view id = article->id;
        if (!genres.empty() && std::ranges::none_of(genres, [&](auto g) { return id.find(g) != id.npos; })) {
            continue;
        }
        const Document found = language::tokenize(*article);
        const auto span = [](const auto& item) { return item.span; };
        if (show) {
            for (const auto& t : gold.tokens) {
                if (!std::ranges::binary_search(found.tokens, t.span, {}, span)) {
                    const Span around{t.span.begin < 20 ? 0 : t.span.begin - 20, t.span.end + 20};
                    std::cerr << "T " << id << "\t" << gold.word(t) << "\t" << surface(gold.text, around) << '\n';
                }
            }
            for (const auto& s : gold.sentences) {
                if (!std::ranges::binary_search(found.sentences, s.span, {}, span)) {
                    std::cerr << "S " << id << "\tGOLD\t" << gold.words(s.span) << '\n';
                }
            }
            for (const auto& s : found.sentences) {
                if (!std::ranges::binary_search(gold.sentences, s.span, {}, span)) {
                    std::cerr << "S " << id << "\tFOUND\t" << gold.words(s.span) << '\n';
                }
            }
        }
        count(scores.tokens, found.tokens, gold.tokens);
        count(scores.sentences, found.sentences, gold.sentences);
    }
    return scores;
}

void check(const char* file, const std::vector<std::string_view>& genres, double tokens, double sentences) {
    const auto bytes = quality::read_shared(std::string("data/language/") + file);
    if (!bytes) {
        WARN("the shared data is not here: nothing was measured");
        return;
    }
    const Scores scores = score(*bytes, genres);
    std::string label = file;
    for (const auto genre : genres) {
        label += ' ';
        label += genre;
    }
    WARN(label << ": tokens " << scores.tokens.f1() << " (" << scores.tokens.gold << "), sentences "
               << scores.sentences.f1() << " (" << scores.sentences.gold << ")");
    CHECK(scores.tokens.f1() >= tokens);
    CHECK(scores.sentences.f1() >= sentences);
}

} // namespace

TEST_CASE("tokens and sentences of GUM news and interviews keep their quality") {
    check("gum-dev.conllu", {"_news_", "_interview_"}, 99.8, 96);
}

TEST_CASE("tokens and sentences of all of GUM dev keep their quality") {
    check("gum-dev.conllu", {}, 99.7, 95);
}

TEST_CASE("tokens and sentences of EWT dev keep their quality") {
    check("ewt-dev.conllu", {}, 98.7, 81);
}

TEST_CASE("tokens and sentences of the GUM training news and interviews keep their quality") {
    check("gum-train.conllu", {"_news_", "_interview_"}, 99.6, 95);
}

TEST_CASE("tokens and sentences of the EWT training weblogs keep their quality") {
    check("ewt-train.conllu", {"weblog", "newsgroup"}, 99.7, 88);
}
