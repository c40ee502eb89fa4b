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
#include <unordered_map>

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
            std::vector<StoredName> component = find_component(*todo.begin());
            todo.erase(todo.begin());
            for (const StoredName& name : component) {
                todo.erase(name.number);
            }
            if (!component.empty()) {
                link(std::move(component));
            }
        }
    }

private:
    /// A name as the file has it.
    struct StoredName {
        KnownName known;
        std::uint32_t number = 0;
        std::optional<std::uint32_t> actor; ///< before this run
        std::int64_t mentions = 0;
        std::int64_t first_published = undated;
        std::string first_article;
        std::int64_t first_begin = 0;
    };

    std::vector<std::uint32_t> names_of_key(std::int64_t key) {
        std::vector<std::uint32_t> out;
        Query q = db_.query("SELECT name FROM name_key WHERE key = ?");
        q << key;
        while (q.step()) {
            out.push_back(q.number(0));
        }
        return out;
    }

    std::optional<StoredName> load(std::uint32_t number) {
        Query q = db_.query("SELECT hash, articles, form, name, type, state, country, roles, shorts, actor, mentions,"
                            " first_published, first_article, first_begin FROM name WHERE num = ?");
        q << number;
        if (!q.step()) {
            return std::nullopt;
        }
        StoredName out;
        out.known = KnownName{read_identity(q, 2), q.integer(0), q.number(1)};
        out.number = number;
        if (!q.null(9)) {
            out.actor = q.number(9);
        }
        out.mentions = q.integer(10);
        out.first_published = q.integer(11);
        out.first_article = q.text(12);
        out.first_begin = q.integer(13);
        return out;
    }

    /// All names that meet `start` under keys, directly or not; empty when it is gone.
    std::vector<StoredName> find_component(std::uint32_t start) {
        std::vector<StoredName> found;
        std::set<std::uint32_t> seen = {start};
        std::set<std::int64_t> seen_keys;
        std::vector<std::uint32_t> todo = {start};
        while (!todo.empty()) {
            const std::uint32_t number = todo.back();
            todo.pop_back();
            auto name = load(number);
            if (!name) {
                continue;
            }
            auto keys = name->known.identity.keys(story_.lexicon);
            for (const NameDecision& d : story_.decisions.same) {
                add_decision_keys(d, name->known, keys);
            }
            found.push_back(std::move(*name));
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
        Query q = db_.query("SELECT other.name FROM local_actor AS own CROSS JOIN local_actor AS other"
                            " ON other.article = own.article AND other.ordinal <> own.ordinal WHERE own.name = ?");
        q << name;
        std::vector<std::int64_t> forms;
        while (q.step()) {
            forms.push_back(form_of(q.number(0)));
        }
        std::sort(forms.begin(), forms.end());
        for (const std::int64_t form : forms) {
            if (out.empty() || out.back().first != form) {
                out.emplace_back(form, 0);
            }
            ++out.back().second;
        }
        return out;
    }

    /// The key of a name's form: the popular names keep company with most others.
    std::int64_t form_of(std::uint32_t name) {
        const auto [at, is_new] = forms_.try_emplace(name, 0);
        if (is_new) {
            Query q = db_.query("SELECT form FROM name WHERE num = ?");
            q << name;
            at->second = q.step() ? form_key(q.text(0)) : 0;
        }
        return at->second;
    }

    void link(std::vector<StoredName> component) {
        // By content, so that numbers don't matter.
        std::sort(component.begin(), component.end(),
                  [](const StoredName& a, const StoredName& b) { return a.known.hash < b.known.hash; });
        std::vector<KnownName> names;
        names.reserve(component.size());
        for (StoredName& name : component) {
            names.push_back(std::move(name.known));
        }
        const ActorClusters clusters = link_actors(names, story_.lexicon, story_.decisions,
                                                   [&](std::uint32_t i) { return find_company(component[i].number); });
        store(component, names, clusters);
    }

    void store(const std::vector<StoredName>& component, const std::vector<KnownName>& names,
               const ActorClusters& clusters) {
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
                if (component[i].actor) {
                    votes[*component[i].actor] += names[i].articles;
                    if (!taken_.contains(*component[i].actor)) {
                        old_numbers.insert(*component[i].actor);
                    }
                }
            }
            for (const auto& [number, articles] : votes) {
                claims.emplace_back(-articles, number, cluster);
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
            old_numbers.erase(number_of[cluster]);
        }
        for (const std::uint32_t number : old_numbers) {
            clear_actor(number);
        }
        Query assign = db_.query("UPDATE name SET actor = ? WHERE num = ?");
        for (std::uint32_t i = 0; i < component.size(); ++i) {
            const std::uint32_t number = number_of[clusters.cluster_of[i]];
            if (component[i].actor != number) {
                assign << number << component[i].number;
                assign.run();
                if (component[i].actor) {
                    touch_reports(component[i].number);
                }
            }
        }
        std::map<std::uint32_t, std::vector<const NameMerge*>> merges;
        for (const NameMerge& m : clusters.merges) {
            if (names[m.first].identity.name == names[m.second].identity.name && m.points == 10) {
                continue; // the same spelling needs no explanation
            }
            merges[clusters.cluster_of[m.first]].push_back(&m);
        }
        for (const auto& [cluster, list] : members) {
            write_actor(number_of[cluster], list, component, names);
            write_merges(number_of[cluster], merges[cluster], names);
        }
    }

    /// Most names of a component meet again what they met before, so nothing is written that stands there already.
    void write_merges(std::uint32_t actor, const std::vector<const NameMerge*>& merges,
                      const std::vector<KnownName>& names) {
        Query stored =
            db_.query("SELECT first, second, points, reasons FROM name_merge WHERE actor = ? ORDER BY rowid");
        stored << actor;
        bool same = true;
        std::size_t count = 0;
        for (; stored.step(); ++count) {
            same = same && count < merges.size() && stored.text(0) == names[merges[count]->first].identity.name &&
                   stored.text(1) == names[merges[count]->second].identity.name &&
                   stored.integer(2) == merges[count]->points && stored.text(3) == merges[count]->reasons;
        }
        stored.run();
        if (same && count == merges.size()) {
            return;
        }
        Query gone = db_.query("DELETE FROM name_merge WHERE actor = ?");
        gone << actor;
        gone.run();
        Query row = db_.query("INSERT INTO name_merge (actor, first, second, points, reasons) VALUES (?, ?, ?, ?, ?)");
        for (const NameMerge* m : merges) {
            row << actor << names[m->first].identity.name << names[m->second].identity.name << m->points << m->reasons;
            row.run();
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
                     const std::vector<StoredName>& component, const std::vector<KnownName>& names) {
        std::map<std::string, std::int64_t> spellings;
        std::map<ActorType, std::int64_t> types;
        std::map<std::string, std::int64_t> countries;
        std::int64_t articles = 0;
        std::int64_t mentions = 0;
        std::tuple<std::int64_t, std::string, std::int64_t, std::string> first = {undated, "\x7f", 0, ""};
        for (const std::uint32_t i : list) {
            const StoredName& stored = component[i];
            const Identity& id = names[i].identity;
            articles += names[i].articles;
            spellings[id.name] += names[i].articles;
            types[id.type] += names[i].articles * (id.type == ActorType::other ? 1 : 1000);
            if (!id.country.empty()) {
                countries[id.country] += names[i].articles;
            }
            mentions += stored.mentions;
            first =
                std::min(first, std::tuple(stored.first_published, stored.first_article, stored.first_begin, id.name));
        }
        const std::string name = shown_name(spellings, list, names);
        const auto most = [](const auto& counts) {
            return std::max_element(counts.begin(), counts.end(),
                                    [](const auto& a, const auto& b) { return a.second < b.second; });
        };
        const std::string id =
            actor_public_id(std::get<3>(first), std::get<1>(first), static_cast<std::uint32_t>(std::get<2>(first)));
        const auto type = static_cast<std::int64_t>(most(types)->first);
        const std::string country = countries.empty() ? std::string{} : most(countries)->first;
        Query old = db_.query("SELECT id, name, type, country, articles, mentions FROM actor WHERE num = ?");
        old << number;
        if (old.step() && old.text(0) == id && old.text(1) == name && old.integer(2) == type &&
            old.text(3) == country) {
            if (old.integer(4) != articles || old.integer(5) != mentions) {
                Query counts = db_.query("UPDATE actor SET articles = ?, mentions = ? WHERE num = ?");
                counts << articles << mentions << number;
                counts.run();
            }
            return;
        }
        old.run();
        Query row = db_.query("INSERT OR REPLACE INTO actor (num, id, name, folded, type, country, articles, mentions)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        row << number << id << name << utf8::fold(name) << type << country << articles << mentions;
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
    std::unordered_map<std::uint32_t, std::int64_t> forms_;
    std::set<std::uint32_t> taken_; ///< numbers given in this run: the parts of a component that fell apart share none
};

} // namespace

void relink_actors(Story::Impl& story) {
    ActorRelink(story).run();
}

} // namespace fasti::graph
