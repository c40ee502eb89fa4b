// See load.hpp.
#include "graph/load.hpp"

#include "core/utf8.hpp"
#include "graph/assemble.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/relink.hpp"
#include "graph/stated_order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

namespace fasti::graph {

std::string published_text(std::int64_t moment, Granularity granularity, std::optional<std::int64_t> offset) {
    const Moment at{std::chrono::seconds{moment}};
    std::string text = iso_moment(at, granularity);
    if (granularity == Granularity::month) {
        text.resize(text.size() - 3);
    } else if (granularity == Granularity::year) {
        text.resize(text.size() - 6);
    } else if (granularity < Granularity::day && offset) {
        const auto minutes = static_cast<int>(std::abs(*offset));
        if (*offset == 0) {
            text += 'Z';
        } else {
            text += *offset < 0 ? '-' : '+';
            for (const int part : {minutes / 60, minutes % 60}) {
                text += static_cast<char>('0' + part / 10 % 10);
                text += static_cast<char>('0' + part % 10);
                text += ':';
            }
            text.pop_back();
        }
    }
    return text;
}

ArticleNode read_article_node(const Query& q) {
    ArticleNode node;
    node.id = q.text(0);
    node.title = q.text(1);
    node.source = q.text(2);
    node.url = q.text(3);
    node.language = q.text(4);
    if (!q.null(5)) {
        node.published = published_text(q.integer(5), static_cast<Granularity>(q.integer(6)), q.maybe(7));
    }
    node.duplicate_of = q.text(8);
    return node;
}

namespace {

/// The articles that a view needs, each read once.
struct LoadedArticle {
    ArticleNode node;
    ArticleHead head;
    std::string text;
    std::vector<RecordSentence> sentences;
    std::vector<std::uint32_t> actors;
    std::vector<std::string> actor_names;
};

class Loader {
public:
    Loader(Story::Impl& story, const LoadOptions& options)
        : story_(story), db_(*story.database), options_(options), importance_(*story.database) {}

    Loaded run(std::span<const EventRow> rows) {
        std::vector<EventRow> sorted(rows.begin(), rows.end());
        const auto place = [](const EventRow& r) {
            const bool dated = r.when.from || r.when.to;
            return std::tuple(!dated, r.when.from.value_or(r.when.to.value_or(Moment{})),
                              r.when.to.value_or(Moment::max()), std::string_view(r.id), r.number);
        };
        std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
        respect_orders(db_, sorted);
        find_dates();
        for (const std::uint32_t actor : options_.actors) {
            use_actor(actor);
        }
        for (const EventRow& row : sorted) {
            add_event(row);
        }
        order_articles();
        load_actors();
        order_actors();
        if (options_.relations) {
            add_relations(sorted);
            add_memberships();
        }
        out_.view.actors_in_story = static_cast<std::uint32_t>(db_.value("SELECT count(*) FROM actor"));
        out_.view.events_in_story = static_cast<std::uint32_t>(read_tally(db_).all_events());
        return std::move(out_);
    }

private:
    void find_dates() {
        for (const EventDecision& d : story_.decisions.events) {
            if (d.kind == EventDecisionKind::date) {
                if (const auto report = find_report(story_, d.place)) {
                    decided_[*report] = d.date;
                }
            }
        }
    }

    std::uint32_t use_actor(std::uint32_t number) {
        const auto [at, is_new] = out_.actors.try_emplace(number, static_cast<std::uint32_t>(actors_.size()));
        if (is_new) {
            actors_.push_back(number);
        }
        return at->second;
    }

    std::uint32_t use_article(std::uint32_t number) {
        const auto [at, is_new] = article_index_.try_emplace(number, static_cast<std::uint32_t>(articles_.size()));
        if (!is_new) {
            return at->second;
        }
        LoadedArticle a;
        Query q = db_.query("SELECT " FASTI_ARTICLE_COLUMNS ", text, sentences FROM article WHERE num = ?");
        q << number;
        if (q.step()) {
            a.node = read_article_node(q);
            a.head = {a.node.id, a.node.source, std::string(q.text(8)), q.null(5) ? undated : q.integer(5)};
            a.text = q.text(9);
            a.sentences = read_sentences(q.text(10)).value_or(std::vector<RecordSentence>{});
        }
        Query locals = db_.query("SELECT local_actor.ordinal, name.actor, actor.name FROM local_actor JOIN name ON"
                                 " name.num = local_actor.name JOIN actor ON actor.num = name.actor"
                                 " WHERE local_actor.article = ? ORDER BY local_actor.ordinal");
        locals << number;
        while (locals.step()) {
            a.actors.resize(locals.number(0), no_actor);
            a.actors.push_back(locals.number(1));
            a.actor_names.resize(locals.number(0));
            a.actor_names.emplace_back(locals.text(2));
        }
        articles_.push_back(std::move(a));
        return at->second;
    }

