// UTF-8: repair keeps what is valid, offsets stay true, folding makes names comparable.
#include "core/utf8.hpp"

#include <catch2/catch.hpp>

using namespace fasti;

TEST_CASE("valid text passes through repair unchanged") {
    const std::string text = "Größe, Москва, 日本, 😀\n";
    REQUIRE(utf8::valid(text));
    const auto repaired = utf8::repair(text);
    CHECK(repaired.text == text);
    CHECK(repaired.repairs.empty());
}

TEST_CASE("each maximal invalid sequence becomes one replacement character") {
    const auto lone = utf8::repair("a\n\xff"
                                   "b");
    CHECK(lone.text == "a\n\xEF\xBF\xBD"
                       "b");
    REQUIRE(lone.repairs.size() == 1);
    CHECK(lone.repairs[0].byte == 2);
    CHECK(lone.repairs[0].line == 2);
    // A truncated three-byte sequence is one subpart; two stray continuation bytes are two.
    CHECK(utf8::repair("\xE2\x82").text == "\xEF\xBF\xBD");
    CHECK(utf8::repair("\x82\x82").text == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(utf8::repair("\xED\xA0\x80").text == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(utf8::repair("\xC0\xAF").invalid_bytes == 2);
}

TEST_CASE("byte offsets become code points at every position") {
    std::string text;
    for (int i = 0; i < 200; ++i) {
        text += i % 3 == 0 ? "é" : i % 3 == 1 ? "x" : "😀";
    }
    const utf8::CodePoints points(text);
    std::uint32_t expected = 0;
    for (std::size_t i = 0; i < text.size();) {
        REQUIRE(points(static_cast<std::uint32_t>(i)) == expected++);
        (void)utf8::decode(text, i);
    }
    CHECK(points(static_cast<std::uint32_t>(text.size())) == 200);
}

TEST_CASE("folding drops case, accents and typographic quotes") {
    CHECK(utf8::fold("Łukašenka") == "lukasenka");
    CHECK(utf8::fold("São Tomé’s") == "sao tome's");
    CHECK(utf8::fold("STRAẞE") != "");
    CHECK(utf8::fold("Œuvre Æsir ĳ") == "oeuvre aesir ij");
    CHECK(utf8::fold("ПУТИН") == "путин");
    CHECK(utf8::lower("ÀÉÎÕÜ ŠŽ") == "àéîõü šž");
}

TEST_CASE("decode and append are inverse") {
    for (const char32_t c : {U'a', U'\u00e9', U'\u20ac', U'\U0001F600', char32_t{0x10FFFF}}) {
        std::string text;
        utf8::append(text, c);
        std::size_t offset = 0;
        CHECK(utf8::decode(text, offset) == c);
        CHECK(offset == text.size());
    }
}
