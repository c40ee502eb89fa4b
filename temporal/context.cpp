// See context.hpp. The habits written down here were counted on annotated news: a bare weekday is the
// past or same day in nine cases of ten, a month and day without year is the nearest one.
#include "temporal/context.hpp"

#include <algorithm>
#include <cstdlib>

namespace fasti::temporal {
namespace {

std::int64_t days_between(Moment a, Moment b) {
    return date::floor<date::days>(b - a).count();
}

Meaning unplaced_day() {
    Meaning m;
    m.unplaced = true;
    m.certainty = Certainty::unresolved;
    return m;
}

// A date of the text, as what others are resolved from.
Meaning named(const Mention& mention) {
    Meaning m = mention.meaning;
    m.anchor = "timex:" + std::to_string(mention.index);
    m.mod = Modifier::none;
    m.certainty = Certainty::implied;
    return m;
}

// The instance in the year `year` of something that lacks its year; nothing when it has none there.
std::optional<Moment> instance(const Meaning& open, int year) {
    if (year < min_year || year > max_year) {
        return std::nullopt;
    }
    if (open.feast.kind != Feast::Kind::none) {
        const auto day = feast_day(open.feast, year);
        return day ? std::optional<Moment>(*day) : std::nullopt;
    }
    Meaning m = open;
    m.year = year;
    m.unplaced = false;
    m.short_year = false;
    return begin_of(m);
}

// In a narrative, how many days a month without year may lie before the last date, and how far
// from it a day is still the same story. Tuned on histories.
constexpr std::int64_t furthest_back = 215;
constexpr std::int64_t close_by = 75;

// Whoever means a day of another year names the year: so near, a date is this one whatever the tense. A past
// verb reaches further ahead within its own year: "ordered a new vote on Dec. 26", told in November.
constexpr std::int64_t beyond_tense = 30;
constexpr std::int64_t ahead_of_past_tense = 90;
constexpr std::int64_t behind_future_tense = 75;

// Without a telling verb a day is the nearest one; but of those more than four months off, five in six are past.
constexpr std::int64_t ahead_of_no_tense = 120;

// A month without year and without a verb that tells: up to four months ahead it is more often the
// coming one (20 of 26 in annotated news), then the past one.
Direction open_month_direction(const Meaning& open, Moment from) {
    if (open.granularity != Granularity::month || open.month == unknown) {
        return Direction::past_or_same;
    }
    const int ahead = (open.month - static_cast<int>(month_of(from)) + 12) % 12;
    return ahead >= 1 && ahead <= 4 ? Direction::future : Direction::past_or_same;
}

Granularity unit_of(const Meaning& m) {
    return m.granularity < Granularity::day ? Granularity::day : m.granularity;
}

// "from May 2010 to March": the first one from there on.
int year_going_on(const Meaning& open, Moment from) {
    const auto same = instance(open, year_of(from));
    return year_of(from) + (same && *same < from ? 1 : 0);
}

// The year whose instance is nearest on the side that `direction` allows. A weekday must agree with its
// date where one of the years lets it: "Thursday, April 6" picks the year.
int nearest_year(const Meaning& open, Direction direction, Moment from) {
    const int year = year_of(from);
    const Granularity unit = unit_of(open);
    const bool day_known = open.day != unknown || open.feast.kind != Feast::Kind::none;
    const bool untold = direction == Direction::open && day_known;
    if (direction == Direction::open) {
        direction = day_known ? Direction::nearest : open_month_direction(open, from);
    }
    const auto agrees = [&](Moment at) {
        return open.weekday == unknown || open.day == unknown || static_cast<int>(weekday_of(at)) == open.weekday;
    };
    const bool by_tense = open.direction == Direction::open && day_known;
    const auto fits = [&](Moment at) {
        const std::int64_t ahead = days_between(from, at);
        if (by_tense &&
            (std::abs(ahead) <= beyond_tense || (year_of(at) == year && direction == Direction::past_or_same &&
                                                 ahead >= 0 && ahead <= ahead_of_past_tense))) {
            return true;
        }
        // "Figures for February will be released Thursday", told in March: whoever means the coming one says so.
        if (open.direction == Direction::open && direction == Direction::future_or_same &&
            open.granularity == Granularity::month && ahead < 0 && ahead >= -behind_future_tense) {
            return true;
        }
        if (untold && ahead > ahead_of_no_tense) {
            return false;
        }
        const Moment here = floor(from, unit);
        const Moment there = floor(at, unit);
        switch (direction) {
        case Direction::past:
            return there < here;
        case Direction::past_or_same:
            return there <= here;
        case Direction::future:
            return there > here;
        case Direction::future_or_same:
            return there >= here;
        case Direction::current:
            return year_of(at) == year;
        default:
            return true;
        }
    };
    int chosen = year;
    std::int64_t best = -1;
    for (const bool strict : {true, false}) {
        for (int y = year - 8; y <= year + 8; ++y) {
            const auto at = instance(open, y);
            if (at && fits(*at) && (!strict || agrees(*at))) {
                const std::int64_t distance = std::abs(days_between(from, *at));
                if (best < 0 || distance < best) {
                    best = distance;
                    chosen = y;
                }
            }
        }
        if (best >= 0 || open.weekday == unknown) {
            break;
        }
    }
    return chosen;
}

// `open` placed in a year, told from `base`.
Meaning in_year(Meaning open, int year, const Meaning& base) {
    const auto at = instance(open, year);
    if (!at) {
        if (open.day != unknown) { // February 29 of a common year
            open.year = year;
            open.impossible = true;
            open.certainty = Certainty::unresolved;
        }
        return open;
    }
    if (open.feast.kind != Feast::Kind::none) {
        open.feast = {};
        open = join(open, meaning_of(*at, Granularity::day));
    } else {
        open.year = year;
        open.before_christ = base.before_christ;
    }
    open.certainty = Certainty::implied;
    open.anchor = base.anchor;
    return open;
}

} // namespace

void Context::remember(const Meaning& meaning, std::uint32_t index) {
    if (!meaning.placed() || meaning.impossible || !meaning.literal.empty() || place_ == Place::inside) {
        return;
    }
    if (place_ != Place::aside) {
        era_ = {meaning, index};
    }
    // Decades are backdrops; in a narrative so is what is told from the writer's own day ("two years ago").
    if (meaning.granularity >= Granularity::decade ||
        (narrative_ && (place_ == Place::aside || meaning.anchor == "published"))) {
        return;
    }
    remember_section(meaning, index);
    last_ = {meaning, index};
    if (meaning.month != unknown || meaning.week != unknown) {
        month_ = last_;
    }
    if ((meaning.month != unknown && meaning.day != unknown) ||
        (meaning.week != unknown && meaning.weekday != unknown)) {
        day_ = last_;
    }
    if (meaning.granularity == Granularity::quarter) {
        const auto begin = begin_of(meaning);
        const auto known = quarter_ ? begin_of(quarter_->meaning) : std::nullopt;
        const bool ended = begin && (!published_ || shift(*begin, 1, Granularity::quarter) <= published_->moment);
        if (ended && (!known || *begin > *known)) {
            quarter_ = last_;
        }
    }
}

void Context::remember_section(const Meaning& meaning, std::uint32_t index) {
    if (place_ == Place::heading) {
        const bool range = section_ && section_->index + 1 == index;
        section_ = {range ? section_->first : meaning.year, meaning.year, index};
    } else if (section_ && meaning.certainty == Certainty::exact && meaning.year > section_->last) {
        section_.reset(); // the story has left the section
    }
}

bool Context::looks_back(const Meaning& meaning) const {
    const auto at = begin_of(meaning);
    const auto last = last_ ? begin_of(last_->meaning) : std::nullopt;
    return at && last && *at < *last;
}

void Context::forget() {
    day_ = month_ = last_ = era_ = quarter_ = std::nullopt;
    section_.reset();
}

Meaning Context::publication() const {
    if (!published_) {
        return unplaced_day();
    }
    Meaning m = meaning_of(published_->moment, std::max(published_->granularity, Granularity::day));
    m.anchor = "published";
    m.certainty = Certainty::implied;
    return m;
}

Meaning Context::anchor() const {
    if (published_ || !narrative_ || !last_) {
        return publication();
    }
    return previous(Granularity::day);
}

Meaning Context::previous(Granularity finest_needed) const {
    const std::optional<Mention>* found = finest_needed >= Granularity::decade ? &era_ : &last_;
    // A week is counted from the month that the story has come to rather than from a day before it.
    const bool month_since = narrative_ && finest_needed == Granularity::week && day_ && month_ &&
                             month_->index > day_->index && month_->meaning.week == unknown &&
                             looks_back(day_->meaning);
    if (finest_needed <= Granularity::week && day_ && !month_since) {
        found = &day_;
    } else if (finest_needed <= Granularity::quarter && month_) {
        found = &month_;
    }
    if (!*found) {
        return publication();
    }
    Meaning m = named(**found);
    if (m.hour == 24) { // "midnight on 7 August" ends that day; the day after it is the 8th
        m.hour = m.minute = m.second = unknown;
    }
    return m;
}

Meaning Context::report_period() const {
    if (quarter_) {
        return named(*quarter_);
    }
    const auto begin = begin_of(publication());
    if (!begin) {
        Meaning m = unplaced_day();
        m.granularity = Granularity::quarter;
        return m;
    }
    Meaning m = meaning_of(shift(*begin, -1, Granularity::quarter), Granularity::quarter);
    m.anchor = "published";
    m.certainty = Certainty::implied;
    return m;
}

Meaning Context::complete(Meaning open) const {
    if (!open.is_point() || open.impossible || !open.literal.empty() || open.unplaced) {
        return open;
    }
    if (open.short_year) {
        return complete_short_year(std::move(open));
    }
    if (open.year != unknown) {
        if (open.feast.kind != Feast::Kind::none) { // "Easter 2020"
            if (const auto day = feast_day(open.feast, open.year)) {
                return join(meaning_of(*day, Granularity::day), open);
            }
        }
        if (open.weekday != unknown && open.month == unknown && open.week == unknown) {
            open.certainty = Certainty::unresolved; // a Friday of some week of that year
        }
        return open;
    }
    Direction direction = open.direction == Direction::open ? tense_ : open.direction;
    if (open.month != unknown || open.season != unknown || open.quarter != unknown || open.half != unknown ||
        open.week != unknown || open.feast.kind != Feast::Kind::none) {
        return complete_year(std::move(open), direction == Direction::agreed ? Direction::future_or_same : direction);
    }
    if (open.day != unknown) {
        return complete_day_of_month(std::move(open), direction);
    }
    if (open.weekday != unknown || open.weekend) {
        return complete_weekday(std::move(open), direction, narrative_ ? previous(Granularity::day) : anchor());
    }
    if (open.type == TimexType::time) {
        return complete_clock(std::move(open));
    }
    open.unplaced = true;
    open.certainty = Certainty::unresolved;
    return open;
}

Meaning Context::complete_weekday(Meaning open, Direction direction, const Meaning& base) const {
    const auto day = begin_of(base);
    if (!day || base.granularity > Granularity::day || base.day == unknown) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    const Moment from = floor(*day, Granularity::day);
    const int wanted = open.weekend ? 6 : open.weekday;
    const int today = static_cast<int>(weekday_of(from));
    const int ahead = (wanted - today + 7) % 7; // 0…6
    int move = 0;
    switch (direction) {
    case Direction::past:
        move = ahead == 0 ? -7 : ahead - 7;
        break;
    case Direction::open:
        // Without a verb that tells, the day that follows is tomorrow (11 of 13 in annotated news).
        move = narrative_ || ahead <= 1 ? ahead : ahead - 7;
        break;
    case Direction::past_or_same:
        move = ahead == 0 ? 0 : ahead - 7;
        break;
    case Direction::future:
        move = ahead == 0 ? 7 : ahead;
        break;
    case Direction::current:
    case Direction::future_or_same:
        move = ahead;
        break;
    case Direction::agreed:
        move = ahead == 6 && !narrative_ ? -1 : ahead;
        break;
    case Direction::nearest:
        move = ahead > 3 ? ahead - 7 : ahead;
        break;
    }
    if (open.weekend) {
        // On a Sunday the weekend is the one that ends today.
        if (today == 7 && direction != Direction::past && direction != Direction::future) {
            move = -1;
        }
        Meaning m = meaning_of(from + date::days{move}, Granularity::weekend);
        m.mod = open.mod;
        m.certainty = Certainty::implied;
        m.anchor = base.anchor;
        return m;
    }
    Meaning found = join(open, meaning_of(from + date::days{move}, Granularity::day));
    found.certainty = Certainty::implied;
    found.anchor = base.anchor;
    if (open.direction == Direction::open && tense_ == Direction::open && move != 0 && !narrative_) {
        const Meaning other = join(open, meaning_of(from + date::days{ahead}, Granularity::day));
        found.alternatives = {timex3_value(other)};
        found.certainty = Certainty::ambiguous;
    }
    return found;
}

int Context::year_of_story(const Meaning& open, const Meaning& base, Moment from) const {
    const int year = year_of(from);
    if (section_ && open.direction == Direction::open && (year < section_->first || year > section_->last)) {
        return std::clamp(year, section_->first, section_->last);
    }
    // A history goes forward: this year's, unless that lies well before the last date.
    const auto same = instance(open, year);
    const bool passed = base.month != unknown && same && days_between(*same, from) > furthest_back;
    const int chosen = passed ? year + 1 : year;
    // A year that was named since then counts, unless the last date is close: "On 10 March 1975, a
    // year before the attack of 1976, … On 11 March".
    const auto near = instance(open, chosen);
    const std::int64_t on = near ? days_between(from, *near) : -1;
    const bool close = base.month != unknown && on >= 0 && on <= close_by;
    if (!last_ || last_->meaning.granularity < Granularity::quarter ||
        (close && last_->meaning.granularity >= Granularity::year)) {
        return chosen;
    }
    // Behind a winter comes the spring of the next year.
    const auto named_then = begin_of(last_->meaning);
    const auto there = instance(open, last_->meaning.year);
    const bool winter =
        named_then && there && last_->meaning.season != unknown && days_between(*there, *named_then) > furthest_back;
    return last_->meaning.year + (winter ? 1 : 0);
}

Meaning Context::complete_year(Meaning open, Direction direction) const {
    const bool goes_on = goes_on_ && last_ && open.direction == Direction::open;
    const Meaning base = goes_on ? named(*last_) : narrative_ ? previous(Granularity::month) : anchor();
    const auto from = begin_of(base);
    if (!from) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    // "on June 4, 2005 … the June 4 search"
    if (!goes_on && open.direction == Direction::open && open.day != unknown && day_ &&
        day_->meaning.month == open.month && day_->meaning.day == open.day) {
        return in_year(std::move(open), day_->meaning.year, named(*day_));
    }
    const bool story = narrative_ && direction != Direction::past && direction != Direction::future;
    const int year = goes_on ? year_going_on(open, *from)
                     : story ? year_of_story(open, base, *from)
                             : nearest_year(open, direction, *from);
    return in_year(std::move(open), year, base);
}

Meaning Context::complete_from(const Meaning& base, Meaning open, bool after) const {
    const Interval known = interval_of(base);
    open.direction = after ? Direction::future : Direction::past;
    if (!open.is_point() || open.placed() || open.impossible || !known.bounded()) {
        return open;
    }
    if (open.weekday != unknown || open.weekend) {
        return complete_weekday(std::move(open), open.direction, base);
    }
    const Moment from = after ? floor(*known.to - std::chrono::seconds{1}, Granularity::day) : *known.from;
    const int year = nearest_year(open, open.direction, from);
    return in_year(std::move(open), year, base);
}

Meaning Context::complete_day_of_month(Meaning open, Direction direction) const {
    const Meaning base = previous(Granularity::month);
    const auto from = begin_of(base);
    if (!from || base.month == unknown) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    Moment month = floor(*from, Granularity::month);
    const auto in_month = [&](Moment m) { return make_day(year_of(m), month_of(m), static_cast<unsigned>(open.day)); };
    if (base.anchor == "published") {
        const bool later = static_cast<unsigned>(open.day) > day_of(*from);
        if (direction == Direction::future && !later) {
            month = shift(month, 1, Granularity::month);
        } else if (direction != Direction::future && direction != Direction::nearest && later) {
            month = shift(month, -1, Granularity::month);
        }
    }
    const auto day = in_month(month);
    if (!day) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    Meaning m = join(open, meaning_of(*day, Granularity::day));
    m.before_christ = base.before_christ;
    m.certainty = Certainty::implied;
    m.anchor = base.anchor;
    return m;
}

Meaning Context::complete_clock(Meaning open) const {
    // "It struck on Friday at the coast. At 2:46 p.m. the sea …": a clock time is of the day just named.
    const bool of_last = follows_date() && day_ && day_->index == last_->index && tense_ != Direction::future_or_same &&
                         tense_ != Direction::agreed;
    const Meaning base = narrative_ || of_last ? previous(Granularity::day) : anchor();
    if (!begin_of(base) || base.day == unknown) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    Meaning day = base;
    day.hour = day.minute = day.second = day.zone = unknown;
    day.part = DayPart::none;
    // "closed at 10 p.m. on Thursday, and by 4:40 a.m. …": the night has passed.
    if (of_last && base.hour != unknown && open.hour != unknown && base.hour - open.hour > 12) {
        if (const auto today = begin_of(day)) {
            day = meaning_of(*today + date::days{1}, Granularity::day);
        }
    }
    Meaning m = join(open, day);
    m.certainty = Certainty::implied;
    m.anchor = base.anchor;
    return m;
}

Meaning Context::complete_short_year(Meaning open) const {
    const Meaning base = narrative_ ? previous(Granularity::year) : anchor();
    const auto from = begin_of(base);
    if (!from) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    const int year = year_of(*from);
    const int century = (year >= 0 ? year / 100 : (year - 99) / 100) * 100;
    int chosen = century + open.year;
    if (narrative_) {
        while (chosen > year + 50) {
            chosen -= 100;
        }
        while (chosen <= year - 50) {
            chosen += 100;
        }
    } else if (chosen > year + 5) { // news speaks of what was
        chosen -= 100;
    }
    open.year = chosen;
    open.short_year = false;
    if (open.month != unknown && open.day != unknown) {
        open.impossible =
            !make_day(chosen, static_cast<unsigned>(open.month), static_cast<unsigned>(open.day)).has_value();
    }
    open.certainty = Certainty::implied;
    open.anchor = base.anchor;
    return open;
}

} // namespace fasti::temporal