    void add_event(const EventRow& row) {
        struct Member {
            std::int64_t number;
            Report report;
            std::uint32_t article;
        };
        std::vector<Member> members;
        Query q = db_.query("SELECT num, data FROM report WHERE event = ?");
        q << row.number;
        while (q.step()) {
            if (auto report = read_report(q.text(1))) {
                members.push_back({q.integer(0), std::move(*report), 0});
            }
        }
        if (members.empty()) {
            return;
        }
        std::string decided;
        for (Member& m : members) {
            m.article = use_article(article_of(m.number));
            if (const auto found = decided_.find(m.number); found != decided_.end()) {
                decided = found->second;
            }
        }
        std::vector<Account> accounts;
        for (const Member& m : members) {
            accounts.push_back({&m.report, &articles_[m.article].head, articles_[m.article].actors});
        }
        const Assembled event = assemble(accounts, decided, story_.lexicon);
        EventNode node;
        const Report& best = members[event.order.front()].report;
        node.id = row.id;
        node.headline = best.headline;
        node.lemma = best.lemma;
        node.event_class = event.event_class;
        node.type = event.type;
        node.factuality = event.factuality;
        node.when = event.time.interval;
        node.granularity = event.time.granularity;
        node.mod = event.time.mod;
        node.certainty = event.time.certainty;
        node.reason = event.time.reason;
        node.date_text = event.date_text;
        node.score = importance_(row);
        node.voices = event.voices;
        node.disputed = event.disputed();
        for (const EventParticipant& p : event.participants) {
            node.participants.push_back({p.role, p.actor == no_actor ? none : use_actor(p.actor), p.text});
        }
        if (event.place != no_actor) {
            node.place = use_actor(event.place);
        }
        for (const std::uint32_t i : event.order) {
            add_evidence(members[i].report, members[i].article, node);
        }
        for (const Disagreement& d : event.versions) {
            EventVersion version{d.attribute, d.value, {}};
            for (const std::uint32_t i : d.accounts) {
                version.articles.push_back(members[i].article);
            }
            node.versions.push_back(std::move(version));
        }
        out_.events[row.number] = static_cast<std::uint32_t>(out_.view.events.size());
        out_.view.events.push_back(std::move(node));
    }

    void add_evidence(const Report& report, std::uint32_t article, EventNode& node) const {
        const LoadedArticle& a = articles_[article];
        const auto add = [&](const ReportMention& m) {
            Evidence e;
            e.article = article;
            e.trigger = m.trigger;
            if (m.sentence < a.sentences.size()) {
                e.sentence_span = a.sentences[m.sentence].points;
                e.sentence = surface(a.text, a.sentences[m.sentence].bytes);
            }
            e.when = m.time.interval;
            e.factuality = m.factuality;
            if (m.attributed_to < a.actor_names.size()) {
                e.attributed_to = a.actor_names[m.attributed_to];
            }
            node.evidence.push_back(std::move(e));
        };
        add(report.mentions[report.best]);
        for (std::uint32_t i = 0; i < report.mentions.size(); ++i) {
            if (i != report.best) {
                add(report.mentions[i]);
            }
        }
    }

    void order_articles() {
        std::vector<std::uint32_t> order(articles_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(articles_[a].head.published, articles_[a].node.id) <
                   std::tie(articles_[b].head.published, articles_[b].node.id);
        });
        std::vector<std::uint32_t> rank(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = i;
            out_.view.articles.push_back(articles_[order[i]].node);
        }
        for (EventNode& event : out_.view.events) {
            for (Evidence& e : event.evidence) {
                e.article = rank[e.article];
            }
            for (EventVersion& v : event.versions) {
                for (std::uint32_t& article : v.articles) {
                    article = rank[article];
                }
                std::sort(v.articles.begin(), v.articles.end());
                v.articles.erase(std::unique(v.articles.begin(), v.articles.end()), v.articles.end());
            }
        }
    }

