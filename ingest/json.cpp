// JSON Lines and JSON documents. Lines are parsed in place in the reader's own buffer; documents
// (an array of articles, one article over many lines, {"articles": […]}, objects one after the
// other, wrappers of many kinds) are cut into their article objects first, so that a broken one costs itself only.
#include "core/utf8.hpp"
#include "ingest/fields.hpp"
#include "ingest/json_wrapper.hpp"
#include "ingest/lines.hpp"
#include "ingest/run.hpp"

// Every x86-64 has SSE2. It looks at whole aligned blocks, beyond the end of a string, which
// AddressSanitizer takes for an overflow.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FASTI_ADDRESS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define FASTI_ADDRESS_SANITIZER
#endif
#if defined(__SSE2__) && !defined(FASTI_ADDRESS_SANITIZER)
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace fasti::ingest {
namespace {

// Takes the fields of one object: keys of the first level, "a.b" of the second, and arrays of
// strings (paragraphs) joined by blank lines.
class ArticleHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ArticleHandler> {
public:
    ArticleHandler(Fields& fields, unsigned nesting) : fields_(fields), nesting_(nesting) {}

    [[nodiscard]] bool saw_object() const { return saw_object_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }

    bool Default() { return true; } // null, true, false
    bool RawNumber(const char* s, rapidjson::SizeType n, bool) { return value({s, n}); }
    bool String(const char* s, rapidjson::SizeType n, bool) {
        if (arrays_ > 0) {
            if (depth_ == 1 && arrays_ == 1 && fields_.knows(key_)) {
                joined_.append(joined_.empty() ? "" : "\n\n").append(s, n);
            }
            return true;
        }
        return value({s, n});
    }
    bool Key(const char* s, rapidjson::SizeType n, bool) {
        if (arrays_ == 0 && depth_ == 1) {
            key_ = {s, n};
        } else if (arrays_ == 0 && depth_ == 2) {
            inner_key_ = {s, n};
        }
        return true;
    }
    bool StartObject() {
        saw_object_ = true;
        return enter(depth_);
    }
    bool EndObject(rapidjson::SizeType) {
        --depth_;
        return true;
    }
    bool StartArray() {
        if (arrays_ == 0) {
            joined_.clear();
        }
        return enter(arrays_);
    }
    bool EndArray(rapidjson::SizeType) {
        if (--arrays_ == 0 && depth_ == 1 && !joined_.empty()) {
            kept_.push_back(std::make_unique<std::string>(std::move(joined_)));
            fields_.set(key_, *kept_.back());
        }
        return true;
    }

private:
    bool enter(unsigned& level) {
        ++level;
        too_deep_ = depth_ + arrays_ > nesting_;
        return !too_deep_;
    }
    bool value(std::string_view text) {
        if (arrays_ > 0) {
            return true;
        }
        if (depth_ == 1) {
            fields_.set(key_, text);
        } else if (depth_ == 2) {
            path_.assign(key_).append(1, '.').append(inner_key_);
            fields_.set(path_, text);
        }
        return true;
    }

    Fields& fields_;
    unsigned nesting_;
    unsigned depth_ = 0;
    unsigned arrays_ = 0;
    bool saw_object_ = false;
    bool too_deep_ = false;
    std::string_view key_;
    std::string_view inner_key_;
    std::string path_;
    std::string joined_;
    std::vector<std::unique_ptr<std::string>> kept_; // what joined_ became; the fields point into it
};

// "\ud83d" without its other half is no character, but common in what crawlers write: the parser
// would refuse the whole article. Same length, so offsets stay.
void replace_lone_surrogates(std::span<char> json) {
    const std::string_view text(json.data(), json.size());
    const auto hex = [&](std::size_t at) -> int {
        int value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = i < text.size() ? ascii_lower(text[i]) : ' ';
            const int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    };
    const auto escape_at = [&](std::size_t at) {
        return at + 5 < text.size() && text[at] == '\\' && text[at + 1] == 'u';
    };
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        const int first = escape_at(at) ? hex(at + 2) : -1;
        if (first < 0xD800 || first > 0xDFFF) {
            at += 2;
            continue;
        }
        const int second = first <= 0xDBFF && escape_at(at + 6) ? hex(at + 8) : -1;
        if (second >= 0xDC00 && second <= 0xDFFF) {
            at += 12;
            continue;
        }
        std::copy_n("fffd", 4, json.begin() + static_cast<std::ptrdiff_t>(at) + 2);
        at += 6;
    }
}

// One JSON object in `json`, behind which one byte may be written.
void read_object(std::span<char> json, const Place& place, const Input& input, std::string_view format, Fields& fields,
                 Run& run) {
    std::string repaired;
    const std::string_view view(json.data(), json.size());
    if (!utf8::valid(view)) {
        auto text = run.checked_text(view, place);
        if (!text) {
            return;
        }
        repaired = std::move(*text);
        json = repaired;
    }
    if (std::string_view(json.data(), json.size()).find("\\u") != std::string_view::npos) {
        replace_lone_surrogates(json);
    }
    json.data()[json.size()] = '\0';
    fields.clear();
    ArticleHandler handler(fields, run.limits().nesting);
    rapidjson::Reader reader;
    rapidjson::InsituStringStream stream(json.data());
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;
    const auto parsed = reader.Parse<flags>(stream, handler);
    const std::size_t end = reader.GetErrorOffset();
    const auto at = [&](std::size_t offset) {
        Place there = place;
        there.byte = place.byte.value_or(0) + offset;
        return there;
    };
    if (parsed.IsError()) {
        run.skip(at(end), "broken-json",
                 handler.too_deep() ? "the object is nested too deeply"
                                    : std::string("this is no JSON: ") + rapidjson::GetParseError_En(parsed.Code()));
        return;
    }
    const std::size_t used = stream.Tell();
    if (!trimmed({json.data() + used, json.size() - used}).empty()) {
        run.skip(at(used), "broken-json", "something follows the object");
        return;
    }
    if (!handler.saw_object()) {
        run.skip(place, "no-object", "this is JSON, but no object with an article's fields");
        return;
    }
    fields.deliver(input, place, format, run);
}

// Cuts the objects out of a JSON document as the bytes go by. What lies between them (brackets,
// commas, blanks) is not looked at closely: a reader of articles is no validator.
class ObjectCutter {
public:
    explicit ObjectCutter(std::size_t limit) : limit_(limit) {}

    /// True when `c` closed an object, which is then in bytes().
    bool take(char c) {
        if (depth_ == 0) {
            if (c == '{') {
                depth_ = 1;
                length_ = 1;
                bytes_.assign(1, c);
                return false;
            }
            return false;
        }
        ++length_;
        if (length_ <= limit_) {
            bytes_ += c;
        }
        if (in_string_) {
            in_string_ = escaped_ || c != '"';
            escaped_ = !escaped_ && c == '\\';
            return false;
        }
        if (c == '"') {
            in_string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (c == '}' || c == ']') {
            --depth_;
        }
        return depth_ == 0;
    }
    [[nodiscard]] bool open() const { return depth_ > 0; }
    [[nodiscard]] bool overlong() const { return length_ > limit_; }
    [[nodiscard]] std::uint64_t length() const { return length_; }
    [[nodiscard]] std::string& bytes() { return bytes_; }

private:
    std::size_t limit_;
    std::string bytes_;
    std::uint64_t length_ = 0;
    std::uint64_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

constexpr std::size_t head_size = 64 * 1024; // in which a wrapper shows itself

} // namespace

void read_json_lines(ByteSource& bytes, const Input& input, Run& run) {
    Fields fields(run.options().map);
    // What an API answers is one line, too.
    if (json_wrapper_size(bytes.peek(head_size).substr(0, head_size), fields) > 0) {
        read_json(bytes, input, run);
        return;
    }
    const auto limit = static_cast<std::size_t>(run.limits().article_bytes);
    std::uint64_t number = 0;
    while (!run.stopped()) {
        auto line = bytes.next_line(limit);
        if (!line) {
            break;
        }
        ++number;
        const Place place{input.path, number, line->offset};
        if (line->length > line->bytes.size()) {
            run.skip(place, "too-large",
                     "the line has " + std::to_string(line->length) + " bytes; an article may have " +
                         std::to_string(limit));
            continue;
        }
        std::span<char> json = line->bytes;
        if (number == 1 && std::string_view(json.data(), json.size()).starts_with("\xEF\xBB\xBF")) {
            json = json.subspan(3);
        }
        if (!trimmed({json.data(), json.size()}).empty()) {
            read_object(json, place, input, "jsonl", fields, run);
        }
    }
}

void read_json(ByteSource& bytes, const Input& input, Run& run) {
    Fields fields(run.options().map);
    const std::string_view head = bytes.peek(head_size).substr(0, head_size);
    bytes.skip(json_wrapper_size(head, fields));
    std::uint64_t line = 1;
    if (bytes.offset() > 0) {
        line += static_cast<std::uint64_t>(
            std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(bytes.offset()), '\n'));
    }
    ObjectCutter cutter(static_cast<std::size_t>(run.limits().article_bytes));
    Place begin{input.path, line, bytes.offset()};
    std::vector<char> block(64 * 1024);
    bool found = false;
    while (!run.stopped()) {
        const std::uint64_t base = bytes.offset();
        const std::size_t n = bytes.read(block);
        if (n == 0) {
            break;
        }
        for (std::size_t i = 0; i < n && !run.stopped(); ++i) {
            const char c = block[i];
            const bool was_open = cutter.open();
            const bool closed = cutter.take(c);
            if (!was_open && cutter.open()) {
                begin = {input.path, line, base + i};
                found = true;
            }
            line += c == '\n';
            if (!closed) {
                continue;
            }
            if (cutter.overlong()) {
                run.skip(begin, "too-large", "the object has " + std::to_string(cutter.length()) + " bytes");
            } else {
                read_object(cutter.bytes(), begin, input, "json", fields, run);
            }
        }
    }
    if (cutter.open() && !run.stopped()) {
        run.skip(begin, "broken-json", "the object that begins here never ends");
    } else if (!found && !run.stopped()) {
        run.skip({input.path, 1, 0}, "broken-json", "there is no JSON object in it");
    }
}

} // namespace fasti::ingest
