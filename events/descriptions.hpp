// Whether a description may stand for an actor, by its noun, its type and its office. Where both were mentioned is the
// business of `coreference`.
#pragma once

#include "events/coreference.hpp"

namespace fasti::events {

/// May a description of this type stand for the cluster?
[[nodiscard]] bool types_agree(const Candidate& d, const Cluster& c);

/// What it is made from must outlive it.
class Descriptions {
public:
    Descriptions(const Document& document, const ActorLexicon& lexicon, const std::vector<Candidate>& candidates)
        : document_(document), lexicon_(lexicon), candidates_(candidates) {}

    /// Nothing else is known of the actor, or that it is such a thing.
    [[nodiscard]] static bool fits_class(const Candidate& d, const Cluster& c);
    /// The office's fields agree though its words differ: a "defense chief" is the "defense minister".
    [[nodiscard]] bool same_office(const Candidate& d, const HeldTitle& title, bool same_state) const;
    /// False where it is known which offices the person held, and none was in that state (any, where it is `none`) and
    /// year.
    [[nodiscard]] bool may_have_held(const Cluster& person, ActorLexicon::Index country, int year) const;
    /// The actor is said to be one: by an apposition, a predicate, the table, its own name.
    [[nodiscard]] bool said_to_be(const Candidate& d, const Cluster& c) const;
    /// An organisation of unknown kind is most often a company; a thing may be any product.
    [[nodiscard]] bool may_be(const Candidate& d, const Cluster& c) const;

    /// "the phone" for "iPhone", "the store" for "iTunes Store": the name ends with the noun.
    [[nodiscard]] bool sounds_like(const Candidate& d, const Cluster& c) const;

private:
    [[nodiscard]] bool model(const Cluster& c) const;

    const Document& document_;
    const ActorLexicon& lexicon_;
    const std::vector<Candidate>& candidates_;
};

} // namespace fasti::events
