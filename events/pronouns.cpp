// Salience after Lappin and Leass (1994): nearness, grammatical role and how often the article names someone, under
// hard limits of gender, number, type and binding.
#include "events/pronouns.hpp"

#include "events/clauses.hpp"
#include "events/name_context.hpp"

#include <algorithm>
#include <array>

namespace fasti::events {

namespace {

bool saying(std::string_view lemma) {
    static constexpr std::array<std::string_view, 22> verbs = {
        "say",   "tell",  "add",  "write",   "announce", "state",    "declare", "explain", "ask",  "note",   "reply",
        "argue", "claim", "warn", "comment", "continue", "conclude", "insist",  "recall",  "quip", "remark", "admit"};
    return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

/// A verb or predicate above `token`: what its phrase takes part in.
std::uint32_t governor(const Tree& tree, std::uint32_t token) {
    std::uint32_t at = tree.head(token);
    const Document& document = tree.document();
    while (at != no_token && document.tokens[at].relation == Relation::conj && document.tokens[at].upos != Upos::verb)
        at = tree.head(at);
    return at;
}

int role_weight(const Token& token) {
    switch (universal(token.relation)) {
    case Relation::nsubj:
        return 80;
    case Relation::obj:
        return 50;
    case Relation::iobj:
        return 45;
    case Relation::obl:
        return token.relation == Relation::obl_agent ? 60 : 40;
    case Relation::nmod:
        return token.relation == Relation::nmod_poss ? 45 : 25;
    case Relation::compound:
    case Relation::amod:
        return 15;
    case Relation::root:
        return 60;
    default:
        return 30;
    }
}

/// "it" in "it is clear that", "it seems that": stands for nothing.
bool dummy(const Tree& tree, std::uint32_t token) {
    const Document& document = tree.document();
    const Token& it = document.tokens[token];
    if (universal(it.relation) == Relation::expl)
        return true;
    const std::uint32_t head = tree.head(token);
    if (head == no_token || universal(it.relation) != Relation::nsubj)
        return false;
    const Token& predicate = document.tokens[head];
    const bool clause =
        tree.child_of_kind(head, Relation::csubj) != no_token || tree.child(head, Relation::ccomp) != no_token;
    if (predicate.upos == Upos::adj || predicate.upos == Upos::noun)
        return clause || tree.child(head, Relation::xcomp) != no_token ||
               (predicate.upos == Upos::adj && tree.child(head, Relation::advcl) != no_token);
    const std::string lemma = lemma_key(document, head);
    return (lemma == "seem" || lemma == "appear" || lemma == "rain" || lemma == "snow" || lemma == "turn" ||
            lemma == "happen") &&
           (clause || lemma == "rain" || lemma == "snow");
}

bool compatible(const Candidate& pronoun, const Cluster& cluster, const Candidate& mention) {
    const bool person = cluster.type == ActorType::person && cluster.typed;
    if (pronoun.gender != Gender::unknown) {
        if (cluster.gender != Gender::unknown && cluster.gender != pronoun.gender)
            return false;
        return person && !cluster.plural && !mention.plural;
    }
    if (pronoun.plural) // "they": several people or things, or an organisation
        return mention.plural || cluster.plural || cluster.type == ActorType::organization ||
               cluster.type == ActorType::group;
    return !person && !mention.plural && !cluster.plural && cluster.type != ActorType::group;
}

/// Who acts in a clause without a subject of its own: "Moscow blamed NATO, calling it a threat" can't mean Moscow by
/// "it".
std::uint32_t understood_subject(const Tree& tree, std::uint32_t verb) {
    const Document& document = tree.document();
    constexpr int most_steps = 4;
    for (int steps = 0; verb != no_token && steps < most_steps; ++steps) {
        if (const std::uint32_t subject = tree.child_of_kind(verb, Relation::nsubj); subject != no_token)
            return steps == 0 ? no_token : subject;
        const Relation relation = universal(document.tokens[verb].relation);
        const std::uint32_t above = tree.head(verb);
        if (relation == Relation::xcomp && above != no_token) {
            // "asked France to support it", "called on France to support it"
            std::uint32_t told = tree.child(above, Relation::obj);
            if (told == no_token)
                told = tree.child(above, Relation::obl);
            if (told != no_token && told < verb)
                return told;
        }
        if (relation != Relation::advcl && relation != Relation::xcomp && relation != Relation::conj)
            return no_token;
        verb = tree.head(verb);
    }
    return no_token;
}

/// "Alpha and Beta said they were leaving": the two, whom no actor stands for.
bool means_several_above(const Tree& tree, std::uint32_t token) {
    const std::uint32_t own = governor(tree, token);
    const std::uint32_t above = own == no_token ? no_token : tree.head(own);
    const std::uint32_t subject = above == no_token ? no_token : tree.child_of_kind(above, Relation::nsubj);
    return subject != no_token && subject < token && tree.child(subject, Relation::conj) != no_token &&
           tree.document().tokens[subject].upos == Upos::propn;
}

/// "It was his first interview": what a noun that describes no actor says of it is something that happened.
bool is_said_to_be_no_actor(const Tree& tree, const std::vector<Candidate>& candidates, std::uint32_t index) {
    const Document& document = tree.document();
    const std::uint32_t token = candidates[index].head;
    const std::uint32_t predicate = tree.head(token);
    if (predicate == no_token || document.tokens[token].relation != Relation::nsubj ||
        document.tokens[predicate].upos != Upos::noun || tree.child(predicate, Relation::cop) == no_token ||
        tree.child(predicate, Relation::nmod_poss) == no_token)
        return false;
    for (std::uint32_t i = index + 1; i < candidates.size() && candidates[i].sentence == candidates[index].sentence;
         ++i)
        if (candidates[i].head == predicate && candidates[i].typed)
            return false;
    return true;
}

/// The cluster of an "it" that is the subject of the clause above the one of `token`.
std::uint32_t named_by_it_above(const Tree& tree, const std::vector<Candidate>& candidates, const Recent& recent,
                                std::uint32_t token) {
    const Document& document = tree.document();
    std::uint32_t verb = governor(tree, token);
    for (int steps = 0; steps < 3 && verb != no_token; ++steps) {
        verb = tree.head(verb);
        if (verb == no_token)
            break;
        std::uint32_t subject = tree.child_of_kind(verb, Relation::nsubj);
        if (subject == no_token)
            subject = misread_subject(tree, verb);
        if (subject == no_token || document.tokens[subject].lemma != "it")
            continue;
        for (auto entry = recent.entries().rbegin(); entry != recent.entries().rend(); ++entry)
            if (candidates[entry->candidate].head == subject)
                return entry->cluster;
    }
    return no_cluster;
}

/// "Berg and his deputy": the pronoun stands in a conjunct of `head`.
bool owns_conjunct(const Tree& tree, std::uint32_t head, std::uint32_t token) {
    constexpr int most_steps = 4;
    for (int steps = 0; steps < most_steps && token != no_token; ++steps) {
        const std::uint32_t above = tree.head(token);
        if (above == head)
            return tree.document().tokens[token].relation == Relation::conj;
        token = above;
    }
    return false;
}

} // namespace

std::uint32_t resolve_pronoun(const Tree& tree, const std::vector<Candidate>& candidates,
                              const Coreference& coreference, const Recent& recent, std::uint32_t index) {
    const Document& document = tree.document();
    const Candidate& pronoun = candidates[index];
    const std::uint32_t token = pronoun.head;
    if (!pronoun.plural && pronoun.gender == Gender::unknown && dummy(tree, token))
        return no_cluster;
    if (!pronoun.plural && pronoun.gender == Gender::unknown && is_said_to_be_no_actor(tree, candidates, index))
        return no_cluster;
    const std::uint32_t own_governor = governor(tree, token);
    const std::uint32_t understood = pronoun.pronoun == PronounKind::personal &&
                                             universal(document.tokens[token].relation) != Relation::nsubj &&
                                             own_governor != no_token && misread_subject(tree, own_governor) != token
                                         ? understood_subject(tree, own_governor)
                                         : no_token;
    std::uint32_t not_meant = no_cluster;
    if (understood != no_token)
        for (auto entry = recent.entries().rbegin(); entry != recent.entries().rend() && not_meant == no_cluster;
             ++entry)
            if (candidates[entry->candidate].head == understood)
                not_meant = entry->cluster;
    const std::uint32_t window = pronoun.gender != Gender::unknown ? 3 : 2;
    const std::uint32_t paragraph = document.sentences[pronoun.sentence].paragraph;

    if (pronoun.plural && pronoun.pronoun == PronounKind::personal && means_several_above(tree, token))
        return no_cluster;
    // "It believed that they had fled": two numbers, two actors.
    if (pronoun.plural && not_meant == no_cluster)
        not_meant = named_by_it_above(tree, candidates, recent, token);

    std::uint32_t best = no_cluster;
    int best_score = 0;
    const auto& entries = recent.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const Candidate& mention = candidates[entry->candidate];
        const std::uint32_t distance = pronoun.sentence - mention.sentence;
        if (distance > window)
            break;
        if (document.sentences[mention.sentence].kind == SentenceKind::headline && distance > 0 &&
            pronoun.sentence > 1 && document.sentences[pronoun.sentence].paragraph > paragraph)
            continue;
        if (entry->cluster == not_meant)
            continue;
        const Cluster& cluster = coreference.clusters[entry->cluster];
        if (!compatible(pronoun, cluster, mention))
            continue;
        // A phrase can't hold a pronoun that stands for the phrase: "its parent company".
        const bool beside =
            distance == 0 && pronoun.pronoun == PronounKind::possessive && owns_conjunct(tree, mention.head, token);
        if (distance == 0 && !beside && tree.phrase(mention.head).contains(token) && mention.head != token)
            continue;
        const std::uint32_t their_governor = governor(tree, mention.head);
        const bool coargument = distance == 0 && their_governor == own_governor && own_governor != no_token;
        if (pronoun.pronoun == PronounKind::personal && coargument)
            continue;
        if (pronoun.pronoun == PronounKind::reflexive && !coargument)
            continue;
        static constexpr std::array<int, 4> nearness = {100, 70, 20, 0};
        int score = nearness[distance] + role_weight(document.tokens[mention.head]);
        if (pronoun.pronoun == PronounKind::possessive && pronoun.gender != Gender::unknown && distance == 0)
            score += 30; // "stood by Lukashenko since his re-election"
        if (beside)
            score += 60;
        if (cluster.named)
            score += pronoun.gender != Gender::unknown ? 25 : 10;
        // Who is named all over the article is not meant by that alone, where another was named a sentence before.
        score += (distance > 1 ? 3 : 6) * static_cast<int>(std::min<std::size_t>(cluster.candidates.size(), 8));
        // "Apple said its profit": the subject of the clause owns what the clause speaks of.
        const Relation relation = universal(document.tokens[mention.head].relation);
        const bool same_subject =
            universal(document.tokens[token].relation) == Relation::nsubj && relation == Relation::nsubj;
        if (same_subject && distance < 3)
            score += 30;
        if (pronoun.plural && !mention.plural && !cluster.plural)
            score -= cluster.type == ActorType::organization || cluster.type == ActorType::group ? 40 : 80;
        if (!pronoun.plural && pronoun.gender == Gender::unknown && !cluster.named && !cluster.typed)
            score -= 10;
        // "the deployment of NATO forces … describing it": hardly the one who only tells the forces apart, nor one who
        // was named a sentence before and not in this one.
        const bool it =
            !pronoun.plural && pronoun.gender == Gender::unknown && pronoun.pronoun == PronounKind::personal;
        if (it && distance == 0 && (relation == Relation::compound || relation == Relation::amod))
            score -= 60;
        if (it && distance > 0 && understood != no_token)
            score -= 100;
        if (score > best_score) {
            best_score = score;
            best = entry->cluster;
        }
    }
    return best;
}

std::uint32_t speaker_of(const Tree& tree, std::uint32_t token) {
    const Document& document = tree.document();
    const IndexRange sentence = document.sentences[tree.sentence(token)].tokens;
    const auto subject_of = [&](std::uint32_t verb) -> std::uint32_t {
        if (document.tokens[verb].upos != Upos::verb || !saying(lemma_key(document, verb)))
            return no_token;
        const std::uint32_t subject = tree.child(verb, Relation::nsubj);
        return subject != no_token && document.tokens[subject].upos != Upos::pron ? subject : no_token;
    };
    for (std::uint32_t at = token; at != no_token; at = tree.head(at)) {
        if (at != token)
            if (const std::uint32_t subject = subject_of(at); subject != no_token)
                return subject;
        for (const std::uint32_t child : tree.children(at))
            if (document.tokens[child].relation == Relation::parataxis && !tree.phrase(child).contains(token))
                if (const std::uint32_t subject = subject_of(child); subject != no_token && sentence.contains(subject))
                    return subject;
    }
    return no_token;
}

} // namespace fasti::events
