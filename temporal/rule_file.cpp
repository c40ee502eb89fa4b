// See rule_file.hpp.
#include "temporal/rule_file.hpp"

#include <algorithm>
#include <charconv>

namespace fasti::temporal {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trim(std::string_view s) {
    while (!s.empty() && is_blank(s.front())) {
        s.remove_prefix(1);
    }
    while (!s.empty() && is_blank(s.back())) {
        s.remove_suffix(1);
    }
    return s;
}

// The first word of `s`, which is moved behind it and the blanks that follow.
std::string_view take_word(std::string_view& s) {
    std::size_t n = 0;
    while (n < s.size() && !is_blank(s[n])) {
        ++n;
    }
    const std::string_view word = s.substr(0, n);
    s = trim(s.substr(n));
    return word;
}

std::vector<std::string_view> split(std::string_view s, char at) {
    std::vector<std::string_view> out;
    while (true) {
        const auto i = s.find(at);
        out.push_back(trim(s.substr(0, i)));
        if (i == std::string_view::npos) {
            return out;
        }
        s.remove_prefix(i + 1);
    }
}

// A comment begins with '#' at the start of a line or after two blanks, so that "#" can be said.
std::string_view without_comment(std::string_view s) {
    const std::string_view body = trim(s);
    if (body.starts_with('#')) {
        return {};
    }
    const auto i = s.find("  #");
    return i == std::string_view::npos ? s : s.substr(0, i);
}

bool valid_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : rest_(text), file_(file) {}

    Result<RuleFile> run() {
        while (!rest_.empty() && !error_) {
            const auto end = rest_.find('\n');
            std::string_view raw = rest_.substr(0, end);
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
            ++line_;
            const std::string_view body = trim(without_comment(raw));
            if (!body.empty()) {
                read_line(body, is_blank(raw.front()));
            }
        }
        finish_rule();
        if (error_) {
            return *error_;
        }
        return std::move(out_);
    }

private:
    void fail(std::string message) {
        if (!error_) {
            error_ = rule_error(file_, line_, std::move(message));
        }
    }

    void read_line(std::string_view body, bool indented) {
        if (indented && in_class_) {
            read_entry(body);
            return;
        }
        const std::string_view whole = body;
        const std::string_view word = take_word(body);
        if (indented && rule_) {
            read_rule_line(word, body);
            return;
        }
        if (indented) {
            fail("wanted a line that is not indented, found '" + std::string(whole) + "' outside of a rule or class");
            return;
        }
        finish_rule();
        in_class_ = false;
        if (word == "language") {
            out_.language = body;
        } else if (word == "anchor") {
            out_.anchor = parse_date(body);
            if (!out_.anchor) {
                fail("wanted a date such as 2013-02-12T04:30, found '" + std::string(body) + "'");
            }
        } else if (word == "stratum") {
            if (std::find(std::begin(strata), std::end(strata), body) == std::end(strata)) {
                fail("wanted one of numbers, years, units, dates, ranges, modifiers, found '" + std::string(body) +
                     "'");
            }
            stratum_ = body;
        } else if (word == "class") {
            if (!valid_name(body)) {
                fail("wanted the name of a class in small letters, found '" + std::string(body) + "'");
                return;
            }
            out_.lexicons.push_back({std::string(body), file_, {}});
            in_class_ = true;
        } else if (word == "rule") {
            begin_rule(body);
        } else {
            fail("wanted language, anchor, stratum, class or rule, found '" + std::string(word) + "'");
        }
    }

    void begin_rule(std::string_view body) {
        const auto colon = body.find(':');
        const std::string_view name = trim(body.substr(0, colon));
        const std::string_view type =
            colon == std::string_view::npos ? std::string_view{} : trim(body.substr(colon + 1));
        if (!valid_name(name) || !valid_name(type)) {
            fail("wanted 'rule NAME : TYPE' in small letters, found '" + std::string(body) + "'");
            return;
        }
        if (stratum_.empty()) {
            fail("wanted a 'stratum' line before the first rule");
            return;
        }
        rule_.emplace();
        rule_->name = name;
        rule_->type = type;
        rule_->stratum = stratum_;
        rule_->file = file_;
        rule_->line = line_;
    }

    void finish_rule() {
        if (!rule_ || error_) {
            return;
        }
        const std::string place = " in rule '" + rule_->name + "'";
        if (rule_->patterns.empty()) {
            error_ = rule_error(file_, rule_->line, "wanted a 'match' line" + place + ", found none");
        } else if (rule_->type == "skip" ? (rule_->value || !rule_->parts.empty())
                                         : rule_->value.has_value() != rule_->parts.empty()) {
            error_ = rule_error(file_, rule_->line,
                                rule_->type == "skip" ? "wanted no value in a skip rule," + place
                                                      : "wanted either a 'value' line or 'part' lines" + place);
        } else {
            out_.rules.push_back(std::move(*rule_));
        }
        rule_.reset();
    }

