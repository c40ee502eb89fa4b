// See html_metadata.hpp.
#include "ingest/html_metadata.hpp"

#include "core/utf8.hpp"
#include "ingest/dates.hpp"
#include "ingest/lines.hpp"

#include <array>

namespace fasti::ingest {
namespace {

// Meta names that give the publication date, the surest first.
constexpr std::string_view date_names[] = {"article:published_time",
                                           "og:published_time",
                                           "datepublished",
                                           "date_published",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "publication_date",
                                           "article:published",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "dc.date",
                                           "dc.date.issued",
                                           "dc.date.created",
                                           "dcterms.issued",
                                           "dcterms.date",
                                           "dcterms.created",
                                           "dcterms.available",
                                           "citation_publication_date",
                                           "citation_date",
                                           "article.published",
                                           "article_date_original",
                                           "originalpublicationdate",
                                           "cxenseparse:recs:publishtime",
                                           "rnews:datepublished",
                                           "date"};
constexpr std::string_view modified_names[] = {"article:modified_time", "og:updated_time", "datemodified",
                                               "dcterms.modified", "last-modified"};

struct MetaFacts {
    std::array<std::string_view, std::size(date_names)> dates;
    std::array<std::string_view, std::size(modified_names)> modified;
    std::string_view title;
    std::string_view site;
    std::string_view url;
};

// A day that an article can have: no zero dates of empty databases, no epoch.
std::optional<ParsedDate> article_date(std::string_view text) {
    auto date = parse_any_date(text);
    if (!date) {
        date = find_date(text.substr(0, 200));
    }
    if (!date || date->granularity > Granularity::day || year_of(date->moment) < 1700 ||
        iso_date(date->moment) == "1970-01-01") {
        return std::nullopt;
    }
    return date;
}

MetaFacts read_meta(const HtmlTree& tree) {
    MetaFacts facts;
    const auto first = [](std::string_view& into, std::string_view value) {
        if (into.empty()) {
            into = trimmed(value);
        }
    };
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree[i].tag == HtmlTag::link && equals_ignoring_case(tree.attribute(i, "rel"), "canonical")) {
            first(facts.url, tree.attribute(i, "href"));
        }
        if (tree[i].tag != HtmlTag::meta) {
            continue;
        }
        const std::string_view content = tree.attribute(i, "content");
        for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
            const std::string name = ascii_lowered(trimmed(tree.attribute(i, key)));
            if (name.empty()) {
                continue;
            }
            for (std::size_t k = 0; k < std::size(date_names); ++k) {
                if (name == date_names[k]) {
                    first(facts.dates[k], content);
                }
            }
            for (std::size_t k = 0; k < std::size(modified_names); ++k) {
                if (name == modified_names[k]) {
                    first(facts.modified[k], content);
                }
            }
            if (name == "og:title") {
                first(facts.title, content);
            } else if (name == "og:site_name") {
                first(facts.site, content);
            } else if (name == "og:url") {
                first(facts.url, content);
            }
        }
    }
    return facts;
}

// How surely an element's date is the article's: by itemprop, by class, by being a <time>.
int time_rank(const HtmlTree& tree, std::uint32_t node) {
    if (tree.attribute(node, "itemprop").find("datePublished") != std::string_view::npos) {
        return 4;
    }
    if (tree[node].tag != HtmlTag::time &&
        !(has_class_word(tree, node, "published") && tree.has_attribute(node, "title"))) {
        return 0;
    }
    const bool modified = tree.attribute(node, "itemprop").find("dateModified") != std::string_view::npos ||
                          has_class_word(tree, node, "updated") || has_class_word(tree, node, "modified");
    const bool published = has_class_word(tree, node, "published") || tree.has_attribute(node, "pubdate") ||
                           (has_class_word(tree, node, "entry") && has_class_word(tree, node, "date"));
    return published ? 3 : modified ? 1 : 2;
}

