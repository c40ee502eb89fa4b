// Articles in and out of a story. Everything that linking will have to look at again is noted in
// Impl::changes; relink.cpp does it.
#include "graph/story.hpp"

#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "graph/copies.hpp"
#include "graph/event_rows.hpp"
#include "graph/link_report.hpp"
#include "graph/names.hpp"
#include "graph/story_file.hpp"
#include "graph/story_repeated.hpp"

#include <algorithm>
#include <tuple>

namespace fasti::graph {
namespace {

class ArticleWriter {
public:
    explicit ArticleWriter(Story::Impl& story) : story_(story), db_(*story.database) {}

    void add(const ArticleRecord& record) {
        const Article& a = record.article;
        Query q = db_.query("INSERT INTO article (id, url, source, title, language, published, granularity, utc_offset,"
                            " published_from, duplicate_of, origin, hash, text, sentences, days, sketch,"
                            " lines) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)");
        q << a.id << a.url << a.source << a.title << a.language;
        if (a.published) {
            q << a.published->moment.time_since_epoch().count() << static_cast<std::int64_t>(a.published->granularity)
              << (a.published->utc_offset_minutes ? std::optional<std::int64_t>(*a.published->utc_offset_minutes)
                                                  : std::nullopt);
        } else {
            q << std::optional<std::int64_t>{} << std::optional<std::int64_t>{} << std::optional<std::int64_t>{};
        }
        q << static_cast<std::int64_t>(a.published_from) << a.origin << record.content_hash();
        q.blob(a.text).blob(write_sentences(record.sentences)).blob(write_days(record.days));
        q.blob(write_sketch(record.sketch)).blob(write_candidates(record.lines));
        q.run();
        number_ = static_cast<std::uint32_t>(db_.last_rowid());
        story_.changes.articles.insert(number_); // relink_copies writes its keys
        add_lines(story_, number_, record.lines);
        add_sentences(record.article.text, record.sentences, false);
        count_days(db_, record.days, 1);
        for (std::uint32_t i = 0; i < record.actors.size(); ++i) {
            add_actor(record, i);
        }
        count_names(story_, number_, 1);
        add_reports(record);
    }

    /// Takes out the article with this number; its row must be there.
    void remove(std::uint32_t number) {
        number_ = number;
        Query q = db_.query(
            "SELECT text, sentences, days, id, published, sketch, duplicate_of, lines FROM article WHERE num = ?");
        q << number;
        if (!q.step()) {
            return;
        }
        const std::string text(q.text(0));
        const auto sentences = read_sentences(q.text(1));
        const auto days = read_days(q.text(2));
        const ArticlePlace place = article_place(q.null(4) ? undated : q.integer(4), q.text(3), number);
        auto keys = read_sketch(q.text(5)).keys;
        const bool copy = !q.text(6).empty();
        const auto lines = read_candidates(q.text(7));
        q.run();
        remove_lines(story_, number, lines);
        add_sentences(text, sentences.value_or(std::vector<RecordSentence>{}), true);
        if (!copy) {
            count_days(db_, days, -1);
        }
        remove_keys(place, std::move(keys));
        remove_reports();
        remove_actors();
        Query gone = db_.query("DELETE FROM article WHERE num = ?");
        gone << number;
        gone.run();
    }

private:
    void add_sentences(std::string_view text, const std::vector<RecordSentence>& sentences, bool remove) {
        // A table without content is told the old text to forget it (FTS5, "The 'delete' command").
        Query q = remove ? db_.query("INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', ?, ?)")
                         : db_.query("INSERT INTO sentence_text (rowid, text) VALUES (?, ?)");
        story_.changes.tally.sentences +=
            (remove ? -1 : 1) * static_cast<std::int64_t>(std::min<std::size_t>(sentences.size(), most_reports));
        for (std::uint32_t i = 0; i < sentences.size() && i < most_reports; ++i) {
            q << report_number(number_, i) << surface(text, sentences[i].bytes);
            q.run();
        }
    }

    void remove_keys(const ArticlePlace& place, std::vector<std::int64_t> keys) {
        Query q = db_.query("DELETE FROM article_key WHERE key = ? AND published = ? AND tie = ? AND article = ?");
        for (const std::int64_t key : keys) {
            q << key << place.published << place.tie << place.number;
            q.run();
        }
        story_.changes.articles.erase(place.number);
        story_.changes.left.push_back({place, std::move(keys)});
    }

