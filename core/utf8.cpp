// See utf8.hpp. The decoder follows Unicode 15 table 3-7 (well-formed byte sequences).
#include "core/utf8.hpp"

#include <algorithm>

namespace fasti::utf8 {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::uint32_t block_size = 64;

unsigned char byte_at(std::string_view s, std::size_t i) {
    return i < s.size() ? static_cast<unsigned char>(s[i]) : 0;
}

struct Step {
    std::size_t length; // bytes consumed, at least 1
    bool valid;
};

// Length of the well-formed sequence at `i`, or of the maximal invalid subpart there.
Step step(std::string_view s, std::size_t i) {
    const unsigned char a = byte_at(s, i);
    if (a < 0x80) {
        return {1, true};
    }
    std::size_t need = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (a >= 0xC2 && a <= 0xDF) {
        need = 1;
    } else if (a >= 0xE0 && a <= 0xEF) {
        need = 2;
        low = a == 0xE0 ? 0xA0 : 0x80;
        high = a == 0xED ? 0x9F : 0xBF;
    } else if (a >= 0xF0 && a <= 0xF4) {
        need = 3;
        low = a == 0xF0 ? 0x90 : 0x80;
        high = a == 0xF4 ? 0x8F : 0xBF;
    } else {
        return {1, false};
    }
    for (std::size_t k = 1; k <= need; ++k) {
        const unsigned char c = byte_at(s, i + k);
        if (i + k >= s.size() || c < low || c > high) {
            return {k, false};
        }
        low = 0x80;
        high = 0xBF;
    }
    return {need + 1, true};
}

std::size_t ascii_run(std::string_view s, std::size_t i) {
    std::size_t end = i;
    while (end < s.size() && static_cast<unsigned char>(s[end]) < 0x80) {
        ++end;
    }
    return end;
}

// Base letters of U+00C0..U+017F, two characters where the letter is a ligature; '\0' keeps it.
constexpr char latin_base[] = "AAAAAA\1CEEEEIIII\2NOOOOO\0OUUUUY\3\4aaaaaa\1ceeeeiiii\2nooooo\0ouuuuy\3y"
                              "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi\5\5JjKk\6LlLlLlLlLl"
                              "NnNnNnnNnOoOoOo\7\7RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

void append_folded(std::string& out, char32_t c) {
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
        out += '\'';
        return;
    case 0x201C:
    case 0x201D:
    case 0x201E:
        out += '"';
        return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        out += '-';
        return;
    case 0x00A0:
    case 0x2009:
    case 0x202F:
        out += ' ';
        return;
    default:
        break;
    }
    if (c >= 0x0300 && c <= 0x036F) {
        return; // combining accents
    }
    if (c >= 0xC0 && c <= 0x17F) {
        switch (const char base = latin_base[c - 0xC0]) {
        case '\0':
            return;
        case '\1':
            out += "ae";
            return;
        case '\2':
            out += 'd';
            return;
        case '\3':
            out += "th";
            return;
        case '\4':
            out += "ss";
            return;
        case '\5':
            out += "ij";
            return;
        case '\6':
            out += 'k';
            return;
        case '\7':
            out += "oe";
            return;
        default:
            out += base >= 'A' && base <= 'Z' ? static_cast<char>(base + 32) : base;
            return;
        }
    }
    append(out, to_lower(c));
}

} // namespace

bool valid(std::string_view bytes) {
    for (std::size_t i = ascii_run(bytes, 0); i < bytes.size(); i = ascii_run(bytes, i)) {
        const Step s = step(bytes, i);
        if (!s.valid) {
            return false;
        }
        i += s.length;
    }
    return true;
}

Repaired repair(std::string_view bytes, std::size_t max_repairs) {
    Repaired out;
    out.text.reserve(bytes.size());
    std::uint64_t line = 1;
    std::size_t counted = 0; // line breaks are counted up to here
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t end = ascii_run(bytes, i);
        out.text.append(bytes.substr(i, end - i));
        i = end;
        if (i == bytes.size()) {
            break;
        }
        const Step s = step(bytes, i);
        if (s.valid) {
            out.text.append(bytes.substr(i, s.length));
        } else {
            out.text += replacement;
            out.invalid_bytes += s.length;
            if (out.repairs.size() < max_repairs) {
                line += static_cast<std::uint64_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(counted),
                                                              bytes.begin() + static_cast<std::ptrdiff_t>(i), '\n'));
                counted = i;
                out.repairs.push_back({i, line});
            }
        }
        i += s.length;
    }
    return out;
}

char32_t decode(std::string_view text, std::size_t& offset) {
    const Step s = step(text, offset);
    const std::size_t i = offset;
    if (!s.valid) {
        offset += 1;
        return 0xFFFD;
    }
    offset += s.length;
    const auto tail = [&](std::size_t k) { return static_cast<char32_t>(byte_at(text, i + k) & 0x3F); };
    const char32_t a = byte_at(text, i);
    switch (s.length) {
    case 1:
        return a;
    case 2:
        return (a & 0x1F) << 6 | tail(1);
    case 3:
        return (a & 0x0F) << 12 | tail(1) << 6 | tail(2);
    default:
        return (a & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
    }
}

void append(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        out += replacement;
    } else if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
        return c + 32;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 80;
    }
    if (c >= 0x531 && c <= 0x556) {
        return c + 48;
    }
    if (c == 0x178) {
        return 0xFF;
    }
    if (c == 0x130) {
        return 'i';
    }
    const bool pairs_even = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x481) ||
                            (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1E95) ||
                            (c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0x218 && c <= 0x21B);
    const bool pairs_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC) ||
                           (c >= 0x4C1 && c <= 0x4CE);
    if ((pairs_even && c % 2 == 0) || (pairs_odd && c % 2 == 1)) {
        return c + 1;
    }
    return c;
}

bool is_upper(char32_t c) {
    return to_lower(c) != c;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        append(out, to_lower(decode(text, i)));
    }
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        append_folded(out, decode(text, i));
    }
    return out;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
    before_block_.reserve(text.size() / block_size + 2);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % block_size == 0) {
            before_block_.push_back(count);
        }
        count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    }
    if (text.size() % block_size == 0) {
        before_block_.push_back(count);
    }
}

std::uint32_t CodePoints::operator()(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    std::uint32_t count = before_block_[offset / block_size];
    for (std::uint32_t i = offset / block_size * block_size; i < offset; ++i) {
        count += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
    }
    return count;
}

} // namespace fasti::utf8