    void read_rule_line(std::string_view word, std::string_view body) {
        if (body.empty()) {
            fail("wanted something behind '" + std::string(word) + "', found the end of the line");
        } else if (word == "match") {
            rule_->patterns.push_back({std::string(body), line_});
        } else if (word == "value") {
            if (rule_->value) {
                fail("wanted one 'value' line, found another");
            }
            rule_->value = Line{std::string(body), line_};
        } else if (word == "part") {
            read_part(body);
        } else if (word == "prefer") {
            const auto [end, code] = std::from_chars(body.data(), body.data() + body.size(), rule_->prefer);
            if (code != std::errc{} || end != body.data() + body.size()) {
                fail("wanted a whole number, found '" + std::string(body) + "'");
            }
        } else if (word == "reads") {
            if (body != "tense") {
                fail("wanted 'reads tense', found 'reads " + std::string(body) + "'");
            }
            rule_->reads_tense = true;
        } else if (word == "style") {
            if (body != "narrative") {
                fail("wanted 'style narrative', found 'style " + std::string(body) + "'");
            }
            rule_->narrative = true;
        } else if (word == "yes" || word == "no") {
            read_example(word == "yes", body);
        } else {
            fail("wanted match, value, part, prefer, reads, style, yes or no, found '" + std::string(word) + "'");
        }
    }

    // "a..b : date = expression", or "a : date = expression".
    void read_part(std::string_view body) {
        const auto equals = body.find('=');
        const auto colon = body.find(':');
        if (equals == std::string_view::npos || colon == std::string_view::npos || colon > equals) {
            fail("wanted 'part FIRST..LAST : TYPE = VALUE', found '" + std::string(body) + "'");
            return;
        }
        Part part;
        const std::string_view range = trim(body.substr(0, colon));
        const auto dots = range.find("..");
        part.first = range.substr(0, dots);
        part.last = dots == std::string_view::npos ? range : range.substr(dots + 2);
        part.type = trim(body.substr(colon + 1, equals - colon - 1));
        part.value = {std::string(trim(body.substr(equals + 1))), line_};
        rule_->parts.push_back(std::move(part));
    }

    void read_example(bool positive, std::string_view body) {
        Example example;
        example.positive = positive;
        example.line = line_;
        const auto fields = split(body, '|');
        for (const char c : fields[0]) {
            const auto at = static_cast<std::uint32_t>(example.text.size());
            if (c == '[') {
                example.extents.push_back({at, at});
            } else if (c == ']' && !example.extents.empty()) {
                example.extents.back().end = at;
            } else {
                example.text += c;
            }
        }
        if (example.extents.empty()) {
            example.extents.push_back({0, static_cast<std::uint32_t>(example.text.size())});
        }
        if (fields.size() > 1) {
            for (const std::string_view value : split(fields[1], ';')) {
                example.values.emplace_back(value);
            }
        }
        if (fields.size() > 2) {
            example.type = fields[2];
        }
        if (fields.size() > 3) {
            example.mod = fields[3];
        }
        if (fields.size() > 4 || (!positive && fields.size() > 1)) {
            fail(positive ? "wanted 'yes TEXT | VALUE | TYPE | MOD', found more fields"
                          : "wanted 'no TEXT', found a value behind it");
        }
        if (!example.values.empty() && example.values.size() != example.extents.size()) {
            fail("wanted as many values (parted by ';') as bracketed extents");
        }
        rule_->examples.push_back(std::move(example));
    }

    // "october | oct | oct. = 10"
    void read_entry(std::string_view body) {
        const auto equals = body.rfind(" = ");
        if (equals == std::string_view::npos) {
            fail("wanted 'PHRASE | PHRASE = VALUE', found '" + std::string(body) + "'");
            return;
        }
        LexiconText::Entry entry;
        for (const std::string_view phrase : split(body.substr(0, equals), '|')) {
            if (phrase.empty()) {
                fail("wanted a phrase, found nothing between two '|'");
            }
            entry.phrases.emplace_back(phrase);
        }
        entry.value = {std::string(trim(body.substr(equals + 3))), line_};
        out_.lexicons.back().entries.push_back(std::move(entry));
    }

    std::string_view rest_;
    const std::string& file_;
    std::uint32_t line_ = 0;
    std::string stratum_;
    std::optional<RuleText> rule_;
    bool in_class_ = false;
    RuleFile out_;
    std::optional<Error> error_;
};

} // namespace

Error rule_error(const std::string& file, std::uint32_t line, std::string message) {
    return {ErrorCode::format, std::move(message), file + ":" + std::to_string(line),
            "docs/temporal-rules.md describes the format"};
}

Result<RuleFile> parse_rule_file(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    return Reader(text, file).run();
}

} // namespace fasti::temporal
