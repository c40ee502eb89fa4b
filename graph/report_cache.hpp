// Reports as linking sees them, read from the story file once and kept while it links.
#pragma once

#include "graph/link_report.hpp"
#include "graph/story_file.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace fasti::graph {

class ReportCache {
public:
    explicit ReportCache(Story::Impl& story) : story_(story) {}

    /// Null when there is no such report. Stays valid until `trim`.
    const LinkReport* load(std::int64_t number);
    /// The story's actor for each of the article's own.
    const std::vector<std::uint32_t>& actors_of(std::uint32_t article);
    /// Forgets everything when there is much of it.
    void trim();

private:
    std::uint32_t actor_of_name(std::uint32_t name);

    Story::Impl& story_;
    std::unordered_map<std::int64_t, LinkReport> reports_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> actors_;
    std::unordered_map<std::uint32_t, std::uint32_t> names_; ///< actors of names: the popular ones are in every article
};

} // namespace fasti::graph
