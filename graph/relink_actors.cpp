// Names into actors, for what changed: finds the components of names that the touched ones belong
// to, lets link_actors decide, and writes the actors. Reports whose actor became another are noted
// for relink_events.
#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "graph/link_actors.hpp"
#include "graph/names.hpp"
#include "graph/relink.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace fasti::graph {
namespace {

/// A name in more articles than this keeps no company that would tell anything.
constexpr std::int64_t most_company = 200;

class ActorRelink {
public:
    explicit ActorRelink(Story::Impl& story) : story_(story), db_(*story.database) {}

    void run() {
        std::set<std::uint32_t> todo(story_.changes.names.begin(), story_.changes.names.end());
        for (const std::int64_t key : story_.changes.name_keys) {
            for (const std::uint32_t name : names_of_key(key)) {
                todo.insert(name);
            }
        }
        for (const std::uint32_t actor : story_.changes.actors) {
            clear_actor(actor);
            Query q = db_.query("SELECT num FROM name WHERE actor = ?");
            q << actor;
            while (q.step()) {
                todo.insert(q.number(0));
            }
        }
        while (!todo.empty() && !db_.failed()) {
            const std::vector<std::uint32_t> component = find_component(*todo.begin());
            todo.erase(todo.begin());
            for (const std::uint32_t name : component) {
                todo.erase(name);
            }
            if (!component.empty()) {
                link(component);
            }
        }
    }

private:
    std::vector<std::uint32_t> names_of_key(std::int64_t key) {
        std::vector<std::uint32_t> out;
        Query q = db_.query("SELECT name FROM name_key WHERE key = ?");
        q << key;
        while (q.step()) {
            out.push_back(q.number(0));
        }
        return out;
    }

    std::optional<KnownName> load(std::uint32_t number) {
        Query q =
            db_.query("SELECT hash, articles, form, name, type, state, country, roles, shorts FROM name WHERE num = ?");
        q << number;
        if (!q.step()) {
            return std::nullopt;
        }
        return KnownName{read_identity(q, 2), q.integer(0), q.number(1)};
    }

    /// All names that meet `start` under keys, directly or not; empty when it is gone.
    std::vector<std::uint32_t> find_component(std::uint32_t start) {
        std::vector<std::uint32_t> found;
        std::set<std::uint32_t> seen = {start};
        std::set<std::int64_t> seen_keys;
        std::vector<std::uint32_t> todo = {start};
        while (!todo.empty()) {
            const std::uint32_t number = todo.back();
            todo.pop_back();
            const auto name = load(number);
            if (!name) {
                continue;
            }
            found.push_back(number);
            auto keys = name->identity.keys(story_.lexicon);
            for (const NameDecision& d : story_.decisions.same) {
                add_decision_keys(d, *name, keys);
            }
            for (const std::int64_t key : keys) {
                if (!seen_keys.insert(key).second) {
                    continue;
                }
                for (const std::uint32_t other : names_of_key(key)) {
                    if (seen.insert(other).second) {
                        todo.push_back(other);
                    }
                }
            }
        }
        return found;
    }

    void add_decision_keys(const NameDecision& d, const KnownName& name, std::vector<std::int64_t>& keys) const {
        std::vector<std::int64_t> decided;
        for (const std::string& typed : d.names) {
            for (const ActorType type : {ActorType::person, ActorType::organization}) {
                decided.push_back(form_key(name_form(typed, type, story_.lexicon)));
            }
        }
        const auto own = name.identity.keys(story_.lexicon);
        if (std::any_of(decided.begin(), decided.end(),
                        [&](std::int64_t k) { return std::find(own.begin(), own.end(), k) != own.end(); })) {
            keys.insert(keys.end(), decided.begin(), decided.end());
        }
    }

