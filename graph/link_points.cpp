// See link_points.hpp.
#include "graph/link_points.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace fasti::graph {
namespace {

/// What speaks for or against, in the order of its bits.
enum class Reason : std::uint8_t {
    family,
    kin,
    type,
    agent,
    patient,
    participant,
    day,
    near_day,
    month,
    number,
    object,
    words,
    other_agent,
    other_patient,
    other_day,
    other_number,
    polarity,
    factuality,
    place,
    light,
    scene,
    before,
    same_article,
    passing,
    once,
};
constexpr std::array<std::string_view, 25> reason_names = {
    "same trigger family", "kindred trigger", "same type",        "same agent",       "same patient",
    "shared participant",  "same day",        "neighbouring day", "time within time", "same number",
    "same object",         "shared words",    "other agent",      "other patient",    "other day",
    "other number",        "other polarity",  "other factuality", "same place",       "light trigger",
    "same scene",          "told after it",   "same article",     "told in passing",  "done once"};

constexpr std::uint32_t scene_roles = role_bit(Role::place) | role_bit(Role::source) | role_bit(Role::goal);

template <class T> std::size_t count_common(const std::vector<T>& a, const std::vector<T>& b) {
    std::size_t n = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x < *y) {
            ++x;
        } else if (*y < *x) {
            ++y;
        } else {
            ++n;
            ++x;
            ++y;
        }
    }
    return n;
}

class PairScore {
public:
    void add(int points, Reason reason) {
        out_.points += points;
        out_.reasons |= 1U << static_cast<unsigned>(reason);
    }
    [[nodiscard]] PairPoints out() const { return out_; }
    [[nodiscard]] bool has(Reason reason) const { return (out_.reasons >> static_cast<unsigned>(reason) & 1U) != 0; }

private:
    PairPoints out_;
};

/// Actors of `a` and `b` in a role, and whether they share one.
struct RoleOverlap {
    bool both = false;
    bool shared = false;
};
RoleOverlap overlap(const LinkReport& a, const LinkReport& b, std::uint32_t roles) {
    RoleOverlap out;
    bool in_a = false;
    bool in_b = false;
    for (const auto& p : a.actors) {
        in_a = in_a || (p.roles & roles) != 0;
    }
    for (const auto& p : b.actors) {
        if ((p.roles & roles) == 0) {
            continue;
        }
        in_b = true;
        const auto found = std::lower_bound(a.actors.begin(), a.actors.end(), LinkReport::Part{p.actor, 0});
        out.shared = out.shared || (found != a.actors.end() && found->actor == p.actor && (found->roles & roles) != 0);
    }
    out.both = in_a && in_b;
    return out;
}

void score_actors(const LinkReport& a, const LinkReport& b, PairScore& score, std::size_t& shared) {
    int points = 0;
    for (auto x = a.actors.begin(), y = b.actors.begin(); x != a.actors.end() && y != b.actors.end();) {
        if (x->actor != y->actor) {
            ++(x->actor < y->actor ? x : y);
            continue;
        }
        const std::uint32_t common = x->roles & y->roles;
        if ((common & role_bit(Role::agent)) != 0) {
            score.add(0, Reason::agent);
            points += 3;
        } else if ((common & role_bit(Role::patient)) != 0) {
            score.add(0, Reason::patient);
            points += 3;
        } else if (((x->roles | y->roles) & core_roles) != 0) {
            score.add(0, Reason::participant);
            points += 2;
        } else {
            score.add(0, Reason::place);
            points += (common & scene_roles) != 0 ? 2 : 1;
        }
        ++shared;
        ++x;
        ++y;
    }
    score.add(std::min(points, 8), shared > 0 ? (score.has(Reason::agent)     ? Reason::agent
                                                 : score.has(Reason::patient) ? Reason::patient
                                                                              : Reason::participant)
                                              : Reason::participant);
}

/// Both are on days of their own that no event spans.
bool far_apart(const LinkReport& a, const LinkReport& b) {
    return a.on_a_day() && b.on_a_day() && std::abs(a.first_day - b.first_day) > most_stretch;
}

