// See furniture.hpp. Phrases are lower case, with plain quotes; the tables are the only place that knows them.
#include "ingest/furniture.hpp"

#include "core/stable_hash.hpp"
#include "ingest/lines.hpp"

#include <array>
#include <bit>
#include <unordered_set>
#include <vector>

namespace fasti::ingest {
namespace {

using Kind = FurnitureKind;

// How a phrase must stand in a line. `whole`: the line is it, but for digits and marks around it.
enum class At : std::uint8_t { begin, whole, anywhere };

struct Phrase {
    std::string_view words;
    Kind kind;
    At at;
    std::uint16_t longest; // of a line that it may claim, in bytes
};

// Longer phrases before their beginnings where both claim a line.
constexpr Phrase phrases[] = {
    // Agencies and law.
    {"disclaimer", Kind::disclaimer, At::begin, 1200},
    {"auto-published", Kind::disclaimer, At::anywhere, 500},
    {"auto-generated", Kind::disclaimer, At::anywhere, 500},
    {"published from a syndicated feed", Kind::disclaimer, At::anywhere, 500},
    {"generated from a syndicated", Kind::disclaimer, At::anywhere, 500},
    {"has not been edited by", Kind::disclaimer, At::anywhere, 500},
    {"has not been reviewed by", Kind::disclaimer, At::anywhere, 500},
    {"not been created or edited by", Kind::disclaimer, At::anywhere, 500},
    {"without any modifications to the text", Kind::disclaimer, At::anywhere, 500},
    {"all rights reserved", Kind::disclaimer, At::anywhere, 400},
    {"may not be published, broadcast, rewritten", Kind::disclaimer, At::anywhere, 500},
    {"may not be reproduced", Kind::disclaimer, At::anywhere, 400},
    {"opinions expressed in this article", Kind::disclaimer, At::anywhere, 500},
    {"views expressed in this article", Kind::disclaimer, At::anywhere, 500},
    {"views expressed are", Kind::disclaimer, At::anywhere, 400},
    {"this article was originally published", Kind::disclaimer, At::begin, 400},
    {"this story was originally published", Kind::disclaimer, At::begin, 400},
    {"this article originally appeared", Kind::disclaimer, At::begin, 400},
    {"republished with permission", Kind::disclaimer, At::anywhere, 300},
    {"copyright", Kind::disclaimer, At::begin, 300},
    {"\xC2\xA9", Kind::disclaimer, At::begin, 300},
    {"(c) 20", Kind::disclaimer, At::begin, 200},
    // Other articles.
    {"read all the", Kind::read_also, At::begin, 250},
    {"read also", Kind::read_also, At::begin, 300},
    {"also read", Kind::read_also, At::begin, 300},
    {"read more", Kind::read_also, At::begin, 300},
    {"read next", Kind::read_also, At::begin, 300},
    {"read:", Kind::read_also, At::begin, 300},
    {"read |", Kind::read_also, At::begin, 300},
    {"read full story", Kind::read_also, At::begin, 200},
    {"read the full story", Kind::read_also, At::begin, 200},
    {"see also", Kind::read_also, At::begin, 300},
    {"also see", Kind::read_also, At::begin, 300},
    {"related:", Kind::read_also, At::begin, 300},
    {"related articles", Kind::read_also, At::begin, 80},
    {"related stories", Kind::read_also, At::begin, 80},
    {"related news", Kind::read_also, At::begin, 80},
    {"related posts", Kind::read_also, At::begin, 80},
    {"more on this story", Kind::read_also, At::begin, 80},
    {"more from", Kind::read_also, At::begin, 60},
    {"more stories", Kind::read_also, At::whole, 60},
    {"you may also like", Kind::read_also, At::begin, 80},
    {"you might also like", Kind::read_also, At::begin, 80},
    {"recommended for you", Kind::read_also, At::begin, 80},
    {"recommended stories", Kind::read_also, At::begin, 80},
    {"most read", Kind::read_also, At::whole, 60},
    {"most popular", Kind::read_also, At::whole, 60},
    {"trending now", Kind::read_also, At::whole, 60},
    {"don't miss", Kind::read_also, At::begin, 150},
    {"watch:", Kind::read_also, At::begin, 200},
    {"watch |", Kind::read_also, At::begin, 200},
    {"watch the video", Kind::read_also, At::begin, 120},
    {"listen:", Kind::read_also, At::begin, 200},
    {"click here to", Kind::read_also, At::begin, 150},
    {"click here for", Kind::read_also, At::begin, 150},
    {"follow live updates", Kind::read_also, At::begin, 150},
    // Readers.
    {"what's your reaction", Kind::comments, At::begin, 80},
    {"write the first comment", Kind::comments, At::begin, 100},
    {"be the first to comment", Kind::comments, At::begin, 100},
    {"leave a comment", Kind::comments, At::begin, 100},
    {"leave a reply", Kind::comments, At::begin, 100},
    {"post a comment", Kind::comments, At::begin, 100},
    {"add a comment", Kind::comments, At::begin, 100},
    {"write a comment", Kind::comments, At::begin, 100},
    {"join the conversation", Kind::comments, At::begin, 100},
    {"join the discussion", Kind::comments, At::begin, 100},
    {"log in to comment", Kind::comments, At::anywhere, 120},
    {"login to comment", Kind::comments, At::anywhere, 120},
    {"your email address will not be published", Kind::comments, At::begin, 200},
    {"required fields are marked", Kind::comments, At::begin, 100},
    {"comments are closed", Kind::comments, At::begin, 100},
    {"view comments", Kind::comments, At::whole, 60},
    {"show comments", Kind::comments, At::whole, 60},
    {"no comments yet", Kind::comments, At::whole, 60},
    {"no comments", Kind::comments, At::whole, 40},
    {"comments", Kind::comments, At::whole, 40},
    {"comment", Kind::comments, At::whole, 40},
    // Sharing.
    {"share this article", Kind::share, At::begin, 100},
    {"share this story", Kind::share, At::begin, 100},
    {"share this post", Kind::share, At::begin, 100},
    {"share this", Kind::share, At::whole, 60},
    {"share on facebook", Kind::share, At::begin, 150},
    {"share on twitter", Kind::share, At::begin, 150},
    {"share on", Kind::share, At::begin, 50},
    {"share via", Kind::share, At::begin, 80},
    {"share", Kind::share, At::whole, 30},
    {"shares", Kind::share, At::whole, 30},
    {"tweet", Kind::share, At::whole, 30},
    {"whatsapp", Kind::share, At::whole, 30},
    {"facebook", Kind::share, At::whole, 30},
    {"facebook twitter", Kind::share, At::begin, 120},
    {"copy link", Kind::share, At::whole, 40},
    {"print", Kind::share, At::whole, 30},
    {"email", Kind::share, At::whole, 30},
    {"follow us on", Kind::share, At::begin, 200},
    {"follow us", Kind::share, At::whole, 60},
    {"like us on", Kind::share, At::begin, 120},
    // Pictures.
    {"photo:", Kind::picture, At::begin, 300},
    {"photo by", Kind::picture, At::begin, 200},
    {"(photo by", Kind::picture, At::begin, 300},
    {"photo credit", Kind::picture, At::begin, 200},
    {"(photo:", Kind::picture, At::begin, 300},
    {"file photo", Kind::picture, At::begin, 200},
    {"picture:", Kind::picture, At::begin, 200},
    {"image:", Kind::picture, At::begin, 250},
    {"image credit", Kind::picture, At::begin, 200},
    {"image source", Kind::picture, At::begin, 200},
    {"(image:", Kind::picture, At::begin, 300},
    {"getty images", Kind::picture, At::anywhere, 250},
    {"[photo", Kind::picture, At::begin, 250},
    {"caption:", Kind::picture, At::begin, 300},
    // Who wrote it and when.
    {"reporting by", Kind::byline, At::begin, 300},
    {"editing by", Kind::byline, At::begin, 200},
    {"(reporting by", Kind::byline, At::begin, 300},
    {"(editing by", Kind::byline, At::begin, 200},
    {"written by", Kind::byline, At::begin, 100},
    {"edited by", Kind::byline, At::begin, 120},
    {"published by", Kind::byline, At::begin, 120},
    {"last updated", Kind::byline, At::begin, 100},
    {"first published", Kind::byline, At::begin, 100},
    {"published on", Kind::byline, At::begin, 80},
    {"published:", Kind::byline, At::begin, 100},
    {"updated:", Kind::byline, At::begin, 100},
    {"updated on", Kind::byline, At::begin, 80},
    {"posted on", Kind::byline, At::begin, 80},
    {"posted:", Kind::byline, At::begin, 100},
    {"min read", Kind::byline, At::whole, 40},
    {"minute read", Kind::byline, At::whole, 40},
    {"minutes read", Kind::byline, At::whole, 40},
    {"about the author", Kind::byline, At::begin, 60},
    // Ways through the site.
    {"skip to content", Kind::navigation, At::begin, 60},
    {"skip to main content", Kind::navigation, At::begin, 60},
    {"back to top", Kind::navigation, At::whole, 40},
    {"next article", Kind::navigation, At::begin, 150},
    {"previous article", Kind::navigation, At::begin, 150},
    {"next post", Kind::navigation, At::begin, 150},
    {"previous post", Kind::navigation, At::begin, 150},
    {"next story", Kind::navigation, At::begin, 150},
    {"advertisement", Kind::navigation, At::begin, 60},
    {"sponsored content", Kind::navigation, At::whole, 60},
    {"story continues below", Kind::navigation, At::begin, 80},
    {"article continues below", Kind::navigation, At::begin, 80},
    {"continue reading", Kind::navigation, At::begin, 150},
    {"tags:", Kind::navigation, At::begin, 300},
    {"topics:", Kind::navigation, At::begin, 300},
    {"topics", Kind::navigation, At::whole, 30},
    {"tags", Kind::navigation, At::whole, 30},
    {"filed under", Kind::navigation, At::begin, 200},
    {"home >", Kind::navigation, At::begin, 200},
    {"home \xC2\xBB", Kind::navigation, At::begin, 200},
    {"home /", Kind::navigation, At::begin, 200},
    // Selling.
    {"subscribe to", Kind::subscription, At::begin, 200},
    {"subscribe now", Kind::subscription, At::begin, 150},
    {"subscribe", Kind::subscription, At::whole, 30},
    {"sign up for", Kind::subscription, At::begin, 200},
    {"sign up to", Kind::subscription, At::begin, 200},
    {"sign up", Kind::subscription, At::whole, 30},
    {"sign in", Kind::subscription, At::whole, 30},
    {"log in", Kind::subscription, At::whole, 30},
    {"get the latest news", Kind::subscription, At::begin, 200},
    {"get our app", Kind::subscription, At::begin, 150},
    {"download the app", Kind::subscription, At::begin, 150},
    {"download our app", Kind::subscription, At::begin, 150},
    {"already a subscriber", Kind::subscription, At::begin, 150},
    {"this article is for subscribers", Kind::subscription, At::begin, 200},
    {"to continue reading", Kind::subscription, At::begin, 200},
    {"support our journalism", Kind::subscription, At::begin, 200},
    {"join our newsletter", Kind::subscription, At::begin, 150},
    {"our newsletter", Kind::subscription, At::anywhere, 150},
    {"we use cookies", Kind::subscription, At::begin, 400},
    {"this website uses cookies", Kind::subscription, At::begin, 400},
    {"this site uses cookies", Kind::subscription, At::begin, 400},
    {"accept cookies", Kind::subscription, At::whole, 60},
    {"accept all", Kind::subscription, At::whole, 30},
};

constexpr std::size_t longest_phrase_line = 1200;
constexpr std::size_t longest_anywhere = 500;

// Where the phrases that begin with a given byte stand in `by_first`.
struct PhraseIndex {
    std::array<std::uint16_t, 257> begin{};
    std::array<std::uint16_t, std::size(phrases)> order{};

