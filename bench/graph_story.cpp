// How a story grows: adds generated articles in batches and links each batch, then asks the
// questions of a reader, each with the story opened anew.
//
//   fasti_bench_story [ARTICLES [WORDS [BATCH [FOLDER]]]]     20000 400 2000; the story stays when its FOLDER is given
//   fasti_bench_story --text ARTICLES WORDS          the same articles as JSON Lines, for `fasti build`
//
// Prints one line for each tenth of the articles (rates by the clock and by the processor's time, which other
// work on the machine disturbs less; peak memory), then one for each question.
#include "bench/cpu_time.hpp"
#include "graph/query.hpp"
#include "graph/story.hpp"
#include "graph/timeline.hpp"
#include "story_generator.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace fasti;
using Clock = std::chrono::steady_clock;

namespace {

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double peak_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

generator::Generator make_generator(std::uint32_t articles, std::uint32_t words) {
    generator::Options options;
    options.articles = articles;
    options.words = words;
    options.actors = 200 + articles / 10;
    options.days = 30 + articles / 40;
    return generator::Generator(options);
}

void print_text(std::uint32_t articles, std::uint32_t words) {
    const auto made = make_generator(articles, words);
    for (std::uint32_t i = 0; i < articles; ++i) {
        const auto m = made.make(i);
        std::string text;
        for (const char c : m.article.text) {
            text += c == '\n' ? std::string("\\n") : std::string(1, c); // the generator writes no quotes
        }
        std::cout << R"({"id":")" << m.article.id << R"(","source":")" << m.article.source << R"(","published":")"
                  << iso_date(m.article.published->moment) << R"(","text":")" << text << "\"}\n";
    }
}

template <class Ask> void ask(const std::filesystem::path& folder, const char* name, Ask question) {
    const auto begin = Clock::now();
    const auto story = graph::Story::open_readonly(folder);
    const std::string answer = story ? question(*story) : story.error().message;
    std::cout << name << '\t' << seconds_since(begin) << " s\t" << answer << '\n';
}

template <class T> std::string said(const Result<T>& result, std::size_t count) {
    return result ? std::to_string(count) + " rows" : result.error().message;
}

} // namespace

int main(int argc, char** argv) {
    const auto number = [&](int i, std::uint32_t usual) {
        return argc > i ? static_cast<std::uint32_t>(std::strtoul(argv[i], nullptr, 10)) : usual;
    };
    if (argc > 1 && std::string_view(argv[1]) == "--text") {
        print_text(number(2, 1000), number(3, 400));
        return 0;
    }
    const std::uint32_t articles = std::max(10U, number(1, 20000));
    const std::uint32_t batch = std::max(1U, number(3, 2000));
    const auto generator = make_generator(articles, number(2, 400));
    const auto folder = argc > 4
                            ? std::filesystem::path(argv[4])
                            : std::filesystem::temp_directory_path() / ("fasti-bench-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    {
        auto story = graph::Story::create_or_open(folder);
        if (!story) {
            std::cerr << story.error().message << '\n';
            return 3;
        }
        double making = 0;
        double making_cpu = 0;
        auto begin = Clock::now();
        double begin_cpu = cpu_seconds();
        for (std::uint32_t i = 0; i < articles; ++i) {
            const auto made_at = Clock::now();
            const double made_at_cpu = cpu_seconds();
            const auto prepared = graph::prepare(generator.make(i).extracted(), story->lexicon());
            making += seconds_since(made_at);
            making_cpu += cpu_seconds() - made_at_cpu;
            if (!story->add(prepared)) {
                return 3;
            }
            if ((i + 1) % batch == 0 || i + 1 == articles) {
                if (!story->link()) {
                    return 3;
                }
            }
            if ((i + 1) % (articles / 10) == 0) {
                const double spent = seconds_since(begin) - making;
                const double spent_cpu = cpu_seconds() - begin_cpu - making_cpu;
                std::cout << (i + 1) << " articles\t" << (articles / 10) / spent << " articles/s added and linked\t"
                          << (articles / 10) / spent_cpu << " by processor\t" << peak_mib() << " MiB\n"
                          << std::flush;
                begin = Clock::now();
                begin_cpu = cpu_seconds();
                making = making_cpu = 0;
            }
        }
        const auto one = Clock::now();
        auto changed = generator.make(articles / 2);
        changed.article.id = "one more";
        if (!story->add(graph::prepare(changed.extracted(), story->lexicon())) || !story->link()) {
            return 3;
        }
        std::cout << "one more article\t" << seconds_since(one) << " s\n";
    }
    const auto made = generator.make(0);
    const std::string a = made.extraction.actors.at(0).name;
    const std::string b = made.extraction.actors.at(1).name;
    ask(folder, "neighbors", [&](const graph::Story& s) {
        const auto r = graph::neighbors(s, a, {});
        return said(r, r ? r->contacts.size() : 0);
    });
    ask(folder, "actor", [&](const graph::Story& s) {
        const auto r = graph::actor_profile(s, a, {});
        return said(r, r ? r->contacts.size() : 0);
    });
    ask(folder, "path", [&](const graph::Story& s) {
        const auto r = graph::path(s, a, b, graph::PathBy::hops, {});
        return said(r, r ? r->steps.size() : 0);
    });
    ask(folder, "timeline", [&](const graph::Story& s) {
        const auto r = graph::timeline(s, {.actors = {a}, .period = {}, .type = {}, .place = {}});
        return said(r, r ? r->view.events.size() : 0);
    });
    ask(folder, "find", [&](const graph::Story& s) {
        const auto r = graph::find(s, "attacked soldiers actor:\"" + a + "\"", {});
        return said(r, r ? r->sentences.size() : 0);
    });
    ask(folder, "top", [&](const graph::Story& s) {
        const auto r = graph::top(s, {});
        return said(r, r ? r->actors.size() : 0);
    });
    ask(folder, "view of 20,000 events", [&](const graph::Story& s) {
        const auto r = s.view({.max_actors = 2000, .max_events = 20000});
        return said(r, r ? r->events.size() : 0);
    });
    std::cout << "story.db\t" << static_cast<double>(std::filesystem::file_size(folder / "story.db")) / 1048576.0
              << " MiB\tpeak " << peak_mib() << " MiB\n";
    if (argc <= 4) {
        std::filesystem::remove_all(folder);
    }
    return 0;
}
