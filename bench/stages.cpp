// fasti_bench_stages FOLDER…: MB of text per CPU-second of each stage on one thread, at 1×, 4× and 16× the
// articles, beside a yardstick (hashing the same bytes) that tells how fast this machine is today.
#include "bench/cpu_time.hpp"
#include "core/data_dir.hpp"
#include "core/stable_hash.hpp"
#include "events/extract.hpp"
#include "graph/story.hpp"
#include "ingest/reader.hpp"
#include "language/analyze.hpp"
#include "temporal/temporal.hpp"

#include <sys/resource.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace fasti;

struct Stage {
    const char* name;
    double seconds = 0;
};

enum StageIndex { yardstick, tokens, tags, names, trees, times, events_stage, prepared, stored, stage_count };

using Stages = std::array<Stage, stage_count>;

template <class Work> void timed(Stage& stage, Work work) {
    const double begun = cpu_seconds();
    work();
    stage.seconds += cpu_seconds() - begun;
}

struct Tools {
    language::Model model;
    temporal::Rules rules;
    events::Lexicons lexicons;
};

Result<Tools> load_tools() {
    const auto model_path = find_data("language/en/en.model");
    const auto rules_path = find_data("temporal/en");
    const auto events_path = find_data("events/en");
    if (!model_path || !rules_path || !events_path) {
        return Error{ErrorCode::io, "the program's data is missing", "", ""};
    }
    auto model = language::Model::open(*model_path);
    auto rules = temporal::Rules::load(std::array{*rules_path});
    auto lexicons = events::Lexicons::load(*events_path);
    if (!model || !rules || !lexicons) {
        return Error{ErrorCode::format, "the program's data cannot be read", "", ""};
    }
    return Tools{*model, *rules, *lexicons};
}

// Copies of the articles under new ids and on later days, so that the story grows like a real one.
void run(const std::vector<Article>& articles, int times_over, const Tools& tools, Stages& stages, std::size_t& bytes) {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "fasti-bench-stages";
    std::filesystem::remove_all(folder);
    auto story = graph::Story::create_or_open(folder);
    if (!story) {
        return;
    }
    volatile std::uint64_t sink = 0;
    for (int copy = 0; copy < times_over; ++copy) {
        for (Article article : articles) {
            article.id += "-" + std::to_string(copy);
            if (article.published) {
                article.published->moment = shift(article.published->moment, 30 * copy, Granularity::day);
            }
            bytes += article.text.size();
            timed(stages[yardstick], [&] { sink = sink + stable_hash(article.text); });
            Document document;
            timed(stages[tokens], [&] { document = language::tokenize(article); });
            timed(stages[tags], [&] { language::tag(document, tools.model); });
            timed(stages[names], [&] { language::find_names(document, tools.model); });
            timed(stages[trees], [&] { language::parse(document, tools.model); });
            std::vector<Timex> timexes;
            timed(stages[times], [&] {
                timexes = temporal::resolve(temporal::match(document, tools.rules), article, document, tools.rules, {});
            });
            Extraction extraction;
            timed(stages[events_stage],
                  [&] { extraction = events::extract(article, document, timexes, tools.lexicons); });
            timed(stages[prepared], [&] {
                const graph::Prepared ready =
                    graph::prepare({&article, &document, &timexes, &extraction}, story->lexicon());
                timed(stages[stored], [&] { (void)story->add(ready); });
            });
        }
    }
    stages[prepared].seconds -= stages[stored].seconds;
    timed(stages[stored], [&] { (void)story->link(); });
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> paths(argv + 1, argv + argc);
    auto tools = load_tools();
    if (!tools) {
        std::fprintf(stderr, "%s\n", tools.error().message.c_str());
        return 3;
    }
    std::vector<Article> articles;
    const auto read = ingest::read_articles(
        paths, {}, [](const Diagnostic&) {},
        [&](Article&& article) {
            articles.push_back(std::move(article));
            return true;
        });
    if (!read || articles.empty()) {
        std::fprintf(stderr, "fasti_bench_stages FOLDER… with articles\n");
        return 2;
    }
    constexpr std::array<const char*, stage_count> titles = {
        "hash (yardstick)", "tokens", "tags", "names", "trees", "times", "events", "prepare", "store and link"};
    std::array<std::array<double, stage_count>, 3> rates{};
    std::array<double, 3> whole{};
    for (std::size_t i = 0; i < 3; ++i) {
        Stages stages{};
        std::size_t bytes = 0;
        run(articles, 1 << (2 * i), *tools, stages, bytes);
        double all = 0;
        for (std::size_t s = 0; s < stage_count; ++s) {
            rates[i][s] = static_cast<double>(bytes) / 1e6 / stages[s].seconds;
            all += s == yardstick ? 0 : stages[s].seconds;
        }
        whole[i] = static_cast<double>(bytes) / 1e6 / all;
    }
    std::printf("%-18s %10s %10s %10s   MB of text per CPU-second\n", "stage", "1x", "4x", "16x");
    for (std::size_t s = 0; s < stage_count; ++s) {
        std::printf("%-18s %10.2f %10.2f %10.2f\n", titles[s], rates[0][s], rates[1][s], rates[2][s]);
    }
    std::printf("%-18s %10.2f %10.2f %10.2f\n", "whole", whole[0], whole[1], whole[2]);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory %.1f MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
