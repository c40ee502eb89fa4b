// The measuring data, which is not part of the project: found by FASTI_SHARED, else beside the source tree.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace fasti::quality {

/// The bytes of a file below the shared folder, or nothing where it is absent.
inline std::optional<std::string> read_shared(const std::string& path) {
    const char* const given = std::getenv("FASTI_SHARED");
    const auto folder =
        given ? std::filesystem::path(given) : std::filesystem::path(FASTI_SOURCE_DIR).parent_path() / "shared";
    std::ifstream in(folder / path, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

} // namespace fasti::quality
