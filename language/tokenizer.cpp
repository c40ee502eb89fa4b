// See tokenizer.hpp. A chunk (what stands between blanks) is taken apart from both ends: opening
// and closing punctuation first, then what is inside.
#include "language/tokenizer.hpp"

#include "core/utf8.hpp"
#include "language/abbreviations.hpp"
#include "language/sentences.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

constexpr std::uint32_t longest_chunk = 512;

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool alphanumeric(char c) {
    return digit(c) || letter(c);
}

// Bytes of a blank at `i`: ASCII blanks, no-break and other Unicode spaces, zero-width marks; 0: none.
std::uint32_t blank_at(std::string_view text, std::uint32_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c <= 0x20 || c == 0x7f) {
        return 1;
    }
    if (c == 0xC2 && i + 1 < text.size() &&
        (static_cast<unsigned char>(text[i + 1]) == 0xA0 || static_cast<unsigned char>(text[i + 1]) == 0x85)) {
        return 2;
    }
    if (c == 0xE2 && i + 2 < text.size()) {
        const auto d = static_cast<unsigned char>(text[i + 1]);
        const auto e = static_cast<unsigned char>(text[i + 2]);
        if ((d == 0x80 && ((e >= 0x80 && e <= 0x8F) || e == 0xA8 || e == 0xA9 || e == 0xAF)) ||
            (d == 0x81 && (e == 0x9F || e == 0xA0))) {
            return 3;
        }
    }
    if (c == 0xEF && i + 2 < text.size() && text.substr(i, 3) == "\xEF\xBB\xBF") {
        return 3;
    }
    return 0;
}

// One mark of punctuation or symbol at `i`, in bytes; 0 for letters and digits.
std::uint32_t mark_at(std::string_view text, std::uint32_t i) {
    const char c = text[i];
    if (alphanumeric(c) && (static_cast<unsigned char>(c) & 0x80) == 0) {
        return 0;
    }
    if ((static_cast<unsigned char>(c) & 0x80) == 0) {
        return 1;
    }
    std::size_t next = i;
    const char32_t p = utf8::decode(text, next);
    const bool mark = (p >= 0x2010 && p <= 0x205E) || (p >= 0xA1 && p <= 0xBF && p != 0xAA && p != 0xB5 && p != 0xBA) ||
                      p == 0xD7 || p == 0xF7 || (p >= 0x20A0 && p <= 0x20CF) || (p >= 0x2190 && p <= 0x2BFF) ||
                      (p >= 0x3000 && p <= 0x303F) || (p >= 0xFF01 && p <= 0xFF0F) || (p >= 0x1F000 && p <= 0x1FAFF) ||
                      p == 0xFFFD;
    return mark ? static_cast<std::uint32_t>(next - i) : 0;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> heads) {
    return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return text.starts_with(head); });
}

bool equals_lower(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
           });
}

// Addresses are one token, whatever marks they hold.
bool address(std::string_view chunk) {
    if (starts_with_any(chunk, {"http://", "https://", "ftp://", "www.", "mailto:", "HTTP://", "Http://"})) {
        return true;
    }
    const auto at = chunk.find('@');
    if (at != std::string_view::npos && at > 0 && at + 1 < chunk.size() &&
        chunk.find('.', at) != std::string_view::npos && alphanumeric(chunk[at - 1]) && alphanumeric(chunk[at + 1])) {
        return true;
    }
    // example.com/page
    static constexpr std::array<std::string_view, 10> endings = {".com",   ".org", ".net", ".gov",  ".edu",
                                                                 ".co.uk", ".ru",  ".de",  ".info", ".io"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        const auto found = chunk.find(ending);
        return found != std::string_view::npos && found > 0 &&
               (found + ending.size() == chunk.size() || chunk[found + ending.size()] == '/' ||
                chunk[found + ending.size()] == ':');
    });
}

// Prefixes that stay joined to what follows their hyphen.
bool prefix(std::string_view word) {
    static constexpr std::array<std::string_view, 30> prefixes = {
        "anti",  "bi",    "co",     "counter", "cross", "de",    "e",   "ex",    "extra", "inter",
        "intra", "macro", "mega",   "mid",     "mini",  "multi", "neo", "non",   "pan",   "post",
        "pre",   "pro",   "pseudo", "quasi",   "re",    "semi",  "sub", "super", "un",    "vice"};
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view p) { return equals_lower(word, p); });
}

