// Faulty rule files are refused with file, line, what was wanted and what was found; later folders override.
#include "temporal/rule_set.hpp"
#include "temporal/temporal.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <fstream>

using namespace fasti;
using namespace fasti::temporal;

namespace {

const std::string head = "language en\nanchor 2013-02-12\nstratum dates\n";

// The error of `text` as a file "t.rules", read and compiled; fails the test when there is none.
Error error_of(const std::string& text) {
    auto file = parse_rule_file(text, "t.rules");
    if (!file) {
        return file.error();
    }
    std::vector<RuleFile> files;
    files.push_back(std::move(*file));
    auto set = compile_rules(std::move(files), {0});
    REQUIRE_FALSE(set.ok());
    return set.error();
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

} // namespace

TEST_CASE("a faulty rule file is refused with its place and what was wanted") {
    struct Fault {
        const char* text;
        const char* place;
        const char* wanted;
    };
    const Fault faults[] = {
        {"rule x : date\n  match a\n", "t.rules:4", "either a 'value' line"},
        {"rule x : date\n  value present\n", "t.rules:4", "a 'match' line"},
        {"rule X : date\n", "t.rules:4", "small letters"},
        {"rule x : date\n  match <n:nothing>\n  value present\n", "t.rules:5", "found 'nothing'"},
        {"rule x : date\n  match (a|b\n  value present\n", "t.rules:5", "')'"},
        {"rule x : date\n  match a\n  value shift(anchor, 1)\n", "t.rules:6", "an operator 'shift'"},
        {"rule x : date\n  match a\n  value 1\n", "t.rules:6", "a time as the value"},
        {"rule x : date\n  match a\n  value present(\n", "t.rules:6", "a value"},
        {"rule x : date\n  match <d:9..1>\n  value day(d)\n", "t.rules:5", "bounds in order"},
        {"rule x : date\n  match a <d:1..9>?\n  value day(d)\n", "t.rules:5", "in every form of the pattern"},
        {"rule x : date\n  match a?\n  value present\n", "t.rules:5", "at least one word"},
        {"rule x : date\n  match a b c d e f g h i j k l m\n  value present\n", "t.rules:5", "at most 12"},
        {"rule x : date\n  watch a\n", "t.rules:5", "found 'watch'"},
        {"rule x : date\n  match a\n  value present\nrule x : date\n  match b\n  value past\n", "t.rules:7",
         "a new name"},
        {"rule x : skip\n  match a\n  value present\n", "t.rules:4", "no value in a skip rule"},
        {"stratum upstairs\n", "t.rules:4", "found 'upstairs'"},
        {"class c\n  october 10\n", "t.rules:5", "PHRASE"},
        {"anchor sometime\n", "t.rules:4", "a date"},
    };
    for (const Fault& fault : faults) {
        CAPTURE(fault.text);
        const Error error = error_of(head + fault.text);
        CHECK(error.code == ErrorCode::format);
        CHECK(error.place == fault.place);
        CAPTURE(error.message);
        CHECK(error.message.find(fault.wanted) != std::string::npos);
    }
}

TEST_CASE("a slot may use lower strata only") {
    const Error error = error_of(head + "rule x : date\n  match a\n  value present\n"
                                        "rule y : date\n  match <d:date> b\n  value d\n");
    CHECK(error.place == "t.rules:8");
    CHECK(error.message.find("'date'") != std::string::npos);
}

TEST_CASE("checking finds rules without examples and patterns said twice") {
    const auto dir = std::filesystem::temp_directory_path() / "fasti-temporal-check";
    write(dir / "t.rules", head + "rule x : date\n  match a b\n  value present\n  yes a b | PRESENT_REF\n"
                                  "rule y : date\n  match a b\n  value past\n");
    const std::array dirs = {dir};
    const auto rules = Rules::load(dirs);
    REQUIRE(rules);
    const auto complaints = rules->check();
    CHECK(complaints.size() == 5); // both lack positive and negative examples; y says what x says
    CHECK(rules->test().empty());
    std::filesystem::remove_all(dir);
}

TEST_CASE("an example that another rule wins fails with file and line") {
    const auto dir = std::filesystem::temp_directory_path() / "fasti-temporal-won";
    write(dir / "t.rules", head + "rule x : date\n  match a b\n  value present\n  yes a b | PRESENT_REF\n"
                                  "rule y : date\n  match a b c\n  value past\n  yes a b | PAST_REF\n");
    const std::array dirs = {dir};
    const auto rules = Rules::load(dirs);
    REQUIRE(rules);
    const auto complaints = rules->test();
    REQUIRE(complaints.size() == 1);
    CHECK(complaints[0].place == "fasti-temporal-won/t.rules:11");
    CHECK(complaints[0].message.find("by x") != std::string::npos);
    std::filesystem::remove_all(dir);
}

TEST_CASE("a later folder overrides and adds rules by name") {
    const auto base = std::filesystem::temp_directory_path() / "fasti-temporal-base";
    const auto over = std::filesystem::temp_directory_path() / "fasti-temporal-over";
    write(base / "t.rules", head + "rule x : date\n  match someday\n  value present\n");
    write(over / "t.rules", "stratum dates\nrule x : date\n  match someday\n  value future\n"
                            "rule z : date\n  match yore\n  value past\n");
    const std::array dirs = {base, over};
    const auto rules = Rules::load(dirs);
    REQUIRE(rules);
    CHECK(rules->list().size() == 2);
    ExpressionResolver resolver(*rules, parse_date("2021-10-20"));
    CHECK(resolver.resolve("someday").time.value == "FUTURE_REF");
    CHECK(resolver.resolve("yore").time.value == "PAST_REF");
    std::filesystem::remove_all(base);
    std::filesystem::remove_all(over);
}

TEST_CASE("a folder that is not there is an error of the environment") {
    const std::array dirs = {std::filesystem::path("/nowhere/at/all")};
    const auto rules = Rules::load(dirs);
    REQUIRE_FALSE(rules.ok());
    CHECK(rules.error().code == ErrorCode::io);
}
