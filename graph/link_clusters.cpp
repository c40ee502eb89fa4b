// See link_clusters.hpp.
#include "graph/link_clusters.hpp"

#include "graph/link_points.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_set>

namespace fasti::graph {
namespace {

constexpr std::size_t large_component = 2000; ///< reports; above it the threshold rises
/// Pairs of so many points are never given up: a family, two actors in their parts and the day agree, and what
/// thousands of articles tell so is one event.
constexpr int surely_one = 14;

class Clustering {
public:
    Clustering(std::span<const LinkReport> reports, const std::vector<ReportPair>& pairs)
        : reports_(reports), cluster_of_(reports.size()), clusters_(reports.size()) {
        for (std::uint32_t i = 0; i < reports.size(); ++i) {
            cluster_of_[i] = i;
            clusters_[i].members = {i};
            clusters_[i].articles = {{reports[i].article, i}};
            if (reports[i].on_a_day()) {
                clusters_[i].first_day = clusters_[i].last_day = reports[i].first_day;
                clusters_[i].dated = true;
            } else if (reports[i].dated && !reports[i].loose) {
                clusters_[i].from = reports[i].first_day;
                clusters_[i].to = reports[i].last_day;
            }
        }
        for (const ReportPair& p : pairs) {
            if (reports[p.a].article == reports[p.b].article) {
                twins_.emplace(std::min(p.a, p.b), std::max(p.a, p.b));
            }
        }
    }

    void forbid(std::uint32_t a, std::uint32_t b) {
        clusters_[cluster_of_[a]].forbidden.insert(b);
        clusters_[cluster_of_[b]].forbidden.insert(a);
    }

    void merge(std::uint32_t a, std::uint32_t b, bool decided) {
        std::uint32_t into = cluster_of_[a];
        std::uint32_t from = cluster_of_[b];
        if (into == from || (!decided && clusters_[into].refused.contains(from))) {
            return;
        }
        if (clusters_[into].members.size() < clusters_[from].members.size()) {
            std::swap(into, from);
        }
        if (!decided && !mergeable(clusters_[into], clusters_[from])) {
            return;
        }
        if (!decided && !of_unlike_articles(clusters_[into], clusters_[from])) {
            clusters_[into].refused.insert(from);
            clusters_[from].refused.insert(into);
            return;
        }
        Cluster& target = clusters_[into];
        Cluster& source = clusters_[from];
        for (const std::uint32_t m : source.members) {
            cluster_of_[m] = into;
        }
        target.members.insert(target.members.end(), source.members.begin(), source.members.end());
        target.articles.insert(source.articles.begin(), source.articles.end());
        target.forbidden.insert(source.forbidden.begin(), source.forbidden.end());
        for (const std::uint32_t other : source.refused) { // what did not go with a part does not with the whole
            clusters_[other].refused.erase(from);
            if (other != into) {
                clusters_[other].refused.insert(into);
                target.refused.insert(other);
            }
        }
        target.from = std::max(target.from, source.from);
        target.to = std::min(target.to, source.to);
        if (source.dated) {
            target.first_day = target.dated ? std::min(target.first_day, source.first_day) : source.first_day;
            target.last_day = target.dated ? std::max(target.last_day, source.last_day) : source.last_day;
            target.dated = true;
        }
        source = {};
    }

    [[nodiscard]] std::uint32_t cluster_of(std::uint32_t report) const { return cluster_of_[report]; }

private:
    struct Cluster {
        std::vector<std::uint32_t> members;
        std::multimap<std::uint32_t, std::uint32_t> articles; ///< article → report
        std::set<std::uint32_t> forbidden;
        std::unordered_set<std::uint32_t> refused; ///< clusters that tell it of one article as another event
        std::int32_t first_day = 0;
        std::int32_t last_day = 0;
        bool dated = false;
        std::int32_t from = std::numeric_limits<std::int32_t>::min(); ///< what months and years have in common
        std::int32_t to = std::numeric_limits<std::int32_t>::max();
    };

