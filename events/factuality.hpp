// Whether what a clause tells happened: its own modality and negation, then what its governors make of it
// ("agreed to withdraw" plans the withdrawal, "failed to agree" denies the agreement, "if they agree" supposes it).
#pragma once

#include "events/clauses.hpp"

#include <vector>

namespace fasti::events {

struct OutlookAt {
    Factuality factuality = Factuality::happened;
    Polarity polarity = Polarity::positive;
};

/// For every token that may head an event, what the text holds of it. One pass from the roots down.
[[nodiscard]] std::vector<OutlookAt> find_outlooks(const Tree& tree, const EventLexicon& lexicon);

} // namespace fasti::events