    void load_actors() {
        Query q = db_.query("SELECT id, name, type, country, articles, mentions FROM actor WHERE num = ?");
        for (const std::uint32_t number : actors_) {
            ActorNode node;
            q << number;
            if (q.step()) {
                node.id = q.text(0);
                node.name = q.text(1);
                node.type = static_cast<ActorType>(q.integer(2));
                node.country = q.text(3);
                node.articles = q.number(4);
                node.mentions = q.number(5);
            }
            q.run();
            add_names(number, node);
            Query events = db_.query("SELECT count(*), min(event.begin), max(event.\"end\") FROM event_actor"
                                     " JOIN event ON event.num = event_actor.event WHERE event_actor.actor = ?");
            events << number;
            if (events.step()) {
                node.events = events.number(0);
                if (!events.null(1)) {
                    node.active.from = Moment{std::chrono::seconds{events.integer(1)}};
                }
                if (!events.null(2)) {
                    node.active.to = Moment{std::chrono::seconds{events.integer(2)}};
                }
            }
            out_.view.actors.push_back(std::move(node));
        }
        if (options_.ranks && !actors_.empty()) {
            const KnowledgeGraph graph(db_);
            const auto ranks = graph.ranks();
            for (std::size_t i = 0; i < actors_.size(); ++i) {
                if (const auto found = ranks.find(actors_[i]); found != ranks.end()) {
                    out_.view.actors[i].rank = found->second.pagerank;
                    out_.view.actors[i].community = found->second.community;
                }
            }
        }
    }

    /// "minister" says nothing where "Foreign Minister" is known for the same time.
    static bool told_fuller(const std::string& folded, const DatedRole& role,
                            const std::map<std::string, DatedRole>& roles) {
        return std::any_of(roles.begin(), roles.end(), [&](const auto& other) {
            const Interval& held = other.second.held;
            const bool throughout = !role.held.from || (held.from && *held.from <= *role.held.from && held.to &&
                                                        role.held.to && *role.held.to <= *held.to);
            return throughout && other.first.size() > folded.size() && other.first.ends_with(" " + folded);
        });
    }

    void add_names(std::uint32_t number, ActorNode& node) {
        std::set<std::string> aliases;
        std::map<std::string, DatedRole> roles; // by the folded words
        Query q = db_.query("SELECT name, roles, first_published, last_published FROM name WHERE actor = ?");
        q << number;
        while (q.step()) {
            if (q.text(0) != node.name) {
                aliases.emplace(q.text(0));
            }
            for (const std::string& role : read_names(q.text(1))) {
                DatedRole& known = roles[utf8::fold(role)];
                if (known.role.empty() || role < known.role) { // "Health Minister" before "health minister"
                    known.role = role;
                }
                Interval& held = known.held;
                if (q.integer(2) == undated) {
                    continue;
                }
                const Moment first{std::chrono::seconds{q.integer(2)}};
                const Moment last{std::chrono::seconds{q.integer(3)}};
                const Moment from = floor(first, Granularity::day);
                const Moment to = *unit_interval(last, Granularity::day).to;
                held.from = held.from ? std::min(*held.from, from) : from;
                held.to = held.to ? std::max(*held.to, to) : to;
            }
        }
        node.aliases.assign(aliases.begin(), aliases.end());
        for (const auto& [folded, role] : roles) {
            if (!told_fuller(folded, role, roles)) {
                node.roles.push_back(role);
            }
        }
        std::sort(node.roles.begin(), node.roles.end(), [](const DatedRole& a, const DatedRole& b) {
            return std::tuple(a.held.from.value_or(Moment::max()), std::string_view(a.role)) <
                   std::tuple(b.held.from.value_or(Moment::max()), std::string_view(b.role));
        });
    }

