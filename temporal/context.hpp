// What an expression is resolved against: the publication date, the dates before it in the text,
// and which way the tense of its verb points. Operators ask it; `resolver` fills it.
#pragma once

#include "temporal/meaning.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fasti::temporal {

/// A date that the text gave earlier.
struct Mention {
    Meaning meaning; ///< placed
    std::uint32_t index = 0;
};

class Context {
public:
    explicit Context(std::optional<ParsedDate> published, bool narrative = false)
        : published_(published), narrative_(narrative) {}

    void set_narrative(bool narrative) { narrative_ = narrative; }
    [[nodiscard]] bool narrative() const { return narrative_; }
    [[nodiscard]] const std::optional<ParsedDate>& published() const { return published_; }

    /// Which way the tense points at the expression that is being resolved.
    void set_tense(Direction tense) { tense_ = tense; }
    [[nodiscard]] Direction tense() const { return tense_; }

    /// Whether the expression that is being resolved goes straight on from the last date: "from May 2010 to [March]".
    void set_goes_on(bool goes_on) { goes_on_ = goes_on; }
    /// Whether it is told aside, from the writer's day: "(as of [December 5, 2006])". Histories do not go on from there.
    void set_aside(bool aside) { aside_ = aside; }
    /// Index of the last expression that was remembered as a date.
    [[nodiscard]] std::optional<std::uint32_t> last_index() const {
        return last_ ? std::optional(last_->index) : std::nullopt;
    }

    /// Remembers a resolved expression as a date of the text, when it is one.
    void remember(const Meaning& meaning, std::uint32_t index);
    void forget();

    /// The day that the text speaks from: publication, or in a narrative its last date. Unplaced when unknown.
    [[nodiscard]] Meaning anchor() const;
    /// The publication date alone.
    [[nodiscard]] Meaning publication() const;
    /// The last date in the text that is known at least as finely as `finest_needed`; else the anchor.
    [[nodiscard]] Meaning previous(Granularity finest_needed) const;
    /// The business period that a report speaks of: the last quarter named, else the last whole quarter.
    [[nodiscard]] Meaning report_period() const;
    /// True when the text speaks of quarters, as business reports do.
    [[nodiscard]] bool speaks_of_quarters() const { return quarter_.has_value(); }

    /// Fills in what `open` lacks. Placed meanings come back as they are; what cannot be completed stays open.
    [[nodiscard]] Meaning complete(Meaning open) const;

private:
    [[nodiscard]] Meaning complete_weekday(Meaning open, Direction direction) const;
    [[nodiscard]] Meaning complete_year(Meaning open, Direction direction) const;
    [[nodiscard]] Meaning complete_day_of_month(Meaning open, Direction direction) const;
    [[nodiscard]] Meaning complete_clock(Meaning open) const;
    [[nodiscard]] Meaning complete_short_year(Meaning open) const;

    std::optional<ParsedDate> published_;
    bool narrative_ = false;
    Direction tense_ = Direction::open;
    bool goes_on_ = false;
    bool aside_ = false;
    std::optional<Mention> day_;     ///< last date known to the day
    std::optional<Mention> month_;   ///< last date known at least to the month
    std::optional<Mention> last_;    ///< last date
    std::optional<Mention> quarter_; ///< last quarter
};

} // namespace fasti::temporal
