// Patterns of rule files: parsed and written out into plain sequences of items.
//
//   pattern     = [ '[' side ']' ] item… [ '[' side ']' ]
//   item        = word | '(' item… '|' item… ')' | '<' [name ':'] kind '>' | '~'     each with '?' when it may be left
//   out kind        = class or type names parted by '|', or bounds for digits: 1..31, 01..12 (exactly two), 1000..2999
//   side        = ['!'] words parted by '|', NUMBER, CAPITAL, EDGE
#include "temporal/rule_set.hpp"

#include "core/utf8.hpp"

#include <algorithm>

namespace fasti::temporal {
namespace {

constexpr std::size_t most_sequences = 20'000;

using Items = std::vector<std::pair<Item, std::int8_t>>;

class Parser {
public:
    Parser(const Line& line, const std::string& file, PatternContext context)
        : rest_(line.text), line_(line.number), file_(file), context_(context) {}

    Result<PatternForms> run() {
        PatternForms out;
        skip_blanks();
        if (peek() == '[') {
            out.before = side();
        }
        std::vector<Items> forms = sequence();
        skip_blanks();
        if (!failed_ && peek() == '[') {
            out.after = side();
            skip_blanks();
        }
        if (!failed_ && !rest_.empty()) {
            fail("wanted the end of the pattern, found '" + std::string(rest_) + "'");
        }
        for (const Items& form : forms) {
            if (failed_) {
                break;
            }
            if (form.empty()) {
                fail("wanted a pattern that needs at least one word");
            } else if (form.size() > longest_pattern) {
                fail("wanted at most 12 items in a pattern, found " + std::to_string(form.size()));
            }
            Sequence s;
            for (const auto& [item, slot] : form) {
                s.items.push_back(item);
                s.slots.push_back(slot);
            }
            out.sequences.push_back(std::move(s));
        }
        if (failed_) {
            return rule_error(file_, line_, message_);
        }
        return out;
    }

private:
    void fail(std::string message) {
        if (!failed_) {
            failed_ = true;
            message_ = std::move(message);
        }
    }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    void skip_blanks() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
            rest_.remove_prefix(1);
        }
    }
    bool take(char c) {
        if (peek() != c) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    // All ways to read a run of items, up to ')' '|' '[' or the end.
    std::vector<Items> sequence() {
        std::vector<Items> forms = {{}};
        if (++depth_ > 6) {
            fail("wanted at most six nested groups");
        }
        while (!failed_) {
            skip_blanks();
            const char c = peek();
            if (c == '\0' || c == ')' || c == '|' || c == '[') {
                break;
            }
            std::vector<Items> next = element();
            if (take('?')) {
                next.push_back({});
            }
            if (forms.size() * next.size() > most_sequences) {
                fail("wanted a pattern with fewer alternatives");
                break;
            }
            std::vector<Items> product;
            product.reserve(forms.size() * next.size());
            for (const Items& left : forms) {
                for (const Items& right : next) {
                    Items both = left;
                    both.insert(both.end(), right.begin(), right.end());
                    product.push_back(std::move(both));
                }
            }
            forms = std::move(product);
        }
        --depth_;
        return forms;
    }

    std::vector<Items> element() {
        if (take('~')) {
            skip_blanks();
            std::vector<Items> forms = element();
            for (Items& form : forms) {
                if (!form.empty()) {
                    form.front().first.glued = true;
                }
            }
            return forms;
        }
        if (take('(')) {
            return group();
        }
        if (take('<')) {
            return {{slot()}};
        }
        return {words()};
    }

    std::vector<Items> group() {
        std::vector<Items> forms;
        do {
            std::vector<Items> alternative = sequence();
            forms.insert(forms.end(), alternative.begin(), alternative.end());
        } while (!failed_ && take('|'));
        if (!failed_ && !take(')')) {
            fail("wanted ')' to close the group");
        }
        return merge_words(std::move(forms));
    }

    // Alternatives of one word each become one item: fewer paths to walk.
    static std::vector<Items> merge_words(std::vector<Items> forms) {
        std::vector<Items> out;
        Item merged;
        for (Items& form : forms) {
            if (form.size() == 1 && !form[0].first.words.empty() && !form[0].first.glued) {
                const auto& words = form[0].first.words;
                merged.words.insert(merged.words.end(), words.begin(), words.end());
            } else {
                out.push_back(std::move(form));
            }
        }
        if (!merged.words.empty()) {
            out.push_back({{merged, std::int8_t{-1}}});
        }
        return out;
    }

    std::string_view raw_word() {
        std::size_t n = 0;
        while (n < rest_.size() && std::string_view(" \t()[]<>|?~").find(rest_[n]) == std::string_view::npos) {
            ++n;
        }
        const std::string_view word = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return word;
    }

    // A word as the text is cut: "year-end" is three items, the later two need not be glued.
    Items words() {
        const std::string_view raw = raw_word();
        Items out;
        if (raw.empty()) {
            fail("wanted a word, found '" + std::string(rest_.substr(0, 10)) + "'");
            rest_ = {};
            return out;
        }
        for (const Atom& atom : cut_atoms(raw, context_.vocabulary)) {
            Item item;
            const std::string_view piece = raw.substr(atom.span.begin, atom.span.size());
            if (atom.kind == AtomKind::number) {
                item.number = true;
                item.low = item.high = atom.number;
                item.digits = atom.digits;
            } else {
                item.words.push_back(literal(piece));
            }
            out.emplace_back(std::move(item), std::int8_t{-1});
        }
        return out;
    }

    Literal literal(std::string_view piece) {
        std::string plain(piece);
        if (piece.size() > 1) {
            std::erase(plain, '.');
        }
        std::size_t first = 0;
        return {context_.vocabulary.add(utf8::lower(plain)), utf8::is_upper(utf8::decode(piece, first))};
    }

    std::pair<Item, std::int8_t> slot() {
        const auto close = rest_.find('>');
        if (close == std::string_view::npos) {
            fail("wanted '>' to close the slot");
            rest_ = {};
            return {};
        }
        std::string_view body = rest_.substr(0, close);
        rest_.remove_prefix(close + 1);
        std::string name;
        if (const auto colon = body.find(':'); colon != std::string_view::npos) {
            name = body.substr(0, colon);
            body.remove_prefix(colon + 1);
        }
        Item item;
        if (const auto dots = body.find(".."); dots != std::string_view::npos) {
            bounds(item, body.substr(0, dots), body.substr(dots + 2));
        } else {
            while (!body.empty()) {
                const auto bar = body.find('|');
                const std::string type(body.substr(0, bar));
                body.remove_prefix(bar == std::string_view::npos ? body.size() : bar + 1);
                const auto known = context_.types.find(type);
                if (known == context_.types.end()) {
                    fail("wanted a lexicon class or the type of a rule, found '" + type + "'");
                } else {
                    item.types.push_back(known->second);
                }
            }
        }
        std::int8_t index = -1;
        if (!name.empty()) {
            const auto at = std::find(context_.slots.begin(), context_.slots.end(), name);
            index = static_cast<std::int8_t>(at - context_.slots.begin());
            if (at == context_.slots.end()) {
                if (context_.slots.size() > 20) {
                    fail("wanted at most 20 slots in a rule");
                }
                context_.slots.push_back(name);
                context_.slot_types.emplace_back(item.types);
            } else {
                auto& types = context_.slot_types[static_cast<std::size_t>(index)];
                types.insert(types.end(), item.types.begin(), item.types.end());
            }
        }
        return {item, index};
    }

    void bounds(Item& item, std::string_view low, std::string_view high) {
        const auto digits = [](std::string_view s) {
            return !s.empty() && s.size() < 10 &&
                   std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
        };
        if (!digits(low) || !digits(high)) {
            fail("wanted bounds such as 1..31, found '" + std::string(low) + ".." + std::string(high) + "'");
            return;
        }
        item.number = true;
        item.low = std::stoi(std::string(low));
        item.high = std::stoi(std::string(high));
        item.digits = low.size() == high.size() && low.size() > 1 ? static_cast<std::uint8_t>(low.size()) : 0;
        if (item.low > item.high) {
            fail("wanted bounds in order, found " + std::string(low) + ".." + std::string(high));
        }
    }

    SideCondition side() {
        SideCondition out;
        out.set = true;
        take('[');
        out.negative = take('!');
        while (!failed_ && !rest_.empty() && peek() != ']') {
            skip_blanks();
            const std::string_view word = raw_word();
            if (word == "NUMBER") {
                out.any_number = true;
            } else if (word == "CAPITAL") {
                out.any_capital = true;
            } else if (word == "EDGE") {
                out.sentence_edge = true;
            } else if (!word.empty()) {
                const auto atoms = cut_atoms(word, context_.vocabulary);
                if (atoms.size() != 1) {
                    fail("wanted single words beside the pattern, found '" + std::string(word) + "'");
                }
                out.words.push_back(literal(word));
            }
            skip_blanks();
            if (!take('|') && peek() != ']') {
                fail("wanted '|' or ']', found '" + std::string(rest_.substr(0, 10)) + "'");
            }
        }
        if (!take(']')) {
            fail("wanted ']'");
        }
        return out;
    }

    std::string_view rest_;
    std::uint32_t line_;
    const std::string& file_;
    PatternContext context_;
    int depth_ = 0;
    bool failed_ = false;
    std::string message_;
};

} // namespace

Result<PatternForms> parse_pattern(const Line& line, const std::string& file, PatternContext context) {
    return Parser(line, file, context).run();
}

} // namespace fasti::temporal
