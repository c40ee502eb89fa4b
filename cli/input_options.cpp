// See input_options.hpp.
#include "cli/input_options.hpp"

#include "ingest/dates.hpp"

#include <algorithm>
#include <thread>

namespace fasti::cli {

Result<ingest::Options> InputOptions::ingest_options() const {
    ingest::Options options;
    if (!published.empty()) {
        options.published = ingest::parse_any_date(published);
        if (!options.published) {
            return Error{ErrorCode::usage, "'" + published + "' is no date", "--published",
                         "a date such as 2021-10-20"};
        }
    }
    options.input_format = input_format;
    for (const std::string& entry : map) {
        const auto equals = entry.find('=');
        const auto fields = ingest::field_names();
        if (equals != std::string::npos &&
            std::find(fields.begin(), fields.end(), entry.substr(0, equals)) == fields.end()) {
            std::string names;
            for (const std::string_view name : fields) {
                names.append(names.empty() ? "" : ", ").append(name);
            }
            return Error{ErrorCode::usage, "an article has no field '" + entry.substr(0, equals) + "'", "--map",
                         "one of " + names};
        }
        if (equals == std::string::npos || equals == 0 || equals + 1 == entry.size()) {
            return Error{ErrorCode::usage, "'" + entry + "' maps nothing", "--map", "FIELD=KEY, such as text=maintext"};
        }
        options.map.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
    }
    if (!dates_file.empty()) {
        auto dates = ingest::read_dates(dates_file);
        if (!dates) {
            return dates.error();
        }
        options.dates = std::move(*dates);
    }
    return options;
}

std::vector<std::string> InputOptions::sources() const {
    return paths.empty() ? std::vector<std::string>{"-"} : paths;
}

temporal::Options InputOptions::temporal_options() const {
    temporal::Options options;
    options.style = style == "news"        ? temporal::Style::news
                    : style == "narrative" ? temporal::Style::narrative
                                           : temporal::Style::automatic;
    return options;
}

unsigned InputOptions::threads() const {
    return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

void add_rules_option(CLI::App& app, std::vector<std::string>& rules) {
    app.add_option("--rules", rules, "Folder of temporal rules that override or add; may be repeated")
        ->allow_extra_args(false)
        ->check(CLI::ExistingDirectory);
}

void add_input_options(CLI::App& app, InputOptions& options) {
    app.add_option("paths", options.paths, "Files, folders (read recursively) or - for standard input");
    app.add_option("--published", options.published, "Publication date of articles that have none");
    app.add_option("--dates", options.dates_file, "Table of path and publication date, tab-separated");
    app.add_option("--input-format", options.input_format, "Insist on a format instead of telling it by content");
    app.add_option("--map", options.map, "FIELD=KEY: where a JSON or CSV article keeps a field; may be repeated")
        ->allow_extra_args(false); // else it takes the paths behind it
    app.add_option("--style", options.style, "How dates are read: automatic, news or narrative")
        ->check(CLI::IsMember({"automatic", "news", "narrative"}))
        ->capture_default_str();
    app.add_option("--report", options.report, "Write what was read and what was skipped, and why, as JSON");
    app.add_option("--article-seconds", options.article_seconds,
                   "Processor time that one article may take before it is skipped; 0: any")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    app.add_option("--jobs", options.jobs, "Threads; 0 is one a core")->capture_default_str();
    add_rules_option(app, options.rules);
}

} // namespace fasti::cli
