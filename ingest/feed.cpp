// RSS and Atom: one article an item. The fullest text that an item has is its text.
#include "ingest/html_content.hpp"
#include "ingest/lines.hpp"
#include "ingest/run.hpp"
#include "ingest/stray_ampersands.hpp"
#include "ingest/xml.hpp"

namespace fasti::ingest {
namespace {

struct Item {
    std::string title;
    std::string link;
    std::string content;
    std::string summary;
    std::string published;
    std::string updated;
};

void deliver(const Item& item, const std::string& site, const Input& input, const Place& place, Run& run) {
    Article article;
    article.text =
        text_of_markup(item.content.size() >= item.summary.size() ? item.content : item.summary, run.limits().nesting);
    if (trimmed(article.text).empty()) {
        run.skip(place, "no-text", "the item has neither content nor description");
        return;
    }
    article.title = text_of_markup(item.title, run.limits().nesting);
    article.url = trimmed(item.link);
    article.source = site;
    article.published = run.checked_date(item.published.empty() ? item.updated : item.published, place);
    if (article.published) {
        article.published_from = PublishedFrom::feed;
    }
    if (!item.updated.empty()) {
        article.modified = run.checked_date(item.updated, place);
    }
    run.deliver(std::move(article), input, place, "feed", Run::Holds::many);
}

} // namespace

void read_feed(ByteSource& bytes, const Input& input, Run& run) {
    StrayAmpersands mended(bytes);
    ByteSource source([&](std::span<char> into) { return mended.read(into); });
    XmlReader xml(source);
    std::string site;
    Item item;
    Place place{input.path, 1, {}};
    bool in_item = false;
    unsigned depth = 0;          // of elements within the item
    std::string* into = nullptr; // the field whose text comes
    std::uint64_t size = 0;
    while (!run.stopped()) {
        const auto event = xml.next();
        if (event == XmlReader::Event::finished) {
            return;
        }
        if (event == XmlReader::Event::broken) {
            run.skip({input.path, xml.line(), {}}, "broken-xml", "the feed is no well-formed XML from here on");
            return;
        }
        if (event == XmlReader::Event::begin) {
            const std::string_view name = xml.name();
            if (!in_item && (name == "item" || name == "entry")) {
                in_item = true;
                depth = 0;
                item = {};
                size = 0;
                place.line = xml.line();
                continue;
            }
            depth += in_item;
            if (!in_item) {
                into = name == "title" && site.empty() ? &site : nullptr;
                continue;
            }
            if (depth > 1) {
                continue; // <author><name>, xhtml within content: its text goes on into the field
            }
            const std::string_view prefix = xml.prefix();
            into = nullptr;
            if (name == "title" && prefix != "media") {
                into = &item.title;
            } else if (name == "encoded" || (name == "content" && prefix != "media")) {
                into = &item.content;
                if (xml.attribute("type") == "xhtml") {
                    item.content = xml.inner_markup();
                    into = nullptr;
                }
            } else if ((name == "description" && prefix.empty()) || name == "summary") {
                into = &item.summary;
            } else if (name == "pubDate" || name == "published" || name == "date" || name == "issued") {
                into = item.published.empty() ? &item.published : nullptr;
            } else if (name == "updated" || name == "modified") {
                into = &item.updated;
            } else if (name == "link") {
                const std::string href = xml.attribute("href");
                const std::string rel = xml.attribute("rel");
                if (href.empty()) {
                    into = item.link.empty() ? &item.link : nullptr;
                } else if (rel.empty() || rel == "alternate") {
                    item.link = href;
                }
            }
        } else if (event == XmlReader::Event::text) {
            size += xml.text().size();
            if (into != nullptr && size <= run.limits().article_bytes) {
                into->append(xml.text());
            }
        } else if (in_item) {
            if (depth == 0) {
                in_item = false;
                if (size > run.limits().article_bytes) {
                    run.skip(place, "too-large", "the item is larger than an article may be");
                } else {
                    deliver(item, site, input, place, run);
                }
            } else if (--depth == 0) {
                into = nullptr;
            }
        } else {
            into = nullptr;
        }
    }
}

} // namespace fasti::ingest
