// Writing CoNLL-U. See conllu.hpp.
#include "language/conllu.hpp"

#include <ostream>

namespace fasti::language {
namespace {

std::string_view ner_type(NameType type) {
    switch (type) {
    case NameType::person:
        return "PER";
    case NameType::organization:
        return "ORG";
    case NameType::place:
        return "LOC";
    case NameType::group:
        return "GRP";
    case NameType::other:
        break;
    }
    return "MISC";
}

/// On one line: control characters, tabs and line breaks become blanks.
void append_line(std::string& out, std::string_view text) {
    for (char c : text) {
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
}

void append_word(std::string& out, const Document& doc, IndexRange sentence, std::uint32_t index,
                 std::string_view ner_tag) {
    const Token& token = doc.tokens[index];
    out += std::to_string(index - sentence.begin + 1);
    out += '\t';
    append_line(out, doc.word(token));
    out += '\t';
    if (token.lemma.empty()) {
        out += '_';
    } else {
        append_line(out, token.lemma);
    }
    out += '\t';
    out += doc.tagged ? to_string(token.upos) : "_";
    out += '\t';
    out += doc.tagged ? to_string(token.xpos) : "_";
    out += "\t_\t";
    if (doc.parsed) {
        const bool root = token.head == Token::no_head;
        out += std::to_string(root ? 0 : token.head - sentence.begin + 1);
        out += '\t';
        out += root ? "root" : to_string(token.relation);
    } else {
        out += "_\t_";
    }
    out += "\t_\t";
    out += ner_tag;
    if (!token.space_after) {
        out += ner_tag.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    } else if (ner_tag.empty()) {
        out += '_';
    }
    out += '\n';
}

} // namespace

void write_conllu(std::ostream& out, const Article& article, const Document& doc) {
    std::string rows = "# newdoc id = ";
    append_line(rows, article.id);
    rows += '\n';
    std::size_t name = 0;
    std::string tag;
    for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
        const Sentence& sentence = doc.sentences[s];
        if (s == 0 || doc.sentences[s - 1].paragraph != sentence.paragraph) {
            rows += "# newpar\n";
        }
        rows += "# sent_id = ";
        append_line(rows, article.id);
        rows += '-';
        rows += std::to_string(s + 1);
        rows += "\n# text = ";
        append_line(rows, doc.words(sentence.span));
        rows += '\n';
        for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            while (name < doc.names.size() && doc.names[name].tokens.end <= t) {
                ++name;
            }
            tag.clear();
            if (name < doc.names.size() && doc.names[name].tokens.contains(t)) {
                tag = doc.names[name].tokens.begin == t ? "NER=B-" : "NER=I-";
                tag += ner_type(doc.names[name].type);
            }
            append_word(rows, doc, sentence.tokens, t, tag);
        }
        rows += '\n';
        out.write(rows.data(), static_cast<std::streamsize>(rows.size()));
        rows.clear();
    }
    out.write(rows.data(), static_cast<std::streamsize>(rows.size()));
}

} // namespace fasti::language
