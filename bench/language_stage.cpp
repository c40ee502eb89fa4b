// fasti_bench_language FILE|FOLDER…: the steps of the language layer, in words per CPU-second on one thread; then how
// much more two threads do. bench/language_yardstick/ runs wink-nlp (tags only) on the same texts.
#include "bench/cpu_time.hpp"
#include "core/data_dir.hpp"
#include "ingest/reader.hpp"
#include "language/analyze.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace fasti;

std::size_t words_of(const std::vector<Document>& documents) {
    std::size_t words = 0;
    for (const Document& document : documents)
        words += document.tokens.size();
    return words;
}

/// Seconds on the wall clock that `threads` of them take, each with all articles for itself.
double wall_seconds(unsigned threads, std::size_t runs, const std::vector<Article>& articles,
                    const language::Model& model) {
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (std::size_t run = 0; run < runs; ++run)
                for (const Article& article : articles)
                    (void)language::analyze(article, model);
        });
    for (std::thread& worker : workers)
        worker.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

} // namespace

int main(int argc, char** argv) {
    const auto path = find_data("language/en/en.model");
    if (!path) {
        std::fprintf(stderr, "%s: %s\n", path.error().place.c_str(), path.error().message.c_str());
        return 3;
    }
    const auto model = language::Model::open(*path);
    if (!model) {
        std::fprintf(stderr, "%s: %s\n", model.error().place.c_str(), model.error().message.c_str());
        return 3;
    }
    std::vector<Article> articles;
    const auto read = ingest::read_articles(
        std::vector<std::string>(argv + 1, argv + argc), {}, [](const Diagnostic&) {},
        [&](Article&& article) {
            articles.push_back(std::move(article));
            return true;
        });
    if (!read || articles.empty()) {
        std::fprintf(stderr, "fasti_bench_language FILE|FOLDER… with articles\n");
        return 2;
    }

    std::vector<Document> documents;
    const auto report = [&](const char* name, double seconds) {
        std::printf("%-24s %10.0f words a CPU-second\n", name, static_cast<double>(words_of(documents)) / seconds);
    };
    const double tokens = seconds_of([&] {
        documents.clear();
        for (const Article& article : articles)
            documents.push_back(language::tokenize(article));
    });
    report("words and sentences", tokens);
    const auto step = [&](const char* name, void (*work)(Document&, const language::Model&)) {
        const double seconds = seconds_of([&] {
            for (Document& document : documents)
                work(document, *model);
        });
        report(name, seconds);
        return seconds;
    };
    const double tags = step("tags and lemmas", language::tag);
    const double names = step("names", language::find_names);
    report("tags and names", tags + names);
    const double trees = step("trees", language::parse);
    report("everything", tokens + tags + names + trees);

    const auto runs = static_cast<std::size_t>(1 + 2 / (tokens + tags + names + trees));
    const double one = wall_seconds(1, runs, articles, *model), two = wall_seconds(2, runs, articles, *model);
    std::printf("%-24s %10.2f times the work of one\n", "two threads", 2 * one / two);
    return 0;
}
