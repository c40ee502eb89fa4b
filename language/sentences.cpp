// See sentences.hpp.
#include "language/sentences.hpp"

#include "language/abbreviations.hpp"
#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

/// What a token may be at the end of a sentence.
enum class End : std::uint8_t {
    none,
    period,       ///< ends it unless the text goes on in lower case
    exclamation,  ///< "!", "?": the same, but a quotation may go on with its speaker
    ellipsis,     ///< trails off
    abbreviation, ///< has its dot; ends the sentence only before a word that begins one
};

bool all_of_chars(std::string_view word, std::string_view chars) {
    return word.find_first_not_of(chars) == std::string_view::npos;
}

End end_of(std::string_view word) {
    switch (word.back()) {
    case '.':
        return word.size() == 1 ? End::period : all_of_chars(word, ".") ? End::ellipsis : End::abbreviation;
    case '!':
    case '?':
        return all_of_chars(word, "!?") ? End::exclamation : End::none;
    default:
        break;
    }
    if (static_cast<unsigned char>(word.front()) < 0x80) {
        return End::none;
    }
    if (word == "。" || word == "۔" || word == "।") {
        return End::period;
    }
    if (word == "؟" || word == "？" || word == "！") {
        return End::exclamation;
    }
    return word.starts_with("…") ? End::ellipsis : End::none;
}

bool is_opening_mark(std::string_view word) {
    return word == "(" || word == "[" || word == "“" || word == "‘" || word == "``" || word == "`" || word == "«" ||
           word == "‘’" || word == "-LRB-" || word == "¿" || word == "¡" || word == "„";
}

bool is_closing_mark(std::string_view word) {
    return word == "’’" || word == ")" || word == "]" || word == "”" || word == "’" || word == "''" || word == "»" ||
           word == "-RRB-" || word == "}";
}

bool is_closing_quote(std::string_view word) {
    return word == "’’" || word == "\"" || word == "'" || word == "”" || word == "’" || word == "''" || word == "»";
}

bool is_bullet(std::string_view word) {
    return word == "•" || word == "‣" || word == "◦" || word == "▪" || word == "●" || word == "·";
}

/// A capital, or a name such as "iPhone" that has its capital inside.
bool looks_capitalised(std::string_view word) {
    return upper_at(word, 0) || (word.size() > 1 && std::ranges::any_of(word.substr(1), is_ascii_upper));
}

class Splitter {
public:
    Splitter(Document& document, std::uint32_t first, std::uint32_t paragraph)
        : doc_(document), first_(first), last_(static_cast<std::uint32_t>(document.tokens.size())),
          paragraph_(paragraph) {}

    void split() {
        std::uint32_t begin = place_line_end();
        if (begin > first_) {
            add(first_, begin, SentenceKind::dateline);
        }
        bool quote_open = false; // of straight quotation marks, whose two sides look the same
        for (std::uint32_t i = begin; i < last_; ++i) {
            const std::string_view word = doc_.word(i);
            if (word == "\"") {
                quote_open = !quote_open;
                continue;
            }
            if (i > begin && i > first_ + 1 && (is_bullet(word) || is_credit(i))) {
                add(begin, i);
                begin = i;
                continue;
            }
            if (const std::uint32_t date_end = lone_date_end(begin, i); date_end > i) {
                if (i > begin) {
                    add(begin, i);
                }
                add(i, date_end, SentenceKind::dateline);
                begin = date_end;
                i = date_end - 1;
                continue;
            }
            const End end = end_of(word);
            if (end == End::none || i == begin) {
                continue;
            }
            std::uint32_t next = i + 1;
            bool quoted = false;
            for (; next < last_; ++next) {
                const std::string_view mark = doc_.word(next);
                const bool attached = !doc_.tokens[next - 1].space_after;
                const bool leans_right = !attached && !doc_.tokens[next].space_after;
                if (is_note_mark(next)) {
                    next += 2;
                } else if (mark == "\"") {
                    // Between blanks, as in a tokenised text, only what came before tells the two sides apart.
                    if (leans_right || (!attached && !quote_open)) {
                        break;
                    }
                    quote_open = false;
                } else if (leans_right && is_closing_quote(mark)) {
                    break;
                } else if (!is_closing_mark(mark) && !(mark == "'" && attached) &&
                           !(end != End::abbreviation && end_of(mark) != End::none &&
                             end_of(mark) != End::abbreviation)) {
                    break;
                }
                quoted = quoted || is_closing_quote(mark);
            }
            if (next < last_ && ends(end, i, next, quoted)) {
                add(begin, next);
                begin = next;
            }
            i = next - 1;
        }
        if (begin < last_) {
            add(begin, last_);
        }
    }

private:
    // "[17]" behind the full stop points to a note, and belongs to what it proves.
    [[nodiscard]] bool is_note_mark(std::uint32_t at) const {
        return at + 2 < last_ && doc_.word(at) == "[" && is_ascii_digit(doc_.word(at + 1)[0]) &&
               doc_.word(at + 2) == "]";
    }

