// See renamings.hpp.
#include "events/renamings.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

class Renamings {
public:
    Renamings(const Tree& tree, const std::vector<Candidate>& candidates, Coreference& coreference,
              const std::function<std::uint32_t(std::uint32_t)>& cluster_at)
        : tree_(tree), document_(tree.document()), candidates_(candidates), coreference_(coreference),
          cluster_at_(cluster_at) {}

    void join() {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t verb = renaming_to(candidates_[i]);
            if (verb == no_token)
                continue;
            const std::uint32_t renamed = renamed_by(verb);
            const std::uint32_t old = renamed == no_token ? no_cluster : cluster_at_(renamed);
            const std::uint32_t fresh = coreference_.cluster_of[i];
            if (old != no_cluster && fresh != no_cluster && old != fresh)
                merge(old, fresh);
        }
    }

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }

    /// The verb that gives the name to something; no_token where none does.
    std::uint32_t renaming_to(const Candidate& name) const {
        const std::uint32_t verb = tree_.head(name.head);
        const Relation relation = universal(token(name.head).relation);
        if (name.kind != MentionKind::name || verb == no_token || verb > name.head ||
            (token(verb).lemma != "rename" && token(verb).lemma != "rebrand") ||
            (relation != Relation::obl && relation != Relation::xcomp && relation != Relation::obj))
            return no_token;
        const std::uint32_t preposition = tree_.child(name.head, Relation::case_);
        const bool gives =
            preposition == no_token || token(preposition).lemma == "to" || token(preposition).lemma == "as";
        return gives ? verb : no_token;
    }

    /// What the verb renames: "the store was renamed", "Total renamed itself", "Zain renamed Mobitel to …".
    std::uint32_t renamed_by(std::uint32_t verb) const {
        const std::uint32_t subject = tree_.child(verb, Relation::nsubj_pass);
        if (subject != no_token)
            return subject;
        const std::uint32_t object = tree_.child(verb, Relation::obj);
        const bool reflexive = object != no_token && token(object).upos == Upos::pron;
        return reflexive ? tree_.child(verb, Relation::nsubj) : object;
    }

    void merge(std::uint32_t into, std::uint32_t from) {
        Cluster& kept = coreference_.clusters[into];
        Cluster& gone = coreference_.clusters[from];
        if (kept.state || gone.state)
            return;
        for (const std::uint32_t candidate : gone.candidates)
            coreference_.link(candidate, into);
        gone.candidates.clear();
        kept.named = kept.named || gone.named;
        kept.titles.insert(kept.titles.end(), gone.titles.begin(), gone.titles.end());
        kept.classes.insert(kept.classes.end(), gone.classes.begin(), gone.classes.end());
        for (Coreference::Together& together : coreference_.together)
            std::replace(together.clusters.begin(), together.clusters.end(), from, into);
    }

    const Tree& tree_;
    const Document& document_;
    const std::vector<Candidate>& candidates_;
    Coreference& coreference_;
    const std::function<std::uint32_t(std::uint32_t)>& cluster_at_;
};

} // namespace

void join_renamed(const Tree& tree, const std::vector<Candidate>& candidates, Coreference& coreference,
                  const std::function<std::uint32_t(std::uint32_t)>& cluster_at) {
    Renamings(tree, candidates, coreference, cluster_at).join();
}

} // namespace fasti::events
