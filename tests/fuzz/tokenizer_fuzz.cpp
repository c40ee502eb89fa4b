// Any bytes, repaired as ingest does it, into tokens and sentences: spans in order, and nothing between two tokens but
// blanks.
#include "core/utf8.hpp"
#include "language/characters.hpp"
#include "language/tokenizer.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check(const fasti::Document& doc) {
    std::size_t end = 0;
    for (const fasti::Token& token : doc.tokens) {
        require(token.span.begin >= end && token.span.end > token.span.begin);
        require(fasti::language::blanks_end(doc.text, end) == token.span.begin);
        end = token.span.end;
    }
    require(fasti::language::blanks_end(doc.text, end) == doc.text.size());
    std::uint32_t next = 0;
    for (const fasti::Sentence& sentence : doc.sentences) {
        require(sentence.tokens.begin == next && sentence.tokens.end > next);
        next = sentence.tokens.end;
    }
    require(next == doc.tokens.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fasti::Article article;
    article.text = fasti::utf8::repair(std::string_view(reinterpret_cast<const char*>(data), size)).text;
    check(fasti::language::tokenize(article));
    check(fasti::language::tokenize_lines(article));
    return 0;
}
