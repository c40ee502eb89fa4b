// See furniture.hpp.
#include "ingest/furniture.hpp"

#include "core/stable_hash.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/lines.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fasti::ingest {
namespace {

using Kind = FurnitureKind;

bool is_address(std::string_view line) {
    return line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") ||
           line.starts_with("//");
}

bool is_picture_name(std::string_view line) {
    line = line.substr(0, line.find_first_of("?#"));
    constexpr std::string_view ends[] = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"};
    return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return line.ends_with(end); });
}

// "By Anna Example and Bo Sample, Staff Writer": all words but joining ones begin with a capital.
bool is_byline(std::string_view line) {
    if (line.size() < 6 || line.size() > 90 || !starts_ignoring_case(line, "by ") || line.back() == '.' ||
        line.back() == '?' || line.back() == ':') {
        return false;
    }
    std::size_t words = 0;
    std::string_view rest = line.substr(3);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (word.empty() || word == "and" || word == "in" || word == "for" || word == "of" || word == "the" ||
            word == "|" || word == "&" || word == "de" || word == "van" || word == "von" || word == "al") {
            continue;
        }
        const auto c = static_cast<unsigned char>(word.front());
        if (!(c >= 'A' && c <= 'Z') && c < 0x80) {
            return false;
        }
        ++words;
    }
    return words >= 1 && words <= 10;
}

struct Line {
    std::string_view text; // without outer blanks
    std::uint32_t begin = 0;
    std::optional<Kind> kind;

    [[nodiscard]] Span span() const { return {begin, begin + static_cast<std::uint32_t>(text.size())}; }
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    each_line(text, [&](std::string_view line, std::size_t begin) {
        const std::string_view inner = trimmed(line);
        if (!inner.empty()) {
            lines.push_back({inner,
                             static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(inner.data() - line.data()),
                             {}});
        }
    });
    return lines;
}

// "MOSCOW: ", "KYIV, Ukraine (AP) — ": what an agency puts before the lead.
std::string_view without_dateline(std::string_view line) {
    std::size_t capitals = 0;
    while (capitals < line.size() && line[capitals] >= 'A' && line[capitals] <= 'Z') {
        ++capitals;
    }
    if (capitals < 3) {
        return line;
    }
    const std::string_view head = line.substr(0, 80);
    std::size_t end = std::string_view::npos;
    for (const std::string_view mark : {": ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " -- "}) {
        if (const std::size_t at = head.find(mark); at != std::string_view::npos) {
            end = std::min(end, at + mark.size());
        }
    }
    return end == std::string_view::npos ? line : line.substr(end);
}

// The first words of a line as hashes, without case, quotes and marks: a lead has fewer than these.
void words_of(std::string_view line, std::vector<std::uint64_t>& words) {
    line = line.substr(0, 600);
    words.clear();
    std::uint64_t hash = 0;
    bool open = false;
    for (const char c : line) {
        // Letters beyond ASCII count by their bytes; curly quotes and dashes begin with E2 80.
        if (is_ascii_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) >= 0xC3 && c != '\xE2')) {
            hash = fnv_step(hash, static_cast<unsigned char>(ascii_lower(c)));
            open = true;
        } else if (open && c == ' ') {
            words.push_back(mix64(hash));
            hash = 0;
            open = false;
        }
    }
    if (open) {
        words.push_back(mix64(hash));
    }
}

// The smaller of two openings says only what the other says: it is the same, a beginning of it, or nearly all of its
// runs of three words are in it.
bool says_the_same(const std::vector<std::uint64_t>& small, const std::vector<std::uint64_t>& large) {
    if (small.size() < 8 || small.size() > large.size()) {
        return false;
    }
    if (std::equal(small.begin(), small.end() - 1, large.begin())) { // the last word may be cut
        return true;
    }
    // Most pairs share next to nothing: a filter of 64 bits tells without a table.
    const auto bits = [](const std::vector<std::uint64_t>& words) {
        std::uint64_t filter = 0;
        for (const std::uint64_t word : words) {
            filter |= std::uint64_t{1} << (word & 63);
        }
        return filter;
    };
    if (std::popcount(bits(small) & ~bits(large)) * 5 > std::popcount(bits(small))) {
        return false;
    }
    std::unordered_set<std::uint64_t> runs;
    for (std::size_t i = 0; i + 2 < large.size(); ++i) {
        runs.insert(mix64(large[i]) ^ mix64(large[i + 1] + 1) ^ mix64(large[i + 2] + 2));
    }
    std::size_t shared = 0;
    for (std::size_t i = 0; i + 2 < small.size(); ++i) {
        shared += runs.count(mix64(small[i]) ^ mix64(small[i + 1] + 1) ^ mix64(small[i + 2] + 2));
    }
    return shared * 10 >= (small.size() - 2) * 9;
}

