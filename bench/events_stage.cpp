// fasti_bench_events FILE|FOLDER…: the events stage alone, and all stages of `annotate` together, in words per
// CPU-second on one thread; then trees that are hard on purpose, each at 1×, 4× and 16× its size: the cost of a word
// must not grow.
#include "bench/cpu_time.hpp"
#include "core/data_dir.hpp"
#include "events/extract.hpp"
#include "ingest/reader.hpp"
#include "language/analyze.hpp"
#include "language/conllu.hpp"
#include "temporal/temporal.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace fasti;

struct Read {
    Article article;
    Document document;
    std::vector<Timex> timexes;
};

std::string row(std::size_t id, const char* word, const char* tags, std::size_t head, const char* relation) {
    return std::to_string(id) + '\t' + word + '\t' + word + '\t' + tags + "\t_\t" + std::to_string(head) + '\t' +
           relation + "\t_\t_\n";
}

/// "guards … fled, fled, fled": `n` verbs under the first, with one subject of `n` conjuncts.
std::string conjoined(std::size_t n) {
    std::string text = row(1, "guards", "NOUN\tNNS", n + 1, "nsubj");
    for (std::size_t i = 2; i <= n; ++i)
        text += row(i, "Rome", "PROPN\tNNP", 1, "conj");
    text += row(n + 1, "attacked", "VERB\tVBD", 0, "root");
    for (std::size_t i = n + 2; i <= 2 * n; ++i)
        text += row(i, "attacked", "VERB\tVBD", n + 1, "conj");
    return text + '\n';
}

/// Every clause under the one before: "said that … said that …".
std::string nested(std::size_t n) {
    std::string text = row(1, "said", "VERB\tVBD", 0, "root");
    for (std::size_t i = 2; i <= n; ++i)
        text += row(i, "said", "VERB\tVBD", i - 1, "ccomp");
    return text + '\n';
}

/// One light verb with `n` nouns of action.
std::string carried(std::size_t n) {
    std::string text = row(1, "held", "VERB\tVBD", 0, "root");
    for (std::size_t i = 2; i <= n; ++i)
        text += row(i, "talks", "NOUN\tNNS", 1, "obj");
    return text + '\n';
}

/// Sentences of nothing but pronouns.
std::string pronouns(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; i += 4)
        text += row(1, "he", "PRON\tPRP", 2, "nsubj") + row(2, "they", "PRON\tPRP", 0, "root") +
                row(3, "it", "PRON\tPRP", 2, "obj") + row(4, "him", "PRON\tPRP", 2, "obl") + '\n';
    return text;
}

/// One name, `n` times.
std::string one_name(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; i += 3)
        text += row(1, "Rome", "PROPN\tNNP", 2, "nsubj") + row(2, "attacked", "VERB\tVBD", 0, "root") +
                row(3, "Rome", "PROPN\tNNP", 2, "obj") + '\n';
    return text;
}

void measure_hard(const char* name, std::string (*make)(std::size_t), const events::Lexicons& lexicons) {
    std::printf("%-34s", name);
    for (const std::size_t n : {2'000u, 8'000u, 32'000u}) {
        auto read = language::read_conllu(make(n), "bench", language::ConlluColumns{}, [](const Diagnostic&) {});
        const double seconds = seconds_of([&] {
            for (const auto& document : read)
                (void)events::extract(*document.article, document.document, {}, lexicons);
        });
        std::size_t words = 0;
        for (const auto& document : read)
            words += document.document.tokens.size();
        std::printf(" %10.0f", 1e9 * seconds / static_cast<double>(words));
    }
    std::printf("   ns a word at 2,000, 8,000 and 32,000 words\n");
}

} // namespace

int main(int argc, char** argv) {
    const auto model_path = find_data("language/en/en.model");
    const auto rules_path = find_data("temporal/en");
    const auto events_path = find_data("events/en");
    if (!model_path || !rules_path || !events_path) {
        std::fprintf(stderr, "the program's data is missing\n");
        return 3;
    }
    const auto model = language::Model::open(*model_path);
    const auto rules = temporal::Rules::load(std::array{*rules_path});
    const auto lexicons = events::Lexicons::load(*events_path);
    if (!model || !rules || !lexicons) {
        std::fprintf(stderr, "the program's data cannot be read\n");
        return 3;
    }
    std::vector<Read> articles;
    const auto read = ingest::read_articles(
        std::vector<std::string>(argv + 1, argv + argc), {}, [](const Diagnostic&) {},
        [&](Article&& article) {
            articles.push_back({std::move(article), {}, {}});
            return true;
        });
    if (!read || articles.empty()) {
        std::fprintf(stderr, "fasti_bench_events FILE|FOLDER… with articles\n");
        return 2;
    }
    std::size_t words = 0;
    const double whole = seconds_of([&] {
        words = 0;
        for (Read& one : articles) {
            one.document = language::analyze(one.article, *model);
            one.timexes =
                temporal::resolve(temporal::match(one.document, *rules), one.article, one.document, *rules, {});
            (void)events::extract(one.article, one.document, one.timexes, *lexicons);
            words += one.document.tokens.size();
        }
    });
    const double stage = seconds_of([&] {
        for (const Read& one : articles)
            (void)events::extract(one.article, one.document, one.timexes, *lexicons);
    });
    const auto rate = [&](double seconds) { return static_cast<double>(words) / seconds; };
    std::printf("%-34s %10.0f words a CPU-second\n", "events", rate(stage));
    std::printf("%-34s %10.0f words a CPU-second\n", "all stages of annotate", rate(whole));
    measure_hard("verbs and subjects conjoined", conjoined, *lexicons);
    measure_hard("clauses within clauses", nested, *lexicons);
    measure_hard("nouns of action under one verb", carried, *lexicons);
    measure_hard("pronouns alone", pronouns, *lexicons);
    measure_hard("one name again and again", one_name, *lexicons);
    return 0;
}
