// fasti build: the main job. Reads articles, extracts, links, stores; leaves the story's files and
// prints what was found.
#include "cli/build_summary.hpp"
#include "cli/command.hpp"
#include "cli/input_file.hpp"
#include "cli/pipeline.hpp"
#include "cli/read_again.hpp"
#include "cli/run_report.hpp"
#include "cli/story_files.hpp"
#include "core/stable_hash.hpp"
#include "graph/record.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace fasti::cli {
namespace {

struct Options {
    InputOptions input;
    std::string story;
    std::string aliases;
    bool keep_duplicates = false;
    bool no_files = false;
};

Status set_aliases(graph::Story& story, const std::string& path) {
    if (path.empty()) {
        return {};
    }
    const auto text = read_file(path);
    return text ? story.set_decisions(*text, path) : Status(text.error());
}

void say_unmatched(const graph::Story& story, const std::string& path, Console& console) {
    const auto unmatched = story.unmatched_decisions();
    if (!unmatched) {
        return;
    }
    for (const graph::UnmatchedDecision& decision : *unmatched) {
        console.err << console.styled("warning", "33") << ": " << path << (path.empty() ? "line " : ", line ")
                    << decision.line << ": " << decision.text << ": " << decision.why << '\n';
    }
}

// The articles of the input into the story, within its open transaction.
class Adding {
public:
    explicit Adding(graph::Story& story) : story_(story) {}

    Stages stages() {
        return {[this](Article& article) { return wanted(article); },
                [this](std::unique_ptr<Found> found) { return process(std::move(found)); }};
    }
    [[nodiscard]] const Status& status() const { return status_; }
    [[nodiscard]] const AddCounts& counts() const { return counts_; }

private:
    bool wanted(Article& article) {
        const std::lock_guard lock(mutex_);
        const auto held = story_.holds(article);
        if (!held) {
            status_ = held.error();
            return false;
        }
        // An id that this run had before may not be in the story yet: the last one in the input is kept, always.
        const std::int64_t content = graph::ArticleRecord::content_hash(article);
        const auto [before, first] = passed_.try_emplace(stable_hash(article.id), content);
        const bool unchanged = first ? *held : before->second == content;
        before->second = content;
        counts_.unchanged += unchanged;
        if (unchanged) {
            return false;
        }
        // What the articles so far say; those that later ones prove wrong are read again.
        status_ = story_.mark_repeated(article);
        return status_.ok();
    }

    Deliver process(std::unique_ptr<Found> found) {
        auto prepared = std::make_shared<graph::Prepared>(
            graph::prepare({&found->article, &found->document, &found->timexes, &found->extraction}, story_.lexicon()));
        return [this, prepared] {
            const std::lock_guard lock(mutex_);
            const auto added = story_.add(*prepared);
            if (!added) {
                status_ = added.error();
                return false;
            }
            counts_.added += *added == graph::Added::added;
            counts_.replaced += *added == graph::Added::replaced;
            counts_.unchanged += *added == graph::Added::unchanged;
            return status_.ok();
        };
    }

    graph::Story& story_;
    std::unordered_map<std::uint64_t, std::int64_t> passed_; // id of the article → hash of its content
    std::mutex mutex_;                                       // the reader asks while the last stage adds
    AddCounts counts_;
    Status status_;
};

int run(const Options& options, Console& console) {
    // A story that is there may be built again for the sake of decisions alone.
    const bool nothing_to_read = options.input.paths.empty();
    if (nothing_to_read && !std::filesystem::exists(options.story)) {
        return report(console,
                      {ErrorCode::usage, "no articles are given", "build", "files, folders, or - for standard input"});
    }
    std::optional<StoryFiles> files;
    if (!options.no_files) {
        auto opened = StoryFiles::open(options.story);
        if (!opened) {
            return report(console, opened.error());
        }
        files.emplace(std::move(*opened));
    }
    auto report_file = RunReport::open(options.input.report);
    if (!report_file) {
        return report(console, report_file.error());
    }
    const auto engine = Engine::load(Depth::events, options.input.rules, options.input.temporal_options());
    if (!engine) {
        return report(console, engine.error());
    }
    auto story = graph::Story::create_or_open(options.story);
    if (!story) {
        return report(console, story.error());
    }
    if (const Status set = set_aliases(*story, options.aliases); !set) {
        return report(console, set.error());
    }

    if (const Status set = story->keep_duplicates(options.keep_duplicates); !set) {
        return report(console, set.error());
    }

    DiagnosticPrinter diagnostics(console);
    Progress progress(console, "articles");
    Adding adding(*story);
    const auto read = nothing_to_read
                          ? Result<ingest::Report>(ingest::Report{})
                          : run_pipeline(options.input, *engine, diagnostics.sink(), progress, adding.stages());
    if (!read) {
        progress.clear();
        return report(console, read.error());
    }
    if (!adding.status()) {
        progress.clear();
        return report(console, adding.status().error());
    }
    progress.say("linking");
    const Status again = read_outdated_again(
        *story, [&] { return engine; }, options.input.threads());
    const Status linked = again ? story->link() : again;
    progress.clear();
    if (!linked) {
        return report(console, linked.error());
    }
    say_unmatched(*story, options.aliases, console);
    if (files) {
        if (const Status written = files->write(*story, console); !written) {
            return report(console, written.error());
        }
    }
    const AddCounts counts = adding.counts();
    if (const Status written = report_file->write(*read, diagnostics.kept(), &counts); !written) {
        return report(console, written.error());
    }
    print_run_report(*read, console.err);
    const int code = diagnostics.finish();
    const Status printed = print_summary(*story, options.story, *read, counts, console);
    return printed ? code : report(console, printed.error());
}

} // namespace

Run setup_build(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input_options(app, options->input);
    app.add_option("--story", options->story, "Folder of the story; made when missing, added to when there")
        ->required();
    app.add_option("--aliases", options->aliases, "Your decisions: who is the same, who is not, dates of events")
        ->check(CLI::ExistingFile);
    app.add_flag("--keep-duplicates", options->keep_duplicates,
                 "Let copies of an article count as voices of their own");
    app.add_flag("--no-files", options->no_files, "Only story.db: no timeline.json, graph.graphml, index.html");
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
