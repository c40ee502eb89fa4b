// The one door for articles: whatever people have (text, JSON Lines, pages, feeds, archives) goes
// in, complete articles come out in input order. `cli` calls read_articles(); what was wrong with
// the input goes to the sink, and the run goes on.
//
//   Options options;
//   options.published = parse_date("2021-10-20");        // for articles that have no date
//   auto report = read_articles({"news/", "more.jsonl", "-"}, options, sink, [&](Article&& a) {
//       …;                                               // text is valid UTF-8, furniture is marked
//       return true;                                     // false: stop reading
//   });
//
// One thread, one pass, memory bounded by the limits and not by the input.
#pragma once

#include "core/article.hpp"
#include "core/diagnostic.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti::ingest {

/// What one input may cost. Whatever goes beyond is skipped with a message; nothing else suffers.
struct Limits {
    std::uint64_t article_bytes = 16u << 20;   ///< one article, page or JSON object
    std::uint64_t archive_entries = 1'000'000; ///< entries of one archive
    std::uint64_t expansion_ratio = 200;       ///< bytes out for each byte in, beyond `expansion_free`
    std::uint64_t expansion_free = 64u << 20;  ///< bytes that an archive may give whatever its ratio
    unsigned archive_depth = 3;                ///< archives within archives
    unsigned nesting = 1000;                   ///< open elements of a page, levels of JSON
    unsigned program_seconds = 30;             ///< pdftotext on one file
};

struct Options {
    std::optional<ParsedDate> published;                  ///< for articles that have no date of their own
    std::map<std::filesystem::path, ParsedDate> dates;    ///< by path or file name, for files that have none
    std::string input_format;                             ///< a name of `formats()`; empty: told by content
    std::vector<std::pair<std::string, std::string>> map; ///< {"text", "maintext"}: field, key (dots go down a level)
    Limits limits;
    std::uint64_t* bytes_taken = nullptr; ///< counts up, on the reading thread, what was taken from files
};

/// What a run read and what it left out.
struct Report {
    std::uint64_t files = 0; ///< files, archive entries and streams that were opened
    std::uint64_t bytes = 0; ///< bytes of the articles' texts
    std::uint64_t articles = 0;
    std::uint64_t repaired = 0; ///< articles in which bytes were replaced
    std::uint64_t undated = 0;
    std::vector<std::string> first_undated;           ///< origin of the first five
    std::map<std::string, std::uint64_t> by_format;   ///< articles: "jsonl" → 12
    std::map<std::string, std::uint64_t> by_language; ///< articles: "en" → 12; unknown is ""
    std::map<std::string, std::uint64_t> skipped;     ///< by the code of the diagnostic: "broken-json" → 2

    [[nodiscard]] std::uint64_t skipped_total() const;
};

using TakeArticle = std::function<bool(Article&&)>;

/// Reads files, folders (recursively, in byte order of their paths) and "-" (standard input), and hands
/// every article to `take` in input order until it returns false. Bad input is a Diagnostic; the
/// error is for options that make no sense.
[[nodiscard]] Result<Report> read_articles(std::span<const std::string> paths, const Options& options,
                                           const DiagnosticSink& sink, const TakeArticle& take);

/// The bytes of the files that read_articles() would open; nothing when that cannot be known before
/// (standard input, pipes).
[[nodiscard]] std::optional<std::uint64_t> find_input_size(std::span<const std::string> paths);

/// The same for bytes that are already in memory; `name` stands for the path in messages.
[[nodiscard]] Result<Report> read_article_bytes(std::string_view bytes, const std::string& name, const Options& options,
                                                const DiagnosticSink& sink, const TakeArticle& take);

/// A table of publication dates, "path TAB date" a line; lines that begin with '#' are comments.
[[nodiscard]] Result<std::map<std::filesystem::path, ParsedDate>> read_dates(const std::filesystem::path& file);

struct FormatInfo {
    std::string_view name; ///< what --input-format takes
    std::string_view description;
};
/// The fields of an article that Options::map may name, in a fixed order.
[[nodiscard]] std::span<const std::string_view> field_names();
/// All formats that can be read, in a fixed order.
[[nodiscard]] std::span<const FormatInfo> formats();

} // namespace fasti::ingest
