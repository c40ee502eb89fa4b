// Articles through the engine on several threads, out again in the order in which they came in.
// Memory is bounded by the number of articles in flight, not by the input.
#pragma once

#include "cli/console.hpp"
#include "cli/engine.hpp"
#include "cli/input_options.hpp"

#include <functional>
#include <memory>

namespace fasti::cli {

/// The last step for one article: called from one thread at a time, in input order; false stops the run.
using Deliver = std::function<bool()>;

/// What is done with the articles of a run.
struct Stages {
    /// False: the article is left unread. Called in input order; empty: all are wanted. May add furniture.
    std::function<bool(Article&)> wanted;
    /// Called on any thread, several at once; gives the step that is to follow in order.
    std::function<Deliver(std::unique_ptr<Found>)> process;
};

/// Reads, extracts, delivers, and skips articles that take more than InputOptions::article_seconds. The report says
/// what was read and what was skipped.
[[nodiscard]] Result<ingest::Report> run_pipeline(const InputOptions& input, const Engine& unlimited,
                                                  const DiagnosticSink& sink, Progress& progress, const Stages& stages);

/// The whole run of a command that only reads: progress, messages, exit code.
[[nodiscard]] int run_articles(Console& console, const InputOptions& input, const Engine& engine, const Stages& stages);

} // namespace fasti::cli