// The <time> of the article: the surest, of those the one nearest to the text's beginning. Comments and other articles
// have theirs, too.
struct TimeElement {
    std::optional<ParsedDate> date;
    bool says_published = false; // itemprop="datePublished"
};
TimeElement time_element(const HtmlTree& tree, const Content& content) {
    const std::uint32_t root = content.root;
    std::uint32_t article = root; // the text's own article element
    while (article != 0 && tree[article].tag != HtmlTag::article) {
        article = tree[article].parent;
    }
    std::optional<ParsedDate> best;
    int best_rank = 0;
    constexpr int surest = 4;
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree[i].tag == HtmlTag::text || tree[i].tag == HtmlTag::meta || content.foreign[i] != 0) {
            continue;
        }
        int rank = time_rank(tree, i);
        if (rank == 0) {
            continue;
        }
        std::uint32_t owner = i;
        while (owner != 0 && tree[owner].tag != HtmlTag::article) {
            owner = tree[owner].parent;
        }
        if (owner != article && owner != 0) {
            continue; // another article's
        }
        std::string value;
        for (const std::string_view name : {"datetime", "content", "title"}) {
            if (value.empty()) {
                value = tree.attribute(i, name);
            }
        }
        auto date = article_date(value.empty() ? flat_text(tree, i) : value);
        rank = rank * 2 + (i < tree[root].end);
        if (date && rank > best_rank) {
            best = date;
            best_rank = rank;
        }
    }
    return {best, best_rank / 2 == surest};
}

// "Posted: October 20, 2021": a short line with a date just before the text, or just behind it.
std::optional<ParsedDate> date_in_words(const Content& content) {
    constexpr std::size_t longest = 150;
    constexpr std::size_t before = 15;
    constexpr std::size_t behind = 4;
    const auto date_of = [&](const Paragraph& p) {
        // Boxes beside the text have dates of other articles.
        return p.text.size() <= longest && content.foreign[p.node] == 0 ? article_date(p.text) : std::nullopt;
    };
    const auto& all = content.paragraphs;
    // "Last updated: …", or a label that says so before it.
    const auto tells_update = [&](std::size_t i) {
        const auto says = [](std::string_view text) {
            const std::string low = ascii_lowered(text);
            const auto has = [&](std::string_view word) { return low.find(word) != std::string::npos; };
            return (has("updated") || has("modified") || has("edited")) && !has("publi") && !has("posted");
        };
        return says(all[i].text) || (i > 0 && all[i - 1].text.size() <= 30 && says(all[i - 1].text));
    };
    std::optional<ParsedDate> updated; // for a page that says nothing else
    std::size_t prose = content.first;
    while (prose < content.last && (all[prose].left_out || all[prose].text.size() < longest)) {
        ++prose;
    }
    for (std::size_t i = prose; i > 0 && prose - i < before; --i) {
        if (auto date = date_of(all[i - 1])) {
            if (!tells_update(i - 1)) {
                return date;
            }
            updated = updated ? updated : date;
        }
    }
    for (std::size_t i = content.last; i < all.size() && i < content.last + behind; ++i) {
        if (auto date = date_of(all[i])) {
            if (!tells_update(i)) {
                return date;
            }
            updated = updated ? updated : date;
        }
    }
    return updated;
}

// "Headline - Site" without the site. Only the last part goes, and only when a headline remains.
std::string without_site(std::string_view title, std::string_view site) {
    for (const std::string_view mark :
         {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " \xE2\x80\xA2 "}) {
        const std::size_t at = title.rfind(mark);
        if (at == std::string_view::npos) {
            continue;
        }
        const std::string_view head = trimmed(title.substr(0, at));
        const std::string_view tail = trimmed(title.substr(at + mark.size()));
        const auto words = std::count(head.begin(), head.end(), ' ');
        if ((!site.empty() && utf8::fold(tail) == utf8::fold(site)) || (words >= 2 && tail.size() < head.size())) {
            return std::string(head);
        }
    }
    return std::string(title);
}

// The heading that the page's own title repeats; the surest of all, since a person sees it.
std::string heading_title(const HtmlTree& tree, const Content& content, std::string_view page_title,
                          std::string_view og_title) {
    const std::string page = utf8::fold(page_title);
    const std::string og = utf8::fold(og_title);
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        const bool heading = tree[i].tag == HtmlTag::h1 || tree[i].tag == HtmlTag::h2_to_h6 ||
                             tree.attribute(i, "itemprop").find("headline") != std::string_view::npos;
        if (!heading || tree[i].tag == HtmlTag::meta || content.foreign[i] != 0) {
            continue;
        }
        const std::string text = flat_text(tree, i);
        const std::string folded = utf8::fold(text);
        // The name of the site stands in its title, too, but at the end; a headline there is most of it.
        const bool behind_site = page.ends_with(folded) && folded.size() * 2 > page.size() &&
                                 std::count(folded.begin(), folded.end(), ' ') >= 2;
        if (folded.size() >= 8 && (page.starts_with(folded) || og.starts_with(folded) || behind_site)) {
            return text;
        }
    }
    return {};
}

