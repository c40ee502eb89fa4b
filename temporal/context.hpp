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

/// How an expression stands in a history: in its course, told aside ("as of [December 5, 2006]"), from where the
/// story does not go on, or as the heading of what follows ("[2006]: Civil war").
/// `inside`: owns a noun of a sentence that has named a day before, which stays the day that others are counted from:
/// "were level on Friday after Tuesday's vote. A day earlier …".
enum class Place : std::uint8_t { course, aside, heading, inside };

/// The years of a section, both included: "[1963]-[1969]: …".
struct Section {
    int first = 0;
    int last = 0;
    std::uint32_t index = 0; ///< of the mention that ends it
};

class Context {
public:
    explicit Context(std::optional<ParsedDate> published, bool narrative = false)
        : published_(published), narrative_(narrative) {}

    /// Whether a date lies before the last one of the text.
    [[nodiscard]] bool looks_back(const Meaning& meaning) const;
    void set_narrative(bool narrative) { narrative_ = narrative; }
    [[nodiscard]] bool narrative() const { return narrative_; }
    [[nodiscard]] const std::optional<ParsedDate>& published() const { return published_; }

    /// Which way the tense points at the expression that is being resolved.
    void set_tense(Direction tense) { tense_ = tense; }
    [[nodiscard]] Direction tense() const { return tense_; }

    /// Whether the expression that is being resolved goes straight on from the last date: "from May 2010 to [March]".
    void set_goes_on(bool goes_on) { goes_on_ = goes_on; }
    void set_place(Place place) { place_ = place; }
    /// The number of the expression that is being resolved.
    void set_index(std::uint32_t index) { index_ = index; }
    /// True when the expression before this one was a date.
    [[nodiscard]] bool follows_date() const { return last_ && last_->index + 1 == index_; }

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
    /// The first instance of `open` after `base`, or the last one before it: "the following Tuesday".
    [[nodiscard]] Meaning complete_from(const Meaning& base, Meaning open, bool after) const;

private:
    void remember_section(const Meaning& meaning, std::uint32_t index);
    [[nodiscard]] Meaning complete_weekday(Meaning open, Direction direction, const Meaning& base) const;
    [[nodiscard]] Meaning complete_year(Meaning open, Direction direction) const;
    [[nodiscard]] int year_of_story(const Meaning& open, const Meaning& base, Moment from) const;
    [[nodiscard]] Meaning complete_day_of_month(Meaning open, Direction direction) const;
    [[nodiscard]] Meaning complete_clock(Meaning open) const;
    [[nodiscard]] Meaning complete_short_year(Meaning open) const;

    std::optional<ParsedDate> published_;
    bool narrative_ = false;
    Direction tense_ = Direction::open;
    bool goes_on_ = false;
    std::uint32_t index_ = 0;
    Place place_ = Place::course;
    std::optional<Section> section_; ///< what the last heading says of its years, in a history
    std::optional<Mention> day_;     ///< last date known to the day
    std::optional<Mention> month_;   ///< last date known at least to the month
    std::optional<Mention> last_;    ///< last date
    std::optional<Mention> era_;     ///< last date, decades and centuries among them
    std::optional<Mention> quarter_; ///< last quarter
};

} // namespace fasti::temporal
