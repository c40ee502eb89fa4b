// See story_file.hpp. Opening, the schema and its format.
#include "graph/story_file.hpp"

#include "core/data_dir.hpp"
#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "graph/event_rows.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <cstring>
#include <unistd.h>

namespace fasti::graph {
namespace {

constexpr std::int64_t application_id = 0x46415354; // "FAST"

/// Stands for the tables and for the layout of the blobs in them (record.cpp); one more with every change of
/// either. What an article tells is made by the stages before this one, so a file of an older format than
/// `format_before` is not changed in place: it is built again.
constexpr std::int64_t format = 4;
/// Differs in indexes and counts alone, which are made when such a file is opened.
constexpr std::int64_t format_before = 3;

#define FASTI_ACTOR_INDEXES "CREATE INDEX actor_articles ON actor (articles, mentions);"
/// Events by importance, and those that tie actors by time (select.cpp, path.cpp).
#define FASTI_EVENT_INDEXES                                                                                            \
    "CREATE INDEX event_importance ON event (importance) WHERE hidden = 0;"                                            \
    "CREATE INDEX event_tie ON event (begin) WHERE " FASTI_TYING_EVENT ";"
#define FASTI_TALLY_TABLE "CREATE TABLE tally (what TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;"

constexpr const char* schema = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
  num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL, source TEXT NOT NULL, title TEXT NOT NULL,
  language TEXT NOT NULL, published INTEGER, granularity INTEGER, utc_offset INTEGER, published_from INTEGER NOT NULL,
  duplicate_of TEXT NOT NULL, origin TEXT NOT NULL, hash INTEGER NOT NULL,
  text BLOB NOT NULL, sentences BLOB NOT NULL, days BLOB NOT NULL, sketch BLOB NOT NULL,
  lines BLOB NOT NULL);
CREATE INDEX article_published ON article (published);
CREATE INDEX article_duplicate ON article (duplicate_of) WHERE duplicate_of <> '';
CREATE TABLE article_key (key INTEGER NOT NULL, published INTEGER NOT NULL, tie INTEGER NOT NULL,
  article INTEGER NOT NULL, PRIMARY KEY (key, published, tie, article)) WITHOUT ROWID;
CREATE TABLE line_key (key INTEGER NOT NULL, marked INTEGER NOT NULL, voice INTEGER NOT NULL,
  article INTEGER NOT NULL, PRIMARY KEY (key, marked, voice, article)) WITHOUT ROWID;
CREATE TABLE name (
  num INTEGER PRIMARY KEY, hash INTEGER NOT NULL UNIQUE, form TEXT NOT NULL, name TEXT NOT NULL, type INTEGER NOT NULL,
  state INTEGER NOT NULL, country TEXT NOT NULL, roles BLOB NOT NULL, shorts BLOB NOT NULL,
  articles INTEGER NOT NULL, mentions INTEGER NOT NULL,
  first_published INTEGER NOT NULL, first_article TEXT NOT NULL, first_begin INTEGER NOT NULL,
  last_published INTEGER NOT NULL, actor INTEGER);
CREATE INDEX name_actor ON name (actor);
CREATE TABLE name_key (key INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE TABLE local_actor (
  article INTEGER NOT NULL REFERENCES article (num), ordinal INTEGER NOT NULL, name INTEGER NOT NULL REFERENCES name (num),
  mentions INTEGER NOT NULL, begin INTEGER NOT NULL, PRIMARY KEY (article, ordinal)) WITHOUT ROWID;
CREATE INDEX local_actor_name ON local_actor (name, article);
CREATE TABLE actor (
  num INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, type INTEGER NOT NULL,
  country TEXT NOT NULL, articles INTEGER NOT NULL, mentions INTEGER NOT NULL);
CREATE INDEX actor_id ON actor (id);
CREATE INDEX actor_folded ON actor (folded);
)sql" FASTI_ACTOR_INDEXES R"sql(
CREATE TABLE name_merge (actor INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, points INTEGER NOT NULL,
  reasons TEXT NOT NULL);
CREATE INDEX name_merge_actor ON name_merge (actor);
CREATE TABLE report (
  num INTEGER PRIMARY KEY, place INTEGER NOT NULL, event INTEGER, keys BLOB NOT NULL, data BLOB NOT NULL);
CREATE INDEX report_event ON report (event);
CREATE TABLE report_order (first INTEGER NOT NULL, second INTEGER NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID;
CREATE TABLE report_key (key INTEGER NOT NULL, place INTEGER NOT NULL, report INTEGER NOT NULL,
  PRIMARY KEY (key, place, report)) WITHOUT ROWID;
CREATE TABLE pair (report INTEGER NOT NULL, earlier INTEGER NOT NULL, points INTEGER NOT NULL, reasons INTEGER NOT NULL,
  PRIMARY KEY (report, earlier)) WITHOUT ROWID;
CREATE INDEX pair_earlier ON pair (earlier);
CREATE TABLE event (
  num INTEGER PRIMARY KEY, id TEXT NOT NULL, begin INTEGER, "end" INTEGER, reason INTEGER NOT NULL,
  class INTEGER NOT NULL, type INTEGER NOT NULL, factuality INTEGER NOT NULL, disputed INTEGER NOT NULL,
  hidden INTEGER NOT NULL, voices INTEGER NOT NULL, importance REAL NOT NULL, actors BLOB NOT NULL);
CREATE INDEX event_id ON event (id);
)sql" FASTI_EVENT_INDEXES R"sql(
CREATE TABLE event_actor (actor INTEGER NOT NULL, event INTEGER NOT NULL, roles INTEGER NOT NULL,
  PRIMARY KEY (actor, event)) WITHOUT ROWID;
CREATE TABLE actor_edge (low INTEGER NOT NULL, high INTEGER NOT NULL, weight INTEGER NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY (low, high)) WITHOUT ROWID;
CREATE INDEX actor_edge_high ON actor_edge (high);
CREATE TABLE day_reference (day INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
)sql" FASTI_TALLY_TABLE R"sql(
CREATE VIRTUAL TABLE sentence_text USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2');
)sql";

std::filesystem::path file_of(const std::filesystem::path& path) {
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(path, error);
    return is_file || path.extension() == ".db" ? path : path / "story.db";
}

/// Makes what a file of the format before lacks, in one transaction.
Status upgrade(Database& db) {
    db.execute("BEGIN IMMEDIATE");
    if (db.value("PRAGMA user_version") == format_before) { // else another process was faster
        db.execute("DROP INDEX event_begin;" FASTI_ACTOR_INDEXES FASTI_EVENT_INDEXES FASTI_TALLY_TABLE);
        renew_tally(db);
        db.execute(("PRAGMA user_version = " + std::to_string(format)).c_str());
    }
    db.execute("COMMIT");
    return db.status();
}

/// The same for a reader, who writes nothing else.
Status upgrade_file(const std::filesystem::path& file) {
    auto database = Database::open(file, Database::Mode::read_write);
    Status done = database ? Status() : Status(database.error());
    if (done) {
        (*database)->wait_for_writers(10);
        done = upgrade(**database);
    }
    if (!done && done.error().code != ErrorCode::busy) {
        return Error{ErrorCode::version,
                     "this story was written by an older version of Fasti, and cannot be brought up "
                     "to date here: " +
                         done.error().message,
                     file.string(), "open it once where it may be written"};
    }
    return done;
}

/// Makes the tables of a new file; refuses a file that is no story, or one of another format.
Status prepare_schema(Database& db, const std::filesystem::path& file, bool may_write) {
    const std::int64_t tables = db.value("SELECT count(*) FROM sqlite_schema");
    const std::int64_t version = db.value("PRAGMA user_version");
    if (db.failed()) {
        return db.status();
    }
    if (tables > 0 && db.value("PRAGMA application_id") != application_id) {
        return Error{ErrorCode::format, "this database is not a story", file.string(),
                     "give the folder that `fasti build --story` wrote"};
    }
    const std::string formats =
        " version of Fasti (format " + std::to_string(version) + ", this program has " + std::to_string(format) + ")";
    if (version > format) {
        return Error{ErrorCode::version, "this story was written by a newer" + formats, file.string(),
                     "use that version, or build the story again in another folder"};
    }
    if (version == format) {
        return {};
    }
    if (version == format_before) {
        return may_write ? upgrade(db) : upgrade_file(file);
    }
    if (tables > 0) {
        return Error{ErrorCode::version, "this story was written by an older" + formats, file.string(),
                     "build it again from its articles in another folder: fasti build ARTICLES --story FOLDER"};
    }
    if (!may_write) {
        return Error{ErrorCode::format, "this story is empty", file.string(),
                     "build it from articles: fasti build ARTICLES --story FOLDER"};
    }
    db.execute("BEGIN IMMEDIATE");
    if (db.value("PRAGMA user_version") == 0) { // else another process was faster
        db.execute(schema);
        // Bytes that the index of sentences gathers before it writes: with the usual megabyte a large build spends
        // its time on merging what it has just written.
        db.execute("INSERT INTO sentence_text (sentence_text, rank) VALUES ('hashsize', 16777216)");
        db.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
        db.execute(("PRAGMA user_version = " + std::to_string(format)).c_str());
    }
    db.execute("COMMIT");
    return db.status();
}

/// A file shorter than its own header says has lost its end.
Status check_whole(Database& db, const std::filesystem::path& file) {
    std::error_code error;
    const auto wal = std::filesystem::path(file.string() + "-wal");
    if (std::filesystem::exists(wal, error)) {
        return {}; // the newest pages are in the log
    }
    const std::int64_t bytes = db.value("PRAGMA page_count") * db.value("PRAGMA page_size");
    const auto size = std::filesystem::file_size(file, error);
    if (!error && static_cast<std::int64_t>(size) < bytes) {
        return Error{ErrorCode::format, "this story is truncated", file.string(), "build it again from its articles"};
    }
    return db.status();
}

/// Room for pages. A writer touches pages all over a large story: those that find no room are written to the log, read
/// again and written again before the run ends.
std::int64_t cache_kib(bool read_only) {
    constexpr std::int64_t least = 256 * 1024;
    constexpr std::int64_t most = 1024 * 1024;
    const std::int64_t memory = std::int64_t{::sysconf(_SC_PHYS_PAGES)} * (::sysconf(_SC_PAGE_SIZE) / 1024);
    return read_only ? least : std::clamp(memory / 8, least, most);
}

Result<std::unique_ptr<Story::Impl>> open(const std::filesystem::path& file, Database::Mode mode, unsigned wait) {
    auto impl = std::make_unique<Story::Impl>();
    impl->file = file;
    impl->read_only = mode == Database::Mode::read_only;
    auto database = Database::open(file, mode);
    if (!database) {
        return database.error();
    }
    impl->database = std::move(*database);
    Database& db = *impl->database;
    db.wait_for_writers(wait);
    if (!impl->read_only) {
        db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    }
    db.execute(
        ("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -" + std::to_string(cache_kib(impl->read_only))).c_str());
    if (Status status = prepare_schema(db, file, !impl->read_only); !status) {
        return status.error();
    }
    if (Status status = check_whole(db, file); !status) {
        return status.error();
    }
    const auto data = find_data("graph/en");
    if (!data) {
        return data.error();
    }
    auto lexicon = Lexicon::load(*data);
    if (!lexicon) {
        return lexicon.error();
    }
    impl->lexicon = *lexicon;
    auto decisions = parse_decisions(impl->meta("decisions"), file.string());
    if (!decisions) {
        return decisions.error();
    }
    impl->decisions = std::move(*decisions);
    if (db.failed()) {
        return db.status().error();
    }
    return impl;
}

} // namespace

Result<Story> Story::create_or_open(const std::filesystem::path& path, unsigned wait_seconds) {
    const auto file = file_of(path);
    std::error_code error;
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path(), error);
        if (error) {
            return Error{ErrorCode::io, "the story's folder cannot be made: " + error.message(),
                         file.parent_path().string(), "check that the path may be written"};
        }
    }
    auto impl = open(file, Database::Mode::create, wait_seconds);
    if (!impl) {
        return impl.error();
    }
    return Story(std::move(*impl));
}

