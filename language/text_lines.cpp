// See text_lines.hpp.
#include "language/text_lines.hpp"

#include "language/characters.hpp"

#include <algorithm>
#include <cstdint>

namespace fasti::language {
namespace {

constexpr std::uint32_t narrowest = 40; ///< columns: below, a "wrapped" text is a list or a poem
constexpr std::uint32_t widest = 120;   ///< columns: above, lines are paragraphs
constexpr std::size_t enough_pairs = 3; ///< fewer neighbouring lines say nothing about wrapping

struct Line {
    Span span;                ///< without blanks at its ends; empty for a blank line
    std::uint32_t width;      ///< in code points
    std::uint32_t first_word; ///< its width
};

std::uint32_t width_of(std::string_view s) {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(s, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_line_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

Line make_line(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && is_line_blank(text[begin])) {
        ++begin;
    }
    while (end > begin && is_line_blank(text[end - 1])) {
        --end;
    }
    const std::string_view words = text.substr(begin, end - begin);
    const auto word_end = std::min(words.find_first_of(" \t"), words.size());
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
            width_of(words),
            width_of(words.substr(0, word_end))};
}

std::vector<Line> find_lines(std::string_view text) {
    // Old Macintosh texts break lines by a lone carriage return.
    const char line_break = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    std::vector<Line> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(line_break, begin), text.size());
        lines.push_back(make_line(text, begin, end));
        begin = end + 1;
    }
    return lines;
}

bool is_full(const Line& line, const Line& next, std::uint32_t width) {
    return line.width + 1 + next.first_word > width;
}

/// The width at which the text is wrapped, or 0 when it is not.
std::uint32_t find_wrap_width(const std::vector<Line>& lines) {
    std::uint32_t width = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i].span.empty() && !lines[i + 1].span.empty()) {
            ++pairs;
            width = std::max(width, lines[i].width);
        }
    }
    if (pairs < enough_pairs || width < narrowest || width > widest) {
        return 0;
    }
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        full += !lines[i].span.empty() && !lines[i + 1].span.empty() && is_full(lines[i], lines[i + 1], width);
    }
    return full * 10 >= pairs * 7 ? width : 0;
}

/// In a wrapped text, a line that was edited later is shorter than the others, but goes on all the same.
bool was_edited(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
    return is_full(line, next, width - width / 6) &&
           (lower_at(text, next.span.begin) || is_ascii_digit(text[next.span.begin]));
}

bool is_wrap(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
    return width > 0 && (is_full(line, next, width) || was_edited(text, line, next, width));
}

bool goes_on(std::string_view text, const Line& line, const Line& next) {
    const char last = text[line.span.end - 1];
    return line.width >= narrowest && lower_at(text, next.span.begin) &&
           (lower_at(text, line.span.end - 1) || last == ',' || last == '-' || last == ';');
}

} // namespace

std::vector<Span> find_stretches(std::string_view text) {
    const std::vector<Line> lines = find_lines(text);
    const std::uint32_t width = find_wrap_width(lines);
    std::vector<Span> stretches;
    const Line* previous = nullptr;
    for (const Line& line : lines) {
        if (line.span.empty()) {
            previous = nullptr;
            continue;
        }
        if (previous && (is_wrap(text, *previous, line, width) || goes_on(text, *previous, line))) {
            stretches.back().end = line.span.end;
        } else {
            stretches.push_back(line.span);
        }
        previous = &line;
    }
    return stretches;
}

} // namespace fasti::language
