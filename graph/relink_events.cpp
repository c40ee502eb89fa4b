// Reports into events, for what changed: writes the keys under which reports meet, compares those
// that meet, and groups the components of pairs anew. link_events decides about pairs and
// clusters, assemble makes the event.
#include "graph/assemble.hpp"
#include "graph/event_rows.hpp"
#include "graph/link_clusters.hpp"
#include "graph/relink.hpp"
#include "graph/relink_pairs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace fasti::graph {
namespace {

/// Reports that are linked at a time: bounds the memory of a large build.
constexpr std::size_t chunk = 40'000;
constexpr std::size_t most_heads = 50'000;

class EventRelink {
public:
    explicit EventRelink(Story::Impl& story)
        : story_(story), db_(*story.database), cache_(story), pairs_(story, cache_) {}

    void run() {
        find_decided_places();
        pairs_.note_gone(std::move(story_.changes.keys));
        for (const auto& [report, kept] : story_.changes.lost) {
            pairs_.note_lost(report, kept);
        }
        std::vector<std::int64_t> todo(story_.changes.reports.begin(), story_.changes.reports.end());
        std::sort(todo.begin(), todo.end());
        seeds_.insert(story_.changes.regroup.begin(), story_.changes.regroup.end());
        // What is not linked yet has no keys, so a chunk sees the story as it was before the rest.
        std::size_t begin = 0;
        do {
            const std::size_t end = std::min(begin + chunk, todo.size());
            const std::vector<std::int64_t> numbers(todo.begin() + static_cast<std::ptrdiff_t>(begin),
                                                    todo.begin() + static_cast<std::ptrdiff_t>(end));
            std::unordered_set<std::int64_t> fresh;
            for (const std::int64_t number : numbers) {
                if (story_.changes.fresh.erase(number) != 0) {
                    fresh.insert(number);
                }
            }
            pairs_.run(numbers, std::move(fresh), seeds_);
            regroup();
            pairs_.write_keys_left();
            begin = end;
        } while (begin < todo.size() && !db_.failed());
    }

private:
    // ---- components into events ----

    struct Component {
        std::vector<std::int64_t> reports;
        std::vector<std::tuple<std::int64_t, std::int64_t, int>> pairs;
    };

    /// All old events of the touched components go before the first new one is written: a report
    /// that left an event must not take the new event of its old mates away.
    void regroup() {
        if (heads_.size() > most_heads) {
            heads_.clear();
        }
        std::vector<std::int64_t> starts(seeds_.begin(), seeds_.end());
        std::sort(starts.begin(), starts.end());
        seeds_.clear();
        std::unordered_set<std::int64_t> seen;
        std::vector<Component> components;
        for (const std::int64_t start : starts) {
            if (!db_.failed() && seen.insert(start).second) {
                components.push_back(find_component(start, seen));
            }
        }
        for (const Component& component : components) {
            for (const std::int64_t report : component.reports) {
                drop_event_of(report);
            }
        }
        for (Component& component : components) {
            group(component);
        }
    }

    Component find_component(std::int64_t start, std::unordered_set<std::int64_t>& seen) {
        Component out;
        std::vector<std::int64_t> todo = {start};
        Query q = db_.query("SELECT earlier, points, 1 FROM pair WHERE report = ?1 UNION ALL"
                            " SELECT report, points, 0 FROM pair WHERE earlier = ?1");
        while (!todo.empty()) {
            const std::int64_t number = todo.back();
            todo.pop_back();
            if (cache_.load(number) == nullptr) {
                continue;
            }
            out.reports.push_back(number);
            if (pairs_.is_alone(number) && same_.empty()) {
                continue;
            }
            const auto reach = [&](std::int64_t other) {
                if (seen.insert(other).second) {
                    todo.push_back(other);
                }
            };
            q << number;
            while (q.step()) {
                const std::int64_t other = q.integer(0);
                if (q.integer(2) != 0) {
                    out.pairs.emplace_back(number, other, static_cast<int>(q.integer(1)));
                }
                reach(other);
            }
            q.run();
            for (const auto& [a, b] : same_) {
                if (a == number || b == number) {
                    reach(a == number ? b : a);
                }
            }
        }
        return out;
    }

    void group(Component& component) {
        if (component.reports.size() <= 1) {
            if (!component.reports.empty()) {
                store_event(component.reports);
            }
            return;
        }
        std::vector<LinkReport> reports;
        std::unordered_map<std::int64_t, std::uint32_t> index;
        for (const std::int64_t number : component.reports) {
            index[number] = static_cast<std::uint32_t>(reports.size());
            reports.push_back(*cache_.load(number));
        }
        std::vector<ReportPair> pairs;
        for (const auto& [a, b, points] : component.pairs) {
            if (index.contains(a) && index.contains(b)) {
                pairs.push_back({index[a], index[b], points});
            }
        }
        const auto inside = [&](const std::vector<std::pair<std::int64_t, std::int64_t>>& decided) {
            std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
            for (const auto& [a, b] : decided) {
                if (index.contains(a) && index.contains(b)) {
                    out.emplace_back(index[a], index[b]);
                }
            }
            return out;
        };
        const auto cluster_of = cluster_reports(reports, std::move(pairs), inside(same_), inside(different_));
        std::map<std::uint32_t, std::vector<std::int64_t>> clusters;
        for (std::size_t i = 0; i < component.reports.size(); ++i) {
            clusters[cluster_of[i]].push_back(component.reports[i]);
        }
        for (auto& [cluster, list] : clusters) {
            std::sort(list.begin(), list.end());
            store_event(list);
        }
    }