    void order_actors() {
        auto& actors = out_.view.actors;
        std::vector<std::uint32_t> order(actors.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(-actors[a].rank, std::string_view(actors[a].id), std::string_view(actors[a].name)) <
                   std::tuple(-actors[b].rank, std::string_view(actors[b].id), std::string_view(actors[b].name));
        });
        std::vector<std::uint32_t> rank(order.size());
        std::vector<ActorNode> sorted;
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = i;
            sorted.push_back(std::move(actors[order[i]]));
        }
        actors = std::move(sorted);
        for (auto& [number, index] : out_.actors) {
            index = rank[index];
        }
        for (EventNode& event : out_.view.events) {
            for (ParticipantView& p : event.participants) {
                p.actor = p.actor == none ? none : rank[p.actor];
            }
            event.place = event.place == none ? none : rank[event.place];
        }
    }

    // ---- relations ----

    struct Sum {
        std::int64_t weight = 0;
        std::int64_t goldstein = 0; ///< tenths
        std::uint32_t typed = 0;
        Interval active;
        std::vector<std::uint32_t> events;
        bool directed = true;
    };
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, Sum> sums_;

    void relate(std::uint32_t source, std::uint32_t target, std::string relation, bool directed, std::uint32_t event,
                const EventRow& row) {
        if (source == target) {
            return;
        }
        if (!directed && source > target) {
            std::swap(source, target);
        }
        Sum& sum = sums_[{source, target, std::move(relation)}];
        sum.directed = directed;
        sum.weight += tie_weight(row);
        if (row.type != PloverType::none) {
            sum.goldstein += std::llround(goldstein(row.type) * 10);
            ++sum.typed;
        }
        if (row.when.from && (!sum.active.from || *row.when.from < *sum.active.from)) {
            sum.active.from = row.when.from;
        }
        if (row.when.to && (!sum.active.to || *row.when.to > *sum.active.to)) {
            sum.active.to = row.when.to;
        }
        if (sum.events.empty() || sum.events.back() != event) {
            sum.events.push_back(event);
        }
    }

    void add_relations(const std::vector<EventRow>& rows) {
        constexpr std::uint32_t target_roles = role_bit(Role::patient) | role_bit(Role::recipient) |
                                               role_bit(Role::topic) | role_bit(Role::companion) | role_bit(Role::goal);
        for (const EventRow& row : rows) {
            const auto found = out_.events.find(row.number);
            if (found == out_.events.end() || tie_weight(row) == 0) {
                continue;
            }
            const auto tied = tied_actors(row);
            for (const std::uint32_t a : tied) {
                for (const std::uint32_t b : tied) {
                    const bool acts = (row.roles_of(a) & role_bit(Role::agent)) != 0;
                    const bool target =
                        (row.roles_of(b) & target_roles) != 0 && (row.roles_of(b) & role_bit(Role::agent)) == 0;
                    const std::uint32_t source = out_.actors.at(a);
                    const std::uint32_t other = out_.actors.at(b);
                    if (acts && target) {
                        relate(source, other,
                               row.type == PloverType::none ? "acts-on" : std::string(to_string(row.type)), true,
                               found->second, row);
                    } else if (a < b && !(((row.roles_of(b) & role_bit(Role::agent)) != 0) &&
                                          (row.roles_of(a) & target_roles) != 0 && !acts)) {
                        const bool both = acts && (row.roles_of(b) & role_bit(Role::agent)) != 0;
                        relate(source, other,
                               both && row.type != PloverType::none ? std::string(to_string(row.type)) : "co-occurs",
                               false, found->second, row);
                    }
                }
            }
        }
        for (auto& [key, sum] : sums_) {
            const auto& [source, target, relation] = key;
            RelationEdge edge;
            edge.source = source;
            edge.target = target;
            edge.relation = relation;
            edge.directed = sum.directed;
            edge.weight = static_cast<double>(sum.weight) / 100.0;
            edge.goldstein =
                sum.typed == 0 ? 0 : static_cast<double>(sum.goldstein) / 10.0 / static_cast<double>(sum.typed);
            edge.active = sum.active;
            edge.events = std::move(sum.events);
            out_.view.relations.push_back(std::move(edge));
        }
    }

    /// A person with an office of a state belongs to it for as long as articles say so.
    void add_memberships() {
        std::map<std::string, std::uint32_t, std::less<>> states;
        Query q = db_.query("SELECT country, min(actor) FROM name WHERE state = 1 GROUP BY country");
        while (q.step()) {
            if (const auto found = out_.actors.find(q.number(1)); found != out_.actors.end()) {
                states.emplace(q.text(0), found->second);
            }
        }
        auto& actors = out_.view.actors;
        for (std::uint32_t i = 0; i < actors.size(); ++i) {
            const auto state = states.find(actors[i].country);
            if (actors[i].roles.empty() || state == states.end() || state->second == i) {
                continue;
            }
            RelationEdge edge;
            edge.source = i;
            edge.target = state->second;
            edge.relation = "part-of";
            for (const DatedRole& role : actors[i].roles) {
                if (role.held.from && (!edge.active.from || *role.held.from < *edge.active.from)) {
                    edge.active.from = role.held.from;
                }
                if (role.held.to && (!edge.active.to || *role.held.to > *edge.active.to)) {
                    edge.active.to = role.held.to;
                }
            }
            out_.view.relations.push_back(std::move(edge));
        }
        std::sort(out_.view.relations.begin(), out_.view.relations.end(), [](const auto& a, const auto& b) {
            return std::tie(a.source, a.target, a.relation) < std::tie(b.source, b.target, b.relation);
        });
    }

    Story::Impl& story_;
    Database& db_;
    const LoadOptions& options_;
    Importance importance_;
    Loaded out_;
    std::vector<std::uint32_t> actors_; ///< story's numbers, in order of use
    std::vector<LoadedArticle> articles_;
    std::unordered_map<std::uint32_t, std::uint32_t> article_index_;
    std::unordered_map<std::int64_t, std::string> decided_;
};

} // namespace

Loaded load_view(Story::Impl& story, std::span<const EventRow> events, const LoadOptions& options) {
    return Loader(story, options).run(events);
}

} // namespace fasti::graph
