// See double_subjects.hpp.
#include "language/double_subjects.hpp"

#include <algorithm>

namespace fasti::language {
namespace {

constexpr std::uint32_t longest_run = 6; ///< words from one subject to the other

bool nominal(Upos tag) {
    return tag == Upos::noun || tag == Upos::propn;
}

/// The subject behind `first` of the same verb, with nothing but nouns between them; `first` where there is none.
std::uint32_t second_subject(const std::vector<Token>& tokens, IndexRange sentence, std::uint32_t first) {
    const std::uint32_t end = std::min(sentence.end, first + longest_run);
    for (std::uint32_t t = first + 1; t < end && nominal(tokens[t].upos); ++t) {
        if (tokens[t].head == tokens[first].head && universal(tokens[t].relation) == Relation::nsubj) {
            return t;
        }
    }
    return first;
}

} // namespace

void mend_double_subjects(Document& document, IndexRange sentence) {
    std::vector<Token>& tokens = document.tokens;
    for (std::uint32_t first = sentence.begin; first < sentence.end; ++first) {
        const Token& token = tokens[first];
        if (universal(token.relation) != Relation::nsubj || !nominal(token.upos) || token.head == Token::no_head ||
            token.head < first) {
            continue;
        }
        const std::uint32_t second = second_subject(tokens, sentence, first);
        if (second == first) {
            continue;
        }
        const std::uint32_t last = second - 1;
        for (std::uint32_t t = first; t < last; ++t) {
            tokens[t].head = last;
            tokens[t].relation = Relation::compound;
        }
        tokens[last].head = second;
        tokens[last].relation =
            tokens[last].upos == Upos::noun || first < last ? Relation::nmod_desc : Relation::compound;
    }
}

} // namespace fasti::language
