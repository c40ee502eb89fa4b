// See csv_writer.hpp.
#include "exporters/csv_writer.hpp"

namespace fasti::exporters {

std::string csv_plain(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    return out + '"';
}

std::string csv_cell(std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    return csv_plain(formula ? "'" + std::string(text) : std::string(text));
}

void write_csv_row(std::ostream& out, std::initializer_list<std::string> cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        out << (first ? "" : ",") << cell;
        first = false;
    }
    out << '\n';
}

} // namespace fasti::exporters
