// Which candidates mean the same actor: sieves from precise to loose. Names first (equal, acronym, dropped tail,
// surname), then what stands beside a name (titles, appositions), then descriptions, then pronouns (pronouns.hpp).
//
// A cluster without a name is kept as well: "a farmer … he" must not send "he" to the minister.
#pragma once

#include "events/mentions.hpp"

#include <string>
#include <vector>

namespace fasti::events {

inline constexpr std::uint32_t no_cluster = 0xffffffffu;

struct HeldTitle {
    ActorLexicon::Index office = ActorLexicon::none;
    std::string domain;
    Span words; ///< "Defense Minister"
};

/// Candidates that mean one actor, and what is known of it.
struct Cluster {
    ActorType type = ActorType::other;
    bool typed = false;
    bool named = false;
    bool plural = false;
    bool state = false;
    Gender gender = Gender::unknown;
    ActorLexicon::Index country = ActorLexicon::none;
    std::vector<ActorLexicon::Index> classes; ///< "company": what it is said to be
    std::vector<HeldTitle> titles;
    std::vector<std::uint32_t> candidates; ///< in the order in which they were linked
};

struct Coreference {
    std::vector<Cluster> clusters;
    std::vector<std::uint32_t> cluster_of; ///< by candidate; `no_cluster`: stands for nothing known
    /// Candidates that stand for several clusters at once: "the two countries".
    struct Together {
        std::uint32_t candidate;
        std::vector<std::uint32_t> clusters;
    };
    std::vector<Together> together;

    void link(std::uint32_t candidate, std::uint32_t cluster) {
        cluster_of[candidate] = cluster;
        clusters[cluster].candidates.push_back(candidate);
    }
};

/// Links all candidates. Linear in their number: every sieve looks things up by key or within a bounded window.
[[nodiscard]] Coreference resolve_coreference(const Tree& tree, const ActorLexicon& lexicon,
                                              const std::vector<Candidate>& candidates);

/// First sieve: the clusters of the names. Sets `cluster_of` of every name, `no_cluster` for the rest.
[[nodiscard]] Coreference link_names(const Document& document, const ActorLexicon& lexicon,
                                     const std::vector<Candidate>& candidates);

} // namespace fasti::events
