// Bad input: each gets a message with file, line and byte, the right exit code, and everything
// else is done.
#include "workspace.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace fasti::cli;
using namespace fasti::cli::testing;

TEST_CASE("what is no text is skipped and named, and the rest is done") {
    const Workspace work;
    work.write("in/a.txt", "NASA launched Apollo 8 on Saturday.\n");
    work.write("in/empty.txt", "");
    work.write("in/binary.txt", std::string("PK\0\1\2\3\0\0", 8));
    work.write("in/latin.txt", "Apollo\xff landed in Flor\xe9.\n");
    const Outcome outcome =
        fasti::cli::testing::fasti({"annotate", work.path("in"), "--only", "timexes", "--published", "1968-12-25"});
    CHECK(outcome.code == exit_skipped);
    CHECK(outcome.out.find("\"value\":\"1968-12-21\"") != std::string::npos);
    CHECK(outcome.err.find("binary.txt") != std::string::npos);
    CHECK(outcome.err.find("empty.txt") != std::string::npos);
    CHECK(outcome.err.find("latin.txt, line 1, byte 6") != std::string::npos);
    CHECK(outcome.out.find("Apollo\xEF\xBF\xBD landed") != std::string::npos);
}

TEST_CASE("a broken JSON line costs only itself") {
    const Workspace work;
    const std::string file = work.write("in.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\n"
                                                    "{\"id\":\"c\",\"text\":\"Three.\"}\n{\"id\":\"d\"}\n");
    const Outcome outcome = fasti::cli::testing::fasti({"annotate", file, "--only", "timexes"});
    CHECK(outcome.code == exit_skipped);
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 2);
    CHECK(outcome.err.find("line 2") != std::string::npos);
    CHECK(outcome.err.find("line 4") != std::string::npos);
}

TEST_CASE("a date that does not exist is no date") {
    const Workspace work;
    const std::string file =
        work.write("in.jsonl", "{\"id\":\"a\",\"published\":\"2021-02-30\",\"text\":\"It rained on Monday.\"}\n");
    const Outcome outcome = fasti::cli::testing::fasti({"annotate", file, "--only", "timexes"});
    CHECK(outcome.out.find("\"published\":null") != std::string::npos);
    CHECK(outcome.out.find("\"certainty\":\"unresolved\"") != std::string::npos);
    CHECK(outcome.err.find("2021-02-30") != std::string::npos);
}

TEST_CASE("what is not there is named") {
    const Workspace work;
    const Outcome missing = fasti::cli::testing::fasti({"annotate", work.path("nowhere.txt")});
    CHECK(missing.code == exit_skipped);
    CHECK(missing.err.find("nowhere.txt") != std::string::npos);
    std::filesystem::create_directories(work.path("hollow"));
    const Outcome hollow = fasti::cli::testing::fasti({"annotate", work.path("hollow")});
    CHECK(hollow.err.find("hollow") != std::string::npos);
}

TEST_CASE("an output that can't be written fails before the work") {
    const Workspace work;
    const std::string articles = work.write("in.jsonl", moon_articles());
    work.write("file", "in the way");
    const Outcome outcome = fasti::cli::testing::fasti({"build", articles, "--story", work.path("file/story")});
    CHECK(outcome.code == exit_failed);
    CHECK(outcome.err.find("file") != std::string::npos);
    CHECK(work.read("file") == "in the way");
}

TEST_CASE("what is no story is refused with its name") {
    const Workspace work;
    work.write("junk/story.db", "this is no database, and it is long enough to be looked at");
    CHECK(fasti::cli::testing::fasti({"timeline", work.path("junk")}).code == exit_failed);
    const Outcome none = fasti::cli::testing::fasti({"timeline", work.path("none")});
    CHECK(none.code >= exit_failed);
    CHECK_FALSE(std::filesystem::exists(work.path("none")));
}

TEST_CASE("one very long line stays an article") {
    const Workspace work;
    std::string text = "It began in 2014";
    while (text.size() < 2'000'000) {
        text += " and went on and on";
    }
    const Outcome outcome = fasti::cli::testing::fasti({"annotate", work.write("long.txt", text), "--only", "timexes"});
    CHECK(outcome.code == exit_done);
    CHECK(outcome.out.find("\"value\":\"2014\"") != std::string::npos);
}