class ChunkReader {
public:
    ChunkReader(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

    void read(std::uint32_t begin, std::uint32_t end) {
        begin = read_opening(begin, end);
        if (begin == end) {
            return;
        }
        const std::size_t closing_at = closing_.size();
        end = strip_closing(begin, end);
        read_core(begin, end);
        while (closing_.size() > closing_at) {
            emit(closing_.back().begin, closing_.back().end);
            closing_.pop_back();
        }
    }

private:
    std::string_view sub(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }
    void emit(std::uint32_t begin, std::uint32_t end) {
        if (begin < end) {
            Token token;
            token.span = {begin, end};
            token.space_after = false;
            tokens_.push_back(token);
        }
    }

    // Length of a run of one mark that is a token as a whole: "...", "--", "``", "''", "!!".
    std::uint32_t run_at(std::uint32_t i, std::uint32_t end) const {
        const std::uint32_t one = mark_at(text_, i);
        if (one != 1) {
            return one;
        }
        const char c = text_[i];
        std::uint32_t n = 1;
        if (std::string_view(".-_=*~!?`'#").find(c) != std::string_view::npos) {
            while (i + n < end && text_[i + n] == c) {
                ++n;
            }
        }
        if ((c == '\'' || c == '`') && n > 2) {
            n = 2;
        }
        return n;
    }

    // Marks before the first letter or digit.
    std::uint32_t read_opening(std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            const std::uint32_t n = run_at(begin, end);
            if (n == 0) {
                return begin;
            }
            const char c = text_[begin];
            const bool next_digit = begin + n < end && digit(text_[begin + n]);
            const bool next_letter = begin + n < end && letter(text_[begin + n]) && mark_at(text_, begin + n) == 0;
            if (n == 1 && (c == '.' || c == '-' || c == '+') && next_digit) {
                return begin; // .5, -3
            }
            if (n == 1 && (c == '#' || c == '@') && next_letter) {
                return begin; // #tag, @name
            }
            if (apostrophe(begin) > 0 && n == apostrophe(begin) &&
                (decade_at(begin + n, end) || clitic(sub(begin, end)))) {
                return begin; // '68, 's, 'll
            }
            if (const std::uint32_t face = emoticon(begin, end); face > 0) {
                emit(begin, begin + face);
                begin += face;
                continue;
            }
            emit(begin, begin + n);
            begin += n;
        }
        return begin;
    }

    std::uint32_t emoticon(std::uint32_t begin, std::uint32_t end) const {
        const std::string_view rest = sub(begin, end);
        for (const std::string_view face : {":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P", "=)", ":/"}) {
            if (rest.starts_with(face) && (rest.size() == face.size() || !alphanumeric(rest[face.size()]))) {
                return static_cast<std::uint32_t>(face.size());
            }
        }
        return 0;
    }

    std::uint32_t apostrophe(std::uint32_t i) const {
        if (i >= text_.size()) {
            return 0;
        }
        if (text_[i] == '\'') {
            return 1;
        }
        return text_.substr(i, 3) == "\xE2\x80\x99" || text_.substr(i, 3) == "\xE2\x80\x98" ? 3 : 0;
    }

    bool decade_at(std::uint32_t i, std::uint32_t end) const {
        if (i + 1 >= end || !digit(text_[i]) || !digit(text_[i + 1])) {
            return false;
        }
        return i + 2 >= end || !digit(text_[i + 2]);
    }

    // "'s", "’ll" and nothing else.
    static bool clitic(std::string_view word) {
        std::string_view tail = word;
        if (tail.starts_with("'")) {
            tail.remove_prefix(1);
        } else if (tail.starts_with("\xE2\x80\x99")) {
            tail.remove_prefix(3);
        } else {
            return false;
        }
        for (const std::string_view known : {"s", "re", "ve", "ll", "d", "m", "em", "til", "cause"}) {
            if (equals_lower(tail, known)) {
                return true;
            }
        }
        return false;
    }

