// See iob_reader.hpp.
#include "language/training/iob_reader.hpp"

#include <memory>
#include <string>
#include <utility>

namespace fasti::language::training {

void read_iob(std::string_view bytes, std::vector<ConlluDocument>& documents) {
    constexpr int sentences_per_document = 100;
    struct Pending {
        std::string text;
        std::vector<std::vector<std::pair<Span, std::string>>> sentences;
    } pending;
    const auto finish = [&] {
        if (pending.sentences.empty()) {
            return;
        }
        ConlluDocument out;
        out.article = std::make_unique<Article>();
        out.article->text = pending.text;
        out.document.text = out.article->text;
        for (const auto& words : pending.sentences) {
            const auto first = static_cast<std::uint32_t>(out.document.tokens.size());
            for (const auto& [span, label] : words) {
                const auto index = static_cast<std::uint32_t>(out.document.tokens.size());
                Token token;
                token.span = span;
                out.document.tokens.push_back(token);
                if (label == "O") {
                    continue;
                }
                const std::string kind = label.substr(2);
                const NameType type = kind == "PER"   ? NameType::person
                                      : kind == "ORG" ? NameType::organization
                                      : kind == "LOC" ? NameType::place
                                                      : NameType::other;
                auto& names = out.document.names;
                const bool goes_on = label[0] == 'I' && !names.empty() && names.back().tokens.end == index &&
                                     index > first && names.back().type == type;
                if (goes_on) {
                    names.back().tokens.end = index + 1;
                } else {
                    names.push_back({{index, index + 1}, type});
                }
            }
            Sentence sentence;
            sentence.tokens = {first, static_cast<std::uint32_t>(out.document.tokens.size())};
            out.document.sentences.push_back(sentence);
        }
        documents.push_back(std::move(out));
        pending = {};
    };
    bool open = false;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::string_view line = bytes.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t blank = line.find_last_of(" \t");
        if (line.starts_with("-DOCSTART-") || blank == std::string_view::npos) {
            open = false;
            if (pending.sentences.size() >= sentences_per_document || line.starts_with("-DOCSTART-")) {
                finish();
            }
            continue;
        }
        if (!open) {
            pending.sentences.emplace_back();
            open = true;
        }
        const auto at = static_cast<std::uint32_t>(pending.text.size());
        pending.text += line.substr(0, line.find_first_of(" \t"));
        pending.sentences.back().emplace_back(Span{at, static_cast<std::uint32_t>(pending.text.size())},
                                              std::string(line.substr(blank + 1)));
        pending.text += ' ';
    }
    finish();
}

} // namespace fasti::language::training
