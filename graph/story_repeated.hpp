// The rows that count an article's lines; story.cpp keeps them with the article.
#pragma once

#include "graph/repeated_lines.hpp"
#include "graph/story_file.hpp"

namespace fasti::graph {

void add_lines(Story::Impl& story, std::uint32_t article, const std::vector<CandidateLine>& lines);
void remove_lines(Story::Impl& story, std::uint32_t article, const std::vector<CandidateLine>& lines);

} // namespace fasti::graph
