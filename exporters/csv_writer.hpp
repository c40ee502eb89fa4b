// CSV as Fasti prints it (RFC 4180 with line feeds): cells quoted where they must be, and made
// safe for spreadsheets, which would run a cell that begins with = + - @ as a formula.
#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace fasti::exporters {

/// The cell for a text from an article; an apostrophe keeps a spreadsheet from running it.
[[nodiscard]] std::string csv_cell(std::string_view text);
/// The cell for a value that Fasti made itself (a number, a date before Christ), which keeps its sign.
[[nodiscard]] std::string csv_plain(std::string_view text);

/// A line of cells that csv_cell or csv_plain made.
void write_csv_row(std::ostream& out, std::initializer_list<std::string> cells);

} // namespace fasti::exporters