// The part of "Site - Headline" that stands by itself above the text.
std::string shown_part(std::string_view page_title, const Content& content) {
    const std::string page = utf8::fold(page_title);
    for (std::size_t i = 0; i < std::min(content.first + 3, content.paragraphs.size()); ++i) {
        const std::string_view line = content.paragraphs[i].text;
        const std::string folded = utf8::fold(line);
        if (folded.size() >= 8 && folded.size() * 2 > page.size() && folded.size() < page.size() &&
            std::count(line.begin(), line.end(), ' ') >= 2 && (page.ends_with(folded) || page.starts_with(folded))) {
            return std::string(line);
        }
    }
    return {};
}

std::string find_title(const HtmlTree& tree, const Content& content, const MetaFacts& meta, const LinkedData& linked) {
    std::string page_title;
    std::string first_h1;
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree[i].tag == HtmlTag::title && page_title.empty()) {
            page_title = flat_text(tree, i);
        } else if (tree[i].tag == HtmlTag::h1 && first_h1.empty() && content.foreign[i] == 0) {
            first_h1 = flat_text(tree, i);
        }
    }
    if (auto heading = heading_title(tree, content, page_title, meta.title); !heading.empty()) {
        return heading;
    }
    if (!linked.headline.empty()) {
        return linked.headline;
    }
    if (!meta.title.empty()) {
        return without_site(meta.title, meta.site);
    }
    if (std::string part = shown_part(page_title, content); !part.empty()) {
        return part;
    }
    const std::string short_title = without_site(page_title, meta.site);
    return short_title.size() >= 8 || first_h1.empty() ? short_title : first_h1;
}

} // namespace

PageFacts find_facts(const HtmlTree& tree, const Content& content, std::string_view address) {
    const MetaFacts meta = read_meta(tree);
    LinkedData linked;
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree[i].tag == HtmlTag::script && starts_ignoring_case(tree.attribute(i, "type"), "application/ld+json") &&
            tree[i].end > i + 1) {
            read_linked_data(tree[i + 1].text, linked);
        }
    }
    PageFacts facts;
    facts.title = find_title(tree, content, meta, linked);
    facts.url = address.empty() ? meta.url : address;
    facts.site = meta.site.empty() ? linked.publisher : std::string(meta.site);
    facts.body = std::move(linked.body);

    const auto date = [&](const std::optional<ParsedDate>& found, PublishedFrom from) {
        if (!facts.published && found) {
            facts.published = found;
            facts.published_from = from;
        }
    };
    date(article_date(linked.published), PublishedFrom::json_ld);
    // A meta element that is called just "date", the last of them, may be the page's last change: what the
    // article's own markup calls its publication goes before it.
    for (std::size_t i = 0; i + 1 < meta.dates.size(); ++i) {
        date(facts.published ? std::nullopt : article_date(meta.dates[i]), PublishedFrom::meta);
    }
    if (!facts.published) {
        const TimeElement time = time_element(tree, content);
        if (!time.says_published) {
            date(article_date(meta.dates.back()), PublishedFrom::meta);
        }
        date(time.date, PublishedFrom::time_element);
        date(date_in_url(facts.url), PublishedFrom::url);
        date(date_in_url(meta.url), PublishedFrom::url);
        if (content.first < content.last) {
            date(date_in_dateline(content.paragraphs[content.first].text), PublishedFrom::dateline);
        }
        date(date_in_words(content), PublishedFrom::dateline);
    }
    facts.modified = article_date(linked.modified);
    for (const std::string_view value : meta.modified) {
        if (!facts.modified) {
            facts.modified = article_date(value);
        }
    }
    return facts;
}

} // namespace fasti::ingest
