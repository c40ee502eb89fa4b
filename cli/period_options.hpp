// `--from DATE --to DATE`: both ends are included as whole units, so that `--to 2021-10` keeps the
// 31st of October.
#pragma once

#include "core/calendar.hpp"
#include "core/result.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace fasti::cli {

struct PeriodOptions {
    std::string from;
    std::string to;

    /// Half-open; an end that was not given is open.
    [[nodiscard]] Result<Interval> interval() const;
};

void add_period_options(CLI::App& app, PeriodOptions& options);

} // namespace fasti::cli
