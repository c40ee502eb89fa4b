// See data_dir.hpp.
#include "core/data_dir.hpp"

#include <cstdlib>
#include <system_error>
#include <vector>

namespace fasti {

Result<std::filesystem::path> find_data(std::string_view part) {
    namespace fs = std::filesystem;
    std::vector<fs::path> places;
    if (const char* named = std::getenv("FASTI_DATA"); named != nullptr && *named != '\0') {
        places.emplace_back(named);
    }
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        places.push_back(program.parent_path() / "data");
        places.push_back(program.parent_path().parent_path() / "share" / "fasti");
    }
    std::string looked;
    for (const fs::path& place : places) {
        if (fs::exists(place / part, error)) {
            return place / part;
        }
        looked += (looked.empty() ? "" : ", ") + (place / part).string();
    }
    return Error{ErrorCode::io, "the program's data '" + std::string(part) + "' is missing", looked,
                 "set FASTI_DATA to the folder that holds it, or build the project anew"};
}

} // namespace fasti
