// See word_atoms.hpp.
#include "language/word_atoms.hpp"

#include "core/utf8.hpp"
#include "language/feature_hash.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

constexpr std::size_t longest_word = 64; // bytes; what is longer is seen by its beginning

constexpr std::size_t longest_initials = 6; // letters

struct Letters {
    std::array<char, longest_word + 8> low;
    std::size_t size = 0;
    bool upper_first = false;
    bool any_lower = false;
    bool any_upper = false;
    bool any_digit = false;
    std::size_t letters = 0;
};

bool quote_to_plain(std::string_view word, std::size_t& i, char& out) {
    if (i + 2 < word.size() && word[i] == '\xE2' && word[i + 1] == '\x80') {
        const char c = word[i + 2];
        const char plain = c == '\x98' || c == '\x99'   ? '\''
                           : c == '\x9C' || c == '\x9D' ? '"'
                           : c == '\x93' || c == '\x94' ? '-'
                                                        : '\0';
        if (plain != '\0') {
            out = plain;
            i += 3;
            return true;
        }
    }
    return false;
}

Letters lower_of(std::string_view word) {
    Letters out;
    word = word.substr(0, longest_word);
    for (std::size_t i = 0; i < word.size() && out.size < longest_word;) {
        const char c = word[i];
        char plain = '\0';
        if ((static_cast<unsigned char>(c) & 0x80) == 0) {
            const bool up = c >= 'A' && c <= 'Z';
            const bool low = c >= 'a' && c <= 'z';
            out.upper_first = out.upper_first || (up && i == 0);
            out.any_upper = out.any_upper || up;
            out.any_lower = out.any_lower || low;
            out.any_digit = out.any_digit || (c >= '0' && c <= '9');
            out.letters += up || low;
            out.low[out.size++] = up ? static_cast<char>(c + 32) : c;
            ++i;
        } else if (quote_to_plain(word, i, plain)) {
            out.low[out.size++] = plain;
        } else {
            const std::size_t begin = i;
            const char32_t p = utf8::decode(word, i);
            const char32_t l = utf8::to_lower(p);
            out.upper_first = out.upper_first || (begin == 0 && l != p);
            out.any_upper = out.any_upper || l != p;
            out.any_lower = out.any_lower || l == p;
            ++out.letters;
            std::string encoded; // at most four bytes: no allocation
            utf8::append(encoded, l);
            for (const char b : encoded) {
                out.low[out.size++] = b;
            }
        }
    }
    return out;
}

std::uint32_t shape_of(std::string_view word, bool lowered) {
    std::uint32_t h = 0;
    char last = '\0';
    int run = 0;
    for (const char c : word.substr(0, longest_word)) {
        const char kind = c >= 'a' && c <= 'z'                          ? 'x'
                          : c >= 'A' && c <= 'Z'                        ? (lowered ? 'x' : 'X')
                          : c >= '0' && c <= '9'                        ? 'd'
                          : (static_cast<unsigned char>(c) & 0x80) != 0 ? 'u'
                                                                        : c;
        run = kind == last ? run + 1 : 0;
        last = kind;
        if (run < 2) {
            h = feature(7, h, static_cast<unsigned char>(kind));
        }
    }
    return h;
}

// Set in title case or in capitals: hardly a longer word is low.
bool shouting(const Document& document, IndexRange tokens) {
    std::uint32_t low = 0, high = 0;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const std::string_view word = document.word(i);
        if (word.size() < 4 || !((word[0] | 0x20) >= 'a' && (word[0] | 0x20) <= 'z')) {
            continue;
        }
        (word[0] >= 'a' ? low : high) += 1;
    }
    return high >= 3 && low * 4 <= high;
}

} // namespace

std::string_view lower_form(std::string_view word, WordBuffer& buffer) {
    const Letters letters = lower_of(word);
    std::copy_n(letters.low.begin(), letters.size, buffer.begin());
    return {buffer.data(), letters.size};
}

void make_atoms(const Document& document, IndexRange tokens, const Lexicon* lexicon, std::vector<WordAtoms>& out,
                const Gazetteer* gazetteer) {
    out.clear();
    const bool headline = lexicon != nullptr && shouting(document, tokens);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const std::string_view word = document.word(i);
        const Letters letters = lower_of(word);
        const std::string_view low(letters.low.data(), letters.size);
        WordAtoms& a = out.emplace_back();
        a.lower = hash_word(low);
        if (lexicon != nullptr) {
            a.entry = lexicon->find(low, a.lower);
            a.word_class = a.entry.word_class;
            a.stranger = a.entry.tags == 0 && a.entry.wordnet == 0 && a.entry.casing == Casing::unknown;
        }
        if (gazetteer != nullptr && a.entry.casing != Casing::lower) {
            a.kinds = gazetteer->kinds(phrase_key(0, a.lower)) & gazetteer_kinds;
        }
        const bool first = i == tokens.begin && letters.any_lower; // has its capital in any sentence
        const bool lowered = headline && letters.any_upper && !first && a.entry.casing == Casing::lower;
        a.form = lowered || !letters.any_upper ? a.lower : hash_word(word);
        a.capital = letters.upper_first && !lowered;
        // "Jobs", "Cook": a common word with a capital where nothing asks for one is most likely a name, and what the
        // lexicon knows of the common word would only mislead.
        if (a.capital && !headline && i > tokens.begin && a.entry.casing == Casing::lower) {
            a.entry = {};
        }
        a.shape = shape_of(word, lowered);
        const auto head = [&](std::size_t n) { return hash_word(low.substr(0, n)); };
        const auto tail = [&](std::size_t n) { return hash_word(low.size() > n ? low.substr(low.size() - n) : low); };
        a.prefix1 = head(1);
        a.prefix2 = head(2);
        a.prefix3 = head(3);
        if (letters.letters == letters.size && letters.size > 1 && letters.size <= longest_initials &&
            !letters.any_lower) {
            for (std::size_t k = 0; k < letters.size; ++k) {
                a.initials = phrase_key(a.initials, hash_word(low.substr(k, 1)));
            }
        }
        a.suffix1 = tail(1);
        a.suffix2 = tail(2);
        a.suffix3 = tail(3);
        a.suffix4 = tail(4);
    }
}

} // namespace fasti::language
