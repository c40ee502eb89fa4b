// The built viewer page, into which a story's data is filled.
#pragma once

#include "cli/input_file.hpp"
#include "core/data_dir.hpp"

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
    return read_file(*path);
}

} // namespace fasti::cli
