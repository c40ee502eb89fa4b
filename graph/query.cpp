// See query.hpp: lists, one actor, pairs and ranks. Paths are in path.cpp, the expression language in find.cpp.
#include "graph/query.hpp"

#include "core/utf8.hpp"
#include "graph/asked.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/load.hpp"
#include "graph/select.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace fasti::graph {
namespace {

constexpr std::uint32_t usual_limit = 20;
constexpr std::uint32_t events_of_contact = 5;

std::uint32_t limit_of(const QueryOptions& options, std::uint32_t usual = usual_limit) {
    return options.limit == 0 ? usual : options.limit;
}

void widen(Interval& interval, const Interval& by) {
    if (by.from && (!interval.from || *by.from < *interval.from)) {
        interval.from = by.from;
    }
    if (by.to && (!interval.to || *by.to > *interval.to)) {
        interval.to = by.to;
    }
}

/// Indices in the view of the events among `rows` that it holds, in the view's (time) order.
std::vector<std::uint32_t> indices(const Loaded& loaded, const std::vector<EventRow>& rows) {
    std::vector<std::uint32_t> out;
    for (const EventRow& row : rows) {
        if (const auto found = loaded.events.find(row.number); found != loaded.events.end()) {
            out.push_back(found->second);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

struct Partner {
    std::int64_t weight = 0;
    std::int64_t tenths = 0; ///< of goldstein
    std::int64_t typed = 0;
    Interval active;
    std::map<std::string, std::uint32_t> relations;
    std::vector<const ScoredRow*> events; ///< by importance
};

Result<Neighbors> find_neighbors(const Story& story, std::string_view name, const QueryOptions& options, bool profile) {
    const auto found = look_up(story, name);
    if (!found) {
        return found.error();
    }
    Story::Impl& impl = story.impl();
    Database& db = *impl.database;
    EventFilter filter = filter_of(options);
    filter.actors = {{found->number, taking_part}};
    const auto rows = by_importance(db, find_events(db, filter));
    std::map<std::uint32_t, Partner> partners;
    for (const ScoredRow& scored : rows) {
        const std::int64_t weight = tie_weight(scored.row);
        for (const std::uint32_t other : weight == 0 ? std::vector<std::uint32_t>{} : tied_actors(scored.row)) {
            if (other == found->number) {
                continue;
            }
            Partner& partner = partners[other];
            partner.weight += weight;
            if (scored.row.type != PloverType::none) {
                partner.tenths += static_cast<std::int64_t>(goldstein(scored.row.type) * 10);
                ++partner.typed;
                ++partner.relations[std::string(to_string(scored.row.type))];
            }
            widen(partner.active, scored.row.when);
            partner.events.push_back(&scored);
        }
    }
    struct Ranked {
        std::int64_t weight;
        std::string id;
        std::uint32_t actor;
    };
    std::vector<Ranked> ranked;
    Query ids = db.query("SELECT id FROM actor WHERE num = ?");
    for (const auto& [actor, partner] : partners) {
        ids << actor;
        ranked.push_back({partner.weight, ids.step() ? std::string(ids.text(0)) : std::string{}, actor});
        ids.run();
    }
    std::sort(ranked.begin(), ranked.end(),
              [](const Ranked& a, const Ranked& b) { return std::tie(b.weight, a.id) < std::tie(a.weight, b.id); });
    ranked.resize(std::min<std::size_t>(ranked.size(), limit_of(options)));
    std::map<std::int64_t, EventRow> chosen;
    std::vector<std::uint32_t> actors = {found->number};
    for (const Ranked& r : ranked) {
        actors.push_back(r.actor);
        const auto& events = partners[r.actor].events;
        for (std::size_t i = 0; i < std::min<std::size_t>(events.size(), events_of_contact); ++i) {
            chosen.emplace(events[i]->row.number, events[i]->row);
        }
    }
    std::set<std::int64_t> headed;
    if (profile) {
        RankedEvents ranked_events(db, rows);
        for (const EventRow& row : select_timeline(impl, ranked_events, 10)) {
            headed.insert(row.number);
            chosen.emplace(row.number, row);
        }
    }
    std::vector<EventRow> list;
    for (const auto& [number, row] : chosen) {
        list.push_back(row);
    }
    Loaded loaded = load_view(impl, list, {.relations = true, .ranks = false, .actors = actors});
    Neighbors out;
    out.match = found->match;
    out.actor = loaded.actors.at(found->number);
    for (const Ranked& r : ranked) {
        const Partner& partner = partners[r.actor];
        Contact contact;
        contact.actor = loaded.actors.at(r.actor);
        contact.weight = static_cast<double>(partner.weight) / 100.0;
        contact.goldstein =
            partner.typed == 0 ? 0 : static_cast<double>(partner.tenths) / 10.0 / static_cast<double>(partner.typed);
        contact.active = partner.active;
        std::vector<std::pair<std::string, std::uint32_t>> relations(partner.relations.begin(),
                                                                     partner.relations.end());
        std::stable_sort(relations.begin(), relations.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        for (auto& [relation, count] : relations) {
            contact.relations.push_back(std::move(relation));
        }
        std::vector<EventRow> events;
        for (std::size_t i = 0; i < std::min<std::size_t>(partner.events.size(), events_of_contact); ++i) {
            events.push_back(partner.events[i]->row);
        }
        contact.events = indices(loaded, events);
        contact.shared_events = static_cast<std::uint32_t>(partner.events.size());
        out.contacts.push_back(std::move(contact));
    }
    if (profile) {
        fill_timeline(loaded.view);
        std::set<std::uint32_t> kept;
        for (const std::int64_t number : headed) {
            kept.insert(loaded.events.at(number));
        }
        std::erase_if(loaded.view.timeline, [&](const TimelineEntry& e) { return !kept.contains(e.event); });
    }
    out.view = std::move(loaded.view);
    return checked(db, std::move(out));
}

} // namespace

Result<GraphView> actors(const Story& story, const QueryOptions& options) {
    Database& db = *story.impl().database;
    std::set<std::uint32_t> active;
    const bool within = options.period.from || options.period.to;
    if (within) {
        EventFilter filter;
        filter.period = options.period;
        filter.every_factuality = true;
        for (const EventRow& row : find_events(db, filter)) {
            for (const auto& [actor, roles] : row.actors) {
                active.insert(actor);
            }
        }
    }
    const auto type = options.type.empty() ? std::nullopt : parse_actor_type(options.type);
    if (!options.type.empty() && !type) {
        return Error{ErrorCode::usage,
                     "'" + options.type + "' is no type of actor",
                     {},
                     "person, organization, place, group or other"};
    }
    std::vector<std::uint32_t> chosen;
    Query q = db.query("SELECT num, type FROM actor ORDER BY articles DESC, mentions DESC, id");
    while (q.step() && chosen.size() < limit_of(options, 50)) {
        if ((!within || active.contains(q.number(0))) && (!type || static_cast<ActorType>(q.integer(1)) == *type)) {
            chosen.push_back(q.number(0));
        }
    }
    Loaded loaded = load_view(story.impl(), {}, {.relations = false, .ranks = false, .actors = chosen});
    std::stable_sort(loaded.view.actors.begin(), loaded.view.actors.end(), [](const ActorNode& a, const ActorNode& b) {
        return std::tie(b.articles, b.mentions, a.id) < std::tie(a.articles, a.mentions, b.id);
    });
    return checked(db, std::move(loaded.view));
}

Result<GraphView> events(const Story& story, const QueryOptions& options) {
    Database& db = *story.impl().database;
    EventFilter filter = filter_of(options);
    filter.every_factuality = true;
    Loaded loaded = load_view(story.impl(), RankedEvents(db, filter).take(limit_of(options, 50)), {});
    fill_timeline(loaded.view);
    return checked(db, std::move(loaded.view));
}

Result<GraphView> articles(const Story& story, const QueryOptions& options) {
    Database& db = *story.impl().database;
    GraphView view;
    Query q = db.query("SELECT " FASTI_ARTICLE_COLUMNS " FROM article ORDER BY published IS NULL, published, id");
    while (q.step() && (options.limit == 0 || view.articles.size() < options.limit)) {
        Interval when;
        if (!q.null(5)) {
            when = unit_interval(Moment{std::chrono::seconds{q.integer(5)}}, static_cast<Granularity>(q.integer(6)));
        }
        if (overlaps(when, options.period)) {
            view.articles.push_back(read_article_node(q));
        }
    }
    return checked(db, std::move(view));
}

Status check_event_type(std::string_view type) {
    if (type.empty() || parse_plover_type(type) || parse_event_class(type)) {
        return {};
    }
    return Error{ErrorCode::usage, "'" + std::string(type) + "' is no type of event", {}, std::string(event_types)};
}

Result<Neighbors> neighbors(const Story& story, std::string_view name, const QueryOptions& options) {
    return find_neighbors(story, name, options, false);
}

Result<Neighbors> actor_profile(const Story& story, std::string_view name, const QueryOptions& options) {
    return find_neighbors(story, name, options, true);
}

Result<Between> between(const Story& story, std::string_view first, std::string_view second,
                        const QueryOptions& options) {
    const auto pair = look_up_both(story, first, second);
    if (!pair) {
        return pair.error();
    }
    const FoundActor& a = pair->first;
    const FoundActor& b = pair->second;
    Story::Impl& impl = story.impl();
    Database& db = *impl.database;
    EventFilter filter = filter_of(options);
    filter.actors = {{a.number, taking_part}, {b.number, taking_part}};
    const auto rows = by_importance(db, find_events(db, filter));
    Interval whole;
    for (const ScoredRow& scored : rows) {
        widen(whole, scored.row.when);
    }
    Granularity unit = Granularity::month;
    if (whole.bounded()) {
        const auto days = date::floor<date::days>(*whole.to - *whole.from).count();
        unit = days > 366 * 8 ? Granularity::year : days > 366 * 2 ? Granularity::quarter : Granularity::month;
    }
    const auto chosen = take(rows, limit_of(options, 200));
    Loaded loaded = load_view(impl, chosen, {.relations = true, .ranks = false, .actors = {a.number, b.number}});
    Between out;
    out.first_match = a.match;
    out.second_match = b.match;
    out.first = loaded.actors.at(a.number);
    out.second = loaded.actors.at(b.number);
    out.contact = whole;
    struct Sum {
        RelationPeriod period;
        double goldstein = 0;
    };
    std::map<Moment, Sum> series;
    for (const ScoredRow& scored : rows) {
        if (!scored.row.when.from) {
            continue;
        }
        Sum& sum = series[floor(*scored.row.when.from, unit)];
        const double g = goldstein(scored.row.type);
        sum.goldstein += g;
        ++(g > 0 ? sum.period.cooperation : g < 0 ? sum.period.conflict : sum.period.other);
        if (const auto found = loaded.events.find(scored.row.number); found != loaded.events.end()) {
            sum.period.events.push_back(found->second);
        }
    }
    for (auto& [begin, sum] : series) {
        sum.period.when = unit_interval(begin, unit);
        sum.period.granularity = unit;
        const std::uint32_t signed_events = sum.period.cooperation + sum.period.conflict;
        sum.period.goldstein = signed_events == 0 ? 0 : sum.goldstein / signed_events;
        std::sort(sum.period.events.begin(), sum.period.events.end());
        out.series.push_back(std::move(sum.period));
    }
    out.view = std::move(loaded.view);
    return checked(db, std::move(out));
}

Result<Top> top(const Story& story, const QueryOptions& options) {
    Story::Impl& impl = story.impl();
    Database& db = *impl.database;
    const bool within = options.period.from || options.period.to || !options.type.empty() || options.disputed;
    const KnowledgeGraph graph = within ? KnowledgeGraph(db, find_events(db, filter_of(options))) : KnowledgeGraph(db);
    const auto ranks = graph.ranks(true);
    struct Ranked {
        double pagerank;
        std::string id;
        std::uint32_t actor;
    };
    std::vector<Ranked> ranked;
    Query q = db.query("SELECT num, id FROM actor");
    while (q.step()) {
        if (const auto found = ranks.find(q.number(0)); found != ranks.end() && found->second.degree > 0) {
            ranked.push_back({found->second.pagerank, std::string(q.text(1)), q.number(0)});
        }
    }
    std::sort(ranked.begin(), ranked.end(),
              [](const Ranked& a, const Ranked& b) { return std::tie(b.pagerank, a.id) < std::tie(a.pagerank, b.id); });
    ranked.resize(std::min<std::size_t>(ranked.size(), limit_of(options)));
    std::vector<std::uint32_t> actors;
    for (const Ranked& r : ranked) {
        actors.push_back(r.actor);
    }
    Loaded loaded = load_view(impl, {}, {.relations = false, .ranks = false, .actors = actors});
    Top out;
    for (const Ranked& r : ranked) {
        const ActorRank& rank = ranks.at(r.actor);
        const std::uint32_t index = loaded.actors.at(r.actor);
        loaded.view.actors[index].rank = rank.pagerank;
        loaded.view.actors[index].community = rank.community;
        out.actors.push_back({index, rank.degree, rank.strength, rank.pagerank, rank.betweenness, rank.community});
    }
    out.view = std::move(loaded.view);
    return checked(db, std::move(out));
}

Result<Exhibit> show(const Story& story, std::string_view id) {
    Story::Impl& impl = story.impl();
    Database& db = *impl.database;
    Exhibit out;
    auto merges = story.merges(id);
    if (!merges) {
        return merges.error();
    }
    out.merges = std::move(*merges);
    Query event = db.query("SELECT " FASTI_EVENT_COLUMNS " FROM event WHERE id = ?");
    event << id;
    if (event.step()) {
        const std::vector<EventRow> rows = {read_event_row(event)};
        Loaded loaded = load_view(impl, rows, {});
        out.kind = Shown::event;
        out.view = std::move(loaded.view);
        return checked(db, std::move(out));
    }
    if (const auto number = actor_number(db, id)) {
        auto profile = actor_profile(story, id, {});
        if (!profile) {
            return profile.error();
        }
        out.kind = Shown::actor;
        out.index = profile->actor;
        out.view = std::move(profile->view);
        return checked(db, std::move(out));
    }
    auto article = story.article(id);
    if (!article) {
        if (article.error().code != ErrorCode::not_found) {
            return article.error();
        }
        return Error{ErrorCode::not_found,
                     "no actor, event or article '" + std::string(id) + "' in this story",
                     {},
                     "ids are printed by `fasti query` and `fasti timeline` with --format json"};
    }
    std::vector<EventRow> rows;
    Query own = db.query("SELECT DISTINCT " FASTI_EVENT_COLUMNS " FROM report JOIN event ON event.num = report.event"
                         " JOIN article ON article.id = ? WHERE report.num BETWEEN article.num << 20 AND"
                         " (article.num << 20) + 1048575");
    own << id;
    while (own.step()) {
        rows.push_back(read_event_row(own));
    }
    Loaded loaded = load_view(impl, rows, {});
    out.kind = Shown::article;
    const auto same = [&](const ArticleNode& node) { return node.id == id; };
    auto& articles = loaded.view.articles;
    auto found = std::find_if(articles.begin(), articles.end(), same);
    if (found == articles.end()) { // an article without events
        Query q = db.query("SELECT " FASTI_ARTICLE_COLUMNS " FROM article WHERE id = ?");
        q << id;
        if (q.step()) {
            articles.push_back(read_article_node(q));
        }
        found = articles.end() - 1;
    }
    out.index = static_cast<std::uint32_t>(found - articles.begin());
    out.view = std::move(loaded.view);
    out.text = std::move(article->text);
    return checked(db, std::move(out));
}

} // namespace fasti::graph
