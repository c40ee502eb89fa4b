// See rows.hpp.
#include "cli/rows.hpp"

#include "core/utf8.hpp"
#include "exporters/csv_writer.hpp"
#include "exporters/json_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace fasti::cli {
namespace {

template <class... Fs> struct Overloaded : Fs... { using Fs::operator()...; };
template <class... Fs> Overloaded(Fs...) -> Overloaded<Fs...>;

std::string join(const std::vector<std::string>& texts, std::string_view between) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : std::string(between)) + text;
    }
    return out;
}

std::string plain(const Cell& cell) {
    return std::visit(
        Overloaded{[](std::monostate) { return std::string{}; }, [](const std::string& text) { return text; },
                   [](std::int64_t n) { return std::to_string(n); }, [](double x) { return fmt::format("{:.4g}", x); },
                   [](bool flag) { return std::string(flag ? "yes" : "no"); },
                   [](const std::vector<std::string>& texts) { return join(texts, "; "); }},
        cell);
}

// Tabs and line breaks would break a line-based format.
std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::size_t width(std::string_view text) {
    return utf8::CodePoints(text)(static_cast<std::uint32_t>(text.size()));
}

bool numeric(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

void write_table(const Rows& rows, std::ostream& out) {
    std::vector<std::size_t> widths;
    for (const std::string& column : rows.columns) {
        widths.push_back(width(column));
    }
    std::vector<std::vector<std::string>> texts;
    for (const auto& row : rows.rows) {
        auto& line = texts.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            line.push_back(one_line(plain(row[i])));
            widths[i] = std::max(widths[i], width(line[i]));
        }
    }
    const auto write_line = [&](const std::vector<std::string>& line, const std::vector<Cell>* cells) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string pad(widths[i] - width(line[i]), ' ');
            const bool right = cells != nullptr && numeric((*cells)[i]);
            text += (i == 0 ? "" : "  ") + (right ? pad + line[i] : line[i] + pad);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    };
    write_line(rows.columns, nullptr);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        write_line(texts[i], &rows.rows[i]);
    }
}

void write_object(exporters::JsonWriter& json, const Rows& rows, const std::vector<Cell>& row) {
    json.object();
    for (std::size_t i = 0; i < row.size(); ++i) {
        json.key(rows.columns[i]);
        std::visit(Overloaded{[&](std::monostate) { json.null(); },
                              [&](const std::vector<std::string>& texts) { json.strings(texts); },
                              [&](const auto& held) { json.value(held); }},
                   row[i]);
    }
    json.end_object();
}

void write_delimited(const Rows& rows, char delimiter, std::ostream& out) {
    const auto cell = [&](const std::string& text) {
        return delimiter == ',' ? exporters::csv_cell(text) : one_line(text);
    };
    std::string line;
    for (const std::string& column : rows.columns) {
        line += (line.empty() ? "" : std::string(1, delimiter)) + cell(column);
    }
    out << line << '\n';
    for (const auto& row : rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            // Numbers keep their sign: only text can be taken for a formula.
            out << (i == 0 ? "" : std::string(1, delimiter)) << (numeric(row[i]) ? plain(row[i]) : cell(plain(row[i])));
        }
        out << '\n';
    }
}

} // namespace

void add_row_format(CLI::App& app, std::optional<RowFormat>& format) {
    static const std::map<std::string, RowFormat> names = {{"table", RowFormat::table},
                                                           {"json", RowFormat::json},
                                                           {"jsonl", RowFormat::jsonl},
                                                           {"tsv", RowFormat::tsv},
                                                           {"csv", RowFormat::csv}};
    app.add_option_function<std::string>(
           "--format", [&format](const std::string& name) { format = names.at(name); },
           "table, json, jsonl, tsv or csv (a table on a terminal, jsonl in a pipe)")
        ->check(CLI::IsMember({"table", "json", "jsonl", "tsv", "csv"}));
}

RowFormat row_format(const std::optional<RowFormat>& asked, const Console& console) {
    return asked.value_or(console.out_is_terminal ? RowFormat::table : RowFormat::jsonl);
}

Cell text_cell(std::string text) {
    return text.empty() ? Cell{} : Cell{std::move(text)};
}

void write_rows(const Rows& rows, RowFormat format, std::ostream& out) {
    switch (format) {
    case RowFormat::table:
        write_table(rows, out);
        return;
    case RowFormat::tsv:
        write_delimited(rows, '\t', out);
        return;
    case RowFormat::csv:
        write_delimited(rows, ',', out);
        return;
    case RowFormat::json: {
        exporters::JsonWriter json(out);
        json.array();
        for (const auto& row : rows.rows) {
            write_object(json, rows, row);
        }
        json.end_array().end_line();
        return;
    }
    case RowFormat::jsonl: {
        exporters::JsonWriter json(out);
        for (const auto& row : rows.rows) {
            write_object(json, rows, row);
            json.end_line();
        }
        return;
    }
    }
}

} // namespace fasti::cli
