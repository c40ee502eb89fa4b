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

} // namespace

void Context::remember(const Meaning& meaning, std::uint32_t index) {
    if (!meaning.placed() || meaning.impossible || !meaning.literal.empty()) {
        return;
    }
    // Decades are backdrops; in a narrative so is what is told from the writer's own day ("two years ago").
    if (meaning.granularity >= Granularity::decade ||
        (narrative_ && (aside_ || meaning.anchor == "published"))) {
        return;
    }
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

void Context::forget() {
    day_ = month_ = last_ = quarter_ = std::nullopt;
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
    const std::optional<Mention>* found = &last_;
    if (finest_needed <= Granularity::week && day_) {
        found = &day_;
    } else if (finest_needed <= Granularity::quarter && month_) {
        found = &month_;
    }
    if (!*found) {
        return publication();
    }
    return named(**found);
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
        return complete_year(std::move(open), direction);
    }
    if (open.day != unknown) {
        return complete_day_of_month(std::move(open), direction);
    }
    if (open.weekday != unknown || open.weekend) {
        return complete_weekday(std::move(open), direction);
    }
    if (open.type == TimexType::time) {
        return complete_clock(std::move(open));
    }
    open.unplaced = true;
    open.certainty = Certainty::unresolved;
    return open;
}

Meaning Context::complete_weekday(Meaning open, Direction direction) const {
    const Meaning base = narrative_ ? previous(Granularity::day) : anchor();
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

Meaning Context::complete_year(Meaning open, Direction direction) const {
    const bool goes_on = goes_on_ && !narrative_ && last_ && open.direction == Direction::open;
    const Meaning base = goes_on ? named(*last_) : narrative_ ? previous(Granularity::month) : anchor();
    const auto from = begin_of(base);
    if (!from) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    const int year = year_of(*from);
    const Granularity unit = unit_of(open);
    const bool day_known = open.day != unknown || open.feast.kind != Feast::Kind::none;
    int chosen = year;
    if (goes_on) {
        const auto same = instance(open, year);
        chosen = same && *same < *from ? year + 1 : year;
    } else if (narrative_ && direction != Direction::past && direction != Direction::future) {
        // A history goes forward: this year's, unless that lies well before the last date.
        const auto same = instance(open, year);
        if (base.month != unknown && same && days_between(*same, *from) > furthest_back) {
            chosen = year + 1;
        }
        // A year that was named since then counts, unless the last date is close: "On 10 March 1975, a
        // year before the attack of 1976, … On 11 March".
        const auto near = instance(open, chosen);
        const bool close = base.month != unknown && near && std::abs(days_between(*near, *from)) <= close_by;
        if (!close && last_ && last_->meaning.granularity >= Granularity::quarter) {
            chosen = last_->meaning.year;
        }
    } else {
        if (direction == Direction::open) {
            direction = day_known ? Direction::nearest : open_month_direction(open, *from);
        }
        // Weekday and date must agree: "Thursday, April 6" picks the year.
        const auto agrees = [&](int y) {
            const auto at = instance(open, y);
            return at && (open.weekday == unknown || open.day == unknown ||
                          static_cast<int>(weekday_of(*at)) == open.weekday);
        };
        const bool by_tense = open.direction == Direction::open && day_known;
        const auto fits = [&](int y) {
            const auto at = instance(open, y);
            if (!at) {
                return false;
            }
            const std::int64_t ahead = days_between(*from, *at);
            if (by_tense && (std::abs(ahead) <= beyond_tense || (y == year && direction == Direction::past_or_same &&
                                                                 ahead >= 0 && ahead <= ahead_of_past_tense))) {
                return true;
            }
            const Moment here = floor(*from, unit);
            const Moment there = floor(*at, unit);
            switch (direction) {
            case Direction::past:
                return there < here;
            case Direction::past_or_same:
                return there <= here;
            case Direction::future:
                return there > here;
            case Direction::future_or_same:
                return there >= here;
            default:
                return direction != Direction::current || y == year;
            }
        };
        std::int64_t best = -1;
        for (const bool strict : {true, false}) {
            for (int y = year - 8; y <= year + 8; ++y) {
                if (fits(y) && (!strict || agrees(y))) {
                    const std::int64_t distance = std::abs(days_between(*from, *instance(open, y)));
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
    }
    const auto at = instance(open, chosen);
    if (!at) {
        if (open.day != unknown) { // February 29 of a common year
            open.year = chosen;
            open.impossible = true;
            open.certainty = Certainty::unresolved;
        }
        return open;
    }
    if (open.feast.kind != Feast::Kind::none) {
        Meaning day = meaning_of(*at, Granularity::day);
        day.part = open.part;
        day.type = open.type;
        day.mod = open.mod;
        open = day;
    } else {
        open.year = chosen;
        open.before_christ = base.before_christ;
    }
    open.certainty = Certainty::implied;
    open.anchor = base.anchor;
    return open;
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
    const Meaning base = narrative_ ? previous(Granularity::day) : anchor();
    if (!begin_of(base) || base.day == unknown) {
        open.certainty = Certainty::unresolved;
        return open;
    }
    Meaning day = base;
    day.hour = day.minute = day.second = unknown;
    day.part = DayPart::none;
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
