// What the tests of ingest share: reading bytes or paths into lists that can be looked at.
#pragma once

#include "ingest/reader.hpp"

#include <fstream>
#include <string>
#include <vector>

namespace fasti::ingest {

struct Read {
    std::vector<Article> articles;
    std::vector<Diagnostic> diagnostics;
    Report report;

    /// The first diagnostic of that code, or nullptr.
    [[nodiscard]] const Diagnostic* diagnostic(std::string_view code) const {
        for (const Diagnostic& d : diagnostics) {
            if (d.code == code) {
                return &d;
            }
        }
        return nullptr;
    }
};

inline Read read_bytes(std::string_view bytes, const std::string& name, const Options& options = {}) {
    Read out;
    auto report = read_article_bytes(
        bytes, name, options, [&](const Diagnostic& d) { out.diagnostics.push_back(d); },
        [&](Article&& article) {
            out.articles.push_back(std::move(article));
            return true;
        });
    if (report) {
        out.report = *report;
    }
    return out;
}

inline Read read_paths(const std::vector<std::string>& paths, const Options& options = {}) {
    Read out;
    auto report = read_articles(
        paths, options, [&](const Diagnostic& d) { out.diagnostics.push_back(d); },
        [&](Article&& article) {
            out.articles.push_back(std::move(article));
            return true;
        });
    if (report) {
        out.report = *report;
    }
    return out;
}

inline std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of its own that is gone when the test is.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fasti-ingest-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::string write(const std::string& name, std::string_view bytes) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

private:
    std::filesystem::path path_;
};

} // namespace fasti::ingest
