// See repeated_lines.hpp.
#include "graph/repeated_lines.hpp"

#include "core/address.hpp"
#include "core/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <optional>

namespace fasti::graph {
namespace {

/// How a line counts; the lowest two bits of its key.
enum class Tier : std::uint8_t { fragment, address, sentence };
constexpr std::array<std::uint32_t, 4> needed = {4, 6, 20, 20};

constexpr std::size_t longest_fragment = 100; // bytes
constexpr std::size_t shortest_sentence = 40;
constexpr std::size_t longest_sentence = 1500;
constexpr std::size_t body_line = 60; // and longer: a paragraph of the news
constexpr std::size_t first_lines = 2;
constexpr std::size_t last_lines = 4;
constexpr std::size_t most_candidates = 256;

struct Line {
    Span span;
    std::string_view text;
    bool furniture = false;  // by itself
    bool gap_before = false; // a blank line, or nothing
    bool gap_after = false;
    bool open = false; // ends without a mark that ends a sentence
};

constexpr bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool ends_openly(std::string_view line) {
    while (!line.empty() && (line.back() == ')' || line.back() == ']' || line.back() == '"' || line.back() == '\'')) {
        line.remove_suffix(1);
    }
    for (const std::string_view quote : {"\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
        if (line.ends_with(quote)) {
            line.remove_suffix(quote.size());
        }
    }
    constexpr std::string_view marks[] = {".",
                                          "!",
                                          "?",
                                          ":",
                                          ";",
                                          ",",
                                          "\xE2\x80\xA6",
                                          "\xE3\x80\x82", // … 。
                                          "\xEF\xBC\x81",
                                          "\xEF\xBC\x9F",
                                          "\xD8\x9F",
                                          "\xDB\x94",
                                          "\xE0\xA5\xA4"};
    return std::none_of(std::begin(marks), std::end(marks),
                        [&](std::string_view mark) { return line.ends_with(mark); });
}

std::vector<Line> lines_of(const Article& article) {
    std::vector<Line> lines;
    const std::string_view text = article.text;
    auto furniture = article.furniture.begin();
    bool gap = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::size_t begin = at;
        std::size_t last = end;
        while (begin < last && is_blank(text[begin])) {
            ++begin;
        }
        while (last > begin && is_blank(text[last - 1])) {
            --last;
        }
        at = end + 1;
        if (begin == last) {
            gap = true;
            if (!lines.empty()) {
                lines.back().gap_after = true;
            }
            continue;
        }
        Line line;
        line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)};
        line.text = text.substr(begin, last - begin);
        line.gap_before = gap;
        line.open = ends_openly(line.text);
        while (furniture != article.furniture.end() && furniture->span.end <= line.span.begin) {
            ++furniture;
        }
        line.furniture = furniture != article.furniture.end() && furniture->span.begin < line.span.end &&
                         furniture->kind != FurnitureKind::repeated;
        lines.push_back(line);
        gap = false;
    }
    if (!lines.empty()) {
        lines.back().gap_after = true;
    }
    return lines;
}

/// Without case and breadth of blanks; with `numbers` all numbers are one, so that "3 min" is "12 min".
std::uint64_t hash_of(std::string_view line, bool numbers, std::uint64_t seed) {
    std::uint64_t h = fnv_start ^ mix64(seed);
    char before = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char c = lower(line[i]);
        if (c == '\xC2' && i + 1 < line.size() && line[i + 1] == '\xA0') {
            c = ' '; // U+00A0
            ++i;
        }
        c = is_blank(c) ? ' ' : numbers && is_digit(c) ? '0' : c;
        if (c != before || (c != ' ' && (c != '0' || !numbers))) {
            h = fnv_step(h, static_cast<unsigned char>(c));
        }
        before = c;
    }
    return mix64(h);
}

bool has_quotation(std::string_view line) {
    return line.find('"') != std::string_view::npos || line.find("\xE2\x80\x9C") != std::string_view::npos ||
           line.find("\xE2\x80\x9D") != std::string_view::npos || line.find("\xE2\x80\x9E") != std::string_view::npos ||
           line.find("\xC2\xAB") != std::string_view::npos;
}

