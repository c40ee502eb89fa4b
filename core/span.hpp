// Half-open ranges over an article's text. Every finding of Fasti is a Span: nothing
// copies text, and `text.substr(span)` is always the surface that was found.
#pragma once

#include <cstdint>
#include <string_view>

namespace fasti {

/// Half-open range [begin, end) in bytes of UTF-8.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    friend constexpr bool operator==(Span, Span) = default;
    friend constexpr auto operator<=>(Span, Span) = default;
};

/// Half-open range [begin, end) of indices, of tokens for instance.
struct IndexRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t index) const { return begin <= index && index < end; }

    friend constexpr bool operator==(IndexRange, IndexRange) = default;
    friend constexpr auto operator<=>(IndexRange, IndexRange) = default;
};

/// The words of `text` that `span` covers; an empty view when the span lies outside.
[[nodiscard]] constexpr std::string_view surface(std::string_view text, Span span) {
    return span.end <= text.size() && span.begin <= span.end ? text.substr(span.begin, span.size())
                                                             : std::string_view{};
}

} // namespace fasti
