// See fields.hpp.
#include "ingest/fields.hpp"

#include "ingest/dates.hpp"
#include "ingest/html_content.hpp"
#include "ingest/lines.hpp"

#include <span>
#include <vector>

namespace fasti::ingest {
namespace {

constexpr std::string_view title_names[] = {"title",     "headline", "title_page",
                                            "title_rss", "name",     "title.rendered"}; // the last: WordPress
constexpr std::string_view text_names[] = {"text", "maintext", "raw_text", "content", "body", "articleBody",
                                           "full_text", "content_text", "article",
                                           // JSON Feed and WordPress keep markup.
                                           "content_html", "content.rendered"};
constexpr std::size_t markup_names = 2; // the last ones of text_names
constexpr std::string_view published_names[] = {
    "published", "date_publish", "publish_date", "published_date", "date", "publishedAt", "published_at",
    "datePublished", "pub_date", "pubDate", "isoDate", "created_at",
    // MongoDB exports its dates so.
    "published.$date", "date.$date", "publishedAt.$date", "date_publish.$date", "created_at.$date", "date_published"};
constexpr std::string_view url_names[] = {"url", "link", "canonical_link", "canonical_url", "source_url"};
// "source.name" is how news APIs nest it.
constexpr std::string_view source_names[] = {"source",   "source_domain", "hostname",       "source-hostname",
                                             "sitename", "site_name",     "meta_site_name", "publisher",
                                             "domain",   "source.name"};
constexpr std::string_view id_names[] = {"id"};
constexpr std::string_view language_names[] = {"language", "lang"};
constexpr std::string_view modified_names[] = {"modified", "date_modify", "dateModified", "updated", "updated_at"};

// In the order of Field.
constexpr std::array<std::span<const std::string_view>, field_count> names = {
    id_names, title_names, text_names, published_names, url_names, source_names, language_names, modified_names};
constexpr std::array<std::string_view, field_count> own_names = {"id",  "title",  "text",     "published",
                                                                 "url", "source", "language", "modified"};

bool is_url(std::string_view value) {
    return (starts_ignoring_case(value, "http://") || starts_ignoring_case(value, "https://")) &&
           value.find(' ') == std::string_view::npos;
}

std::string_view host_of(std::string_view url) {
    url.remove_prefix(std::min(url.find("://") + 3, url.size()));
    return url.substr(0, url.find_first_of("/?#"));
}

std::string language_tag(std::string_view given) {
    given = trimmed(given);
    if (equals_ignoring_case(given, "english") || equals_ignoring_case(given, "eng")) {
        return "en";
    }
    std::string tag = ascii_lowered(given.substr(0, given.find_first_of("-_")));
    return tag.size() == 2 || tag.size() == 3 ? tag : std::string{};
}

} // namespace

std::span<const std::string_view> field_names() {
    return own_names;
}

void Fields::clear() {
    values_.fill({});
    ranks_.fill(0xff);
}

bool Fields::knows(std::string_view key) const {
    for (const auto& list : names) {
        if (std::find(list.begin(), list.end(), key) != list.end()) {
            return true;
        }
    }
    return std::any_of(map_.begin(), map_.end(), [&](const auto& entry) { return entry.second == key; });
}

std::span<const std::string_view> Fields::known_names() {
    static const auto all = [] {
        std::vector<std::string_view> out;
        for (const auto& list : names) {
            out.insert(out.end(), list.begin(), list.end());
        }
        return out;
    }();
    return all;
}

bool Fields::names_text(std::string_view key) const {
    return std::find(std::begin(text_names), std::end(text_names), key) != std::end(text_names) ||
           std::any_of(map_.begin(), map_.end(),
                       [&](const auto& entry) { return entry.first == "text" && entry.second == key; });
}

void Fields::set_field(FieldRank to, std::string_view value) {
    const auto i = static_cast<std::size_t>(to.field);
    if (to.rank <= ranks_[i]) {
        ranks_[i] = to.rank;
        values_[i] = value;
    }
}

void Fields::set(std::string_view key, std::string_view value) {
    if (trimmed(value).empty()) {
        return;
    }
    for (const auto& [field, mapped] : map_) {
        const auto found = std::find(own_names.begin(), own_names.end(), field);
        if (mapped == key && found != own_names.end()) {
            set_field({static_cast<Field>(found - own_names.begin()), 0}, value);
        }
    }
    for (std::size_t f = 0; f < field_count; ++f) {
        for (std::size_t rank = 0; rank < names[f].size(); ++rank) {
            if (names[f][rank].size() != key.size() || names[f][rank] != key) {
                continue;
            }
            if (static_cast<Field>(f) == Field::published && trimmed(value) == "None") {
                return;
            }
            set_field({static_cast<Field>(f), static_cast<std::uint8_t>(rank + 1)}, value);
            if (key == "source" && is_url(trimmed(value))) {
                set_field({Field::url, static_cast<std::uint8_t>(std::size(url_names) + 1)}, trimmed(value));
            }
            return;
        }
    }
}

void Fields::deliver(const Input& input, const Place& place, std::string_view format, Run& run) const {
    if (text().empty()) {
        run.skip(place, "no-text", "the article has no text; --map text=KEY names the key that holds it");
        return;
    }
    if (text().size() > run.limits().article_bytes) {
        run.skip(place, "too-large", "the text is larger than the limit");
        return;
    }
    Article article;
    article.id = (*this)[Field::id];
    article.url = trimmed((*this)[Field::url]);
    if (article.url.empty()) {
        article.url = input.url;
    }
    const std::string_view source = trimmed((*this)[Field::source]);
    article.source = is_url(source) ? host_of(source) : source;
    article.title = trimmed((*this)[Field::title]);
    article.text = text();
    // Ranks count from 1; 0 is a name that was mapped.
    if (ranks_[static_cast<std::size_t>(Field::text)] > std::size(text_names) - markup_names) {
        article.text = text_of_markup(article.text, run.limits().nesting);
        article.title = text_of_markup(article.title, run.limits().nesting);
    }
    article.language = language_tag((*this)[Field::language]);
    article.published = run.checked_date((*this)[Field::published], place);
    if (article.published) {
        article.published_from = PublishedFrom::field;
    }
    if (const auto modified = (*this)[Field::modified]; !modified.empty()) {
        article.modified = parse_any_date(modified);
    }
    run.deliver(std::move(article), input, place, format, Run::Holds::many);
}

} // namespace fasti::ingest
