// See html_content.hpp. One pass marks what can't be article, one makes paragraphs, one chooses; no
// site is known by name, only the words that many systems use in their classes.
#include "ingest/html_content.hpp"

#include "ingest/furniture.hpp"
#include "ingest/lines.hpp"

#include <algorithm>
#include <array>

namespace fasti::ingest {
namespace {

bool is_block(HtmlTag tag) {
    switch (tag) {
    case HtmlTag::text:
    case HtmlTag::inline_other:
    case HtmlTag::a:
    case HtmlTag::br:
    case HtmlTag::img:
    case HtmlTag::time:
        return false;
    default:
        return true;
    }
}

// Never shown, or no text.
bool is_invisible(HtmlTag tag) {
    switch (tag) {
    case HtmlTag::script:
    case HtmlTag::style:
    case HtmlTag::frame:
    case HtmlTag::input:
    case HtmlTag::button:
    case HtmlTag::head:
        return true;
    default:
        return false;
    }
}

bool is_foreign_tag(HtmlTag tag) {
    return tag == HtmlTag::nav || tag == HtmlTag::aside;
}
// Not the article's text, though its date and title may stand there.
bool is_margin_tag(HtmlTag tag) {
    return tag == HtmlTag::header || tag == HtmlTag::footer || tag == HtmlTag::figure || tag == HtmlTag::caption;
}

// Words of classes and ids that part the article from what is around it.
constexpr std::string_view foreign_words[] = {
    "comment",       "comments",        "commentlist", "disqus",       "respond",    "related",        "recommended",
    "recommend",     "outbrain",        "taboola",     "sidebar",      "widget",     "navigation",     "nav",
    "menu",          "breadcrumb",      "breadcrumbs", "cookie",       "cookies",    "consent",        "gdpr",
    "newsletter",    "signup",          "subscribe",   "subscription", "paywall",    "promo",          "promotion",
    "advert",        "advertisement",   "ad",          "ads",          "sponsor",    "sponsored",      "banner",
    "popular",       "trending",        "teaser",      "teasers",      "pagination", "pagenavigation", "pager",
    "modal",         "popup",           "overlay",     "readmore",     "masthead",   "toolbar",        "secondary",
    "complementary", "jp-relatedposts", "sharedaddy",  "infobox",      "carousel",   "ticker",         "poll"};
constexpr std::string_view margin_words[] = {
    "share",   "sharing", "social",  "byline",     "meta",      "author",     "authors",     "credit",   "credits",
    "caption", "tags",    "taglist", "disclaimer", "copyright", "footer",     "footnote",    "legal",    "print",
    "tools",   "toolbox", "hidden",  "timestamp",  "dateline",  "posted",     "hits",        "category", "categories",
    "label",   "labels",  "kicker",  "correction", "thumb",     "thumbinner", "thumbcaption"};

// Whole class tokens, without hyphens and underscores, in which the text of an article stands.
constexpr std::string_view body_classes[] = {
    "articlebody",   "articlecontent", "articletext",     "entrycontent",  "postcontent",    "postbody",
    "storybody",     "storycontent",   "storytext",       "fieldnamebody", "bodycopy",       "ghcontent",
    "newsbody",      "newstext",       "newscontent",     "contentbody",   "bodytext",       "articlecopy",
    "articledetail", "singlecontent",  "maincontentbody", "fulltext",      "blogpostcontent"};

template <std::size_t N> bool contains(const std::string_view (&words)[N], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Visits the words of class and id, split at blanks, hyphens and underscores and before capitals.
template <class Visit> bool any_class_word(const HtmlTree& tree, std::uint32_t node, Visit visit) {
    std::array<char, 32> word{};
    for (const std::string_view name : {std::string_view("class"), std::string_view("id")}) {
        const std::string_view value = tree.attribute(node, name);
        std::size_t n = 0;
        for (std::size_t i = 0; i <= value.size(); ++i) {
            const char c = i < value.size() ? value[i] : ' ';
            const bool capital = c >= 'A' && c <= 'Z' && i > 0 && value[i - 1] >= 'a' && value[i - 1] <= 'z';
            const bool part = is_ascii_letter(c) || is_digit(c);
            if ((!part || capital) && n > 0) {
                if (n < word.size() && visit(std::string_view(word.data(), n))) {
                    return true;
                }
                n = 0;
            }
            if (part) {
                if (n < word.size()) {
                    word[n] = ascii_lower(c);
                }
                ++n;
            }
        }
    }
    return false;
}

bool has_body_class(const HtmlTree& tree, std::uint32_t node) {
    for (const std::string_view name : {std::string_view("class"), std::string_view("id")}) {
        std::string token;
        const std::string_view value = tree.attribute(node, name);
        for (std::size_t i = 0; i <= value.size(); ++i) {
            const char c = i < value.size() ? value[i] : ' ';
            if (!is_space(c)) {
                if (is_ascii_letter(c)) {
                    token += ascii_lower(c);
                }
                continue;
            }
            for (const std::string_view wanted : body_classes) {
                if (const std::size_t at = token.find(wanted);
                    at != std::string::npos && at + wanted.size() == token.size()) {
                    return true;
                }
            }
            token.clear();
        }
    }
    return false;
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
    const std::string_view style = tree.attribute(node, "style");
    const auto none = style.find("display");
    return tree.has_attribute(node, "hidden") || tree.attribute(node, "aria-hidden") == "true" ||
           (none != std::string_view::npos &&
            trimmed(style.substr(std::min(none + 8, style.size()))).starts_with(":") &&
            style.find("none", none) != std::string_view::npos && style.find("none", none) < none + 12);
}

bool is_foreign_role(std::string_view role) {
    return role == "navigation" || role == "complementary" || role == "search" || role == "dialog" || role == "alert" ||
           role == "menu" || role == "banner";
}

class PageReader {
public:
    explicit PageReader(const HtmlTree& tree) : tree_(tree), count_(static_cast<std::uint32_t>(tree.nodes().size())) {}

    Content read() {
        mark();
        make_paragraphs();
        weigh();
        content_.root = choose();
        limit();
        return std::move(content_);
    }

private:
    // Marks subtrees: invisible ones, foreign ones (comments, related …) and margins (header, byline …). What holds
    // the page's headline or a body is no margin, whatever its class says.
    void mark() {
        invisible_.assign(count_, 0);
        margin_.assign(count_, 0);
        content_.foreign.assign(count_, 0);
        std::vector<char> holds_body(count_, 0); // an h1, an element for the body, or <main>, somewhere below
        for (std::uint32_t i = count_; i-- > 0;) {
            const HtmlTag tag = tree_[i].tag;
            const bool mark = tag == HtmlTag::h1 || tag == HtmlTag::main || tag == HtmlTag::body ||
                              (tag != HtmlTag::text && is_block(tag) && is_body(i));
            if (mark || holds_body[i] != 0) {
                holds_body[i] = 1;
                holds_body[tree_[i].parent] = 1;
            }
        }
        for (std::uint32_t i = 0; i < count_; ++i) {
            const HtmlNode& node = tree_[i];
            invisible_[i] = invisible_[node.parent];
            margin_[i] = margin_[node.parent];
            content_.foreign[i] = content_.foreign[node.parent];
            if (node.tag == HtmlTag::text) {
                continue;
            }
            invisible_[i] |= is_invisible(node.tag) || is_hidden(tree_, i);
            const bool frame = holds_body[i] != 0;
            if (is_foreign_tag(node.tag) || (!frame && is_foreign_role(tree_.attribute(i, "role")))) {
                content_.foreign[i] = 1;
            }
            if (is_margin_tag(node.tag) && node.end - i < count_ / 2) {
                margin_[i] = 1;
            }
            if (!frame && node.attributes_begin != node.attributes_end && node.tag != HtmlTag::a) {
                any_class_word(tree_, i, [&](std::string_view word) {
                    content_.foreign[i] |= contains(foreign_words, word);
                    invisible_[i] |= word == "editsection"; // "[edit]" within a wiki's headings
                    margin_[i] |= contains(margin_words, word);
                    return content_.foreign[i] != 0;
                });
            }
        }
    }

    [[nodiscard]] bool is_body(std::uint32_t i) const {
        return tree_.attribute(i, "itemprop").find("articleBody") != std::string_view::npos ||
               tree_.attribute(i, "property").find("articleBody") != std::string_view::npos ||
               tree_.attribute(i, "name") == "articleBody" || has_body_class(tree_, i);
    }

    // <span class="news-date">15 December 2013</span> with nothing between it and the first sentence.
    [[nodiscard]] bool is_date_label(std::uint32_t i) const {
        constexpr std::size_t longest = 40;
        if (tree_[i].tag != HtmlTag::inline_other || tree_[i].attributes_begin == tree_[i].attributes_end ||
            tree_[i].end != i + 2 || !has_class_word(tree_, i, "date")) {
            return false;
        }
        const std::string_view text = tree_[i + 1].text;
        return text.size() <= longest && std::any_of(text.begin(), text.end(), is_digit);
    }

    // The flow of text, cut where a block begins or ends and at two line breaks.
    void make_paragraphs() {
        struct Open {
            std::uint32_t end;
            bool block;
            bool link;
        };
        std::vector<Open> open;
        std::vector<HtmlTag> blocks{HtmlTag::body};
        unsigned links = 0;
        unsigned breaks = 0;
        std::size_t left_out = 0; // bytes of the paragraph
        Paragraph current;
        const auto flush = [&] {
            while (!current.text.empty() && is_space(current.text.back())) {
                current.text.pop_back();
            }
            if (!current.text.empty()) {
                // A place or a name that is set apart at the beginning of a sentence leaves the sentence news.
                current.left_out = left_out * 2 > current.text.size();
                content_.paragraphs.push_back(std::move(current));
            }
            current = {};
            left_out = 0;
            breaks = 0;
        };
        for (std::uint32_t i = 0; i < count_;) {
            while (!open.empty() && open.back().end <= i) {
                if (open.back().block) {
                    flush();
                    blocks.pop_back();
                }
                links -= open.back().link;
                open.pop_back();
            }
            const HtmlNode& node = tree_[i];
            if (invisible_[i] != 0) {
                if (node.tag == HtmlTag::frame || is_block(node.tag)) {
                    flush();
                }
                i = node.end;
                continue;
            }
            if (node.tag == HtmlTag::text) {
                const std::size_t before = current.text.size();
                add_text(node.text, current.text);
                if (current.text.size() > before) {
                    if (before == 0) {
                        current.node = i;
                        current.block = blocks.back();
                    }
                    if (margin_[i] != 0 || content_.foreign[i] != 0) {
                        left_out += current.text.size() - before;
                    }
                    current.link_bytes += links > 0 ? static_cast<std::uint32_t>(current.text.size() - before) : 0;
                    breaks = 0;
                }
            } else if (node.tag == HtmlTag::br) {
                if (++breaks >= 2) {
                    flush();
                } else if (!current.text.empty()) {
                    if (current.text.back() == ' ') {
                        current.text.pop_back();
                    }
                    current.text += '\n';
                }
            } else {
                const bool block = is_block(node.tag) || (current.text.empty() && is_date_label(i));
                if (block) {
                    flush();
                    blocks.push_back(node.tag);
                }
                links += node.tag == HtmlTag::a;
                open.push_back({node.end, block, node.tag == HtmlTag::a});
            }
            ++i;
        }
        flush();
    }

    // Blanks (no-break ones too) collapse, soft hyphens and zero-width characters vanish.
    static void add_text(std::string_view text, std::string& out) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto c = static_cast<unsigned char>(text[i]);
            bool blank = is_space(text[i]);
            if (c == 0xC2 && i + 1 < text.size() && (text[i + 1] == '\xA0' || text[i + 1] == '\xAD')) {
                blank = text[i + 1] == '\xA0';
                ++i;
                if (!blank) {
                    continue;
                }
            } else if (c == 0xE2 && (text.substr(i, 3) == "\xE2\x80\x8B" || text.substr(i, 3) == "\xE2\x80\xA8")) {
                i += 2;
                continue;
            } else if (c == 0xEF && text.substr(i, 3) == "\xEF\xBB\xBF") {
                i += 2;
                continue;
            }
            if (!blank) {
                out += text[i];
            } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
                out += ' ';
            }
        }
    }

