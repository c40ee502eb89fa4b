// Plain text: one article a file, which may begin with header lines and a blank line.
//
//   Title: Russia Ups Defense Ties
//   Date: 2021-10-20
//
//   MOSCOW: …
#include "ingest/lines.hpp"
#include "ingest/run.hpp"

#include <array>

namespace fasti::ingest {
namespace {

struct Header {
    std::string_view title;
    std::string_view date;
    std::string_view source;
    std::string_view url;
    std::size_t body = 0; // where the text begins
    std::uint64_t body_line = 1;
    std::uint64_t date_line = 0;
};

// Nothing unless every line before the first blank one is a header line.
std::optional<Header> read_header(std::string_view text) {
    Header header;
    const std::array<std::pair<std::string_view, std::string_view*>, 4> keys = {
        {{"title", &header.title}, {"date", &header.date}, {"source", &header.source}, {"url", &header.url}}};
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trimmed(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        ++number;
        if (line.empty()) {
            header.body = at;
            header.body_line = number + 1;
            return number > 1 ? std::optional(header) : std::nullopt;
        }
        const std::size_t colon = line.find(':');
        const auto key = std::find_if(keys.begin(), keys.end(), [&](const auto& entry) {
            return colon != std::string_view::npos && equals_ignoring_case(line.substr(0, colon), entry.first);
        });
        if (key == keys.end()) {
            return std::nullopt;
        }
        *key->second = trimmed(line.substr(colon + 1));
        if (key->second == &header.date) {
            header.date_line = number;
        }
    }
    return std::nullopt;
}

} // namespace

void read_text(ByteSource& bytes, const Input& input, Run& run) {
    const Place file{input.path, 1, 0};
    auto whole = read_whole(bytes, input, run, "text");
    if (!whole) {
        return;
    }
    auto text = run.checked_text(*whole, file);
    if (!text) {
        return;
    }
    whole.reset();
    Article article;
    article.url = input.url;
    if (const auto header = read_header(*text)) {
        article.title = header->title;
        article.source = header->source;
        if (!header->url.empty()) {
            article.url = header->url;
        }
        article.published = run.checked_date(header->date, {input.path, header->date_line, std::nullopt});
        if (article.published) {
            article.published_from = PublishedFrom::header;
        }
        text->erase(0, header->body);
    }
    article.text = std::move(*text);
    run.deliver(std::move(article), input, file, "text", Run::Holds::one);
}

} // namespace fasti::ingest