/// A year from 1900 to 2099: background that is told again and again.
bool has_year(std::string_view line) {
    for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
        const bool century = (line[i] == '1' && line[i + 1] == '9') || (line[i] == '2' && line[i + 1] == '0');
        if (century && is_digit(line[i + 2]) && is_digit(line[i + 3]) && (i == 0 || !is_digit(line[i - 1])) &&
            (i + 4 == line.size() || !is_digit(line[i + 4]))) {
            return true;
        }
    }
    return false;
}

/// Speaks to the reader, or of the paper: "your inbox", "this article", an address.
bool speaks_to_readers(std::string_view line) {
    // Not "we" and "our": ministries say the same of themselves in many statements, and that is news.
    constexpr std::array<std::string_view, 18> words = {
        "you",   "your",    "yours",  "please", "click",   "tap",       "subscribe", "newsletter",  "newsletters",
        "inbox", "podcast", "e-mail", "email",  "website", "copyright", "advertise", "unsubscribe", "download"};
    char buffer[16];
    std::size_t n = 0;
    bool after_this = false;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        const char c = i < line.size() ? lower(line[i]) : ' ';
        if (c == '@') {
            return true;
        }
        if ((c >= 'a' && c <= 'z') || (c == '-' && n > 0)) {
            if (n < sizeof buffer) {
                buffer[n] = c;
            }
            ++n;
            continue;
        }
        if (n == 0) {
            continue;
        }
        const std::string_view word(buffer, std::min(n, sizeof buffer));
        if (n <= sizeof buffer && std::find(words.begin(), words.end(), word) != words.end()) {
            return true;
        }
        if (after_this && (word == "article" || word == "story" || word == "report" || word == "site" ||
                           word == "page" || word == "content" || word == "post")) {
            return true;
        }
        after_this = word == "this";
        n = 0;
    }
    return line.find("http") != std::string_view::npos || line.find("www.") != std::string_view::npos;
}

bool begins_low(std::string_view line) {
    return line.front() >= 'a' && line.front() <= 'z';
}

class Finder {
public:
    explicit Finder(const Article& article) : article_(article), lines_(lines_of(article)) {
        title_ = article.title.empty() ? 0 : hash_of(article.title, false, 0);
    }

    std::vector<CandidateLine> find() {
        std::vector<CandidateLine> out;
        hash_body();
        const std::uint64_t source = source_key();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            // A table of thousands of rows: its ends are enough.
            if (lines_.size() > most_candidates && i == most_candidates / 2) {
                i = lines_.size() - most_candidates / 2;
            }
            const auto tier = tier_of(i);
            if (!tier) {
                continue;
            }
            const std::uint64_t hash = hash_of(lines_[i].text, *tier == Tier::fragment, source);
            CandidateLine line;
            line.span = lines_[i].span;
            line.key = static_cast<std::int64_t>((hash & ~std::uint64_t{3}) | static_cast<std::uint64_t>(*tier));
            line.voice = voice(i);
            line.marked = std::any_of(article_.furniture.begin(), article_.furniture.end(), [&](const Furniture& f) {
                return f.kind == FurnitureKind::repeated && f.span == line.span;
            });
            out.push_back(line);
        }
        return out;
    }

