// Web archives (ISO 28500): the pages of "response", "resource" and "conversion" records. Records that hold no
// text, or no page (redirects, pictures, scripts), are passed over without a word: they never were articles.
#include "ingest/dates.hpp"
#include "ingest/lines.hpp"
#include "ingest/run.hpp"

#include <charconv>

namespace fasti::ingest {
namespace {

constexpr std::size_t longest_header_line = 64 * 1024;

std::string_view view_of(std::span<const char> bytes) {
    return {bytes.data(), bytes.size()};
}

// "Name: value" without case; the value, or empty.
std::string_view value_of(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' && starts_ignoring_case(line, name)
               ? trimmed(line.substr(name.size() + 1))
               : std::string_view{};
}

struct Record {
    std::string type;
    std::string url;
    std::string date;
    std::string content_type;
    std::uint64_t length = 0;
    bool whole = false; // its header ended, and it says how long it is
};

Record read_header(ByteSource& bytes) {
    Record record;
    bool has_length = false;
    while (const auto line = bytes.next_line(longest_header_line)) {
        const std::string_view text = trimmed(view_of(line->bytes));
        if (text.empty()) {
            record.whole = has_length;
            break;
        }
        for (const auto& [name, field] : {std::pair{"WARC-Type", &record.type},
                                          {"WARC-Target-URI", &record.url},
                                          {"WARC-Date", &record.date},
                                          {"Content-Type", &record.content_type}}) {
            if (const auto value = value_of(text, name); !value.empty()) {
                *field = value;
            }
        }
        if (const auto value = value_of(text, "Content-Length"); !value.empty()) {
            has_length = std::from_chars(value.data(), value.data() + value.size(), record.length).ec == std::errc{};
        }
    }
    return record;
}

// The pieces of a chunked transfer put together; what was cut short ends there.
std::string unchunked(std::string_view body) {
    std::string out;
    while (!body.empty()) {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
        const std::size_t line = body.find('\n');
        if (error != std::errc{} || size == 0 || line == std::string_view::npos) {
            break;
        }
        body.remove_prefix(line + 1);
        out += body.substr(0, size);
        body.remove_prefix(std::min(size, body.size()));
        body = body.substr(std::min(body.find_first_not_of("\r\n"), body.size()));
    }
    return out;
}

bool is_text_type(std::string_view type) {
    return type.empty() || starts_ignoring_case(type, "text/html") || starts_ignoring_case(type, "text/plain") ||
           starts_ignoring_case(type, "application/xhtml") || starts_ignoring_case(type, "application/json");
}

std::string charset_of(std::string_view content_type) {
    const std::string low = ascii_lowered(content_type);
    const std::size_t at = low.find("charset=");
    if (at == std::string::npos) {
        return {};
    }
    const std::string_view value = std::string_view(low).substr(at + 8);
    return std::string(trimmed(value.substr(0, value.find(';'))));
}

void read_payload(std::string_view block, const Record& record, const Input& input, Run& run) {
    std::string content_type = record.content_type;
    std::string joined;
    if (starts_ignoring_case(record.content_type, "application/http")) {
        if (block.substr(0, 16).find(" 200") == std::string_view::npos) {
            return;
        }
        content_type.clear();
        bool chunked = false;
        while (!block.empty()) {
            const std::size_t end = std::min(block.find('\n'), block.size());
            const std::string_view line = trimmed(block.substr(0, end));
            block.remove_prefix(std::min(end + 1, block.size()));
            if (line.empty()) {
                break;
            }
            if (const auto value = value_of(line, "Content-Type"); !value.empty()) {
                content_type = value;
            }
            chunked = chunked || equals_ignoring_case(value_of(line, "Transfer-Encoding"), "chunked");
        }
        // Many crawlers keep the header and store the body joined already.
        if (chunked && (joined = unchunked(block), !joined.empty())) {
            block = joined;
        }
    }
    if (block.empty() || !is_text_type(content_type)) {
        return;
    }
    Input page = input;
    page.path = input.path + "!" + record.url;
    page.name = record.url;
    page.url = record.url;
    page.charset = charset_of(content_type);
    page.fetched = parse_any_date(record.date);
    page.depth = input.depth + 1;
    ByteSource bytes = ByteSource::from_memory(block);
    if (starts_ignoring_case(content_type, "text/html") && !block.starts_with("\x1f\x8b")) {
        ++run.report().files;
        read_html(bytes, page, run);
    } else {
        read_input(bytes, page, run);
    }
}

} // namespace

void read_warc(ByteSource& bytes, const Input& input, Run& run) {
    std::vector<char> block;
    while (!run.stopped()) {
        while (bytes.peek(1).starts_with('\r') || bytes.peek(1).starts_with('\n')) {
            bytes.skip(1);
        }
        const std::uint64_t begin = bytes.offset();
        const std::string_view head = bytes.peek(5);
        if (head.empty()) {
            return;
        }
        const bool begins = head.starts_with("WARC/");
        const Record record = begins ? read_header(bytes) : Record{};
        if (!record.whole) {
            run.skip({input.path, {}, begin}, "broken-warc", "there is no whole record here; the rest is left out");
            return;
        }
        const bool wanted = record.type == "response" || record.type == "resource" || record.type == "conversion";
        const bool fits = record.length <= run.limits().article_bytes;
        if (wanted && !fits) {
            run.skip({input.path + "!" + record.url, {}, begin}, "too-large",
                     "the record has " + std::to_string(record.length) + " bytes");
        }
        block.clear();
        std::uint64_t left = record.length;
        while (left > 0) {
            const std::string_view more = bytes.peek(1);
            if (more.empty()) {
                run.skip({input.path, {}, begin}, "broken-warc", "the record ends before its length");
                return;
            }
            const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(left, more.size()));
            if (wanted && fits) {
                block.insert(block.end(), more.begin(), more.begin() + static_cast<std::ptrdiff_t>(n));
            }
            bytes.skip(n);
            left -= n;
        }
        if (wanted && fits) {
            read_payload(view_of(block), record, input, run);
        }
    }
}

} // namespace fasti::ingest
