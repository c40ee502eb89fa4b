// See workspace.hpp.
#include "workspace.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fasti::cli::testing {

Outcome fasti(const std::vector<std::string>& arguments, const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Console console{in, out, err};
    Outcome outcome;
    outcome.code = run_program(arguments, console);
    outcome.out = std::move(out).str();
    outcome.err = std::move(err).str();
    return outcome;
}

Workspace::Workspace() {
    std::string name = (std::filesystem::temp_directory_path() / "fasti-test-XXXXXX").string();
    folder_ = mkdtemp(name.data()) != nullptr ? name : ".";
}

Workspace::~Workspace() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Workspace::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = folder_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

std::string Workspace::read(std::string_view name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

std::string moon_articles() {
    return R"({"id":"launch","published":"1968-12-21","title":"Apollo 8 leaves for the Moon","source":"The Herald","text":"NASA launched Apollo 8 from Florida on Saturday. Frank Borman commands the crew of three. The agency plans to send another crew into orbit in March 1969."}
{"id":"orbit","published":"1968-12-25","title":"Men circle the Moon","source":"The Gazette","text":"Frank Borman, Jim Lovell and William Anders entered orbit around the Moon on Tuesday. NASA launched Apollo 8 last Saturday. Anders photographed the Earth above the horizon, NASA said."}
{"id":"return","published":"1968-12-28","title":"Apollo 8 is back","source":"The Herald","text":"Apollo 8 splashed down in the Pacific Ocean on Friday. The USS Yorktown recovered Borman and his crew. President Lyndon Johnson congratulated the astronauts."}
)";
}

} // namespace fasti::cli::testing
