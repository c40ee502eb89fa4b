// Which names stand for one actor, across articles. A pure function of the names of one
// component (all that meet under a key of names.hpp), so that a story gives the same actors in
// whatever order its articles come. Called by relink.cpp.
//
// Evidence for and against is counted in points, each with its reason (docs/linking.md): a shared
// surname says little, a shared role or company more, another country speaks against.
#pragma once

#include "graph/decisions.hpp"
#include "graph/names.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fasti::graph {

/// All local actors of the story with one identity.
struct KnownName {
    Identity identity;
    std::int64_t hash = 0; ///< of the identity
    std::uint32_t articles = 0;
};

struct NameMerge {
    std::uint32_t first = 0; ///< indices of the input
    std::uint32_t second = 0;
    int points = 0;
    std::string reasons;
};

struct ActorClusters {
    std::vector<std::uint32_t> cluster_of; ///< by index of the input; numbered from 0
    std::vector<NameMerge> merges;
};

/// The actors that stand in the same articles as a name: hash of form → number of articles,
/// sorted by hash; empty when the name is in so many articles that it would tell nothing.
using NameCompany = std::vector<std::pair<std::int64_t, std::uint32_t>>;
using FindCompany = std::function<NameCompany(std::uint32_t index)>;

[[nodiscard]] ActorClusters link_actors(std::span<const KnownName> names, const Lexicon& lexicon,
                                        const Decisions& decisions, const FindCompany& find_company);

} // namespace fasti::graph
