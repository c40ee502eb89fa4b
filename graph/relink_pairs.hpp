// Reports that meet, for what changed: writes the keys under which they meet and the pairs that
// link_points finds alike. Used by relink_events, which groups the pairs.
//
// In a bucket (all reports with one key) every report is compared with the bucket's hubs, the first
// few by place; small buckets are compared whole. Of what it finds alike a report keeps the best few
// that stand before it by place, so that a thousand reports of one event cost a thousand times as much as one.
// Which pairs there are depends on what is in the buckets now, never on the order in which it came.
#pragma once

#include "graph/report_cache.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fasti::graph {

class PairRelink {
public:
    PairRelink(Story::Impl& story, ReportCache& reports) : db_(*story.database), reports_(reports) {}

    /// These (key, report's place) are gone from the file: whoever is a hub instead is paired by the next `run`.
    void note_gone(std::vector<std::pair<std::int64_t, std::int64_t>> gone);
    /// A report that this one kept is gone from the file: `run` looks for the next best where the list was full.
    void note_lost(std::int64_t report, std::size_t kept) { lost_[report] += kept; }
    /// Keys and pairs of these reports anew; the `fresh` ones never had any. Adds every report whose pairs changed to
    /// `touched`.
    void run(const std::vector<std::int64_t>& numbers, std::unordered_set<std::int64_t> fresh,
             std::unordered_set<std::int64_t>& touched);

    /// Never had an event, nor a pair before the last `run`.
    [[nodiscard]] bool is_fresh(std::int64_t report) const { return fresh_.contains(report); }
    /// Has no pair, as far as that is known without looking.
    [[nodiscard]] bool is_alone(std::int64_t report) const { return is_fresh(report) && !paired_.contains(report); }
    /// The keys of a fresh report, which whoever writes its row next writes along: rows are long.
    [[nodiscard]] std::optional<std::string> take_keys(std::int64_t report);
    void write_keys_left();

private:
    /// A member that came to or left a bucket, in the order of the file.
    struct Step {
        std::int64_t key = 0;
        std::int64_t place = 0;
        std::int64_t report = 0;
        bool came = false;
        friend auto operator<=>(const Step&, const Step&) = default;
    };
    /// (rank, report) of a bucket, at most so many; what rank is says `rank_of`.
    using Members = std::vector<std::pair<std::int64_t, std::int64_t>>;
    void read_bucket(std::int64_t key, std::size_t most, Members& out);
    void write_keys(const std::vector<std::int64_t>& numbers);
    void find_new_hubs(std::span<const Step> steps);
    void find_hubs_of_bucket(std::span<const Step> steps);
    void drop_pairs(std::int64_t number, std::unordered_set<std::int64_t>& touched);
    void find_hungry();
    void meet(std::int64_t key, const Step& step, std::span<const std::pair<std::int64_t, std::int64_t>> members);
    void find_pairs(std::unordered_set<std::int64_t>& touched);
    void compare_met(std::unordered_set<std::int64_t>& touched);
    void keep_best(std::span<const std::pair<std::int64_t, std::int64_t>> met,
                   std::unordered_set<std::int64_t>& touched);

    Database& db_;
    ReportCache& reports_;
    std::unordered_set<std::int64_t> fresh_;                  ///< of the reports of this run
    std::unordered_set<std::int64_t> paired_;                 ///< in this run
    std::unordered_map<std::int64_t, std::string> unwritten_; ///< keys of fresh reports
    /// The beginning of each bucket that `write_keys` changed, by key: (key, its first member in `begun_`).
    std::vector<std::pair<std::int64_t, std::size_t>> buckets_;
    Members begun_;
    std::unordered_set<std::int64_t> dirty_;                 ///< to be paired anew
    std::unordered_map<std::int64_t, std::size_t> lost_;     ///< report → how many that it kept are gone
    std::unordered_set<std::int64_t> hungry_;                ///< those of them that may have a next best
    std::vector<std::pair<std::int64_t, std::int64_t>> met_; ///< who keeps the pair, and the one before it
};

} // namespace fasti::graph