    [[nodiscard]] static std::uint32_t prose_of(const Paragraph& paragraph) {
        const bool prose = !paragraph.left_out && paragraph.text.size() >= prose_bytes &&
                           paragraph.link_bytes * 3 < paragraph.text.size() && !classify_line(paragraph.text);
        return prose ? static_cast<std::uint32_t>(paragraph.text.size()) : 0;
    }

    // Bytes of prose below each node.
    void weigh() {
        prose_.assign(count_, 0);
        for (const Paragraph& paragraph : content_.paragraphs) {
            prose_[paragraph.node] += prose_of(paragraph);
        }
        for (std::uint32_t i = count_; i-- > 1;) {
            prose_[tree_[i].parent] += prose_[i];
        }
    }

    // The first element of those that `is` accepts that holds a fair share of what the richest holds: behind the
    // first may come the next articles of an endless page.
    template <class Is> std::uint32_t first_rich(Is is) const {
        std::uint32_t most = 0;
        for (std::uint32_t i = 0; i < count_; ++i) {
            if (usable(i) && prose_[i] > most && is(i)) {
                most = prose_[i];
            }
        }
        for (std::uint32_t i = 0; i < count_ && most > 0; ++i) {
            if (usable(i) && prose_[i] * 5 >= most * 2 && is(i)) {
                return i;
            }
        }
        return 0;
    }
    [[nodiscard]] bool usable(std::uint32_t i) const {
        return tree_[i].tag != HtmlTag::text && content_.foreign[i] == 0 && invisible_[i] == 0;
    }

