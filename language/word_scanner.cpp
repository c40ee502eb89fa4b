// See word_scanner.hpp. One pass from left to right; looking ahead is bounded, or what was looked
// at is consumed, so that the cost is linear whatever the text.
#include "language/word_scanner.hpp"

#include "language/abbreviations.hpp"
#include "language/characters.hpp"
#include "language/hyphenation.hpp"
#include "language/marks.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

// Units that are cut off their number: "5pm", "35mm".
constexpr std::array units = std::to_array<std::string_view>({
    "am", "bn",  "cc",  "cm",  "ft",  "g",  "gb",  "ghz", "ha",  "hp", "hr",  "hrs", "in",  "k",   "kb",
    "kg", "kgs", "km",  "kmh", "kph", "kw", "kwh", "lb",  "lbs", "m",  "mb",  "mg",  "mhz", "min", "mins",
    "ml", "mm",  "mph", "mw",  "nm",  "oz", "pm",  "tb",  "tn",  "yd", "yds", "yr",  "yrs",
});
static_assert(std::ranges::is_sorted(units));

constexpr std::array bracket_words =
    std::to_array<std::string_view>({"-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-"});

class Scanner {
public:
    Scanner(std::string_view text, Span stretch, std::vector<Token>& tokens)
        : text_(text.substr(0, stretch.end)), begin_(stretch.begin), first_(tokens.size()), tokens_(tokens) {}

