// See atoms.hpp.
#include "temporal/atoms.hpp"

#include "core/utf8.hpp"

#include <array>

namespace fasti::temporal {
namespace {

enum class ByteKind : std::uint8_t { blank, line, letter, digit, mark, high };

constexpr std::array<ByteKind, 256> make_byte_kinds() {
    std::array<ByteKind, 256> kinds{};
    for (unsigned c = 0; c < 256; ++c) {
        if (c == '\n' || c == '\r') {
            kinds[c] = ByteKind::line;
        } else if (c <= ' ' || c == 0x7f) {
            kinds[c] = ByteKind::blank;
        } else if (c >= '0' && c <= '9') {
            kinds[c] = ByteKind::digit;
        } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
            kinds[c] = ByteKind::letter;
        } else {
            kinds[c] = c >= 0x80 ? ByteKind::high : ByteKind::mark;
        }
    }
    return kinds;
}
constexpr auto byte_kinds = make_byte_kinds();

constexpr ByteKind kind_of(char c) {
    return byte_kinds[static_cast<unsigned char>(c)];
}
constexpr bool is_ascii_letter(char c) {
    return kind_of(c) == ByteKind::letter;
}
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// What a character outside ASCII is to us: a letter, a blank, or a mark that stands for `as`.
struct HighCharacter {
    std::uint32_t size;
    ByteKind kind;
    char as;
};

HighCharacter classify_high(std::string_view text, std::size_t at) {
    std::size_t next = at;
    const char32_t c = utf8::decode(text, next);
    const auto size = static_cast<std::uint32_t>(next - at);
    if (c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0xfeff) {
        return {size, ByteKind::blank, ' '};
    }
    if (c == 0x2028 || c == 0x2029 || c == 0x85) {
        return {size, ByteKind::line, '\n'};
    }
    if (c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0xb4) {
        return {size, ByteKind::mark, '\''};
    }
    if (c >= 0x2010 && c <= 0x2013) {
        return {size, ByteKind::mark, '-'};
    }
    if (c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb) {
        return {size, ByteKind::mark, '"'};
    }
    if (c == 0xa3 || c == 0xa5 || c == 0x20ac) { // currencies stand for each other
        return {size, ByteKind::mark, '$'};
    }
    if (c < 0xc0 || (c >= 0x2014 && c <= 0x2bff) || c == 0xd7 || c == 0xf7) {
        return {size, ByteKind::mark, '\0'};
    }
    return {size, ByteKind::letter, '\0'};
}

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && (is_ascii_letter(text[at]) || (kind_of(text[at]) == ByteKind::high &&
                                                              classify_high(text, at).kind == ByteKind::letter));
}

// "a.m.", "B.C": single letters with dots between. The end of it, or `begin` when it is none.
std::size_t dotted_end(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    std::size_t letters = 0;
    while (at + 1 < text.size() && is_ascii_letter(text[at]) && text[at + 1] == '.' && letters < 5) {
        at += 2;
        ++letters;
    }
    if (letters == 0) {
        return begin;
    }
    if (at < text.size() && is_ascii_letter(text[at])) { // "a.m", but not "a.word" nor "St.John"
        if (is_letter_at(text, at + 1) || letters > 3) {
            return begin;
        }
        return at + 1;
    }
    return letters >= 2 ? at : begin;
}

class Cutter {
public:
    Cutter(std::string_view text, const Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary) {
        atoms_.reserve(text.size() / 5 + 8);
    }

    std::vector<Atom> run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            switch (kind_of(text_[at])) {
            case ByteKind::blank:
                glued_ = false;
                ++at;
                break;
            case ByteKind::line:
                glued_ = false;
                ++at;
                break;
            case ByteKind::digit:
                at = number(at);
                break;
            case ByteKind::letter:
                at = word(at);
                break;
            case ByteKind::mark:
                at = mark(at, 1, text_[at]);
                break;
            case ByteKind::high: {
                const HighCharacter high = classify_high(text_, at);
                if (high.kind == ByteKind::letter) {
                    at = word(at);
                } else if (high.kind == ByteKind::mark) {
                    at = mark(at, high.size, high.as);
                } else {
                    glued_ = false;
                    at += high.size;
                }
                break;
            }
            }
        }
        return std::move(atoms_);
    }

