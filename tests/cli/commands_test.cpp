// The commands from the outside: help, exit codes, formats.
#include "workspace.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <unistd.h>

using namespace fasti::cli;
using namespace fasti::cli::testing;

TEST_CASE("help lists every command, and each command's help ends with an example") {
    const Outcome help = fasti::cli::testing::fasti({"--help"});
    CHECK(help.code == exit_done);
    for (const Command& command : commands()) {
        CAPTURE(command.name);
        CHECK(help.out.find(command.name) != std::string::npos);
        const Outcome one = fasti::cli::testing::fasti({command.name, "--help"});
        CHECK(one.code == exit_done);
        CHECK(one.out.find(command.example) != std::string::npos);
    }
    CHECK(fasti::cli::testing::fasti({"--version"}).out.rfind("fasti ", 0) == 0);
}

TEST_CASE("a call that can't be right is a usage error") {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                      {"nonsense"},
                                                      {"build"},
                                                      {"annotate", "--only", "verbs"},
                                                      {"resolve"},
                                                      {"resolve", "today", "--published", "2021-02-30"},
                                                      {"annotate", "-", "--published", "soon"},
                                                      {"export", "x", "--format", "nonsense"},
                                                      {"rules", "break"}}) {
        CAPTURE(arguments);
        const Outcome outcome = fasti::cli::testing::fasti(arguments);
        CHECK(outcome.code == exit_usage);
        CHECK_FALSE(outcome.err.empty());
    }
}

TEST_CASE("one expression is resolved and explained") {
    const Outcome plain = fasti::cli::testing::fasti({"resolve", "last Wednesday", "--published", "2021-10-21"});
    REQUIRE(plain.code == exit_done);
    CHECK(plain.out.find("\"value\":\"2021-10-20\"") != std::string::npos);
    CHECK(plain.out.find("\"from\":\"2021-10-20\",\"to\":\"2021-10-21\"") != std::string::npos);
    const Outcome explained =
        fasti::cli::testing::fasti({"resolve", "three days ago", "--published", "2021-10-21", "--explain"});
    CHECK(explained.out.find(".rules:") != std::string::npos);
    const Outcome nothing = fasti::cli::testing::fasti({"resolve", "purple"});
    CHECK(nothing.code == exit_done);
    CHECK(nothing.err.find("no time expression") != std::string::npos);
}

TEST_CASE("a table of expressions gives a line for each row, in view of the earlier ones") {
    const Workspace work;
    const std::string table = work.write("cases.tsv", "document\tpublished\torder\texpression\n"
                                                      "a\t2021-10-20\t1\tAugust 2020\n"
                                                      "a\t2021-10-20\t2\ttwo months ago\n"
                                                      "b\tnonsense\t1\t2014\n");
    const Outcome outcome = fasti::cli::testing::fasti({"resolve", "--batch", table});
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 3);
    CHECK(outcome.out.find("\"value\":\"2020-08\"") != std::string::npos);
    CHECK(outcome.out.find("\"value\":\"2021-08\"") != std::string::npos);
    CHECK(outcome.out.find("\"value\":\"2014\"") != std::string::npos);
    CHECK(outcome.err.find("line 4") != std::string::npos);
}

TEST_CASE("the rules pass their own examples and checks") {
    CHECK(fasti::cli::testing::fasti({"rules", "test"}).code == exit_done);
    CHECK(fasti::cli::testing::fasti({"rules", "check"}).code == exit_done);
    CHECK(fasti::cli::testing::fasti({"rules", "list", "--format", "tsv"}).out.rfind("name\t", 0) == 0);
}

TEST_CASE("annotate prints one object a line with offsets in code points") {
    const Workspace work;
    const std::string file =
        work.write("in.jsonl", "{\"id\":\"x\",\"published\":\"2021-10-20\",\"text\":\"Größe – Москва, on Monday.\"}\n");
    const Outcome outcome = fasti::cli::testing::fasti({"annotate", file, "--only", "timexes"});
    REQUIRE(outcome.code == exit_done);
    CHECK(outcome.out.find("\"begin\":19,\"end\":25,\"text\":\"Monday\",\"type\":\"DATE\",\"value\":\"2021-10-18\"") !=
          std::string::npos);
    CHECK(outcome.out.find("\"events\"") == std::string::npos);
}

