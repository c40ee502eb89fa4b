// See furniture_phrases.hpp. Phrases are lower case, with plain quotes; this table is the only place that knows them.
#include "ingest/furniture_phrases.hpp"

#include "ingest/lines.hpp"

#include <array>
#include <cstring>

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
    {"the comments are owned by the poster", Kind::comments, At::begin, 200},
    {"comments are owned by", Kind::comments, At::begin, 150},
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

constexpr std::size_t longest_line = 1200;
constexpr std::size_t longest_anywhere = 500; // of a line that is looked at beyond its first word

// Where the phrases that begin with a given byte stand in `order`.
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

// Which four bytes some phrase that may stand anywhere begins with: most words are told by one look.
struct Openings {
    static constexpr std::size_t bits = 4096;
    std::array<bool, bits> any{};

    static constexpr std::size_t place(std::uint32_t four) { return four * 0x9e3779b1U >> 20; }
    static constexpr std::uint32_t four_of(const char* c) {
        std::uint32_t four = 0;
        for (unsigned i = 0; i < 4; ++i) {
            four |= static_cast<std::uint32_t>(static_cast<unsigned char>(c[i])) << (8 * i);
        }
        return four;
    }
    constexpr Openings() {
        for (const Phrase& phrase : phrases) {
            if (phrase.at == At::anywhere) {
                any[place(four_of(phrase.words.data()))] = true;
            }
        }
    }
};
constexpr Openings openings;

struct Wordlike {
    std::array<bool, 256> is{};
    constexpr Wordlike() {
        for (std::size_t c = 0; c < 256; ++c) {
            is[c] = c >= 0x80 || is_ascii_letter(static_cast<char>(c));
        }
    }
};
constexpr Wordlike wordlike;

constexpr bool is_wordlike(char c) {
    return wordlike.is[static_cast<unsigned char>(c)];
}

// Lower case with plain quotes and dashes, in a buffer of the caller's: no allocation a line.
using LineBuffer = std::array<char, longest_anywhere>;
std::string_view plain(std::string_view line, LineBuffer& buffer) {
    line = line.substr(0, buffer.size());
    if (std::memchr(line.data(), 0xE2, line.size()) == nullptr) {
        std::transform(line.begin(), line.end(), buffer.begin(), ascii_lower);
        return {buffer.data(), line.size()};
    }
    std::size_t n = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
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

// Only digits, blanks and marks.
bool is_filler(std::string_view text) {
    return std::none_of(text.begin(), text.end(), is_wordlike);
}

// `line` is the beginning of a line of `length` bytes, or all of it.
bool stands(const Phrase& phrase, std::string_view line, std::size_t at, std::size_t length) {
    if (length > phrase.longest || line.compare(at, phrase.words.size(), phrase.words) != 0) {
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

} // namespace

std::optional<FurnitureKind> find_phrase(std::string_view line) {
    if (line.size() > longest_line) {
        return std::nullopt;
    }
    LineBuffer buffer;
    const std::string_view low = plain(line, buffer);
    const auto phrase_at = [&](std::size_t at, bool begins) -> const Phrase* {
        const auto byte = static_cast<unsigned char>(low[at]);
        for (std::size_t k = phrase_index.begin[byte]; k < phrase_index.begin[byte + 1u]; ++k) {
            const Phrase& phrase = phrases[phrase_index.order[k]];
            if ((begins || phrase.at == At::anywhere) && stands(phrase, low, at, line.size())) {
                return &phrase;
            }
        }
        return nullptr;
    };
    std::size_t at = 0; // up to the first word, marks included
    for (; at < low.size(); ++at) {
        if (const Phrase* phrase = phrase_at(at, true)) {
            return phrase->kind;
        }
        if (is_wordlike(low[at])) {
            break;
        }
    }
    if (line.size() > longest_anywhere) {
        return std::nullopt;
    }
    for (++at; at + 4 <= low.size(); ++at) {
        if (!is_wordlike(low[at - 1]) && openings.any[Openings::place(Openings::four_of(low.data() + at))]) {
            if (const Phrase* phrase = phrase_at(at, false)) {
                return phrase->kind;
            }
        }
    }
    return std::nullopt;
}

} // namespace fasti::ingest
