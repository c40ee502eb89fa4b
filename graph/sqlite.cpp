// See sqlite.hpp. The only file that includes sqlite3.h.
#include "graph/sqlite.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace fasti::graph {
namespace {

/// A path as the URI that SQLite reads: everything but plain characters is escaped.
std::string uri(const std::filesystem::path& file, std::string_view parameters) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || c == '/' || c == '.' || c == '_' || c == '-';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    out += '?';
    out += parameters;
    return out;
}

Error describe(int code, const char* message, const std::filesystem::path& file) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::busy, "another process is writing to this story", file.string(),
                "wait until it has finished, then run the command again"};
    case SQLITE_FULL:
        return {ErrorCode::io, "the disk is full; nothing of this run was kept", file.string(),
                "make room and run the command again"};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return {ErrorCode::format, "this is no story, or a damaged one (" + std::string(message) + ")", file.string(),
                "build the story again from its articles"};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::io, "the story file cannot be used: " + std::string(message), file.string(),
                "check that the folder exists and may be written"};
    default:
        return {ErrorCode::internal, "the story file reports: " + std::string(message), file.string(), {}};
    }
}

/// Nobody asks SQLite how much memory it has; counting it takes a lock for each piece.
void configure_once() {
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)done;
}

} // namespace

Query::Query(Database& database, sqlite3_stmt* statement, std::vector<sqlite3_stmt*>* pool)
    : database_(&database), statement_(statement), pool_(pool) {}

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(other.statement_), pool_(other.pool_), bound_(other.bound_),
      stepped_(other.stepped_) {
    other.statement_ = nullptr;
}

Query::~Query() {
    if (statement_ != nullptr) {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        pool_->push_back(statement_);
    }
}

int Query::next() {
    if (stepped_) {
        sqlite3_reset(statement_);
        stepped_ = false;
        bound_ = 0;
    }
    return ++bound_;
}

Query& Query::operator<<(std::int64_t value) {
    if (statement_ != nullptr) {
        sqlite3_bind_int64(statement_, next(), value);
    }
    return *this;
}
Query& Query::operator<<(double value) {
    if (statement_ != nullptr) {
        sqlite3_bind_double(statement_, next(), value);
    }
    return *this;
}
Query& Query::operator<<(std::string_view text) {
    if (statement_ != nullptr) {
        // A null pointer would bind NULL: an empty text is a text.
        sqlite3_bind_text64(statement_, next(), text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8);
    }
    return *this;
}
Query& Query::operator<<(std::optional<std::int64_t> value) {
    if (value) {
        return *this << *value;
    }
    if (statement_ != nullptr) {
        sqlite3_bind_null(statement_, next());
    }
    return *this;
}
Query& Query::blob(std::string_view bytes) {
    if (statement_ != nullptr) {
        sqlite3_bind_blob64(statement_, next(), bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    }
    return *this;
}

bool Query::step() {
    if (statement_ == nullptr || database_->failed()) {
        return false;
    }
    stepped_ = true;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        database_->fail(code);
    }
    return false;
}

void Query::run() {
    while (step()) {
    }
    if (statement_ != nullptr) {
        sqlite3_reset(statement_);
        stepped_ = false;
        bound_ = 0;
    }
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Query::real(int column) const {
    return sqlite3_column_double(statement_, column);
}
std::string_view Query::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}
bool Query::null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::optional<std::int64_t> Query::maybe(int column) const {
    return null(column) ? std::nullopt : std::optional(integer(column));
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode) {
    configure_once();
    sqlite3* handle = nullptr;
    const auto attempt = [&](std::string_view parameters, int flags) {
        sqlite3_close(handle);
        handle = nullptr;
        int code = sqlite3_open_v2(uri(file, parameters).c_str(), &handle,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
        if (code == SQLITE_OK) {
            // Opening reads nothing: only a query shows whether the file can be read at all.
            code = sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
        }
        return code;
    };
    int code = SQLITE_OK;
    if (mode == Mode::read_only) {
        code = attempt("mode=ro", SQLITE_OPEN_READONLY);
        if ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY) {
            // In a folder that may not be written SQLite cannot make its shared memory.
            code = attempt("mode=ro&immutable=1", SQLITE_OPEN_READONLY);
        }
    } else {
        code = attempt(mode == Mode::create ? "mode=rwc" : "mode=rw",
                       SQLITE_OPEN_READWRITE | (mode == Mode::create ? SQLITE_OPEN_CREATE : 0));
    }
    if (code != SQLITE_OK) {
        Error error = describe(code, handle != nullptr ? sqlite3_errmsg(handle) : "out of memory", file);
        sqlite3_close(handle);
        return error;
    }
    sqlite3_extended_result_codes(handle, 1);
    return std::unique_ptr<Database>(new Database(handle, file));
}

Database::~Database() {
    for (auto& [sql, pool] : pools_) {
        for (sqlite3_stmt* statement : pool) {
            sqlite3_finalize(statement);
        }
    }
    sqlite3_close(handle_);
}

Query Database::query(const char* sql) {
    auto& pool = pools_[sql];
    sqlite3_stmt* statement = nullptr;
    if (!failed()) {
        if (!pool.empty()) {
            statement = pool.back();
            pool.pop_back();
        } else if (const int code =
                       sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
                   code != SQLITE_OK) {
            fail(code);
            statement = nullptr;
        }
    }
    return {*this, statement, &pool};
}

void Database::execute(const char* sql) {
    if (failed()) {
        return;
    }
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
        fail(code);
    }
}

std::int64_t Database::last_rowid() const {
    return sqlite3_last_insert_rowid(handle_);
}

std::int64_t Database::value(const char* sql) {
    Query q = query(sql);
    return q.step() ? q.integer(0) : 0;
}

Status Database::status() const {
    if (error_) {
        return *error_;
    }
    return {};
}

void Database::wait_for_writers(unsigned seconds) {
    sqlite3_busy_timeout(handle_, static_cast<int>(std::min(seconds, 86400U) * 1000U));
}

void Database::fail(int code) {
    if (!error_) {
        error_ = describe(code, sqlite3_errmsg(handle_), file_);
    }
}

} // namespace fasti::graph
