// A whole file in memory, for what is small: decisions, CoNLL-U, the viewer page.
#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <string>

namespace fasti::cli {

/// The bytes of the file; the error names its path.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

} // namespace fasti::cli
