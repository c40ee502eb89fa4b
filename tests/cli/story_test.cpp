// The main job: articles in, a story out; the same bytes whatever the order, the threads, the steps.
#include "workspace.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace fasti::cli;
using namespace fasti::cli::testing;

namespace {

// Everything that a story gives, as text.
std::string everything(const Workspace& work, const std::string& story) {
    return work.read(story + "/timeline.json") + work.read(story + "/graph.graphml") +
           fasti::cli::testing::fasti({"export", work.path(story), "--format", "jsonl"}).out;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        out.push_back(text.substr(begin, end - begin + 1));
        begin = end + 1;
    }
    return out;
}

} // namespace

TEST_CASE("a build leaves its files and a summary whose commands work") {
    const Workspace work;
    const std::string articles = work.write("in.jsonl", moon_articles());
    const Outcome built = fasti::cli::testing::fasti({"build", articles, "--story", work.path("s")});
    REQUIRE(built.code == exit_done);
    for (const char* file : {"s/story.db", "s/timeline.json", "s/graph.graphml"}) {
        CHECK(std::filesystem::exists(work.path(file)));
    }
    CHECK(built.out.find("3 articles (3 added") != std::string::npos);
    CHECK(built.out.find("events dated by an expression") != std::string::npos);
    CHECK(built.out.find("fasti query") != std::string::npos);
    const Outcome timeline =
        fasti::cli::testing::fasti({"timeline", work.path("s"), "--actor", "NASA", "--all", "--format", "json"});
    REQUIRE(timeline.code == exit_done);
    CHECK(timeline.out.rfind("{\"actor\":\"NASA\",\"events\":[", 0) == 0);
    CHECK(timeline.out.find("\"from\":\"1968-12-21\"") != std::string::npos);
    for (const char* format : {"table", "timelinejs", "csv", "md", "ics"}) {
        CAPTURE(format);
        CHECK_FALSE(fasti::cli::testing::fasti({"timeline", work.path("s"), "--format", format}).out.empty());
    }
}

TEST_CASE("the story is the same in any order, on any number of threads, in one step or three") {
    const Workspace work;
    const std::string all = moon_articles();
    const auto line = lines(all);
    REQUIRE(line.size() == 3);
    const std::string straight = work.write("a.jsonl", all);
    const std::string turned = work.write("b.jsonl", line[2] + line[0] + line[1]);
    REQUIRE(fasti::cli::testing::fasti({"build", straight, "--story", work.path("one"), "--jobs", "1"}).code ==
            exit_done);
    REQUIRE(fasti::cli::testing::fasti({"build", turned, "--story", work.path("two"), "--jobs", "4"}).code ==
            exit_done);
    for (const std::string& one : {line[1], line[2], line[0]}) {
        const std::string file = work.write("step.jsonl", one);
        REQUIRE(fasti::cli::testing::fasti({"build", file, "--story", work.path("three")}).code == exit_done);
    }
    const std::string expected = everything(work, "one");
    CHECK(everything(work, "two") == expected);
    CHECK(everything(work, "three") == expected);

    // Building again from the same articles changes nothing; taking one out and adding it brings it back.
    const Outcome again = fasti::cli::testing::fasti({"build", straight, "--story", work.path("one")});
    CHECK(again.out.find("3 unchanged") != std::string::npos);
    CHECK(everything(work, "one") == expected);
    REQUIRE(fasti::cli::testing::fasti({"remove", work.path("one"), "orbit"}).code == exit_done);
    CHECK(everything(work, "one") != expected);
    REQUIRE(fasti::cli::testing::fasti({"build", straight, "--story", work.path("one")}).code == exit_done);
    CHECK(everything(work, "one") == expected);
}

TEST_CASE("names and ids that are not in the story are told apart from failures") {
    const Workspace work;
    const std::string articles = work.write("in.jsonl", moon_articles());
    REQUIRE(fasti::cli::testing::fasti({"build", articles, "--story", work.path("s"), "--no-files"}).code == exit_done);
    CHECK_FALSE(std::filesystem::exists(work.path("s/timeline.json")));
    CHECK(fasti::cli::testing::fasti({"timeline", work.path("s"), "--actor", "Napoleon"}).code == exit_not_found);
    CHECK(fasti::cli::testing::fasti({"query", work.path("s"), "neighbors", "Napoleon"}).code == exit_not_found);
    CHECK(fasti::cli::testing::fasti({"show", work.path("s"), "no-such-id"}).code == exit_not_found);
    CHECK(fasti::cli::testing::fasti({"remove", work.path("s"), "no-such-article"}).code == exit_not_found);
    CHECK(fasti::cli::testing::fasti({"query", work.path("s"), "between", "NASA"}).code == exit_usage);
}

TEST_CASE("every question to a story is answered in every format") {
    const Workspace work;
    const std::string articles = work.write("in.jsonl", moon_articles());
    REQUIRE(fasti::cli::testing::fasti({"build", articles, "--story", work.path("s"), "--no-files"}).code == exit_done);
    const std::string s = work.path("s");
    for (const std::vector<std::string>& question : {std::vector<std::string>{"actors"},
                                                     {"actor", "NASA"},
                                                     {"neighbors", "borman"},
                                                     {"events"},
                                                     {"articles"},
                                                     {"top"},
                                                     {"between", "NASA", "Frank Borman"},
                                                     {"path", "NASA", "Frank Borman"},
                                                     {"find", "actor:NASA"}}) {
        for (const char* format : {"table", "json", "jsonl", "tsv", "csv"}) {
            std::vector<std::string> arguments = {"query", s};
            arguments.insert(arguments.end(), question.begin(), question.end());
            arguments.insert(arguments.end(), {"--format", format, "--evidence"});
            CAPTURE(arguments);
            CHECK(fasti::cli::testing::fasti(arguments).code == exit_done);
        }
    }
    CHECK(fasti::cli::testing::fasti({"show", s, "orbit", "--format", "json"}).out.find("Men circle the Moon") !=
          std::string::npos);
}

TEST_CASE("articles without a date are built, named, and told how to be dated") {
    const Workspace work;
    const std::string file = work.write("undated.txt", "NASA launched Apollo 8 on Saturday.\n");
    const Outcome outcome = fasti::cli::testing::fasti({"build", file, "--story", work.path("s"), "--no-files"});
    CHECK(outcome.code == exit_done);
    CHECK(outcome.err.find("undated") != std::string::npos);
    for (const char* way : {"--published", "--dates", "header"}) {
        CHECK(outcome.err.find(way) != std::string::npos);
    }
}

TEST_CASE("of articles with one id the last one in the input is kept, on any number of threads, however often") {
    const Workspace work;
    const std::string x =
        "{\"id\":\"a\",\"published\":\"2021-10-20\",\"text\":\"NATO expelled eight Russian officers on "
        "Monday.\"}\n";
    const std::string y =
        "{\"id\":\"a\",\"published\":\"2021-10-21\",\"text\":\"Russia suspended its mission to NATO on "
        "Monday.\"}\n";
    REQUIRE(fasti::cli::testing::fasti({"build", work.write("x.jsonl", x), "--story", work.path("x")}).code ==
            exit_done);
    const std::string expected = everything(work, "x");
    const std::string file = work.write("xyx.jsonl", x + y + x);
    for (const char* jobs : {"1", "4"}) {
        const std::string story = std::string("s") + jobs;
        for (int round = 0; round < 3; ++round) {
            REQUIRE(fasti::cli::testing::fasti({"build", file, "--story", work.path(story), "--jobs", jobs}).code ==
                    exit_done);
            CHECK(everything(work, story) == expected);
        }
    }
}
