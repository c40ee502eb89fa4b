// See assemble.hpp.
#include "graph/assemble.hpp"

#include "core/stable_hash.hpp"
#include "graph/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace fasti::graph {
namespace {

constexpr std::uint32_t most_salience = 10; ///< but for a plan that the lead announces

bool stated(const RecordTime& t) {
    return t.reason == AnchorReason::expression || t.reason == AnchorReason::ordered ||
           t.reason == AnchorReason::shared || t.reason == AnchorReason::decision;
}
bool bounded(const RecordTime& t) {
    return t.interval.from && t.interval.to;
}
bool day_sized(const RecordTime& t) {
    return bounded(t) && *t.interval.to - *t.interval.from <= std::chrono::hours{72};
}
bool inside(const Interval& inner, const Interval& outer) {
    return inner.from && outer.from && inner.to && outer.to && *outer.from <= *inner.from && *inner.to <= *outer.to;
}

/// Copies of one article are one voice.
std::string_view voice(const Account& account) {
    return account.article->duplicate_of.empty() ? std::string_view(account.article->id)
                                                 : std::string_view(account.article->duplicate_of);
}

/// How well the account's line shows the event; the best gives headline and place.
int showing(const Account& account) {
    const Report& r = *account.report;
    int points = static_cast<int>(r.salience) * 2;
    for (const ReportParticipant& p : r.participants) {
        if (p.actor != no_actor && (p.role == Role::agent || p.role == Role::patient || p.role == Role::recipient)) {
            points += 3;
        }
    }
    points += r.headline.size() < 20 ? -6 : r.headline.size() > 160 ? -6 : r.headline.size() > 110 ? -2 : 2;
    points += r.alone ? 0 : -8;
    points += (r.nominal ? -5 : 0) + (r.main_clause ? 3 : 0) + (stated(r.time) ? 3 : 0);
    points += account.article->duplicate_of.empty() ? 1 : 0;
    points += r.factuality == Factuality::happened ? 4 : r.factuality == Factuality::denied ? 2 : 0;
    return points;
}

class Assembly {
public:
    Assembly(std::span<const Account> accounts, const Lexicon& lexicon) : accounts_(accounts), lexicon_(lexicon) {}

