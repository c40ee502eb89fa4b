// See tree_context.hpp.
#include "language/tree_context.hpp"

#include "language/feature_hash.hpp"

#include <algorithm>
#include <cstdlib>

namespace fasti::language {
namespace {

constexpr std::uint32_t root_tag = 99;

std::uint64_t bit(Relation relation) {
    return std::uint64_t{1} << static_cast<unsigned>(relation);
}

std::uint32_t distance(std::int32_t a, std::int32_t b) {
    const std::int32_t d = std::abs(a - b);
    return static_cast<std::uint32_t>(d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : d < 20 ? 7 : 8) * 2 + (a < b ? 1 : 0);
}

// How far a branch was behind.
std::uint32_t coarsely(std::int32_t behind) {
    constexpr std::array<std::int32_t, 8> ends = {1, 500, 1000, 1500, 2200, 3000, 3700, far_behind};
    return static_cast<std::uint32_t>(std::upper_bound(ends.begin(), ends.end(), behind) - ends.begin());
}

bool marks(Relation relation) {
    return relation == Relation::case_ || relation == Relation::mark || relation == Relation::cc;
}

} // namespace

const TreeContext::Node& TreeContext::get(std::int32_t i) const {
    static const Node nothing;
    return i >= 0 && i <= size_ ? node(i) : nothing;
}

void TreeContext::read(const Document& document, IndexRange tokens, std::span<const WordAtoms> words) {
    size_ = static_cast<std::int32_t>(tokens.size());
    nodes_.assign(static_cast<std::size_t>(size_) + 1, Node{});
    const auto at = [&](std::int32_t i) -> Node& { return nodes_[static_cast<std::size_t>(i)]; };
    for (std::int32_t i = 0; i < size_; ++i) {
        const Token& token = document.tokens[tokens.begin + static_cast<std::uint32_t>(i)];
        Node& node = at(i);
        node.word = words[static_cast<std::size_t>(i)].lower;
        node.suffix = words[static_cast<std::size_t>(i)].suffix3;
        node.field = words[static_cast<std::size_t>(i)].field();
        node.tag = static_cast<std::uint32_t>(token.xpos) + 1;
        node.coarse = static_cast<std::uint32_t>(token.upos) + 1;
        node.head = token.head == Token::no_head ? size_ : static_cast<std::int32_t>(token.head - tokens.begin);
        node.relation = token.relation;
    }
    nodes_.back().word = 1;
    nodes_.back().tag = nodes_.back().coarse = root_tag;
    for (std::int32_t i = 0; i < size_; ++i) {
        Node& node = at(i);
        Node& head = at(node.head);
        node.before = head.last;
        (head.last == nobody ? head.first : at(head.last).behind) = i;
        head.last = i;
        head.marker = head.marker == nobody && marks(node.relation) ? i : head.marker;
        std::uint32_t& set = i < node.head ? head.left_set : head.right_set;
        set = feature(i < node.head ? 200 : 201, set, node.relation);
    }
}

void head_features(const TreeContext& tree, const Candidate& candidate,
                   std::array<std::uint32_t, head_feature_count>& out) {
    using Node = TreeContext::Node;
    const std::int32_t m = candidate.dependent, h = candidate.head;
    const auto get = [&](std::int32_t i) -> const Node& { return tree.get(i); };
    const Node& M = get(m);
    const Node& H = get(h);
    const Node& G = get(H.head);
    const Node& T = get(M.head);
    const Node& C = get(M.marker);
    const Node& first = get(M.first);
    const Node& last = get(M.last);
    // Its dependents beside the word, if it had it.
    std::int32_t before = TreeContext::nobody, behind = TreeContext::nobody;
    std::uint64_t others = 0;
    for (std::int32_t k = H.first; k != TreeContext::nobody; k = get(k).behind) {
        if (k != m) {
            others |= bit(get(k).relation);
            before = k < m ? k : before;
            behind = k > m && behind == TreeContext::nobody ? k : behind;
        }
    }
    const Node& inner = get(h < m ? before : behind);
    const Node& outer = get(h < m ? behind : before);
    const std::int32_t low = std::min(m, h), high = std::max(m, h);
    std::uint32_t commas = 0, verbs = 0, conjunctions = 0, crossed = 0;
    for (std::int32_t k = low + 1; k < high; ++k) {
        const Node& between = get(k);
        commas += between.coarse == static_cast<std::uint32_t>(Upos::punct) + 1 ? 1 : 0;
        verbs += between.coarse == static_cast<std::uint32_t>(Upos::verb) + 1 ? 1 : 0;
        conjunctions += between.coarse == static_cast<std::uint32_t>(Upos::cconj) + 1 ? 1 : 0;
        crossed |= between.head < low || between.head > high ? 1 : 0;
    }
    commas = std::min(commas, 3u);
    verbs = std::min(verbs, 3u);
    conjunctions = std::min(conjunctions, 2u);
    const std::uint32_t d = distance(m, h);
    const std::uint32_t r = static_cast<std::uint32_t>(candidate.relation);
    const std::uint32_t b = coarsely(candidate.behind);
    const std::uint32_t c = coarsely(candidate.behind_back);
    const std::uint32_t back = candidate.behind_back <= 0 ? 1 : candidate.behind_back < far_behind ? 2 : 0;
    // Where it is in the tree from the head that the word has.
    const std::uint32_t step = h == M.head ? 0 : h == T.head ? 1 : H.head == M.head ? 2 : h < M.head ? 3 : 4;
    const Node& before_m = get(m - 1);
    const Node& after_m = get(m + 1);
    const Node& before_h = get(h - 1);
    const Node& after_h = get(h + 1);
    const auto label = [](const Node& node) { return static_cast<std::uint32_t>(node.relation); };
    std::size_t k = 0;
    std::uint32_t t = 0;
    const auto add = [&](auto... atoms) { out[k++] = feature(3000 + t++, atoms...); };

    add(c, b);
    add(c, r);
    add(back, M.tag, H.tag);
    add(back, M.word);
    add(back, H.word);
    add(back, d, M.tag);
    add(back, C.word, H.tag);
    add(back, step, r);
    add(back, label(M), r);
    add(back, inner.tag, M.tag, H.tag);
    add(back, outer.tag, M.tag, H.tag);
    add(back, G.tag, M.tag, H.tag);
    add(back, M.tag, before_m.tag, after_m.tag);
    add(c, b, d);
    add(b);
    add(b, r);
    add(b, M.tag, H.tag);
    add(b, r, step);
    add(M.word, H.word);
    add(M.word, H.tag);
    add(M.tag, H.word);
    add(M.tag, H.tag, d);
    add(M.tag, H.tag, r);
    add(M.word, r);
    add(H.word, r);
    add(d, r);
    add(M.tag, d);
    add(H.tag, d);
    add(M.word, d);
    add(H.word, d);
    add(M.tag, H.tag, before_m.tag, after_h.tag);
    add(M.tag, H.tag, after_m.tag, before_h.tag);
    add(M.tag, H.tag, before_m.tag, before_h.tag);
    add(M.tag, H.tag, after_m.tag, after_h.tag);
    add(commas, M.tag, H.tag);
    add(verbs, M.tag, H.tag);
    add(commas, verbs, conjunctions, r);
    add(conjunctions, M.tag, H.tag);
    add(crossed, r);
    add(commas, r, H.tag);
    // With its preposition or conjunction.
    add(C.word, H.word);
    add(C.word, H.tag, r);
    add(C.word, M.word, H.word);
    add(C.word, M.field, H.field);
    add(C.word, M.word, H.tag);
    add(C.word, H.word, M.tag);
    add(C.word, d, H.tag);
    add(C.word, step, r);
    add(C.word, step, T.tag, H.tag);
    add(C.word, T.word, H.word);
    add(C.word, H.suffix, r);
    // Dependents beside it.
    add(inner.tag, M.tag, H.tag);
    add(inner.word, M.word);
    add(label(inner), r, H.tag);
    add(inner.word, r);
    add(label(inner), inner.tag, r, M.tag);
    add(label(inner), r, H.word);
    add(outer.tag, M.tag, H.tag);
    add(label(outer), r, H.tag);
    add(outer.word, r);
    add(label(outer), r, label(inner));
    add(inner.tag, C.word, H.word);
    // Above.
    add(G.tag, H.tag, M.tag, H.head < h ? 1 : 0);
    add(G.word, M.tag, label(H));
    add(G.word, M.word);
    add(label(H), H.tag, r);
    add(label(H), M.tag, H.word);
    add(label(H), r, d);
    add(label(H), C.word, r);
    // Below.
    add(first.tag, M.tag, H.tag);
    add(last.tag, M.tag, H.tag);
    add(M.left_set, H.tag, M.tag);
    add(M.left_set, r, H.tag);
    add(M.right_set, r, H.tag);
    // All that the head has.
    add(static_cast<std::uint32_t>(others), static_cast<std::uint32_t>(others >> 32), r);
    add(static_cast<std::uint32_t>(others), static_cast<std::uint32_t>(others >> 32), M.tag, H.tag);
    add((others & bit(candidate.relation)) != 0 ? 1 : 0, r, H.tag);
    add((others & (bit(Relation::nsubj) | bit(Relation::nsubj_pass))) != 0 ? 1 : 0,
        (others & bit(Relation::obj)) != 0 ? 1 : 0, r, H.tag);
    // Against the head that it has.
    add(step, M.tag, T.tag, H.tag);
    add(step, r, label(M));
    add(step, r, label(T), label(H));
    add(step, M.word, T.tag, H.tag);
    add(step, M.tag, T.word);
    add(step, M.tag, H.word);
    add(T.word, H.word);
    add(T.word, H.word, M.tag);
    // Alike, as conjuncts are.
    add(r, M.tag == H.tag ? 1 : 0, M.suffix == H.suffix ? 1 : 0, C.word == get(H.marker).word ? 1 : 0);
    add(r, M.coarse == H.coarse ? 1 : 0, M.field == H.field ? 1 : 0);
    add(r, M.field, H.field);
    add(r, first.tag, get(H.first).tag);
    add(r, before_m.tag, M.tag, H.tag);
    add(r, M.suffix, H.suffix);
    add(r, M.field, H.word);
    add(r, M.word, H.field);
    static_assert(head_feature_count == 94);
}

} // namespace fasti::language
