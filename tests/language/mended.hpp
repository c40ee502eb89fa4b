// A tree after one step that mends trees, as the tests of these steps show it.
#pragma once

#include "tests/events/trees.hpp"

#include <string>
#include <string_view>

namespace fasti::test {

/// "form relation head" of each word of a sentence after `mend`.
inline std::string mended(std::string_view tree, void (*mend)(Document&, IndexRange)) {
    auto given = parsed(tree);
    Document& document = given.document;
    mend(document, document.sentences[0].tokens);
    std::string out;
    for (const Token& token : document.tokens) {
        out += (out.empty() ? "" : ", ") + std::string(document.word(token)) + ' ' +
               std::string(to_string(token.relation)) + ' ' +
               (token.head == Token::no_head ? "0" : std::to_string(token.head + 1));
    }
    return out;
}

} // namespace fasti::test
