// See input_file.hpp.
#include "cli/input_file.hpp"

#include <fstream>
#include <iterator>

namespace fasti::cli {

Result<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in) {
        return Error{ErrorCode::io, "the file cannot be read", path.string(), ""};
    }
    return bytes;
}

} // namespace fasti::cli
