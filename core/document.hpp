// What the language layer sees in an article: sentences, tokens with tag, lemma, head and
// relation, and names. `temporal` and `events` read it; nobody changes it afterwards.
//
// Layers are filled in order, and the flags say how far: tokens and sentences always, tags
// and lemmas (`tagged`), names and trees (`parsed`).
#pragma once

#include "core/article.hpp"
#include "core/span.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace fasti {

/// Universal part of speech (Universal Dependencies v2).
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};

/// Penn Treebank tag as UD English writes it. `to_string` gives the tag: "PRP$".
enum class Xpos : std::uint8_t {
    cc,
    cd,
    dt,
    ex,
    fw,
    in,
    jj,
    jjr,
    jjs,
    ls,
    md,
    nn,
    nns,
    nnp,
    nnps,
    pdt,
    pos,
    prp,
    prp_poss,
    rb,
    rbr,
    rbs,
    rp,
    sym,
    to,
    uh,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    wdt,
    wp,
    wp_poss,
    wrb, // words
    add,
    afx,
    gw,
    hyph,
    nfp,
    lrb,
    rrb,
    comma,
    period,
    colon,
    open_quote,
    close_quote,
    dollar, // the rest
};

/// UD relation with the subtypes that English uses. `to_string` gives "nsubj:pass".
enum class Relation : std::uint8_t {
    dep,
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    clf,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_outer,
    csubj_pass,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,
    nmod_poss,
    nmod_unmarked,
    nsubj,
    nsubj_outer,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_unmarked,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp,
};

/// The relation without its subtype: nsubj_pass → nsubj.
[[nodiscard]] Relation universal(Relation relation);

struct Token {
    static constexpr std::uint32_t no_head = 0xffffffffu;

    Span span;
    std::string_view lemma;       ///< in the document's arena, the model's lexicon or the text; empty before tagging
    std::uint32_t head = no_head; ///< index into Document::tokens; `no_head` for the root and before parsing
    Upos upos = Upos::x;
    Xpos xpos = Xpos::fw;
    Relation relation = Relation::dep;
    bool space_after = true; ///< a blank, a line break or the end of the text follows
};

enum class SentenceKind : std::uint8_t { prose, headline, dateline, list_item, fragment };

struct Sentence {
    IndexRange tokens;
    Span span;
    std::uint32_t paragraph = 0; ///< counts from 0; paragraphs are parted by line breaks
    SentenceKind kind = SentenceKind::prose;
    bool furniture = false; ///< lies in a Furniture span of the article: gives no events
};

enum class NameType : std::uint8_t { person, organization, place, group, other };

struct Name {
    IndexRange tokens;
    NameType type = NameType::other;
};

/// Bytes that live as long as the documents that point into them; addresses are stable.
class Arena;

struct Document {
    std::string_view text; ///< the article's; the article must outlive the document
    std::vector<Token> tokens;
    std::vector<Sentence> sentences; ///< in order, covering all tokens
    std::vector<Name> names;         ///< in order, not overlapping
    std::shared_ptr<Arena> arena;    ///< holds lemmas that stand nowhere else
    bool tagged = false;
    bool parsed = false;

    [[nodiscard]] std::string_view words(Span span) const { return surface(text, span); }
    [[nodiscard]] std::string_view word(const Token& token) const { return surface(text, token.span); }
    [[nodiscard]] std::string_view word(std::uint32_t token) const { return word(tokens[token]); }
    /// Index of the sentence that holds byte `offset`, or of the last one that begins before it.
    [[nodiscard]] std::uint32_t sentence_at(std::uint32_t offset) const;
    /// Index of the first token that ends behind byte `offset`; `tokens.size()` when there is none.
    [[nodiscard]] std::uint32_t token_at(std::uint32_t offset) const;
};

/// Grows by blocks and never moves what it holds.
class Arena {
public:
    /// A copy of `bytes` that lives as long as the arena.
    [[nodiscard]] std::string_view store(std::string_view bytes);

private:
    static constexpr std::size_t block_size = 4096;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = block_size;
};

[[nodiscard]] std::string_view to_string(Upos tag);          ///< "PROPN"
[[nodiscard]] std::string_view to_string(Xpos tag);          ///< "NNP"
[[nodiscard]] std::string_view to_string(Relation relation); ///< "acl:relcl"
[[nodiscard]] std::string_view to_string(NameType type);     ///< "organization"
[[nodiscard]] std::optional<Upos> parse_upos(std::string_view name);
[[nodiscard]] std::optional<Xpos> parse_xpos(std::string_view name);
/// Unknown subtypes give the universal relation: "obl:tmod" → obl.
[[nodiscard]] std::optional<Relation> parse_relation(std::string_view name);
[[nodiscard]] std::optional<NameType> parse_name_type(std::string_view name);

} // namespace fasti
