// What an event weighs in its story, for timelines, lists and views: three parts, of which the tables hold the first
// and the others change with every article.
#pragma once

#include "graph/event_rows.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace fasti::graph {

/// How important events are in this story: what they are by themselves, how central their actors
/// are, how often later articles come back to their day.
class Importance {
public:
    explicit Importance(Database& db) : db_(db) {}
    [[nodiscard]] double operator()(const EventRow& row);
    /// What no event exceeds whose own importance (EventRow::importance) is at most this.
    [[nodiscard]] double most(double own);

private:
    std::uint32_t articles_of(std::uint32_t actor);
    void load();
    Database& db_;
    std::unordered_map<std::uint32_t, std::uint32_t> articles_;
    std::map<std::int64_t, std::uint32_t> references_; ///< day → later articles that name it
    std::array<std::uint32_t, 2> most_articles_ = {0, 0};
    std::uint32_t most_references_ = 0;
    bool loaded_ = false;
};

} // namespace fasti::graph
