// Where the program's data lies: rules, models, lexicons, the built viewer.
#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <string_view>

namespace fasti {

/// The first that exists of: the folder that FASTI_DATA names, `data` beside the program,
/// `../share/fasti` beside the program. `part` is a path below it, "temporal/en", and must be
/// there too; the error says where it was looked for.
[[nodiscard]] Result<std::filesystem::path> find_data(std::string_view part);

} // namespace fasti
