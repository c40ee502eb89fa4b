// See knowledge_graph.hpp.
#include "graph/knowledge_graph.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fasti::graph {
namespace {

struct Tie {
    double weight = 1;
};
using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, Tie, boost::no_property,
                                               std::uint32_t, std::uint32_t>;
constexpr std::size_t pivots = 64;
constexpr int rank_rounds = 40;
constexpr int community_rounds = 20;

} // namespace

struct KnowledgeGraph::Graph {
    Csr csr;
    std::vector<std::uint32_t> numbers; ///< of vertices
    std::unordered_map<std::uint32_t, std::uint32_t> vertices;
};

KnowledgeGraph::KnowledgeGraph(Database& db) : graph_(std::make_unique<Graph>()) {
    Ties ties;
    Query edges = db.query("SELECT low, high, weight FROM actor_edge");
    while (edges.step()) {
        ties.emplace_hint(ties.end(), std::pair(edges.number(0), edges.number(1)), edges.integer(2));
    }
    build(db, ties);
}

KnowledgeGraph::KnowledgeGraph(Database& db, std::span<const EventRow> events) : graph_(std::make_unique<Graph>()) {
    Ties ties;
    for (const EventRow& row : events) {
        const std::int64_t weight = tie_weight(row);
        const auto actors = weight == 0 ? std::vector<std::uint32_t>{} : tied_actors(row);
        for (std::size_t i = 0; i < actors.size(); ++i) {
            for (std::size_t j = i + 1; j < actors.size(); ++j) {
                ties[{actors[i], actors[j]}] += weight;
            }
        }
    }
    build(db, ties);
}

void KnowledgeGraph::build(Database& db, const Ties& ties) {
    Query actors = db.query("SELECT num FROM actor ORDER BY id, name");
    while (actors.step()) {
        graph_->vertices.emplace(actors.number(0), static_cast<std::uint32_t>(graph_->numbers.size()));
        graph_->numbers.push_back(actors.number(0));
    }
    std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, Tie>> rows;
    for (const auto& [pair, weight] : ties) {
        const auto low = graph_->vertices.find(pair.first);
        const auto high = graph_->vertices.find(pair.second);
        if (low != graph_->vertices.end() && high != graph_->vertices.end()) {
            const Tie tie{static_cast<double>(weight) / 100.0};
            rows.push_back({{low->second, high->second}, tie});
            rows.push_back({{high->second, low->second}, tie});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Tie> weights;
    for (const auto& [end, tie] : rows) {
        ends.push_back(end);
        weights.push_back(tie);
    }
    graph_->csr = Csr(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), weights.begin(),
                      static_cast<std::uint32_t>(graph_->numbers.size()));
}

KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

namespace {

std::vector<double> page_ranks(const Csr& csr) {
    const std::size_t n = boost::num_vertices(csr);
    std::vector<double> rank(n, 1.0 / static_cast<double>(n));
    std::vector<double> next(n);
    std::vector<double> strength(n, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        for (auto [e, end] = boost::out_edges(v, csr); e != end; ++e) {
            strength[v] += csr[*e].weight;
        }
    }
    // boost::page_rank knows no weights; a strong tie must pass on more than a weak one.
    for (int round = 0; round < rank_rounds; ++round) {
        double lost = 0;
        std::fill(next.begin(), next.end(), 0.0);
        for (std::uint32_t v = 0; v < n; ++v) {
            if (strength[v] == 0) {
                lost += rank[v];
                continue;
            }
            const double share = rank[v] / strength[v];
            for (auto [e, end] = boost::out_edges(v, csr); e != end; ++e) {
                next[boost::target(*e, csr)] += share * csr[*e].weight;
            }
        }
        for (double& r : next) {
            r = (0.15 + 0.85 * lost) / static_cast<double>(n) + 0.85 * r;
        }
        rank.swap(next);
    }
    return rank;
}

/// Label propagation: each vertex takes the label that its ties carry most, over and over.
std::vector<std::uint32_t> communities(const Csr& csr) {
    const std::size_t n = boost::num_vertices(csr);
    std::vector<std::uint32_t> label(n);
    std::iota(label.begin(), label.end(), 0U);
    std::vector<double> votes(n, 0);
    std::vector<std::uint32_t> seen;
    for (int round = 0; round < community_rounds; ++round) {
        bool moved = false;
        for (std::uint32_t v = 0; v < n; ++v) {
            seen.clear();
            for (auto [e, end] = boost::out_edges(v, csr); e != end; ++e) {
                const std::uint32_t l = label[boost::target(*e, csr)];
                if (votes[l] == 0) {
                    seen.push_back(l);
                }
                votes[l] += csr[*e].weight;
            }
            std::uint32_t best = label[v];
            for (const std::uint32_t l : seen) {
                if (votes[l] > votes[best] || (votes[l] == votes[best] && l < best)) {
                    best = l;
                }
            }
            for (const std::uint32_t l : seen) {
                votes[l] = 0;
            }
            moved = moved || best != label[v];
            label[v] = best;
        }
        if (!moved) {
            break;
        }
    }
    std::vector<std::uint32_t> size(n, 0);
    for (const std::uint32_t l : label) {
        ++size[l];
    }
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
    std::vector<std::uint32_t> number(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        number[order[i]] = i;
    }
    for (std::uint32_t& l : label) {
        l = number[l];
    }
    return label;
}

/// Brandes' accumulation (2001) from pivots spread evenly over the vertices.
std::vector<double> betweenness(const Csr& csr) {
    const std::size_t n = boost::num_vertices(csr);
    std::vector<double> score(n, 0);
    const std::size_t count = std::min(pivots, n);
    std::vector<int> distance(n);
    std::vector<double> paths(n);
    std::vector<double> share(n);
    std::vector<std::uint32_t> order;
    for (std::size_t p = 0; p < count; ++p) {
        const auto source = static_cast<std::uint32_t>(p * n / count);
        std::fill(distance.begin(), distance.end(), -1);
        std::fill(paths.begin(), paths.end(), 0.0);
        std::fill(share.begin(), share.end(), 0.0);
        order.assign(1, source);
        distance[source] = 0;
        paths[source] = 1;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::uint32_t v = order[i];
            for (auto [e, end] = boost::out_edges(v, csr); e != end; ++e) {
                const auto w = boost::target(*e, csr);
                if (distance[w] < 0) {
                    distance[w] = distance[v] + 1;
                    order.push_back(static_cast<std::uint32_t>(w));
                }
                if (distance[w] == distance[v] + 1) {
                    paths[w] += paths[v];
                }
            }
        }
        for (std::size_t i = order.size(); i-- > 1;) {
            const std::uint32_t w = order[i];
            for (auto [e, end] = boost::out_edges(w, csr); e != end; ++e) {
                const auto v = boost::target(*e, csr);
                if (distance[v] == distance[w] - 1) {
                    share[v] += paths[v] / paths[w] * (1 + share[w]);
                }
            }
            score[w] += share[w];
        }
    }
    const double all = static_cast<double>(count) * static_cast<double>(n > 2 ? n - 2 : 1);
    for (double& s : score) {
        s /= all > 0 ? all : 1;
    }
    return score;
}

} // namespace

