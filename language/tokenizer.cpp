// See tokenizer.hpp.
#include "language/tokenizer.hpp"

#include "language/sentences.hpp"
#include "language/text_lines.hpp"
#include "language/tokenised_lines.hpp"
#include "language/word_scanner.hpp"

#include <algorithm>
#include <limits>

namespace fasti::language {
namespace {

// Spans count bytes in 32 bits; nothing behind 4 GiB is looked at.
std::string_view countable(const Article& article) {
    return std::string_view(article.text).substr(0, std::numeric_limits<std::uint32_t>::max() - 1);
}

Document begin_document(const Article& article) {
    constexpr std::size_t bytes_per_token = 5;
    Document doc;
    doc.text = article.text;
    doc.arena = std::make_shared<Arena>();
    doc.tokens.reserve(article.text.size() / bytes_per_token + 8);
    return doc;
}

std::vector<Span> lines_of(std::string_view text) {
    std::vector<Span> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end + 1;
    }
    return lines;
}

} // namespace

Document tokenize(const Article& article) {
    Document doc = begin_document(article);
    const std::string_view text = countable(article);
    std::uint32_t paragraph = 0;
    for (const Span stretch : find_stretches(text)) {
        const auto first = static_cast<std::uint32_t>(doc.tokens.size());
        scan_words(text, stretch, doc.tokens);
        if (doc.tokens.size() > first) {
            split_sentences(doc, first, paragraph);
            ++paragraph;
        }
    }
    find_kinds(doc, article);
    mark_furniture(doc, article);
    return doc;
}

Document tokenize_lines(const Article& article) {
    Document doc = begin_document(article);
    const std::string_view text = countable(article);
    const std::vector<Span> lines = lines_of(text);
    std::vector<int> looks(lines.size());
    std::ranges::transform(lines, looks.begin(), [&](Span line) { return tokenised_look(surface(text, line)); });
    const bool mostly_tokenised = std::ranges::count(looks, 1) > std::ranges::count(looks, -1);
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        Sentence sentence;
        sentence.tokens.begin = static_cast<std::uint32_t>(doc.tokens.size());
        if (looks[i] > 0 || (looks[i] == 0 && mostly_tokenised)) {
            scan_tokenised(text, lines[i], doc.tokens);
        } else {
            scan_words(text, lines[i], doc.tokens);
        }
        sentence.tokens.end = static_cast<std::uint32_t>(doc.tokens.size());
        if (!sentence.tokens.empty()) {
            sentence.span = {doc.tokens[sentence.tokens.begin].span.begin, doc.tokens.back().span.end};
            sentence.paragraph = i;
            doc.sentences.push_back(sentence);
        }
    }
    mark_furniture(doc, article);
    return doc;
}

} // namespace fasti::language
