// The tables of actors beside the program, read once for all tests that ask for them.
#pragma once

#include "events/actor_lexicon.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace fasti::test {

inline const events::ActorLexicon& actor_lexicon() {
    static const events::ActorLexicon loaded = [] {
        Result<events::ActorLexicon> result =
            events::ActorLexicon::load(std::filesystem::path(std::getenv("FASTI_DATA")) / "events/en");
        REQUIRE(result);
        return std::move(*result);
    }();
    return loaded;
}

} // namespace fasti::test
