// Builds the arrays of Tree: heads made safe, children grouped by head, phrases summed from the leaves up.
#include "events/tree.hpp"

#include <algorithm>

namespace fasti::events {

Tree::Tree(const Document& document) : document_(&document) {
    const auto count = static_cast<std::uint32_t>(document.tokens.size());
    heads_.assign(count, no_token);
    sentences_.assign(count, 0);
    first_child_.assign(count + 1, 0);
    phrases_.resize(count);
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const IndexRange range = document.sentences[s].tokens;
        for (std::uint32_t t = range.begin; t < std::min(range.end, count); ++t) {
            sentences_[t] = s;
            const std::uint32_t head = document.tokens[t].head;
            if (head != t && range.contains(head))
                heads_[t] = head;
        }
    }
    for (std::uint32_t t = 0; t < count; ++t)
        phrases_[t] = {t, t + 1};

    // Leaves first: a token is finished when all its dependents are. What is never finished hangs on a
    // cycle, which is cut where it is met first.
    std::vector<std::uint32_t> waiting(count, 0);
    for (std::uint32_t t = 0; t < count; ++t)
        if (heads_[t] != no_token)
            ++waiting[heads_[t]];
    std::vector<std::uint32_t> ready;
    ready.reserve(count);
    std::vector<bool> finished(count, false);
    const auto drain = [&] {
        while (!ready.empty()) {
            const std::uint32_t t = ready.back();
            ready.pop_back();
            finished[t] = true;
            const std::uint32_t head = heads_[t];
            if (head == no_token)
                continue;
            phrases_[head].begin = std::min(phrases_[head].begin, phrases_[t].begin);
            phrases_[head].end = std::max(phrases_[head].end, phrases_[t].end);
            if (--waiting[head] == 0)
                ready.push_back(head);
        }
    };
    for (std::uint32_t t = 0; t < count; ++t)
        if (waiting[t] == 0)
            ready.push_back(t);
    drain();
    for (std::uint32_t t = 0; t < count; ++t) {
        if (finished[t])
            continue;
        const std::uint32_t head = heads_[t];
        heads_[t] = no_token;
        if (--waiting[head] == 0)
            ready.push_back(head);
        drain();
    }

    group_children();
    read_nominals();
    read_negations();
}

void Tree::group_children() {
    const std::vector<Token>& tokens = document_->tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    for (std::uint32_t t = 0; t < count; ++t)
        if (heads_[t] != no_token)
            ++first_child_[heads_[t] + 1];
    for (std::uint32_t t = 0; t < count; ++t)
        first_child_[t + 1] += first_child_[t];
    children_.resize(first_child_[count]);
    std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end());
    for (std::uint32_t t = 0; t < count; ++t)
        if (heads_[t] != no_token)
            children_[next[heads_[t]]++] = t;
    by_relation_ = children_;
    for (std::uint32_t t = 0; t < count; ++t)
        std::sort(by_relation_.begin() + first_child_[t], by_relation_.begin() + first_child_[t + 1],
                  [&](std::uint32_t a, std::uint32_t b) {
                      return std::pair(tokens[a].relation, a) < std::pair(tokens[b].relation, b);
                  });
}

void Tree::read_nominals() {
    const std::vector<Token>& tokens = document_->tokens;
    nominals_.resize(tokens.size());
    for (std::uint32_t head = 0; head < tokens.size(); ++head) {
        IndexRange range = phrases_[head];
        for (const std::uint32_t c : children(head)) {
            switch (tokens[c].relation) {
            case Relation::acl_relcl:
            case Relation::conj:
            case Relation::appos:
            case Relation::parataxis:
            case Relation::advcl:
            case Relation::advcl_relcl:
                if (c > head)
                    range.end = std::min(range.end, phrases_[c].begin);
                break;
            case Relation::case_:
            case Relation::mark:
            case Relation::cc:
            case Relation::punct:
            case Relation::cc_preconj:
                if (c < head)
                    range.begin = std::max(range.begin, c + 1);
                break;
            default:
                break;
            }
        }
        range.end = std::max(range.end, head + 1);
        while (range.end > head + 1 &&
               (tokens[range.end - 1].upos == Upos::punct || tokens[range.end - 1].upos == Upos::cconj))
            --range.end;
        nominals_[head] = {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    }
}

void Tree::read_negations() {
    const std::vector<Token>& tokens = document_->tokens;
    negated_.assign(tokens.size(), false);
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        if (heads_[t] == no_token)
            continue;
        const std::string_view lemma = tokens[t].lemma;
        const bool negation =
            lemma == "not" || lemma == "never" || lemma == "n't" || lemma == "nor" || lemma == "neither";
        const bool no_longer = lemma == "long" && t > 0 && tokens[t - 1].lemma == "no" && t < heads_[t];
        if ((negation && tokens[t].relation != Relation::cc_preconj) || no_longer)
            negated_[heads_[t]] = true;
    }
}

std::span<const std::uint32_t> Tree::children(std::uint32_t token, Relation relation) const {
    const auto first = by_relation_.begin() + first_child_[token];
    const auto last = by_relation_.begin() + first_child_[token + 1];
    const auto begin = std::lower_bound(first, last, relation,
                                        [&](std::uint32_t c, Relation r) { return document_->tokens[c].relation < r; });
    const auto end = std::upper_bound(begin, last, relation,
                                      [&](Relation r, std::uint32_t c) { return r < document_->tokens[c].relation; });
    return {begin, end};
}

std::uint32_t Tree::child(std::uint32_t token, Relation relation) const {
    const auto first = by_relation_.begin() + first_child_[token];
    const auto last = by_relation_.begin() + first_child_[token + 1];
    const auto at = std::lower_bound(first, last, relation,
                                     [&](std::uint32_t c, Relation r) { return document_->tokens[c].relation < r; });
    return at != last && document_->tokens[*at].relation == relation ? *at : no_token;
}

std::uint32_t Tree::child_of_kind(std::uint32_t token, Relation relation) const {
    // Subtypes stand behind their relation in the enumeration.
    std::uint32_t first = no_token;
    for (auto r = static_cast<std::size_t>(relation);
         r <= static_cast<std::size_t>(Relation::xcomp) && universal(static_cast<Relation>(r)) == relation; ++r)
        first = std::min(first, child(token, static_cast<Relation>(r)));
    return first;
}

} // namespace fasti::events
