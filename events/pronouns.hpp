// The last sieve of coreference: what a pronoun stands for, from what was mentioned shortly before it.
#pragma once

#include "events/coreference.hpp"

#include <deque>

namespace fasti::events {

/// The mentions before the one that is being read: at most `reach` of them, so a pronoun costs the same everywhere.
class Recent {
public:
    static constexpr std::size_t reach = 48;
    struct Entry {
        std::uint32_t candidate;
        std::uint32_t cluster;
    };
    void add(std::uint32_t candidate, std::uint32_t cluster) {
        if (entries_.size() == reach)
            entries_.pop_front();
        entries_.push_back({candidate, cluster});
    }
    [[nodiscard]] const std::deque<Entry>& entries() const { return entries_; }

private:
    std::deque<Entry> entries_;
};

/// The cluster that the pronoun `candidate` stands for, or `no_cluster` where that is open: a dummy "it", no antecedent
/// of its gender, number and type within reach.
[[nodiscard]] std::uint32_t resolve_pronoun(const Tree& tree, const std::vector<Candidate>& candidates,
                                            const Coreference& coreference, const Recent& recent,
                                            std::uint32_t candidate);

/// The subject of the nearest verb of saying around `token`: who "I" is in "I am sorry, Jobs said"; `no_token` outside
/// of speech.
[[nodiscard]] std::uint32_t speaker_of(const Tree& tree, std::uint32_t token);

} // namespace fasti::events
