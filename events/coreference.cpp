// The sieves between names and pronouns, in this order: titles and appositions beside a name, words for the state,
// relative pronouns; then one pass in text order over descriptions and pronouns, with what was mentioned last in view;
// at last renamings.
#include "events/coreference.hpp"

#include "core/utf8.hpp"
#include "events/descriptions.hpp"
#include "events/name_context.hpp"
#include "events/names_beside.hpp"
#include "events/pronouns.hpp"
#include "events/renamings.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace fasti::events {

namespace {

using Index = ActorLexicon::Index;

/// How far back "the company" or "the index" may reach, in sentences.
constexpr std::uint32_t class_reach = 3;
/// An office that more persons of one article hold tells nobody apart.
constexpr std::size_t most_holders = 32;

class Linker {
public:
    Linker(const Tree& tree, const ActorLexicon& lexicon, const std::vector<Candidate>& candidates)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), candidates_(candidates),
          result_(link_names(tree.document(), lexicon, candidates)),
          descriptions_(tree.document(), lexicon, candidates) {}

    Coreference resolve() {
        index_tokens();
        beside_.read();
        index_titles();
        for (std::uint32_t i = 0; i < candidates_.size(); ++i)
            read_in_order(i);
        join_renamed(tree_, candidates_, result_, [this](std::uint32_t t) { return cluster_at(t); });
        return std::move(result_);
    }

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
    Cluster& cluster(std::uint32_t candidate) { return result_.clusters[result_.cluster_of[candidate]]; }
    bool linked(std::uint32_t candidate) const { return result_.cluster_of[candidate] != no_cluster; }

