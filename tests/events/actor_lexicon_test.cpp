// The tables of `data/events/en`: what they know, and what a broken one says.
#include "events/actor_lexicon.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <unistd.h>

using namespace fasti;
using events::ActorLexicon;

namespace {

std::filesystem::path tables() {
    return std::filesystem::path(std::getenv("FASTI_DATA")) / "events/en";
}

} // namespace

TEST_CASE("names are compared without case, accents, articles, full stops and genitives") {
    CHECK(events::name_key("The U.S.") == "us");
    CHECK(events::name_key("São Paulo's") == "sao paulo");
    CHECK(events::name_key("Acme Inc.") == "acme inc");
}

TEST_CASE("a state is known by name, adjective, capital and seat of government") {
    const Result<ActorLexicon> lexicon = ActorLexicon::load(tables());
    REQUIRE(lexicon);
    const auto reading = [&](std::string_view word) {
        const ActorLexicon::CountryWord* found = lexicon->country_word(events::name_key(word));
        REQUIRE(found);
        return std::make_pair(std::string(lexicon->country_code(found->country)), found->use);
    };
    using Use = ActorLexicon::CountryUse;
    CHECK(reading("Belarus") == std::make_pair(std::string("BLR"), Use::name));
    CHECK(reading("Belarusian") == std::make_pair(std::string("BLR"), Use::adjective));
    CHECK(reading("Minsk") == std::make_pair(std::string("BLR"), Use::capital));
    CHECK(reading("Kremlin") == std::make_pair(std::string("RUS"), Use::seat));
    CHECK(reading("U.S.") == std::make_pair(std::string("USA"), Use::name));
    CHECK(lexicon->country_word("atlantis") == nullptr);
}

TEST_CASE("every alpha-3 code is known once and has a name") {
    const Result<ActorLexicon> lexicon = ActorLexicon::load(tables());
    REQUIRE(lexicon);
    for (const std::string_view code : {"RUS", "USA", "CHN", "DEU", "ZWE", "AFG", "KOR", "PRK"}) {
        const ActorLexicon::Index country = lexicon->country_of_code(code);
        REQUIRE(country != ActorLexicon::none);
        CHECK_FALSE(lexicon->country_name(country).empty());
    }
}

TEST_CASE("the longest title wins, so a vice president is no president") {
    const Result<ActorLexicon> lexicon = ActorLexicon::load(tables());
    REQUIRE(lexicon);
    REQUIRE(lexicon->title("vice president"));
    CHECK(lexicon->office_name(lexicon->title("vice president")->office) == "vice-president");
    CHECK(lexicon->office_name(lexicon->title("president")->office) == "president");
    CHECK(lexicon->title("spokeswoman")->gender == events::Gender::feminine);
}

TEST_CASE("an office is held from one day to another") {
    const Result<ActorLexicon> lexicon = ActorLexicon::load(tables());
    REQUIRE(lexicon);
    const std::vector<ActorLexicon::HeldOffice> held = lexicon->offices_held("vladimir putin");
    REQUIRE_FALSE(held.empty());
    CHECK(lexicon->country_code(held.front().country) == "RUS");
    CHECK(held.front().held.from);
    CHECK(lexicon->offices_held("nobody of this name").empty());
}

TEST_CASE("a missing table and a broken line are errors that say where") {
    const Result<ActorLexicon> missing = ActorLexicon::load("/nowhere");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().place.find("countries.tsv") != std::string::npos);

    const auto dir = std::filesystem::temp_directory_path() / ("fasti-actor-lexicon-" + std::to_string(getpid()));
    std::filesystem::create_directories(dir);
    for (const auto& entry : std::filesystem::directory_iterator(tables()))
        std::filesystem::copy_file(entry.path(), dir / entry.path().filename(),
                                   std::filesystem::copy_options::overwrite_existing);
    std::ofstream(dir / "titles.tsv") << "# titles\npresident\tneither\tpresident\n";
    const Result<ActorLexicon> broken = ActorLexicon::load(dir);
    std::filesystem::remove_all(dir);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == ErrorCode::format);
    CHECK(broken.error().place.ends_with("titles.tsv:2"));
}
