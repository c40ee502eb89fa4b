// See link_events.hpp.
#include "graph/link_events.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace fasti::graph {
namespace {

constexpr std::int32_t most_stretch = 3;      ///< days
constexpr std::size_t most_actors = 6;        ///< that make keys
constexpr std::size_t most_scene_keys = 3;    ///< keys that actors beside the event may fill up
constexpr std::size_t large_component = 2000; ///< reports; above it the threshold rises

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
};
constexpr std::array<std::string_view, 24> reason_names = {
    "same trigger family", "kindred trigger", "same type",        "same agent",       "same patient",
    "shared participant",  "same day",        "neighbouring day", "time within time", "same number",
    "same object",         "shared words",    "other agent",      "other patient",    "other day",
    "other number",        "other polarity",  "other factuality", "same place",       "light trigger",
    "same scene",          "told after it",   "same article",     "told in passing"};

constexpr std::uint32_t bit(Role role) {
    return 1U << static_cast<unsigned>(role);
}
constexpr std::uint32_t core_roles =
    bit(Role::agent) | bit(Role::patient) | bit(Role::recipient) | bit(Role::companion);
constexpr std::uint32_t scene_roles = bit(Role::place) | bit(Role::source) | bit(Role::goal);

std::int32_t month_number(std::int32_t day) {
    const date::year_month_day ymd{date::sys_days{date::days{day}}};
    return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
}

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
        if ((common & bit(Role::agent)) != 0) {
            score.add(0, Reason::agent);
            points += 3;
        } else if ((common & bit(Role::patient)) != 0) {
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
        score.add(longer <= 31 ? 2 + both : longer <= 366 ? 1 : 0, Reason::month);
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

LinkReport make_link_report(const Report& report, std::span<const std::uint32_t> actors, const Lexicon& lexicon) {
    LinkReport out;
    out.family = stable_hash(report.family);
    out.kin = stable_hash(report.kin);
    out.light = lexicon.is(WordClass::light, report.family);
    out.type = report.type;
    out.factuality = report.factuality;
    out.polarity = report.polarity;
    for (const ReportParticipant& p : report.participants) {
        if (p.actor < actors.size() && actors[p.actor] != no_actor) {
            out.actors.push_back({actors[p.actor], bit(p.role)});
        } else if (!p.head.empty() && !lexicon.is(WordClass::stop, p.head)) {
            out.heads.push_back(stable_hash(lexicon.kin(lexicon.family(p.head)))); // "merger" and "deal" are alike
        }
    }
    // Which actors make keys follows the order of the report, for the story's numbers know arrival.
    for (const bool core : {true, false}) {
        for (const auto& part : out.actors) {
            if (((part.roles & core_roles) != 0) == core && out.keyed.size() < most_actors &&
                std::find(out.keyed.begin(), out.keyed.end(), part.actor) == out.keyed.end()) {
                out.keyed.push_back(part.actor);
            }
        }
    }
    std::sort(out.keyed.begin(), out.keyed.end());
    std::sort(out.actors.begin(), out.actors.end());
    std::vector<LinkReport::Part> merged;
    for (const auto& part : out.actors) {
        if (!merged.empty() && merged.back().actor == part.actor) {
            merged.back().roles |= part.roles;
        } else {
            merged.push_back(part);
        }
    }
    out.actors = std::move(merged);
    std::sort(out.heads.begin(), out.heads.end());
    out.heads.erase(std::unique(out.heads.begin(), out.heads.end()), out.heads.end());
    out.numbers = report.numbers;
    out.words = report.words;
    if (const Interval& when = report.time.interval; when.from && when.to && *when.to > *when.from) {
        out.dated = true;
        out.first_day = static_cast<std::int32_t>(date::floor<date::days>(*when.from).time_since_epoch().count());
        out.last_day = static_cast<std::int32_t>(
            date::floor<date::days>(*when.to - std::chrono::seconds{1}).time_since_epoch().count());
    }
    const AnchorReason reason = report.time.reason;
    out.stated = reason == AnchorReason::expression || reason == AnchorReason::ordered ||
                 reason == AnchorReason::shared || reason == AnchorReason::decision;
    for (const std::uint32_t local : report.scene) {
        if (local < actors.size() && actors[local] != no_actor &&
            !std::binary_search(out.actors.begin(), out.actors.end(), LinkReport::Part{actors[local], 0},
                                [](const auto& x, const auto& y) { return x.actor < y.actor; })) {
            out.scene.push_back(actors[local]);
            if (out.keyed.size() < most_scene_keys) {
                out.keyed.push_back(actors[local]);
            }
        }
    }
    std::sort(out.keyed.begin(), out.keyed.end());
    std::sort(out.scene.begin(), out.scene.end());
    out.scene.erase(std::unique(out.scene.begin(), out.scene.end()), out.scene.end());
    out.loose = !out.dated || (!out.stated && (report.nominal || !report.main_clause));
    out.unreal = report.factuality == Factuality::planned || report.factuality == Factuality::possible ||
                 report.factuality == Factuality::hypothetical;
    out.published = report.published;
    out.sentence = report.mentions.front().sentence;
    out.headline =
        std::any_of(report.mentions.begin(), report.mentions.end(), [](const ReportMention& m) { return m.headline; });
    out.linkable = report.event_class != EventClass::reporting && !out.keyed.empty() &&
                   (!out.light || !out.heads.empty() || out.actors.size() > 1);
    return out;
}

std::vector<std::int64_t> link_keys(const LinkReport& r) {
    std::vector<std::int64_t> keys;
    if (!r.linkable) {
        return keys;
    }
    const std::vector<std::uint32_t>& actors = r.keyed;
    const auto key = [&](std::string_view kind, std::uint64_t a, std::uint64_t b, std::int64_t when) {
        std::uint64_t h = stable_hash(kind, a);
        h = mix64(h ^ b);
        keys.push_back(static_cast<std::int64_t>(mix64(h + static_cast<std::uint64_t>(when))));
    };
    // What a second participant adds: another actor, or the object.
    const auto pair_keys = [&](std::string_view kind, std::int64_t when) {
        for (std::size_t i = 0; i < actors.size(); ++i) {
            for (std::size_t j = i + 1; j < actors.size(); ++j) {
                key(kind, r.kin ^ mix64(actors[i]), actors[j], when);
            }
            for (std::size_t j = 0; j < r.heads.size() && j < 3; ++j) {
                key(kind, r.kin ^ mix64(actors[i]), r.heads[j], when);
            }
        }
    };
    if (r.day_sized()) {
        for (const std::uint32_t actor : actors) {
            for (std::int32_t day = r.first_day; day <= r.last_day + 1; ++day) {
                key("day", r.kin, actor, day);
            }
        }
        for (std::size_t i = 0; i < actors.size(); ++i) {
            for (std::size_t j = i + 1; j < actors.size(); ++j) {
                for (std::int32_t day = r.first_day; day <= r.last_day + 1; ++day) {
                    key("pair", actors[i], actors[j], day);
                }
            }
        }
    }
    if (r.dated && r.last_day - r.first_day <= 31) {
        for (std::int32_t m = month_number(r.first_day); m <= month_number(r.last_day); ++m) {
            pair_keys("month", m);
        }
    }
    if (r.dated && r.stated && !r.light && r.last_day - r.first_day <= 31) {
        for (const std::uint32_t actor : actors) {
            for (std::int32_t m = month_number(r.first_day); m <= month_number(r.last_day); ++m) {
                key("stated", r.kin, actor, m);
            }
        }
    }
    if (r.dated && (r.stated || !r.loose) && !r.light && r.last_day - r.first_day <= 31) {
        for (std::size_t i = 0; i < actors.size() && i < 2; ++i) {
            for (std::size_t j = 0; j < r.heads.size() && j < 3; ++j) {
                for (std::int32_t m = month_number(r.first_day); m <= month_number(r.last_day); ++m) {
                    key("thing", actors[i], r.heads[j], m);
                }
            }
        }
    }
    // What is told in passing meets the event whenever it was.
    pair_keys("ever", 0);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

PairPoints compare(const LinkReport& a, const LinkReport& b) {
    if (!a.linkable || !b.linkable) {
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
    const RoleOverlap agents = overlap(a, b, bit(Role::agent));
    if (agents.both && !agents.shared) {
        score.add(stand_together(a, b, bit(Role::agent)) ? -1 : -4, Reason::other_agent);
    }
    const RoleOverlap patients = overlap(a, b, bit(Role::patient) | bit(Role::recipient));
    if (patients.both && !patients.shared) {
        score.add(-4, Reason::other_patient);
    } else if (!patients.shared && objects == 0 && !a.heads.empty() && !b.heads.empty() && !agents.both) {
        score.add(-2, Reason::other_patient);
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

namespace {

class Clustering {
public:
    Clustering(std::span<const LinkReport> reports, const std::vector<ReportPair>& pairs)
        : reports_(reports), cluster_of_(reports.size()), clusters_(reports.size()) {
        for (std::uint32_t i = 0; i < reports.size(); ++i) {
            cluster_of_[i] = i;
            clusters_[i].members = {i};
            clusters_[i].articles = {{reports[i].article, i}};
            if (reports[i].on_a_day()) {
                clusters_[i].first_day = clusters_[i].last_day = reports[i].first_day;
                clusters_[i].dated = true;
            } else if (reports[i].dated && !reports[i].loose) {
                clusters_[i].from = reports[i].first_day;
                clusters_[i].to = reports[i].last_day;
            }
        }
        for (const ReportPair& p : pairs) {
            if (reports[p.a].article == reports[p.b].article) {
                twins_.emplace(std::min(p.a, p.b), std::max(p.a, p.b));
            }
        }
    }

    void forbid(std::uint32_t a, std::uint32_t b) {
        clusters_[cluster_of_[a]].forbidden.insert(b);
        clusters_[cluster_of_[b]].forbidden.insert(a);
    }

    void merge(std::uint32_t a, std::uint32_t b, bool decided) {
        std::uint32_t into = cluster_of_[a];
        std::uint32_t from = cluster_of_[b];
        if (into == from) {
            return;
        }
        if (clusters_[into].members.size() < clusters_[from].members.size()) {
            std::swap(into, from);
        }
        if (!decided && !mergeable(clusters_[into], clusters_[from])) {
            return;
        }
        Cluster& target = clusters_[into];
        Cluster& source = clusters_[from];
        for (const std::uint32_t m : source.members) {
            cluster_of_[m] = into;
        }
        target.members.insert(target.members.end(), source.members.begin(), source.members.end());
        target.articles.insert(source.articles.begin(), source.articles.end());
        target.forbidden.insert(source.forbidden.begin(), source.forbidden.end());
        target.from = std::max(target.from, source.from);
        target.to = std::min(target.to, source.to);
        if (source.dated) {
            target.first_day = target.dated ? std::min(target.first_day, source.first_day) : source.first_day;
            target.last_day = target.dated ? std::max(target.last_day, source.last_day) : source.last_day;
            target.dated = true;
        }
        source = {};
    }

    [[nodiscard]] std::uint32_t cluster_of(std::uint32_t report) const { return cluster_of_[report]; }

private:
    struct Cluster {
        std::vector<std::uint32_t> members;
        std::multimap<std::uint32_t, std::uint32_t> articles; ///< article → report
        std::set<std::uint32_t> forbidden;
        std::int32_t first_day = 0;
        std::int32_t last_day = 0;
        bool dated = false;
        std::int32_t from = std::numeric_limits<std::int32_t>::min(); ///< what months and years have in common
        std::int32_t to = std::numeric_limits<std::int32_t>::max();
    };

    /// `b` is the smaller one.
    [[nodiscard]] bool mergeable(const Cluster& a, const Cluster& b) const {
        if (a.dated && b.dated &&
            std::max(a.last_day, b.last_day) - std::min(a.first_day, b.first_day) > most_stretch) {
            return false;
        }
        const std::int64_t from = std::max(a.from, b.from);
        const std::int64_t to = std::min(a.to, b.to);
        if (from > to || (a.dated && (a.last_day < from - 1 || a.first_day > to + 1)) ||
            (b.dated && (b.last_day < from - 1 || b.first_day > to + 1))) {
            return false;
        }
        for (const std::uint32_t m : b.members) {
            if (a.forbidden.contains(m)) {
                return false;
            }
        }
        for (const auto& [article, report] : b.articles) {
            for (auto [other, end] = a.articles.equal_range(article); other != end; ++other) {
                if (!twins_.contains({std::min(report, other->second), std::max(report, other->second)})) {
                    return false;
                }
            }
        }
        return true;
    }

    std::span<const LinkReport> reports_;
    std::vector<std::uint32_t> cluster_of_;
    std::vector<Cluster> clusters_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> twins_; ///< pairs within one article
};

/// Components of the pairs with at least `threshold` points that hold more than `large` reports
/// lose their weakest step; the rest stays. A function of the component alone.
void thin(std::size_t reports, std::vector<ReportPair>& pairs) {
    for (int threshold = link_threshold + 1;; ++threshold) {
        std::vector<std::uint32_t> parent(reports);
        std::vector<std::uint32_t> size(reports, 1);
        std::iota(parent.begin(), parent.end(), 0U);
        const auto root = [&](std::uint32_t i) {
            while (parent[i] != i) {
                i = parent[i] = parent[parent[i]];
            }
            return i;
        };
        std::uint32_t largest = 1;
        for (const ReportPair& p : pairs) {
            std::uint32_t a = root(p.a);
            std::uint32_t b = root(p.b);
            if (a != b) {
                if (size[a] < size[b]) {
                    std::swap(a, b);
                }
                parent[b] = a;
                size[a] += size[b];
                largest = std::max(largest, size[a]);
            }
        }
        if (largest <= large_component) {
            return;
        }
        const auto old_size = pairs.size();
        bool higher = false;
        std::erase_if(pairs, [&](const ReportPair& p) {
            higher = higher || p.points >= threshold;
            return p.points < threshold && size[root(p.a)] > large_component;
        });
        if (pairs.size() == old_size && !higher) {
            return;
        }
    }
}

} // namespace

std::vector<std::uint32_t> cluster_reports(std::span<const LinkReport> reports, std::vector<ReportPair> pairs,
                                           std::span<const std::pair<std::uint32_t, std::uint32_t>> same,
                                           std::span<const std::pair<std::uint32_t, std::uint32_t>> forbidden) {
    thin(reports.size(), pairs);
    const auto low = [&](const ReportPair& p) { return std::min(reports[p.a].hash, reports[p.b].hash); };
    const auto high = [&](const ReportPair& p) { return std::max(reports[p.a].hash, reports[p.b].hash); };
    std::sort(pairs.begin(), pairs.end(), [&](const ReportPair& x, const ReportPair& y) {
        return std::tuple(y.points, low(x), high(x)) < std::tuple(x.points, low(y), high(y));
    });
    Clustering clustering(reports, pairs);
    for (const auto& [a, b] : forbidden) {
        clustering.forbid(a, b);
    }
    for (const auto& [a, b] : same) {
        clustering.merge(a, b, true);
    }
    for (const ReportPair& p : pairs) {
        clustering.merge(p.a, p.b, false);
    }
    std::vector<std::uint32_t> out(reports.size());
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < reports.size(); ++i) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        out[i] = numbers.try_emplace(clustering.cluster_of(i), next).first->second;
    }
    return out;
}

} // namespace fasti::graph
