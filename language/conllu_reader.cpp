// Reading CoNLL-U. See conllu.hpp.
#include "language/conllu.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace fasti::language {
namespace {

std::string_view take_until(std::string_view& rest, char separator) {
    const auto at = rest.find(separator);
    const std::string_view field = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return field;
}

/// Without blanks and control characters at its ends.
std::string_view trimmed(std::string_view s) {
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!s.empty() && blank(s.front())) {
        s.remove_prefix(1);
    }
    while (!s.empty() && blank(s.back())) {
        s.remove_suffix(1);
    }
    return s;
}

std::optional<std::uint32_t> parse_number(std::string_view s) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    return error == std::errc{} && end == s.data() + s.size() ? std::optional(value) : std::nullopt;
}

/// The value of `key` in a MISC column, "NER" → "B-PER".
std::string_view misc_value(std::string_view misc, std::string_view key) {
    while (!misc.empty()) {
        const std::string_view part = take_until(misc, '|');
        if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=') {
            return part.substr(key.size() + 1);
        }
    }
    return {};
}

std::optional<NameType> parse_ner_type(std::string_view tag) {
    static constexpr std::array<std::pair<std::string_view, NameType>, 5> types{{{"PER", NameType::person},
                                                                                 {"ORG", NameType::organization},
                                                                                 {"LOC", NameType::place},
                                                                                 {"GRP", NameType::group},
                                                                                 {"MISC", NameType::other}}};
    for (const auto& [name, type] : types) {
        if (tag == name) {
            return type;
        }
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(std::string_view path, ConlluColumns columns, const DiagnosticSink& sink)
        : path_(path), columns_(columns), sink_(sink) {}

    std::vector<ConlluDocument> read(std::string_view bytes) {
        while (!bytes.empty()) {
            std::string_view row = take_until(bytes, '\n');
            ++line_;
            if (row.ends_with('\r')) {
                row.remove_suffix(1);
            }
            if (row.empty()) {
                end_sentence();
            } else if (row.front() == '#') {
                comment(trimmed(row.substr(1)));
            } else {
                word(row);
            }
        }
        end_sentence();
        end_document();
        return std::move(documents_);
    }

private:
    struct Word {
        std::string_view head;
        std::uint64_t line;
    };

    void report(std::string message, std::uint64_t line) const {
        if (sink_) {
            sink_({Severity::warning, "bad-conllu", std::move(message), std::string(path_), line, std::nullopt});
        }
    }

    Document& document() {
        if (!open_) {
            open_ = true;
            auto& made = documents_.emplace_back();
            made.article = std::make_unique<Article>();
            made.article->origin = path_;
            made.document.arena = std::make_shared<Arena>();
            paragraph_ = 0;
            all_tagged_ = columns_.tags;
            all_parsed_ = columns_.trees;
        }
        return documents_.back().document;
    }
    Article& article() {
        (void)document();
        return *documents_.back().article;
    }

    void comment(std::string_view text) {
        if (text.starts_with("newdoc")) {
            end_sentence();
            end_document();
            if (const auto equals = text.find('='); equals != std::string_view::npos) {
                article().id = trimmed(text.substr(equals + 1));
            }
        } else if (text.starts_with("newpar") && !text.starts_with("newpar_")) {
            new_paragraph_ = true;
        } else if (text.starts_with("meta::")) {
            const std::string_view value = trimmed(text.substr(std::min(text.size(), text.find('=') + 1)));
            if (text.starts_with("meta::title")) {
                article().title = value;
            } else if (text.starts_with("meta::sourceURL")) {
                article().url = value;
            } else if (text.starts_with("meta::dateCreated")) {
                article().published = parse_date(value);
                article().published_from = article().published ? PublishedFrom::field : PublishedFrom::none;
            }
        }
    }

    void word(std::string_view row) {
        std::array<std::string_view, 10> column{};
        std::size_t count = 0;
        for (std::string_view rest = row; count < column.size() && !rest.empty(); ++count) {
            column[count] = take_until(rest, '\t');
        }
        const std::string_view id = column[0];
        if (id.find('.') != std::string_view::npos) {
            return; // an empty node of the enhanced graph
        }
        if (const auto dash = id.find('-'); dash != std::string_view::npos) {
            if (const auto last = parse_number(id.substr(dash + 1))) {
                multiword_last_ = *last;
                multiword_space_ = misc_value(column[9], "SpaceAfter") != "No";
            }
            return;
        }
        const auto number = parse_number(id);
        const std::string_view form = trimmed(column[1]);
        if (!number || form.empty()) {
            report("this line is no word of CoNLL-U", line_);
            return;
        }
        if (count < column.size()) {
            report("a word has ten columns, this one has " + std::to_string(count), line_);
        }
        append_word(*number, form, column);
    }

    void append_word(std::uint32_t number, std::string_view form, const std::array<std::string_view, 10>& column) {
        Document& doc = document();
        std::string& text = article().text;
        if (words_.empty()) {
            begin_sentence(doc, text);
        } else if (space_pending_) {
            text += ' ';
        }
        Token token;
        token.span.begin = static_cast<std::uint32_t>(text.size());
        text += form;
        token.span.end = static_cast<std::uint32_t>(text.size());
        token.space_after = number < multiword_last_    ? false
                            : number == multiword_last_ ? multiword_space_
                                                        : misc_value(column[9], "SpaceAfter") != "No";
        space_pending_ = token.space_after;
        if (columns_.tags) {
            const auto upos = parse_upos(column[3]);
            const auto xpos = parse_xpos(column[4]);
            all_tagged_ = all_tagged_ && upos && xpos;
            token.upos = upos.value_or(Upos::x);
            token.xpos = xpos.value_or(Xpos::fw);
            if (!column[2].empty() && (column[2] != "_" || form == "_")) {
                token.lemma = doc.arena->store(column[2]);
            }
        }
        if (columns_.trees) {
            const auto relation = parse_relation(column[7]);
            all_parsed_ = all_parsed_ && relation;
            token.relation = relation.value_or(Relation::dep);
        }
        words_.push_back({column[6], line_});
        doc.tokens.push_back(token);
        if (columns_.names) {
            append_name_tag(doc, misc_value(column[9], "NER"));
        }
    }

    void append_name_tag(Document& doc, std::string_view tag) {
        const auto type = tag.size() > 2 ? parse_ner_type(tag.substr(2)) : std::nullopt;
        if (!type) {
            name_open_ = false;
            return;
        }
        const auto index = static_cast<std::uint32_t>(doc.tokens.size() - 1);
        if (tag[0] == 'I' && name_open_ && doc.names.back().type == *type) {
            doc.names.back().tokens.end = index + 1;
        } else {
            doc.names.push_back({{index, index + 1}, *type});
        }
        name_open_ = true;
    }

    void begin_sentence(Document& doc, std::string& text) {
        if (!doc.sentences.empty()) {
            if (new_paragraph_) {
                text += "\n\n";
                ++paragraph_;
            } else if (space_pending_) {
                text += ' ';
            }
        }
        new_paragraph_ = false;
        name_open_ = false;
        Sentence sentence;
        sentence.tokens.begin = static_cast<std::uint32_t>(doc.tokens.size());
        sentence.paragraph = paragraph_;
        doc.sentences.push_back(sentence);
    }

    void end_sentence() {
        multiword_last_ = 0;
        if (words_.empty()) {
            return;
        }
        Document& doc = document();
        Sentence& sentence = doc.sentences.back();
        sentence.tokens.end = static_cast<std::uint32_t>(doc.tokens.size());
        sentence.span = {doc.tokens[sentence.tokens.begin].span.begin, doc.tokens.back().span.end};
        if (columns_.trees) {
            link_heads(doc, sentence.tokens);
        }
        words_.clear();
    }

    void link_heads(Document& doc, IndexRange range) {
        const auto n = range.size();
        for (std::uint32_t i = 0; i < n; ++i) {
            const auto head = parse_number(words_[i].head);
            all_parsed_ = all_parsed_ && head;
            if (head && (*head > n || *head == i + 1)) {
                report("the head is not a word of the sentence", words_[i].line);
            } else if (head && *head > 0) {
                doc.tokens[range.begin + i].head = range.begin + *head - 1;
            }
        }
        // Each word is followed up once: 0 unseen, i + 1 seen on the walk from i.
        seen_.assign(n, 0);
        for (std::uint32_t i = 0; i < n; ++i) {
            std::uint32_t at = range.begin + i;
            while (at != Token::no_head && seen_[at - range.begin] == 0) {
                seen_[at - range.begin] = i + 1;
                at = doc.tokens[at].head;
            }
            if (at != Token::no_head && seen_[at - range.begin] == i + 1) {
                report("the heads run in a circle, which is cut here", words_[at - range.begin].line);
                doc.tokens[at].head = Token::no_head;
            }
        }
    }

    void end_document() {
        if (!open_) {
            return;
        }
        open_ = false;
        auto& [article, document] = documents_.back();
        if (document.tokens.empty()) {
            documents_.pop_back();
        } else {
            document.tokens.back().space_after = true;
            for (std::size_t i = 0; i + 1 < document.tokens.size(); ++i) { // a paragraph's end is a blank
                document.tokens[i].space_after = document.tokens[i].span.end != document.tokens[i + 1].span.begin;
            }
            document.text = article->text;
            document.tagged = all_tagged_;
            document.parsed = all_parsed_;
        }
        new_paragraph_ = false;
    }

    std::string_view path_;
    ConlluColumns columns_;
    const DiagnosticSink& sink_;
    std::vector<ConlluDocument> documents_;
    std::vector<Word> words_; ///< of the sentence at hand
    std::vector<std::uint32_t> seen_;
    std::uint64_t line_ = 0;
    std::uint32_t paragraph_ = 0;
    std::uint32_t multiword_last_ = 0;
    bool multiword_space_ = true;
    bool space_pending_ = true;
    bool new_paragraph_ = false;
    bool name_open_ = false;
    bool open_ = false;
    bool all_tagged_ = false;
    bool all_parsed_ = false;
};

} // namespace

std::vector<ConlluDocument> read_conllu(std::string_view bytes, std::string_view path, ConlluColumns columns,
                                        const DiagnosticSink& sink) {
    if (utf8::valid(bytes)) {
        return Reader(path, columns, sink).read(bytes);
    }
    const utf8::Repaired repaired = utf8::repair(bytes);
    if (sink) {
        for (const auto& repair : repaired.repairs) {
            sink({Severity::warning, "invalid-utf8", "an invalid UTF-8 sequence became U+FFFD", std::string(path),
                  repair.line, repair.byte});
        }
    }
    return Reader(path, columns, sink).read(repaired.text);
}

} // namespace fasti::language
