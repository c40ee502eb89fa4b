// fasti annotate: what is found in each article, one line of JSON each, in input order.
#include "cli/command.hpp"
#include "cli/pipeline.hpp"
#include "exporters/annotation.hpp"
#include "exporters/timeml.hpp"

#include <sstream>

namespace fasti::cli {
namespace {

struct Options {
    InputOptions input;
    std::string format = "jsonl";
    std::string only;
};

int run(const Options& options, Console& console) {
    const Depth depth = options.only == "timexes" || options.format == "timeml" ? Depth::timexes : Depth::events;
    auto engine = Engine::load(depth, options.input.rules, options.input.temporal_options());
    if (!engine) {
        return report(console, engine.error());
    }
    const bool all = options.only.empty();
    const exporters::AnnotationParts parts{all || options.only == "timexes", all || options.only == "actors",
                                           all || options.only == "events"};
    const auto process = [&](std::unique_ptr<Found> found) -> Deliver {
        std::ostringstream line;
        if (options.format == "timeml") {
            exporters::write_timeml(found->article, found->timexes, line);
        } else {
            exporters::write_annotation(
                {found->article, found->document, found->timexes, found->extraction, found->diagnostics}, parts, line);
        }
        return [&console, text = std::move(line).str()] {
            console.out << text;
            return console.out.good();
        };
    };
    return run_articles(console, options.input, *engine, {nullptr, process});
}

} // namespace

Run setup_annotate(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input_options(app, options->input);
    app.add_option("--format", options->format, "jsonl or timeml")
        ->check(CLI::IsMember({"jsonl", "timeml"}))
        ->capture_default_str();
    app.add_option("--only", options->only, "timexes, actors or events")
        ->check(CLI::IsMember({"timexes", "actors", "events"}));
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
