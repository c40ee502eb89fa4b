// See relink_pairs.hpp. Buckets are gone through in the order of their keys, so that a chunk of many
// reports reads and writes each page of the file once.
#include "graph/relink_pairs.hpp"

#include "graph/link_points.hpp"

#include <algorithm>
#include <limits>

namespace fasti::graph {
namespace {

/// Pairs that met and wait to be compared: bounds the memory.
constexpr std::size_t most_met = 2'000'000;

/// The order in a bucket, the hubs first. Where there is no time, those come first that have no day of
/// their own: they are what such a bucket is for.
constexpr std::int64_t rank_of(std::int64_t key, std::int64_t place) {
    return is_timeless(key) ? ~place : place;
}
/// Has a day of its own (bucket_place).
constexpr bool on_a_day(std::int64_t key, std::int64_t rank) {
    return (is_timeless(key) ? ~rank : rank) < 0;
}

/// Calls `use` with each run of steps that have one key.
template <class Steps, class Use> void each_bucket(const Steps& steps, Use use) {
    for (std::size_t begin = 0; begin < steps.size();) {
        std::size_t end = begin + 1;
        while (end < steps.size() && steps[end].key == steps[begin].key) {
            ++end;
        }
        use(std::span(steps).subspan(begin, end - begin));
        begin = end;
    }
}

} // namespace

void PairRelink::note_gone(std::vector<std::pair<std::int64_t, std::int64_t>> gone) {
    std::vector<Step> steps;
    steps.reserve(gone.size());
    for (const auto& [key, place] : gone) {
        steps.push_back({key, place, 0, false});
    }
    std::sort(steps.begin(), steps.end());
    find_new_hubs(steps);
}

void PairRelink::run(const std::vector<std::int64_t>& numbers, std::unordered_set<std::int64_t>& touched) {
    reports_.trim();
    dirty_.insert(numbers.begin(), numbers.end());
    write_keys(numbers);
    for (const std::int64_t number : dirty_) {
        drop_pairs(number, touched);
    }
    find_pairs(touched);
    touched.insert(dirty_.begin(), dirty_.end());
    dirty_.clear();
}

void PairRelink::write_keys(const std::vector<std::int64_t>& numbers) {
    std::vector<Step> steps;
    Query old = db_.query("SELECT keys FROM report WHERE num = ?");
    Query update = db_.query("UPDATE report SET keys = ? WHERE num = ?");
    for (const std::int64_t number : numbers) {
        const LinkReport* report = reports_.load(number);
        if (report == nullptr) {
            continue;
        }
        old << number;
        const auto before = old.step() ? read_keys(old.text(0)) : std::vector<std::int64_t>{};
        old.run();
        const auto after = link_keys(*report);
        if (before == after) {
            continue;
        }
        const auto note = [&](const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& without,
                              bool came) {
            for (const std::int64_t key : from) {
                if (!std::binary_search(without.begin(), without.end(), key)) {
                    steps.push_back({key, report->place, number, came});
                }
            }
        };
        note(before, after, false);
        note(after, before, true);
        update.blob(graph::write_keys(after)) << number;
        update.run();
    }
    std::sort(steps.begin(), steps.end());
    Query gone = db_.query("DELETE FROM report_key WHERE key = ? AND place = ? AND report = ?");
    Query row = db_.query("INSERT INTO report_key (key, place, report) VALUES (?, ?, ?)");
    for (const Step& step : steps) {
        Query& q = step.came ? row : gone;
        q << step.key << step.place << step.report;
        q.run();
    }
    find_new_hubs(steps);
}

void PairRelink::read_bucket(std::int64_t key, std::size_t most, Members& out) {
    out.clear();
    Query q =
        is_timeless(key)
            ? db_.query("SELECT place, report FROM report_key WHERE key = ? ORDER BY place DESC, report DESC LIMIT ?")
            : db_.query("SELECT place, report FROM report_key WHERE key = ? ORDER BY place, report LIMIT ?");
    q << key << static_cast<std::int64_t>(most);
    while (q.step()) {
        out.emplace_back(rank_of(key, q.integer(0)), q.integer(1));
    }
}

void PairRelink::find_new_hubs(std::span<const Step> steps) {
    each_bucket(steps, [&](std::span<const Step> bucket) { find_hubs_of_bucket(bucket); });
}

/// Who was a hub and is none any more, or the other way, has other pairs now. What the rest has in
/// common with each other is as before.
void PairRelink::find_hubs_of_bucket(std::span<const Step> steps) {
    const std::int64_t key = steps.front().key;
    const std::size_t hubs = hubs_of(key);
    Members came;
    Members before;
    for (const Step& step : steps) {
        (step.came ? came : before).emplace_back(rank_of(key, step.place), step.report);
    }
    Members now;
    read_bucket(key, hubs + came.size(), now);
    for (const auto& member : now) {
        if (std::find(came.begin(), came.end(), member) == came.end()) {
            before.push_back(member);
        }
    }
    std::sort(before.begin(), before.end());
    before.resize(std::min(before.size(), hubs));
    now.resize(std::min(now.size(), hubs));
    std::sort(now.begin(), now.end());
    Members changed;
    std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(changed));
    for (const auto& [rank, report] : changed) {
        if (report != 0) {
            dirty_.insert(report);
        }
    }
}

