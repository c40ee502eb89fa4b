// See period_options.hpp.
#include "cli/period_options.hpp"

namespace fasti::cli {
namespace {

Result<ParsedDate> read_bound(const std::string& text, const char* option) {
    const auto date = parse_date(text);
    if (!date) {
        return Error{ErrorCode::usage, "'" + text + "' is no date", option, "2021, 2021-10 or 2021-10-20"};
    }
    return *date;
}

} // namespace

Result<Interval> PeriodOptions::interval() const {
    Interval period;
    if (!from.empty()) {
        const auto date = read_bound(from, "--from");
        if (!date) {
            return date.error();
        }
        period.from = date->moment;
    }
    if (!to.empty()) {
        const auto date = read_bound(to, "--to");
        if (!date) {
            return date.error();
        }
        period.to = shift(date->moment, 1, date->granularity);
    }
    if (period.bounded() && *period.from >= *period.to) {
        return Error{ErrorCode::usage, "the period ends before it begins", "--from " + from + " --to " + to, ""};
    }
    return period;
}

void add_period_options(CLI::App& app, PeriodOptions& options) {
    app.add_option("--from", options.from, "First day, month or year of the period");
    app.add_option("--to,--as-of", options.to,
                   "Last day, month or year of the period, included: how things stood then");
}

} // namespace fasti::cli