    // Takes closing marks off the end; they are kept, last first, in closing_.
    std::uint32_t strip_closing(std::uint32_t begin, std::uint32_t end) {
        while (end > begin) {
            std::uint32_t at = end - 1;
            while (at > begin && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) {
                --at;
            }
            const std::uint32_t n = mark_at(text_, at);
            if (n == 0 || at + n != end) {
                return end;
            }
            const char c = text_[at];
            if (n == 1 && std::string_view(".-_=*~!?`'").find(c) != std::string_view::npos) {
                while (at > begin && text_[at - 1] == c) {
                    --at;
                }
            }
            const std::string_view word = sub(begin, end);
            if (n == 1 && c == '.' && end - at == 1 && keeps_dot(word)) {
                return end;
            }
            if (n == 1 && (c == '\'' && end - at == 1) && at > begin && equals_lower(sub(begin, at), "o")) {
                return end;
            }
            if (n == 1 && (c == '+' || c == '#') && end - at <= 2 && at > begin && letter(text_[at - 1]) &&
                at - begin <= 2) {
                return end; // C++, A+, C#
            }
            if (n == 1 && c == '/' && address(word)) {
                return end;
            }
            if (n == 1 && c == ')' && word.find('(') != std::string_view::npos && word.find('(') > 0 &&
                letter(text_[at - 1]) && at - begin - word.find('(') <= 2) {
                return end; // minister(s)
            }
            if (n == 1 && c == '\'' && end - at > 2) {
                at = end - 2;
            }
            closing_.push_back({at, end});
            end = at;
        }
        return end;
    }

    bool keeps_dot(std::string_view word) const { return is_abbreviation(word); }

    void read_core(std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) {
            return;
        }
        const std::string_view word = sub(begin, end);
        if (address(word)) {
            emit(begin, end);
            return;
        }
        if (const std::uint32_t at = split_point(begin, end); at > begin) {
            // What stands before, the mark, what stands behind.
            const std::uint32_t n = std::max<std::uint32_t>(1, run_at(at, end));
            read_core(begin, strip_closing_now(begin, at));
            flush_closing();
            emit(at, at + n);
            read(at + n, end);
            return;
        }
        read_word(begin, end);
    }

    std::uint32_t strip_closing_now(std::uint32_t begin, std::uint32_t end) {
        marks_.push_back(closing_.size());
        return strip_closing(begin, end);
    }
    void flush_closing() {
        const std::size_t down_to = marks_.back();
        marks_.pop_back();
        while (closing_.size() > down_to) {
            emit(closing_.back().begin, closing_.back().end);
            closing_.pop_back();
        }
    }

    // Where a mark inside a word parts it; `begin` where none does.
    std::uint32_t split_point(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin + 1; i + 1 <= end && i < end; ++i) {
            const std::uint32_t n = mark_at(text_, i);
            if (n == 0) {
                while (i + 1 < end && (static_cast<unsigned char>(text_[i + 1]) & 0xC0) == 0x80) {
                    ++i;
                }
                continue;
            }
            const char c = text_[i];
            const char before = text_[i - 1];
            const char after = i + n < end ? text_[i + n] : ' ';
            const bool numbers = digit(before) && digit(after);
            if (n == 3 && apostrophe(i) > 0) {
                i += 2;
                continue; // read_word splits clitics
            }
            if (n > 1) {
                return i; // dashes, quotes, bullets
            }
            switch (c) {
            case '\'':
            case '@':
            case '_':
            case '&':
            case '#':
            case '\\':
                break;
            case '.':
                // U.S.; 3.5; a lost space after a full stop: "border.Russia"
                if (i + 1 < end && text_[i + 1] == '.') {
                    return i;
                }
                if (lost_space(begin, i, end)) {
                    return i;
                }
                break;
            case ',':
            case ':':
                if (!numbers) {
                    return i;
                }
                break;
            case '/':
                if (!numbers && !(i - begin <= 1 && end - i <= 2)) {
                    return i;
                }
                break;
            case '-':
                if (hyphen_splits(begin, i, end)) {
                    return i;
                }
                break;
            case '+':
            case '%':
            case '$':
            default:
                return i;
            }
        }
        return begin;
    }

    bool lost_space(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
        if (at - begin < 3 || at + 2 >= end) {
            return false;
        }
        const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        return lower(text_[at - 1]) && lower(text_[at - 2]) && upper(text_[at + 1]) &&
               (lower(text_[at + 2]) || text_[at + 2] == '\'') && sub(begin, at).find('.') == std::string_view::npos;
    }

    bool hyphen_splits(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
        if (at + 1 >= end || !alphanumeric(text_[at + 1])) {
            return true;
        }
        // Telephone numbers and ISO dates stay whole; ranges of numbers ("10-12", "1957-58") are parted.
        const std::string_view word = sub(begin, end);
        const auto numeric = std::all_of(word.begin(), word.end(), [](char c) { return digit(c) || c == '-'; });
        if (numeric) {
            const auto hyphens = std::count(word.begin(), word.end(), '-');
            return hyphens < 2 && !(word.size() == 8 && at - begin == 3);
        }
        // Letters and digits mixed are names of things ("A-380", "F-16", "Covid-19"): UD parts them too.
        if (at - begin <= 7 && prefix(sub(begin, at))) {
            return false;
        }
        return true;
    }

    void read_word(std::uint32_t begin, std::uint32_t end) {
        const std::string_view word = sub(begin, end);
        for (const auto& [whole, first] : joined_words) {
            if (equals_lower(word, whole)) {
                emit(begin, begin + first);
                emit(begin + first, end);
                return;
            }
        }
        if (const std::uint32_t tail = clitic_length(word); tail > 0 && tail < word.size()) {
            read_word(begin, end - tail);
            emit(end - tail, end);
            return;
        }
        if (const std::uint32_t unit = unit_length(word); unit > 0) {
            emit(begin, end - unit);
            emit(end - unit, end);
            return;
        }
        emit(begin, end);
    }

    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 6> joined_words = {
        {{"cannot", 3}, {"gonna", 3}, {"wanna", 3}, {"gotta", 3}, {"gimme", 3}, {"lemme", 3}}};

    // "n't", "'s", "’re" at the end, in bytes.
    static std::uint32_t clitic_length(std::string_view word) {
        for (const std::string_view tail : {"n't", "N'T", "n\xE2\x80\x99t", "N\xE2\x80\x99T"}) {
            if (word.size() > tail.size() && word.ends_with(tail)) {
                return static_cast<std::uint32_t>(tail.size());
            }
        }
        for (std::size_t letters = 1; letters <= 2; ++letters) {
            for (const std::string_view mark : {"'", "\xE2\x80\x99"}) {
                const std::size_t n = mark.size() + letters;
                if (word.size() > n && word.substr(word.size() - n, mark.size()) == mark &&
                    clitic(word.substr(word.size() - n))) {
                    return static_cast<std::uint32_t>(n);
                }
            }
        }
        // "Galois'": the closing mark was taken off before, so it is a token of its own already.
        return 0;
    }

    // "7pm", "30km": the letters behind the digits, where they are a unit of their own.
    static std::uint32_t unit_length(std::string_view word) {
        std::size_t digits = 0;
        while (digits < word.size() &&
               (digit(word[digits]) || word[digits] == '.' || word[digits] == ',' || word[digits] == ':')) {
            ++digits;
        }
        if (digits == 0 || digits == word.size()) {
            return 0;
        }
        const std::string_view rest = word.substr(digits);
        for (const std::string_view unit :
             {"pm", "am",  "p.m.", "a.m.", "p.m", "a.m", "km", "kg", "cm", "mm", "mph", "ft", "lbs",
              "lb", "kmh", "gmt",  "hz",   "mhz", "ghz", "gb", "mb", "kb", "tb", "bn",  "mw", "kw"}) {
            if (equals_lower(rest, unit)) {
                return static_cast<std::uint32_t>(rest.size());
            }
        }
        return 0;
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::vector<Span> closing_;
    std::vector<std::size_t> marks_;
};

} // namespace

