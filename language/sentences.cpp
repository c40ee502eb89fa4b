// See sentences.hpp.
#include "language/sentences.hpp"

#include "core/utf8.hpp"
#include "language/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

bool blank_line(std::string_view line) {
    return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

struct Line {
    Span span;
    bool blank;
};

std::vector<Line> find_lines(std::string_view text) {
    std::vector<Line> lines;
    for (std::uint32_t begin = 0; begin < text.size();) {
        auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
        lines.push_back({{begin, end}, blank_line(text.substr(begin, end - begin))});
        begin = end + 1;
    }
    return lines;
}

bool ends_sentence(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '"' || line.back() == '\'' ||
                             line.back() == ')')) {
        line.remove_suffix(1);
    }
    if (line.ends_with("\xE2\x80\x9D") || line.ends_with("\xE2\x80\x99")) {
        line.remove_suffix(3);
    }
    return !line.empty() && std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

bool begins_low(std::string_view line) {
    const auto at = line.find_first_not_of(" \t");
    return at != std::string_view::npos && ((line[at] >= 'a' && line[at] <= 'z'));
}

// A line that was broken because it was full: long enough, not the end of a sentence, and what follows
// either begins low or is a line of much the same width.
bool wrapped(std::string_view text, const Line& line, const Line& next) {
    constexpr std::uint32_t narrow = 50;
    constexpr std::uint32_t wide = 100;
    const std::string_view here = text.substr(line.span.begin, line.span.size());
    const std::string_view below = text.substr(next.span.begin, next.span.size());
    if (next.blank || line.span.size() < narrow || line.span.size() > wide || below.empty()) {
        return false;
    }
    // The first word below would not have fitted.
    const auto word_end = std::min(below.find(' '), below.size());
    if (line.span.size() + 1 + word_end < 60) {
        return false;
    }
    return begins_low(below) || (!ends_sentence(here) && next.span.size() <= wide && line.span.size() >= 64 &&
                                 next.span.size() + 30 > line.span.size());
}

bool is_mark(std::string_view word) {
    return word == "." || word == "!" || word == "?" || word == "..." || word == "\xE2\x80\xA6" || word == "?!" ||
           word == "!!" || word == "!!!" || word == "??" || word == "....";
}

bool closes(std::string_view word) {
    return word == "\"" || word == "''" || word == "'" || word == ")" || word == "]" || word == "\xE2\x80\x9D" ||
           word == "\xE2\x80\x99" || word == "-RRB-" || word == "\xC2\xBB";
}

bool opens(std::string_view word) {
    return word == "\"" || word == "``" || word == "'" || word == "(" || word == "[" || word == "\xE2\x80\x9C" ||
           word == "\xE2\x80\x98" || word == "-LRB-" || word == "\xC2\xAB";
}

bool capital(std::string_view word) {
    std::size_t i = 0;
    return !word.empty() && utf8::is_upper(utf8::decode(word, i));
}

bool digits_first(std::string_view word) {
    return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

// Words that often begin a sentence and are seldom part of a name: "U.S. The …".
bool begins_sentences(std::string_view word) {
    static constexpr std::array<std::string_view, 40> words = {
        "The", "A",     "An",     "In",   "On",    "At",    "He",      "She",       "It",        "They",
        "We",  "I",     "You",    "This", "That",  "These", "Those",   "But",       "And",       "However",
        "As",  "After", "Before", "When", "While", "If",    "For",     "With",      "His",       "Her",
        "Its", "Their", "There",  "Some", "Many",  "Last",  "Earlier", "Meanwhile", "Officials", "According"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text) {
    const std::vector<Line> lines = find_lines(text);
    std::vector<Paragraph> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].blank) {
            continue;
        }
        const bool after_blank = i == 0 || lines[i - 1].blank;
        Span span = lines[i].span;
        while (i + 1 < lines.size() && wrapped(text, lines[i], lines[i + 1])) {
            span.end = lines[++i].span.end;
        }
        const bool before_blank = i + 1 >= lines.size() || lines[i + 1].blank;
        out.push_back({span, after_blank && before_blank});
    }
    return out;
}

void find_sentences(Document& document, std::uint32_t first, std::uint32_t paragraph) {
    const auto end = static_cast<std::uint32_t>(document.tokens.size());
    const auto word = [&](std::uint32_t i) { return i < end ? document.word(i) : std::string_view{}; };
    const auto cut = [&](std::uint32_t from, std::uint32_t to) {
        Sentence sentence;
        sentence.tokens = {from, to};
        sentence.span = {document.tokens[from].span.begin, document.tokens[to - 1].span.end};
        sentence.paragraph = paragraph;
        document.sentences.push_back(sentence);
    };
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i < end; ++i) {
        const std::string_view here = word(i);
        const Dot dot = here.size() > 1 ? abbreviation_dot(here) : Dot::none;
        if (!is_mark(here) && dot == Dot::none) {
            continue;
        }
        std::uint32_t next = i + 1;
        while (next < end && (closes(word(next)) && !(opens(word(next)) && document.tokens[next - 1].space_after))) {
            ++next;
        }
        if (next >= end) {
            break;
        }
        std::string_view follows = word(next);
        if (opens(follows) && next + 1 < end) {
            follows = word(next + 1);
        }
        bool ends = false;
        if (dot != Dot::none) {
            ends = dot == Dot::either ? begins_sentences(follows)
                                      : dot == Dot::number && capital(follows) && begins_sentences(follows);
        } else if (here == "..." || here == "\xE2\x80\xA6" || here == "....") {
            ends = capital(follows) && document.tokens[next - 1].space_after;
        } else if (here == "!" || here == "?" || here == "?!") {
            // "Yahoo! said", and a question within a quotation: 'Why?" he asked.'
            ends = capital(follows) || digits_first(follows) || opens(word(next));
        } else {
            ends = capital(follows) || digits_first(follows) || opens(word(next)) ||
                   (static_cast<unsigned char>(follows[0]) & 0x80) != 0 || follows == "-" || follows == "*";
            ends = ends || (!document.tokens[next - 1].space_after && capital(follows));
        }
        if (ends) {
            cut(begin, next);
            begin = next;
            i = next - 1;
        }
    }
    if (begin < end) {
        cut(begin, end);
    }
}

} // namespace fasti::language
