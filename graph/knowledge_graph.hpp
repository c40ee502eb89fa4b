// The ties between all actors of a story as a Boost graph in compressed rows: ranks, communities,
// shortest paths. Built from the table actor_edge when a question needs the whole graph; look-ups
// of one actor read the tables instead. Boost stays in the .cpp.
//
// Vertices are numbered by public id, so that sums and ties come out the same whatever the order
// in which articles came.
#pragma once

#include "graph/event_rows.hpp"
#include "graph/sqlite.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fasti::graph {

struct ActorRank {
    double pagerank = 0;
    std::uint32_t community = 0; ///< from 0, the largest first
    std::uint32_t degree = 0;
    double strength = 0;
    double betweenness = 0; ///< only from `ranks(true)`
};

class KnowledgeGraph {
public:
    explicit KnowledgeGraph(Database& db);
    /// Only the ties that these events make.
    KnowledgeGraph(Database& db, std::span<const EventRow> events);
    KnowledgeGraph(KnowledgeGraph&&) noexcept;
    ~KnowledgeGraph();

    /// By the story's number of the actor. Betweenness is sampled from 64 fixed pivots.
    [[nodiscard]] std::unordered_map<std::uint32_t, ActorRank> ranks(bool betweenness = false) const;

    /// The actors on the best way from one to another, both included; empty when there is none.
    /// By hops: fewest steps, among these the strongest; by weight: strong ties are short.
    [[nodiscard]] std::vector<std::uint32_t> path(std::uint32_t from, std::uint32_t to, bool by_weight) const;

private:
    struct Graph;
    using Ties = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>; ///< hundredths
    void build(Database& db, const Ties& ties);
    std::unique_ptr<Graph> graph_;
};

} // namespace fasti::graph