/// `loose` was told in passing: it is older than its article, and more likely of these days.
void score_loose(const LinkReport& loose, const LinkReport& other, PairScore& score) {
    if (loose.published == no_day || (other.loose && other.published == no_day)) {
        return;
    }
    const std::int32_t day = other.loose ? other.published : other.first_day;
    const std::int32_t gap = other.loose ? std::abs(loose.published - day) : loose.published - day;
    if (gap < -1 && !loose.unreal) {
        score.add(-8, Reason::other_day);
    } else if (gap <= 3) {
        score.add(2, Reason::before);
    } else if (gap <= 31) {
        score.add(1, Reason::before);
    }
}

void score_days(const LinkReport& a, const LinkReport& b, PairScore& score) {
    if (a.loose || b.loose) {
        score_loose(a.loose ? a : b, a.loose ? b : a, score);
        return;
    }
    if (!a.dated || !b.dated) {
        return;
    }
    if (a.day_sized() && b.day_sized()) {
        const std::int32_t gap = std::max({a.first_day - b.last_day, b.first_day - a.last_day, 0});
        const bool implied = !a.stated || !b.stated;
        if (gap == 0) {
            score.add(3, Reason::day);
        } else if (gap == 1) {
            // A report of the morning after takes its own day where no words date it.
            score.add(implied ? 2 : 0, Reason::near_day);
        } else {
            score.add(implied ? -2 - 2 * std::min(gap - 2, 3) : -8, Reason::other_day);
        }
        return;
    }
    if (a.first_day <= b.last_day && b.first_day <= a.last_day) {
        const std::int32_t longer = std::max(a.last_day - a.first_day, b.last_day - b.first_day);
        const int both = a.stated && b.stated ? 1 : 0;
        const bool equal = a.first_day == b.first_day && a.last_day == b.last_day;
        score.add(longer <= 31 ? 2 + both : longer <= 366 ? (equal && both == 1 ? 3 : 1) : 0, Reason::month);
    } else {
        score.add(-8, Reason::other_day);
    }
}

void score_numbers(const LinkReport& a, const LinkReport& b, PairScore& score) {
    bool same = false;
    bool other = false;
    bool far = false;
    for (const Quantity& x : a.numbers) {
        for (const Quantity& y : b.numbers) {
            if (!x.unit.empty() && x.unit == y.unit) {
                (x.value == y.value ? same : other) = true;
                far = far || x.value / 3 > y.value || y.value / 3 > x.value; // no miscount, another event
            }
        }
    }
    if (same) {
        score.add(2, Reason::number);
    } else if (other) {
        score.add(far ? -4 : -1, Reason::other_number);
    }
}

/// Actors that one report has as participants or beside it and the other beside it.
std::size_t common_scene(const LinkReport& a, const LinkReport& b) {
    std::size_t n = count_common(a.scene, b.scene);
    const auto beside = [&](const LinkReport& x, const LinkReport& y) {
        for (const auto& part : x.actors) {
            n += std::binary_search(y.scene.begin(), y.scene.end(), part.actor);
        }
    };
    beside(a, b);
    beside(b, a);
    return n;
}

/// Two agents may be one who acts for the other: "Ruritania" and its minister, named beside it.
bool stand_together(const LinkReport& a, const LinkReport& b, std::uint32_t roles) {
    const auto near = [&](const LinkReport& x, const LinkReport& y) {
        return std::any_of(x.actors.begin(), x.actors.end(), [&](const LinkReport::Part& p) {
            const auto part = std::lower_bound(y.actors.begin(), y.actors.end(), LinkReport::Part{p.actor, 0});
            return (p.roles & roles) != 0 && (std::binary_search(y.scene.begin(), y.scene.end(), p.actor) ||
                                              (part != y.actors.end() && part->actor == p.actor));
        });
    };
    return near(a, b) || near(b, a);
}

