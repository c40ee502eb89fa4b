// See relink_pairs.hpp. Buckets are gone through in the order of their keys, so that a chunk of many
// reports reads and writes each page of the file once.
#include "graph/relink_pairs.hpp"

#include "graph/link_points.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace fasti::graph {
namespace {

/// Pairs that met and wait to be compared: bounds the memory.
constexpr std::size_t most_met = 2'000'000;

/// The best pairs that a report keeps; those within its article come besides, for they say which two
/// of one article may be one event.
constexpr std::size_t most_kept = 16;

/// The order in a bucket, the hubs first. Where there is no time, those come first that have no day of
/// their own: they are what such a bucket is for. Its own inverse.
constexpr std::int64_t rank_of(std::int64_t key, std::int64_t place) {
    return is_timeless(key) ? place ^ std::numeric_limits<std::int64_t>::min() : place;
}
/// Has a day of its own (bucket_place).
constexpr bool on_a_day(std::int64_t key, std::int64_t rank) {
    return rank_of(key, rank) < 0;
}
constexpr bool of_one_article(std::int64_t a, std::int64_t b) {
    return article_of(a) == article_of(b);
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
    buckets_.clear(); // they may change again
    begun_.clear();
}

void PairRelink::run(const std::vector<std::int64_t>& numbers, std::unordered_set<std::int64_t> fresh,
                     std::unordered_set<std::int64_t>& touched) {
    reports_.trim();
    fresh_ = std::move(fresh);
    paired_.clear();
    dirty_.insert(numbers.begin(), numbers.end());
    write_keys(numbers);
    for (const std::int64_t number : dirty_) {
        if (!is_fresh(number)) {
            drop_pairs(number, touched);
        }
    }
    find_hungry();
    find_pairs(touched);
    touched.insert(dirty_.begin(), dirty_.end());
    dirty_.clear();
    hungry_.clear();
    buckets_.clear();
    begun_.clear();
}

std::optional<std::string> PairRelink::take_keys(std::int64_t report) {
    const auto found = unwritten_.find(report);
    if (found == unwritten_.end()) {
        return std::nullopt;
    }
    std::string keys = std::move(found->second);
    unwritten_.erase(found);
    return keys;
}

void PairRelink::write_keys_left() {
    Query update = db_.query("UPDATE report SET keys = ? WHERE num = ?");
    for (const auto& [number, keys] : unwritten_) {
        update.blob(keys) << number;
        update.run();
    }
    unwritten_.clear();
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
        std::vector<std::int64_t> before;
        if (!is_fresh(number)) {
            old << number;
            before = old.step() ? read_keys(old.text(0)) : std::vector<std::int64_t>{};
            old.run();
        }
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
        if (is_fresh(number)) {
            unwritten_[number] = graph::write_keys(after);
        } else {
            update.blob(graph::write_keys(after)) << number;
            update.run();
        }
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
    const auto read = [&](Query q) {
        q << key << static_cast<std::int64_t>(most - out.size());
        while (q.step()) {
            out.emplace_back(rank_of(key, q.integer(0)), q.integer(1));
        }
    };
    if (!is_timeless(key)) {
        read(db_.query("SELECT place, report FROM report_key WHERE key = ? ORDER BY place, report LIMIT ?"));
        return;
    }
    for (const char* half :
         {"SELECT place, report FROM report_key WHERE key = ? AND place >= 0 ORDER BY place, report LIMIT ?",
          "SELECT place, report FROM report_key WHERE key = ? AND place < 0 ORDER BY place, report LIMIT ?"}) {
        if (out.size() < most) {
            read(db_.query(half));
        }
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
    buckets_.emplace_back(key, begun_.size());
    begun_.insert(begun_.end(), now.begin(), now.end());
    Members changed;
    std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(changed));
    for (const auto& [rank, report] : changed) {
        if (report != 0) {
            dirty_.insert(report);
        }
    }
}

void PairRelink::drop_pairs(std::int64_t number, std::unordered_set<std::int64_t>& touched) {
    bool any = false;
    Query own = db_.query("SELECT earlier FROM pair WHERE report = ?");
    own << number;
    while (own.step()) {
        touched.insert(own.integer(0));
        any = true;
    }
    Query others = db_.query("SELECT report FROM pair WHERE earlier = ?");
    others << number;
    while (others.step()) {
        const std::int64_t other = others.integer(0);
        touched.insert(other);
        if (!of_one_article(other, number)) {
            note_lost(other, 1);
        }
        any = true;
    }
    if (any) {
        own.run();
        others.run();
        for (const char* statement : {"DELETE FROM pair WHERE report = ?", "DELETE FROM pair WHERE earlier = ?"}) {
            Query gone = db_.query(statement);
            gone << number;
            gone.run();
        }
    }
}

/// Whose list was full and is no more: another pair may have stood behind the last one.
void PairRelink::find_hungry() {
    Query q = db_.query("SELECT count(*) FROM pair WHERE report = ?1 AND (earlier >> ?2) <> (?1 >> ?2)");
    for (const auto& [number, count] : lost_) {
        if (dirty_.contains(number)) {
            continue;
        }
        q << number << std::int64_t{report_bits};
        if (q.step() && static_cast<std::size_t>(q.integer(0)) + count >= most_kept) {
            hungry_.insert(number);
        }
        q.run();
    }
    lost_.clear();
}

/// Notes the pairs of a member with those that it is compared with.
void PairRelink::meet(std::int64_t key, const Step& step,
                      std::span<const std::pair<std::int64_t, std::int64_t>> members) {
    const bool only_own = !dirty_.contains(step.report);
    for (const auto& [rank, report] : members) {
        if (report == step.report || (is_timeless(key) && step.place < 0 && on_a_day(key, rank))) {
            continue;
        }
        const std::int64_t place = rank_of(key, rank);
        if (std::pair(place, report) < std::pair(step.place, step.report)) {
            met_.emplace_back(step.report, report);
        } else if (!only_own) {
            met_.emplace_back(report, step.report);
        }
    }
}

void PairRelink::find_pairs(std::unordered_set<std::int64_t>& touched) {
    std::vector<Step> own;
    for (const auto* numbers : {&dirty_, &hungry_}) {
        for (const std::int64_t number : *numbers) {
            if (const LinkReport* report = reports_.load(number)) {
                for (const std::int64_t key : link_keys(*report)) {
                    own.push_back({key, report->place, number, true});
                }
            }
        }
    }
    std::sort(own.begin(), own.end());
    Members members;
    std::size_t known = 0; // both go by key
    each_bucket(own, [&](std::span<const Step> steps) {
        const std::int64_t key = steps.front().key;
        const std::size_t hubs = hubs_of(key);
        while (known < buckets_.size() && buckets_[known].first < key) {
            ++known;
        }
        if (known < buckets_.size() && buckets_[known].first == key) {
            const std::size_t end = known + 1 < buckets_.size() ? buckets_[known + 1].second : begun_.size();
            members.assign(begun_.begin() + static_cast<std::ptrdiff_t>(buckets_[known].second),
                           begun_.begin() + static_cast<std::ptrdiff_t>(end));
        } else {
            read_bucket(key, hubs, members);
        }
        const auto is_hub = [&](const Step& step) {
            return members.size() < hubs || rank_of(key, step.place) <= members[hubs - 1].first;
        };
        if (members.size() == hubs && std::any_of(steps.begin(), steps.end(), is_hub)) {
            read_bucket(key, std::numeric_limits<std::int32_t>::max(), members);
        }
        for (const Step& step : steps) {
            meet(key, step, std::span(members).first(is_hub(step) ? members.size() : hubs));
            if (met_.size() > most_met) {
                compare_met(touched);
            }
        }
    });
    compare_met(touched);
}

void PairRelink::compare_met(std::unordered_set<std::int64_t>& touched) {
    std::sort(met_.begin(), met_.end());
    met_.erase(std::unique(met_.begin(), met_.end()), met_.end());
    for (std::size_t begin = 0; begin < met_.size();) {
        std::size_t end = begin + 1;
        while (end < met_.size() && met_[end].first == met_[begin].first) {
            ++end;
        }
        keep_best(std::span(met_).subspan(begin, end - begin), touched);
        begin = end;
    }
    met_.clear();
}

/// Offers a report those that it met; they have one `first`. What it kept before competes with them, so it does
/// not matter how the meetings are cut into portions.
void PairRelink::keep_best(std::span<const std::pair<std::int64_t, std::int64_t>> met,
                           std::unordered_set<std::int64_t>& touched) {
    const std::int64_t number = met.front().first;
    const LinkReport* report = reports_.load(number);
    if (report == nullptr) {
        return;
    }
    struct Kept {
        int points = 0;
        std::int64_t place = 0;
        std::int64_t earlier = 0;
        std::uint32_t reasons = 0;
        bool stored = false;
    };
    std::vector<Kept> kept;
    if (!is_alone(number)) {
        Query stored = db_.query("SELECT earlier, points FROM pair WHERE report = ?");
        stored << number;
        while (stored.step()) {
            const std::int64_t earlier = stored.integer(0);
            if (!of_one_article(earlier, number)) {
                kept.push_back({static_cast<int>(stored.integer(1)), 0, earlier, 0, true});
            }
        }
    }
    for (Kept& k : kept) {
        if (const LinkReport* other = reports_.load(k.earlier)) {
            k.place = other->place;
        }
    }
    Query row = db_.query("INSERT OR REPLACE INTO pair (report, earlier, points, reasons) VALUES (?, ?, ?, ?)");
    const auto store = [&](std::int64_t earlier, int points, std::uint32_t reasons) {
        row << number << earlier << points << reasons;
        row.run();
        for (const std::int64_t one : {number, earlier}) {
            paired_.insert(one);
            touched.insert(one);
        }
    };
    const std::size_t before = kept.size();
    for (const auto& [self, earlier] : met) {
        const LinkReport* other = reports_.load(earlier);
        if (other == nullptr || std::any_of(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(before),
                                            [e = earlier](const Kept& k) { return k.earlier == e; })) {
            continue;
        }
        const PairPoints points = compare(*report, *other);
        if (points.points < link_threshold) {
            continue;
        }
        if (of_one_article(number, earlier)) {
            store(earlier, points.points, points.reasons);
        } else {
            kept.push_back({points.points, other->place, earlier, points.reasons, false});
        }
    }
    const auto better = [](const Kept& a, const Kept& b) {
        return std::tuple(b.points, a.place, a.earlier) < std::tuple(a.points, b.place, b.earlier);
    };
    const auto end = kept.begin() + static_cast<std::ptrdiff_t>(std::min(kept.size(), most_kept));
    std::partial_sort(kept.begin(), end, kept.end(), better);
    for (auto k = kept.begin(); k != end; ++k) {
        if (!k->stored) {
            store(k->earlier, k->points, k->reasons);
        }
    }
    Query gone = db_.query("DELETE FROM pair WHERE report = ? AND earlier = ?");
    for (auto k = end; k != kept.end(); ++k) {
        if (k->stored) {
            gone << number << k->earlier;
            gone.run();
            touched.insert(number);
            touched.insert(k->earlier);
        }
    }
}

} // namespace fasti::graph
