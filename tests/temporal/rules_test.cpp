// The rules of every language run their own examples here, and meet the demands on rules.
#include "core/data_dir.hpp"
#include "temporal/temporal.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>

using namespace fasti;
using temporal::Rules;

namespace {

Rules load(const char* language) {
    const std::array dirs = {std::filesystem::path(FASTI_SOURCE_DIR "/temporal/rules") / language};
    auto rules = Rules::load(dirs);
    if (!rules) {
        FAIL(rules.error().place << ": " << rules.error().message);
    }
    return *rules;
}

} // namespace

TEST_CASE("the rules' own examples hold") {
    const auto* language = GENERATE("en", "de");
    const Rules rules = load(language);
    for (const auto& complaint : rules.test()) {
        FAIL_CHECK(complaint.place << " " << complaint.rule << ": " << complaint.message);
    }
    CHECK(rules.example_count() >= 3 * rules.list().size());
}

TEST_CASE("every rule has two positive examples, a negative one, and patterns of its own") {
    const auto* language = GENERATE("en", "de");
    const Rules rules = load(language);
    CHECK(rules.language() == language);
    for (const auto& complaint : rules.check()) {
        FAIL_CHECK(complaint.place << " " << complaint.rule << ": " << complaint.message);
    }
}
