// How fast articles are read, each format against copying the same bytes in memory.
//
//   build/release/fasti_bench_ingest [tests/ingest/pages]
//   build/release/fasti_bench_ingest news.warc.gz          one file of yours; compare with gzip -dc
#include "ingest/reader.hpp"

#include <cstdio>
#include <ctime>
#include <fstream>

namespace {

// Seconds of processor time, so that other work on the machine does not count.
double seconds_of(const auto& work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void measure(const char* format, const std::string& bytes) {
    fasti::ingest::Options options;
    options.input_format = format;
    std::uint64_t articles = 0;
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        articles = 0;
        best = std::min(best, seconds_of([&] {
                            const auto report =
                                fasti::ingest::read_article_bytes(bytes, format, options, {}, [&](fasti::Article&&) {
                                    ++articles;
                                    return true;
                                });
                            if (!report) {
                                std::puts("failed");
                            }
                        }));
    }
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    const double copy = seconds_of([&] { std::string copied(bytes); });
    std::printf("%-6s %7.1f MB %8llu articles %8.1f MB/s %8.1f x the time of a copy\n", format, megabytes,
                static_cast<unsigned long long>(articles), megabytes / best, best / copy);
}

void measure_file(const std::string& path) {
    std::uint64_t articles = 0;
    const double spent = seconds_of([&] {
        const std::vector<std::string> paths = {path};
        const auto report = fasti::ingest::read_articles(paths, {}, {}, [&](fasti::Article&&) {
            ++articles;
            return true;
        });
        if (!report) {
            std::puts("failed");
        }
    });
    const double megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    std::printf("%s %.1f MB %llu articles %.1f s %.1f MB/s\n", path.c_str(), megabytes,
                static_cast<unsigned long long>(articles), spent, megabytes / spent);
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path pages = argc > 1 ? argv[1] : "tests/ingest/pages";
    if (std::filesystem::is_regular_file(pages)) {
        measure_file(pages.string());
        return 0;
    }
    std::string lines;
    {
        std::ifstream in(pages / "answers.jsonl");
        const std::string answers{std::istreambuf_iterator<char>(in), {}};
        while (lines.size() < 16'000'000 && !answers.empty()) {
            lines += answers;
        }
    }
    measure("jsonl", lines);
    // One page of the size of many would be no page: each is read by itself, as often as it takes.
    double spent = 0;
    double megabytes = 0;
    for (int round = 0; round < 3; ++round) {
        for (const auto& entry : std::filesystem::directory_iterator(pages)) {
            if (entry.path().extension() != ".html") {
                continue;
            }
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string page{std::istreambuf_iterator<char>(in), {}};
            megabytes += static_cast<double>(page.size()) / 1e6;
            spent += seconds_of([&] {
                const auto report =
                    fasti::ingest::read_article_bytes(page, "page", {}, {}, [](fasti::Article&&) { return true; });
                if (!report) {
                    std::puts("failed");
                }
            });
        }
    }
    std::printf("%-6s %7.1f MB %26.1f MB/s\n", "html", megabytes, megabytes / spent);
}
