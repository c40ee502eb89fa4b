// One line for an event, taken or compressed from the sentence that reports it, so that it reads
// alone: the clause of the trigger without what hangs on it loosely, names for pronouns,
// calendar dates for relative ones. Called by prepare(); knows one article only.
//
//   "He resigned on Monday, officials said."  →  "John Doe resigned on 18 October 2021"
#pragma once

#include "core/calendar.hpp"
#include "core/event.hpp"
#include "graph/story.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::graph {

/// Made once for an article, asked for each of its events; the cost of a line is that of its sentence.
class HeadlineWriter {
public:
    /// `extracted` and what it points to must outlive the writer.
    explicit HeadlineWriter(const ExtractedArticle& extracted);
    [[nodiscard]] std::string line(const Event& event) const;

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

/// "18 October 2021", "October 2021", "2021", before Christ "490 BC"; what is finer than a day is left out.
[[nodiscard]] std::string spoken_date(Moment from, Granularity granularity);

} // namespace fasti::graph
