// A component of report pairs into clusters, one for each event.
#pragma once

#include "graph/link_report.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fasti::graph {

struct ReportPair {
    std::uint32_t a = 0; ///< indices of the component
    std::uint32_t b = 0;
    int points = 0;
};

/// Clusters of one component by constrained merging, the best pair first: never two events of one
/// article that are no pair themselves, never days further apart than 3, never a forbidden pair.
/// `same` and `forbidden` are the user's. Gives the cluster of each report, numbered from 0.
[[nodiscard]] std::vector<std::uint32_t>
cluster_reports(std::span<const LinkReport> reports, std::vector<ReportPair> pairs,
                std::span<const std::pair<std::uint32_t, std::uint32_t>> same,
                std::span<const std::pair<std::uint32_t, std::uint32_t>> forbidden);

} // namespace fasti::graph