std::unordered_map<std::uint32_t, ActorRank> KnowledgeGraph::ranks(bool with_betweenness) const {
    std::unordered_map<std::uint32_t, ActorRank> out;
    const std::size_t n = graph_->numbers.size();
    if (n == 0) {
        return out;
    }
    const auto pagerank = page_ranks(graph_->csr);
    const auto community = communities(graph_->csr);
    const auto between = with_betweenness ? betweenness(graph_->csr) : std::vector<double>(n, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        ActorRank rank{pagerank[v], community[v], 0, 0, between[v]};
        for (auto [e, end] = boost::out_edges(v, graph_->csr); e != end; ++e) {
            ++rank.degree;
            rank.strength += graph_->csr[*e].weight;
        }
        out.emplace(graph_->numbers[v], rank);
    }
    return out;
}

std::vector<std::uint32_t> KnowledgeGraph::path(std::uint32_t from, std::uint32_t to, bool by_weight) const {
    const auto source = graph_->vertices.find(from);
    const auto target = graph_->vertices.find(to);
    if (source == graph_->vertices.end() || target == graph_->vertices.end()) {
        return {};
    }
    const std::size_t n = graph_->numbers.size();
    std::vector<double> distance(n);
    std::vector<std::uint32_t> parent(n);
    // A step costs 1 and a little for a weak tie, or the inverse of the tie alone.
    const auto cost =
        boost::make_function_property_map<Csr::edge_descriptor, double>([&](const Csr::edge_descriptor& e) {
            const double weak = 1.0 / (1.0 + graph_->csr[e].weight);
            return by_weight ? weak : 1.0 + weak * 1e-6;
        });
    boost::dijkstra_shortest_paths(graph_->csr, source->second,
                                   boost::weight_map(cost)
                                       .distance_map(boost::make_iterator_property_map(
                                           distance.begin(), boost::get(boost::vertex_index, graph_->csr)))
                                       .predecessor_map(boost::make_iterator_property_map(
                                           parent.begin(), boost::get(boost::vertex_index, graph_->csr))));
    std::vector<std::uint32_t> out;
    if (source->second != target->second && parent[target->second] == target->second) {
        return out;
    }
    for (std::uint32_t v = target->second;; v = parent[v]) {
        out.push_back(graph_->numbers[v]);
        if (v == source->second) {
            break;
        }
    }
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace fasti::graph