    void drop_event_of(std::int64_t number) {
        if (pairs_.is_fresh(number)) {
            return;
        }
        Query q = db_.query("SELECT event FROM report WHERE num = ?");
        q << number;
        if (q.step() && !q.null(0)) {
            drop_event(story_, q.integer(0));
        }
    }

    /// Writes the event of these reports (sorted); its number is that of its first report.
    void store_event(const std::vector<std::int64_t>& numbers) {
        std::vector<Report> reports;
        std::vector<ArticleHead> articles;
        reports.reserve(numbers.size());
        articles.reserve(numbers.size());
        Query q = db_.query("SELECT data FROM report WHERE num = ?");
        for (const std::int64_t number : numbers) {
            q << number;
            std::optional<Report> report;
            if (q.step()) {
                report = read_report(q.text(0));
            }
            q.run();
            if (!report) {
                return;
            }
            reports.push_back(std::move(*report));
            articles.push_back(article_head(article_of(number)));
        }
        std::vector<Account> accounts;
        std::string decided;
        bool hidden = false;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            accounts.push_back({&reports[i], &articles[i], cache_.actors_of(article_of(numbers[i]))});
            if (const auto date = dates_.find(numbers[i]); date != dates_.end()) {
                decided = date->second;
            }
            hidden = hidden || hidden_.contains(numbers[i]);
        }
        const Assembled event = assemble(accounts, decided, story_.lexicon);
        const Account& earliest = accounts[event.earliest];
        std::map<std::uint32_t, std::uint32_t> roles;
        for (const Account& account : accounts) {
            for (const ReportParticipant& p : account.report->participants) {
                if (p.actor < account.actors.size() && account.actors[p.actor] != no_actor) {
                    roles[account.actors[p.actor]] |= role_bit(p.role);
                }
            }
        }
        EventRow row;
        row.number = numbers.front();
        row.id = event_public_id(earliest.article->id, earliest.report->mentions.front().begin);
        row.when = event.time.interval;
        row.reason = event.time.reason;
        row.event_class = event.event_class;
        row.type = event.type;
        row.factuality = event.factuality;
        row.disputed = event.disputed();
        row.hidden = hidden;
        row.voices = event.voices;
        row.importance = event.importance;
        row.actors.assign(roles.begin(), roles.end());
        write_event(story_, row);
        Query member = db_.query("UPDATE report SET event = ? WHERE num = ?");
        Query first = db_.query("UPDATE report SET event = ?, keys = ? WHERE num = ?");
        for (const std::int64_t report : numbers) {
            story_.changes.fresh.erase(report); // a decision may bring in one whose turn has not come
            if (const auto keys = pairs_.take_keys(report)) {
                first << row.number;
                first.blob(*keys) << report;
                first.run();
            } else {
                member << row.number << report;
                member.run();
            }
        }
    }

    const ArticleHead& article_head(std::uint32_t article) {
        const auto [at, is_new] = heads_.try_emplace(article);
        if (!is_new) {
            return at->second;
        }
        Query q = db_.query("SELECT id, source, duplicate_of, published FROM article WHERE num = ?");
        q << article;
        if (q.step()) {
            at->second = {std::string(q.text(0)), std::string(q.text(1)), std::string(q.text(2)),
                          q.null(3) ? undated : q.integer(3)};
        }
        return at->second;
    }

    // ---- the user's decisions about events ----

    void find_decided_places() {
        for (const EventDecision& d : story_.decisions.events) {
            const auto first = find_report(story_, d.place);
            if (!first) {
                continue;
            }
            switch (d.kind) {
            case EventDecisionKind::date:
                dates_[*first] = d.date;
                break;
            case EventDecisionKind::hide:
                hidden_.insert(*first);
                break;
            case EventDecisionKind::same:
            case EventDecisionKind::different:
                if (const auto second = find_report(story_, d.other); second && *second != *first) {
                    (d.kind == EventDecisionKind::same ? same_ : different_).emplace_back(*first, *second);
                    story_.changes.regroup.insert(*second);
                }
                break;
            }
            story_.changes.regroup.insert(*first);
        }
    }

    Story::Impl& story_;
    Database& db_;
    ReportCache cache_;
    PairRelink pairs_;
    std::unordered_map<std::uint32_t, ArticleHead> heads_;
    std::unordered_set<std::int64_t> seeds_; ///< to be grouped anew
    std::unordered_map<std::int64_t, std::string> dates_;
    std::unordered_set<std::int64_t> hidden_;
    std::vector<std::pair<std::int64_t, std::int64_t>> same_;
    std::vector<std::pair<std::int64_t, std::int64_t>> different_;
};

} // namespace

void relink_events(Story::Impl& story) {
    EventRelink(story).run();
}

std::optional<std::int64_t> find_report(Story::Impl& story, const QuotedPlace& place) {
    Database& db = *story.database;
    Query article = db.query("SELECT num, text FROM article WHERE id = ?");
    article << place.article;
    if (!article.step() || place.phrase.empty()) {
        return std::nullopt;
    }
    const auto begin = article.text(1).find(place.phrase);
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    const std::uint32_t number = article.number(0);
    Query reports = db.query("SELECT num, data FROM report WHERE num BETWEEN ? AND ?");
    reports << report_number(number, 0) << report_number(number, most_reports - 1);
    std::optional<std::pair<std::uint32_t, std::int64_t>> first; // begin of the trigger, report
    while (reports.step()) {
        const auto report = read_report(reports.text(1));
        for (const ReportMention& m : report ? report->mentions : std::vector<ReportMention>{}) {
            if (m.begin >= begin && m.begin < begin + place.phrase.size()) {
                first = first ? std::min(*first, std::pair(m.begin, reports.integer(0)))
                              : std::pair(m.begin, reports.integer(0));
            }
        }
    }
    return first ? std::optional(first->second) : std::nullopt;
}

} // namespace fasti::graph
