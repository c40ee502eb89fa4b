// tokenize(): paragraphs, tokens, sentences, then what kind of sentence each is.
#include "core/utf8.hpp"
#include "language/sentences.hpp"
#include "language/tokenizer.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

bool date_word(std::string_view word) {
    static constexpr std::array<std::string_view, 19> words = {
        "January",   "February",  "March",   "April",    "May",      "June",   "July",
        "August",    "September", "October", "November", "December", "Monday", "Tuesday",
        "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return word == w || (word.size() >= 3 && word.size() <= 5 && w.starts_with(word.substr(0, 3)) &&
                             (word.back() == '.' || word.size() == 3));
    });
}

// "Saturday, April 4, 2009": only names of days and months, numbers and marks.
bool date_line(const Document& document, const Sentence& sentence) {
    bool named = false;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const std::string_view word = document.word(i);
        const bool number = word[0] >= '0' && word[0] <= '9';
        const bool mark = word == "," || word == "." || word == "-" || word == "/";
        if (date_word(word)) {
            named = true;
        } else if (!number && !mark) {
            return false;
        }
    }
    return named && sentence.tokens.size() <= 8;
}

bool ends_with_mark(const Document& document, const Sentence& sentence) {
    for (std::uint32_t i = sentence.tokens.end; i-- > sentence.tokens.begin && sentence.tokens.end - i <= 3;) {
        const std::string_view word = document.word(i);
        if (word == "." || word == "!" || word == "?" || word == ":" || word == ";" || word == "...") {
            return true;
        }
    }
    return false;
}

void mark_kinds(Document& document) {
    bool prose_seen = false;
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        Sentence& sentence = document.sentences[i];
        const bool whole =
            (i == 0 || document.sentences[i - 1].paragraph != sentence.paragraph) &&
            (i + 1 == document.sentences.size() || document.sentences[i + 1].paragraph != sentence.paragraph);
        const std::string_view first = document.word(sentence.tokens.begin);
        if (whole && date_line(document, sentence)) {
            sentence.kind = SentenceKind::dateline;
        } else if (first == "-" || first == "*" || first == "\xE2\x80\xA2") {
            sentence.kind = SentenceKind::list_item;
        } else if (whole && !ends_with_mark(document, sentence) && sentence.tokens.size() <= 25) {
            sentence.kind = !prose_seen && i < 4 ? SentenceKind::headline : SentenceKind::fragment;
        } else {
            prose_seen = true;
        }
    }
}

void mark_furniture(Document& document, const Article& article) {
    auto piece = article.furniture.begin();
    for (Sentence& sentence : document.sentences) {
        while (piece != article.furniture.end() && piece->span.end <= sentence.span.begin) {
            ++piece;
        }
        // Most of it: a byline that shares a line with news leaves the news alone.
        if (piece != article.furniture.end() && piece->span.overlaps(sentence.span)) {
            const std::uint32_t shared =
                std::min(piece->span.end, sentence.span.end) - std::max(piece->span.begin, sentence.span.begin);
            sentence.furniture = shared * 2 > sentence.span.size();
        }
    }
}

// Marks with a blank before them, which running text has not.
bool tokenised(std::string_view line) {
    for (const std::string_view mark : {" .", " ,", " 's", " n't", " ''", " ?", " !", " ;", " :", " -RRB-", " )"}) {
        const auto at = line.find(mark);
        if (at != std::string_view::npos &&
            (at + mark.size() == line.size() || line[at + mark.size()] == ' ' || line[at + mark.size()] == '\r')) {
            return true;
        }
    }
    return false;
}

} // namespace

Document tokenize(const Article& article) {
    Document document;
    document.text = article.text;
    document.tokens.reserve(article.text.size() / 5);
    const std::vector<Paragraph> paragraphs = find_paragraphs(document.text);
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        find_tokens(document.text, paragraphs[i].span, document.tokens);
        if (document.tokens.size() > first) {
            document.tokens.back().space_after = true;
            find_sentences(document, first, static_cast<std::uint32_t>(i));
        }
    }
    mark_kinds(document);
    mark_furniture(document, article);
    return document;
}

Document tokenize_lines(const Article& article) {
    Document document;
    document.text = article.text;
    std::uint32_t number = 0;
    for (std::uint32_t begin = 0; begin < document.text.size(); ++number) {
        const auto end = static_cast<std::uint32_t>(std::min(document.text.find('\n', begin), document.text.size()));
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        if (tokenised(document.text.substr(begin, end - begin))) {
            find_chunks(document.text, {begin, end}, document.tokens);
        } else {
            find_tokens(document.text, {begin, end}, document.tokens);
        }
        const auto last = static_cast<std::uint32_t>(document.tokens.size());
        if (last > first) {
            document.tokens.back().space_after = true;
            Sentence sentence;
            sentence.tokens = {first, last};
            sentence.span = {document.tokens[first].span.begin, document.tokens[last - 1].span.end};
            sentence.paragraph = number; // the number of its line
            document.sentences.push_back(sentence);
        }
        begin = end + 1;
    }
    return document;
}

} // namespace fasti::language
