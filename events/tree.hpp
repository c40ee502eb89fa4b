// The dependency tree of a whole document as arrays: the children of a token, how far its
// phrase reaches, the sentence that it stands in. Every step of this folder walks trees through it.
//
// Trees may come from outside (CoNLL-U): a head that lies in another sentence, is the token itself or closes a
// cycle is taken for a root, so climbing always ends and the whole costs one pass over the tokens.
#pragma once

#include "core/document.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fasti::events {

/// No token: the head of a root, a child that is not there.
inline constexpr std::uint32_t no_token = Token::no_head;

class Tree {
public:
    /// The document must outlive the tree.
    explicit Tree(const Document& document);

    [[nodiscard]] const Document& document() const { return *document_; }
    /// Head of `token`, `no_token` for a root. Climbing by it never cycles.
    [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return heads_[token]; }
    /// Dependents of `token` in text order.
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t token) const {
        return {children_.data() + first_child_[token], first_child_[token + 1] - first_child_[token]};
    }
    /// Dependents of `token` with this relation, exactly, in text order. However many dependents there are of other
    /// kinds, they cost nothing: what many tokens ask of one head is asked through here.
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t token, Relation relation) const;
    /// From the first to behind the last token of the phrase that `token` heads.
    [[nodiscard]] IndexRange phrase(std::uint32_t token) const { return phrases_[token]; }
    /// The words of a nominal's phrase: without its preposition, relative clause, apposition and conjuncts.
    [[nodiscard]] Span nominal(std::uint32_t head) const { return nominals_[head]; }
    /// "not", "never", "no longer" beside `token`.
    [[nodiscard]] bool negated(std::uint32_t token) const { return negated_[token]; }
    [[nodiscard]] std::uint32_t sentence(std::uint32_t token) const { return sentences_[token]; }
    /// First dependent with this relation, exactly; `no_token` when there is none.
    [[nodiscard]] std::uint32_t child(std::uint32_t token, Relation relation) const;
    /// First dependent whose relation without subtype is `relation`.
    [[nodiscard]] std::uint32_t child_of_kind(std::uint32_t token, Relation relation) const;

private:
    void group_children();
    void read_nominals();
    void read_negations();

    const Document* document_;
    std::vector<std::uint32_t> heads_;
    std::vector<std::uint32_t> first_child_;
    std::vector<std::uint32_t> children_;
    std::vector<std::uint32_t> by_relation_; ///< as `children_`, those of one head by relation, then in text order
    std::vector<IndexRange> phrases_;
    std::vector<std::uint32_t> sentences_;
    std::vector<Span> nominals_;
    std::vector<bool> negated_;
};

} // namespace fasti::events