private:
    [[nodiscard]] std::uint64_t source_key() const {
        if (!article_.url.empty()) {
            std::string host = plain_address(article_.url);
            host.resize(std::min(host.find_first_of("/?"), host.size()));
            return stable_hash(host.starts_with("www.") ? std::string_view(host).substr(4) : std::string_view(host), 1);
        }
        return hash_of(article_.source, false, 2);
    }

    [[nodiscard]] bool in_zone(std::size_t i) const { return i < first_lines || i + last_lines >= lines_.size(); }

    [[nodiscard]] std::optional<Tier> tier_of(std::size_t i) const {
        const Line& line = lines_[i];
        if (line.furniture || line.text.size() > longest_sentence || has_quotation(line.text)) {
            return std::nullopt;
        }
        const bool after_about = i > 0 && lines_[i - 1].open && is_about(lines_[i - 1].text);
        if (!line.open || line.text.size() > longest_fragment) {
            if (line.text.size() < shortest_sentence) {
                return std::nullopt;
            }
            if (after_about || is_about(line.text) || speaks_to_readers(line.text)) {
                return Tier::address;
            }
            return in_zone(i) && !has_year(line.text) ? std::optional(Tier::sentence) : std::nullopt;
        }
        return is_fragment(i) ? std::optional(Tier::fragment) : std::nullopt;
    }

    static bool is_about(std::string_view line) {
        return line.size() > 8 && (line.starts_with("About ") || line.starts_with("ABOUT "));
    }

    /// A heading, a link, a label: not the headline, nor a part of a sentence that runs over lines.
    [[nodiscard]] bool is_fragment(std::size_t i) const {
        const Line& line = lines_[i];
        const auto letters = std::count_if(line.text.begin(), line.text.end(), is_letter);
        if (i == 0 || letters < 3 || begins_low(line.text) || has_year(line.text) ||
            hash_of(line.text, false, 0) == title_) {
            return false;
        }
        if (!line.gap_before && lines_[i - 1].open && lines_[i - 1].text.size() >= 40) {
            return false;
        }
        return line.gap_after || i + 1 == lines_.size() || !begins_low(lines_[i + 1].text);
    }

    void hash_body() {
        body_.assign(lines_.size(), none);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i].furniture && lines_[i].text.size() >= body_line) {
                body_[i] = hash_of(lines_[i].text, false, 0);
                sum_ += body_[i];
                middle_ = in_zone(i) ? middle_ : std::min(middle_, body_[i]);
            }
        }
    }

    /// The smallest hash of the paragraphs between beginning and end, which most versions of one article share and
    /// other articles don't; where there are none, all that the article says besides.
    [[nodiscard]] std::int64_t voice(std::size_t i) const {
        std::uint64_t hash = middle_;
        if (hash == none) {
            hash = sum_ - (body_[i] == none ? 0 : body_[i]);
            hash = hash == 0 ? stable_hash(article_.text) : mix64(hash);
        }
        return static_cast<std::int64_t>(hash >> 16);
    }

    static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

    const Article& article_;
    std::vector<Line> lines_;
    std::vector<std::uint64_t> body_; // of each line; `none` for what is no paragraph
    std::uint64_t sum_ = 0;
    std::uint64_t middle_ = none;
    std::uint64_t title_ = 0;
};

template <class T> T take(std::string_view bytes, std::size_t at) {
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

constexpr std::size_t stored_bytes = 17;

} // namespace

std::vector<CandidateLine> find_candidate_lines(const Article& article) {
    return Finder(article).find();
}

std::uint32_t voices_needed(std::int64_t key) {
    return needed[static_cast<std::size_t>(key & 3)];
}

std::string write_candidates(const std::vector<CandidateLine>& lines) {
    std::string out;
    out.reserve(lines.size() * stored_bytes);
    for (const CandidateLine& line : lines) {
        out.append(reinterpret_cast<const char*>(&line.key), sizeof line.key);
        out.append(reinterpret_cast<const char*>(&line.voice), sizeof line.voice);
        out += line.marked ? '\1' : '\0';
    }
    return out;
}

std::vector<CandidateLine> read_candidates(std::string_view bytes) {
    std::vector<CandidateLine> out;
    for (std::size_t at = 0; at + stored_bytes <= bytes.size(); at += stored_bytes) {
        CandidateLine line;
        line.key = take<std::int64_t>(bytes, at);
        line.voice = take<std::int64_t>(bytes, at + 8);
        line.marked = bytes[at + 16] != 0;
        out.push_back(line);
    }
    return out;
}

} // namespace fasti::graph
