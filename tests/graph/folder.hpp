// A folder of its own for one test, gone when the test ends.
#pragma once

#include <filesystem>
#include <string>
#include <unistd.h>

namespace fasti::graph {

class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("fasti-story-" + std::to_string(::getpid()) + "-" + std::to_string(next()))) {
        std::filesystem::remove_all(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    static int next() {
        static int n = 0;
        return n++;
    }
    std::filesystem::path path_;
};

} // namespace fasti::graph
