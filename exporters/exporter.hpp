// The table of output formats. An exporter is a pure function from a GraphView to bytes; a new one
// is one file, one row in exporter.cpp and one golden folder.
#pragma once

#include "graph/view.hpp"

#include <cstddef>
#include <ostream>
#include <span>
#include <string_view>

namespace fasti::exporters {

struct ExportOptions {
    bool gephi = false;         ///< GraphML: the edge attribute `label` that Gephi reads and the schema forbids
    std::size_t slides = 200;   ///< TimelineJS: at most so many, the most important ones
    bool group_by_type = false; ///< TimelineJS, vis-timeline: groups by event type instead of by actor
};

struct Exporter {
    std::string_view name;      ///< as `--format` takes it
    std::string_view extension; ///< with the dot
    std::string_view summary;
    void (*write)(const graph::GraphView&, const ExportOptions&, std::ostream&);
};

/// All formats, in the order in which `fasti export --list` prints them.
[[nodiscard]] std::span<const Exporter> all_exporters();
/// The one of that name, or nullptr.
[[nodiscard]] const Exporter* find_exporter(std::string_view name);

} // namespace fasti::exporters
