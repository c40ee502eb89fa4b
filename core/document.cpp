// See document.hpp.
#include "core/document.hpp"

#include "core/enum_names.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace fasti {
namespace {

constexpr EnumNames<Upos, 17> upos_names{{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART",
                                          "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}};

constexpr EnumNames<Xpos, 49> xpos_names{{"CC",  "CD",    "DT",    "EX",  "FW",   "IN",  "JJ",  "JJR", "JJS",  "LS",
                                          "MD",  "NN",    "NNS",   "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",
                                          "RBR", "RBS",   "RP",    "SYM", "TO",   "UH",  "VB",  "VBD", "VBG",  "VBN",
                                          "VBP", "VBZ",   "WDT",   "WP",  "WP$",  "WRB", "ADD", "AFX", "GW",   "HYPH",
                                          "NFP", "-LRB-", "-RRB-", ",",   ".",    ":",   "``",  "''",  "$"}};

constexpr EnumNames<Relation, 52> relation_names{
    {"dep",          "acl",        "acl:relcl", "advcl",     "advcl:relcl",   "advmod",     "amod",        "appos",
     "aux",          "aux:pass",   "case",      "cc",        "cc:preconj",    "ccomp",      "clf",         "compound",
     "compound:prt", "conj",       "cop",       "csubj",     "csubj:outer",   "csubj:pass", "det",         "det:predet",
     "discourse",    "dislocated", "expl",      "fixed",     "flat",          "goeswith",   "iobj",        "list",
     "mark",         "nmod",       "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj",      "nsubj:outer", "nsubj:pass",
     "nummod",       "obj",        "obl",       "obl:agent", "obl:unmarked",  "orphan",     "parataxis",   "punct",
     "reparandum",   "root",       "vocative",  "xcomp"}};

constexpr EnumNames<NameType, 5> name_type_names{{"person", "organization", "place", "group", "other"}};

} // namespace

Relation universal(Relation relation) {
    // Asked for every child of every token: a table, filled once.
    static const auto table = [] {
        std::array<Relation, 52> without_subtype{};
        for (std::size_t i = 0; i < without_subtype.size(); ++i) {
            const auto full = static_cast<Relation>(i);
            const std::string_view name = to_string(full);
            const auto colon = name.find(':');
            without_subtype[i] = colon == std::string_view::npos
                                     ? full
                                     : relation_names.parse(name.substr(0, colon)).value_or(Relation::dep);
        }
        return without_subtype;
    }();
    return table[static_cast<std::size_t>(relation)];
}

std::uint32_t Document::sentence_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                        [](std::uint32_t o, const Sentence& s) { return o < s.span.begin; });
    return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

std::uint32_t Document::token_at(std::uint32_t offset) const {
    const auto at = std::upper_bound(tokens.begin(), tokens.end(), offset,
                                     [](std::uint32_t o, const Token& t) { return o < t.span.end; });
    return static_cast<std::uint32_t>(at - tokens.begin());
}

std::string_view Arena::store(std::string_view bytes) {
    if (bytes.size() > block_size - used_ || blocks_.empty()) {
        blocks_.push_back(std::make_unique<char[]>(std::max(block_size, bytes.size())));
        used_ = 0;
    }
    char* const at = blocks_.back().get() + used_;
    if (!bytes.empty()) { // an empty view may point nowhere
        std::memcpy(at, bytes.data(), bytes.size());
    }
    used_ = std::min(block_size, used_ + bytes.size());
    return {at, bytes.size()};
}

std::string_view to_string(Upos tag) {
    return upos_names.name(tag);
}
std::string_view to_string(Xpos tag) {
    return xpos_names.name(tag);
}
std::string_view to_string(Relation relation) {
    return relation_names.name(relation);
}
std::string_view to_string(NameType type) {
    return name_type_names.name(type);
}
std::optional<Upos> parse_upos(std::string_view name) {
    return upos_names.parse(name);
}
std::optional<Xpos> parse_xpos(std::string_view name) {
    return xpos_names.parse(name);
}
std::optional<Relation> parse_relation(std::string_view name) {
    if (const auto whole = relation_names.parse(name)) {
        return whole;
    }
    return relation_names.parse(name.substr(0, name.find(':')));
}
std::optional<NameType> parse_name_type(std::string_view name) {
    return name_type_names.parse(name);
}

} // namespace fasti
