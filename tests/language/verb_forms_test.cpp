#include "language/verb_forms.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {

std::string lemma_of(std::string_view form) {
    const auto found = fasti::language::verb_of_form(form);
    return std::string(found.base) + std::string(found.append);
}

} // namespace

TEST_CASE("a regular form gives its verb, whatever the ending took with it") {
    CHECK(lemma_of("shelled") == "shell");
    CHECK(lemma_of("patrolled") == "patrol");
    CHECK(lemma_of("raided") == "raid");
    CHECK(lemma_of("faded") == "fade");
    CHECK(lemma_of("bombing") == "bomb");
    CHECK(lemma_of("evicting") == "evict");
    CHECK(lemma_of("raped") == "rape");
    CHECK(lemma_of("rapped") == "rap");
    CHECK(lemma_of("denies") == "deny");
    CHECK(lemma_of("denied") == "deny");
    CHECK(lemma_of("clashes") == "clash");
    CHECK(lemma_of("freed") == "free");
    CHECK(lemma_of("paraded") == "parade");
}

TEST_CASE("an irregular form gives its verb") {
    CHECK(lemma_of("froze") == "freeze");
    CHECK(lemma_of("sank") == "sink");
    CHECK(lemma_of("overthrown") == "overthrow");
}

TEST_CASE("what is no form of a listed verb is left to others") {
    CHECK(lemma_of("zorbled").empty());
    CHECK(lemma_of("s").empty());
    CHECK(lemma_of("").empty());
    CHECK(lemma_of("thing").empty());
}