TEST_CASE("without a path standard input is read; a story wants to be told") {
    const Workspace work;
    const std::string file = work.write("in.txt", "NASA launched Apollo 8.\n");
    const int kept = ::dup(STDIN_FILENO);
    for (const char* command : {"annotate", "triples", "parse"}) {
        CAPTURE(command);
        const int input = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        ::dup2(input, STDIN_FILENO);
        ::close(input);
        CHECK(fasti::cli::testing::fasti({command}).out.find("launched") != std::string::npos);
    }
    ::dup2(kept, STDIN_FILENO);
    ::close(kept);
    CHECK(fasti::cli::testing::fasti({"build", "--story", work.path("s")}).code == exit_usage);
    REQUIRE(fasti::cli::testing::fasti({"build", file, "--story", work.path("s"), "--no-files"}).code == exit_done);
    const Outcome again = fasti::cli::testing::fasti({"build", "--story", work.path("s"), "--no-files"});
    CHECK(again.code == exit_done);
    CHECK(again.out.find("1 article (0 added") != std::string::npos);
    CHECK(fasti::cli::testing::fasti({"annotate", "--map", "txt=story"}).code == exit_usage);
}

TEST_CASE("options that may be repeated leave the paths behind them alone") {
    const Workspace work;
    const std::string file = work.write("in.jsonl", "{\"story\":\"It rained on Monday.\",\"day\":\"2021-10-20\"}\n");
    const Outcome outcome = fasti::cli::testing::fasti(
        {"annotate", "--only", "timexes", "--map", "text=story", "--map", "published=day", file});
    CHECK(outcome.code == exit_done);
    CHECK(outcome.out.find("2021-10-18") != std::string::npos);
}

TEST_CASE("TimeML holds the text with its expressions marked") {
    const Workspace work;
    const std::string file =
        work.write("in.jsonl", "{\"id\":\"x\",\"published\":\"2021-10-20\",\"text\":\"R&D <b> began in 2014.\"}\n");
    const Outcome outcome = fasti::cli::testing::fasti({"annotate", file, "--format", "timeml"});
    CHECK(outcome.out.find("R&amp;D &lt;b&gt; began in <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2014\"") !=
          std::string::npos);
}

TEST_CASE("triples name the line of the input, blank lines counted") {
    const Workspace work;
    const std::string file = work.write("in.txt", "NASA launched Apollo 8 .\n\nBorman commanded the crew .\n");
    const Outcome outcome = fasti::cli::testing::fasti({"triples", file, "--one-sentence-per-line"});
    CHECK(outcome.out.find("\t1\tNASA\tlaunched\tApollo 8\thappened\n") != std::string::npos);
    CHECK(outcome.out.find("\t3\tBorman\tcommanded\tthe crew\thappened\n") != std::string::npos);
}

TEST_CASE("parse keeps the words and sentences of CoNLL-U") {
    const std::string conllu = "# newdoc id = d\n# sent_id = 1\n"
                               "1\tNASA\t_\t_\t_\t_\t_\t_\t_\t_\n2\tlaunched\t_\t_\t_\t_\t_\t_\t_\t_\n"
                               "3\tit\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    const Outcome outcome = fasti::cli::testing::fasti({"parse", "--conllu", "-"}, conllu);
    REQUIRE(outcome.code == exit_done);
    CHECK(outcome.out.find("2\tlaunched\tlaunch\tVERB\tVBD\t_\t0\troot\t_\t") != std::string::npos);
}

TEST_CASE("export lists its formats") {
    const Outcome outcome = fasti::cli::testing::fasti({"export", "--list"});
    CHECK(outcome.code == exit_done);
    for (const char* format : {"graphml", "gexf", "timelinejs", "markdown"}) {
        CHECK(outcome.out.find(format) != std::string::npos);
    }
}
