// fasti rules: the temporal rules, listed, checked for authoring errors, and tested by their own examples.
#include "cli/command.hpp"
#include "cli/engine.hpp"
#include "cli/input_options.hpp"
#include "cli/rows.hpp"

#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string what;
    std::vector<std::string> rules;
    std::optional<RowFormat> format;
};

int list_rules(const temporal::Rules& rules, RowFormat format, Console& console) {
    Rows rows{{"name", "type", "examples", "place", "pattern"}, {}};
    for (const temporal::RuleInfo& rule : rules.list()) {
        rows.rows.push_back({rule.name, rule.type, static_cast<std::int64_t>(rule.examples), rule.place, rule.pattern});
    }
    write_rows(rows, format, console.out);
    return exit_done;
}

int complain(const std::vector<temporal::RuleComplaint>& complaints, Console& console, const std::string& when_none) {
    for (const temporal::RuleComplaint& complaint : complaints) {
        console.err << complaint.place << ": " << complaint.rule << ": " << complaint.message << '\n';
    }
    if (!complaints.empty()) {
        return exit_failed;
    }
    console.out << when_none << '\n';
    return exit_done;
}

int run(const Options& options, Console& console) {
    const auto rules = load_rules(options.rules);
    if (!rules) {
        return report(console, rules.error());
    }
    if (options.what == "list") {
        return list_rules(*rules, row_format(options.format, console), console);
    }
    const std::string count = std::to_string(rules->list().size()) + " rules";
    if (options.what == "check") {
        return complain(rules->check(), console, count + ", no complaint");
    }
    return complain(rules->test(), console, count + ", " + std::to_string(rules->example_count()) + " examples pass");
}

} // namespace

Run setup_rules(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("what", options->what, "list, check or test")
        ->required()
        ->check(CLI::IsMember({"list", "check", "test"}));
    add_rules_option(app, options->rules);
    add_row_format(app, options->format);
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