Result<Story> Story::open_readonly(const std::filesystem::path& path) {
    const auto file = file_of(path);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return Error{ErrorCode::not_found, "there is no story here", file.string(),
                     "build one: fasti build ARTICLES --story FOLDER"};
    }
    auto impl = open(file, Database::Mode::read_only, 10);
    if (!impl) {
        return impl.error();
    }
    return Story(std::move(*impl));
}

Story::Story(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Story::Story(Story&&) noexcept = default;
Story& Story::operator=(Story&&) noexcept = default;
Story::~Story() {
    if (impl_ && impl_->writing) {
        impl_->database->clear_error();
        impl_->database->execute("ROLLBACK");
    }
}

const Lexicon& Story::lexicon() const {
    return impl_->lexicon;
}

Status Story::Impl::ensure_writing() {
    if (writing) {
        return {};
    }
    database->execute("BEGIN IMMEDIATE");
    if (database->failed()) {
        const Error error = database->status().error();
        database->clear_error();
        return error;
    }
    writing = true;
    return {};
}

Error Story::Impl::roll_back(Error error) {
    database->clear_error();
    if (writing) {
        database->execute("ROLLBACK");
        database->clear_error(); // a full disk may have rolled back already
        writing = false;
    }
    changes = {};
    return error;
}

std::string Story::Impl::meta(std::string_view key) const {
    Query q = database->query("SELECT value FROM meta WHERE key = ?");
    q << key;
    return q.step() ? std::string(q.text(0)) : std::string{};
}

void Story::Impl::set_meta(std::string_view key, std::string_view value) {
    Query q = database->query("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
    q << key << value;
    q.run();
}

std::string actor_public_id(std::string_view name, std::string_view article_id, std::uint32_t begin) {
    std::string slug;
    for (const char c : utf8::fold(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            slug += c;
        } else if (!slug.empty() && slug.back() != '-' && c != '.' && c != '\'') {
            slug += '-';
        }
        if (slug.size() >= 40) {
            break;
        }
    }
    if (!slug.empty() && slug.back() != '-') {
        slug += '-';
    }
    // An id of letters and a digit at the front is legal everywhere but in XML names.
    if (slug.empty() || (slug[0] >= '0' && slug[0] <= '9')) {
        slug.insert(0, "a-");
    }
    return slug + base32(stable_hash(std::to_string(begin), stable_hash(article_id, 7))).substr(0, 5);
}

ArticlePlace article_place(std::int64_t published, std::string_view id, std::uint32_t number) {
    return {published, static_cast<std::int64_t>(stable_hash(id) >> 32), number};
}

void count_days(Database& db, const std::vector<std::int32_t>& days, int step) {
    Query q = db.query("INSERT INTO day_reference (day, articles) VALUES (?1, ?2)"
                       " ON CONFLICT (day) DO UPDATE SET articles = articles + ?2");
    for (const std::int32_t day : days) {
        q << day << step;
        q.run();
    }
}

void count_names(Story::Impl& story, std::uint32_t article, int step) {
    Database& db = *story.database;
    Query group = db.query("SELECT CASE duplicate_of WHEN '' THEN id ELSE duplicate_of END FROM article WHERE num = ?");
    group << article;
    if (!group.step()) {
        return;
    }
    const std::string source(group.text(0));
    // Most articles have no copies, and the popular names have most articles: ask for the copies first.
    std::vector<std::uint32_t> mates;
    Query others = db.query("SELECT num FROM article WHERE id = ?1 AND duplicate_of = '' AND num <> ?2 UNION ALL"
                            " SELECT num FROM article WHERE duplicate_of = ?1 AND duplicate_of <> '' AND num <> ?2");
    others << source << article;
    while (others.step()) {
        mates.push_back(others.number(0));
    }
    Query names = db.query("SELECT DISTINCT name FROM local_actor WHERE article = ?");
    Query has = db.query("SELECT 1 FROM local_actor WHERE name = ? AND article = ?");
    Query update = db.query("UPDATE name SET articles = articles + ? WHERE num = ?");
    names << article;
    while (names.step()) {
        const std::uint32_t name = names.number(0);
        const bool counted = std::any_of(mates.begin(), mates.end(), [&](std::uint32_t mate) {
            has << name << mate;
            const bool found = has.step();
            has.run();
            return found;
        });
        if (!counted) {
            update << step << name;
            update.run();
            story.changes.names.insert(name);
        }
    }
}

std::string write_event_actors(const EventActors& actors) {
    std::string out(actors.size() * 8, '\0');
    for (std::size_t i = 0; i < actors.size(); ++i) {
        std::memcpy(out.data() + i * 8, &actors[i].first, 4);
        std::memcpy(out.data() + i * 8 + 4, &actors[i].second, 4);
    }
    return out;
}

EventActors read_event_actors(std::string_view bytes) {
    EventActors out(bytes.size() / 8);
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::memcpy(&out[i].first, bytes.data() + i * 8, 4);
        std::memcpy(&out[i].second, bytes.data() + i * 8 + 4, 4);
    }
    return out;
}

std::string write_keys(const std::vector<std::int64_t>& keys) {
    std::string out(keys.size() * 8, '\0');
    if (!keys.empty()) {
        std::memcpy(out.data(), keys.data(), out.size());
    }
    return out;
}

std::vector<std::int64_t> read_keys(std::string_view bytes) {
    std::vector<std::int64_t> out(bytes.size() / 8);
    if (!out.empty()) {
        std::memcpy(out.data(), bytes.data(), out.size() * 8);
    }
    return out;
}

Identity read_identity(const Query& row, int first) {
    Identity id;
    id.form = row.text(first);
    id.name = row.text(first + 1);
    id.type = static_cast<ActorType>(row.integer(first + 2));
    id.state = row.integer(first + 3) != 0;
    id.country = row.text(first + 4);
    id.roles = read_names(row.text(first + 5));
    id.shorts = read_names(row.text(first + 6));
    return id;
}

} // namespace fasti::graph