void PairRelink::drop_pairs(std::int64_t number, std::unordered_set<std::int64_t>& touched) {
    Query q = db_.query("SELECT hi FROM pair WHERE lo = ?1 UNION ALL SELECT lo FROM pair WHERE hi = ?1");
    q << number;
    bool any = false;
    while (q.step()) {
        touched.insert(q.integer(0));
        any = true;
    }
    if (any) {
        q.run();
        for (const char* statement : {"DELETE FROM pair WHERE lo = ?", "DELETE FROM pair WHERE hi = ?"}) {
            Query gone = db_.query(statement);
            gone << number;
            gone.run();
        }
    }
}

void PairRelink::find_pairs(std::unordered_set<std::int64_t>& touched) {
    std::vector<Step> own;
    for (const std::int64_t number : dirty_) {
        if (const LinkReport* report = reports_.load(number)) {
            for (const std::int64_t key : link_keys(*report)) {
                own.push_back({key, report->place, number, true});
            }
        }
    }
    std::sort(own.begin(), own.end());
    Members members;
    each_bucket(own, [&](std::span<const Step> steps) {
        const std::int64_t key = steps.front().key;
        const std::size_t hubs = hubs_of(key);
        read_bucket(key, hubs, members);
        const auto is_hub = [&](const Step& step) {
            return members.size() < hubs || rank_of(key, step.place) <= members[hubs - 1].first;
        };
        if (members.size() == hubs && std::any_of(steps.begin(), steps.end(), is_hub)) {
            read_bucket(key, std::numeric_limits<std::int32_t>::max(), members);
        }
        for (const Step& step : steps) {
            const std::size_t count = is_hub(step) ? members.size() : hubs;
            for (std::size_t i = 0; i < count; ++i) {
                const auto& [rank, report] = members[i];
                if (report != step.report && !(is_timeless(key) && step.place < 0 && on_a_day(key, rank))) {
                    met_.emplace_back(std::minmax(report, step.report));
                }
            }
        }
        if (met_.size() > most_met) {
            compare_met(touched);
        }
    });
    compare_met(touched);
}

void PairRelink::compare_met(std::unordered_set<std::int64_t>& touched) {
    std::sort(met_.begin(), met_.end());
    met_.erase(std::unique(met_.begin(), met_.end()), met_.end());
    Query row = db_.query("INSERT OR REPLACE INTO pair (lo, hi, points, reasons) VALUES (?, ?, ?, ?)");
    for (const auto& [low, high] : met_) {
        const LinkReport* a = reports_.load(low);
        const LinkReport* b = reports_.load(high);
        if (a == nullptr || b == nullptr) {
            continue;
        }
        if (const PairPoints points = compare(*a, *b); points.points >= link_threshold) {
            row << low << high << points.points << points.reasons;
            row.run();
            touched.insert(low);
            touched.insert(high);
        }
    }
    met_.clear();
}

} // namespace fasti::graph