    void index_tokens() {
        name_at_.assign(document_.tokens.size(), no_cluster);
        description_at_.assign(document_.tokens.size(), no_cluster);
        pronoun_at_.assign(document_.tokens.size(), no_cluster);
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& c = candidates_[i];
            if (c.kind == MentionKind::name)
                for (std::uint32_t t = c.tokens.begin; t < c.tokens.end; ++t)
                    name_at_[t] = i;
            else
                (c.kind == MentionKind::description ? description_at_ : pronoun_at_)[c.head] = i;
        }
    }

    /// The cluster that a token's mention is linked to so far.
    std::uint32_t cluster_at(std::uint32_t t) const {
        for (const auto* table : {&name_at_, &description_at_, &pronoun_at_})
            if ((*table)[t] != no_cluster && result_.cluster_of[(*table)[t]] != no_cluster)
                return result_.cluster_of[(*table)[t]];
        return no_cluster;
    }

    void index_titles() {
        for (std::uint32_t i = 0; i < result_.clusters.size(); ++i)
            for (const HeldTitle& title : result_.clusters[i].titles)
                by_office_[title.office].push_back(i);
        for (auto& [office, holders] : by_office_) {
            holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
            holders.resize(std::min(holders.size(), most_holders));
        }
        for (std::uint32_t i = 0; i < result_.clusters.size(); ++i)
            if (const Cluster& c = result_.clusters[i]; c.state)
                state_of_.try_emplace(c.country, i);
            else if (c.named && c.type == ActorType::organization && c.country != ActorLexicon::none)
                organizations_of_[c.country].push_back(i);
    }

    std::uint32_t new_cluster(const Candidate& c) {
        Cluster& fresh = result_.clusters.emplace_back();
        fresh.type = c.type;
        fresh.typed = c.typed;
        fresh.plural = c.plural;
        fresh.gender = c.gender;
        fresh.country = c.country;
        NamesBeside::add_class(fresh, c.noun_class);
        return static_cast<std::uint32_t>(result_.clusters.size() - 1);
    }

    void read_in_order(std::uint32_t i) {
        const Candidate& c = candidates_[i];
        if (!linked(i)) {
            if (c.kind == MentionKind::description)
                resolve_description(i);
            else if (c.kind == MentionKind::pronoun)
                resolve_one_pronoun(i);
        }
        if (linked(i)) {
            recent_.add(i, result_.cluster_of[i]);
            if (c.kind != MentionKind::pronoun)
                last_in_.insert_or_assign(result_.cluster_of[i], c.sentence);
        }
    }

    void resolve_one_pronoun(std::uint32_t i) {
        const Candidate& c = candidates_[i];
        std::uint32_t found = no_cluster;
        if (c.pronoun == PronounKind::relative) {
            found = antecedent_of_relative(c.head);
        } else if (c.pronoun == PronounKind::speaker) {
            const std::uint32_t speaker = speaker_of(tree_, c.head);
            found = speaker == no_token ? no_cluster : cluster_at(speaker);
            if (found != no_cluster && result_.clusters[found].type != ActorType::person)
                found = no_cluster;
        } else {
            found = resolve_pronoun(tree_, candidates_, result_, recent_, i);
        }
        if (found == no_cluster)
            return;
        result_.link(i, found);
        Cluster& cluster = result_.clusters[found];
        if (cluster.gender == Gender::unknown && cluster.type == ActorType::person)
            cluster.gender = c.gender;
    }

    /// The noun that a relative clause describes: "the protests that NATO …".
    std::uint32_t antecedent_of_relative(std::uint32_t pronoun) const {
        std::uint32_t at = pronoun;
        for (int steps = 0; steps < 4 && at != no_token; ++steps, at = tree_.head(at))
            if (token(at).relation == Relation::acl_relcl)
                return tree_.head(at) == no_token ? no_cluster : cluster_at(tree_.head(at));
        return no_cluster;
    }

    void resolve_description(std::uint32_t i) {
        const Candidate& d = candidates_[i];
        if (d.state) {
            const auto [state, added] =
                state_of_.try_emplace(d.country, static_cast<std::uint32_t>(result_.clusters.size()));
            if (added) {
                Cluster& fresh = result_.clusters.emplace_back();
                fresh.type = ActorType::place;
                fresh.typed = fresh.named = fresh.state = true;
                fresh.country = d.country;
            }
            return result_.link(i, state->second);
        }
        if (const std::uint32_t holder = holder_of(i); holder != no_cluster)
            return result_.link(i, holder);
        if (d.plural && d.number == 2 && d.definite && name_together(i))
            return;
        if (const std::uint32_t same = same_class(i); same != no_cluster)
            return result_.link(i, same);
        if (d.definite && d.possessor == no_token)
            if (const auto seen = unnamed_.find(lemma_key(document_, d.head)); seen != unnamed_.end())
                if (d.sentence - last_in_[seen->second] <= class_reach &&
                    result_.clusters[seen->second].plural == d.plural)
                    return result_.link(i, seen->second);
        const std::uint32_t fresh = new_cluster(d);
        result_.link(i, fresh);
        unnamed_.insert_or_assign(lemma_key(document_, d.head), fresh);
    }

    /// "the Russian defense minister", "his Belarusian counterpart": the person known by that office.
    std::uint32_t holder_of(std::uint32_t i) {
        const Candidate& d = candidates_[i];
        if (d.plural || d.indefinite)
            return no_cluster;
        Candidate wanted = d;
        const bool counterpart = lemma_key(document_, d.head) == "counterpart";
        if (counterpart) {
            const std::uint32_t own = d.possessor == no_token ? no_cluster : possessor_cluster(d.possessor);
            if (own == no_cluster || result_.clusters[own].titles.empty() || d.country == ActorLexicon::none)
                return no_cluster;
            wanted.office = result_.clusters[own].titles.front().office;
            wanted.domain = result_.clusters[own].titles.front().domain;
        }
        const bool bare = !d.definite && d.country == ActorLexicon::none;
        if (wanted.office == ActorLexicon::none || bare)
            return no_cluster;
        const bool said_whose = d.country != ActorLexicon::none || d.possessor != no_token || !wanted.domain.empty();
        const int year = year_beside(tree_, d.head);
        std::uint32_t found = no_cluster;
        for (const auto& [office, holders] : by_office_)
            for (const std::uint32_t holder : holders) {
                Cluster& person = result_.clusters[holder];
                const bool same_state = wanted.country == person.country || wanted.country == ActorLexicon::none;
                const bool fits = std::any_of(person.titles.begin(), person.titles.end(), [&](const HeldTitle& title) {
                    return descriptions_.same_office(wanted, title, same_state);
                });
                if (!fits || person.type != ActorType::person || holder == found)
                    continue;
                if (wanted.country != ActorLexicon::none && person.country != ActorLexicon::none &&
                    wanted.country != person.country)
                    continue;
                if (counterpart && person.country == ActorLexicon::none)
                    continue;
                if (year != 0 && !descriptions_.may_have_held(person, wanted.country, year))
                    continue;
                const auto last = last_in_.find(holder);
                const bool near = last != last_in_.end() && d.sentence - last->second <= class_reach;
                if (!said_whose && !near)
                    continue;
                if (found != no_cluster) {
                    // Two may be meant: the one whose state is known to be right, else the nearer one.
                    const Cluster& other = result_.clusters[found];
                    const bool right = wanted.country != ActorLexicon::none && person.country == wanted.country;
                    const bool other_right = wanted.country != ActorLexicon::none && other.country == wanted.country;
                    const auto other_last = last_in_.find(found);
                    const bool nearer = near && (other_last == last_in_.end() || last->second >= other_last->second);
                    if (right == other_right ? !nearer : !right)
                        continue;
                }
                found = holder;
            }
        if (found != no_cluster && result_.clusters[found].country == ActorLexicon::none)
            result_.clusters[found].country = wanted.country;
        if (found != no_cluster && !counterpart)
            beside_.add_title(result_.clusters[found], d);
        return found;
    }

    std::uint32_t possessor_cluster(std::uint32_t possessor) {
        const std::uint32_t pronoun = pronoun_at_[possessor];
        // The phrase is read before the pronoun inside it when it begins with it.
        if (pronoun != no_cluster && !linked(pronoun))
            resolve_one_pronoun(pronoun);
        return cluster_at(possessor);
    }

    /// "the two countries": the two states mentioned last.
    bool name_together(std::uint32_t i) {
        const Candidate& d = candidates_[i];
        std::vector<std::uint32_t> found;
        const auto& entries = recent_.entries();
        for (auto entry = entries.rbegin(); entry != entries.rend() && found.size() < 2; ++entry) {
            if (d.sentence - candidates_[entry->candidate].sentence > class_reach)
                break;
            const Cluster& c = result_.clusters[entry->cluster];
            const bool fits =
                c.named && !c.plural &&
                (d.state_class ? c.state
                               : d.typed && c.typed && d.type == c.type && d.type != ActorType::other && !c.state);
            if (fits && std::find(found.begin(), found.end(), entry->cluster) == found.end())
                found.push_back(entry->cluster);
        }
        if (found.size() < 2)
            return false;
        std::reverse(found.begin(), found.end());
        result_.together.push_back({i, std::move(found)});
        return true;
    }

    /// "the alliance", "the company", "the phone": the named actor of that class mentioned last.
    std::uint32_t same_class(std::uint32_t i) {
        const Candidate& d = candidates_[i];
        if (d.plural || d.indefinite || !d.definite || d.number != 0 || !d.typed || d.type == ActorType::group ||
            beside_.predicate(i))
            return no_cluster;
        if (d.country != ActorLexicon::none && d.possessor != no_token)
            return only_of_state(d);
        if (d.possessor != no_token || (d.country != ActorLexicon::none && d.state_class))
            return no_cluster;
        if (d.type == ActorType::person && d.office == ActorLexicon::none)
            return no_cluster;
        if (belongs_to_name(d))
            return no_cluster;
        if (d.state_class && lemma_key(document_, d.head) == "government")
            if (const std::uint32_t state = governed(i); state != no_cluster)
                return state;
        const int year = d.office == ActorLexicon::none ? 0 : year_beside(tree_, d.head);
        // First one that is said to be such a thing, then one that may be; but who may be one and is the subject of the
        // sentence before comes before one farther off.
        std::uint32_t farther = no_cluster;
        for (const bool said : {true, false}) {
            const auto& entries = recent_.entries();
            std::uint32_t found = no_cluster, in_sentence = 0;
            bool leads = false;
            for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
                const Candidate& mention = candidates_[entry->candidate];
                if (d.sentence - mention.sentence > class_reach ||
                    (found != no_cluster && mention.sentence != in_sentence))
                    break;
                const Cluster& c = result_.clusters[entry->cluster];
                if (year != 0 && !descriptions_.may_have_held(c, d.country, year))
                    continue;
                if (!c.named || c.plural || tree_.phrase(mention.head).contains(d.head) ||
                    tree_.phrase(d.head).contains(mention.head))
                    continue;
                if (!(d.state_class ? c.state : said ? descriptions_.said_to_be(d, c) : descriptions_.may_be(d, c)))
                    continue;
                // The nearest one, but before it the subject of the same sentence.
                const bool subject = universal(token(mention.head).relation) == Relation::nsubj;
                if (found == no_cluster || (subject && mention.sentence != d.sentence &&
                                            !descriptions_.sounds_like(d, result_.clusters[found]))) {
                    found = entry->cluster;
                    in_sentence = mention.sentence;
                    leads = subject && d.sentence - mention.sentence == 1;
                }
                if (subject)
                    break;
            }
            if (said && found != no_cluster && d.sentence - in_sentence > 1) {
                farther = found;
                continue;
            }
            if (found != no_cluster && (farther == no_cluster || leads))
                return found;
        }
        return farther;
    }

    /// "the government": the state whose government was spoken of before, else of those near the one named most.
    std::uint32_t governed(std::uint32_t i) const {
        const Candidate& d = candidates_[i];
        constexpr std::uint32_t most_read = 200;
        for (std::uint32_t c = i, read = 0; c-- > 0 && read < most_read; ++read)
            if (candidates_[c].kind == MentionKind::description && linked(c) &&
                lemma_key(document_, candidates_[c].head) == "government" &&
                result_.clusters[result_.cluster_of[c]].state)
                return result_.cluster_of[c];
        std::uint32_t found = no_cluster;
        const auto& entries = recent_.entries();
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            if (d.sentence - candidates_[entry->candidate].sentence > class_reach)
                break;
            const Cluster& c = result_.clusters[entry->cluster];
            if (c.state && !c.plural && c.named &&
                (found == no_cluster || c.candidates.size() > result_.clusters[found].candidates.size()))
                found = entry->cluster;
        }
        return found;
    }

    /// "Britain's central bank": the one named actor of that state that is said to be such a thing.
    std::uint32_t only_of_state(const Candidate& d) const {
        if (d.type != ActorType::organization || d.noun_class == ActorLexicon::none)
            return no_cluster;
        std::uint32_t found = no_cluster;
        const auto of_state = organizations_of_.find(d.country);
        if (of_state == organizations_of_.end())
            return no_cluster;
        for (const std::uint32_t i : of_state->second) {
            const Cluster& c = result_.clusters[i];
            if (std::find(c.classes.begin(), c.classes.end(), d.noun_class) == c.classes.end())
                continue;
            if (found != no_cluster)
                return no_cluster;
            found = i;
        }
        return found;
    }

    /// "the Opel unit of General Motors", "the insurer of Boeing": told apart by a name of its own.
    bool belongs_to_name(const Candidate& d) const {
        const auto children = tree_.children(d.head);
        return d.type == ActorType::organization &&
               std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
                   const Relation relation = token(child).relation;
                   const bool of = relation == Relation::nmod && tree_.child(child, Relation::case_) != no_token &&
                                   document_.word(tree_.child(child, Relation::case_)) == "of";
                   // "the US company", "the London index": of a place, and no name of its own
                   return name_at_[child] != no_cluster && !candidates_[name_at_[child]].state &&
                          (of ||
                           (relation == Relation::compound && candidates_[name_at_[child]].type != ActorType::place));
               });
    }

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    const std::vector<Candidate>& candidates_;
    Coreference result_;
    Descriptions descriptions_;
    Recent recent_;
    std::vector<std::uint32_t> name_at_, description_at_, pronoun_at_; ///< candidate by token
    NamesBeside beside_{tree_, lexicon_, candidates_, result_, name_at_, description_at_};
    std::map<Index, std::vector<std::uint32_t>> by_office_; ///< in order: ties are broken by it
    std::unordered_map<Index, std::uint32_t> state_of_;
    std::unordered_map<Index, std::vector<std::uint32_t>> organizations_of_; ///< named ones, by state
    std::unordered_map<std::uint32_t, std::uint32_t> last_in_; ///< sentence in which a cluster was mentioned last
    std::unordered_map<std::string, std::uint32_t> unnamed_;   ///< by lemma
};

} // namespace

Coreference resolve_coreference(const Tree& tree, const ActorLexicon& lexicon,
                                const std::vector<Candidate>& candidates) {
    return Linker(tree, lexicon, candidates).resolve();
}

} // namespace fasti::events
