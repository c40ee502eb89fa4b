// See lexicon.hpp. Both files are plain lists; a word said twice in one class is an error, so
// that a family is never decided by the order of lines.
#include "graph/lexicon.hpp"

#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace fasti::graph {

struct Lexicon::Tables {
    std::map<std::string, std::string, std::less<>> family;
    std::map<std::string, std::string, std::less<>> kin; ///< of a family
    std::map<std::string, std::string, std::less<>> given;
    std::map<std::string, std::string, std::less<>> country;
    std::array<std::set<std::string, std::less<>>, word_classes> words;
};

namespace {

constexpr std::array<std::string_view, word_classes> class_names = {"light",    "empty", "generic", "suffix", "title",
                                                                    "particle", "stop",  "once",    "quoted"};

Error malformed(const std::filesystem::path& file, std::size_t line, std::string message) {
    return {ErrorCode::format, std::move(message), file.string() + ":" + std::to_string(line), {}};
}

/// Calls `take(line number, line)` for every line that is no comment; stops at the first Error.
template <class Take> Status read_lines(const std::filesystem::path& file, Take take) {
    std::ifstream in(file);
    if (!in) {
        return Error{ErrorCode::io, "cannot read the word list", file.string(), "is the program's data folder whole?"};
    }
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line[0] == '#') {
            continue;
        }
        if (Status status = take(number, line); !status) {
            return status;
        }
    }
    return {};
}

} // namespace

Result<Lexicon> Lexicon::load(const std::filesystem::path& dir) {
    auto tables = std::make_shared<Tables>();
    const auto families = dir / "families.tsv";
    Status status = read_lines(families, [&](std::size_t number, const std::string& line) -> Status {
        std::istringstream words(line);
        std::string head;
        std::string word;
        words >> head;
        tables->family.try_emplace(head, head);
        while (words >> word) {
            if (word[0] == '@') {
                tables->kin.insert_or_assign(head, word.substr(1));
            } else if (const auto [at, is_new] = tables->family.try_emplace(word, head);
                       !is_new && at->second != head && at->second != word) {
                return malformed(families, number, "'" + word + "' is in the family '" + at->second + "' already");
            } else {
                at->second = head;
            }
        }
        return {};
    });
    if (!status) {
        return status.error();
    }
    const auto lists = dir / "words.tsv";
    status = read_lines(lists, [&](std::size_t number, const std::string& line) -> Status {
        const auto tab = line.find('\t');
        if (tab == std::string::npos) {
            return malformed(lists, number, "no tab behind the class");
        }
        const std::string_view name = std::string_view(line).substr(0, tab);
        std::istringstream words(line.substr(tab + 1));
        std::string word;
        if (name == "given" || name == "country") {
            std::string first;
            words >> first;
            while (words >> word) {
                if (name == "given") {
                    tables->given.insert_or_assign(first, word);
                } else {
                    tables->country.insert_or_assign(word, first);
                }
            }
            return {};
        }
        for (std::size_t i = 0; i < class_names.size(); ++i) {
            if (class_names[i] == name) {
                while (words >> word) {
                    tables->words[i].insert(word);
                }
                return {};
            }
        }
        return malformed(lists, number, "unknown class '" + std::string(name) + "'");
    });
    if (!status) {
        return status.error();
    }
    Lexicon lexicon;
    lexicon.tables_ = std::move(tables);
    return lexicon;
}

std::string_view Lexicon::family(std::string_view lemma) const {
    const auto found = tables_->family.find(lemma);
    return found == tables_->family.end() ? lemma : std::string_view(found->second);
}

std::string_view Lexicon::kin(std::string_view family) const {
    const auto found = tables_->kin.find(family);
    return found == tables_->kin.end() ? family : std::string_view(found->second);
}

bool Lexicon::is(WordClass word_class, std::string_view word) const {
    return tables_->words[static_cast<std::size_t>(word_class)].contains(word);
}

int Lexicon::telling(std::string_view word) const {
    if (word.empty() || is(WordClass::empty, word)) {
        return 0;
    }
    return is(WordClass::generic, word) || is(WordClass::suffix, word) || !country(word).empty() ? 1 : 3;
}

std::string_view Lexicon::full_given_name(std::string_view word) const {
    const auto found = tables_->given.find(word);
    return found == tables_->given.end() ? word : std::string_view(found->second);
}

std::string_view Lexicon::country(std::string_view word) const {
    const auto found = tables_->country.find(word);
    return found == tables_->country.end() ? std::string_view{} : std::string_view(found->second);
}

} // namespace fasti::graph