    // Does the sentence end with token `at`, whose closing marks reach up to `next`?
    [[nodiscard]] bool ends(End end, std::uint32_t at, std::uint32_t next, bool quoted) const {
        std::uint32_t word_at = next;
        while (word_at < last_ && (is_opening_mark(doc_.word(word_at)) || doc_.word(word_at) == "\"")) {
            ++word_at;
        }
        if (word_at == last_) {
            return word_at > next + 1 || end != End::abbreviation;
        }
        const std::string_view word = doc_.word(word_at);
        const CharKind kind = char_at(word, 0).kind;
        const bool capital = looks_capitalised(word);
        switch (end) {
        case End::period:
            return kind == CharKind::letter ? capital || !lower_at(word, 0) || word.find("://") != word.npos
                                            : kind == CharKind::digit || kind == CharKind::symbol || word == "[...]";
        case End::exclamation:
            if (is_name_with_mark(at)) {
                return capital && begins_sentences(word);
            }
            return (kind == CharKind::letter ? capital || !lower_at(word, 0) : kind != CharKind::punctuation) &&
                   !(quoted && speaker_follows(word_at));
        case End::ellipsis:
            return capital && word != "I" && doc_.tokens[next - 1].space_after;
        case End::abbreviation:
            return ends_with_abbreviation(at, word, capital);
        case End::none:
            break;
        }
        return false;
    }

    [[nodiscard]] bool ends_with_abbreviation(std::uint32_t at, std::string_view next, bool capital) const {
        const std::string_view word = doc_.word(at);
        const Abbreviation kind = find_abbreviation(word.substr(0, word.size() - 1));
        if (equals_ignoring_case(word, "e.g.") || equals_ignoring_case(word, "i.e.")) {
            return false;
        }
        if (kind == Abbreviation::title || kind == Abbreviation::inner || kind == Abbreviation::before_digit) {
            return false;
        }
        if (capital && begins_sentences(next)) {
            return !(word.size() == 2 && next == "I");
        }
        if (equals_ignoring_case(word, "p.m.") || equals_ignoring_case(word, "a.m.")) {
            const bool zone = next.size() <= 4 && std::ranges::all_of(next, is_ascii_upper);
            return capital && !zone && !is_calendar_name(next);
        }
        return capital && equals_ignoring_case(word, "etc.");
    }

    // "Yahoo! Inc."
    [[nodiscard]] bool is_name_with_mark(std::uint32_t at) const {
        if (at == first_ || doc_.word(at) != "!" || doc_.tokens[at - 1].span.end != doc_.tokens[at].span.begin) {
            return false;
        }
        const std::string_view before = doc_.word(at - 1);
        return before == "Yahoo" || before == "Jeopardy" || before == "Joomla";
    }

    // “Where?” Ms. Example asked
    [[nodiscard]] bool speaker_follows(std::uint32_t at) const {
        constexpr std::uint32_t furthest = 5;
        for (std::uint32_t i = at; i < std::min(last_, at + furthest); ++i) {
            const std::string_view word = doc_.word(i);
            if (is_speech_verb(word)) {
                return i + 1 == last_ || doc_.word(i + 1) != "that";
            }
            if (i > at && !looks_capitalised(word)) {
                return false;
            }
        }
        return false;
    }

