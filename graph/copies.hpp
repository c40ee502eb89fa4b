// Near-duplicates: the same article twice, agency copies under other headlines, updates of one
// address. What is kept of each text to find them, and when two texts are copies. Pure;
// relink_copies.cpp groups the articles of a story.
//
// A text is its set of shingles: runs of four words, folded, without furniture and punctuation. The
// keys are bands over the set's minima (MinHash with one permutation, Li, Owen and Zhang 2012): texts that share 60 %
// of their shingles meet under a key in 99 of 100 cases, those that share a tenth in 2. The smallest hashes estimate
// how much two texts share (Broder 1997); up to 128 shingles that is exact.
#pragma once

#include "core/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

struct Sketch {
    std::uint32_t shingles = 0;          ///< distinct ones of the text
    std::vector<std::int64_t> keys;      ///< sorted; texts that may be copies share one
    std::vector<std::uint32_t> smallest; ///< of the shingles' hashes, at most 128, sorted
    std::int64_t address = 0;            ///< hash of the plain address, also among the keys; 0: none that tells
};

/// Texts of fewer than eight shingles have no keys: they are copies of nothing.
[[nodiscard]] Sketch sketch(const Article& article);

/// Share of the shingles of both that are common: 0 … 1.
[[nodiscard]] double resemblance(const Sketch& a, const Sketch& b);

/// Whether two articles that were published so many seconds apart (0 when one has no date) tell the
/// same in the same words. Far apart in time only texts that are all but equal do: forms that are filled in every week
/// are news.
[[nodiscard]] bool are_copies(const Sketch& a, const Sketch& b, std::int64_t seconds_apart);

[[nodiscard]] std::string write_sketch(const Sketch& sketch);
[[nodiscard]] Sketch read_sketch(std::string_view bytes); ///< damaged bytes give a text without shingles

} // namespace fasti::graph
