// See parser_state.hpp. The templates begin with those of Zhang and Nivre (2011).
#include "language/parser_state.hpp"

#include "core/stable_hash.hpp"
#include "language/feature_hash.hpp"

#include <algorithm>

namespace fasti::language {

void ParserState::begin(const Document& document, IndexRange tokens, std::span<const WordAtoms> words,
                        Reading reading) {
    reading_ = reading;
    size_ = static_cast<std::int32_t>(tokens.size());
    next_ = 0;
    stack_.clear();
    signatures_.clear();
    nodes_.assign(static_cast<std::size_t>(size_) + 1, Node{});
    for (std::int32_t i = 0; i < size_; ++i) {
        const auto at = static_cast<std::uint32_t>(place(i));
        const Token& token = document.tokens[tokens.begin + at];
        Node& node = nodes_[static_cast<std::size_t>(i)];
        node.word = words[at].lower;
        node.suffix = words[at].suffix3;
        node.field = words[at].field();
        node.tag = static_cast<std::uint32_t>(token.xpos) + 1;
        node.coarse = static_cast<std::uint32_t>(token.upos) + 1;
    }
    nodes_.back().word = 1;
    nodes_.back().tag = 99;
    nodes_.back().coarse = 99;
}

bool ParserState::allowed(Move move) const {
    switch (move) {
    case Move::shift:
        return next_ < size_;
    case Move::reduce:
        return !stack_.empty() && node(stack_.back()).head != nobody;
    case Move::left:
        return !stack_.empty() && node(stack_.back()).head == nobody;
    case Move::right:
        return !stack_.empty() && next_ < size_;
    }
    return false;
}

std::pair<std::int32_t, std::int32_t> ParserState::arc(Move move) const {
    return move == Move::left ? std::pair{next_, stack_.back()} : std::pair{stack_.back(), next_};
}

void ParserState::push() {
    const std::uint64_t below = signatures_.empty() ? 0 : signatures_.back();
    const auto word = static_cast<std::uint64_t>(next_), head = static_cast<std::uint64_t>(node(next_).head);
    signatures_.push_back(mix64(below ^ (word << 32 | (head & 0xffffffffu))));
    stack_.push_back(next_++);
}

void ParserState::pop() {
    signatures_.pop_back();
    stack_.pop_back();
}

std::uint64_t ParserState::signature() const {
    std::uint64_t all = static_cast<std::uint64_t>(next_) << 32 | node(next_).left_set;
    if (!stack_.empty()) {
        const Node& top = node(stack_.back());
        all = mix64(all ^ signatures_.back()) ^ (static_cast<std::uint64_t>(top.left_set) << 32 | top.right_set);
        all = mix64(all) ^ static_cast<std::uint64_t>(top.relation);
    }
    return mix64(all);
}

void ParserState::apply(Move move, Relation relation) {
    switch (move) {
    case Move::shift:
        push();
        return;
    case Move::reduce:
        pop();
        return;
    case Move::left: {
        const std::int32_t dependent = stack_.back();
        pop();
        at(dependent).head = next_;
        at(dependent).relation = relation;
        Node& head = at(next_);
        head.left2 = head.left1;
        head.left1 = dependent;
        head.left_count = static_cast<std::uint8_t>(std::min(head.left_count + 1, 7));
        head.left_set = feature(200, head.left_set, relation);
        return;
    }
    case Move::right: {
        Node& head = at(stack_.back());
        at(next_).head = stack_.back();
        at(next_).relation = relation;
        head.right2 = head.right1;
        head.right1 = next_;
        head.right_count = static_cast<std::uint8_t>(std::min(head.right_count + 1, 7));
        head.right_set = feature(201, head.right_set, relation);
        push();
        return;
    }
    }
}

namespace {

const ParserState::Node& nothing() {
    static const ParserState::Node node;
    return node;
}

const ParserState::Node& get(const ParserState& state, std::int32_t i) {
    return i >= 0 && i <= state.size() ? state.node(i) : nothing();
}

std::uint32_t distance(std::int32_t a, std::int32_t b) {
    const std::int32_t d = a > b ? a - b : b - a;
    return static_cast<std::uint32_t>(d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : d < 20 ? 7 : 8);
}

std::uint32_t label(const ParserState::Node& node) {
    return node.head == ParserState::nobody ? 77u : static_cast<std::uint32_t>(node.relation);
}

} // namespace

void action_features(const ParserState& state, std::array<std::uint32_t, action_feature_count>& out) {
    const auto& stack = state.stack();
    const std::int32_t s = stack.empty() ? ParserState::nobody : stack.back();
    const std::int32_t s1 = stack.size() < 2 ? ParserState::nobody : stack[stack.size() - 2];
    const std::int32_t n = state.next();
    const auto& S = get(state, s);
    const auto& S1 = get(state, s1);
    const auto& N = get(state, n);
    const auto& N1 = get(state, n + 1);
    const auto& N2 = get(state, n + 2);
    const auto& N3 = get(state, n + 3);
    const auto& P = get(state, n - 1);               // the word before the buffer, wherever it went
    const auto& A = get(state, s >= 0 ? s + 1 : -1); // the word behind the top of the stack
    const auto& B = get(state, s >= 0 ? s - 1 : -1);
    const auto& H = get(state, S.head);
    const auto& H2 = get(state, H.head);
    const auto& L = get(state, S.left1);
    const auto& L2 = get(state, S.left2);
    const auto& R = get(state, S.right1);
    const auto& R2 = get(state, S.right2);
    const auto& NL = get(state, N.left1);
    const auto& NL2 = get(state, N.left2);
    const std::uint32_t d = s >= 0 ? distance(s, n) : 9;
    const std::uint32_t headed = S.head != ParserState::nobody ? 1 : s < 0 ? 2 : 0;
    std::size_t k = 0;
    std::uint32_t t = 0;
    const auto add = [&](auto... atoms) { out[k++] = feature(1000 + t++, atoms...); };

    add(S.word, S.tag, headed);
    add(S.word, headed);
    add(S.tag, headed);
    add(N.word, N.tag, headed);
    add(N.word);
    add(N.tag, headed);
    add(N1.word, N1.tag);
    add(N1.word);
    add(N1.tag, headed);
    add(N2.word, N2.tag);
    add(N2.word);
    add(N2.tag);
    add(S.word, S.tag, N.word, N.tag);
    add(S.word, S.tag, N.word);
    add(S.word, N.word, N.tag);
    add(S.word, S.tag, N.tag, headed);
    add(S.tag, N.word, N.tag, headed);
    add(S.word, N.word, headed);
    add(S.tag, N.tag, headed);
    add(N.tag, N1.tag, headed);
    add(N.tag, N1.tag, N2.tag);
    add(S.tag, N.tag, N1.tag, headed);
    add(H.tag, S.tag, N.tag, label(S));
    add(S.tag, L.tag, N.tag);
    add(S.tag, R.tag, N.tag, headed);
    add(S.tag, N.tag, NL.tag);
    add(S.word, d, headed);
    add(S.tag, d, headed);
    add(N.word, d, headed);
    add(N.tag, d, headed);
    add(S.word, N.word, d);
    add(S.tag, N.tag, d, headed);
    add(S.word, S.right_count, headed);
    add(S.tag, S.right_count, N.tag);
    add(S.word, S.left_count);
    add(S.tag, S.left_count, N.tag);
    add(N.word, N.left_count);
    add(N.tag, N.left_count, S.tag);
    add(H.word, S.tag, N.tag);
    add(H.tag, label(S));
    add(label(S), N.tag);
    add(L.word, S.tag);
    add(L.tag, label(L), S.tag);
    add(R.word, S.tag, N.tag);
    add(R.tag, label(R), N.tag);
    add(NL.word, N.tag);
    add(NL.tag, label(NL), N.tag, S.tag);
    add(H2.tag, H.tag, S.tag, N.tag);
    add(label(H), label(S), N.tag);
    add(L2.tag, label(L2), S.tag);
    add(R2.tag, label(R2), S.tag, N.tag);
    add(NL2.tag, label(NL2), N.tag);
    add(S.tag, L.tag, L2.tag, N.tag);
    add(S.tag, R.tag, R2.tag, N.tag);
    add(N.tag, NL.tag, NL2.tag, S.tag);
    add(S.word, S.right_set, N.tag);
    add(S.tag, S.right_set, N.tag);
    add(S.word, S.left_set);
    add(S.tag, S.left_set, N.tag);
    add(N.word, N.left_set);
    add(N.tag, N.left_set, S.tag);
    add(S1.tag, S.tag, N.tag, headed);
    add(S1.word, S.tag, N.tag);
    add(S1.tag, S1.right_count, S.tag, N.tag);
    add(S1.word, N.word);
    add(S1.tag, N.tag, N1.tag);
    add(P.tag, N.tag, S.tag, headed);
    add(P.word, N.word);
    add(A.tag, S.tag, N.tag, headed);
    add(B.tag, S.tag, N.tag, headed);
    add(A.tag, S.tag, P.tag, N.tag);
    add(S.tag, N.tag, N1.tag, N2.tag);
    add(N.tag, N1.tag, N2.tag, N3.tag);
    add(S.word, N1.word, headed);
    add(S.word, N.tag, N1.tag, headed);
    add(S.tag, N.word, N1.tag, headed);
    add(S.tag, N.tag, N1.word, headed);
    add(S.tag, N.word, N1.word);
    add(S.suffix, N.suffix, headed);
    add(S.suffix, N.tag, headed);
    add(S.tag, N.suffix, headed);
    add(S.coarse, N.coarse, N1.coarse, N2.coarse, headed);
    add(S.coarse, N.coarse, d, headed, S.right_count);
    add(S1.coarse, S.coarse, N.coarse, N1.coarse, headed);
    add(H.coarse, S.coarse, S.right_set, N.coarse);
    add(H.word, S.word, N.word);
    add(H.word, S.word, N.tag);
    add(H.word, N.word, headed);
    add(S.word, NL.word, N.word);
    add(S.word, R.word, N.word);
    add(S.tag, label(R), R.tag, N.word);
    add(S.word, label(R), N.tag);
    add(S.word, NL.tag, N.tag, d);
    add(S.tag, NL.word, N.tag, headed);
    add(H.tag, S.tag, N.tag, N1.tag, headed);
    add(get(state, S1.head).tag, S1.tag, S.tag, N.tag);
    add(stack.size() < 6 ? stack.size() : 6, N.tag, headed);
    add(s1 < 0 ? 1 : 0, s < 0 ? 1 : 0, n == state.size() ? 1 : 0, headed);
    add(S1.tag, label(S1), label(S), N.tag);
    add(N3.tag, N.tag, headed);
    add(S.field, N.field, headed);
    add(S.field, N.word, headed);
    add(S.word, N.field, headed);
    add(H.field, S.word, N.field);
    add(S.field, N.word, N1.field);
    add(S.coarse, label(S), S.right_set, N.word);
    static_assert(action_feature_count == 106);
}

void label_features(const ParserState& state, std::int32_t head, std::int32_t dependent,
                    std::array<std::uint32_t, label_feature_count>& out) {
    const auto& H = get(state, head);
    const auto& D = get(state, dependent);
    const auto& HH = get(state, H.head);
    const auto& DL = get(state, D.left1);
    const auto& DL2 = get(state, D.left2);
    const auto& DR = get(state, D.right1);
    const auto& HL = get(state, H.left1);
    const auto& HR = get(state, H.right1);
    const auto& before = get(state, dependent - 1);
    const auto& after = get(state, dependent + 1);
    const auto& head_before = get(state, head - 1);
    const auto& head_after = get(state, head + 1);
    const std::uint32_t side = head < dependent ? 1 : 0;
    const std::uint32_t d = distance(head, dependent) * 2 + side;
    std::size_t k = 0;
    std::uint32_t t = 0;
    const auto add = [&](auto... atoms) { out[k++] = feature(2000 + t++, atoms...); };

    add(D.word, side);
    add(D.tag, side);
    add(H.word, side);
    add(H.tag, side);
    add(D.word, D.tag, H.tag, side);
    add(D.tag, H.word, H.tag, side);
    add(D.word, H.word, side);
    add(D.tag, H.tag, d);
    add(D.coarse, H.coarse, d);
    add(D.word, H.tag, d);
    add(D.tag, H.word, d);
    add(D.tag, H.tag, DL.tag, side);
    add(D.tag, H.tag, DL.word, side);
    add(D.tag, DL.word, H.word);
    add(D.word, DL.word, H.tag);
    add(D.tag, label(DL), H.tag, side);
    add(D.tag, label(DL), label(DL2), H.tag, side);
    add(D.tag, D.left_set, H.tag, side);
    add(D.word, D.left_set, side);
    add(D.tag, DL2.word, H.tag);
    add(D.tag, DR.tag, label(DR), H.tag);
    add(H.tag, H.left_set, D.tag, side);
    add(H.tag, H.right_set, D.tag, side);
    add(H.word, H.right_set, D.tag);
    add(H.word, H.left_set, D.tag, side);
    add(H.tag, HL.tag, label(HL), D.tag, side);
    add(H.tag, HR.tag, label(HR), D.tag, side);
    add(H.tag, label(H), D.tag, side);
    add(H.word, label(H), D.tag, side);
    add(HH.tag, H.tag, D.tag, label(H));
    add(HH.word, H.tag, D.tag);
    add(before.tag, D.tag, H.tag, side);
    add(after.tag, D.tag, H.tag, side);
    add(before.word, D.tag, side);
    add(after.word, D.tag, side);
    add(before.tag, D.tag, after.tag, side);
    add(head_before.tag, H.tag, D.tag, side);
    add(head_after.tag, H.tag, D.tag, side);
    add(D.suffix, H.tag, side);
    add(D.suffix, H.suffix, side);
    add(D.tag, H.suffix, side);
    add(D.word, D.left_count, D.right_count, H.tag);
    add(H.left_count, H.right_count, H.tag, D.tag, side);
    add(D.coarse, H.coarse, label(DL), H.right_set);
    add(D.field, H.field, side);
    add(D.field, H.word, DL.word);
    add(D.field, H.tag, D.left_set);
    add(D.word, after.word, H.coarse, side);
    add(before.word, D.word, H.coarse, side);
    static_assert(label_feature_count == 49);
}

} // namespace fasti::language
