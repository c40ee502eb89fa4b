// Which reports tell of one event. Three pure functions, from cheap to dear: the keys under which
// a report meets others, the points of a pair, the clusters of a component of pairs. relink.cpp
// calls them for what changed; docs/linking.md explains the points.
#pragma once

#include "graph/lexicon.hpp"
#include "graph/record.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fasti::graph {

/// A report as linking sees it: whole numbers only.
struct LinkReport {
    std::int64_t number = 0;   ///< in the story file
    std::uint64_t hash = 0;    ///< of (article id, begin): an order that is free of arrival
    std::uint32_t article = 0; ///< in the story file
    std::uint64_t family = 0;
    std::uint64_t kin = 0;
    bool light = false;
    bool linkable = true; ///< false for reporting events and those near which nobody is named
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    Polarity polarity = Polarity::positive;
    struct Part {
        std::uint32_t actor = 0; ///< of the story
        std::uint32_t roles = 0; ///< bit 1 << Role
        friend auto operator<=>(const Part&, const Part&) = default;
    };
    std::vector<Part> actors;         ///< by actor, each once
    std::vector<std::uint32_t> scene; ///< actors that the sentence names besides, sorted
    std::vector<std::uint32_t> keyed; ///< the actors that make keys, at most six, sorted
    std::vector<std::uint64_t> heads; ///< of participants that are no actors, sorted
    std::vector<Quantity> numbers;
    std::vector<std::uint32_t> words;
    std::int32_t first_day = 0; ///< days since 1970
    std::int32_t last_day = 0;  ///< included
    bool dated = false;         ///< both ends are known
    bool stated = false;        ///< words of the text say the time; else it is the news day or publication
    /// Told in passing without a time of its own ("the takeover", "when it annexed"): the day that
    /// news habit gives it says only that it was not later.
    bool loose = false;
    bool headline = false;
    bool unreal = false; ///< planned, possible or hypothetical: may lie behind the publication
    std::uint32_t sentence = 0;
    std::int32_t published = no_day;

    [[nodiscard]] bool day_sized() const { return dated && last_day - first_day <= 2; }
    /// Its day is that of the event, not merely that of the news.
    [[nodiscard]] bool on_a_day() const { return day_sized() && !loose; }
};

/// `actors` gives the story's actor for each local one.
[[nodiscard]] LinkReport make_link_report(const Report& report, std::span<const std::uint32_t> actors,
                                          const Lexicon& lexicon);

/// Sorted, each once; empty for what is not linked.
[[nodiscard]] std::vector<std::int64_t> link_keys(const LinkReport& report);

/// What speaks for one event; bits in the order of `link_reasons`.
struct PairPoints {
    int points = 0;
    std::uint32_t reasons = 0;
};
[[nodiscard]] PairPoints compare(const LinkReport& a, const LinkReport& b);
/// "same trigger family, same agent, same day"
[[nodiscard]] std::string describe_reasons(std::uint32_t reasons);

/// Pairs with fewer points are no pairs.
inline constexpr int link_threshold = 10;

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
