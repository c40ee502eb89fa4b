// See html_tree.hpp. Gumbo frees its trees recursively and knows no limit, so hostile nesting would
// overflow the stack or take all memory: it gets memory from an arena that is dropped as a whole, and that jumps out
// of the parser when a page takes too much of it, or of time.
#include "ingest/html_tree.hpp"

#include "core/work_clock.hpp"
#include "ingest/lines.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>

namespace fasti::ingest {

class HtmlTree::Memory {
public:
    Memory(std::size_t limit, double seconds) : limit_(limit), clock_(seconds) {}

    void* take(std::size_t size) {
        if (++calls_ % calls_between_looks == 0 && clock_.over()) {
            std::longjmp(too_much_, 1); // only frames of gumbo's C lie between
        }
        size = (size + 15) / 16 * 16;
        if (size > left_) {
            const std::size_t block = std::max(size, block_size);
            if (taken_ + block > limit_) {
                std::longjmp(too_much_, 1);
            }
            blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
            taken_ += block;
            next_ = blocks_.back().get();
            left_ = block;
        }
        void* out = next_;
        next_ += size;
        left_ -= size;
        return out;
    }

    /// The root of the parsed page, or nullptr when it takes too much.
    const void* parse(std::string_view page) {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = [](void* memory, std::size_t size) { return static_cast<Memory*>(memory)->take(size); };
        options.deallocator = [](void*, void*) {};
        options.userdata = this;
        options.max_errors = 0;
        if (setjmp(too_much_) != 0) {
            return nullptr;
        }
        return gumbo_parse_with_options(&options, page.data(), page.size())->root;
    }

private:
    std::jmp_buf too_much_;
    static constexpr std::size_t block_size = 512 * 1024;
    static constexpr unsigned calls_between_looks = 256;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t limit_;
    WorkClock clock_;
    unsigned calls_ = 0;
    std::size_t taken_ = 0;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

void HtmlTree::FreeMemory::operator()(Memory* memory) const {
    delete memory;
}

namespace {

struct TagName {
    GumboTag gumbo;
    HtmlTag tag;
};

constexpr TagName tag_names[] = {
    {GUMBO_TAG_A, HtmlTag::a},
    {GUMBO_TAG_ARTICLE, HtmlTag::article},
    {GUMBO_TAG_ASIDE, HtmlTag::aside},
    {GUMBO_TAG_BLOCKQUOTE, HtmlTag::blockquote},
    {GUMBO_TAG_BODY, HtmlTag::body},
    {GUMBO_TAG_BR, HtmlTag::br},
    {GUMBO_TAG_BUTTON, HtmlTag::button},
    {GUMBO_TAG_CAPTION, HtmlTag::caption},
    {GUMBO_TAG_FIGURE, HtmlTag::figure},
    {GUMBO_TAG_FIGCAPTION, HtmlTag::caption},
    {GUMBO_TAG_FOOTER, HtmlTag::footer},
    {GUMBO_TAG_FORM, HtmlTag::form},
    {GUMBO_TAG_IFRAME, HtmlTag::frame},
    {GUMBO_TAG_OBJECT, HtmlTag::frame},
    {GUMBO_TAG_EMBED, HtmlTag::frame},
    {GUMBO_TAG_VIDEO, HtmlTag::frame},
    {GUMBO_TAG_AUDIO, HtmlTag::frame},
    {GUMBO_TAG_SVG, HtmlTag::frame},
    {GUMBO_TAG_MATH, HtmlTag::frame},
    {GUMBO_TAG_CANVAS, HtmlTag::frame},
    {GUMBO_TAG_MAP, HtmlTag::frame},
    {GUMBO_TAG_H1, HtmlTag::h1},
    {GUMBO_TAG_H2, HtmlTag::h2_to_h6},
    {GUMBO_TAG_H3, HtmlTag::h2_to_h6},
    {GUMBO_TAG_H4, HtmlTag::h2_to_h6},
    {GUMBO_TAG_H5, HtmlTag::h2_to_h6},
    {GUMBO_TAG_H6, HtmlTag::h2_to_h6},
    {GUMBO_TAG_HEAD, HtmlTag::head},
    {GUMBO_TAG_HEADER, HtmlTag::header},
    {GUMBO_TAG_HTML, HtmlTag::html},
    {GUMBO_TAG_IMG, HtmlTag::img},
    {GUMBO_TAG_INPUT, HtmlTag::input},
    {GUMBO_TAG_SELECT, HtmlTag::input},
    {GUMBO_TAG_TEXTAREA, HtmlTag::input},
    {GUMBO_TAG_OPTION, HtmlTag::input},
    {GUMBO_TAG_LI, HtmlTag::li},
    {GUMBO_TAG_DD, HtmlTag::li},
    {GUMBO_TAG_DT, HtmlTag::li},
    {GUMBO_TAG_LINK, HtmlTag::link},
    {GUMBO_TAG_MAIN, HtmlTag::main},
    {GUMBO_TAG_META, HtmlTag::meta},
    {GUMBO_TAG_NAV, HtmlTag::nav},
    {GUMBO_TAG_MENU, HtmlTag::nav},
    {GUMBO_TAG_P, HtmlTag::p},
    {GUMBO_TAG_SCRIPT, HtmlTag::script},
    {GUMBO_TAG_STYLE, HtmlTag::style},
    {GUMBO_TAG_TEMPLATE, HtmlTag::style},
    {GUMBO_TAG_NOSCRIPT, HtmlTag::style},
    {GUMBO_TAG_TD, HtmlTag::td},
    {GUMBO_TAG_TH, HtmlTag::td},
    {GUMBO_TAG_TIME, HtmlTag::time},
    {GUMBO_TAG_TITLE, HtmlTag::title},
    {GUMBO_TAG_TR, HtmlTag::tr},
    {GUMBO_TAG_DIV, HtmlTag::block_other},
    {GUMBO_TAG_SECTION, HtmlTag::block_other},
    {GUMBO_TAG_UL, HtmlTag::block_other},
    {GUMBO_TAG_OL, HtmlTag::block_other},
    {GUMBO_TAG_DL, HtmlTag::block_other},
    {GUMBO_TAG_TABLE, HtmlTag::block_other},
    {GUMBO_TAG_TBODY, HtmlTag::block_other},
    {GUMBO_TAG_THEAD, HtmlTag::block_other},
    {GUMBO_TAG_TFOOT, HtmlTag::block_other},
    {GUMBO_TAG_CENTER, HtmlTag::block_other},
    {GUMBO_TAG_PRE, HtmlTag::block_other},
    {GUMBO_TAG_ADDRESS, HtmlTag::block_other},
    {GUMBO_TAG_DETAILS, HtmlTag::block_other},
    {GUMBO_TAG_SUMMARY, HtmlTag::block_other},
    {GUMBO_TAG_FIELDSET, HtmlTag::block_other},
    {GUMBO_TAG_HR, HtmlTag::block_other},
    {GUMBO_TAG_HGROUP, HtmlTag::block_other},
};

HtmlTag tag_of(const GumboElement& element) {
    static const auto table = [] {
        std::array<HtmlTag, GUMBO_TAG_LAST + 1> tags;
        tags.fill(HtmlTag::inline_other);
        for (const TagName& name : tag_names) {
            tags[name.gumbo] = name.tag;
        }
        return tags;
    }();
    if (element.tag == GUMBO_TAG_UNKNOWN && element.original_tag.length > 5) {
        // Elements of a maker's own are blocks: <amp-sidebar>, <app-story>.
        const std::string_view original(element.original_tag.data, element.original_tag.length);
        return original.substr(0, original.find_first_of(" >/")).find('-') != std::string_view::npos
                   ? HtmlTag::block_other
                   : HtmlTag::inline_other;
    }
    return table[element.tag];
}

// Elements that are still open at most, where those whose end tag may be left out do not count. An upper bound of
// what makes gumbo slow: its searches go through the stack of open elements at every tag.
unsigned open_elements(std::string_view page) {
    static constexpr std::string_view uncounted[] = {"p",     "li",    "td",     "tr",    "th",      "dt",    "dd",
                                                     "br",    "hr",    "img",    "input", "meta",    "link",  "col",
                                                     "base",  "area",  "option", "wbr",   "tbody",   "thead", "tfoot",
                                                     "embed", "param", "source", "track", "colgroup"};
    long depth = 0;
    long most = 0;
    for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
        const bool closes = at + 1 < page.size() && page[at + 1] == '/';
        const std::size_t begin = at + 1 + (closes ? 1 : 0);
        std::size_t end = begin;
        while (end < page.size() && end - begin < 12 && (is_ascii_letter(page[end]) || is_digit(page[end]))) {
            ++end;
        }
        const std::string_view name = page.substr(begin, end - begin);
        if (name.empty() || std::any_of(std::begin(uncounted), std::end(uncounted),
                                        [&](std::string_view u) { return equals_ignoring_case(u, name); })) {
            continue;
        }
        depth = closes ? std::max(depth - 1, 0L) : depth + 1;
        most = std::max(most, depth);
    }
    return static_cast<unsigned>(most);
}

} // namespace

// Flattens gumbo's tree with a stack of its own.
class HtmlTreeBuilder {
public:
    explicit HtmlTreeBuilder(HtmlTree& tree) : tree_(tree) {}

