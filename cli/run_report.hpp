// What a run read and what it left out, and why: a table on stderr, and as JSON for `--report FILE`.
#pragma once

#include "cli/console.hpp"
#include "cli/output_file.hpp"
#include "core/diagnostic.hpp"
#include "ingest/reader.hpp"

#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>

namespace fasti::cli {

/// What became of the articles of one run of `build`.
struct AddCounts {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
};

/// The file of `--report`, opened before the work starts.
class RunReport {
public:
    /// Without a path nothing is written.
    [[nodiscard]] static Result<RunReport> open(const std::string& path);

    /// `skipped` are the messages of what was skipped, `counts` what a story took.
    [[nodiscard]] Status write(const ingest::Report& report, std::span<const Diagnostic> skipped,
                               const AddCounts* counts);

private:
    std::optional<OutputFile> file_;
};

/// The table: articles by format and language, skipped inputs by reason.
void print_run_report(const ingest::Report& report, std::ostream& err);

} // namespace fasti::cli
