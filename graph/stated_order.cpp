// See stated_order.hpp.
#include "graph/stated_order.hpp"

#include <set>
#include <span>
#include <unordered_map>

namespace fasti::graph {
namespace {

/// The first row, in the order they had, that no row before it must follow.
void reorder(std::span<EventRow> rows, const std::vector<std::vector<std::size_t>>& later) {
    std::vector<std::size_t> waits(rows.size(), 0);
    for (const auto& list : later) {
        for (const std::size_t i : list) {
            ++waits[i];
        }
    }
    std::set<std::size_t> ready;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (waits[i] == 0) {
            ready.insert(i);
        }
    }
    std::vector<EventRow> out;
    while (!ready.empty()) {
        const std::size_t next = *ready.begin();
        ready.erase(ready.begin());
        out.push_back(rows[next]);
        for (const std::size_t i : later[next]) {
            if (--waits[i] == 0) {
                ready.insert(i);
            }
        }
    }
    if (out.size() == rows.size()) { // else they go round in a circle
        std::move(out.begin(), out.end(), rows.begin());
    }
}

} // namespace

void respect_orders(Database& db, std::vector<EventRow>& rows) {
    const auto begins_run = [&](std::size_t i) {
        return i == 0 || i == rows.size() || rows[i].when.from != rows[i - 1].when.from ||
               rows[i].when.to != rows[i - 1].when.to;
    };
    Query q = db.query("SELECT b.event FROM report AS a CROSS JOIN report_order ON first = a.num"
                       " CROSS JOIN report AS b ON b.num = second WHERE a.event = ?");
    for (std::size_t begin = 0, end = 1; end <= rows.size(); ++end) {
        if (!begins_run(end)) {
            continue;
        }
        if (end - begin > 1) {
            std::unordered_map<std::int64_t, std::size_t> at;
            for (std::size_t i = begin; i < end; ++i) {
                at[rows[i].number] = i - begin;
            }
            std::vector<std::vector<std::size_t>> later(end - begin);
            bool any = false;
            for (std::size_t i = begin; i < end; ++i) {
                q << rows[i].number;
                while (q.step()) {
                    if (const auto other = at.find(q.integer(0)); other != at.end() && other->second != i - begin) {
                        later[i - begin].push_back(other->second);
                        any = true;
                    }
                }
                q.run();
            }
            if (any) {
                reorder(std::span(rows).subspan(begin, end - begin), later);
            }
        }
        begin = end;
    }
}

} // namespace fasti::graph
