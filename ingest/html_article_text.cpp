// The text of an article from the paragraphs of its page: without headline, place and date above it, and without
// what stands behind it. See html_content.hpp.
#include "core/utf8.hpp"
#include "ingest/furniture.hpp"
#include "ingest/html_content.hpp"
#include "ingest/lines.hpp"

#include <algorithm>

namespace fasti::ingest {
namespace {

bool ends_like_a_sentence(std::string_view text) {
    for (const std::string_view end : {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE2\x80\xA6", ":", "\xC2\xBB"}) {
        if (text.ends_with(end)) {
            return true;
        }
    }
    return false;
}

// "Sources", "See also": what a wiki or a long read lists behind the article.
bool heads_references(const Paragraph& p) {
    constexpr std::string_view names[] = {"sources",  "references",      "external links",
                                          "see also", "further reading", "bibliography"};
    const bool heading = p.block == HtmlTag::h2_to_h6 || p.block == HtmlTag::h1;
    return heading && std::any_of(std::begin(names), std::end(names),
                                  [&](std::string_view name) { return equals_ignoring_case(trimmed(p.text), name); });
}

// A paragraph in which headline, place and date stand above the first sentence, a line each: from that sentence on.
std::string_view without_heading_lines(std::string_view text, std::string_view plain_title) {
    while (true) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) {
            return text;
        }
        const std::string_view line = text.substr(0, end);
        if (utf8::fold(line) != plain_title && (line.size() >= prose_bytes || ends_like_a_sentence(line))) {
            return text;
        }
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string article_text(const Content& content, std::string_view title) {
    constexpr std::size_t short_line = 200;
    const std::string plain_title = utf8::fold(title);
    std::vector<std::string_view> kept;
    std::size_t behind_prose = 0; // the number kept up to and with the last prose or list item
    bool opened = false;          // prose has begun: what stands before it may be place, date and name
    for (std::size_t i = content.first; i < content.last; ++i) {
        const Paragraph& p = content.paragraphs[i];
        if (p.left_out || (p.text.size() <= short_line && p.link_bytes * 5 > p.text.size() * 3)) {
            continue;
        }
        if (p.text.size() < title.size() + 20 && utf8::fold(p.text) == plain_title) {
            continue;
        }
        if (kept.size() >= 3 && heads_references(p)) {
            break;
        }
        const auto kind = classify_line(p.text);
        if (kind == FurnitureKind::comments && kept.size() >= 3 &&
            (i - content.first) * 2 >= content.last - content.first) {
            break; // what readers say
        }
        if (kind && *kind != FurnitureKind::duplicate) {
            continue;
        }
        const bool heading = p.block == HtmlTag::h2_to_h6 || p.block == HtmlTag::h1;
        const std::string_view shown = opened ? p.text : without_heading_lines(p.text, plain_title);
        const bool sentence = shown.size() >= prose_bytes || ends_like_a_sentence(shown);
        if (p.block == HtmlTag::h1 || (!opened && !heading && !sentence)) {
            continue;
        }
        opened = opened || sentence;
        kept.push_back(shown);
        if (sentence || p.block == HtmlTag::li || p.block == HtmlTag::td) {
            behind_prose = kept.size();
        }
    }
    kept.resize(behind_prose); // headings and scraps behind the last sentence lead nowhere
    std::string text;
    for (const std::string_view paragraph : kept) {
        text.append(text.empty() ? "" : "\n\n").append(paragraph);
    }
    return text;
}

std::string text_of_markup(const std::string& markup, unsigned nesting) {
    const bool plain = markup.find("</") == std::string::npos && markup.find("<br") == std::string::npos &&
                       markup.find('&') == std::string::npos;
    if (plain) {
        return markup;
    }
    const auto tree = HtmlTree::parse(markup, nesting);
    if (!tree) {
        return {};
    }
    std::string text;
    for (const Paragraph& p : find_content(*tree).paragraphs) {
        text.append(text.empty() ? "" : "\n\n").append(p.text);
    }
    return text;
}

} // namespace fasti::ingest
