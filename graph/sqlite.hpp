// The little of SQLite that the story file needs, in our words: statements that are prepared once
// and errors that stick. After the first failure every call does nothing and every query is
// empty, so that callers check once at the end of a piece of work instead of after each row.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace fasti::graph {

class Database;

/// A running statement; goes back to the database's pool when it ends.
class Query {
public:
    Query(Query&& other) noexcept;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& operator=(Query&&) = delete;
    ~Query();

    /// Parameters are numbered from 1 in the order of the calls. Text and blobs are copied.
    Query& operator<<(std::int64_t value);
    Query& operator<<(std::uint32_t value) { return *this << static_cast<std::int64_t>(value); }
    Query& operator<<(int value) { return *this << static_cast<std::int64_t>(value); }
    Query& operator<<(double value);
    Query& operator<<(std::string_view text);
    Query& operator<<(const std::string& text) { return *this << std::string_view(text); }
    Query& operator<<(const char* text) { return *this << std::string_view(text); }
    Query& operator<<(std::optional<std::int64_t> value);
    Query& blob(std::string_view bytes);

    /// The next row; false at the end and after an error.
    bool step();
    /// Runs to the end and makes ready for new parameters.
    void run();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint32_t number(int column) const { return static_cast<std::uint32_t>(integer(column)); }
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] bool null(int column) const;
    [[nodiscard]] std::optional<std::int64_t> maybe(int column) const;

private:
    friend class Database;
    Query(Database& database, sqlite3_stmt* statement, std::vector<sqlite3_stmt*>* pool);
    Database* database_;
    sqlite3_stmt* statement_;
    std::vector<sqlite3_stmt*>* pool_;
    int next();
    int bound_ = 0;
    bool stepped_ = false; ///< the next parameter begins a new round
};

/// May go from thread to thread, but never be used by two at once: SQLite takes no locks for it.
class Database {
public:
    enum class Mode : std::uint8_t { create, read_write, read_only };
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Query query(const char* sql);
    /// Several statements without parameters or rows.
    void execute(const char* sql);
    [[nodiscard]] std::int64_t last_rowid() const;
    /// The first column of the first row of `sql`; 0 when there is none.
    [[nodiscard]] std::int64_t value(const char* sql);

    [[nodiscard]] bool failed() const { return error_.has_value(); }
    /// What failed first, or success.
    [[nodiscard]] Status status() const;
    void clear_error() { error_.reset(); }
    void wait_for_writers(unsigned seconds);

private:
    friend class Query;
    Database(sqlite3* handle, std::filesystem::path file) : handle_(handle), file_(std::move(file)) {}
    void fail(int code);

    sqlite3* handle_;
    std::filesystem::path file_;
    std::optional<Error> error_;
    std::unordered_map<const char*, std::vector<sqlite3_stmt*>> pools_; ///< by address of the literal
};

} // namespace fasti::graph
