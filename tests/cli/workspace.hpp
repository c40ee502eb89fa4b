// A folder of its own for each test, and the program run inside the test's process.
#pragma once

#include "cli/command.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::cli::testing {

/// What a run of the program left behind.
struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs the program with these arguments; `input` is its standard input.
[[nodiscard]] Outcome fasti(const std::vector<std::string>& arguments, const std::string& input = {});

/// A new folder that is removed with the object.
class Workspace {
public:
    Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace();

    /// The path of `name` in the folder.
    [[nodiscard]] std::string path(std::string_view name) const { return (folder_ / name).string(); }
    /// Writes a file, with its folders, and gives its path.
    std::string write(std::string_view name, std::string_view bytes) const;
    [[nodiscard]] std::string read(std::string_view name) const;

private:
    std::filesystem::path folder_;
};

/// Three articles on the first flight around the Moon, as JSON Lines; real facts in our own words.
[[nodiscard]] std::string moon_articles();

} // namespace fasti::cli::testing
