// Lines that articles of one source share, counted over the articles of a story (repeated_lines.hpp). What an article
// gives depends on which of its lines are furniture, so an article whose marks are no longer
// those of the whole set is outdated and has to be read again; `cli` does that before link().
#include "graph/story_repeated.hpp"

#include <algorithm>
#include <set>

namespace fasti::graph {
namespace {

/// Counts voices until there are enough, over both halves of the key's rows.
class Counter {
public:
    explicit Counter(Database& db)
        : query_(db.query("SELECT count(*) FROM (SELECT voice FROM (SELECT DISTINCT voice FROM line_key WHERE key = ?1"
                          " AND marked = 0 LIMIT ?2) UNION SELECT voice FROM (SELECT DISTINCT voice FROM line_key"
                          " WHERE key = ?1 AND marked = 1 LIMIT ?2))")) {}

    [[nodiscard]] bool repeated(std::int64_t key) {
        const std::uint32_t wanted = voices_needed(key);
        query_ << key << wanted;
        const bool enough = query_.step() && query_.integer(0) >= wanted;
        query_.run();
        return enough;
    }

private:
    Query query_;
};

} // namespace

void add_lines(Story::Impl& story, std::uint32_t article, const std::vector<CandidateLine>& lines) {
    Query q = story.database->query("INSERT OR IGNORE INTO line_key (key, marked, voice, article) VALUES (?, ?, ?, ?)");
    for (const CandidateLine& line : lines) {
        q << line.key << (line.marked ? 1 : 0) << line.voice << article;
        q.run();
        story.changes.lines.insert(line.key);
    }
}

void remove_lines(Story::Impl& story, std::uint32_t article, const std::vector<CandidateLine>& lines) {
    Query q = story.database->query("DELETE FROM line_key WHERE key = ? AND marked = ? AND voice = ? AND article = ?");
    for (const CandidateLine& line : lines) {
        q << line.key << (line.marked ? 1 : 0) << line.voice << article;
        q.run();
        story.changes.lines.insert(line.key);
    }
}

Status Story::mark_repeated(Article& article) const {
    std::erase_if(article.furniture, [](const Furniture& f) { return f.kind == FurnitureKind::repeated; });
    Counter counter(*impl_->database);
    const std::size_t own = article.furniture.size();
    for (const CandidateLine& line : find_candidate_lines(article)) {
        if (counter.repeated(line.key)) {
            article.furniture.push_back({line.span, FurnitureKind::repeated});
        }
    }
    if (article.furniture.size() > own) {
        std::sort(article.furniture.begin(), article.furniture.end(),
                  [](const Furniture& a, const Furniture& b) { return a.span.begin < b.span.begin; });
    }
    return impl_->database->status();
}

Result<std::vector<std::string>> Story::outdated() const {
    Database& db = *impl_->database;
    Counter counter(db);
    std::set<std::string> ids;
    Query q = db.query("SELECT article.id FROM line_key JOIN article ON article.num = line_key.article"
                       " WHERE key = ? AND marked = ?");
    for (const std::int64_t key : impl_->changes.lines) {
        q << key << (counter.repeated(key) ? 0 : 1);
        while (q.step()) {
            ids.emplace(q.text(0));
        }
        q.run();
    }
    if (db.failed()) {
        return db.status().error();
    }
    return std::vector<std::string>(ids.begin(), ids.end());
}

} // namespace fasti::graph
