// The arguments that every command which reads articles shares: paths, dates, threads, rules.
#pragma once

#include "cli/console.hpp"
#include "ingest/reader.hpp"
#include "temporal/temporal.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace fasti::cli {

struct InputOptions {
    std::vector<std::string> paths; ///< files, folders, "-"; none is "-"
    std::string published;
    std::string dates_file;
    std::string input_format;
    std::vector<std::string> map;   ///< "text=maintext"
    std::vector<std::string> rules; ///< folders that override or add temporal rules
    std::string style = "automatic";
    std::string report;          ///< file for what was read and what was skipped; empty: none
    double article_seconds = 60; ///< of processor time; 0: any
    unsigned jobs = 0;           ///< 0: as many as there are cores

    /// The paths, or standard input where there are none.
    [[nodiscard]] std::vector<std::string> sources() const;
    /// What ingest is told; an error when a date or a map entry makes no sense.
    [[nodiscard]] Result<ingest::Options> ingest_options() const;
    [[nodiscard]] temporal::Options temporal_options() const;
    [[nodiscard]] unsigned threads() const;
};

void add_input_options(CLI::App& app, InputOptions& options);
/// `--rules DIR`, alone.
void add_rules_option(CLI::App& app, std::vector<std::string>& rules);

} // namespace fasti::cli