namespace {

// Calls `take(begin, end)` for each stretch between blanks.
template <class Take> void for_each_chunk(std::string_view text, Span span, Take take) {
    for (std::uint32_t i = span.begin; i < span.end;) {
        if (const std::uint32_t blank = blank_at(text, i); blank > 0) {
            i += blank;
            continue;
        }
        std::uint32_t end = i + 1;
        // No word is longer; cutting keeps hostile text linear.
        while (end < span.end && blank_at(text, end) == 0 &&
               (end - i < longest_chunk || (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)) {
            ++end;
        }
        take(i, end);
        i = end;
    }
}

} // namespace

void find_tokens(std::string_view text, Span span, std::vector<Token>& tokens) {
    ChunkReader reader(text.substr(0, span.end), tokens);
    for_each_chunk(text, span, [&](std::uint32_t begin, std::uint32_t end) {
        const std::size_t first = tokens.size();
        reader.read(begin, end);
        if (tokens.size() > first) {
            tokens.back().space_after = end >= span.end || blank_at(text, end) > 0;
        }
    });
}

void find_chunks(std::string_view text, Span span, std::vector<Token>& tokens) {
    for_each_chunk(text, span, [&](std::uint32_t begin, std::uint32_t end) {
        Token token;
        token.span = {begin, end};
        tokens.push_back(token);
    });
}

} // namespace fasti::language
