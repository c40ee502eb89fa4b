// Where a name begins and ends: what the language layer has parted is put together again, and what belongs to an
// office, a determiner or a genitive is taken off. `mentions` decides which words to ask for.
#pragma once

#include "events/actor_lexicon.hpp"
#include "events/tree.hpp"

#include <string>
#include <unordered_set>
#include <vector>

namespace fasti::events {

/// "United" of "United States" is an adjective by its class and a proper noun by its tag.
[[nodiscard]] inline bool proper_tag(const Token& token) {
    return token.upos == Upos::propn || token.xpos == Xpos::nnp || token.xpos == Xpos::nnps;
}
[[nodiscard]] inline bool noun_or_name(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn;
}

/// What it is made from must outlive it. `taken` marks the tokens of names found so far, and may grow.
class NameBounds {
public:
    NameBounds(const Tree& tree, const ActorLexicon& lexicon, const std::vector<bool>& taken)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), taken_(taken) {}

    /// First tokens of the language layer's names, in order; asked by the functions that join them.
    void set_begins(std::vector<std::uint32_t> begins) { name_begins_ = std::move(begins); }

    /// A word of the name is written large, or nothing of the sentence is.
    [[nodiscard]] bool has_capital(IndexRange range) const;
    /// Takes into a person's name what the language layer has parted from it: "Ursula | von der Leyen",
    /// "Kim Jong | -un".
    void join_parts(IndexRange& range) const;
    /// "Johnson | & Johnson", "Rolls- | Royce", "Credit Suisse | AG": takes in what a mark or a firm's tail ties to the
    /// name. Two that are typed apart ("the Trump-Putin summit") and states ("US-China") stay apart at a hyphen. True
    /// when a "&" has made a firm of it.
    bool join_by_mark(IndexRange& range) const;
    /// "the Tigray People | 's Liberation Front": a genitive of many, then what is capitalised behind it.
    bool join_by_genitive(IndexRange& range) const;
    /// "von der Leyen", "al-Assad" and "al- | Assad", of which the particle is taken in.
    bool begins_with_particle(IndexRange& range) const;
    /// "the Islamic Revolutionary | Guard Corps", "Bashar | al-Assad": capitals right before an organisation or a
    /// particle belong to it, but for states, titles and the first word of the sentence.
    void take_capitals_before(IndexRange& range) const;
    /// "Moody's cut its rating": a genitive of nothing belongs to the name.
    bool take_genitive(IndexRange& range) const;
    /// "Music Store" is nobody's name: it ends with what it is, and no given name begins it.
    [[nodiscard]] bool names_a_thing(IndexRange range) const;
    /// Takes determiners, titles and genitives off the ends of a name.
    void trim(IndexRange& range, NameType type) const;
    /// "Polish Prime Minister Mateusz Morawiecki", whatever the language layer takes it for, is a person behind an
    /// office. True when it was so; `range` is then the person alone.
    bool keep_person(IndexRange& range) const;
    /// Numbers by which the article names models: behind a name and once more ("Boeing 787 jets", "the 787"). Counts of
    /// things hardly ever come back with one name before them.
    void find_models();
    /// "Boeing 787 Dreamliner": a number between the words.
    [[nodiscard]] bool model_within(IndexRange range) const;
    /// True when the number of a model stands right behind a name: "Boeing" of "Boeing 787".
    [[nodiscard]] bool model_behind(IndexRange range) const;
    /// "Boeing 787", "Boeing 787 Dreamliner".
    bool extend_by_model(IndexRange& range) const;
    void extend_by_number(IndexRange& range, NameType type) const;
    /// Datelines are left out too: where the reporter sat takes part in nothing.
    [[nodiscard]] bool usable(std::uint32_t t) const;
    [[nodiscard]] bool large_words(std::uint32_t t) const;
    /// How many words of title a run of proper nouns begins with: "Senator" of "Senator Hatfield". Firms and
    /// departments are called so too: "Justice Department", "General Motors".
    [[nodiscard]] std::uint32_t title_words(IndexRange range) const;

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
    Span span_of(IndexRange range) const { return {token(range.begin).span.begin, token(range.end - 1).span.end}; }
    std::string lower_word(std::uint32_t t) const;
    /// "&", or a hyphen without blanks.
    [[nodiscard]] bool tied(std::uint32_t mark) const;
    [[nodiscard]] bool part_of_name(std::uint32_t t) const;
    /// "Apple Chief Executive Officer" names a firm and an office. A single word may belong to the name ("Burger
    /// King").
    void drop_office(IndexRange& range) const;

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    const std::vector<bool>& taken_;
    std::vector<std::uint32_t> name_begins_; ///< first tokens of the language layer's names
    std::unordered_set<std::string> models_; ///< numbers that name models, folded
};

} // namespace fasti::events