// A headline again right after itself, and a summary that only says what the lead says: of two
// the fuller stays, of two alike the first.
void mark_openings(std::vector<Line>& lines) {
    constexpr std::size_t opening = 8; // lines
    const std::size_t n = std::min(opening, lines.size());
    if (n < 2) {
        return;
    }
    std::array<std::vector<std::uint64_t>, opening> words;
    for (std::size_t i = 0; i < n; ++i) {
        words_of(without_dateline(lines[i].text), words[i]);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i && !lines[i].kind && !words[i].empty(); ++j) {
            if (lines[j].kind) {
                continue;
            }
            const bool dateline = without_dateline(lines[i].text).size() < lines[i].text.size();
            if (words[j] == words[i] && !dateline) {
                lines[i].kind = Kind::duplicate;
            } else if (says_the_same(words[j], words[i])) {
                lines[j].kind = Kind::duplicate;
            } else if (says_the_same(words[i], words[j])) {
                lines[i].kind = Kind::duplicate;
            }
        }
    }
}

// A paragraph that stands twice, word for word.
void mark_repetitions(std::vector<Line>& lines) {
    constexpr std::size_t shortest = 40;
    // Same length and same end are rare enough; only then are the lines compared.
    std::unordered_map<std::uint64_t, std::string_view> seen;
    for (Line& line : lines) {
        if (line.text.size() < shortest) {
            continue;
        }
        std::uint64_t end = 0;
        std::memcpy(&end, line.text.data() + line.text.size() - sizeof end, sizeof end);
        const auto [found, is_new] = seen.try_emplace(mix64(end ^ mix64(line.text.size())), line.text);
        if (!is_new && found->second == line.text && !line.kind) {
            line.kind = Kind::duplicate;
        }
    }
}

// Behind the heading of the comments nothing is the article's, when there was an article before.
void mark_comment_section(std::vector<Line>& lines) {
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == Kind::comments && paragraphs >= 3 && i * 2 >= lines.size()) {
            for (std::size_t k = i + 1; k < lines.size(); ++k) {
                if (!lines[k].kind) {
                    lines[k].kind = Kind::comments;
                }
            }
            return;
        }
        paragraphs += lines[i].text.size() >= 80 && !lines[i].kind;
    }
}

} // namespace

std::optional<FurnitureKind> classify_line(std::string_view line) {
    line = trimmed(line);
    if (line.empty()) {
        return std::nullopt;
    }
    if (line.find(' ') == std::string_view::npos) {
        if (is_picture_name(line)) {
            return Kind::picture;
        }
        if (is_address(line)) {
            return Kind::other;
        }
    }
    if (is_byline(line)) {
        return Kind::byline;
    }
    return find_phrase(line);
}

void mark_furniture(Article& article) {
    std::vector<Line> lines = lines_of(article.text);
    for (Line& line : lines) {
        line.kind = classify_line(line.text);
    }
    mark_openings(lines);
    mark_repetitions(lines);
    mark_comment_section(lines);
    article.furniture.clear();
    for (const Line& line : lines) {
        if (line.kind) {
            article.furniture.push_back({line.span(), *line.kind});
        }
    }
}

std::string_view find_headline(std::string_view text) {
    constexpr std::size_t longest = 180;
    const std::size_t from = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(from);
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end > longest) {
        return {};
    }
    std::string_view line = trimmed(text.substr(0, end));
    if (const std::size_t marks = line.find_first_not_of('#'); marks > 0 && marks < 4 && is_space(line[marks])) {
        line = trimmed(line.substr(marks)); // Markdown
    }
    const auto blanks = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
    if (blanks < 1 || blanks > 28 || trimmed(text.substr(end)).empty() || classify_line(line)) {
        return {};
    }
    const char last = line.back();
    const bool sentence = last == '.' || last == ',' || last == ';' || last == ':' || line.ends_with(".\"") ||
                          line.ends_with(".\xE2\x80\x9D");
    return sentence || without_dateline(line).size() < line.size() ? std::string_view{} : line;
}

} // namespace fasti::ingest
