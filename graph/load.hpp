// From the story file to a GraphView: events by number with their actors, articles, evidence and
// the relations that they make. Queries choose the numbers, this makes the view.
#pragma once

#include "graph/event_rows.hpp"
#include "graph/importance.hpp"
#include "graph/story_file.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

namespace fasti::graph {

struct Loaded {
    GraphView view;
    std::unordered_map<std::uint32_t, std::uint32_t> actors; ///< story's number → index in the view
    std::unordered_map<std::int64_t, std::uint32_t> events;
};

struct LoadOptions {
    bool relations = true;
    bool ranks = false;                ///< PageRank and communities of the whole story's graph
    std::vector<std::uint32_t> actors; ///< also these, though no chosen event has them
};

/// Events in view order; hidden ones may be among the numbers and are shown.
[[nodiscard]] Loaded load_view(Story::Impl& story, std::span<const EventRow> events, const LoadOptions& options);

/// ISO date of publication as it was given.
[[nodiscard]] std::string published_text(std::int64_t moment, Granularity granularity,
                                         std::optional<std::int64_t> utc_offset);
[[nodiscard]] ArticleNode read_article_node(const Query& q); ///< columns id … utc_offset, as below
#define FASTI_ARTICLE_COLUMNS "id, title, source, url, language, published, granularity, utc_offset, duplicate_of"

} // namespace fasti::graph