    constexpr PhraseIndex() {
        std::size_t n = 0;
        for (std::size_t byte = 0; byte < 256; ++byte) {
            begin[byte] = static_cast<std::uint16_t>(n);
            for (std::size_t i = 0; i < std::size(phrases); ++i) {
                if (static_cast<unsigned char>(phrases[i].words.front()) == byte) {
                    order[n++] = static_cast<std::uint16_t>(i);
                }
            }
        }
        begin[256] = static_cast<std::uint16_t>(n);
    }
};
constexpr PhraseIndex phrase_index;

// Lower case with plain quotes and dashes, in a buffer of the caller's: no allocation a line.
using LineBuffer = std::array<char, longest_phrase_line>;
std::string_view plain(std::string_view line, LineBuffer& buffer) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < line.size() && n < buffer.size(); ++i) {
        const std::string_view three = line.substr(i, 3);
        if (three == "\xE2\x80\x99" || three == "\xE2\x80\x98") {
            buffer[n++] = '\'';
            i += 2;
        } else if (three == "\xE2\x80\x93" || three == "\xE2\x80\x91") {
            buffer[n++] = '-';
            i += 2;
        } else {
            buffer[n++] = ascii_lower(line[i]);
        }
    }
    return {buffer.data(), n};
}

bool is_wordlike(char c) {
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Only digits, blanks and marks.
bool is_filler(std::string_view text) {
    return std::none_of(text.begin(), text.end(), is_wordlike);
}

bool stands(const Phrase& phrase, std::string_view line, std::size_t at) {
    if (line.size() > phrase.longest || line.compare(at, phrase.words.size(), phrase.words) != 0) {
        return false;
    }
    const std::string_view after = line.substr(at + phrase.words.size());
    if (!after.empty() && is_wordlike(phrase.words.back()) && is_wordlike(after.front())) {
        return false;
    }
    switch (phrase.at) {
    case At::begin:
        return is_filler(line.substr(0, at)) &&
               std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
    case At::whole:
        return is_filler(line.substr(0, at)) && is_filler(after);
    case At::anywhere:
        return true;
    }
    return false;
}

bool is_address(std::string_view line) {
    if (line.find(' ') != std::string_view::npos) {
        return false;
    }
    return line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") ||
           line.starts_with("//");
}

bool is_picture_name(std::string_view line) {
    line = line.substr(0, line.find_first_of("?#"));
    for (const std::string_view end : {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"}) {
        if (line.ends_with(end)) {
            return line.find(' ') == std::string_view::npos;
        }
    }
    return false;
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

// The words of a line as hashes, without case, quotes and marks.
void words_of(std::string_view line, std::vector<std::uint64_t>& words) {
    words.clear();
    std::uint64_t hash = 0;
    bool open = false;
    for (const char c : line) {
        // Letters beyond ASCII count by their bytes; curly quotes and dashes begin with E2 80.
        if (is_ascii_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) >= 0xC3 && c != '\xE2')) {
            hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 0x100000001b3ULL;
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
    std::unordered_set<std::uint64_t> seen;
    seen.reserve(lines.size());
    for (Line& line : lines) {
        if (line.text.size() >= shortest && !seen.insert(stable_hash(line.text)).second && !line.kind) {
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
    if (line.empty() || line.size() > longest_phrase_line) {
        return std::nullopt;
    }
    if (is_address(line)) {
        return is_picture_name(line) ? Kind::picture : Kind::other;
    }
    if (is_picture_name(line)) {
        return Kind::picture;
    }
    if (is_byline(line)) {
        return Kind::byline;
    }
    LineBuffer buffer;
    const std::string_view low = plain(line.substr(0, std::min(line.size(), buffer.size())), buffer);
    bool begins = true; // nothing but marks and digits before here
    for (std::size_t at = 0; at < low.size(); ++at) {
        const bool word_begins = at == 0 || !is_wordlike(low[at - 1]);
        if (word_begins) {
            const auto byte = static_cast<unsigned char>(low[at]);
            for (std::size_t k = phrase_index.begin[byte]; k < phrase_index.begin[byte + 1u]; ++k) {
                const Phrase& phrase = phrases[phrase_index.order[k]];
                if ((begins || phrase.at == At::anywhere) && stands(phrase, low, at)) {
                    return phrase.kind;
                }
            }
        }
        begins = begins && !is_wordlike(low[at]);
        if (!begins && low.size() > longest_anywhere) {
            return std::nullopt;
        }
    }
    return std::nullopt;
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
    const std::string_view line = trimmed(text.substr(0, end));
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
