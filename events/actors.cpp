// Turns clusters into actors: the fullest name, other forms, roles, state, and the mentions in text order.
#include "events/actors.hpp"

#include "core/utf8.hpp"
#include "events/coreference.hpp"

#include <algorithm>

namespace fasti::events {

namespace {

/// The words with every run of blanks and line breaks as one blank.
std::string one_line(std::string_view words) {
    std::string line;
    for (const char c : words) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (blank && (line.empty() || line.back() == ' '))
            continue;
        line += blank ? ' ' : c;
    }
    return line;
}

class Assembler {
public:
    Assembler(const Article& article, const Tree& tree, const ActorLexicon& lexicon)
        : article_(article), document_(tree.document()), lexicon_(lexicon), candidates_(find_candidates(tree, lexicon)),
          coreference_(resolve_coreference(tree, lexicon, candidates_)) {}

    ActorIndex assemble() {
        ActorIndex index;
        index.by_token.assign(document_.tokens.size(), ActorId::none());
        std::vector<ActorId> actor_of(coreference_.clusters.size());
        for (const auto& [first, at] : clusters_in_order()) {
            actor_of[at] = ActorId{static_cast<std::uint32_t>(index.actors.size())};
            index.actors.push_back(make_actor(coreference_.clusters[at]));
        }
        // Descriptions and pronouns claim their head, names all their words.
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t cluster = coreference_.cluster_of[i];
            if (cluster == no_cluster || !actor_of[cluster].valid())
                continue;
            const Candidate& c = candidates_[i];
            if (c.kind == MentionKind::name)
                for (std::uint32_t t = c.tokens.begin; t < c.tokens.end; ++t)
                    index.by_token[t] = actor_of[cluster];
            else
                index.by_token[c.head] = actor_of[cluster];
        }
        for (const Coreference::Together& together : coreference_.together) {
            ActorIndex::Together entry{candidates_[together.candidate].head, {}};
            for (const std::uint32_t cluster : together.clusters)
                if (actor_of[cluster].valid())
                    entry.actors.push_back(actor_of[cluster]);
            index.together.push_back(std::move(entry));
        }
        std::sort(index.together.begin(), index.together.end(),
                  [](const auto& a, const auto& b) { return a.token < b.token; });
        return index;
    }

private:
    Span span_of(const Candidate& c) const {
        return {document_.tokens[c.tokens.begin].span.begin, document_.tokens[c.tokens.end - 1].span.end};
    }

    /// Named clusters by the place of their first mention.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> clusters_in_order() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
        for (std::uint32_t i = 0; i < coreference_.clusters.size(); ++i) {
            Cluster& cluster = coreference_.clusters[i];
            if (!cluster.named || cluster.candidates.empty())
                continue;
            std::sort(cluster.candidates.begin(), cluster.candidates.end());
            order.emplace_back(cluster.candidates.front(), i);
        }
        std::sort(order.begin(), order.end());
        return order;
    }

    Actor make_actor(const Cluster& cluster) const {
        Actor actor;
        actor.type = cluster.type;
        actor.state = cluster.state;
        if (cluster.country != ActorLexicon::none)
            actor.country = lexicon_.country_code(cluster.country);
        for (const std::uint32_t i : cluster.candidates) {
            const Candidate& c = candidates_[i];
            const Mention mention{span_of(c), document_.tokens[c.head].span, c.kind};
            if (actor.mentions.empty() || actor.mentions.back().span != mention.span)
                actor.mentions.push_back(mention);
            if (c.kind == MentionKind::name)
                add_name(actor, cluster, c);
            if (c.institution != ActorLexicon::none) // by which other articles may call it
                actor.aliases.push_back(lexicon_.institution(c.institution).name);
        }
        if (actor.name.empty())
            actor.name = cluster.state ? std::string(lexicon_.country_name(cluster.country)) : std::string();
        std::sort(actor.aliases.begin(), actor.aliases.end());
        actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
        std::erase(actor.aliases, actor.name);
        add_roles(actor, cluster);
        return actor;
    }

    void add_name(Actor& actor, const Cluster& cluster, const Candidate& c) const {
        std::string words = one_line(document_.words(span_of(c)));
        if (words.ends_with("'s"))
            words.resize(words.size() - 2);
        if (cluster.state) {
            // "Russian", "Moscow" and "the Kremlin" stand for it, but only "Russia" is its name.
            if (actor.name.empty())
                actor.name = lexicon_.country_name(cluster.country);
            const ActorLexicon::CountryWord* word = lexicon_.country_word(c.key);
            if (!word || word->use == ActorLexicon::CountryUse::adjective)
                return;
        } else if (fuller(words, actor.name)) {
            std::swap(words, actor.name);
        }
        if (!words.empty())
            actor.aliases.push_back(std::move(words));
    }

    /// The singular of a product, then more words, then more letters, then the one seen first.
    static bool fuller(const std::string& a, const std::string& b) {
        if (a == b + "s" || b == a + "s")
            return a.size() < b.size();
        const auto words = [](const std::string& s) { return std::count(s.begin(), s.end(), ' '); };
        return b.empty() || (words(a) != words(b) ? words(a) > words(b) : a.size() > b.size());
    }

    void add_roles(Actor& actor, const Cluster& cluster) const {
        std::vector<HeldTitle> titles = cluster.titles;
        std::sort(titles.begin(), titles.end(),
                  [](const HeldTitle& a, const HeldTitle& b) { return a.words < b.words; });
        std::vector<std::string> seen;
        for (const HeldTitle& title : titles) {
            std::string words = one_line(document_.words(title.words));
            std::string folded = utf8::fold(words);
            if (lexicon_.office_name(title.office) == "mister" || lexicon_.office_name(title.office) == "mistress" ||
                std::find(seen.begin(), seen.end(), folded) != seen.end())
                continue;
            seen.push_back(std::move(folded));
            actor.roles.push_back(std::move(words));
        }
        if (actor.type != ActorType::person || !article_.published)
            return;
        // What the dictionaries know of the person at the time of the article.
        for (const ActorLexicon::HeldOffice& office : lexicon_.offices_held(name_key(actor.name))) {
            const Moment at = article_.published->moment;
            const bool holds =
                (!office.held.from || *office.held.from <= at) && (!office.held.to || at < *office.held.to);
            if (!holds || office.country == ActorLexicon::none)
                continue;
            if (actor.country.empty())
                actor.country = lexicon_.country_code(office.country);
            if (actor.roles.empty())
                actor.roles.push_back("member of the government of " +
                                      std::string(lexicon_.country_name(office.country)));
        }
    }

    const Article& article_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    std::vector<Candidate> candidates_;
    Coreference coreference_;
};

} // namespace

std::span<const ActorId> ActorIndex::together_at(std::uint32_t token) const {
    const auto it = std::lower_bound(together.begin(), together.end(), token,
                                     [](const Together& entry, std::uint32_t t) { return entry.token < t; });
    return it != together.end() && it->token == token ? std::span<const ActorId>(it->actors)
                                                      : std::span<const ActorId>();
}

ActorIndex find_actors(const Article& article, const Document& document, const ActorLexicon& lexicon) {
    const Tree tree(document);
    return Assembler(article, tree, lexicon).assemble();
}

} // namespace fasti::events
