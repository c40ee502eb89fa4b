// Tables with a header line (RFC 4180): comma, semicolon, tab or bar, quoted fields over many lines; "sep=;" before it,
// as spreadsheets write it; lines that end with CR LF, LF or CR alone.
#include "core/utf8.hpp"
#include "ingest/fields.hpp"
#include "ingest/lines.hpp"

#include <algorithm>

namespace fasti::ingest {
namespace {

// "sep=;" on a line of its own, for spreadsheets.
bool says_separator(std::string_view head) {
    return head.size() > 5 && starts_ignoring_case(head, "sep=") && (head[5] == '\r' || head[5] == '\n');
}

std::string_view without_mark(std::string_view head) {
    return head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
}

// The first line, without its end.
std::string_view header_of(std::string_view head) {
    return head.substr(0, head.find_first_of("\r\n"));
}

char separator_of(std::string_view head) {
    if (says_separator(head)) {
        return head[4];
    }
    head = header_of(head);
    char best = ',';
    for (const char c : {';', '\t', '|'}) {
        if (std::count(head.begin(), head.end(), c) > std::count(head.begin(), head.end(), best)) {
            best = c;
        }
    }
    return best;
}

// "Date Published", "date-published" → "datepublished".
std::string squashed(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-') {
            out += ascii_lower(c);
        }
    }
    return out;
}

// The name that the fields know for a column: itself, or one that differs in capitals, blanks and hyphens only.
std::string known_name(std::string_view column, const Fields& fields) {
    column = trimmed(column);
    if (fields.knows(column)) {
        return std::string(column);
    }
    const std::string plain = squashed(column);
    for (const std::string_view name : fields.known_names()) {
        if (squashed(name) == plain) {
            return std::string(name);
        }
    }
    return std::string(column);
}

// One row at a time; quotes within a quoted field are doubled.
class Rows {
public:
    Rows(ByteSource& bytes, char separator, bool returns, std::uint64_t limit)
        : bytes_(bytes), separator_(separator), returns_(returns), limit_(limit) {}

    std::uint64_t line = 1;   ///< of the row that was read last
    std::uint64_t offset = 0; ///< of its first byte
    bool too_large = false;

    bool next(std::vector<std::string>& row) {
        row.assign(1, {});
        line = next_line_;
        offset = bytes_.offset();
        too_large = false;
        bool quoted = false;
        std::uint64_t size = 0;
        for (int c = get(); c >= 0; c = get()) {
            const char byte = c == '\r' && returns_ ? '\n' : static_cast<char>(c);
            next_line_ += byte == '\n';
            if (quoted) {
                if (byte != '"') {
                    add(row.back(), byte, size);
                } else if (peek() == '"') {
                    get();
                    add(row.back(), '"', size);
                } else {
                    quoted = false;
                }
            } else if (byte == '"' && row.back().empty()) {
                quoted = true;
            } else if (byte == separator_) {
                row.emplace_back();
            } else if (byte == '\n') {
                return true;
            } else if (byte != '\r') {
                add(row.back(), byte, size);
            }
        }
        return size > 0 || row.size() > 1;
    }

private:
    int get() {
        const int c = peek();
        if (c >= 0) {
            bytes_.skip(1);
        }
        return c;
    }
    int peek() {
        const std::string_view held = bytes_.peek(1);
        return held.empty() ? -1 : static_cast<unsigned char>(held.front());
    }
    void add(std::string& field, char c, std::uint64_t& size) {
        too_large = ++size > limit_;
        if (!too_large) {
            field += c;
        }
    }

    ByteSource& bytes_;
    char separator_;
    bool returns_; // a CR alone ends a line
    std::uint64_t limit_;
    std::uint64_t next_line_ = 1;
};

} // namespace

void read_csv(ByteSource& bytes, const Input& input, Run& run) {
    if (bytes.peek(3).starts_with("\xEF\xBB\xBF")) {
        bytes.skip(3);
    }
    const std::string_view head = bytes.peek(4096).substr(0, 4096);
    const char separator = separator_of(head);
    const bool returns = head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
    const bool told = says_separator(head);
    Rows rows(bytes, separator, returns, run.limits().article_bytes);
    Fields fields(run.options().map);
    std::vector<std::string> names;
    if ((told && !rows.next(names)) || !rows.next(names)) {
        run.skip({input.path, 1, 0}, "empty", "there is no header line");
        return;
    }
    for (std::string& name : names) {
        name = known_name(name, fields);
    }
    if (std::none_of(names.begin(), names.end(), [&](const auto& name) { return fields.names_text(name); })) {
        run.skip(
            {input.path, 1, 0}, "no-text",
            "no column of this table is known to hold an article's text; --map text=COLUMN names the one that does");
        return;
    }
    std::vector<std::string> row;
    while (!run.stopped() && rows.next(row)) {
        const Place place{input.path, rows.line, rows.offset};
        if (row.size() == 1 && trimmed(row[0]).empty()) {
            continue;
        }
        if (rows.too_large) {
            run.skip(place, "too-large", "the row is larger than an article may be");
            continue;
        }
        bool readable = true;
        fields.clear();
        for (std::size_t i = 0; i < row.size() && i < names.size() && readable; ++i) {
            if (!utf8::valid(row[i]) || row[i].find('\0') != std::string::npos) {
                auto text = run.checked_text(row[i], place);
                readable = text.has_value();
                row[i] = readable ? std::move(*text) : std::string{};
            }
            fields.set(names[i], row[i]);
        }
        if (readable) {
            fields.deliver(input, place, "csv", run);
        }
    }
}

/// Two names of fields in the first line, one of them for the text.
bool looks_like_csv(std::string_view head) {
    static const std::vector<std::pair<std::string, std::string>> nothing;
    const Fields fields(nothing);
    head = without_mark(head);
    const char separator = separator_of(head);
    if (says_separator(head)) {
        head = head.substr(std::min(head.find_first_not_of("\r\n", 5), head.size()));
    }
    std::string_view line = trimmed(header_of(head));
    unsigned known = 0;
    bool text = false;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(separator), line.size());
        std::string_view column = trimmed(line.substr(0, end));
        if (column.size() > 2 && column.front() == '"' && column.back() == '"') {
            column = column.substr(1, column.size() - 2);
        }
        const std::string name = known_name(column, fields);
        known += fields.knows(name);
        text = text || fields.names_text(name);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return known >= 2 && text;
}

} // namespace fasti::ingest
