// See pipeline.hpp. Reading has a thread of its own, since it pushes; oneTBB pulls from a bounded
// queue, extracts side by side and gives back in order.
#include "cli/pipeline.hpp"

#include "cli/run_report.hpp"

#include <fmt/format.h>
#include <tbb/concurrent_queue.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <optional>
#include <thread>

namespace fasti::cli {
namespace {

constexpr std::size_t in_flight_per_thread = 4;

// What travels through the pipeline: tokens of oneTBB must be copyable.
struct Step {
    std::shared_ptr<Article> article;
    Deliver deliver;
    std::uint64_t bytes = 0;
    std::uint64_t position = 0; // in the input, after the article
};

struct Read {
    std::shared_ptr<Article> article; // none: the end
    std::uint64_t position = 0;
};

// What took too long is skipped with a message; everything else goes on to the command.
class Screen {
public:
    Screen(const Stages& stages, const DiagnosticSink& sink, double seconds)
        : stages_(stages), sink_(sink), seconds_(seconds) {}

    [[nodiscard]] Deliver process(std::unique_ptr<Found> found) {
        if (!found->too_slow) {
            return stages_.process(std::move(found));
        }
        const std::shared_ptr<Found> left(std::move(found));
        return [this, left] {
            ++skipped_;
            sink_({Severity::skipped, "too-slow",
                   fmt::format("it takes more than {} s to read (--article-seconds)", seconds_), left->article.origin,
                   std::nullopt, std::nullopt});
            return true;
        };
    }

    [[nodiscard]] Result<ingest::Report> completed(Result<ingest::Report> report) const {
        if (report && skipped_ > 0) {
            report->skipped["too-slow"] += skipped_;
        }
        return report;
    }

private:
    const Stages& stages_;
    const DiagnosticSink& sink_;
    double seconds_;
    std::uint64_t skipped_ = 0; // counted by the steps in order only
};

Result<ingest::Report> run_on_this_thread(const InputOptions& input, const ingest::Options& options,
                                          const Engine& engine, const DiagnosticSink& sink, Progress& progress,
                                          const Stages& stages, Screen& screen) {
    return ingest::read_articles(input.sources(), options, sink, [&](Article&& article) {
        const std::uint64_t bytes = article.text.size();
        const bool wanted = !stages.wanted || stages.wanted(article);
        const bool more = !wanted || screen.process(engine.read(std::move(article)))();
        progress.step(bytes, *options.bytes_taken);
        return more;
    });
}

} // namespace

Result<ingest::Report> run_pipeline(const InputOptions& input, const Engine& unlimited, const DiagnosticSink& sink,
                                    Progress& progress, const Stages& stages) {
    auto options = input.ingest_options();
    if (!options) {
        return options.error();
    }
    Engine engine = unlimited;
    engine.limit_seconds(input.article_seconds);
    Screen screen(stages, sink, input.article_seconds);
    std::uint64_t taken = 0;
    options->bytes_taken = &taken;
    if (progress.shown()) {
        progress.set_total(ingest::find_input_size(input.sources()).value_or(0));
    }
    const unsigned threads = input.threads();
    if (threads == 1) {
        return screen.completed(run_on_this_thread(input, *options, engine, sink, progress, stages, screen));
    }

    tbb::concurrent_bounded_queue<Read> queue;
    queue.set_capacity(static_cast<std::ptrdiff_t>(in_flight_per_thread * threads));
    std::atomic<bool> stopped = false;
    Result<ingest::Report> report = Error{};
    std::thread reader([&] {
        report = ingest::read_articles(input.sources(), *options, sink, [&](Article&& article) {
            if (!stages.wanted || stages.wanted(article)) {
                queue.push({std::make_shared<Article>(std::move(article)), taken});
            }
            return !stopped;
        });
        queue.push({});
    });

    bool ended = false;
    const auto next = [&](tbb::flow_control& control) {
        Step step;
        Read read;
        queue.pop(read);
        step.article = std::move(read.article);
        step.position = read.position;
        if (!step.article) {
            ended = true;
            control.stop();
        }
        return step;
    };
    const auto process = [&](Step step) {
        step.bytes = step.article->text.size();
        step.deliver = screen.process(engine.read(std::move(*step.article)));
        return step;
    };
    const auto deliver = [&](const Step& step) {
        if (!stopped && !step.deliver()) {
            stopped = true;
        }
        progress.step(step.bytes, step.position);
    };
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::parallel_pipeline(in_flight_per_thread * threads,
                           tbb::make_filter<void, Step>(tbb::filter_mode::serial_in_order, next) &
                               tbb::make_filter<Step, Step>(tbb::filter_mode::parallel, process) &
                               tbb::make_filter<Step, void>(tbb::filter_mode::serial_in_order, deliver));
    for (Read rest; !ended; ended = rest.article == nullptr) {
        queue.pop(rest); // a reader that was told to stop may still wait for room
    }
    reader.join();
    return screen.completed(std::move(report));
}

int run_articles(Console& console, const InputOptions& input, const Engine& engine, const Stages& stages) {
    auto report_file = RunReport::open(input.report);
    if (!report_file) {
        return report(console, report_file.error());
    }
    DiagnosticPrinter diagnostics(console);
    Progress progress(console, "articles");
    const auto done = run_pipeline(input, engine, diagnostics.sink(), progress, stages);
    progress.clear();
    if (!done) {
        return report(console, done.error());
    }
    if (const Status written = report_file->write(*done, diagnostics.kept(), nullptr); !written) {
        return report(console, written.error());
    }
    return diagnostics.finish();
}

} // namespace fasti::cli
