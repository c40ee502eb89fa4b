// `--report FILE`: what was read and skipped, and why, as JSON.
#pragma once

#include "cli/build_summary.hpp"
#include "ingest/reader.hpp"

#include <ostream>

namespace fasti::cli {

void write_run_report(const ingest::Report& report, const AddCounts& counts, std::ostream& out);

} // namespace fasti::cli
