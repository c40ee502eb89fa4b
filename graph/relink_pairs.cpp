// See relink_pairs.hpp. Buckets are gone through in the order of their keys, so that a chunk of many
// reports reads and writes each page of the file once.
#include "graph/relink_pairs.hpp"

#include "graph/link_points.hpp"

#include <algorithm>
#include <tuple>

namespace fasti::graph {
namespace {

/// Pairs that met and wait to be compared: bounds the memory.
constexpr std::size_t most_met = 2'000'000;

} // namespace

void PairRelink::note_gone(std::vector<std::pair<std::int64_t, std::int64_t>> gone) {
    std::vector<Step> steps;
    steps.reserve(gone.size());
    for (const auto& [key, hash] : gone) {
        steps.push_back({key, hash, 0, false});
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
                    steps.push_back({key, static_cast<std::int64_t>(report->hash), number, came});
                }
            }
        };
        note(before, after, false);
        note(after, before, true);
        update.blob(graph::write_keys(after)) << number;
        update.run();
    }
    std::sort(steps.begin(), steps.end());
    Query gone = db_.query("DELETE FROM report_key WHERE key = ? AND hash = ? AND report = ?");
    Query row = db_.query("INSERT INTO report_key (key, hash, report) VALUES (?, ?, ?)");
    for (const Step& step : steps) {
        Query& q = step.came ? row : gone;
        q << step.key << step.hash << step.report;
        q.run();
    }
    find_new_hubs(steps);
}

void PairRelink::find_new_hubs(const std::vector<Step>& steps) {
    for (const Step* begin = steps.data(); begin != steps.data() + steps.size();) {
        const Step* end =
            std::find_if(begin, steps.data() + steps.size(), [&](const Step& step) { return step.key != begin->key; });
        find_new_hubs(begin, end);
        begin = end;
    }
}

/// Of one bucket: who was a hub and is none any more, or the other way, has other pairs now. What the
/// rest has in common with each other is as before.
void PairRelink::find_new_hubs(const Step* begin, const Step* end) {
    const std::size_t hubs = hubs_of(begin->key);
    const auto came = static_cast<std::size_t>(std::count_if(begin, end, [](const Step& step) { return step.came; }));
    std::vector<std::pair<std::int64_t, std::int64_t>> now; // (hash, report)
    Query q = db_.query("SELECT hash, report FROM report_key WHERE key = ? ORDER BY hash, report LIMIT ?");
    q << begin->key << static_cast<std::int64_t>(hubs + came);
    while (q.step()) {
        now.emplace_back(q.integer(0), q.integer(1));
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> before;
    for (const auto& member : now) {
        if (std::none_of(begin, end, [&](const Step& step) {
                return step.came && step.hash == member.first && step.report == member.second;
            })) {
            before.push_back(member);
        }
    }
    for (const Step* step = begin; step != end; ++step) {
        if (!step->came) {
            before.emplace_back(step->hash, step->report);
        }
    }
    std::sort(before.begin(), before.end());
    before.resize(std::min(before.size(), hubs));
    now.resize(std::min(now.size(), hubs));
    std::vector<std::pair<std::int64_t, std::int64_t>> changed;
    std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(changed));
    for (const auto& [hash, report] : changed) {
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
                own.push_back({key, static_cast<std::int64_t>(report->hash), number, true});
            }
        }
    }
    std::sort(own.begin(), own.end());
    Query q = db_.query("SELECT hash, report FROM report_key WHERE key = ? ORDER BY hash, report");
    std::vector<std::pair<std::int64_t, std::int64_t>> members; // (hash, report)
    for (auto begin = own.begin(); begin != own.end();) {
        const auto end = std::find_if(begin, own.end(), [&](const Step& step) { return step.key != begin->key; });
        const std::size_t hubs = hubs_of(begin->key);
        members.clear();
        q << begin->key;
        // All of the bucket only where a hub of it is paired.
        bool all = false;
        while ((all || members.size() < hubs) && q.step()) {
            members.emplace_back(q.integer(0), q.integer(1));
            all = all || (members.size() == hubs && std::pair(begin->hash, begin->report) <= members.back());
        }
        q.run();
        for (auto step = begin; step != end; ++step) {
            const bool hub = members.size() < hubs || std::pair(step->hash, step->report) <= members[hubs - 1];
            const std::size_t count = hub ? members.size() : hubs;
            for (std::size_t i = 0; i < count; ++i) {
                if (members[i].second != step->report) {
                    met_.emplace_back(std::minmax(members[i].second, step->report));
                }
            }
        }
        if (met_.size() > most_met) {
            compare_met(touched);
        }
        begin = end;
    }
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
