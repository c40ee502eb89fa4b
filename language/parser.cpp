// See parser.hpp.
#include "language/parser.hpp"

#include <algorithm>
#include <limits>

namespace fasti::language {

bool Parser::open(std::span<const std::byte> actions, std::span<const std::byte> labels) {
    return actions_.open(actions) && labels_.open(labels) &&
           labels_.labels() <= static_cast<std::uint32_t>(Relation::xcomp) + 1;
}

Move Parser::best_move(const ParserState& state) const {
    std::array<std::uint32_t, action_feature_count> features;
    action_features(state, features);
    for (const std::uint32_t f : features) {
        actions_.prefetch(f);
    }
    std::array<std::int32_t, 4> scores{};
    for (const std::uint32_t f : features) {
        actions_.add(f, scores);
    }
    Move best = Move::shift;
    std::int32_t high = std::numeric_limits<std::int32_t>::min();
    for (const Move move : {Move::shift, Move::reduce, Move::left, Move::right}) {
        const std::int32_t score = scores[static_cast<std::size_t>(move)];
        if (state.allowed(move) && score > high) {
            high = score;
            best = move;
        }
    }
    return best;
}

Relation Parser::best_label(const ParserState& state, std::int32_t head, std::int32_t dependent) const {
    if (head == state.size()) {
        return Relation::root;
    }
    std::array<std::uint32_t, label_feature_count> features;
    label_features(state, head, dependent, features);
    for (const std::uint32_t f : features) {
        labels_.prefetch(f);
    }
    std::array<std::int32_t, 256> scores;
    std::fill_n(scores.begin(), labels_.labels(), 0);
    for (const std::uint32_t f : features) {
        labels_.add(f, scores.data());
    }
    scores[static_cast<std::size_t>(Relation::root)] = std::numeric_limits<std::int32_t>::min();
    return static_cast<Relation>(std::max_element(scores.begin(), scores.begin() + labels_.labels()) - scores.begin());
}

void Parser::parse(Document& document, IndexRange tokens, std::span<const WordAtoms> words, ParserState& state) const {
    state.begin(document, tokens, words);
    while (!state.done()) {
        const Move move = best_move(state);
        Relation relation = Relation::dep;
        if (move == Move::left || move == Move::right) {
            const auto [head, dependent] = state.arc(move);
            relation = best_label(state, head, dependent);
        }
        state.apply(move, relation);
    }
    write_tree(state, document, tokens);
}

void write_tree(const ParserState& state, Document& document, IndexRange tokens) {
    std::int32_t root = ParserState::nobody;
    for (std::int32_t i = 0; i < state.size(); ++i) {
        const auto& node = state.node(i);
        Token& token = document.tokens[tokens.begin + static_cast<std::uint32_t>(i)];
        const bool to_root = node.head == ParserState::nobody || node.head == state.size();
        if (!to_root) {
            token.head = tokens.begin + static_cast<std::uint32_t>(node.head);
            token.relation = node.relation;
        } else if (root == ParserState::nobody) {
            root = i;
            token.head = Token::no_head;
            token.relation = Relation::root;
        } else { // a sentence has one root; what else was left over stands beside it
            token.head = tokens.begin + static_cast<std::uint32_t>(root);
            token.relation = token.upos == Upos::punct ? Relation::punct : Relation::parataxis;
        }
    }
}

} // namespace fasti::language
