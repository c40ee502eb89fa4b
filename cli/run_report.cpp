// See run_report.hpp.
#include "cli/run_report.hpp"

#include "exporters/json_writer.hpp"

#include <fmt/format.h>

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

void write_skipped(exporters::JsonWriter& json, std::span<const Diagnostic> skipped) {
    json.key("skipped_inputs").array();
    for (const Diagnostic& d : skipped) {
        json.object().member("path", d.path);
        if (d.line) {
            json.member("line", *d.line);
        }
        if (d.byte) {
            json.member("byte", *d.byte);
        }
        json.member("code", d.code).member("message", d.message).end_object();
    }
    json.end_array();
}

void write_json(const ingest::Report& report, std::span<const Diagnostic> skipped, const AddCounts* counts,
                std::ostream& out) {
    exporters::JsonWriter json(out);
    json.object().member("files", report.files).member("bytes", report.bytes).member("articles", report.articles);
    if (counts != nullptr) {
        json.member("added", counts->added).member("replaced", counts->replaced).member("unchanged", counts->unchanged);
    }
    json.member("repaired", report.repaired).member("undated", report.undated);
    json.key("first_undated").strings(report.first_undated);
    write_counts(json, "by_format", report.by_format);
    write_counts(json, "by_language", report.by_language);
    write_counts(json, "skipped", report.skipped);
    write_skipped(json, skipped);
    json.end_object().end_line();
}

void print_rows(std::string_view title, const std::map<std::string, std::uint64_t>& counts, std::ostream& err) {
    for (const auto& [name, count] : counts) {
        err << fmt::format("  {:<12} {:<20} {:>8}\n", title, name.empty() ? "unknown" : name, count);
        title = {};
    }
}

} // namespace

Result<RunReport> RunReport::open(const std::string& path) {
    RunReport report;
    if (!path.empty()) {
        auto file = OutputFile::open(path);
        if (!file) {
            return file.error();
        }
        report.file_.emplace(std::move(*file));
    }
    return report;
}

Status RunReport::write(const ingest::Report& report, std::span<const Diagnostic> skipped, const AddCounts* counts) {
    if (!file_) {
        return {};
    }
    write_json(report, skipped, counts, file_->stream());
    return file_->commit();
}

void print_run_report(const ingest::Report& report, std::ostream& err) {
    err << fmt::format("read {} with {}, {:.1f} MB of text\n", counted(report.files, "file"),
                       counted(report.articles, "article"), static_cast<double>(report.bytes) / 1e6);
    print_rows("format", report.by_format, err);
    print_rows("language", report.by_language, err);
    print_rows("skipped", report.skipped, err);
}

} // namespace fasti::cli
