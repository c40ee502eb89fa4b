// What stands beside a name and says who or what it names: titles before it, its office behind a comma, a noun of its
// class, appositions, predicates. The first sieve after the names themselves.
#pragma once

#include "events/coreference.hpp"
#include "events/descriptions.hpp"

#include <vector>

namespace fasti::events {

/// What it is made from must outlive it; `names` and `descriptions` give the candidate of each token.
class NamesBeside {
public:
    NamesBeside(const Tree& tree, const ActorLexicon& lexicon, const std::vector<Candidate>& candidates,
                Coreference& result, const std::vector<std::uint32_t>& names,
                const std::vector<std::uint32_t>& descriptions)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), candidates_(candidates), result_(result),
          name_at_(names), description_at_(descriptions), descriptions_(tree.document(), lexicon, candidates) {}

    /// Links and describes; once, when the tables by token are filled.
    void read();
    /// "Gizmodo is a blog": the candidate is said of another, and no mention of its own.
    [[nodiscard]] bool predicate(std::uint32_t candidate) const { return predicate_[candidate]; }
    static void add_class(Cluster& cluster, ActorLexicon::Index noun_class);
    void add_title(Cluster& c, const Candidate& d);

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
    Cluster& cluster(std::uint32_t candidate) { return result_.clusters[result_.cluster_of[candidate]]; }
    bool linked(std::uint32_t candidate) const { return result_.cluster_of[candidate] != no_cluster; }
    void describe(std::uint32_t description, std::uint32_t to);
    /// What stands right before a name: "Defense Minister Sergei Shoigu", "technology blog Gizmodo", or right behind
    /// it: "FTSE 100 index".
    void read_beside(std::uint32_t name);
    /// True when noun and name are one phrase in the tree.
    [[nodiscard]] bool joined(std::uint32_t noun, const Candidate& name) const;
    /// "CEO and co-founder Steve Jobs": the office before the "and".
    void read_second_title(std::uint32_t title, std::uint32_t name);
    /// An office whose word is no noun phrase of its own: "Mr. Jobs".
    void read_title_words(std::uint32_t before, std::uint32_t name);
    /// "The former chief operating officer, Tim Cook", "its chief executive, Parag Agrawal": an office, a comma and a
    /// name, where the sentence begins with the office or the name ends at a mark.
    void read_title_and_comma(std::uint32_t before, std::uint32_t name);
    /// "Secretary of State Antony Blinken", "the head of Gazprom Alexei Miller": the office heads the phrase, and
    /// between it and the name stands what it is of.
    void read_title_and_field(std::uint32_t before, std::uint32_t name);
    [[nodiscard]] bool is_field_word(std::uint32_t t) const;
    /// "Jobs, the chief executive of Apple" and "the chief executive, Jobs".
    /// The last token of the name that stands, with a comma, right before a description; no_token when there is none.
    [[nodiscard]] std::uint32_t name_before_comma(const Candidate& c) const;
    void link_appositions();
    bool lists_some(std::uint32_t head) const;

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    const std::vector<Candidate>& candidates_;
    Coreference& result_;
    const std::vector<std::uint32_t>& name_at_;
    const std::vector<std::uint32_t>& description_at_;
    Descriptions descriptions_;
    std::vector<bool> predicate_;
};

} // namespace fasti::events
