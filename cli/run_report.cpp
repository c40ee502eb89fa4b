// See run_report.hpp.
#include "cli/run_report.hpp"

#include "exporters/json_writer.hpp"

#include <map>

namespace fasti::cli {
namespace {

void write_counts(exporters::JsonWriter& json, std::string_view key,
                  const std::map<std::string, std::uint64_t>& counts) {
    json.key(key).object();
    for (const auto& [name, count] : counts) {
        json.member(name.empty() ? "unknown" : std::string_view(name), count);
    }
    json.end_object();
}

} // namespace

void write_run_report(const ingest::Report& report, const AddCounts& counts, std::ostream& out) {
    exporters::JsonWriter json(out);
    json.object().member("files", report.files).member("bytes", report.bytes).member("articles", report.articles);
    json.member("added", counts.added).member("replaced", counts.replaced).member("unchanged", counts.unchanged);
    json.member("repaired", report.repaired).member("undated", report.undated);
    json.key("first_undated").strings(report.first_undated);
    write_counts(json, "by_format", report.by_format);
    write_counts(json, "by_language", report.by_language);
    write_counts(json, "skipped", report.skipped);
    json.end_object().end_line();
}

} // namespace fasti::cli
