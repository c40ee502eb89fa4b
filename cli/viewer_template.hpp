// The built viewer page, into which a story's data is filled.
#pragma once

#include "core/data_dir.hpp"

#include <fstream>
#include <sstream>
#include <string>

namespace fasti::cli {

/// The text of viz/viewer.html; the error says how to get it.
[[nodiscard]] inline Result<std::string> viewer_template() {
    const auto path = find_data("viz/viewer.html");
    if (!path) {
        Error error = path.error();
        error.message = "the viewer page was not built";
        error.hint = "install npm (Debian: nodejs npm) and build the project again";
        return error;
    }
    std::ifstream in(*path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

} // namespace fasti::cli