    /// `b` is the smaller one.
    [[nodiscard]] bool mergeable(const Cluster& a, const Cluster& b) const {
        if (a.dated && b.dated &&
            std::max(a.last_day, b.last_day) - std::min(a.first_day, b.first_day) > most_stretch) {
            return false;
        }
        const std::int64_t from = std::max(a.from, b.from);
        const std::int64_t to = std::min(a.to, b.to);
        if (from > to || (a.dated && (a.last_day < from - 1 || a.first_day > to + 1)) ||
            (b.dated && (b.last_day < from - 1 || b.first_day > to + 1))) {
            return false;
        }
        for (const std::uint32_t m : b.members) {
            if (a.forbidden.contains(m)) {
                return false;
            }
        }
        return true;
    }

    /// No article tells of both as two events. Looks at every article of `b`: what fails is remembered, since it
    /// can't come right later.
    [[nodiscard]] bool of_unlike_articles(const Cluster& a, const Cluster& b) const {
        for (const auto& [article, report] : b.articles) {
            for (auto [other, end] = a.articles.equal_range(article); other != end; ++other) {
                if (!twins_.contains({std::min(report, other->second), std::max(report, other->second)})) {
                    return false;
                }
            }
        }
        return true;
    }

    std::span<const LinkReport> reports_;
    std::vector<std::uint32_t> cluster_of_;
    std::vector<Cluster> clusters_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> twins_; ///< pairs within one article
};

/// Components that hold more than `large_component` reports lose their weakest pairs, step by step; the rest stays. A
/// function of the component alone.
void thin(std::size_t reports, std::vector<ReportPair>& pairs) {
    for (int threshold = link_threshold + 1; threshold <= surely_one; ++threshold) {
        std::vector<std::uint32_t> parent(reports);
        std::vector<std::uint32_t> size(reports, 1);
        std::iota(parent.begin(), parent.end(), 0U);
        const auto root = [&](std::uint32_t i) {
            while (parent[i] != i) {
                i = parent[i] = parent[parent[i]];
            }
            return i;
        };
        std::uint32_t largest = 1;
        for (const ReportPair& p : pairs) {
            std::uint32_t a = root(p.a);
            std::uint32_t b = root(p.b);
            if (a != b) {
                if (size[a] < size[b]) {
                    std::swap(a, b);
                }
                parent[b] = a;
                size[a] += size[b];
                largest = std::max(largest, size[a]);
            }
        }
        if (largest <= large_component) {
            return;
        }
        const auto old_size = pairs.size();
        bool higher = false;
        std::erase_if(pairs, [&](const ReportPair& p) {
            higher = higher || p.points >= threshold;
            return p.points < threshold && size[root(p.a)] > large_component;
        });
        if (pairs.size() == old_size && !higher) {
            return;
        }
    }
}

} // namespace

std::vector<std::uint32_t> cluster_reports(std::span<const LinkReport> reports, std::vector<ReportPair> pairs,
                                           std::span<const std::pair<std::uint32_t, std::uint32_t>> same,
                                           std::span<const std::pair<std::uint32_t, std::uint32_t>> forbidden) {
    thin(reports.size(), pairs);
    const auto low = [&](const ReportPair& p) { return std::min(reports[p.a].place, reports[p.b].place); };
    const auto high = [&](const ReportPair& p) { return std::max(reports[p.a].place, reports[p.b].place); };
    std::sort(pairs.begin(), pairs.end(), [&](const ReportPair& x, const ReportPair& y) {
        return std::tuple(y.points, low(x), high(x)) < std::tuple(x.points, low(y), high(y));
    });
    Clustering clustering(reports, pairs);
    for (const auto& [a, b] : forbidden) {
        clustering.forbid(a, b);
    }
    for (const auto& [a, b] : same) {
        clustering.merge(a, b, true);
    }
    for (const ReportPair& p : pairs) {
        clustering.merge(p.a, p.b, false);
    }
    std::vector<std::uint32_t> out(reports.size());
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < reports.size(); ++i) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        out[i] = numbers.try_emplace(clustering.cluster_of(i), next).first->second;
    }
    return out;
}

} // namespace fasti::graph