    void add_actor(const ArticleRecord& record, std::uint32_t ordinal) {
        const LocalActor& local = record.actors[ordinal];
        const Identity id = identify(local, story_.lexicon);
        Query find = db_.query("SELECT num, first_published, first_article, first_begin FROM name WHERE hash = ?");
        find << id.hash();
        std::uint32_t number = 0;
        const std::int64_t published = record.published();
        if (find.step()) {
            number = find.number(0);
            const bool first = std::tuple(published, std::string_view(record.article.id), std::int64_t{local.begin}) <
                               std::tuple(find.integer(1), find.text(2), find.integer(3));
            Query update = db_.query("UPDATE name SET mentions = mentions + ?, last_published = max(last_published, ?)"
                                     " WHERE num = ?");
            update << local.mentions << (published == undated ? std::numeric_limits<std::int64_t>::min() : published)
                   << number;
            update.run();
            if (first) {
                Query earlier =
                    db_.query("UPDATE name SET first_published = ?, first_article = ?, first_begin = ? WHERE num = ?");
                earlier << published << record.article.id << local.begin << number;
                earlier.run();
            }
        } else {
            Query insert = db_.query(
                "INSERT INTO name (hash, form, name, type, state, country, roles, shorts, articles, mentions,"
                " first_published, first_article, first_begin, last_published) VALUES (?,?,?,?,?,?,?,?,0,?,?,?,?,?)");
            insert << id.hash() << id.form << id.name << static_cast<std::int64_t>(id.type) << (id.state ? 1 : 0)
                   << id.country;
            insert.blob(write_names(id.roles)).blob(write_names(id.shorts));
            insert << local.mentions << published << record.article.id << local.begin
                   << (published == undated ? std::numeric_limits<std::int64_t>::min() : published);
            insert.run();
            number = static_cast<std::uint32_t>(db_.last_rowid());
            Query key_row = db_.query("INSERT INTO name_key (key, name) VALUES (?, ?)");
            for (const std::int64_t key : id.keys(story_.lexicon)) {
                key_row << key << number;
                key_row.run();
            }
        }
        Query row =
            db_.query("INSERT INTO local_actor (article, ordinal, name, mentions, begin) VALUES (?, ?, ?, ?, ?)");
        row << number_ << ordinal << number << local.mentions << local.begin;
        row.run();
        story_.changes.names.insert(number);
    }

    void remove_actors() {
        std::vector<std::tuple<std::uint32_t, std::uint32_t>> locals; // name, mentions
        Query q = db_.query("SELECT name, mentions FROM local_actor WHERE article = ?");
        q << number_;
        while (q.step()) {
            locals.emplace_back(q.number(0), q.number(1));
        }
        count_names(story_, number_, -1);
        Query gone = db_.query("DELETE FROM local_actor WHERE article = ?");
        gone << number_;
        gone.run();
        for (const auto& [name, mentions] : locals) {
            story_.changes.names.insert(name);
            Query update = db_.query("UPDATE name SET mentions = mentions - ? WHERE num = ?");
            update << mentions << name;
            update.run();
            Query row = db_.query("SELECT EXISTS (SELECT 1 FROM local_actor WHERE local_actor.name = num), form, name, "
                                  "type, state, country,"
                                  " roles, shorts, actor FROM name WHERE num = ?");
            row << name;
            if (!row.step()) {
                continue;
            }
            const auto keys = read_identity(row, 1).keys(story_.lexicon);
            if (row.integer(0) > 0) {
                refresh_ends(name);
                continue;
            }
            if (!row.null(8)) {
                story_.changes.actors.insert(row.number(8));
            }
            story_.changes.name_keys.insert(story_.changes.name_keys.end(), keys.begin(), keys.end());
            Query key_gone = db_.query("DELETE FROM name_key WHERE key = ? AND name = ?");
            for (const std::int64_t key : keys) {
                key_gone << key << name;
                key_gone.run();
            }
            Query name_gone = db_.query("DELETE FROM name WHERE num = ?");
            name_gone << name;
            name_gone.run();
        }
    }

    /// First and last mention of a name that lost an article.
    void refresh_ends(std::uint32_t name) {
        Query ends =
            db_.query("SELECT coalesce(article.published, 9223372036854775807) AS at, article.id, local_actor.begin"
                      " FROM local_actor JOIN article ON article.num = local_actor.article"
                      " WHERE local_actor.name = ? ORDER BY at, article.id, local_actor.begin LIMIT 1");
        ends << name;
        Query last = db_.query("SELECT max(coalesce(article.published, -9223372036854775807 - 1)) FROM local_actor"
                               " JOIN article ON article.num = local_actor.article WHERE local_actor.name = ?");
        last << name;
        if (ends.step() && last.step()) {
            Query update = db_.query("UPDATE name SET first_published = ?, first_article = ?, first_begin = ?,"
                                     " last_published = ? WHERE num = ?");
            update << ends.integer(0) << ends.text(1) << ends.integer(2) << last.integer(0) << name;
            update.run();
        }
    }

