// See json_wrapper.hpp.
#include "ingest/json_wrapper.hpp"

#include "ingest/lines.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fasti::ingest {
namespace {

// What an article has many of, each with a text of its own.
constexpr std::string_view parts_of_articles[] = {"comments", "paragraphs", "images",  "media", "photos",
                                                  "links",    "replies",    "related", "tags",  "authors"};
constexpr std::size_t deepest_wrapper = 3;

// Brackets and keys of JSON, one at a time; values that are no containers by their first byte.
class Scanner {
public:
    explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    enum class Kind : std::uint8_t { end, key, open, close, value };

    Kind next() {
        while (at_ < text_.size() && (is_space(text_[at_]) || text_[at_] == ',' || text_[at_] == ':')) {
            ++at_;
        }
        if (at_ >= text_.size()) {
            return Kind::end;
        }
        begin_ = at_;
        const char c = text_[at_++];
        if (c == '{' || c == '[') {
            return Kind::open;
        }
        if (c == '}' || c == ']') {
            return Kind::close;
        }
        if (c != '"') {
            while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '}' && text_[at_] != ']') {
                ++at_;
            }
            return Kind::value;
        }
        while (at_ < text_.size() && text_[at_] != '"') {
            at_ += text_[at_] == '\\' ? 2U : 1U;
        }
        if (at_ >= text_.size()) {
            return Kind::end;
        }
        string_ = text_.substr(begin_ + 1, at_ - begin_ - 1);
        ++at_;
        return peek() == ':' ? Kind::key : Kind::value;
    }
    /// The next byte that is no blank.
    [[nodiscard]] char peek() const {
        std::size_t at = at_;
        while (at < text_.size() && is_space(text_[at])) {
            ++at;
        }
        return at < text_.size() ? text_[at] : '\0';
    }
    [[nodiscard]] std::string_view string() const { return string_; }
    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] char byte() const { return text_[begin_]; }

private:
    std::string_view text_;
    std::size_t at_;
    std::size_t begin_ = 0;
    std::string_view string_;
};

// The object that begins at `at` has a text under a name of its own, or of an object within it.
bool has_text(std::string_view head, std::size_t at, const Fields& fields) {
    Scanner scanner(head, at);
    std::string outer;
    std::string_view key;
    std::string path;
    unsigned depth = 0;
    for (auto kind = scanner.next(); kind != Scanner::Kind::end; kind = scanner.next()) {
        switch (kind) {
        case Scanner::Kind::open:
            if (depth == 1) {
                outer.assign(key).append(1, '.');
            }
            ++depth;
            break;
        case Scanner::Kind::close:
            if (--depth == 0) {
                return false;
            }
            break;
        case Scanner::Kind::key:
            key = scanner.string();
            path.assign(depth == 2 ? outer : std::string()).append(key);
            if (depth <= 2 && fields.names_text(path) && (scanner.peek() == ':')) {
                return true;
            }
            break;
        default:
            break;
        }
    }
    return false;
}

bool is_number(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), is_digit);
}

} // namespace

std::size_t json_wrapper_size(std::string_view head, const Fields& fields) {
    Scanner scanner(head, head.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    if (scanner.next() != Scanner::Kind::open || scanner.byte() != '{') {
        return 0;
    }
    std::size_t depth = 1;
    std::size_t arrays = 0; // of the open ones
    std::vector<char> open = {'{'};
    std::string_view key;
    std::size_t found = 0;
    for (auto kind = scanner.next(); kind != Scanner::Kind::end; kind = scanner.next()) {
        if (kind == Scanner::Kind::key) {
            key = scanner.string();
            // "article": "…" is a text; "source": {…} only tells something of one.
            if (depth == 1 && fields.names_text(key)) {
                Scanner value = scanner;
                const auto what = value.next();
                if ((what == Scanner::Kind::value && value.byte() == '"') ||
                    (what == Scanner::Kind::open && value.byte() == '[' && value.peek() == '"') ||
                    what == Scanner::Kind::end) {
                    return 0; // an article itself
                }
            }
        } else if (kind == Scanner::Kind::open) {
            const bool list = scanner.byte() == '[';
            const bool part = std::find(std::begin(parts_of_articles), std::end(parts_of_articles), key) !=
                              std::end(parts_of_articles);
            if (found == 0 && arrays == 0 && !part) {
                if (list && depth <= deepest_wrapper && scanner.peek() == '{' && has_text(head, scanner.at(), fields)) {
                    found = scanner.at();
                } else if (!list && depth == 1 && is_number(key) && has_text(head, scanner.begin(), fields)) {
                    found = scanner.begin();
                }
            }
            arrays += list ? 1U : 0U;
            ++depth;
            open.push_back(scanner.byte());
        } else if (kind == Scanner::Kind::close) {
            arrays -= open.back() == '[' ? 1U : 0U;
            open.pop_back();
            if (--depth == 0) {
                break;
            }
        }
    }
    return found;
}

} // namespace fasti::ingest
