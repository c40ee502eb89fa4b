// The layer diagram of docs/architecture.md, held against the includes that are there: siblings
// know only core, exporters know the graph by its view alone, and each library has one home.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Include {
    std::string file; ///< relative to the source tree
    std::string target;
    bool header; ///< the including file is a header
};

std::vector<Include> includes_of(const std::string& folder) {
    std::vector<Include> found;
    const fs::path root = FASTI_SOURCE_DIR;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (entry.path().string().find("node_modules") != std::string::npos ||
            (extension != ".hpp" && extension != ".cpp")) {
            continue;
        }
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            if (line.rfind("#include", 0) != 0) {
                continue;
            }
            const auto open = line.find_first_of("<\"");
            const auto close = line.find_last_of(">\"");
            REQUIRE(open != std::string::npos);
            found.push_back({fs::relative(entry.path(), root).string(), line.substr(open + 1, close - open - 1),
                             extension == ".hpp"});
        }
    }
    return found;
}

const std::set<std::string> folders = {"core", "ingest", "language", "temporal", "events", "graph", "exporters", "cli"};

// What each folder may include of the others.
const std::map<std::string, std::set<std::string>> may_know = {
    {"core", {"core"}},
    {"ingest", {"core", "ingest"}},
    {"language", {"core", "language"}},
    {"temporal", {"core", "temporal"}},
    {"events", {"core", "events"}},
    {"graph", {"core", "graph"}},
    {"exporters", {"core", "exporters"}}, // and graph/view.hpp
    {"cli", {"core", "ingest", "language", "temporal", "events", "graph", "exporters", "cli"}},
};

struct Home {
    std::string prefix;            ///< of the included path
    std::set<std::string> folders; ///< that may include it
    bool headers;                  ///< headers may, too
};

const std::vector<Home> homes = {
    {"boost/", {"graph"}, false},
    {"sqlite3", {"graph"}, false},
    {"gumbo", {"ingest"}, false},
    {"libxml/", {"ingest"}, false},
    {"archive", {"ingest"}, false},
    {"uchardet", {"ingest"}, false},
    {"zlib", {"ingest"}, false},
    {"httplib", {"cli"}, false},
    {"CLI/", {"cli", "language"}, true}, // the trainer is a program of its own
    {"tbb/", {"cli", "ingest"}, false},
    {"rapidjson/", {"ingest", "exporters", "cli"}, true},
    {"date/date", {"core", "temporal"}, true},
};

} // namespace

TEST_CASE("every folder includes only the folders below it") {
    for (const auto& [folder, known] : may_know) {
        if (!fs::exists(fs::path(FASTI_SOURCE_DIR) / folder)) {
            continue;
        }
        for (const Include& include : includes_of(folder)) {
            const std::string target = include.target.substr(0, include.target.find('/'));
            if (folders.count(target) == 0 || include.target.find('/') == std::string::npos) {
                continue;
            }
            CAPTURE(include.file, include.target);
            const bool view = folder == "exporters" && include.target == "graph/view.hpp";
            CHECK((known.count(target) == 1 || view));
        }
    }
}

TEST_CASE("a third-party library is included in its home folder alone") {
    for (const std::string& folder : folders) {
        if (!fs::exists(fs::path(FASTI_SOURCE_DIR) / folder)) {
            continue;
        }
        for (const Include& include : includes_of(folder)) {
            for (const Home& home : homes) {
                if (include.target.rfind(home.prefix, 0) != 0) {
                    continue;
                }
                CAPTURE(include.file, include.target);
                CHECK(home.folders.count(folder) == 1);
                CHECK((home.headers || !include.header));
            }
        }
    }
}

TEST_CASE("std::regex is used nowhere") {
    for (const std::string& folder : folders) {
        if (!fs::exists(fs::path(FASTI_SOURCE_DIR) / folder)) {
            continue;
        }
        for (const Include& include : includes_of(folder)) {
            CAPTURE(include.file);
            CHECK(include.target != "regex");
        }
    }
}
