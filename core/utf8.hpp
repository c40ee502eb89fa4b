// UTF-8 as Fasti needs it: repair of invalid bytes on entry, so that everything behind ingest
// may trust its text, and the change from byte offsets to code points on the way out.
#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::utf8 {

/// One maximal invalid sequence of the input that became one U+FFFD (Unicode 15, section 3.9,
/// "maximal subparts").
struct Repair {
    std::uint64_t byte; ///< offset in the input
    std::uint64_t line; ///< from 1
};

struct Repaired {
    std::string text;
    std::vector<Repair> repairs; ///< the first `max_repairs` of them
    std::uint64_t invalid_bytes = 0;
};

/// True when every byte belongs to a well-formed sequence.
[[nodiscard]] bool valid(std::string_view bytes);

/// Replaces each invalid sequence by U+FFFD. "a\xffb" → "a\xEF\xBF\xBDb" with one repair at 1.
[[nodiscard]] Repaired repair(std::string_view bytes, std::size_t max_repairs = 16);

/// Decodes the code point at `offset` and moves `offset` behind it. Invalid bytes give U+FFFD
/// and move by one. `offset` must be less than `text.size()`.
[[nodiscard]] char32_t decode(std::string_view text, std::size_t& offset);

/// Appends `code_point` to `out`; surrogates and values over U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

/// Simple lower case of one code point for Latin, Greek, Cyrillic and Armenian; others unchanged.
[[nodiscard]] char32_t to_lower(char32_t c);
/// True for letters with case that are upper (or title) case, of the same scripts.
[[nodiscard]] bool is_upper(char32_t c);
/// Lower-cased copy of `text`.
[[nodiscard]] std::string lower(std::string_view text);
/// Lower case, without accents ("São" → "sao", "Łódź" → "lodz"), dashes and curly quotes made
/// plain: the form in which names are compared.
[[nodiscard]] std::string fold(std::string_view text);

/// Byte offsets to code points of one text. Built once per text, O(n) time and n/16 bytes;
/// `operator()` is O(1).
class CodePoints {
public:
    explicit CodePoints(std::string_view text);
    /// Number of code points before byte `offset` (which may equal the text's size).
    [[nodiscard]] std::uint32_t operator()(std::uint32_t offset) const;
    [[nodiscard]] Span operator()(Span bytes) const { return {(*this)(bytes.begin), (*this)(bytes.end)}; }

private:
    std::string_view text_;
    std::vector<std::uint32_t> before_block_;
};

} // namespace fasti::utf8
