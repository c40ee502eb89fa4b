// Which part of a page is the article: the page as paragraphs, each knowing where it stands; then
// the element that holds the article, by semantics first and by density of prose where there are none.
#pragma once

#include "ingest/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fasti::ingest {

inline constexpr std::size_t prose_bytes = 60; ///< a paragraph of at least this length may be prose

/// A run of text between block boundaries, blanks collapsed.
struct Paragraph {
    std::string text;
    std::uint32_t node = 0;       ///< its first text node
    std::uint32_t link_bytes = 0; ///< of the text that are links
    HtmlTag block = HtmlTag::p;   ///< the innermost block around it
    bool left_out = false;        ///< stands in navigation, comments, a footer …
};

struct Content {
    std::vector<Paragraph> paragraphs; ///< of the whole page, in order
    std::uint32_t root = 0;            ///< the element that holds the article
    std::size_t first = 0;             ///< paragraphs [first, last) are the article's
    std::size_t last = 0;
    std::vector<char> foreign; ///< a node: within comments, related articles, sidebars, navigation
};

[[nodiscard]] Content find_content(const HtmlTree& tree);

/// The article's paragraphs, parted by blank lines; without its title, furniture and lines of links.
[[nodiscard]] std::string article_text(const Content& content, std::string_view title);

/// A piece of markup (a feed's content, an articleBody) as paragraphs; plain text comes back unchanged. Empty when it
/// is nested too deeply.
[[nodiscard]] std::string text_of_markup(const std::string& markup, unsigned nesting);

/// All text of a subtree on one line.
[[nodiscard]] std::string flat_text(const HtmlTree& tree, std::uint32_t node);

/// True when `wanted` is one of the words of a class or id: "post-meta author" has "meta".
[[nodiscard]] bool has_class_word(const HtmlTree& tree, std::uint32_t node, std::string_view wanted);

} // namespace fasti::ingest
