// fasti_bench_temporal FILE…: time expressions alone, in MB of text per CPU-second: the files as they are,
// one document of 4 and 16 times the text, and hostile texts. bench/temporal_yardstick/ runs chrono-node on the same
// files.
#include "bench/cpu_time.hpp"
#include "core/data_dir.hpp"
#include "language/tokenizer.hpp"
#include "temporal/temporal.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace fasti;

void measure(const char* name, const std::string& text, const temporal::Rules& rules) {
    Article article;
    article.text = text;
    article.published = parse_date("2021-10-20");
    const Document document = language::tokenize(article);
    std::size_t found = 0;
    const double seconds = seconds_of([&] {
        const auto candidates = temporal::match(document, rules);
        found = temporal::resolve(candidates, article, document, rules, {}).size();
    });
    std::printf("%-24s %9.3f MB %8zu expressions %8.2f MB/s\n", name, static_cast<double>(text.size()) * 1e-6, found,
                static_cast<double>(text.size()) * 1e-6 / seconds);
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    const auto dir = find_data("temporal/en");
    if (!dir) {
        std::fprintf(stderr, "%s: %s\n", dir.error().place.c_str(), dir.error().message.c_str());
        return 3;
    }
    const double begun = cpu_seconds();
    constexpr int loads = 20;
    for (int i = 1; i < loads; ++i) {
        (void)temporal::Rules::load(std::array{*dir});
    }
    const auto rules = temporal::Rules::load(std::array{*dir});
    if (!rules) {
        std::fprintf(stderr, "%s: %s\n", rules.error().place.c_str(), rules.error().message.c_str());
        return 3;
    }
    std::printf("%-24s %9.2f ms\n", "rules loaded", (cpu_seconds() - begun) * 1000 / loads);
    std::string text;
    for (int i = 1; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        text.append(std::istreambuf_iterator<char>(in), {});
        text += "\n\n";
    }
    for (const std::size_t times : {1u, 4u, 16u}) {
        measure(("text x" + std::to_string(times)).c_str(), repeated(text, times), *rules);
    }
    measure("100,000 months", repeated("October ", 100'000), *rules);
    measure("100,000 digits", repeated("9", 100'000), *rules);
    measure("nested ranges", repeated("from March to June to 1914-", 20'000), *rules);
    return 0;
}