    [[nodiscard]] std::uint32_t choose() const {
        const std::uint32_t page = prose_[0];
        const auto article = [&](std::uint32_t i) {
            return tree_[i].tag == HtmlTag::article ||
                   tree_.attribute(i, "itemtype").find("Article") != std::string_view::npos ||
                   tree_.attribute(i, "itemtype").find("Posting") != std::string_view::npos;
        };
        const std::uint32_t around = first_rich(article);
        std::uint32_t body = first_rich([&](std::uint32_t i) { return is_block(tree_[i].tag) && is_body(i); });
        if (body != 0) {
            body = with_siblings(body);
        }
        // A body of little prose beside an article of much is a teaser or a box.
        if (body != 0 && prose_[body] * 2 >= (around != 0 ? prose_[around] : page / 4)) {
            return body;
        }
        if (around != 0 && prose_[around] * 5 >= page) {
            return densest(around);
        }
        const std::uint32_t main = first_rich(
            [&](std::uint32_t i) { return tree_[i].tag == HtmlTag::main || tree_.attribute(i, "role") == "main"; });
        return densest(main != 0 && prose_[main] * 2 >= page ? main : 0);
    }

    // Some systems cut the body into boxes of one class: then what holds them all is the body.
    [[nodiscard]] std::uint32_t with_siblings(std::uint32_t body) const {
        const std::uint32_t parent = tree_[body].parent;
        const std::string_view name = tree_.attribute(body, "class");
        unsigned same = 0;
        for (std::uint32_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
            same += tree_[i].tag != HtmlTag::text && prose_[i] > 0 && tree_.attribute(i, "class") == name;
        }
        return same > 1 && tree_[parent].tag != HtmlTag::body ? parent : body;
    }

