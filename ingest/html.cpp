// Web pages: decoded, parsed, reduced to the article.
#include "ingest/encoding.hpp"
#include "ingest/html_metadata.hpp"
#include "ingest/lines.hpp"
#include "ingest/run.hpp"

namespace fasti::ingest {
namespace {

std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    url.remove_prefix(scheme + 3);
    return std::string(url.substr(0, url.find_first_of("/?#:")));
}

} // namespace

void read_html(ByteSource& bytes, const Input& input, Run& run) {
    const Place file{input.path, 1, 0};
    const auto raw = read_whole(bytes, input, run, "page");
    if (!raw) {
        return;
    }
    const std::string encoding = detect_encoding(*raw, input.charset);
    const auto page = run.checked_text(encoding == "UTF-8" ? *raw : decoded(*raw, encoding), file);
    if (!page) {
        return;
    }
    const auto tree = HtmlTree::parse(*page, run.limits().nesting);
    if (!tree) {
        run.skip(file, "too-complex", "the page is nested too deeply or too large to be read");
        return;
    }
    const Content content = find_content(*tree);
    PageFacts facts = find_facts(*tree, content, input.url);
    Article article;
    article.text = article_text(content, facts.title);
    // Behind a paywall the page shows the beginning only and keeps the whole in its data.
    if (facts.body.size() * 2 > article.text.size() * 3) {
        if (std::string body = text_of_markup(facts.body, run.limits().nesting); body.size() > article.text.size()) {
            article.text = std::move(body);
        }
    }
    if (trimmed(article.text).empty()) {
        run.skip(file, "no-text", "no article was found in this page");
        return;
    }
    article.title = std::move(facts.title);
    article.url = std::move(facts.url);
    article.source = facts.site.empty() ? host_of(article.url) : std::move(facts.site);
    article.published = facts.published;
    article.published_from = facts.published_from;
    article.modified = facts.modified;
    run.deliver(std::move(article), input, file, "html", Run::Holds::one);
}

} // namespace fasti::ingest
