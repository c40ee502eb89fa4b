// What a character is for the tokenizer: blank, letter, digit, punctuation or symbol. ASCII by
// table, the rest by the blocks of Unicode 15; undecided letters of any script are letters, so
// that text in another language still falls into words at its blanks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fasti::language {

enum class CharKind : std::uint8_t { blank, letter, digit, punctuation, symbol };

struct Char {
    CharKind kind = CharKind::blank;
    std::uint8_t length = 1; ///< in bytes
    char32_t code = 0;
};

/// Kind of a code point outside ASCII.
[[nodiscard]] CharKind kind_of(char32_t code);

namespace detail {
consteval std::array<CharKind, 128> ascii_kinds() {
    std::array<CharKind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') {
            kinds[c] = CharKind::letter;
        } else if (c >= '0' && c <= '9') {
            kinds[c] = CharKind::digit;
        } else if (c <= ' ' || c == 0x7F) {
            kinds[c] = CharKind::blank; // control characters part words as blanks do
        } else {
            constexpr std::string_view symbols = "#$%&*+<=>@^`|~";
            kinds[c] =
                symbols.find(static_cast<char>(c)) != std::string_view::npos ? CharKind::symbol : CharKind::punctuation;
        }
    }
    return kinds;
}
inline constexpr std::array<CharKind, 128> ascii = ascii_kinds();
} // namespace detail

[[nodiscard]] Char decode_char(std::string_view text, std::size_t at);

/// The character at byte `at`, or a blank of length 0 at the end of the text.
[[nodiscard]] inline Char char_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return {CharKind::blank, 0, 0};
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? Char{detail::ascii[byte], 1, byte} : decode_char(text, at);
}

[[nodiscard]] inline bool is_alnum(CharKind kind) {
    return kind == CharKind::letter || kind == CharKind::digit;
}
[[nodiscard]] constexpr bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_ascii_lower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr char ascii_lower(char c) {
    return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}
/// True when `word` is `lower` but for the case of ASCII letters; `lower` is lower case.
[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view word, std::string_view lower) {
    if (word.size() != lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (ascii_lower(word[i]) != lower[i]) {
            return false;
        }
    }
    return true;
}

/// Lower-cased copy of a short ASCII word, for looking it up in a table; empty when it is longer than `longest`.
class LowerWord {
public:
    static constexpr std::size_t longest = 16;

    constexpr explicit LowerWord(std::string_view word) {
        if (word.size() <= longest) {
            for (const char c : word) {
                bytes_[size_++] = ascii_lower(c);
            }
        }
    }
    [[nodiscard]] constexpr std::string_view view() const { return {bytes_.data(), size_}; }

private:
    std::array<char, longest> bytes_{};
    std::size_t size_ = 0;
};

/// The byte behind the run of letters and digits that begins at `at`.
[[nodiscard]] inline std::size_t alnum_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (!is_alnum(detail::ascii[byte])) {
                break;
            }
            ++at;
        } else {
            const Char c = decode_char(text, at);
            if (!is_alnum(c.kind)) {
                break;
            }
            at += c.length;
        }
    }
    return at;
}

/// The byte behind the blanks that begin at `at`.
[[nodiscard]] inline std::size_t blanks_end(std::string_view text, std::size_t at) {
    for (Char c = char_at(text, at); c.kind == CharKind::blank && c.length > 0; c = char_at(text, at)) {
        at += c.length;
    }
    return at;
}

/// True when the character at `at` is an upper-case letter of a script with case.
[[nodiscard]] bool upper_at(std::string_view text, std::size_t at);
/// True when the character at `at` is a lower-case letter of a script with case.
[[nodiscard]] bool lower_at(std::string_view text, std::size_t at);

} // namespace fasti::language
