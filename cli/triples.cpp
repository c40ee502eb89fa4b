// fasti triples: who did what to whom, as tab-separated lines.
#include "cli/command.hpp"
#include "cli/pipeline.hpp"

#include <algorithm>
#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    InputOptions input;
    bool lines = false;
};

std::string cell(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

int run(const Options& options, Console& console) {
    auto engine = Engine::load(Depth::trees, options.input.rules, options.input.temporal_options());
    if (engine) {
        engine->one_sentence_per_line(options.lines);
    }
    const auto lexicons = engine ? load_lexicons() : Result<events::Lexicons>(engine.error());
    if (!lexicons) {
        return report(console, lexicons.error());
    }
    const auto process = [&](std::unique_ptr<Found> found) -> Deliver {
        std::string text;
        for (const events::Triple& triple : events::find_triples(found->document, *lexicons)) {
            // By line: the number of the line in the input, blank ones counted.
            const std::uint32_t number =
                options.lines ? found->document.sentences[triple.sentence].paragraph : triple.sentence;
            text += cell(found->article.id) + '\t' + std::to_string(number + 1) + '\t' + cell(triple.subject) + '\t' +
                    cell(triple.relation) + '\t' + cell(triple.object) + '\t' +
                    std::string(to_string(triple.certainty)) + '\n';
        }
        return [&console, text] {
            console.out << text;
            return console.out.good();
        };
    };
    return run_articles(console, options.input, *engine, {nullptr, process});
}

} // namespace

Run setup_triples(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input_options(app, options->input);
    app.add_flag("--one-sentence-per-line", options->lines, "Each line is one sentence; its number is the line's");
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
