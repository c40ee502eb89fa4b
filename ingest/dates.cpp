// See dates.hpp. A number alone decides nothing that could be two dates.
#include "ingest/dates.hpp"

#include "ingest/lines.hpp"
#include "ingest/month_names.hpp"

#include <array>
#include <charconv>

namespace fasti::ingest {
namespace {

struct Piece {
    enum class Kind { number, word, mark } kind = Kind::mark;
    std::string_view text;
    int value = 0;
};

// Of the words: letters beyond ASCII are not told from marks beyond ASCII.
bool is_letter(char c) {
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// What may stand between day, month and year: "20th", "20 de octubre de 2021", "1er août".
bool is_filler(std::string_view text) {
    constexpr std::string_view fillers[] = {"st", "nd", "rd", "th", "of", ".", ",", "de", "del", "er", "\xC2\xBA"};
    return std::find(std::begin(fillers), std::end(fillers), text) != std::end(fillers);
}

// Numbers, words and single marks; blanks part them and vanish.
class Pieces {
public:
    explicit Pieces(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }

    std::optional<Piece> next() {
        while (!rest_.empty() && (is_space(rest_.front()) || rest_.starts_with("\xC2\xA0"))) {
            rest_.remove_prefix(is_space(rest_.front()) ? 1 : 2);
        }
        if (rest_.empty()) {
            return std::nullopt;
        }
        std::size_t n = 1;
        Piece piece;
        if (is_digit(rest_.front())) {
            while (n < rest_.size() && is_digit(rest_[n])) {
                ++n;
            }
            piece.kind = Piece::Kind::number;
            piece.value = -1;
            if (n <= 8) {
                std::from_chars(rest_.data(), rest_.data() + n, piece.value);
            }
        } else if (is_letter(rest_.front())) {
            while (n < rest_.size() && is_letter(rest_[n]) && !rest_.substr(n).starts_with("\xC2\xA0")) {
                ++n;
            }
            piece.kind = Piece::Kind::word;
        }
        piece.text = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return piece;
    }

private:
    std::string_view rest_;
};

std::optional<ParsedDate> whole_day(int year, unsigned month, int day) {
    if (day < 1 || day > 31) {
        return std::nullopt;
    }
    const auto found = make_day(year, month, static_cast<unsigned>(day));
    return found ? std::optional(ParsedDate{*found, Granularity::day, std::nullopt}) : std::nullopt;
}

// "3:04 pm", "15:04:05 EDT", "at 10:00 (GMT)" at the start of `rest`; adds the time of day when it is one.
void add_clock(ParsedDate& date, std::string_view rest) {
    Pieces pieces(rest);
    auto piece = pieces.next();
    for (int i = 0; i < 2 && piece && (piece->kind != Piece::Kind::number); ++i) { // ",", "|", "at", "T"
        piece = pieces.next();
    }
    if (!piece || piece->kind != Piece::Kind::number || piece->text.size() > 2 || piece->value > 23) {
        return;
    }
    int hour = piece->value;
    const auto colon = pieces.next();
    const auto minute = pieces.next();
    if (!colon || !minute || (colon->text != ":" && colon->text != ".") || minute->text.size() != 2 ||
        minute->kind != Piece::Kind::number || minute->value > 59) {
        return;
    }
    const std::string_view after = trimmed(pieces.rest());
    if (hour >= 1 && hour <= 12 && !after.empty()) {
        const char c = ascii_lower(after.front());
        const bool meridian = after.size() > 1 && (ascii_lower(after[1]) == 'm' || after[1] == '.');
        if (meridian && (c == 'a' || c == 'p')) {
            hour = hour % 12 + (c == 'p' ? 12 : 0);
        }
    }
    date.moment += std::chrono::hours{hour} + std::chrono::minutes{minute->value};
    date.granularity = Granularity::minute;
}

// " 23:50:00 -0400 2021" after "Wed Oct 20": the form of the program date and of Twitter.
std::optional<ParsedDate> date_behind_clock(std::string_view rest, unsigned month, int day) {
    rest = trimmed(rest);
    if (rest.size() < 13 || rest[2] != ':' || rest[5] != ':' || rest[rest.size() - 5] != ' ') {
        return std::nullopt;
    }
    const std::string_view year = rest.substr(rest.size() - 4);
    int value = 0;
    if (!std::all_of(year.begin(), year.end(), is_digit)) {
        return std::nullopt;
    }
    std::from_chars(year.data(), year.data() + year.size(), value);
    auto date = whole_day(value, month, day);
    if (date) {
        add_clock(*date, rest.substr(0, rest.size() - 5));
    }
    return date;
}

// " 2021", ", 2021", " de 2021" behind day and month; `rest` is what follows.
std::optional<ParsedDate> with_year(int day, unsigned month, std::string_view text, std::string_view& rest) {
    Pieces pieces(text);
    auto year = pieces.next();
    while (year && is_filler(year->text)) {
        year = pieces.next();
    }
    if (month == 0 || !year || year->kind != Piece::Kind::number || year->text.size() != 4) {
        return std::nullopt;
    }
    rest = pieces.rest();
    return whole_day(year->value, month, day);
}

// A date that begins with the first piece of `text`; `end` is where what follows it begins.
std::optional<ParsedDate> date_at(std::string_view text, std::string_view& rest) {
    Pieces pieces(text);
    const auto first = pieces.next();
    if (!first || first->kind == Piece::Kind::mark) {
        return std::nullopt;
    }
    auto second = pieces.next();
    if (!second) {
        return std::nullopt;
    }
    if (first->kind == Piece::Kind::word) { // October 20, 2021
        const unsigned month = month_number(first->text);
        if (month == 0) {
            return std::nullopt;
        }
        if (second->text == ".") {
            second = pieces.next();
        }
        if (!second || second->kind != Piece::Kind::number || second->text.size() > 2) {
            return std::nullopt;
        }
        if (const auto unix_form = date_behind_clock(pieces.rest(), month, second->value)) {
            rest = {};
            return unix_form;
        }
        return with_year(second->value, month, pieces.rest(), rest);
    }
    if (first->text.size() == 4) { // 2021-10-20, 2021/10/20, 2021年10月20日
        const bool japanese = second->text == "\xE5\xB9\xB4";
        const bool korean = second->text == "\xEB\x85\x84";
        if (second->text != "-" && second->text != "/" && second->text != "." && !japanese && !korean) {
            return std::nullopt;
        }
        const auto month = pieces.next();
        const auto mark = pieces.next();
        const auto day = pieces.next();
        const std::string_view expected = japanese ? "\xE6\x9C\x88" : korean ? "\xEC\x9B\x94" : second->text;
        if (!day || mark->text != expected || month->kind != Piece::Kind::number || day->kind != Piece::Kind::number ||
            month->text.size() > 2 || day->text.size() > 2) {
            return std::nullopt;
        }
        rest = pieces.rest();
        return whole_day(first->value, static_cast<unsigned>(month->value), day->value);
    }
    if (first->text.size() > 2) {
        return std::nullopt;
    }
    if (second->text == "." || second->text == "/" || second->text == "-") { // 20.10.2021, 20/10/2021, 20-Oct-2021
        const auto middle = pieces.next();
        if (middle && second->text == "." && month_number(middle->text) > 0) { // 20. Oktober 2021
            return with_year(first->value, month_number(middle->text), pieces.rest(), rest);
        }
        const auto mark = pieces.next();
        const auto year = pieces.next();
        if (year && middle->kind == Piece::Kind::word && year->kind == Piece::Kind::number && year->text.size() == 4) {
            rest = pieces.rest();
            const unsigned month = month_number(middle->text);
            return month > 0 ? whole_day(year->value, month, first->value) : std::nullopt;
        }
        if (!year || mark->text != second->text || middle->kind != Piece::Kind::number || middle->text.size() > 2 ||
            year->kind != Piece::Kind::number || year->text.size() != 4) {
            return std::nullopt;
        }
        rest = pieces.rest();
        const int a = first->value;
        const int b = middle->value;
        if (second->text == "." || a > 12 || a == b) {
            return whole_day(year->value, static_cast<unsigned>(b), a);
        }
        return b > 12 ? whole_day(year->value, static_cast<unsigned>(a), b) : std::nullopt;
    }
    while (second && is_filler(second->text)) {
        second = pieces.next();
    }
    if (!second || second->kind != Piece::Kind::word) { // 20 October 2021
        return std::nullopt;
    }
    return with_year(first->value, month_number(second->text), pieces.rest(), rest);
}

// Seconds (perhaps with a fraction) or milliseconds since 1970, within the years in which there is a web.
std::optional<ParsedDate> unix_time(std::string_view text) {
    const std::string_view digits = text.substr(0, text.find('.'));
    if ((digits.size() != 10 && digits.size() != 13) || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return ParsedDate{Moment{std::chrono::seconds{digits.size() == 13 ? value / 1000 : value}}, Granularity::second, 0};
}

// "October 2021", and nothing else.
std::optional<ParsedDate> month_of_year(std::string_view text) {
    Pieces pieces(text);
    const auto name = pieces.next();
    auto year = pieces.next();
    while (year && is_filler(year->text)) {
        year = pieces.next();
    }
    const unsigned month = name && name->kind == Piece::Kind::word ? month_number(name->text) : 0;
    if (month == 0 || !year || year->text.size() != 4 || year->kind != Piece::Kind::number || pieces.next()) {
        return std::nullopt;
    }
    auto date = whole_day(year->value, month, 1);
    if (date) {
        date->granularity = Granularity::month;
    }
    return date;
}

std::optional<ParsedDate> if_whole(std::optional<ParsedDate> date) {
    return date && date->granularity <= Granularity::day ? date : std::nullopt;
}

// "2021-10-20" or "20211020" at `at`, not followed by a further digit.
std::optional<ParsedDate> compact_date_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const std::size_t sizes[] = {10, 8};
    for (const std::size_t size : sizes) {
        if (rest.size() < size || (rest.size() > size && is_digit(rest[size]))) {
            continue;
        }
        const std::string_view shape = rest.substr(0, size);
        const bool marks =
            size == 8 || (shape[4] == shape[7] && (shape[4] == '-' || shape[4] == '_' || shape[4] == '.'));
        const bool digits = std::all_of(shape.begin(), shape.end(), [&](const char& c) {
            const auto i = static_cast<std::size_t>(&c - shape.data());
            return is_digit(c) || (size == 10 && (i == 4 || i == 7));
        });
        if (!marks || !digits) {
            continue;
        }
        const int step = size == 10 ? 1 : 0;
        const auto number = [&](int from, int length) {
            int value = 0;
            std::from_chars(shape.data() + from, shape.data() + from + length, value);
            return value;
        };
        const int year = number(0, 4);
        if (year < 1600 || year > 2200) {
            continue;
        }
        if (const auto date = whole_day(year, static_cast<unsigned>(number(4 + step, 2)), number(6 + 2 * step, 2))) {
            return date;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<ParsedDate> parse_any_date(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > 100) {
        return std::nullopt;
    }
    if (auto date = parse_date(text)) {
        return date;
    }
    if (auto date = unix_time(text)) {
        return date;
    }
    std::string_view whole = text;
    if (is_letter(whole.front())) { // "Wednesday, 20th October 2021", "Published: …" stays for find_date
        Pieces pieces(whole);
        const auto word = pieces.next();
        if (word && month_number(word->text) == 0 && word->text.size() >= 2 && word->text.size() <= 24) {
            whole = trimmed(pieces.rest());
            while (!whole.empty() && (whole.front() == ',' || whole.front() == '.' || is_space(whole.front()))) {
                whole.remove_prefix(1);
            }
        }
    }
    std::string_view rest;
    auto date = date_at(whole, rest);
    if (date) {
        add_clock(*date, rest);
    }
    return date ? date : month_of_year(text);
}

std::optional<ParsedDate> find_date(std::string_view text) {
    bool fresh = true; // a piece begins here
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool letter = is_ascii_letter(text[at]) || is_digit(text[at]);
        if (letter && fresh) {
            std::string_view rest;
            if (auto date = date_at(text.substr(at), rest)) {
                add_clock(*date, rest);
                return date;
            }
        }
        fresh = !letter && static_cast<unsigned char>(text[at]) < 0x80;
    }
    return std::nullopt;
}

std::optional<ParsedDate> date_in_file_name(std::string_view path) {
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (is_digit(name[at]) && (at == 0 || !is_digit(name[at - 1]))) {
            if (auto date = compact_date_at(name, at)) {
                return date;
            }
        }
    }
    return std::nullopt;
}

std::optional<ParsedDate> date_in_url(std::string_view url) {
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
        const std::size_t path = url.find('/', scheme + 3);
        url = path == std::string_view::npos ? std::string_view{} : url.substr(path);
    }
    url = url.substr(0, url.find_first_of("?#"));
    for (std::size_t at = 0; at + 8 < url.size(); ++at) {
        if (!is_digit(url[at + 1]) || is_digit(url[at])) {
            continue;
        }
        if (auto date = compact_date_at(url, at + 1)) {
            return date;
        }
        // /2021/03/04/, /2021/mar/04/, /2021/3/4
        Pieces pieces(url.substr(at + 1));
        const auto year = pieces.next();
        const auto first = pieces.next();
        const auto month = pieces.next();
        const auto second = pieces.next();
        const auto day = pieces.next();
        if (url[at] != '/' || !day || year->text.size() != 4 || year->kind != Piece::Kind::number ||
            first->text != "/" || second->text != "/" || day->kind != Piece::Kind::number || day->text.size() > 2 ||
            month->text.size() > 9) {
            continue;
        }
        const unsigned number = month->kind == Piece::Kind::number ? static_cast<unsigned>(std::max(month->value, 0))
                                                                   : month_number(month->text);
        if (year->value >= 1600 && year->value <= 2200 && number > 0) {
            if (auto date = whole_day(year->value, number, day->value)) {
                return date;
            }
        }
    }
    return std::nullopt;
}

std::optional<ParsedDate> date_in_dateline(std::string_view text) {
    text = trimmed(text);
    std::size_t letters = 0; // a dateline opens with a place in capitals
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
        ++letters;
    }
    if (letters < 2) {
        return std::nullopt;
    }
    std::string_view head = text.substr(0, std::min<std::size_t>(text.find('\n'), 90));
    const std::size_t end = std::min({head.find(" - "), head.find("\xE2\x80\x93"), head.find("\xE2\x80\x94"),
                                      head.find("--"), head.find("("), head.find(": ")});
    return end == std::string_view::npos ? std::nullopt : if_whole(find_date(head.substr(0, end)));
}

} // namespace fasti::ingest
