// See run.hpp.
#include "ingest/run.hpp"

#include "core/address.hpp"
#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/language.hpp"
#include "ingest/lines.hpp"

#include <algorithm>
#include <filesystem>

namespace fasti::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t told_repairs = 100; // of one text; the rest is summed up

// The text is part of it even where there is an address: an update is an article of its own beside
// the first version, and some crawlers give the front page of the site as the address of all articles.
std::string made_id(const Article& article) {
    const std::uint64_t name = stable_hash(article.title);
    return base32(
        stable_hash(article.text, article.url.empty() ? name : stable_hash(plain_address(article.url), name)));
}

const ParsedDate* date_in_table(const Options& options, const Input& input) {
    const fs::path path = fs::path(input.path).lexically_normal();
    for (const fs::path& key : {path, fs::path(input.name).lexically_normal(), path.filename()}) {
        if (const auto found = options.dates.find(key); found != options.dates.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

} // namespace

void Run::tell(Severity severity, const Place& place, std::string_view code, std::string message) {
    if (sink_) {
        sink_({severity, std::string(code), std::move(message), place.path, place.line, place.byte});
    }
}

void Run::skip(const Place& place, std::string_view code, std::string message) {
    ++report_.skipped[std::string(code)];
    tell(Severity::skipped, place, code, std::move(message));
}

void Run::warn(const Place& place, std::string_view code, std::string message) {
    tell(Severity::warning, place, code, std::move(message));
}

std::optional<std::string> Run::checked_text(std::string_view bytes, const Place& start) {
    const std::uint64_t line = start.line.value_or(1);
    const std::uint64_t base = start.byte.value_or(0);
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        const auto lines = static_cast<std::uint64_t>(
            std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n'));
        skip({start.path, line + lines, base + nul}, "binary",
             bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")
                 ? "this is UTF-16; change it to UTF-8 (iconv -f UTF-16 -t UTF-8)"
                 : "there are NUL bytes in it: this is no text");
        return std::nullopt;
    }
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    if (utf8::valid(bytes)) {
        return std::string(bytes.substr(mark));
    }
    utf8::Repaired repaired = utf8::repair(bytes, told_repairs);
    if (repaired.invalid_bytes * 10 > bytes.size()) {
        const auto& first = repaired.repairs.front();
        skip({start.path, line + first.line - 1, base + first.byte}, "binary",
             "more than a tenth of it is no UTF-8: this is no text, or in another encoding");
        return std::nullopt;
    }
    for (const auto& repair : repaired.repairs) {
        warn({start.path, line + repair.line - 1, base + repair.byte}, "invalid-utf8",
             "invalid UTF-8, replaced by U+FFFD");
    }
    if (repaired.repairs.size() == told_repairs) {
        warn(start, "invalid-utf8", std::to_string(repaired.invalid_bytes) + " bytes of invalid UTF-8 in all");
    }
    ++report_.repaired;
    return mark > 0 ? repaired.text.substr(mark) : std::move(repaired.text);
}

std::optional<ParsedDate> Run::checked_date(std::string_view date, const Place& place) {
    date = trimmed(date);
    if (date.empty() || date == "None" || date == "null") {
        return std::nullopt;
    }
    auto parsed = parse_any_date(date);
    if (!parsed) {
        warn(place, "bad-date", "'" + std::string(date.substr(0, 60)) + "' is no date, or a day that does not exist");
    }
    return parsed;
}

void Run::deliver(Article&& article, const Input& input, const Place& place, std::string_view format, Holds holds) {
    if (trimmed(article.text).empty()) {
        skip(place, "empty", "there is no text in it");
        return;
    }
    const auto date = [&](const std::optional<ParsedDate>& found, PublishedFrom from) {
        if (!article.published && found) {
            article.published = found;
            article.published_from = from;
        }
    };
    if (!article.published) {
        if (const ParsedDate* given = date_in_table(options_, input)) {
            date(*given, PublishedFrom::option);
        }
        if (holds == Holds::one) {
            date(date_in_file_name(input.name.empty() ? input.path : input.name), PublishedFrom::file_name);
        }
        date(date_in_url(article.url), PublishedFrom::url);
        date(date_in_dateline(article.text), PublishedFrom::dateline);
        date(input.fetched, PublishedFrom::archive);
        date(options_.published, PublishedFrom::option);
    }
    if (article.title.empty()) {
        article.title = find_headline(article.text);
    }
    if (article.id.empty()) {
        article.id = made_id(article);
    }
    if (article.language.empty()) {
        article.language = detect_language(article.text);
    }
    mark_furniture(article);
    article.origin = place.path;
    if (holds == Holds::many && place.line) {
        article.origin += ":" + std::to_string(*place.line);
    }
    ++report_.articles;
    report_.bytes += article.text.size();
    ++report_.by_format[std::string(format)];
    ++report_.by_language[article.language];
    if (!article.published) {
        ++report_.undated;
        if (report_.first_undated.size() < 5) {
            report_.first_undated.push_back(article.origin);
        }
    }
    if (!take_(std::move(article))) {
        stopped_ = true;
    }
}

std::optional<std::string> read_whole(ByteSource& bytes, const Input& input, Run& run, std::string_view what) {
    auto whole = bytes.read_all(run.limits().article_bytes);
    if (bytes.failed()) {
        return std::nullopt; // half a text is none
    }
    if (!whole) {
        run.skip({input.path, 1, 0}, "too-large",
                 "the " + std::string(what) + " is larger than " + std::to_string(run.limits().article_bytes >> 20) +
                     " MB");
    }
    return whole;
}

} // namespace fasti::ingest
