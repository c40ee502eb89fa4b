// Answers as rows: an aligned table for a person, JSON, JSON Lines, TSV or CSV for a program.
#pragma once

#include "cli/console.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fasti::cli {

enum class RowFormat { table, json, jsonl, tsv, csv };

/// `--format table|json|jsonl|tsv|csv`; when it is not given, a table on a terminal and JSON Lines in a pipe.
void add_row_format(CLI::App& app, std::optional<RowFormat>& format);
[[nodiscard]] RowFormat row_format(const std::optional<RowFormat>& asked, const Console& console);

/// A cell: nothing, text, a number, or a list of texts.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

struct Rows {
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows; ///< each as long as `columns`
};

void write_rows(const Rows& rows, RowFormat format, std::ostream& out);

/// Nothing where the text is empty.
[[nodiscard]] Cell text_cell(std::string text);

} // namespace fasti::cli
