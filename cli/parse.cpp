// fasti parse: words, tags, names and trees as CoNLL-U.
#include "cli/command.hpp"
#include "cli/input_file.hpp"
#include "cli/pipeline.hpp"
#include "language/conllu.hpp"

#include <iterator>
#include <memory>
#include <sstream>

namespace fasti::cli {
namespace {

struct Options {
    InputOptions input;
    bool conllu = false;
};

Result<std::string> read_all(const std::string& path, std::istream& standard_input) {
    if (path == "-") {
        return std::string(std::istreambuf_iterator<char>(standard_input), {});
    }
    return read_file(path);
}

// Words and sentences are kept; what the other columns say is found anew.
int run_conllu(const Options& options, Console& console) {
    const auto model = load_model();
    if (!model) {
        return report(console, model.error());
    }
    DiagnosticPrinter diagnostics(console);
    for (const std::string& path : options.input.sources()) {
        const auto bytes = read_all(path, console.in);
        if (!bytes) {
            diagnostics({Severity::skipped, "unreadable", bytes.error().message, path, std::nullopt, std::nullopt});
            continue;
        }
        for (auto& held :
             language::read_conllu(*bytes, path, language::ConlluColumns::words_only(), diagnostics.sink())) {
            language::analyze(held.document, *model);
            language::write_conllu(console.out, *held.article, held.document);
        }
    }
    return diagnostics.finish();
}

int run(const Options& options, Console& console) {
    if (options.conllu) {
        return run_conllu(options, console);
    }
    const auto engine = Engine::load(Depth::trees, options.input.rules, options.input.temporal_options());
    if (!engine) {
        return report(console, engine.error());
    }
    const auto process = [&](std::unique_ptr<Found> found) -> Deliver {
        std::ostringstream lines;
        language::write_conllu(lines, found->article, found->document);
        return [&console, text = std::move(lines).str()] {
            console.out << text;
            return console.out.good();
        };
    };
    return run_articles(console, options.input, *engine, {nullptr, process});
}

} // namespace

Run setup_parse(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input_options(app, options->input);
    app.add_flag("--conllu", options->conllu, "The input is CoNLL-U: keep its words and sentences");
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