    void add_reports(const ArticleRecord& record) {
        Query q = db_.query("INSERT INTO report (num, place, event, keys, data) VALUES (?, ?, NULL, x'', ?)");
        for (std::uint32_t i = 0; i < record.reports.size() && i < most_reports; ++i) {
            const Report& report = record.reports[i];
            const std::int64_t number = report_number(number_, i);
            q << number << bucket_place(report, record.article.id);
            q.blob(write_report(report));
            q.run();
            ++story_.changes.tally.reports;
            story_.changes.reports.insert(number);
            story_.changes.fresh.insert(number);
        }
        Query order = db_.query("INSERT OR IGNORE INTO report_order (first, second) VALUES (?, ?)");
        for (const auto& [first, second] : record.orders) {
            if (std::max(first, second) < most_reports) {
                order << report_number(number_, first) << report_number(number_, second);
                order.run();
            }
        }
    }

    void remove_reports() {
        struct Row {
            std::int64_t number;
            std::int64_t place;
            std::optional<std::int64_t> event;
            std::vector<std::int64_t> keys;
        };
        std::vector<Row> rows;
        Query q = db_.query("SELECT num, place, event, keys FROM report WHERE num BETWEEN ? AND ?");
        q << report_number(number_, 0) << report_number(number_, most_reports - 1);
        while (q.step()) {
            rows.push_back({q.integer(0), q.integer(1), q.maybe(2), read_keys(q.text(3))});
        }
        story_.changes.tally.reports -= static_cast<std::int64_t>(rows.size());
        Query key_gone = db_.query("DELETE FROM report_key WHERE key = ? AND place = ? AND report = ?");
        Query mates = db_.query("SELECT num FROM report WHERE event = ?");
        Query pairs = db_.query("SELECT earlier, 0 FROM pair WHERE report = ?1 UNION ALL"
                                " SELECT report, 1 FROM pair WHERE earlier = ?1");
        Query pair_gone = db_.query("DELETE FROM pair WHERE report = ?");
        Query kept_gone = db_.query("DELETE FROM pair WHERE earlier = ?");
        for (const Row& row : rows) {
            for (const std::int64_t key : row.keys) {
                key_gone << key << row.place << row.number;
                key_gone.run();
                story_.changes.keys.emplace_back(key, row.place);
            }
            pairs << row.number;
            while (pairs.step()) {
                story_.changes.regroup.insert(pairs.integer(0));
                if (pairs.integer(1) != 0) {
                    ++story_.changes.lost[pairs.integer(0)];
                }
            }
            pairs.run();
            if (row.event) {
                mates << *row.event;
                while (mates.step()) {
                    story_.changes.regroup.insert(mates.integer(0));
                }
                mates.run();
                drop_event(story_, *row.event);
            }
            pair_gone << row.number;
            pair_gone.run();
            kept_gone << row.number;
            kept_gone.run();
        }
        for (const char* statement :
             {"DELETE FROM report WHERE num BETWEEN ? AND ?", "DELETE FROM report_order WHERE first BETWEEN ? AND ?"}) {
            Query gone = db_.query(statement);
            gone << report_number(number_, 0) << report_number(number_, most_reports - 1);
            gone.run();
        }
        for (const Row& row : rows) {
            story_.changes.regroup.erase(row.number);
            story_.changes.reports.erase(row.number);
            story_.changes.fresh.erase(row.number);
            story_.changes.lost.erase(row.number);
        }
    }