    // The end of a dateline before the first sentence, "MOSCOW:", "PARIS, Texas (AP) —", "Kyiv, Oct. 3 (Interfax) -",
    // "(Reuters) -", or `first_`: a place in capitals or an agency in brackets, then a colon or a dash between blanks.
    [[nodiscard]] std::uint32_t place_line_end() const {
        constexpr std::uint32_t longest = 14;
        const std::string_view place = doc_.word(first_);
        const bool capitals = place.size() >= 3 && std::ranges::all_of(place, is_ascii_upper);
        if (!upper_at(place, 0) && place != "(") {
            return first_;
        }
        bool agency = false;
        bool only_capitals = capitals;
        for (std::uint32_t i = first_ + 1; i + 1 < std::min(last_, first_ + longest); ++i) {
            const std::string_view word = doc_.word(i);
            const Token& token = doc_.tokens[i];
            const bool dash = word == "-" || word == "--" || word == "–" || word == "—";
            if (dash && token.space_after && (capitals || agency)) {
                return i + 1;
            }
            if (word == ":" && only_capitals && token.space_after) {
                return i + 1;
            }
            agency = agency || word == ")" || word == "-RRB-";
            const bool name = char_at(word, 0).kind == CharKind::letter && upper_at(word, 0);
            const bool mark = word == "," || word == "/" || word == "(" || word == ")" || word == "-LRB-" ||
                              word == "-RRB-" || (dash && !token.space_after);
            only_capitals = only_capitals && (mark || std::ranges::all_of(word, is_ascii_upper));
            if (!name && !mark && char_at(word, 0).kind != CharKind::digit) {
                break;
            }
        }
        return first_;
    }

    // The end of a whole date with its weekday that stands unconnected in the text, as between a headline and a
    // lead that lost their line break: "… win cup Tuesday, June 9, 2015 The team …"; else `at`.
    [[nodiscard]] std::uint32_t lone_date_end(std::uint32_t begin, std::uint32_t at) const {
        const std::uint32_t end = whole_date_end(at);
        if (end == at || (end < last_ && !upper_at(doc_.word(end), 0))) {
            return at;
        }
        if (at == begin) {
            return at == first_ && end < last_ ? end : at;
        }
        const std::string_view before = doc_.word(at - 1);
        static constexpr std::array ties = std::to_array<std::string_view>(
            {"after", "and", "as",   "before",  "between", "by", "day",   "during", "ended", "for",
             "from",  "in",  "is",   "last",    "next",    "of", "on",    "or",     "since", "than",
             "that",  "the", "this", "through", "till",    "to", "until", "was"});
        return is_alnum(char_at(before, 0).kind) && !std::ranges::binary_search(ties, before) ? end : at;
    }

    // Weekday, month, day and year in either order of month and day; `at` when they are not there.
    [[nodiscard]] std::uint32_t whole_date_end(std::uint32_t at) const {
        const auto is_weekday = [](std::string_view word) { return word.size() > 5 && word.ends_with("day"); };
        if (!is_weekday(doc_.word(at)) || !is_calendar_name(doc_.word(at))) {
            return at;
        }
        bool month = false;
        bool day = false;
        for (std::uint32_t i = at + 1; i < std::min(last_, at + 6); ++i) {
            const std::string_view word = doc_.word(i);
            if (!month && is_calendar_name(word)) {
                month = true;
            } else if (!day && word.size() <= 2 && is_ascii_digit(word[0])) {
                day = true;
            } else if (word.size() == 4 && is_ascii_digit(word[0])) {
                return month && day ? i + 1 : at;
            } else if (word != ",") {
                break;
            }
        }
        return at;
    }

    // "… at the summit Image: Example Agency": a caption runs into its credit.
    [[nodiscard]] bool is_credit(std::uint32_t at) const {
        const std::string_view word = doc_.word(at);
        return (word == "Image" || word == "Photo" || word == "Photograph" || word == "Picture") && at + 1 < last_ &&
               doc_.word(at + 1) == ":";
    }

    void add(std::uint32_t begin, std::uint32_t end, SentenceKind kind = SentenceKind::prose) {
        Sentence sentence;
        sentence.kind = kind;
        sentence.tokens = {begin, end};
        sentence.span = {doc_.tokens[begin].span.begin, doc_.tokens[end - 1].span.end};
        sentence.paragraph = paragraph_;
        doc_.sentences.push_back(sentence);
    }

    Document& doc_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::uint32_t paragraph_;
};

constexpr std::uint32_t longest_headline = 30; ///< in tokens
constexpr std::uint32_t longest_fragment = 12;
constexpr std::uint32_t longest_dateline = 16;

bool has_end_mark(const Document& doc, IndexRange tokens) {
    for (std::uint32_t i = tokens.end; i > tokens.begin; --i) {
        const std::string_view word = doc.word(i - 1);
        if (end_of(word) != End::none) {
            return true;
        }
        if (!is_closing_mark(word) && !is_closing_quote(word)) {
            return false;
        }
    }
    return false;
}

