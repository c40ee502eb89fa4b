// The data of the viewer (viz/) as JSON by columns, and the page filled with it. The format is
// docs/viewer-data.md; `fasti build`, `fasti view` call this.
#pragma once

#include "exporters/viewer_part.hpp"
#include "graph/view.hpp"

#include <ostream>
#include <string_view>

namespace fasti::exporters {

/// The whole view as one JSON document and a newline; positions of the actors included.
void write_viewer_json(const graph::GraphView& view, std::ostream& out);
/// A part of a story, for a page that has its overview already.
void write_viewer_json(const WholeStory& whole, const StoryPart& part, std::ostream& out);

/// `viewer_html`, the built page, with the view's data in place of its marker and its title in
/// place of "Fasti": one offline page, which may request nothing. Any text is safe in the view: no
/// `<` of it reaches the page. A page without a marker is written as it is.
void write_viewer_page(const graph::GraphView& view, std::string_view viewer_html, std::ostream& out);
/// The page as a server hands it out: it may ask that server, and no other, for other parts.
void write_viewer_page(const WholeStory& whole, const StoryPart& part, std::string_view viewer_html, std::ostream& out);

} // namespace fasti::exporters