    Assembled run(std::string_view decided) {
        order();
        for (const std::uint32_t i : out_.order) {
            voices_.insert(voice(accounts_[i]));
        }
        out_.voices = static_cast<std::uint32_t>(voices_.size());
        const Report& best = *accounts_[out_.order.front()].report;
        out_.event_class = best.event_class;
        out_.factuality = best.factuality;
        for (const std::uint32_t i : out_.order) {
            const Report& r = *accounts_[i].report;
            if (out_.type == PloverType::none) {
                out_.type = r.type;
            }
            if (out_.event_class == EventClass::reporting) {
                out_.event_class = r.event_class;
            }
        }
        choose_time(decided);
        collect_participants();
        find_date_versions();
        find_number_versions();
        find_agent_versions();
        find_factuality_versions();
        weigh();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::tuple<std::int64_t, std::string_view, std::uint32_t> key(std::uint32_t i) const {
        const Account& a = accounts_[i];
        return {a.article->published, a.article->id, a.report->mentions.front().begin};
    }

    void order() {
        out_.order.resize(accounts_.size());
        std::iota(out_.order.begin(), out_.order.end(), 0U);
        out_.earliest = *std::min_element(out_.order.begin(), out_.order.end(),
                                          [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        std::sort(out_.order.begin(), out_.order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(-showing(accounts_[a]), key(a)) < std::tuple(-showing(accounts_[b]), key(b));
        });
    }

    /// Words of any report that name a day win, by the number of voices; then an implied day
    /// inside a stated longer time; then the stated longer time; then what is implied.
    void choose_time(std::string_view decided) {
        if (!decided.empty()) {
            if (const auto date = parse_date(decided)) {
                out_.time = {unit_interval(date->moment, date->granularity), date->granularity, Certainty::exact,
                             Modifier::none, AnchorReason::decision};
                return;
            }
        }
        struct Choice {
            std::uint32_t account = 0;
            std::set<std::string_view> voices;
        };
        std::map<std::tuple<std::optional<Moment>, std::optional<Moment>>, Choice> stated_days;
        std::optional<std::uint32_t> implied;
        std::optional<std::uint32_t> coarse;
        std::optional<std::uint32_t> bounds;
        for (const std::uint32_t i : out_.order) {
            const RecordTime& t = accounts_[i].report->time;
            if (!bounded(t)) {
                if (t.interval.from || t.interval.to) {
                    bounds = bounds.value_or(i);
                }
            } else if (day_sized(t) && stated(t)) {
                const auto [at, is_new] = stated_days.try_emplace(std::tuple(t.interval.from, t.interval.to));
                if (is_new) {
                    at->second.account = i;
                }
                at->second.voices.insert(voice(accounts_[i]));
            } else if (day_sized(t)) {
                if (!implied || earlier(t, accounts_[*implied].report->time)) {
                    implied = i;
                }
            } else if (!coarse || t.granularity < accounts_[*coarse].report->time.granularity) {
                coarse = i;
            }
        }
        std::optional<std::uint32_t> chosen;
        if (!stated_days.empty()) {
            const auto best =
                std::max_element(stated_days.begin(), stated_days.end(), [](const auto& a, const auto& b) {
                    return a.second.voices.size() < b.second.voices.size(); // the earliest of equals stays
                });
            chosen = best->second.account;
        } else if (implied && (!coarse || inside(accounts_[*implied].report->time.interval,
                                                 accounts_[*coarse].report->time.interval))) {
            chosen = implied;
        } else {
            chosen = coarse ? coarse : implied ? implied : bounds;
        }
        if (!chosen) {
            return;
        }
        const Report& r = *accounts_[*chosen].report;
        out_.time = r.time;
        for (const ReportMention& m : r.mentions) {
            if (m.time == r.time && !m.date_text.empty()) {
                out_.date_text = m.date_text;
                break;
            }
        }
        const RecordTime& own = accounts_[out_.order.front()].report->time;
        if (stated(out_.time) && !stated(own) && *chosen != out_.order.front()) {
            out_.time.reason = AnchorReason::other_report;
        }
    }

    static bool earlier(const RecordTime& a, const RecordTime& b) {
        // The news day is read from the text, the publication date is only when it was printed.
        return std::tuple(a.reason == AnchorReason::published, *a.interval.from) <
               std::tuple(b.reason == AnchorReason::published, *b.interval.from);
    }

    [[nodiscard]] std::uint32_t story_actor(const Account& account, std::uint32_t local) const {
        return local < account.actors.size() ? account.actors[local] : no_actor;
    }

    void collect_participants() {
        for (const std::uint32_t i : out_.order) {
            for (const ReportParticipant& p : accounts_[i].report->participants) {
                const std::uint32_t actor = story_actor(accounts_[i], p.actor);
                if (actor == no_actor && i != out_.order.front()) {
                    continue; // phrases without a name: the best report's say enough
                }
                const bool known =
                    std::any_of(out_.participants.begin(), out_.participants.end(), [&](const EventParticipant& other) {
                        return other.actor == actor &&
                               (actor != no_actor || (other.text == p.text && other.role == p.role));
                    });
                if (!known) {
                    out_.participants.push_back({p.role, actor, p.text});
                }
                if (p.role == Role::place && actor != no_actor && out_.place == no_actor) {
                    out_.place = actor;
                }
            }
        }
        std::stable_sort(out_.participants.begin(), out_.participants.end(),
                         [](const EventParticipant& a, const EventParticipant& b) { return a.role < b.role; });
    }

    using Sayings = std::map<std::string, std::vector<std::uint32_t>>;

    void add_versions(std::string_view attribute, const Sayings& sayings) {
        if (sayings.size() < 2) {
            return;
        }
        for (const auto& [value, accounts] : sayings) {
            out_.versions.push_back({std::string(attribute), value, accounts});
        }
    }

    void find_date_versions() {
        Sayings sayings;
        for (const std::uint32_t i : out_.order) {
            const RecordTime& t = accounts_[i].report->time;
            if (stated(t) && day_sized(t) && t.granularity == Granularity::day) {
                sayings[iso_date(*t.interval.from)].push_back(i);
            }
        }
        add_versions("date", sayings);
    }

    void find_number_versions() {
        std::map<std::string, Sayings> by_unit;
        for (const std::uint32_t i : out_.order) {
            const auto& numbers = accounts_[i].report->numbers;
            for (std::size_t n = 0; n < numbers.size(); ++n) {
                // Two numbers of one unit in one report are parts, not a claim about the whole.
                const bool single = std::count_if(numbers.begin(), numbers.end(),
                                                  [&](const Quantity& q) { return q.unit == numbers[n].unit; }) == 1;
                if (!numbers[n].unit.empty() && single) {
                    by_unit[numbers[n].unit][spoken(numbers[n])].push_back(i);
                }
            }
        }
        for (const auto& [unit, sayings] : by_unit) {
            add_versions("number", sayings);
        }
    }

    void find_agent_versions() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> agents;
        std::set<std::uint32_t> common;
        bool first = true;
        for (const std::uint32_t i : out_.order) {
            std::set<std::uint32_t> here;
            for (const ReportParticipant& p : accounts_[i].report->participants) {
                if (const std::uint32_t actor = story_actor(accounts_[i], p.actor);
                    p.role == Role::agent && actor != no_actor) {
                    here.insert(actor);
                }
            }
            if (here.empty()) {
                continue;
            }
            for (const std::uint32_t actor : here) {
                agents[actor].push_back(i);
            }
            std::set<std::uint32_t> both;
            std::set_intersection(common.begin(), common.end(), here.begin(), here.end(),
                                  std::inserter(both, both.end()));
            common = first ? here : both;
            first = false;
        }
        if (agents.size() < 2 || !common.empty()) {
            return;
        }
        Sayings sayings; // the name as the first report with this agent writes it
        for (const auto& [actor, accounts] : agents) {
            const Account& account = accounts_[accounts.front()];
            for (const ReportParticipant& p : account.report->participants) {
                if (p.role == Role::agent && story_actor(account, p.actor) == actor) {
                    auto& list = sayings[p.text];
                    list.insert(list.end(), accounts.begin(), accounts.end());
                    break;
                }
            }
        }
        add_versions("agent", sayings);
    }

    void find_factuality_versions() {
        Sayings sayings;
        for (const std::uint32_t i : out_.order) {
            const Factuality f = accounts_[i].report->factuality;
            if (f == Factuality::happened || f == Factuality::denied) {
                sayings[std::string(to_string(f))].push_back(i);
            }
        }
        add_versions("factuality", sayings);
    }

    void weigh() {
        std::set<std::string_view> sources;
        std::set<std::int64_t> days;
        std::uint32_t salience = 0;
        std::set<std::string_view> heard;
        std::vector<std::uint32_t> by_time(out_.order);
        std::sort(by_time.begin(), by_time.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        for (const std::uint32_t i : by_time) {
            const Account& a = accounts_[i];
            salience = std::max(salience, a.report->salience);
            if (heard.insert(voice(a)).second) { // the copies of an article stand in other papers, on later days
                sources.insert(a.article->source);
                days.insert(a.article->published == undated ? 0 : a.article->published / 86400);
            }
        }
        const auto grows = [](std::size_t n) { return std::log2(1.0 + static_cast<double>(n)); };
        double weight = 2.0 * grows(voices_.size()) + grows(sources.size()) + 0.5 * grows(days.size());
        weight += 0.4 * salience + 0.1 * std::abs(goldstein(out_.type)) + (out_.type == PloverType::none ? 0 : 1);
        const auto named = std::count_if(out_.participants.begin(), out_.participants.end(),
                                         [](const EventParticipant& p) { return p.actor != no_actor; });
        weight += 0.5 * static_cast<double>(std::min<std::ptrdiff_t>(named, 3));
        if (lexicon_.is(WordClass::light, accounts_[out_.order.front()].report->family)) {
            weight -= 1.5;
        }
        if (price_moves()) {
            weight -= 2;
        }
        switch (out_.event_class) {
        case EventClass::reporting:
            weight *= salience > most_salience ? 0.7 : 0.3; // above it: a plan that the lead announces
            break;
        case EventClass::perception:
        case EventClass::aspectual:
        case EventClass::intention:
        case EventClass::state:
            weight *= 0.6;
            break;
        case EventClass::occurrence:
            break;
        }
        weight *= out_.factuality == Factuality::happened ? 1.0 : out_.factuality == Factuality::planned ? 0.7 : 0.4;
        // A line that hangs on the one before it, or a day that only the news gave to what was told in passing.
        weight *= accounts_[out_.order.front()].report->alone ? 1.0 : 0.4;
        const bool passing = std::all_of(accounts_.begin(), accounts_.end(), [](const Account& a) {
            return !stated(a.report->time) && (a.report->nominal || !a.report->main_clause);
        });
        weight *= passing ? 0.6 : 1.0;
        weight *= out_.time.interval.from || out_.time.interval.to ? 1.0 : 0.6; // a timeline has no place for it
        out_.importance = std::max(weight, 0.0);
    }

    /// "Shares of Zenda Bank fell": markets answer the news, which tells more.
    [[nodiscard]] bool price_moves() const {
        const auto& participants = accounts_[out_.order.front()].report->participants;
        const auto is_quoted = [&](const ReportParticipant& p) {
            return p.role == Role::patient && lexicon_.is(WordClass::quoted, p.head);
        };
        const bool done = std::any_of(participants.begin(), participants.end(),
                                      [](const ReportParticipant& p) { return p.role == Role::agent; });
        return !done && std::any_of(participants.begin(), participants.end(), is_quoted);
    }

    std::span<const Account> accounts_;
    const Lexicon& lexicon_;
    std::set<std::string_view> voices_;
    Assembled out_;
};

} // namespace

Assembled assemble(std::span<const Account> accounts, std::string_view decided, const Lexicon& lexicon) {
    return Assembly(accounts, lexicon).run(decided);
}

std::string event_public_id(std::string_view article_id, std::uint32_t begin) {
    return "e" + base32(stable_hash(std::to_string(begin), stable_hash(article_id)));
}

} // namespace fasti::graph