private:
    Atom& push(std::size_t begin, std::size_t end, AtomKind kind) {
        Atom& atom = atoms_.emplace_back();
        atom.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        atom.kind = kind;
        atom.glued = glued_ && atoms_.size() > 1;
        glued_ = true;
        return atom;
    }

    std::size_t number(std::size_t begin) {
        std::size_t at = begin;
        std::int32_t value = 0;
        while (at < text_.size() && kind_of(text_[at]) == ByteKind::digit) {
            if (at - begin < 9) {
                value = value * 10 + (text_[at] - '0');
            }
            ++at;
        }
        Atom& atom = push(begin, at, AtomKind::number);
        atom.digits = static_cast<std::uint8_t>(at - begin < 200 ? at - begin : 200);
        atom.number = at - begin <= 9 ? value : -1;
        return at;
    }

    std::size_t mark(std::size_t begin, std::uint32_t size, char as) {
        Atom& atom = push(begin, begin + size, AtomKind::mark);
        if (as != '\0') {
            atom.word = vocabulary_.find(std::string_view(&as, 1));
        }
        return begin + size;
    }

    std::size_t word(std::size_t begin) {
        if (const std::size_t end = dotted_end(text_, begin); end != begin) {
            std::uint32_t h = Vocabulary::hash_seed;
            std::array<char, 8> letters{};
            std::size_t n = 0;
            for (std::size_t i = begin; i < end; ++i) {
                if (text_[i] != '.') {
                    letters[n++] = lower(text_[i]);
                    h = Vocabulary::hash_step(h, letters[n - 1]);
                }
            }
            Atom& atom = push(begin, end, AtomKind::word);
            atom.word = vocabulary_.find({letters.data(), n}, h);
            atom.capital = text_[begin] < 'a';
            return end;
        }
        std::size_t at = begin;
        std::uint32_t h = Vocabulary::hash_seed;
        bool plain = true;
        while (at < text_.size()) {
            if (is_ascii_letter(text_[at])) {
                h = Vocabulary::hash_step(h, lower(text_[at]));
                ++at;
            } else if (kind_of(text_[at]) == ByteKind::high) {
                const HighCharacter high = classify_high(text_, at);
                if (high.kind != ByteKind::letter) {
                    break;
                }
                plain = false;
                at += high.size;
            } else {
                break;
            }
        }
        Atom& atom = push(begin, at, AtomKind::word);
        if (at - begin > longest_word) {
            return at;
        }
        std::array<char, longest_word> folded{};
        if (plain) {
            for (std::size_t i = begin; i < at; ++i) {
                folded[i - begin] = lower(text_[i]);
            }
            atom.word = vocabulary_.find({folded.data(), at - begin}, h);
            atom.capital = text_[begin] < 'a' || (at - begin > 1 && text_[begin + 1] < 'a');
        } else {
            atom.word = vocabulary_.find(utf8::lower(text_.substr(begin, at - begin)));
            std::size_t first = begin;
            atom.capital = utf8::is_upper(utf8::decode(text_, first));
        }
        return at;
    }

    static constexpr std::size_t longest_word = 24; // no rule names a longer one

    std::string_view text_;
    const Vocabulary& vocabulary_;
    std::vector<Atom> atoms_;
    bool glued_ = false;
};

bool has_line_break(std::string_view gap) {
    return gap.find('\n') != std::string_view::npos || gap.find('\r') != std::string_view::npos;
}

} // namespace

Vocabulary::Vocabulary() : words_{""}, slots_(1024, 0) {}

WordId Vocabulary::find(std::string_view folded, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask; slots_[i] != 0; i = (i + 1) & mask) {
        if (words_[slots_[i]] == folded) {
            return slots_[i];
        }
    }
    return unknown_word;
}

WordId Vocabulary::add(std::string_view folded) {
    if (const WordId known = find(folded)) {
        return known;
    }
    if (words_.size() * 2 > slots_.size()) {
        grow();
    }
    const auto id = static_cast<WordId>(words_.size());
    words_.emplace_back(folded);
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash(folded) & mask;
    while (slots_[i] != 0) {
        i = (i + 1) & mask;
    }
    slots_[i] = id;
    return id;
}

void Vocabulary::grow() {
    slots_.assign(slots_.size() * 4, 0);
    const std::size_t mask = slots_.size() - 1;
    for (WordId id = 1; id < words_.size(); ++id) {
        std::size_t i = hash(words_[id]) & mask;
        while (slots_[i] != 0) {
            i = (i + 1) & mask;
        }
        slots_[i] = id;
    }
}

std::vector<Atom> cut_atoms(std::string_view text, const Vocabulary& vocabulary) {
    std::vector<Atom> atoms = Cutter(text, vocabulary).run();
    for (std::size_t i = 1; i < atoms.size(); ++i) { // without sentences an empty line ends one
        const std::string_view gap = surface(text, {atoms[i - 1].span.end, atoms[i].span.begin});
        const auto first = gap.find('\n');
        atoms[i].opens = first != std::string_view::npos && gap.find('\n', first + 1) != std::string_view::npos;
    }
    return atoms;
}

std::vector<Atom> cut_atoms(const Document& document, const Vocabulary& vocabulary) {
    if (document.sentences.empty()) {
        return cut_atoms(document.text, vocabulary);
    }
    std::vector<Atom> atoms = Cutter(document.text, vocabulary).run();
    std::size_t i = 0;
    for (const Sentence& sentence : document.sentences) {
        while (i < atoms.size() && atoms[i].span.begin < sentence.span.begin) {
            ++i;
        }
        if (i > 0 && i < atoms.size()) {
            atoms[i].opens = has_line_break(surface(document.text, {atoms[i - 1].span.end, atoms[i].span.begin}));
        }
    }
    return atoms;
}

} // namespace fasti::temporal
