// fasti resolve: what one time expression means, or a table of them.
#include "cli/command.hpp"
#include "cli/engine.hpp"
#include "cli/input_options.hpp"
#include "exporters/json_writer.hpp"
#include "ingest/dates.hpp"

#include <fstream>
#include <map>
#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string expression;
    std::string published;
    std::string batch;
    std::string style = "automatic";
    std::vector<std::string> rules;
    bool explain = false;
};

void write_timex(const Timex& timex, std::string_view expression, std::ostream& out) {
    const TimeValue& time = timex.time;
    exporters::JsonWriter json(out);
    json.object().member("expression", expression);
    json.key("text").text_or_null(surface(expression, timex.span));
    if (timex.span.empty()) {
        json.key("type").null();
    } else {
        json.member("type", to_string(time.type));
    }
    json.key("value").text_or_null(time.value).key("mod").text_or_null(to_string(time.mod));
    json.key("from").bound(time.interval.from, time.granularity).key("to").bound(time.interval.to, time.granularity);
    json.member("granularity", to_string(time.granularity)).member("certainty", to_string(time.certainty));
    json.key("alternatives").strings(time.alternatives);
    if (!time.quantity.empty() || !time.frequency.empty()) {
        json.key("quant").text_or_null(time.quantity).key("freq").text_or_null(time.frequency);
    }
    json.key("anchor").text_or_null(timex.anchor).key("rule").text_or_null(timex.rule).end_object().end_line();
}

Result<std::optional<ParsedDate>> read_published(const std::string& text, const std::string& place) {
    if (text.empty()) {
        return std::optional<ParsedDate>{};
    }
    const auto date = ingest::parse_any_date(text);
    if (!date) {
        return Error{ErrorCode::usage, "'" + text + "' is no date", place, "a date such as 2021-10-20"};
    }
    return date;
}

std::vector<std::string> split_tabs(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == '\t') {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

// One line of JSON a row; the rows of a document are answered in view of its earlier ones.
int run_batch(const Options& options, const temporal::Rules& rules, const temporal::Options& how, Console& console) {
    std::ifstream in(options.batch);
    if (!in) {
        return report(console, {ErrorCode::io, "the table cannot be read", options.batch, ""});
    }
    std::map<std::string, std::size_t> columns;
    std::string line;
    std::getline(in, line);
    const auto header = split_tabs(line);
    for (std::size_t i = 0; i < header.size(); ++i) {
        columns.emplace(header[i], i);
    }
    for (const char* name : {"document", "published", "expression"}) {
        if (columns.count(name) == 0) {
            return report(console,
                          {ErrorCode::format, std::string("the column '") + name + "' is missing",
                           options.batch + ", line 1", "document, published, order, expression; tab-separated"});
        }
    }
    DiagnosticPrinter diagnostics(console);
    std::map<std::string, temporal::ExpressionResolver> resolvers;
    for (std::uint64_t number = 2; std::getline(in, line); ++number) {
        if (line.empty()) {
            continue;
        }
        auto cells = split_tabs(line);
        cells.resize(std::max(cells.size(), header.size()));
        const std::string& expression = cells[columns["expression"]];
        const auto published = read_published(cells[columns["published"]], "");
        if (!published) {
            // The row still gives a line, so that answers and rows stay side by side.
            diagnostics(
                {Severity::warning, "bad-date", published.error().message, options.batch, number, std::nullopt});
        }
        const std::string& document = cells[columns["document"]];
        auto at = resolvers.find(document);
        if (at == resolvers.end()) {
            const auto date = published ? *published : std::optional<ParsedDate>{};
            at = resolvers.emplace(document, temporal::ExpressionResolver(rules, date, how)).first;
        }
        write_timex(at->second.resolve(expression), expression, console.out);
    }
    return diagnostics.finish();
}

int run(const Options& options, Console& console) {
    if (options.expression.empty() == options.batch.empty()) {
        return report(console, {ErrorCode::usage, "an expression or --batch FILE is needed, and not both", "", ""});
    }
    const auto rules = load_rules(options.rules);
    if (!rules) {
        return report(console, rules.error());
    }
    InputOptions input;
    input.style = options.style;
    temporal::Options how = input.temporal_options();
    how.trace = options.explain;
    if (!options.batch.empty()) {
        return run_batch(options, *rules, how, console);
    }
    const auto published = read_published(options.published, "--published");
    if (!published) {
        return report(console, published.error());
    }
    const Timex timex = temporal::ExpressionResolver(*rules, *published, how).resolve(options.expression);
    write_timex(timex, options.expression, console.out);
    if (options.explain) {
        for (const std::string& step : timex.trace) {
            console.out << step << '\n';
        }
    }
    if (timex.span.empty()) {
        console.err << "no time expression was found in '" << options.expression << "'\n";
    }
    return exit_done;
}

} // namespace

Run setup_resolve(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("expression", options->expression, "The time expression, in quotes");
    app.add_option("--published", options->published, "The date that it is read from");
    app.add_option("--batch", options->batch, "Table with the columns document, published, order, expression");
    app.add_option("--style", options->style, "automatic, news or narrative")
        ->check(CLI::IsMember({"automatic", "news", "narrative"}))
        ->capture_default_str();
    app.add_flag("--explain", options->explain, "Print the derivation");
    add_rules_option(app, options->rules);
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
