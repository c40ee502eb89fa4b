// Direct speech: which words stand between quotation marks, and who speaks them where the speech runs over several
// sentences and the speaker is named once, before it, in it or behind it.
#pragma once

#include "core/document.hpp"
#include "core/event.hpp"

#include <cstdint>
#include <vector>

namespace fasti::events {

/// The actor who says what a reporting event reports: its first agent that is one; none where nobody is named.
[[nodiscard]] ActorId speaker_of(const Event& event);

/// Quotations of a document, numbered from 1 in text order. A paragraph ends what was left open, and takes it up again
/// where it begins with an opening mark. Nested ones belong to the outermost.
struct Quotations {
    std::vector<std::uint32_t> of_token; ///< 0 outside
    std::vector<IndexRange> tokens;      ///< by number − 1
};
[[nodiscard]] Quotations find_quotations(const Document& document);

/// Gives each quoted event without a source the speaker of its quotation: of the reporting event that stands nearest
/// outside of it in a sentence that it begins or ends in, or, where it has none, of the quotation right before it.
/// `triggers`: token of each event.
void attribute_quotations(const Document& document, const Quotations& quotations,
                          const std::vector<std::uint32_t>& triggers, std::vector<Event>& events);

} // namespace fasti::events