    void scan() {
        for (std::size_t at = begin_; at < text_.size();) {
            const Char c = char_at(text_, at);
            switch (c.kind) {
            case CharKind::blank:
                at += c.length;
                break;
            case CharKind::letter:
            case CharKind::digit:
                at = scan_word(at);
                break;
            case CharKind::punctuation:
            case CharKind::symbol:
                at = scan_mark(at, c);
                break;
            }
        }
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    [[nodiscard]] std::string_view words(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    [[nodiscard]] bool alnum_at(std::size_t at) const { return is_alnum(char_at(text_, at).kind); }
    [[nodiscard]] bool digit_at(std::size_t at) const { return is_ascii_digit(byte(at)); }
    [[nodiscard]] bool blank_at(std::size_t at) const { return char_at(text_, at).kind == CharKind::blank; }
    /// True at the beginning of the stretch and behind a blank.
    [[nodiscard]] bool after_blank(std::size_t at) const {
        return tokens_.size() == first_ || tokens_.back().span.end < at;
    }
    [[nodiscard]] std::size_t digits_end(std::size_t at) const {
        while (digit_at(at)) {
            ++at;
        }
        return at;
    }
    /// Length of the apostrophe at `at`, straight or curly; 0 when there is none.
    [[nodiscard]] std::size_t apostrophe(std::size_t at) const {
        if (byte(at) == '\'') {
            return 1;
        }
        return text_.substr(std::min(at, text_.size()), 3) == "’" ? 3 : 0;
    }

    std::size_t emit(std::size_t begin, std::size_t end) {
        if (tokens_.size() > first_ && tokens_.back().span.end == begin) {
            tokens_.back().space_after = false;
        }
        Token token;
        token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        tokens_.push_back(token);
        return end;
    }

    // A word begins at `begin`: emits it, with what splits off its end, and returns where it ends.
    std::size_t scan_word(std::size_t begin) {
        std::size_t end = alnum_end(text_, begin);
        if (is_address(begin, end)) {
            return scan_address(begin);
        }
        for (std::size_t part = begin; end < text_.size();) {
            const char c = text_[end];
            if (c == ' ' || c == '\n') {
                break;
            }
            if (const std::size_t length = apostrophe(end); length > 0) {
                const std::size_t next = alnum_end(text_, end + length);
                if (next == end + length) {
                    break;
                }
                if (const std::size_t cut = contraction(begin, end, end + length, next); cut > 0) {
                    emit_plain(begin, cut);
                    emit(cut, next);
                    return next;
                }
                part = end + length;
                end = next;
                continue;
            }
            const std::size_t next = joined_end(begin, part, end);
            if (next == end) {
                break;
            }
            part = end + 1;
            end = next;
            if (text_[end - 1] == '.') {
                return emit(begin, end); // an abbreviation
            }
            if (text_[part - 1] == '@' || (byte(end) == '/' && text_[part - 1] == '.' && lower_at(text_, part))) {
                return scan_address(begin);
            }
        }
        emit_plain(begin, end);
        return end;
    }

    // Where "don't", "Russia's", "they've" split, or 0: `end` is before the apostrophe, `clitic` behind it.
    [[nodiscard]] std::size_t contraction(std::size_t begin, std::size_t end, std::size_t clitic,
                                          std::size_t clitic_end) const {
        const std::string_view tail = words(clitic, clitic_end);
        if (tail.size() == 1) {
            const char c = ascii_lower(tail[0]);
            if (c == 't' && ascii_lower(text_[end - 1]) == 'n') {
                return end - 1 > begin ? end - 1 : 0; // "n't" alone stays whole
            }
            if (c == 's' && text_[end - 1] == '0' && is_ascii_digit(text_[begin])) {
                return 0; // "1930's" is a plural
            }
            return c == 's' || c == 'd' || c == 'm' ? end : 0;
        }
        if (equals_ignoring_case(tail, "re") || equals_ignoring_case(tail, "ve") || equals_ignoring_case(tail, "ll")) {
            return end;
        }
        return equals_ignoring_case(tail, "all") && equals_ignoring_case(words(begin, end), "y") ? clitic : 0;
    }

    // The end of the word when the mark at `end` joins it to what follows, else `end`. `part` is
    // where the last run of letters and digits begins.
    [[nodiscard]] std::size_t joined_end(std::size_t begin, std::size_t part, std::size_t end) const {
        switch (text_[end]) {
        case '.':
            return after_dot(begin, part, end);
        case ',':
            return is_thousands(part, end) ? alnum_end(text_, end + 1) : end;
        case ':':
            return digit_at(part) && digit_at(end - 1) && digit_at(end + 1) ? alnum_end(text_, end + 1) : end;
        case '/':
            return digit_at(end - 1) && digit_at(part) && digit_at(end + 1) ? alnum_end(text_, end + 1) : end;
        case '-':
            return after_hyphen(begin, part, end);
        case '&': // AT&T, R&D
            return is_ascii_upper(text_[end - 1]) && is_ascii_upper(byte(end + 1)) ? alnum_end(text_, end + 1) : end;
        case '@':
            return alnum_at(end + 1) ? alnum_end(text_, end + 1) : end;
        case '$': // US$, HK$
            return end - begin <= 2 && is_ascii_upper(text_[begin]) && is_ascii_upper(text_[end - 1]) ? end + 1 : end;
        default:
            return end;
        }
    }

    // 1,000 and 1,000,000, but not 1,2 nor 1,00000.
    [[nodiscard]] bool is_thousands(std::size_t part, std::size_t comma) const {
        return digit_at(part) && comma - part <= 3 && digit_at(comma - 1) && digits_end(comma + 1) == comma + 4;
    }

    [[nodiscard]] std::size_t after_dot(std::size_t begin, std::size_t part, std::size_t dot) const {
        const bool goes_on = alnum_at(dot + 1);
        if (goes_on && digit_at(dot - 1) && digit_at(dot + 1)) {
            return alnum_end(text_, dot + 1);
        }
        if (goes_on) {
            if (part == begin && upper_at(text_, dot + 1) &&
                find_abbreviation(words(begin, dot)) == Abbreviation::title) {
                return dot + 1; // "Dr.Example"
            }
            return lost_space(part, dot) ? dot : alnum_end(text_, dot + 1);
        }
        if (byte(dot + 1) == '.') { // dots that trail off, or an abbreviation before the full stop: "in D.C.."
            const std::string_view word = words(begin, dot);
            const bool short_form = part > begin ? is_dotted(word) : find_abbreviation(word) == Abbreviation::any;
            return short_form && byte(dot + 2) != '.' ? dot + 1 : dot;
        }
        return keeps_dot(begin, part, dot) ? dot + 1 : dot;
    }

    // "the border.The next day", "in 2019.He": a full stop whose blank was lost.
    [[nodiscard]] bool lost_space(std::size_t part, std::size_t dot) const {
        if (!upper_at(text_, dot + 1) || dot - part < 2) {
            return false;
        }
        const std::size_t next_end = alnum_end(text_, dot + 1);
        const std::string_view next = words(dot + 1, next_end);
        const bool before =
            lower_at(text_, dot - 1) || digit_at(dot - 1) || static_cast<unsigned char>(text_[dot - 1]) >= 0x80;
        return before && byte(next_end) != '.' && (next.size() == 1 || lower_at(text_, next_end - 1)) &&
               !equals_ignoring_case(next, "com") && !equals_ignoring_case(next, "org") &&
               !equals_ignoring_case(next, "net");
    }

    // Does the dot at `dot`, with no letter behind it, belong to the word?
    [[nodiscard]] bool keeps_dot(std::size_t begin, std::size_t part, std::size_t dot) const {
        const std::string_view word = words(begin, dot);
        if (part > begin) {
            return is_dotted(word);
        }
        const std::size_t next = blanks_end(text_, dot + 1);
        if (is_ascii_digit(word[0])) { // the number of a list item or heading
            return begin == begin_ && word.size() <= 3 && next > dot + 1 && next < text_.size() &&
                   std::ranges::all_of(word, is_ascii_digit);
        }
        if (word.size() == 1) {
            return is_initial(word[0], dot, next);
        }
        switch (find_abbreviation(word)) {
        case Abbreviation::none:
            return false;
        case Abbreviation::before_digit:
            return digit_at(next) || (byte(next) == '#' && digit_at(next + 1));
        case Abbreviation::title:
            return next < text_.size() && !begins_sentences(next_word(next));
        case Abbreviation::inner:
        case Abbreviation::any:
            return true;
        }
        return false;
    }

    // U.S, p.m, Ph.D, i.e: parts of one or two letters.
    [[nodiscard]] static bool is_dotted(std::string_view word) {
        std::size_t length = 0;
        for (const char c : word) {
            if (c == '.') {
                length = 0;
            } else if (!is_ascii_upper(c) && !is_ascii_lower(c)) {
                return false;
            } else if (++length > 2) {
                return false;
            }
        }
        return word.find('.') != std::string_view::npos;
    }

    [[nodiscard]] bool is_initial(char letter, std::size_t dot, std::size_t next) const {
        if (is_ascii_upper(letter)) {
            const bool name_follows = upper_at(text_, next) && !begins_sentences(next_word(next));
            return name_follows || byte(dot + 1) == ',' || (letter != 'I' && next > dot + 1 && lower_at(text_, next));
        }
        // "c. 1900", "p. 12", "v. Smith"
        return std::string_view("cdpv").find(letter) != std::string_view::npos && next > dot + 1 &&
               (digit_at(next) || (letter == 'v' && upper_at(text_, next)));
    }

    [[nodiscard]] std::string_view next_word(std::size_t at) const { return words(at, alnum_end(text_, at)); }

    [[nodiscard]] std::size_t after_hyphen(std::size_t begin, std::size_t part, std::size_t hyphen) const {
        if (!alnum_at(hyphen + 1)) {
            return hyphen;
        }
        const std::size_t next_end = alnum_end(text_, hyphen + 1);
        if (digit_at(begin)) {
            return is_number_chain(begin, part, hyphen) ? next_end : hyphen;
        }
        if (part == begin && hyphen - begin <= 7) {
            const std::string_view prefix = words(begin, hyphen);
            const bool number = digit_at(hyphen + 1);
            if (!number && is_joined_prefix(prefix) && (prefix.size() > 1 || lower_at(text_, hyphen + 1))) {
                return next_end;
            }
            if (number && equals_ignoring_case(prefix, "mid")) { // mid-1980s
                return next_end;
            }
        }
        if (part == begin && byte(next_end) != '-' && is_joined_noun(words(begin, next_end))) {
            return next_end;
        }
        return leads_to_at(hyphen) ? next_end : hyphen;
    }

    // 555-1234, 212-555-1234, 2021-10-20: digits only, in three or more groups or the two of a telephone or
    // postal number. Ranges such as 10-12 and 1939-1945 are split.
    [[nodiscard]] bool is_number_chain(std::size_t begin, std::size_t part, std::size_t hyphen) const {
        const std::size_t next = digits_end(hyphen + 1);
        if (!digit_at(part) || next == hyphen + 1 || digits_end(part) != hyphen ||
            is_alnum(char_at(text_, next).kind)) {
            return false;
        }
        if (part > begin) {
            return text_[part - 1] == '-';
        }
        const std::size_t left = hyphen - begin;
        const std::size_t right = next - hyphen - 1;
        const bool third = byte(next) == '-' && digit_at(next + 1);
        return third || ((left == 3 || left == 5) && right == 4);
    }

    // An address with a hyphen before its @: "anne-marie.o@example.org".
    [[nodiscard]] bool leads_to_at(std::size_t at) const {
        constexpr std::size_t furthest = 64;
        for (std::size_t i = at; i < text_.size() && i < at + furthest; ++i) {
            const char c = text_[i];
            if (c == '@') {
                return is_alnum(char_at(text_, i + 1).kind);
            }
            if (!is_ascii_digit(c) && !is_ascii_lower(c) && !is_ascii_upper(c) && c != '.' && c != '-' && c != '_' &&
                c != '+') {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_address(std::size_t begin, std::size_t end) const {
        if (byte(end) == ':') {
            const std::string_view scheme = words(begin, end);
            return (text_.substr(end, 3) == "://" && scheme.size() <= 8) ||
                   ((equals_ignoring_case(scheme, "mailto") || equals_ignoring_case(scheme, "doi")) &&
                    alnum_at(end + 1));
        }
        return end - begin == 3 && byte(end) == '.' && alnum_at(end + 1) &&
               equals_ignoring_case(words(begin, end), "www");
    }

    // Everything up to the next blank or bracket is one token, but for the punctuation that ends the sentence or closes
    // what opened before it.
    std::size_t scan_address(std::size_t begin) {
        std::size_t end = begin;
        std::size_t open = 0;
        for (Char c = char_at(text_, end); c.length > 0 && c.kind != CharKind::blank; c = char_at(text_, end)) {
            if (c.code == '<' || c.code == '>' || c.code == '"' || c.code == 0x201C || c.code == 0x201D) {
                break;
            }
            if (c.code == ')' && open == 0) {
                break;
            }
            open += c.code == '(';
            open -= c.code == ')';
            end += c.length;
        }
        while (end > begin + 1 && std::string_view(".,;:!?'*]").find(text_[end - 1]) != std::string_view::npos) {
            --end;
        }
        while (end > begin + 3 && (words(end - 3, end) == "’" || words(end - 3, end) == "…")) {
            end -= 3;
        }
        return emit(begin, end);
    }

    // A word without a clitic; "cannot" and "gonna" are two, and a unit leaves its number.
    void emit_plain(std::size_t begin, std::size_t end) {
        const std::string_view word = words(begin, end);
        if (is_ascii_digit(word[0])) {
            const std::size_t digits = number_end(begin, end);
            if (digits < end && is_unit(begin, words(digits, end))) {
                emit(begin, digits);
                emit(digits, end);
                return;
            }
        } else if (word.size() == 5 || word.size() == 6) {
            if (equals_ignoring_case(word, "cannot") || equals_ignoring_case(word, "gonna") ||
                equals_ignoring_case(word, "wanna") || equals_ignoring_case(word, "gotta")) {
                emit(begin, begin + 3);
                emit(begin + 3, end);
                return;
            }
        }
        emit(begin, end);
    }

    [[nodiscard]] std::size_t number_end(std::size_t begin, std::size_t end) const {
        while (begin < end && (digit_at(begin) || byte(begin) == '.' || byte(begin) == ',' || byte(begin) == ':')) {
            ++begin;
        }
        return begin;
    }

    [[nodiscard]] bool is_unit(std::size_t begin, std::string_view unit) const {
        const char one = unit.size() == 1 ? unit[0] : '\0';
        if (is_ascii_upper(one) || one == 'b') { // "$3M", "$4b", but the code "86M" stays whole
            return (one == 'M' || one == 'B' || one == 'K' || one == 'b') && tokens_.size() > first_ &&
                   !after_blank(begin) && is_currency(tokens_.back());
        }
        return std::ranges::binary_search(units, LowerWord(unit).view());
    }

    [[nodiscard]] bool is_currency(const Token& token) const {
        const std::string_view word = surface(text_, token.span);
        return word.ends_with('$') || word == "€" || word == "£" || word == "¥" || word == "₹" || word == "₽";
    }

    // A token that begins with a mark at `at`.
    std::size_t scan_mark(std::size_t at, Char c) {
        switch (c.code) {
        case '.':
            if (digit_at(at + 1) && (after_blank(at) || is_currency(tokens_.back()))) {
                return emit(at, digits_end(at + 1)); // .04
            }
            return emit(at, run_end(text_, at, "."));
        case '!':
        case '?':
            return emit(at, run_end(text_, at, "!?"));
        case '\'':
        case 0x2019:
            return scan_apostrophe(at, c.length);
        case '[':
            // "[...]" stands for what a quotation leaves out
            return emit(at, text_.substr(at, 5) == "[...]" ? at + 5 : at + 1);
        case 0x2018:
            return emit(at, text_.substr(at + 3, 3) == "’" ? at + 6 : at + 3);
        case '-':
            for (const std::string_view bracket : bracket_words) {
                if (text_.substr(at, bracket.size()) == bracket) {
                    return emit(at, at + bracket.size());
                }
            }
            return emit(at, run_end(text_, at, "-"));
        case '*':
        case '=':
        case '~':
        case '<':
        case '>':
            return emit(at, run_end(text_, at, std::string_view(&text_[at], 1)));
        case '`':
            return emit(at, byte(at + 1) == '`' ? at + 2 : at + 1);
        case '#':
        case '@': // #hashtag, @name
            if (after_blank(at) && char_at(text_, at + 1).kind == CharKind::letter) {
                return emit(at, alnum_end(text_, at + 1));
            }
            return emit(at, at + 1);
        case '+':
            return emit(at, after_blank(at) && digit_at(at + 1) ? digits_end(at + 1) : at + 1);
        case ':':
        case ';':
            return emit(at, at + smiley_length(at));
        case 0x2026:
            return emit(at, ellipsis_end(text_, at));
        default:
            return emit(at, c.code >= 0x1F000 ? emoji_end(text_, at) : at + c.length);
        }
    }

    std::size_t scan_apostrophe(std::size_t at, std::size_t length) {
        const std::size_t begin = at + length;
        if (text_.substr(at, length) == text_.substr(begin, length)) {
            return emit(at, begin + length); // '' closes a quotation
        }
        const std::size_t end = alnum_end(text_, begin);
        const std::string_view word = words(begin, end);
        if (word.empty()) {
            return emit(at, begin);
        }
        if (digit_at(begin)) { // '72, '90s
            const std::size_t digits = digits_end(begin);
            const bool year = digits == begin + 2 && (digits == end || words(digits, end) == "s");
            return emit(at, year && apostrophe(end) == 0 ? end : begin);
        }
        if (after_blank(at) || !tokens_.empty()) {
            for (const std::string_view clitic :
                 {"s", "re", "ve", "ll", "d", "m", "em", "tis", "twas", "til", "cause"}) {
                if (equals_ignoring_case(word, clitic) && apostrophe(end) == 0) {
                    return emit(at, end);
                }
            }
        }
        return emit(at, begin);
    }

    [[nodiscard]] std::size_t smiley_length(std::size_t at) const {
        if (!after_blank(at)) {
            return 1;
        }
        const std::size_t nose = byte(at + 1) == '-' ? 1 : 0;
        const char mouth = byte(at + 1 + nose);
        const bool smiles = mouth == ')' || mouth == '(' || ((mouth == 'D' || mouth == 'P') && blank_at(at + 2 + nose));
        return smiles && mouth != '\0' ? 2 + nose : 1;
    }

    std::string_view text_; ///< up to the end of the stretch
    std::size_t begin_;
    std::size_t first_; ///< index of the stretch's first token
    std::vector<Token>& tokens_;
};

} // namespace

void scan_words(std::string_view text, Span stretch, std::vector<Token>& tokens) {
    Scanner(text, stretch, tokens).scan();
}

} // namespace fasti::language
