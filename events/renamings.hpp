// Two names of one actor, where the text says that one has become the other: "Facebook was renamed Meta". The last
// sieve of coreference.
#pragma once

#include "events/coreference.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace fasti::events {

/// Joins the clusters of the old name and the new one; all earlier sieves must be done. States keep apart. `cluster_at`
/// gives the cluster that a token's mention is linked to, or `no_cluster`.
void join_renamed(const Tree& tree, const std::vector<Candidate>& candidates, Coreference& coreference,
                  const std::function<std::uint32_t(std::uint32_t)>& cluster_at);

} // namespace fasti::events
