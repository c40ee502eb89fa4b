// The data of the viewer (viz/) as JSON by columns, and the page filled with it. The format is
// docs/viewer-data.md; `fasti build`, `fasti view` call this.
#pragma once

#include "graph/view.hpp"

#include <ostream>
#include <string_view>

namespace fasti::exporters {

/// Who hands the page its data.
enum class PageKind : std::uint8_t {
    offline, ///< the file itself holds all; nothing may be requested
    served,  ///< `fasti view`: other periods may be asked for from the server that it came from
};

/// The whole view as one JSON document and a newline; positions of the actors included.
void write_viewer_json(const graph::GraphView& view, std::ostream& out);

/// `viewer_html`, the built page, with the view's data in place of its marker and its title in
/// place of "Fasti". Any text is safe in the view: no `<` of it reaches the page. A page without a
/// marker is written as it is.
void write_viewer_page(const graph::GraphView& view, std::string_view viewer_html, std::ostream& out,
                       PageKind kind = PageKind::offline);

} // namespace fasti::exporters
