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
}

std::uint32_t Tree::child(std::uint32_t token, Relation relation) const {
    for (const std::uint32_t c : children(token))
        if (document_->tokens[c].relation == relation)
            return c;
    return no_token;
}

std::uint32_t Tree::child_of_kind(std::uint32_t token, Relation relation) const {
    for (const std::uint32_t c : children(token))
        if (universal(document_->tokens[c].relation) == relation)
            return c;
    return no_token;
}

} // namespace fasti::events
