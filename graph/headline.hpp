// One line for an event, taken from the sentence that reports it, so that it reads alone: names for
// pronouns, calendar dates for relative ones, and of a long sentence only what clause_cuts leaves.
// Called by prepare(); knows one article only.
//
//   "He resigned on Monday, officials said."  →  "John Doe resigned on 18 October 2021, officials said"
#pragma once

#include "core/event.hpp"
#include "graph/story.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::graph {

struct Headline {
    std::string text;
    bool alone = true; ///< false where a pronoun or a broken sentence asks for what stood before
};

/// Made once for an article, asked for each of its events; the cost of a line is that of its sentence.
class HeadlineWriter {
public:
    /// `extracted` and what it points to must outlive the writer.
    explicit HeadlineWriter(const ExtractedArticle& extracted);
    [[nodiscard]] Headline line(const Event& event) const;

    /// A mention of an actor, in the order of the text.
    struct Place {
        std::uint32_t begin = 0;
        std::uint32_t actor = 0;
        std::uint32_t mention = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };

private:
    const ExtractedArticle& extracted_;
    std::vector<Place> places_;
};

} // namespace fasti::graph
