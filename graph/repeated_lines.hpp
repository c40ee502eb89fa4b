// Lines that many articles of one source share: "Sign up for …", what a company says of itself, headings of link
// lists. Which lines of an article may be such, and how many other articles must have one before it counts as
// furniture. Pure; story_repeated.cpp counts them over the articles of a story.
//
// What two reports quote alike is news. So only a short line that is no sentence counts early and wherever it stands; a
// sentence that speaks to the reader or of the paper itself, later; any other sentence only where twenty articles begin
// or end with it, and never one with a quotation in it. Versions and copies of one article count once: the
// *voice* of a line is a hash of what else its article says.
#pragma once

#include "core/article.hpp"
#include "core/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

struct CandidateLine {
    Span span;              ///< bytes of the text, without outer blanks
    std::int64_t key = 0;   ///< of the source, the line and how it counts; the same line has the same key
    std::int64_t voice = 0; ///< articles that differ in little else have the same
    bool marked = false;    ///< listed in Article::furniture as repeated
    friend bool operator==(const CandidateLine&, const CandidateLine&) = default;
};

/// The lines of the article that are furniture if enough others have them, in order, at most 256. Lines that
/// are furniture by themselves are none of them; whatever is marked as repeated is looked at as if it were not.
[[nodiscard]] std::vector<CandidateLine> find_candidate_lines(const Article& article);

/// How many voices a line with this key needs to be furniture.
[[nodiscard]] std::uint32_t voices_needed(std::int64_t key);

/// Key, voice and mark of each, without the spans.
[[nodiscard]] std::string write_candidates(const std::vector<CandidateLine>& lines);
[[nodiscard]] std::vector<CandidateLine> read_candidates(std::string_view bytes); ///< damaged bytes give none

} // namespace fasti::graph