    // Goes down from `from` as long as one child holds nearly all of the prose.
    [[nodiscard]] std::uint32_t densest(std::uint32_t from) const {
        for (;;) {
            std::uint32_t best = 0;
            for (std::uint32_t i = from + 1; i < tree_[from].end; i = tree_[i].end) {
                if (tree_[i].tag != HtmlTag::text && (best == 0 || prose_[i] > prose_[best])) {
                    best = i;
                }
            }
            if (best == 0 || tree_[best].tag == HtmlTag::p || !is_block(tree_[best].tag) ||
                prose_[best] * 4 < prose_[from] * 3 || prose_[best] == 0) {
                return from;
            }
            from = best;
        }
    }

    void limit() {
        const std::uint32_t end = tree_[content_.root].end;
        auto& paragraphs = content_.paragraphs;
        const auto begins = [](const Paragraph& p, std::uint32_t node) { return p.node < node; };
        content_.first = static_cast<std::size_t>(
            std::lower_bound(paragraphs.begin(), paragraphs.end(), content_.root, begins) - paragraphs.begin());
        content_.last = static_cast<std::size_t>(std::lower_bound(paragraphs.begin(), paragraphs.end(), end, begins) -
                                                 paragraphs.begin());
    }

    const HtmlTree& tree_;
    std::uint32_t count_;
    Content content_;
    std::vector<char> invisible_;
    std::vector<char> margin_;
    std::vector<std::uint32_t> prose_;
};

} // namespace

Content find_content(const HtmlTree& tree) {
    return PageReader(tree).read();
}

std::string flat_text(const HtmlTree& tree, std::uint32_t node) {
    std::string out;
    for (std::uint32_t i = node; i < tree[node].end; ++i) {
        if (is_invisible(tree[i].tag) && i != node) {
            i = tree[i].end - 1;
            continue;
        }
        for (const char c : tree[i].text) {
            if (!is_space(c)) {
                out += c;
            } else if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        }
    }
    return std::string(trimmed(out));
}

bool has_class_word(const HtmlTree& tree, std::uint32_t node, std::string_view wanted) {
    return any_class_word(tree, node, [&](std::string_view word) { return word == wanted; });
}

} // namespace fasti::ingest