    void build(const GumboNode* root) {
        struct Open {
            const GumboElement* element;
            unsigned next_child;
            std::uint32_t index;
        };
        std::vector<Open> open;
        open.push_back({&root->v.element, 0, add_element(root->v.element, 0)});
        while (!open.empty()) {
            Open& top = open.back();
            if (top.next_child == top.element->children.length) {
                tree_.nodes_[top.index].end = static_cast<std::uint32_t>(tree_.nodes_.size());
                open.pop_back();
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(top.element->children.data[top.next_child++]);
            switch (child->type) {
            case GUMBO_NODE_ELEMENT:
            case GUMBO_NODE_TEMPLATE:
                open.push_back({&child->v.element, 0, add_element(child->v.element, top.index)});
                break;
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA:
                add_text(child->v.text.text, top.index);
                break;
            default:
                break;
            }
        }
    }

private:
    std::uint32_t add_element(const GumboElement& element, std::uint32_t parent) {
        HtmlNode node;
        node.tag = tag_of(element);
        node.parent = parent;
        node.attributes_begin = static_cast<std::uint32_t>(tree_.attributes_.size());
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            tree_.attributes_.push_back({attribute->name, attribute->value});
        }
        node.attributes_end = static_cast<std::uint32_t>(tree_.attributes_.size());
        tree_.nodes_.push_back(node);
        return static_cast<std::uint32_t>(tree_.nodes_.size() - 1);
    }
    void add_text(const char* text, std::uint32_t parent) {
        HtmlNode node;
        node.parent = parent;
        node.text = text;
        node.end = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
        tree_.nodes_.push_back(node);
    }

