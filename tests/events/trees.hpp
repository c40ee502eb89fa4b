// Sentences with their trees, written by hand in the tests: one word a line, "form lemma UPOS XPOS head relation
// [NER]", an empty line between sentences. Heads count from 1 within the sentence, 0 is the root.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "language/conllu.hpp"

#include <memory>
#include <sstream>
#include <string>
#include <string_view>

namespace fasti::test {

/// The article and document of such sentences, published on a day when `published` names one.
inline language::ConlluDocument parsed(std::string_view sentences, std::string_view published = {}) {
    std::string conllu;
    std::istringstream lines{std::string(sentences)};
    std::string line;
    int number = 0;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string form, lemma, upos, xpos, head, relation, name = "O";
        if (!(words >> form >> lemma >> upos >> xpos >> head >> relation)) {
            if (number != 0)
                conllu += '\n';
            number = 0;
            continue;
        }
        words >> name;
        conllu += std::to_string(++number) + '\t' + form + '\t' + lemma + '\t' + upos + '\t' + xpos + "\t_\t" + head +
                  '\t' + relation + "\t_\tNER=" + name + '\n';
    }
    conllu += '\n';
    std::vector<language::ConlluDocument> documents =
        language::read_conllu(conllu, "test", language::ConlluColumns{}, [](const Diagnostic&) {});
    language::ConlluDocument document = std::move(documents.at(0));
    document.article->published = parse_date(published);
    return document;
}

} // namespace fasti::test
