// See transition_parser.hpp.
#include "language/transition_parser.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace fasti::language {
namespace {

// A branch goes on while it is among the best and not further behind the best one than this: most of the time there is
// one or there are two.
constexpr std::size_t most_branches = 8;
constexpr std::int32_t reach = 4500;
constexpr std::int32_t reach_back = 2500;

// The move where there is but one, as at the end of a sentence.
std::optional<Move> only_move(const ParserState& state) {
    std::optional<Move> only;
    for (const Move move : {Move::shift, Move::reduce, Move::left, Move::right}) {
        if (state.allowed(move)) {
            if (only) {
                return std::nullopt;
            }
            only = move;
        }
    }
    return only;
}

} // namespace

bool TransitionParser::open(std::span<const std::byte> actions, std::span<const std::byte> labels) {
    labelled_ = !labels.empty();
    return actions_.open(actions) && (!labelled_ || (labels_.open(labels) && labels_.labels() <= relation_count));
}

std::array<std::int32_t, 4> TransitionParser::score(const ParserState& state) const {
    std::array<std::uint32_t, action_feature_count> features;
    action_features(state, features);
    for (const std::uint32_t f : features) {
        actions_.prefetch(f);
    }
    DenseWeights::Sums sums;
    for (const std::uint32_t f : features) {
        actions_.add(f, sums);
    }
    return sums.weights();
}

void TransitionParser::go(ParserState& state, Move move, std::int32_t behind, std::vector<BranchArc>& arcs) const {
    Relation relation = Relation::dep;
    if (move == Move::left || move == Move::right) {
        const auto [head, dependent] = state.arc(move);
        if (labelled_) {
            relation = best_label(state, head, dependent);
        }
        arcs.push_back({state.place(dependent), state.place(head), relation, std::max(behind, 1)});
    }
    state.apply(move, relation);
}

Relation TransitionParser::best_label(const ParserState& state, std::int32_t head, std::int32_t dependent) const {
    if (head == state.size()) {
        return Relation::root;
    }
    std::array<std::uint32_t, label_feature_count> features;
    label_features(state, head, dependent, features);
    SparseWeights::Scores scores;
    labels_.score(features, scores);
    scores[static_cast<std::size_t>(Relation::root)] = std::numeric_limits<std::int32_t>::min();
    return static_cast<Relation>(std::max_element(scores.begin(), scores.begin() + labels_.labels()) - scores.begin());
}

void TransitionParser::search(const Document& document, IndexRange tokens, std::span<const WordAtoms> words,
                              SearchScratch& scratch) const {
    auto& [branches, next, steps, arcs] = scratch;
    const std::int32_t near = reading_ == Reading::forwards ? reach : reach_back;
    const std::size_t most = tokens.size() <= longest_branched ? most_branches : 1;
    arcs.clear();
    next.resize(most_branches);
    branches.resize(most_branches);
    branches.front().state.begin(document, tokens, words, reading_);
    branches.front().score = 0;
    std::size_t live = 1;
    while (!branches.front().state.done()) {
        if (live == 1) {
            const std::optional<Move> only = only_move(branches.front().state);
            if (only) {
                go(branches.front().state, *only, 0, arcs);
                continue;
            }
        }
        steps.clear();
        std::int32_t best = std::numeric_limits<std::int32_t>::min();
        for (std::size_t from = 0; from < live; ++from) {
            const auto scores = score(branches[from].state);
            for (const Move move : {Move::shift, Move::reduce, Move::left, Move::right}) {
                if (branches[from].state.allowed(move)) {
                    const std::int32_t total = branches[from].score + scores[static_cast<std::size_t>(move)];
                    steps.push_back({from, move, total});
                    best = std::max(best, total);
                }
            }
        }
        std::erase_if(steps, [&](const auto& step) { return step.score < best - near; });
        std::sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) {
            return std::tuple(-a.score, a.from, a.move) < std::tuple(-b.score, b.from, b.move);
        });
        if (steps.size() == 1 && live == 1) {
            go(branches.front().state, steps.front().move, 0, arcs);
            continue;
        }
        std::array<std::size_t, most_branches> users{};
        for (const auto& step : steps) {
            ++users[step.from];
        }
        std::size_t kept = 0;
        for (std::size_t k = 0; k < steps.size() && kept < most; ++k) {
            // The last one that goes on from a branch takes its state, the others a copy.
            ParserState& from = branches[steps[k].from].state;
            SearchScratch::Branch& branch = next[kept];
            if (--users[steps[k].from] == 0) {
                std::swap(branch.state, from);
            } else {
                branch.state = from;
            }
            branch.score = steps[k].score - best;
            go(branch.state, steps[k].move, -branch.score, arcs);
            // Of branches that are at the same place, the best one goes on.
            branch.signature = branch.state.signature();
            const auto same = [&](const auto& other) { return other.signature == branch.signature; };
            kept += std::none_of(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(kept), same) ? 1u : 0u;
        }
        branches.swap(next);
        live = kept;
    }
    const ParserState& best = scratch.best();
    for (std::int32_t i = 0; i < best.size(); ++i) {
        const auto& node = best.node(i);
        if (node.head == ParserState::nobody) {
            continue;
        }
        arcs.push_back({best.place(i), best.place(node.head), node.relation, 0});
    }
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