    HtmlTree& tree_;
};

std::optional<HtmlTree> HtmlTree::parse(std::string_view page, unsigned nesting) {
    if (open_elements(page) > nesting) {
        return std::nullopt;
    }
    HtmlTree tree;
    // A page of links and short words takes some thirty times its size; reopened formatting elements could take any.
    // gumbo compares each attribute of an element with all before it: a hundred times what a page of this size takes.
    const double seconds = 2 + static_cast<double>(page.size()) * 4e-6;
    tree.memory_.reset(new Memory(page.size() * 80 + (16u << 20), seconds));
    const auto* root = static_cast<const GumboNode*>(tree.memory_->parse(page));
    if (root == nullptr) {
        return std::nullopt;
    }
    HtmlTreeBuilder(tree).build(root);
    return tree;
}

std::string_view HtmlTree::attribute(std::uint32_t node, std::string_view name) const {
    for (std::uint32_t i = nodes_[node].attributes_begin; i < nodes_[node].attributes_end; ++i) {
        if (attributes_[i].name == name) {
            return attributes_[i].value;
        }
    }
    return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, std::string_view name) const {
    for (std::uint32_t i = nodes_[node].attributes_begin; i < nodes_[node].attributes_end; ++i) {
        if (attributes_[i].name == name) {
            return true;
        }
    }
    return false;
}

} // namespace fasti::ingest
