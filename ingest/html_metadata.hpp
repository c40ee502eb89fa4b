// What a page says about its article outside the text: title, dates, address, site. The order in which
// sources of the publication date are asked is the whole point of this file.
#pragma once

#include "core/article.hpp"
#include "ingest/html_content.hpp"

namespace fasti::ingest {

struct PageFacts {
    std::string title;
    std::string url;
    std::string site;
    std::string body; ///< JSON-LD articleBody
    std::optional<ParsedDate> published;
    PublishedFrom published_from = PublishedFrom::none;
    std::optional<ParsedDate> modified;
};

/// The publication date is the first whole day of: JSON-LD datePublished, the meta names in their order, <time>, the
/// address, the dateline of the text, a date in words right before or behind it.
[[nodiscard]] PageFacts find_facts(const HtmlTree& tree, const Content& content, std::string_view address);

/// What a page's application/ld+json scripts say of an article.
struct LinkedData {
    std::string headline;
    std::string published;
    std::string modified;
    std::string body;
    std::string publisher;
};
/// Walks arrays and @graph; broken JSON gives nothing.
void read_linked_data(std::string_view json, LinkedData& out);

} // namespace fasti::ingest
