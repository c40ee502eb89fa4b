// The tables of story.db and what a Story holds open: shared by story.cpp (add and remove),
// relink.cpp (links), load.cpp (views) and the queries. docs/story-file.md describes the tables.
//
// Numbers of articles, names, actors and events are of this file only and follow the order of
// arrival; nothing that leaves the program may depend on them or on their order.
#pragma once

#include "graph/decisions.hpp"
#include "graph/record.hpp"
#include "graph/sqlite.hpp"
#include "graph/story.hpp"
#include "graph/tally.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fasti::graph {

/// A report's number: its article's, and its place in the article.
inline constexpr int report_bits = 20;
inline constexpr std::uint32_t most_reports = 1U << report_bits; ///< of one article
constexpr std::int64_t report_number(std::uint32_t article, std::uint32_t ordinal) {
    return static_cast<std::int64_t>(article) << report_bits | ordinal;
}
constexpr std::uint32_t article_of(std::int64_t report) {
    return static_cast<std::uint32_t>(report >> report_bits);
}

/// Where an article stands among those that may be copies: the earliest is the source.
struct ArticlePlace {
    std::int64_t published = undated;
    std::int64_t tie = 0; ///< hash of the id, since numbers follow the order of arrival
    std::uint32_t number = 0;
    friend auto operator<=>(const ArticlePlace&, const ArticlePlace&) = default;
};
[[nodiscard]] ArticlePlace article_place(std::int64_t published, std::string_view id, std::uint32_t number);

/// An article that was taken out, as far as its copies remember it.
struct LeftArticle {
    ArticlePlace place;
    std::vector<std::int64_t> keys;
};

/// What changed since the last link(). Lives in memory only: it is lost together with the
/// transaction that holds the changes.
struct Changes {
    std::unordered_set<std::uint32_t> articles;              ///< new ones
    std::vector<LeftArticle> left;                           ///< articles that are gone
    std::unordered_set<std::uint32_t> names;                 ///< touched, still there or not
    std::vector<std::int64_t> name_keys;                     ///< of names that are gone
    std::unordered_set<std::uint32_t> actors;                ///< that lost a name
    std::unordered_set<std::int64_t> reports;                ///< new ones, and those whose actors moved
    std::unordered_set<std::int64_t> fresh;                  ///< those of them that never were linked
    std::unordered_set<std::int64_t> regroup;                ///< reports whose neighbours or event are gone
    std::unordered_map<std::int64_t, std::size_t> lost;      ///< report → how many that it was paired with are gone
    std::vector<std::pair<std::int64_t, std::int64_t>> keys; ///< (key, report's place) that left
    std::unordered_set<std::int64_t> lines;                  ///< keys of lines that came or left
    Tally tally;                                             ///< steps: what came less what went
    bool any = false;
};

struct Story::Impl {
    std::filesystem::path file;
    std::unique_ptr<Database> database;
    Lexicon lexicon;
    Decisions decisions;
    Changes changes;
    bool writing = false; ///< a transaction is open
    bool read_only = false;

    /// Begins the transaction of a run of changes when there is none.
    [[nodiscard]] Status ensure_writing();
    /// Takes everything since the last commit back; gives the error that made it necessary.
    Error roll_back(Error error);
    [[nodiscard]] std::string meta(std::string_view key) const;
    void set_meta(std::string_view key, std::string_view value);
};

/// Public ids of actors: a readable slug of the earliest name and five characters.
[[nodiscard]] std::string actor_public_id(std::string_view name, std::string_view article_id, std::uint32_t begin);

/// Counts the days that an article names in `day_reference`; `step` is −1 to take them back.
void count_days(Database& db, const std::vector<std::int32_t>& days, int step);

/// Counts an article for the names that it has, −1 to take it back, unless another one of its group of
/// copies has the name too: a group counts once.
void count_names(Story::Impl& story, std::uint32_t article, int step);

/// (actor, roles) lists of event rows.
using EventActors = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
[[nodiscard]] std::string write_event_actors(const EventActors& actors);
[[nodiscard]] EventActors read_event_actors(std::string_view bytes);
[[nodiscard]] std::string write_keys(const std::vector<std::int64_t>& keys);
[[nodiscard]] std::vector<std::int64_t> read_keys(std::string_view bytes);

/// The identity that a row of `name` holds, from its columns form, name, type, state, country, roles, shorts.
struct Identity;
[[nodiscard]] Identity read_identity(const Query& row, int first_column);

} // namespace fasti::graph
