// Reads a folder of damaged files in one run and accounts for every one of them: it gave an article, or a
// message says why not. Files of all formats are cut short, their bits are flipped, their
// encodings mixed, their parts doubled, swapped with those of other files, and some bear another format's name.
//
//   fasti_mutated_files COUNT [SEED [FOLDER]]     the same files for the same seed; FOLDER keeps them
#include "core/utf8.hpp"
#include "ingest/reader.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using fasti::Article;
using fasti::Diagnostic;

struct Seed {
    std::string extension;
    std::string bytes;
};

std::vector<Seed> find_seeds() {
    const fs::path source = FASTI_SOURCE_DIR;
    std::vector<fs::path> files;
    for (const char* folder : {"tests/fuzz/seeds", "tests/ingest/pages", "tests/ingest/formats", "samples"}) {
        for (const auto& entry : fs::recursive_directory_iterator(source / folder)) {
            const std::string path = entry.path().string();
            const bool for_readers =
                path.find("/seeds/") == std::string::npos || path.find("/ingest_") != std::string::npos;
            if (entry.is_regular_file() && for_readers && entry.file_size() < 200'000) {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    // As many of each format: there are far more pages than archives.
    std::map<std::string, std::vector<fs::path>> by_extension;
    for (const fs::path& file : files) {
        by_extension[file.extension().string()].push_back(file);
    }
    std::vector<Seed> seeds;
    for (const auto& [extension, list] : by_extension) {
        for (std::size_t i = 0; i < 12; ++i) {
            std::ifstream in(list[i % list.size()], std::ios::binary);
            seeds.push_back({extension, {std::istreambuf_iterator<char>(in), {}}});
        }
    }
    return seeds;
}

class Mutator {
public:
    Mutator(const std::vector<Seed>& seeds, unsigned seed) : seeds_(seeds), random_(seed) {}

    Seed next() {
        Seed out = seeds_[below(seeds_.size())];
        for (std::size_t rounds = 1 + below(3); rounds > 0; --rounds) {
            change(out.bytes);
        }
        if (below(10) == 0) {
            out.extension = seeds_[below(seeds_.size())].extension;
        }
        return out;
    }

private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

    void change(std::string& bytes) {
        const std::size_t at = below(bytes.size() + 1);
        switch (below(9)) {
        case 0: // cut short
            bytes.resize(at);
            break;
        case 1: // the beginning is missing
            bytes.erase(0, std::min<std::size_t>(at, below(64) + 1));
            break;
        case 2: // bits flipped
            for (std::size_t n = 1 + below(40); n > 0 && !bytes.empty(); --n) {
                char& c = bytes[below(bytes.size())];
                c = static_cast<char>(c ^ (1 << below(8)));
            }
            break;
        case 3: // noise
            for (std::size_t i = at; i < std::min(bytes.size(), at + 1 + below(200)); ++i) {
                bytes[i] = static_cast<char>(random_());
            }
            break;
        case 4: // the rest in UTF-16
            bytes = bytes.substr(0, at) + (below(2) == 0 ? "\xFF\xFE" : "") + wide(bytes.substr(at));
            break;
        case 5: // Latin-1 and Windows-1252 among UTF-8
            for (std::size_t n = 1 + below(20); n > 0; --n) {
                bytes.insert(below(bytes.size() + 1), 1, static_cast<char>(0x80 + below(0x80)));
            }
            break;
        case 6: { // a part of another file
            const std::string& other = seeds_[below(seeds_.size())].bytes;
            const std::size_t from = below(other.size() + 1);
            bytes.insert(at, other.substr(from, below(5000)));
            break;
        }
        case 7: // a part again and again
            if (const std::string part = bytes.substr(at, 1 + below(300)); !part.empty()) {
                for (std::size_t n = 1 + below(300); n > 0; --n) {
                    bytes.insert(at, part);
                }
            }
            break;
        default: { // marks that formats trip over
            static const std::vector<std::string> marks = {
                "\"",           "{",  "[",    "<",    "]]>",  "\\u",      "\\ud83d", std::string(1, '\0'),
                "\xEF\xBB\xBF", "\r", "\n\n", "&#0;", "<!--", "<svg><p>", "-1"};
            bytes.insert(at, marks[below(marks.size())]);
        }
        }
    }

    static std::string wide(std::string_view bytes) {
        std::string out;
        for (const char c : bytes) {
            out += c;
            out += '\0';
        }
        return out;
    }

    const std::vector<Seed>& seeds_;
    std::mt19937 random_;
};

// The file that a message or an article is about: "…/000007.zip!a.html:12" → 000007.
std::string file_of(const std::string& place, const std::string& folder) {
    return place.starts_with(folder) ? place.substr(folder.size() + 1, 6) : std::string{};
}

bool sound(const Article& article) {
    return fasti::utf8::valid(article.text) && fasti::utf8::valid(article.title) && !article.id.empty() &&
           std::all_of(article.furniture.begin(), article.furniture.end(),
                       [&](const auto& piece) { return piece.span.end <= article.text.size() && !piece.span.empty(); });
}

} // namespace

int main(int argc, char** argv) {
    const unsigned long count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 400;
    const auto seed = static_cast<unsigned>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
    const fs::path folder =
        argc > 3 ? fs::path(argv[3]) : fs::temp_directory_path() / ("fasti-mutated-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const std::vector<Seed> seeds = find_seeds();
    Mutator mutator(seeds, seed);
    std::set<std::string> unaccounted;
    for (unsigned long i = 0; i < count; ++i) {
        const Seed file = mutator.next();
        std::string name = std::to_string(i);
        name.insert(0, 6 - name.size(), '0');
        unaccounted.insert(name);
        std::ofstream(folder / (name + file.extension), std::ios::binary) << file.bytes;
    }

    fasti::ingest::Options options;
    options.limits.program_seconds = 5;
    std::set<std::string> with_articles;
    std::map<std::string, unsigned long> skipped;
    unsigned long unsound = 0;
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<std::string> paths = {folder.string()};
    const auto report = fasti::ingest::read_articles(
        paths, options,
        [&](const Diagnostic& d) {
            if (d.severity == fasti::Severity::skipped) {
                unaccounted.erase(file_of(d.path, paths[0]));
                ++skipped[d.code];
            }
        },
        [&](Article&& article) {
            const std::string name = file_of(article.origin, paths[0]);
            unaccounted.erase(name);
            with_articles.insert(name);
            unsound += sound(article) ? 0UL : 1UL;
            return true;
        });
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (argc <= 3) {
        fs::remove_all(folder);
    }
    if (!report) {
        std::printf("failed: %s\n", report.error().message.c_str());
        return 1;
    }
    std::printf("%lu files in %.1f s: %llu articles from %zu of them, %lu unaccounted for, %lu articles damaged\n",
                count, seconds, static_cast<unsigned long long>(report->articles), with_articles.size(),
                static_cast<unsigned long>(unaccounted.size()), unsound);
    for (const auto& [code, n] : skipped) {
        std::printf("  skipped, %s: %lu\n", code.c_str(), n);
    }
    for (const std::string& name : unaccounted) {
        std::printf("  no word of %s\n", name.c_str());
    }
    return unaccounted.empty() && unsound == 0 && count > 0 ? 0 : 1;
}
