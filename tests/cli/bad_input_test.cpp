// Bad input: each gets a message with file, line and byte, the right exit code, and everything
// else is done.
#include "workspace.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>

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

TEST_CASE("an article that takes more than its time costs only itself") {
    const Workspace work;
    std::string sentences;
    for (int i = 0; i < 2000; ++i) {
        sentences += "NASA launched Apollo 8 on Saturday. ";
    }
    work.write("in/a.txt", sentences);
    work.write("in/b.txt", "Apollo fuhr zum Mond, und die Kapsel ist nicht zerbrochen.\n"); // only English is read far
    for (const char* jobs : {"1", "2"}) {
        const std::vector<std::string> command = {"annotate", work.path("in"), "--jobs", jobs, "--article-seconds"};
        auto short_time = command;
        short_time.emplace_back("0.001");
        short_time.insert(short_time.end(), {"--report", work.path("report.json")});
        const Outcome outcome = fasti::cli::testing::fasti(short_time);
        CHECK(outcome.code == exit_skipped);
        CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 1);
        CHECK(outcome.err.find("a.txt: it takes more than 0.001 s") != std::string::npos);
        CHECK(work.read("report.json").find("\"skipped\":{\"too-slow\":1}") != std::string::npos);
        auto any_time = command;
        any_time.emplace_back("0");
        CHECK(fasti::cli::testing::fasti(any_time).code == exit_done);
    }
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

TEST_CASE("a disk that is full stops the build with a message, and the same command again does it all") {
    const Workspace work;
    const std::string articles = work.write("in.jsonl", moon_articles());
    const std::string story = work.path("story");
    std::signal(SIGXFSZ, SIG_IGN); // as main does
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    for (const rlim_t room : {rlim_t{0}, rlim_t{60'000}, rlim_t{150'000}}) {
        const rlimit small{room, before.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
        const Outcome full = fasti::cli::testing::fasti({"build", articles, "--story", story});
        REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
        CAPTURE(room, full.err);
        CHECK(full.code == exit_failed);
        CHECK(full.err.find(story) != std::string::npos);
    }
    CHECK(fasti::cli::testing::fasti({"build", articles, "--story", story}).code == exit_done);
    const std::string fresh = work.path("fresh");
    CHECK(fasti::cli::testing::fasti({"build", articles, "--story", fresh}).code == exit_done);
    CHECK(work.read("story/timeline.json") == work.read("fresh/timeline.json"));
    CHECK(work.read("story/graph.graphml") == work.read("fresh/graph.graphml"));
}

TEST_CASE("a device is written to as it is, and nothing is put in its place") {
    const Workspace work;
    const std::string story = work.path("story");
    REQUIRE(fasti::cli::testing::fasti({"build", work.write("in.jsonl", moon_articles()), "--story", story}).code == 0);
    const Outcome full = fasti::cli::testing::fasti({"export", story, "--format", "gexf", "-o", "/dev/full"});
    CHECK(full.code == exit_failed);
    CHECK(full.err.find("No space left on device") != std::string::npos);
    CHECK(std::filesystem::is_character_file("/dev/full"));
    CHECK(fasti::cli::testing::fasti({"export", story, "--format", "gexf", "-o", "/dev/null"}).code == exit_done);
    CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("an output under a link goes to the file that the link names") {
    const Workspace work;
    const std::string story = work.path("story");
    REQUIRE(fasti::cli::testing::fasti({"build", work.write("in.jsonl", moon_articles()), "--story", story}).code == 0);
    work.write("real.gexf", "old");
    std::filesystem::create_symlink("real.gexf", work.path("link.gexf"));
    CHECK(fasti::cli::testing::fasti({"export", story, "--format", "gexf", "-o", work.path("link.gexf")}).code ==
          exit_done);
    CHECK(std::filesystem::is_symlink(work.path("link.gexf")));
    CHECK(work.read("real.gexf").find("<gexf") != std::string::npos);
}

TEST_CASE("the report names what was read, and what was skipped with file, line and byte") {
    const Workspace work;
    const std::string file = work.write("in.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\n");
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"annotate", file}, {"build", file, "--story", work.path("story")}}) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.end(), {"--report", work.path("report.json")});
        CHECK(fasti::cli::testing::fasti(arguments).code == exit_skipped);
        const std::string report = work.read("report.json");
        CAPTURE(report);
        CHECK(report.find("\"by_format\":{\"jsonl\":1}") != std::string::npos);
        CHECK(report.find("\"skipped\":{\"broken-json\":1}") != std::string::npos);
        CHECK(report.find("in.jsonl\",\"line\":2,\"byte\":") != std::string::npos);
        CHECK((report.find("\"added\":1") != std::string::npos) == (command[0] == "build"));
    }
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
