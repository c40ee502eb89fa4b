// See characters.hpp.
#include "language/characters.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace fasti::language {
namespace {

struct Range {
    char32_t first;
    char32_t last;
    CharKind kind;
};

// Only what is not a letter. Combining marks, joiners and variation selectors stay with their letters.
constexpr Range ranges[] = {
    {0x0080, 0x00A0, CharKind::blank},       {0x00A1, 0x00A1, CharKind::punctuation},
    {0x00A2, 0x00A6, CharKind::symbol},      {0x00A7, 0x00A7, CharKind::punctuation},
    {0x00A8, 0x00A9, CharKind::symbol},      {0x00AB, 0x00AB, CharKind::punctuation},
    {0x00AC, 0x00AC, CharKind::symbol},      {0x00AE, 0x00B1, CharKind::symbol},
    {0x00B2, 0x00B4, CharKind::symbol},      {0x00B6, 0x00B7, CharKind::punctuation},
    {0x00B8, 0x00B9, CharKind::symbol},      {0x00BB, 0x00BB, CharKind::punctuation},
    {0x00BC, 0x00BE, CharKind::digit},       {0x00BF, 0x00BF, CharKind::punctuation},
    {0x00D7, 0x00D7, CharKind::symbol},      {0x00F7, 0x00F7, CharKind::symbol},
    {0x055A, 0x055F, CharKind::punctuation}, {0x0589, 0x058A, CharKind::punctuation},
    {0x05BE, 0x05BE, CharKind::punctuation}, {0x05F3, 0x05F4, CharKind::punctuation},
    {0x0609, 0x060D, CharKind::punctuation}, {0x061B, 0x061B, CharKind::punctuation},
    {0x061C, 0x061C, CharKind::blank},       {0x061D, 0x061F, CharKind::punctuation},
    {0x0660, 0x0669, CharKind::digit},       {0x066A, 0x066D, CharKind::punctuation},
    {0x06D4, 0x06D4, CharKind::punctuation}, {0x06F0, 0x06F9, CharKind::digit},
    {0x0964, 0x0965, CharKind::punctuation}, {0x0966, 0x096F, CharKind::digit},
    {0x1680, 0x1680, CharKind::blank},       {0x2000, 0x200B, CharKind::blank},
    {0x200E, 0x200F, CharKind::blank},       {0x2010, 0x2027, CharKind::punctuation},
    {0x2028, 0x202F, CharKind::blank},       {0x2030, 0x205E, CharKind::punctuation},
    {0x205F, 0x206F, CharKind::blank},       {0x2070, 0x209F, CharKind::symbol},
    {0x20A0, 0x20CF, CharKind::symbol},      {0x2100, 0x214F, CharKind::symbol},
    {0x2150, 0x218B, CharKind::digit},       {0x2190, 0x2BFF, CharKind::symbol},
    {0x2E00, 0x2E7F, CharKind::punctuation}, {0x3000, 0x3000, CharKind::blank},
    {0x3001, 0x3003, CharKind::punctuation}, {0x3008, 0x3011, CharKind::punctuation},
    {0x3014, 0x301F, CharKind::punctuation}, {0xE000, 0xF8FF, CharKind::symbol},
    {0xFE10, 0xFE1F, CharKind::punctuation}, {0xFE30, 0xFE6F, CharKind::punctuation},
    {0xFEFF, 0xFEFF, CharKind::blank},       {0xFF01, 0xFF0F, CharKind::punctuation},
    {0xFF10, 0xFF19, CharKind::digit},       {0xFF1A, 0xFF20, CharKind::punctuation},
    {0x1F000, 0x1FAFF, CharKind::symbol},
};

} // namespace

CharKind kind_of(char32_t code) {
    const auto* const after = std::upper_bound(std::begin(ranges), std::end(ranges), code,
                                               [](char32_t c, const Range& r) { return c < r.first; });
    if (after == std::begin(ranges)) {
        return CharKind::letter;
    }
    const Range& range = *std::prev(after);
    return code <= range.last ? range.kind : CharKind::letter;
}

Char decode_char(std::string_view text, std::size_t at) {
    std::size_t end = at;
    const char32_t code = utf8::decode(text, end);
    return {kind_of(code), static_cast<std::uint8_t>(end - at), code};
}

bool upper_at(std::string_view text, std::size_t at) {
    const Char c = char_at(text, at);
    return c.kind == CharKind::letter && utf8::is_upper(c.code);
}

bool lower_at(std::string_view text, std::size_t at) {
    const Char c = char_at(text, at);
    if (c.kind != CharKind::letter || c.code == '_') {
        return false;
    }
    if (c.code < 0x80) {
        return c.code >= 'a';
    }
    // Scripts with case that is_upper knows; other letters have none.
    return c.code < 0x590 && !utf8::is_upper(c.code);
}

} // namespace fasti::language
