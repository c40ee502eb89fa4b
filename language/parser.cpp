// See parser.hpp.
#include "language/parser.hpp"

namespace fasti::language {

bool Parser::open(const Tables& tables) {
    return forwards_.open(tables.actions, tables.labels) && backwards_.open(tables.actions_back, {}) &&
           second_.open(tables.heads);
}

void Parser::parse(Document& document, IndexRange tokens, std::span<const WordAtoms> words,
                   ParserScratch& scratch) const {
    forwards_.search(document, tokens, words, scratch.forwards);
    const ParserState& state = scratch.forwards.best();
    write_tree(state, document, tokens);
    if (tokens.size() > longest_branched) {
        return; // the second look is not linear
    }
    backwards_.search(document, tokens, words, scratch.backwards);
    for (const Candidate& better :
         second_.look(document, tokens, words, scratch.forwards.arcs, scratch.backwards.arcs, scratch.second)) {
        Token& token = document.tokens[tokens.begin + static_cast<std::uint32_t>(better.dependent)];
        const bool root = better.head == state.size();
        token.head = root ? Token::no_head : tokens.begin + static_cast<std::uint32_t>(better.head);
        // An arc that only the reading backwards has made is labelled by what is left of the other one.
        token.relation = root                               ? Relation::root
                         : better.relation == Relation::dep ? forwards_.best_label(state, better.head, better.dependent)
                                                            : better.relation;
    }
}

} // namespace fasti::language