/// Two places of one article tell of one event only when nearly everything agrees; but a headline
/// says again what the first sentences tell.
int own_article(const LinkReport& a, const LinkReport& b) {
    constexpr std::uint32_t lead = 5; // sentences
    const bool headline = (a.headline && b.sentence <= lead) || (b.headline && a.sentence <= lead);
    return headline ? 0 : a.family == b.family ? -3 : -6;
}

} // namespace

PairPoints compare(const LinkReport& a, const LinkReport& b) {
    if (!a.linkable || !b.linkable || far_apart(a, b)) {
        return {};
    }
    PairScore score;
    bool related = true;
    if (a.family == b.family) {
        score.add(4, Reason::family);
    } else if (a.kin == b.kin) {
        score.add(3, Reason::kin);
    } else {
        related = false;
        if (a.type != PloverType::none && a.type == b.type) {
            score.add(2, Reason::type);
        }
    }
    if (a.light || b.light) {
        score.add(-2, Reason::light);
    }
    std::size_t shared = 0;
    score_actors(a, b, score, shared);
    const std::size_t beside = common_scene(a, b);
    if (shared + beside == 0) {
        return {};
    }
    if (beside > 0) {
        score.add(static_cast<int>(std::min<std::size_t>(beside, 2)), Reason::scene);
    }
    score_days(a, b, score);
    score_numbers(a, b, score);
    const std::size_t objects = count_common(a.heads, b.heads);
    if (objects > 0) {
        score.add(objects > 1 ? 4 : 2, Reason::object);
    }
    const std::size_t shorter = std::min(a.words.size(), b.words.size());
    const std::size_t common = count_common(a.words, b.words);
    if (shorter >= 4) {
        const std::size_t percent = common * 100 / shorter;
        score.add(percent >= 50 ? 3 : percent >= 30 ? 2 : percent >= 18 ? 1 : percent < 8 ? -1 : 0, Reason::words);
    }
    const RoleOverlap agents = overlap(a, b, role_bit(Role::agent));
    if (agents.both && !agents.shared) {
        score.add(stand_together(a, b, role_bit(Role::agent)) ? -1 : -4, Reason::other_agent);
    }
    const RoleOverlap patients = overlap(a, b, role_bit(Role::patient) | role_bit(Role::recipient));
    if (patients.both && !patients.shared) {
        score.add(-4, Reason::other_patient);
    } else if (!patients.shared && objects == 0 && !a.heads.empty() && !b.heads.empty() && !agents.both) {
        score.add(-2, Reason::other_patient);
    }
    if (related && a.once && b.once && agents.shared && patients.shared) {
        score.add(2, Reason::once);
    }
    if (a.polarity != b.polarity) {
        score.add(-2, Reason::polarity);
    }
    if (a.factuality != b.factuality) {
        const bool unreal = a.factuality == Factuality::hypothetical || b.factuality == Factuality::hypothetical;
        score.add(unreal ? -3 : -1, Reason::factuality);
    }
    // Told in passing and with one name in common: of the many things that this actor did, which?
    if ((a.loose || b.loose) && shared < 2 && objects == 0) {
        score.add(-2, Reason::passing);
    }
    PairPoints out = score.out();
    // Unlike triggers need an actor in the same part, a time and more than a topic in common.
    if (!related) {
        const bool timed = score.has(Reason::day) || score.has(Reason::near_day) || score.has(Reason::month);
        const bool thing = objects > 0 || (shared > 1 && score.has(Reason::number));
        const bool part = score.has(Reason::agent) || score.has(Reason::patient);
        if (!part || !thing || !timed || common * 3 < shorter || a.article == b.article) {
            return {};
        }
    }
    if (a.article == b.article) {
        out.points += own_article(a, b);
        out.reasons |= 1U << static_cast<unsigned>(Reason::same_article);
    }
    return out;
}

std::string describe_reasons(std::uint32_t reasons) {
    std::string out;
    for (std::size_t i = 0; i < reason_names.size(); ++i) {
        if ((reasons >> i & 1U) != 0) {
            out += out.empty() ? "" : ", ";
            out += reason_names[i];
        }
    }
    return out;
}

} // namespace fasti::graph
