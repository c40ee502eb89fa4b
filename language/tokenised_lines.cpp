// See tokenised_lines.hpp.
#include "language/tokenised_lines.hpp"

#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

bool is_lone_mark(std::string_view chunk) {
    static constexpr std::array marks = std::to_array<std::string_view>(
        {".", ",", "``", "''", "'s", "n't", "-LRB-", "-RRB-", "?", "!", ";", ":", "\""});
    return std::ranges::find(marks, chunk) != marks.end();
}

bool leans(std::string_view chunk) {
    const char last = chunk.back();
    const bool word_before = chunk.size() > 1 && is_alnum(char_at(chunk, chunk.size() - 2).kind);
    return word_before &&
           (last == ',' || last == ';' || last == ':' || last == '?' || last == '!' || last == ')' || last == '"');
}

template <class Visit> void for_each_chunk(std::string_view text, Span stretch, Visit visit) {
    const std::string_view line = text.substr(0, stretch.end);
    for (std::size_t at = blanks_end(line, stretch.begin); at < line.size(); at = blanks_end(line, at)) {
        std::size_t end = at;
        for (Char c = char_at(line, end); c.length > 0 && c.kind != CharKind::blank; c = char_at(line, end)) {
            end += c.length;
        }
        visit(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end;
    }
}

} // namespace

void scan_tokenised(std::string_view text, Span stretch, std::vector<Token>& tokens) {
    for_each_chunk(text, stretch, [&](Span chunk) {
        Token token;
        token.span = chunk;
        tokens.push_back(token);
    });
}

int tokenised_look(std::string_view line) {
    int alone = 0;
    int leaning = 0;
    std::string_view last;
    for_each_chunk(line, {0, static_cast<std::uint32_t>(line.size())}, [&](Span chunk) {
        last = surface(line, chunk);
        alone += is_lone_mark(last);
        leaning += leans(last);
    });
    if (last.size() > 1 && last.ends_with('.') && alone == 0) {
        ++leaning; // "the end." of common text; a tokenised line may end in "U.S."
    }
    return alone > leaning ? 1 : leaning > 0 ? -1 : 0;
}

} // namespace fasti::language
