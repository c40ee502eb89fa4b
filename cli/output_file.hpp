// Files that are whole or not there: written beside their place under another name and renamed
// when all is written. Opened before the long work starts, so that a bad path fails at once. A device or a
// pipe (-o /dev/stdout) is written to as it is, for nothing may be put in its place.
#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <fstream>

namespace fasti::cli {

class OutputFile {
public:
    /// Makes the folder when it is missing and opens the temporary file.
    [[nodiscard]] static Result<OutputFile> open(const std::filesystem::path& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile(); ///< removes what was not committed

    [[nodiscard]] std::ostream& stream() { return stream_; }
    /// Flushes, checks that everything was written, and puts the file in its place.
    [[nodiscard]] Status commit();

private:
    OutputFile(std::filesystem::path path, std::filesystem::path temporary)
        : path_(std::move(path)), temporary_(std::move(temporary)) {}

    std::filesystem::path path_;
    std::filesystem::path temporary_; ///< empty once committed, and for a device
    std::ofstream stream_;
};

} // namespace fasti::cli