    NameCompany find_company(std::uint32_t name) {
        NameCompany out;
        Query count = db_.query("SELECT articles FROM name WHERE num = ?");
        count << name;
        if (!count.step() || count.integer(0) > most_company) {
            return out;
        }
        Query q = db_.query("SELECT name.form, count(*) FROM local_actor AS own"
                            " JOIN local_actor AS other ON other.article = own.article AND other.ordinal <> own.ordinal"
                            " JOIN name ON name.num = other.name WHERE own.name = ? GROUP BY name.form");
        q << name;
        while (q.step()) {
            out.emplace_back(form_key(q.text(0)), q.number(1));
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    void link(std::vector<std::uint32_t> component) {
        std::vector<std::pair<KnownName, std::uint32_t>> loaded; // sorted by content, so that numbers don't matter
        for (const std::uint32_t number : component) {
            if (auto name = load(number)) {
                loaded.emplace_back(std::move(*name), number);
            }
        }
        std::sort(loaded.begin(), loaded.end(),
                  [](const auto& a, const auto& b) { return a.first.hash < b.first.hash; });
        std::vector<KnownName> names;
        component.clear();
        for (auto& [name, number] : loaded) {
            names.push_back(std::move(name));
            component.push_back(number);
        }
        const ActorClusters clusters = link_actors(names, story_.lexicon, story_.decisions,
                                                   [&](std::uint32_t i) { return find_company(component[i]); });
        store(component, names, clusters);
    }

    void store(const std::vector<std::uint32_t>& component, const std::vector<KnownName>& names,
               const ActorClusters& clusters) {
        std::vector<std::optional<std::uint32_t>> before(component.size());
        Query q = db_.query("SELECT actor FROM name WHERE num = ?");
        for (std::size_t i = 0; i < component.size(); ++i) {
            q << component[i];
            if (q.step() && !q.null(0)) {
                before[i] = q.number(0);
            }
            q.run();
        }
        std::map<std::uint32_t, std::vector<std::uint32_t>> members;
        for (std::uint32_t i = 0; i < component.size(); ++i) {
            members[clusters.cluster_of[i]].push_back(i);
        }
        // A cluster keeps the number that most of its articles had; numbers never leave the file.
        std::vector<std::tuple<std::int64_t, std::uint32_t, std::uint32_t>> claims; // −articles, number, cluster
        std::set<std::uint32_t> old_numbers;
        for (const auto& [cluster, list] : members) {
            std::map<std::uint32_t, std::int64_t> votes;
            for (const std::uint32_t i : list) {
                if (before[i]) {
                    votes[*before[i]] += names[i].articles;
                    old_numbers.insert(*before[i]);
                }
            }
            for (const auto& [number, articles] : votes) {
                claims.emplace_back(-articles, number, cluster);
            }
        }
        for (const std::uint32_t number : old_numbers) {
            if (!taken_.contains(number)) {
                clear_actor(number);
            }
        }
        std::sort(claims.begin(), claims.end());
        std::map<std::uint32_t, std::uint32_t> number_of;
        for (const auto& [votes, number, cluster] : claims) {
            if (!number_of.contains(cluster) && !taken_.contains(number)) {
                number_of[cluster] = number;
                taken_.insert(number);
            }
        }
        for (const auto& [cluster, list] : members) {
            if (!number_of.contains(cluster)) {
                number_of[cluster] = next_number();
            }
        }
        Query assign = db_.query("UPDATE name SET actor = ? WHERE num = ?");
        for (std::uint32_t i = 0; i < component.size(); ++i) {
            const std::uint32_t number = number_of[clusters.cluster_of[i]];
            if (before[i] != number) {
                assign << number << component[i];
                assign.run();
                if (before[i]) {
                    touch_reports(component[i]);
                }
            }
        }
        for (const auto& [cluster, list] : members) {
            write_actor(number_of[cluster], list, component, names);
        }
        Query merge =
            db_.query("INSERT INTO name_merge (actor, first, second, points, reasons) VALUES (?, ?, ?, ?, ?)");
        for (const NameMerge& m : clusters.merges) {
            if (names[m.first].identity.name == names[m.second].identity.name && m.points == 10) {
                continue; // the same spelling needs no explanation
            }
            merge << number_of[clusters.cluster_of[m.first]] << names[m.first].identity.name
                  << names[m.second].identity.name << m.points << m.reasons;
            merge.run();
        }
    }

    std::uint32_t next_number() {
        const std::string last = story_.meta("last_actor");
        const auto next = static_cast<std::uint32_t>((last.empty() ? 0 : std::stoul(last)) + 1);
        story_.set_meta("last_actor", std::to_string(next));
        return next;
    }

    void clear_actor(std::uint32_t number) {
        Query merges = db_.query("DELETE FROM name_merge WHERE actor = ?");
        merges << number;
        merges.run();
        Query q = db_.query("DELETE FROM actor WHERE num = ?");
        q << number;
        q.run();
    }

    /// Every report that names this local actor is to be linked again.
    void touch_reports(std::uint32_t name) {
        Query q = db_.query("SELECT report.num, report.data, local_actor.ordinal FROM local_actor"
                            " JOIN report ON report.num BETWEEN local_actor.article << 20 AND"
                            " (local_actor.article << 20) + 1048575 WHERE local_actor.name = ?");
        q << name;
        while (q.step()) {
            const auto report = read_report(q.text(1));
            const auto names = [&](const Report& r) {
                return std::binary_search(r.scene.begin(), r.scene.end(), q.number(2)) ||
                       std::any_of(r.participants.begin(), r.participants.end(),
                                   [&](const ReportParticipant& p) { return p.actor == q.number(2); });
            };
            if (report && names(*report)) {
                story_.changes.reports.insert(q.integer(0));
            }
        }
    }

    void write_actor(std::uint32_t number, const std::vector<std::uint32_t>& list,
                     const std::vector<std::uint32_t>& component, const std::vector<KnownName>& names) {
        std::map<std::string, std::int64_t> spellings;
        std::map<ActorType, std::int64_t> types;
        std::map<std::string, std::int64_t> countries;
        std::int64_t articles = 0;
        std::int64_t mentions = 0;
        std::tuple<std::int64_t, std::string, std::int64_t, std::string> first = {undated, "\x7f", 0, ""};
        Query q = db_.query("SELECT mentions, first_published, first_article, first_begin FROM name WHERE num = ?");
        for (const std::uint32_t i : list) {
            const Identity& id = names[i].identity;
            articles += names[i].articles;
            spellings[id.name] += names[i].articles;
            types[id.type] += names[i].articles * (id.type == ActorType::other ? 1 : 1000);
            if (!id.country.empty()) {
                countries[id.country] += names[i].articles;
            }
            q << component[i];
            if (q.step()) {
                mentions += q.integer(0);
                auto candidate = std::tuple(q.integer(1), std::string(q.text(2)), q.integer(3), id.name);
                first = std::min(first, candidate);
            }
            q.run();
        }
        const std::string name = shown_name(spellings, list, names);
        const auto most = [](const auto& counts) {
            return std::max_element(counts.begin(), counts.end(),
                                    [](const auto& a, const auto& b) { return a.second < b.second; });
        };
        Query row = db_.query("INSERT INTO actor (num, id, name, folded, type, country, articles, mentions)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        row << number
            << actor_public_id(std::get<3>(first), std::get<1>(first), static_cast<std::uint32_t>(std::get<2>(first)))
            << name << utf8::fold(name) << static_cast<std::int64_t>(most(types)->first)
            << (countries.empty() ? std::string{} : most(countries)->first) << articles << mentions;
        row.run();
    }

    [[nodiscard]] std::string shown_name(const std::map<std::string, std::int64_t>& spellings,
                                         const std::vector<std::uint32_t>& list,
                                         const std::vector<KnownName>& names) const {
        for (const NameDecision& d : story_.decisions.rename) {
            const std::string wanted = utf8::fold(d.names[0]);
            for (const auto& [spelling, count] : spellings) {
                if (utf8::fold(spelling) == wanted) {
                    return d.names[1];
                }
            }
        }
        const bool person = std::any_of(list.begin(), list.end(), [&](std::uint32_t i) {
            return names[i].identity.type == ActorType::person && names[i].identity.form.find(' ') != std::string::npos;
        });
        const auto better = [&](const auto& a, const auto& b) { // the most frequent, the longest, the smallest
            const bool a_full = !person || a.first.find(' ') != std::string::npos;
            const bool b_full = !person || b.first.find(' ') != std::string::npos;
            return std::tuple(!a_full, -a.second, -static_cast<std::int64_t>(a.first.size()),
                              std::string_view(a.first)) < std::tuple(!b_full, -b.second,
                                                                      -static_cast<std::int64_t>(b.first.size()),
                                                                      std::string_view(b.first));
        };
        return std::min_element(spellings.begin(), spellings.end(), better)->first;
    }

    Story::Impl& story_;
    Database& db_;
    std::set<std::uint32_t> taken_; ///< numbers given in this run: the parts of a component that fell apart share none
};

} // namespace

void relink_actors(Story::Impl& story) {
    ActorRelink(story).run();
}

} // namespace fasti::graph
