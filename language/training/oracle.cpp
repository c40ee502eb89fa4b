// See oracle.hpp.
#include "language/training/oracle.hpp"

#include <algorithm>

namespace fasti::language::training {

GoldTree gold_tree(const Document& document, IndexRange tokens, Reading reading) {
    GoldTree gold;
    const auto size = static_cast<std::int32_t>(tokens.size());
    gold.dependents.resize(static_cast<std::size_t>(size) + 1);
    const auto place = [&](std::int32_t i) { return reading == Reading::forwards ? i : size - 1 - i; };
    for (std::int32_t i = 0; i < size; ++i) {
        const Token& token = document.tokens[tokens.begin + static_cast<std::uint32_t>(place(i))];
        const bool inside = token.head != Token::no_head && tokens.contains(token.head);
        const std::int32_t head = inside ? place(static_cast<std::int32_t>(token.head - tokens.begin)) : size;
        gold.heads.push_back(head);
        gold.relations.push_back(token.relation);
        gold.dependents[static_cast<std::size_t>(head)].push_back(i);
    }
    return gold;
}

int cost(const ParserState& state, const GoldTree& gold, Move move) {
    const std::int32_t next = state.next();
    const auto& stack = state.stack();
    const auto head_of = [&](std::int32_t i) {
        return i < state.size() ? gold.heads[static_cast<std::size_t>(i)] : -1;
    };
    const auto dependents = [&](std::int32_t i) -> const std::vector<std::int32_t>& {
        return gold.dependents[static_cast<std::size_t>(i)];
    };
    const auto in_buffer = [&](std::int32_t i) { return i >= next; };
    const auto headless_on_stack = [&](std::int32_t i) {
        return state.node(i).head == ParserState::nobody && std::find(stack.begin(), stack.end(), i) != stack.end();
    };
    const auto on_stack = [&](std::int32_t i) { return std::find(stack.begin(), stack.end(), i) != stack.end(); };
    int lost = 0;
    switch (move) {
    case Move::shift:
        lost += on_stack(head_of(next)) ? 1 : 0;
        for (const std::int32_t d : dependents(next)) {
            lost += d < next && headless_on_stack(d) ? 1 : 0;
        }
        return lost;
    case Move::reduce:
        for (const std::int32_t d : dependents(stack.back())) {
            lost += in_buffer(d) ? 1 : 0;
        }
        return lost;
    case Move::left: {
        const std::int32_t top = stack.back();
        lost += head_of(top) != next && in_buffer(head_of(top)) ? 1 : 0;
        for (const std::int32_t d : dependents(top)) {
            lost += in_buffer(d) ? 1 : 0;
        }
        return lost;
    }
    case Move::right: {
        const std::int32_t head = head_of(next);
        lost += head != stack.back() && (head > next || on_stack(head)) ? 1 : 0;
        for (const std::int32_t d : dependents(next)) {
            lost += d < next && headless_on_stack(d) ? 1 : 0;
        }
        return lost;
    }
    }
    return lost;
}

} // namespace fasti::language::training