    Story::Impl& story_;
    Database& db_;
    std::uint32_t number_ = 0;
};

struct StoredArticle {
    std::uint32_t number = 0;
    std::int64_t hash = 0;
};
std::optional<StoredArticle> find_article(Database& db, std::string_view id) {
    Query q = db.query("SELECT num, hash FROM article WHERE id = ?");
    q << id;
    return q.step() ? std::optional(StoredArticle{q.number(0), q.integer(1)}) : std::nullopt;
}

Error not_writable(const Story::Impl& story) {
    return {ErrorCode::usage, "this story was opened to be read", story.file.string(), {}};
}

} // namespace

Result<bool> Story::holds(const Article& article) const {
    const auto stored = find_article(*impl_->database, article.id);
    if (impl_->database->failed()) {
        return impl_->database->status().error();
    }
    return stored && stored->hash == ArticleRecord::content_hash(article);
}

Result<Added> Story::add(const Prepared& prepared) {
    const ArticleRecord& record = prepared.record();
    const auto stored = find_article(*impl_->database, record.article.id);
    if (stored && stored->hash == record.content_hash()) {
        return Added::unchanged;
    }
    return replace(prepared);
}

Result<Added> Story::replace(const Prepared& prepared) {
    if (impl_->read_only) {
        return not_writable(*impl_);
    }
    if (Status status = impl_->ensure_writing(); !status) {
        return status.error();
    }
    const ArticleRecord& record = prepared.record();
    const auto stored = find_article(*impl_->database, record.article.id);
    ArticleWriter writer(*impl_);
    if (stored) {
        writer.remove(stored->number);
    }
    writer.add(record);
    impl_->changes.any = true;
    if (impl_->database->failed()) {
        return impl_->roll_back(impl_->database->status().error());
    }
    return stored ? Added::replaced : Added::added;
}

Status Story::keep_duplicates(bool keep) {
    if (Status status = impl_->ensure_writing(); !status) {
        return status.error();
    }
    const std::string_view wanted = keep ? "1" : "";
    if (impl_->meta("keep_duplicates") != wanted) {
        impl_->set_meta("keep_duplicates", wanted);
        Query q = impl_->database->query("SELECT num FROM article");
        while (q.step()) {
            impl_->changes.articles.insert(q.number(0));
        }
        impl_->changes.any = true;
    }
    return impl_->database->failed() ? Status(impl_->roll_back(impl_->database->status().error())) : Status();
}

Result<bool> Story::remove(std::string_view article_id) {
    if (impl_->read_only) {
        return not_writable(*impl_);
    }
    if (Status status = impl_->ensure_writing(); !status) {
        return status.error();
    }
    const auto stored = find_article(*impl_->database, article_id);
    if (stored) {
        ArticleWriter(*impl_).remove(stored->number);
        impl_->changes.any = true;
    }
    if (impl_->database->failed()) {
        return impl_->roll_back(impl_->database->status().error());
    }
    return stored.has_value();
}

Result<Article> Story::article(std::string_view id) const {
    Query q = impl_->database->query("SELECT id, url, source, title, language, published, granularity, utc_offset,"
                                     " published_from, duplicate_of, origin, text FROM article WHERE id = ?");
    q << id;
    if (!q.step()) {
        if (impl_->database->failed()) {
            return impl_->database->status().error();
        }
        return Error{ErrorCode::not_found, "no article '" + std::string(id) + "' in this story", impl_->file.string(),
                     "`fasti query STORY articles` lists them"};
    }
    Article a;
    a.id = q.text(0);
    a.url = q.text(1);
    a.source = q.text(2);
    a.title = q.text(3);
    a.language = q.text(4);
    if (!q.null(5)) {
        a.published = ParsedDate{Moment{std::chrono::seconds{q.integer(5)}}, static_cast<Granularity>(q.integer(6)),
                                 q.null(7) ? std::nullopt : std::optional(static_cast<int>(q.integer(7)))};
    }
    a.published_from = static_cast<PublishedFrom>(q.integer(8));
    a.duplicate_of = q.text(9);
    a.origin = q.text(10);
    a.text = q.text(11);
    return a;
}

Result<Summary> Story::summary() const {
    Database& db = *impl_->database;
    Summary s;
    s.articles = static_cast<std::uint32_t>(db.value("SELECT count(*) FROM article"));
    s.copies = static_cast<std::uint32_t>(db.value("SELECT count(*) FROM article WHERE duplicate_of <> ''"));
    s.undated_articles = static_cast<std::uint32_t>(db.value("SELECT count(*) FROM article WHERE published IS NULL"));
    Query undated_ids = db.query("SELECT id FROM article WHERE published IS NULL ORDER BY id LIMIT 5");
    while (undated_ids.step()) {
        s.first_undated.emplace_back(undated_ids.text(0));
    }
    s.actors = static_cast<std::uint32_t>(db.value("SELECT count(*) FROM actor"));
    const Tally tally = read_tally(db);
    s.sentences = static_cast<std::uint32_t>(tally.sentences);
    s.reports = static_cast<std::uint32_t>(tally.reports);
    s.disputed = static_cast<std::uint32_t>(tally.disputed);
    s.undated_events = static_cast<std::uint32_t>(tally.undated);
    s.events = static_cast<std::uint32_t>(tally.all_events());
    s.events_by_reason.assign(tally.events.begin(), tally.events.end());
    if (db.failed()) {
        return db.status().error();
    }
    return s;
}

} // namespace fasti::graph
