// fasti export: a story in another format.
#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/rows.hpp"
#include "exporters/exporter.hpp"
#include "graph/story.hpp"

#include <memory>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::string format;
    std::string output;
    bool list = false;
    std::string group = "actor";
    exporters::ExportOptions write;
};

int list_formats(Console& console) {
    Rows rows{{"format", "file", "what"}, {}};
    for (const exporters::Exporter& exporter : exporters::all_exporters()) {
        rows.rows.push_back(
            {std::string(exporter.name), std::string(exporter.extension), std::string(exporter.summary)});
    }
    write_rows(rows, console.out_is_terminal ? RowFormat::table : RowFormat::tsv, console.out);
    return exit_done;
}

int run(const Options& options, Console& console) {
    if (options.list) {
        return list_formats(console);
    }
    const exporters::Exporter* exporter = exporters::find_exporter(options.format);
    if (exporter == nullptr || options.story.empty()) {
        return report(console,
                      {ErrorCode::usage,
                       exporter == nullptr ? "there is no format '" + options.format + "'" : "a story is needed",
                       "fasti export", "fasti export --list"});
    }
    const auto story = graph::Story::open_readonly(options.story);
    if (!story) {
        return report(console, story.error());
    }
    exporters::ExportOptions write = options.write;
    write.group_by_type = options.group == "type";
    graph::ViewOptions whole;
    whole.timeline = static_cast<std::uint32_t>(write.slides);
    if (options.output.empty() || options.output == "-") {
        const auto view = story->view(whole);
        if (!view) {
            return report(console, view.error());
        }
        exporter->write(*view, write, console.out);
        return exit_done;
    }
    auto file = OutputFile::open(options.output);
    if (!file) {
        return report(console, file.error());
    }
    const auto view = story->view(whole);
    if (!view) {
        return report(console, view.error());
    }
    exporter->write(*view, write, file->stream());
    const Status done = file->commit();
    return done ? static_cast<int>(exit_done) : report(console, done.error());
}

} // namespace

Run setup_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story");
    app.add_option("--format", options->format, "One of `fasti export --list`");
    app.add_option("-o,--output", options->output, "File to write; standard output when left out");
    app.add_flag("--list", options->list, "Print the formats");
    app.add_flag("--gephi", options->write.gephi,
                 "graphml: keep parallel relations apart in Gephi (not strictly valid)");
    app.add_option("--slides", options->write.slides, "timelinejs: at most so many")->capture_default_str();
    app.add_option("--group", options->group, "timelinejs, vis-timeline: groups by actor or type")
        ->check(CLI::IsMember({"actor", "type"}))
        ->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