/// Only a date, perhaps with a time of day, a place before it or a word such as "Updated".
bool is_dateline(const Document& doc, IndexRange tokens) {
    if (tokens.size() > longest_dateline) {
        return false;
    }
    bool calendar = false;
    bool digits = false;
    std::uint32_t others = 0;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const std::string_view word = doc.word(i);
        const CharKind kind = char_at(word, 0).kind;
        if (kind == CharKind::digit) {
            digits = true;
            calendar = calendar || (word.size() >= 8 && word.find_first_of("-/") != std::string_view::npos);
        } else if (is_calendar_name(word)) {
            calendar = true;
        } else if (kind == CharKind::letter) {
            static constexpr std::array glue =
                std::to_array<std::string_view>({"of", "the", "at", "on", "am", "pm", "a.m.", "p.m.", "AM", "PM", "UTC",
                                                 "GMT", "EST", "EDT", "st", "nd", "rd", "th", "and"});
            if (std::ranges::find(glue, word) == glue.end()) {
                // A place or "Published" stands before the date.
                if (calendar || digits || !upper_at(word, 0)) {
                    return false;
                }
                ++others;
            }
        }
    }
    return calendar && digits && others <= 3;
}

bool is_list_item(const Document& doc, IndexRange tokens) {
    if (tokens.size() < 2) {
        return false;
    }
    const Token& first = doc.tokens[tokens.begin];
    const std::string_view word = doc.word(first);
    if (is_bullet(word)) {
        return true;
    }
    if (word == "-" || word == "*" || word == "–") {
        return first.space_after;
    }
    const bool number = word.size() <= 4 && is_ascii_digit(word[0]);
    if (number && word.ends_with('.')) {
        return true;
    }
    return number && doc.word(tokens.begin + 1) == ")";
}

} // namespace

void split_sentences(Document& document, std::uint32_t first, std::uint32_t paragraph) {
    Splitter(document, first, paragraph).split();
}

void find_kinds(Document& doc, const Article& article) {
    bool in_body = false;
    const auto count = static_cast<std::uint32_t>(doc.sentences.size());
    for (std::uint32_t s = 0; s < count; ++s) {
        Sentence& sentence = doc.sentences[s];
        const auto paragraph = [&](std::uint32_t i) { return doc.sentences[i].paragraph; };
        const bool begins_line = s == 0 || paragraph(s - 1) != sentence.paragraph;
        const bool ends_line = s + 1 == count || paragraph(s + 1) != sentence.paragraph ||
                               doc.sentences[s + 1].kind == SentenceKind::dateline;
        if (sentence.kind == SentenceKind::dateline) {
            continue;
        }
        if (!begins_line && doc.sentences[s - 1].kind == SentenceKind::list_item) {
            sentence.kind = SentenceKind::list_item;
            continue;
        }
        const bool alone = begins_line && ends_line;
        const bool end_mark = has_end_mark(doc, sentence.tokens);
        if (alone && !article.title.empty() && doc.words(sentence.span) == article.title) {
            sentence.kind = SentenceKind::headline;
        } else if (alone && is_dateline(doc, sentence.tokens)) {
            sentence.kind = SentenceKind::dateline;
        } else if (begins_line && is_list_item(doc, sentence.tokens)) {
            sentence.kind = SentenceKind::list_item;
        } else if (alone && !end_mark) {
            const std::uint32_t size = sentence.tokens.size();
            const bool followed = s + 1 < count;
            if (!in_body && followed && size >= 2 && size <= longest_headline &&
                doc.word(sentence.tokens.begin) != "By") {
                sentence.kind = SentenceKind::headline;
            } else if (size <= longest_fragment && count > 1) {
                sentence.kind = SentenceKind::fragment;
            }
        }
        in_body = in_body || (sentence.kind == SentenceKind::prose && end_mark);
    }
}

void mark_furniture(Document& doc, const Article& article) {
    auto furniture = article.furniture.begin();
    for (Sentence& sentence : doc.sentences) {
        while (furniture != article.furniture.end() && furniture->span.end <= sentence.span.begin) {
            ++furniture;
        }
        std::uint32_t covered = 0;
        for (auto f = furniture; f != article.furniture.end() && f->span.begin < sentence.span.end; ++f) {
            covered += std::min(f->span.end, sentence.span.end) - std::max(f->span.begin, sentence.span.begin);
        }
        sentence.furniture = covered * 2 > sentence.span.size();
    }
}

} // namespace fasti::language
