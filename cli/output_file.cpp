// See output_file.hpp.
#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace fasti::cli {
namespace {

Error failure(std::string_view what, const std::filesystem::path& path, const std::string& why) {
    return {ErrorCode::io, std::string(what) + ": " + why, path.string(), "another folder, or free some space"};
}

// What the system says against one byte more; a stream does not keep it.
std::string why_not(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    const int error = descriptor < 0 || ::write(descriptor, "\n", 1) != 1 ? errno : EIO;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return std::strerror(error);
}

} // namespace

Result<OutputFile> OutputFile::open(const std::filesystem::path& path) {
    std::error_code error;
    if (path.has_parent_path()) {
        std::filesystem::create_directories(path.parent_path(), error);
        if (error) {
            return failure("the folder cannot be made", path.parent_path(), error.message());
        }
    }
    if (std::filesystem::is_directory(path, error)) {
        return Error{ErrorCode::io, "the output is a folder", path.string(), "the name of a file"};
    }
    const auto status = std::filesystem::status(path, error);
    const bool device = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    // A link stays: what it points to is what is written anew.
    const auto place =
        std::filesystem::is_symlink(path, error) && !device ? std::filesystem::weakly_canonical(path, error) : path;
    OutputFile file(place, device ? "" : place.string() + "." + std::to_string(getpid()) + ".tmp");
    file.stream_.open(device ? place : file.temporary_, std::ios::binary | std::ios::trunc);
    if (!file.stream_) {
        const std::string why = std::strerror(errno);
        file.temporary_.clear();
        return failure("the file cannot be written", path, why);
    }
    return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::move(other.temporary_)), stream_(std::move(other.stream_)) {
    other.temporary_.clear();
}

OutputFile::~OutputFile() {
    if (!temporary_.empty()) {
        stream_.close();
        std::error_code ignored;
        std::filesystem::remove(temporary_, ignored);
    }
}

Status OutputFile::commit() {
    stream_.flush();
    const bool written = stream_.good();
    stream_.close();
    if (!written || stream_.fail()) {
        return failure("the file could not be written whole", path_, why_not(temporary_.empty() ? path_ : temporary_));
    }
    if (temporary_.empty()) {
        return {};
    }
    std::error_code error;
    std::filesystem::rename(temporary_, path_, error);
    if (error) {
        return failure("the file cannot be put in its place", path_, error.message());
    }
    temporary_.clear();
    return {};
}

} // namespace fasti::cli
