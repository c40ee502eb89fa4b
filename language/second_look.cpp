// See second_look.hpp.
#include "language/second_look.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace fasti::language {

void Candidates::gather(std::span<const BranchArc> forwards, std::span<const BranchArc> backwards,
                        const TreeContext& tree) {
    const auto words = static_cast<std::size_t>(tree.size());
    ends_.assign(words, 1);
    for (const auto& arcs : {forwards, backwards}) {
        for (const BranchArc& arc : arcs) {
            ++ends_[static_cast<std::size_t>(arc.dependent)];
        }
    }
    begins_.assign(words + 1, 0);
    for (std::size_t i = 0; i < words; ++i) {
        begins_[i + 1] = begins_[i] + ends_[i];
    }
    all_.resize(begins_.back());
    std::copy_n(begins_.begin(), words, ends_.begin());
    const auto add = [&](const Candidate& candidate) {
        const auto d = static_cast<std::size_t>(candidate.dependent);
        Candidate* const end = all_.data() + ends_[d];
        Candidate* const same = std::find_if(all_.data() + begins_[d], end,
                                             [&](const Candidate& other) { return other.head == candidate.head; });
        if (same == end) {
            *same = candidate;
            ++ends_[d];
            return;
        }
        if (candidate.behind < same->behind) {
            same->behind = candidate.behind;
            same->relation = candidate.relation;
        }
        same->behind_back = std::min(same->behind_back, candidate.behind_back);
    };
    for (std::int32_t i = 0; i < tree.size(); ++i) {
        add({i, tree.node(i).head, tree.node(i).relation, 0, far_behind});
    }
    for (const BranchArc& arc : forwards) {
        add({arc.dependent, arc.head, arc.relation, arc.behind, far_behind});
    }
    for (const BranchArc& arc : backwards) {
        add({arc.dependent, arc.head, Relation::dep, far_behind, arc.behind});
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t begin = begins_[i];
        begins_[i] = kept;
        for (std::size_t k = begin; k < ends_[i]; ++k) {
            all_[kept++] = all_[k];
        }
    }
    begins_.back() = kept;
}

namespace {

// Moves words to other heads and keeps it a tree.
class Mover {
public:
    explicit Mover(SecondLookScratch& scratch) : s_(scratch), root_(scratch.tree.size()) {}

    bool move(std::int32_t dependent, std::int32_t choice) {
        const Candidate& wanted = candidate(dependent, choice);
        const std::int32_t had = head(dependent);
        if (!below(wanted.head, dependent)) {
            if (had == root_ || wanted.head == root_) {
                return false; // there would be none, or two
            }
            take(dependent, choice);
            return true;
        }
        // It wants to hang below itself: a word on the way up from there has to leave it, at a price.
        std::int32_t best_word = TreeContext::nobody, best_choice = 0;
        std::int32_t best = -gain(dependent, choice);
        for (std::int32_t word = wanted.head; word != dependent; word = head(word)) {
            const auto others = s_.candidates.of(word);
            for (std::int32_t c = 0; c < static_cast<std::int32_t>(others.size()); ++c) {
                const std::int32_t to = others[static_cast<std::size_t>(c)].head;
                const bool one_root = (had == root_) == (to == root_);
                if (one_root && gain(word, c) > best && !below(to, dependent)) {
                    best = gain(word, c);
                    best_word = word;
                    best_choice = c;
                }
            }
        }
        if (best_word == TreeContext::nobody) {
            return false;
        }
        take(best_word, best_choice);
        take(dependent, choice);
        return true;
    }

    [[nodiscard]] std::int32_t gain(std::int32_t dependent, std::int32_t choice) const {
        const auto d = static_cast<std::size_t>(dependent);
        const std::int32_t* scores = s_.scores.data() + s_.begins[d];
        return scores[choice] - scores[s_.chosen[d]];
    }

private:
    [[nodiscard]] std::int32_t head(std::int32_t word) const { return s_.heads[static_cast<std::size_t>(word)]; }
    [[nodiscard]] const Candidate& candidate(std::int32_t dependent, std::int32_t choice) const {
        return s_.candidates.of(dependent)[static_cast<std::size_t>(choice)];
    }
    [[nodiscard]] bool below(std::int32_t word, std::int32_t above) const {
        while (word != root_ && word != above) {
            word = head(word);
        }
        return word == above;
    }
    void take(std::int32_t dependent, std::int32_t choice) {
        s_.heads[static_cast<std::size_t>(dependent)] = candidate(dependent, choice).head;
        s_.chosen[static_cast<std::size_t>(dependent)] = choice;
    }

    SecondLookScratch& s_;
    std::int32_t root_;
};

} // namespace

std::int32_t SecondLook::score(const TreeContext& tree, const Candidate& candidate) const {
    std::array<std::uint32_t, head_feature_count> features;
    head_features(tree, candidate, features);
    for (const std::uint32_t feature : features) {
        heads_.prefetch(feature);
    }
    DenseWeights::Sums sums;
    for (const std::uint32_t feature : features) {
        heads_.add(feature, sums);
    }
    return sums.weights()[head_class(tree, candidate)] - handicap(candidate);
}

std::span<const Candidate> SecondLook::look(const Document& document, IndexRange tokens,
                                            std::span<const WordAtoms> words, std::span<const BranchArc> forwards,
                                            std::span<const BranchArc> backwards, SecondLookScratch& scratch) const {
    auto& [tree, candidates, begins, scores, heads, chosen, wishes, moves] = scratch;
    tree.read(document, tokens, words);
    candidates.gather(forwards, backwards, tree);
    begins.clear();
    scores.clear();
    heads.clear();
    wishes.clear();
    chosen.assign(tokens.size(), 0); // a word's first candidate is the head that it has
    for (std::int32_t word = 0; word < tree.size(); ++word) {
        begins.push_back(scores.size());
        heads.push_back(tree.node(word).head);
        const auto choices = candidates.of(word);
        if (choices.size() < 2) {
            scores.push_back(0);
            continue;
        }
        const std::size_t own = scores.size();
        for (std::size_t c = 0; c < choices.size(); ++c) {
            scores.push_back(score(tree, choices[c]));
            if (scores.back() > scores[own]) {
                wishes.push_back({scores.back() - scores[own], word, static_cast<std::int32_t>(c)});
            }
        }
    }
    Mover mover(scratch);
    for (bool moved = true; moved && !wishes.empty();) {
        moved = false;
        std::sort(wishes.begin(), wishes.end(), [](const auto& a, const auto& b) {
            return std::tuple(-a.gain, a.dependent, a.choice) < std::tuple(-b.gain, b.dependent, b.choice);
        });
        for (auto& wish : wishes) {
            wish.gain = mover.gain(wish.dependent, wish.choice);
            moved = (wish.gain > 0 && mover.move(wish.dependent, wish.choice)) || moved;
        }
    }
    moves.clear();
    for (std::int32_t word = 0; word < tree.size(); ++word) {
        const std::int32_t choice = chosen[static_cast<std::size_t>(word)];
        if (choice != 0) {
            moves.push_back(candidates.of(word)[static_cast<std::size_t>(choice)]);
        }
    }
    return moves;
}

} // namespace fasti::language
