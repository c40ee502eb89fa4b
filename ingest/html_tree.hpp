// A parsed page as a flat list of nodes in document order: a subtree is a range of indices, a walk is a loop. Home of
// gumbo, which parses as browsers do; nobody else sees it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace fasti::ingest {

/// The elements that the page reader tells apart; `inline_other` is everything that flows with the text.
enum class HtmlTag : std::uint8_t {
    text,
    inline_other,
    block_other, ///< div, section, dl, …
    a,
    article,
    aside,
    blockquote,
    body,
    br,
    button,
    caption,
    figure,
    footer,
    form,
    frame, ///< iframe, object, embed, video, audio, svg, canvas, map
    h1,
    h2_to_h6,
    head,
    header,
    html,
    img,
    input, ///< input, select, textarea, option
    li,
    link,
    main,
    meta,
    nav,
    p,
    script,
    style, ///< style, template, noscript
    td,
    time,
    title,
    tr,
};

struct HtmlAttribute {
    std::string_view name; ///< lower case
    std::string_view value;
};

struct HtmlNode {
    HtmlTag tag = HtmlTag::text;
    std::uint32_t parent = 0; ///< the root's is itself
    std::uint32_t end = 0;    ///< behind the last node of its subtree
    std::string_view text;    ///< of a text node, entities decoded
    std::uint32_t attributes_begin = 0;
    std::uint32_t attributes_end = 0;
};

class HtmlTree {
public:
    /// Parses a page in UTF-8. Nothing when it is nested beyond `nesting`, or would need far more
    /// memory or time than a page of its size does.
    [[nodiscard]] static std::optional<HtmlTree> parse(std::string_view page, unsigned nesting);

    [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
    [[nodiscard]] const HtmlNode& operator[](std::uint32_t i) const { return nodes_[i]; }
    /// The attribute's value; empty when it is absent.
    [[nodiscard]] std::string_view attribute(std::uint32_t node, std::string_view name) const;
    [[nodiscard]] bool has_attribute(std::uint32_t node, std::string_view name) const;

private:
    friend class HtmlTreeBuilder;
    class Memory;
    struct FreeMemory {
        void operator()(Memory* memory) const;
    };

    std::unique_ptr<Memory, FreeMemory> memory_; // all that gumbo made; the views point into it
    std::vector<HtmlNode> nodes_;
    std::vector<HtmlAttribute> attributes_;
};

} // namespace fasti::ingest
