// Articles into groups of copies, for what changed. An article is a copy of the earliest source that
// it meets under a key and shares its text with; whatever is a copy of nothing is a source. So a
// group is a star around its source, and no chain of small changes joins unlike texts.
//
// Whether an article is a copy depends on earlier ones alone, by (published, hash of the id). So the
// changed ones are looked at in that order, and what comes later in their buckets only when it matters.
#include "core/stable_hash.hpp"
#include "graph/copies.hpp"
#include "graph/event_rows.hpp"
#include "graph/relink.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace fasti::graph {
namespace {

/// Members of a bucket that later ones are compared with: the earliest.
constexpr std::int64_t heads = 16;
constexpr std::size_t most_cached = 50'000;

class CopyRelink {
public:
    explicit CopyRelink(Story::Impl& story)
        : story_(story), db_(*story.database), keep_(story.meta("keep_duplicates") == "1") {}

    void run() {
        std::vector<LeftArticle> changed = std::move(story_.changes.left);
        const std::size_t left = changed.size();
        std::unordered_set<std::uint32_t> copies;
        Query q = db_.query("SELECT published, id, sketch, duplicate_of FROM article WHERE num = ?");
        for (const std::uint32_t number : story_.changes.articles) {
            q << number;
            if (q.step()) {
                changed.push_back({article_place(q.null(0) ? undated : q.integer(0), q.text(1), number),
                                   read_sketch(q.text(2)).keys});
                if (!q.text(3).empty()) {
                    copies.insert(number);
                }
            }
            q.run();
        }
        write_keys(changed, left);
        for (std::size_t i = left; i < changed.size(); ++i) {
            // Most texts meet no other and are sources already.
            if (!changed[i].keys.empty() || copies.contains(changed[i].place.number)) {
                todo_.insert(changed[i].place);
            }
        }
        std::sort(changed.begin(), changed.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
        for (const auto& [place, keys] : changed) {
            push_later(place, keys);
        }
        while (!todo_.empty() && !db_.failed()) {
            const ArticlePlace place = *todo_.begin();
            todo_.erase(todo_.begin());
            decide(place);
        }
    }

private:
    struct Known {
        ArticlePlace place;
        std::string id;
        std::string source; ///< that the file names; changed by `decide` alone
        Sketch sketch;
        bool dated = false;
    };

    /// Writes the keys of new articles, in their order, so that each page of the file is met once; what
    /// is left in `changed` are keys under which others stand: of a text of its own hardly any.
    /// The first `left` of them are gone.
    void write_keys(std::vector<LeftArticle>& changed, std::size_t left) {
        std::vector<std::pair<std::int64_t, std::size_t>> keys;
        for (std::size_t i = 0; i < changed.size(); ++i) {
            for (const std::int64_t key : changed[i].keys) {
                keys.emplace_back(key, i);
            }
            changed[i].keys.clear();
        }
        std::sort(keys.begin(), keys.end());
        Query row = db_.query("INSERT OR IGNORE INTO article_key (key, published, tie, article) VALUES (?, ?, ?, ?)");
        Query members = db_.query("SELECT 1 FROM article_key WHERE key = ? LIMIT 2");
        for (auto begin = keys.begin(); begin != keys.end();) {
            const auto end = std::find_if(begin, keys.end(), [&](const auto& k) { return k.first != begin->first; });
            for (auto at = begin; at != end; ++at) {
                const ArticlePlace& place = changed[at->second].place;
                if (at->second >= left) {
                    row << at->first << place.published << place.tie << place.number;
                    row.run();
                }
            }
            members << begin->first;
            const bool shared = members.step() && (begin->second < left || members.step());
            members.run();
            for (auto at = begin; shared && at != end; ++at) {
                changed[at->second].keys.push_back(at->first);
            }
            begin = end;
        }
        for (std::size_t i = left; i < changed.size(); ++i) {
            shared_keys_[changed[i].place.number] = changed[i].keys;
        }
    }

    const Known* load(std::uint32_t number) {
        if (const auto found = known_.find(number); found != known_.end()) {
            return &found->second;
        }
        Query q = db_.query("SELECT id, published, sketch, duplicate_of FROM article WHERE num = ?");
        q << number;
        if (!q.step()) {
            return nullptr;
        }
        Known known;
        known.source = q.text(3);
        known.id = q.text(0);
        known.dated = !q.null(1);
        known.place = article_place(known.dated ? q.integer(1) : undated, known.id, number);
        known.sketch = read_sketch(q.text(2));
        if (const auto shared = shared_keys_.find(number); shared != shared_keys_.end()) {
            known.sketch.keys = shared->second;
        }
        return &known_.emplace(number, std::move(known)).first->second;
    }

    /// Articles of these buckets that are later than `place`, where it is (or was) one of the heads.
    void push_later(const ArticlePlace& place, const std::vector<std::int64_t>& keys) {
        Query before = db_.query("SELECT count(*) FROM (SELECT 1 FROM article_key WHERE key = ?1 AND"
                                 " (published, tie, article) < (?2, ?3, ?4) LIMIT ?5)");
        Query later = db_.query("SELECT published, tie, article FROM article_key WHERE key = ?1 AND"
                                " (published, tie, article) > (?2, ?3, ?4)");
        for (const std::int64_t key : keys) {
            const auto [pushed, is_new] = pushed_.try_emplace(key, place);
            if (!is_new && pushed->second <= place) {
                continue; // all that are later wait already
            }
            before << key << place.published << place.tie << place.number << heads;
            const bool head = before.step() && before.integer(0) < heads;
            before.run();
            if (!head) {
                if (is_new) {
                    pushed_.erase(pushed);
                }
                continue;
            }
            pushed->second = place;
            later << key << place.published << place.tie << place.number;
            while (later.step()) {
                todo_.insert({later.integer(0), later.integer(1), later.number(2)});
            }
            later.run();
        }
    }

    /// The earliest source that this article is a copy of; empty: it is a source.
    std::string find_source(const Known& own) {
        if (keep_) {
            return {};
        }
        std::set<ArticlePlace> earlier;
        Query q = db_.query("SELECT published, tie, article, (SELECT duplicate_of FROM article WHERE num ="
                            " article_key.article) FROM article_key WHERE key = ? ORDER BY published, tie, article"
                            " LIMIT ?");
        for (const std::int64_t key : own.sketch.keys) {
            q << key << heads;
            while (q.step()) {
                const ArticlePlace place{q.integer(0), q.integer(1), q.number(2)};
                if (place >= own.place) {
                    break;
                }
                if (q.text(3).empty()) {
                    earlier.insert(place);
                }
            }
            q.run();
        }
        for (const ArticlePlace& place : earlier) {
            const Known* other = load(place.number);
            const std::int64_t apart =
                own.dated && other != nullptr && other->dated ? own.place.published - other->place.published : 0;
            if (other != nullptr && are_copies(own.sketch, other->sketch, apart)) {
                return other->id;
            }
        }
        return {};
    }

    void decide(const ArticlePlace& place) {
        if (known_.size() > most_cached) {
            known_.clear();
        }
        const Known* found = load(place.number);
        if (found == nullptr) {
            return;
        }
        const Known own = *found; // loading others may move it
        const std::string source = find_source(own);
        if (own.source == source) {
            return;
        }
        Query q = db_.query("SELECT days FROM article WHERE num = ?");
        q << place.number;
        const auto days = q.step() ? read_days(q.text(0)) : std::vector<std::int32_t>{};
        q.run();
        const bool was_source = own.source.empty();
        if (const auto known = known_.find(place.number); known != known_.end()) {
            known->second.source = source;
        }
        count_names(story_, place.number, -1);
        Query update = db_.query("UPDATE article SET duplicate_of = ? WHERE num = ?");
        update << source << place.number;
        update.run();
        count_names(story_, place.number, 1);
        touch(place.number);
        if (was_source != source.empty()) {
            count_days(db_, days, was_source ? -1 : 1);
            push_later(place, own.sketch.keys);
        }
    }

    /// Events that this article reports count anew.
    void touch(std::uint32_t article) {
        Query reports = db_.query("SELECT num FROM report WHERE num BETWEEN ? AND ?");
        reports << report_number(article, 0) << report_number(article, most_reports - 1);
        while (reports.step()) {
            if (!story_.changes.reports.contains(reports.integer(0))) {
                story_.changes.regroup.insert(reports.integer(0));
            }
        }
    }

    Story::Impl& story_;
    Database& db_;
    bool keep_ = false;
    std::set<ArticlePlace> todo_;
    std::unordered_map<std::int64_t, ArticlePlace> pushed_; ///< by key: what is later than this waits
    std::unordered_map<std::uint32_t, Known> known_;
    std::unordered_map<std::uint32_t, std::vector<std::int64_t>> shared_keys_; ///< of new articles
};

} // namespace

void relink_copies(Story::Impl& story) {
    CopyRelink(story).run();
}

} // namespace fasti::graph
