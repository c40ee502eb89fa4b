// See link_actors.hpp. Three steps: names of one form (where namesakes part), spellings of one
// person, short names that find their long one. The user's decisions forbid or force a merge.
#include "graph/link_actors.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace fasti::graph {
namespace {

/// Above this many names under common keys only equal forms are merged: such a component is an
/// accident of keys ("Li"), and pairs would be too many.
constexpr std::size_t most_compared = 600;
/// A short name takes the candidate that is this many times as frequent as the next.
constexpr std::uint32_t dominance = 4;

/// Names that stand for one actor so far.
struct Cluster {
    std::vector<std::uint32_t> members;
    std::uint32_t articles = 0;
};

std::string plain(std::string_view name) {
    std::string out;
    for (const std::string& word : name_words(name)) {
        if (!out.empty()) {
            out += ' ';
        }
        out += word;
    }
    return out;
}

class Evidence {
public:
    void add(int points, std::string_view reason) {
        points_ += points;
        if (!reasons_.empty()) {
            reasons_ += "; ";
        }
        reasons_ += reason;
        reasons_ += points < 0 ? " " : " +";
        reasons_ += std::to_string(points);
    }
    [[nodiscard]] int points() const { return points_; }
    [[nodiscard]] const std::string& reasons() const { return reasons_; }

private:
    int points_ = 0;
    std::string reasons_;
};

class ActorLinker {
public:
    ActorLinker(std::span<const KnownName> names, const Lexicon& lexicon, const Decisions& decisions,
                const FindCompany& find_company)
        : names_(names), lexicon_(lexicon), decisions_(decisions), find_company_(find_company), company_(names.size()) {
        order_.resize(names.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(names_[b].articles, names_[a].hash) < std::pair(names_[a].articles, names_[b].hash);
        });
    }

    ActorClusters run() {
        group_forms();
        apply_same();
        if (names_.size() <= most_compared) {
            join_spellings();
            join_short_names();
        }
        ActorClusters out;
        out.cluster_of.resize(names_.size());
        std::uint32_t number = 0;
        for (const Cluster& cluster : clusters_) {
            if (cluster.members.empty()) {
                continue;
            }
            for (const std::uint32_t m : cluster.members) {
                out.cluster_of[m] = number;
            }
            ++number;
        }
        out.merges = std::move(merges_);
        return out;
    }

private:
    [[nodiscard]] const Identity& id(std::uint32_t name) const { return names_[name].identity; }
    [[nodiscard]] const Identity& head(const Cluster& c) const { return id(c.members.front()); }

    // ---- step 1: one form ----

    void group_forms() {
        std::map<std::string_view, std::vector<std::uint32_t>> by_form;
        std::vector<std::string_view> forms; // in the order of the most frequent name
        for (const std::uint32_t i : order_) {
            auto& group = by_form[id(i).form];
            if (group.empty()) {
                forms.push_back(id(i).form);
            }
            group.push_back(i);
        }
        for (const std::string_view form : forms) {
            std::uint32_t persons = 0;
            std::uint32_t things = 0;
            for (const std::uint32_t i : by_form[form]) {
                (id(i).type == ActorType::person ? persons : things) +=
                    id(i).type == ActorType::other ? 0 : names_[i].articles;
            }
            const bool one_word = form.find(' ') == std::string_view::npos;
            std::vector<std::uint32_t> person_names;
            std::vector<std::uint32_t> thing_names;
            for (const std::uint32_t i : by_form[form]) {
                // A word may be a surname here and a city there; of longer names the majority is right.
                const bool person =
                    one_word && id(i).type != ActorType::other ? id(i).type == ActorType::person : persons > things;
                (person ? person_names : thing_names).push_back(i);
            }
            group_persons(person_names);
            group_things(thing_names);
        }
    }

    void group_things(const std::vector<std::uint32_t>& group) {
        if (group.empty()) {
            return;
        }
        Cluster cluster;
        for (const std::uint32_t i : group) {
            if (!cluster.members.empty()) {
                merges_.push_back({cluster.members.front(), i, 10, "same name +10"});
            }
            cluster.members.push_back(i);
            cluster.articles += names_[i].articles;
        }
        clusters_.push_back(std::move(cluster));
    }

    /// Namesakes part where country, roles and company speak against one person.
    void group_persons(const std::vector<std::uint32_t>& group) {
        const std::size_t first = clusters_.size();
        for (const std::uint32_t i : group) {
            std::optional<std::size_t> best;
            Evidence best_evidence;
            for (std::size_t c = first; c < clusters_.size(); ++c) {
                Evidence evidence;
                evidence.add(4, "same name");
                compare_persons(clusters_[c], i, evidence);
                if (evidence.points() > 0 && (!best || evidence.points() > best_evidence.points())) {
                    best = c;
                    best_evidence = evidence;
                }
            }
            if (!best) {
                clusters_.push_back({{i}, names_[i].articles});
                continue;
            }
            Cluster& cluster = clusters_[*best];
            merges_.push_back({cluster.members.front(), i, best_evidence.points(), best_evidence.reasons()});
            cluster.members.push_back(i);
            cluster.articles += names_[i].articles;
        }
    }

    void compare_persons(const Cluster& cluster, std::uint32_t name, Evidence& evidence) {
        const bool country = add_country(cluster, {{name}, 0}, evidence);
        const auto ours = roles(cluster);
        const auto theirs = roles({{name}, 0});
        if (ours.empty() || theirs.empty()) {
            return;
        }
        if (std::any_of(theirs.begin(), theirs.end(), [&](const auto& r) { return ours.contains(r); })) {
            evidence.add(3, "shared role");
            return;
        }
        evidence.add(-2, "other role");
        if (country) {
            return; // offices change: one country's official with another role is likely the same
        }
        const auto a = company(cluster);
        const auto b = company({{name}, 0});
        if (a.empty() || b.empty()) {
            return;
        }
        const int shared = shared_company(a, b);
        if (shared > 0) {
            evidence.add(std::min(shared, 3), "shared company");
        } else {
            evidence.add(-3, "no shared company");
        }
    }

    /// Adds what countries tell; true when both are known and one is shared.
    bool add_country(const Cluster& a, const Cluster& b, Evidence& evidence) const {
        const auto ours = countries(a);
        const auto theirs = countries(b);
        if (ours.empty() || theirs.empty()) {
            return false;
        }
        if (std::any_of(theirs.begin(), theirs.end(), [&](const auto& c) { return ours.contains(c); })) {
            evidence.add(2, "same country");
            return true;
        }
        evidence.add(-5, "other country");
        return false;
    }

    [[nodiscard]] std::set<std::string_view> countries(const Cluster& c) const {
        std::set<std::string_view> out;
        for (const std::uint32_t m : c.members) {
            if (!id(m).country.empty()) {
                out.insert(id(m).country);
            }
        }
        return out;
    }

    [[nodiscard]] std::set<std::string> roles(const Cluster& c) const {
        std::set<std::string> out;
        for (const std::uint32_t m : c.members) {
            for (const std::string& role : id(m).roles) {
                if (std::string word = role_head(role); !word.empty()) {
                    out.insert(std::move(word));
                }
            }
        }
        return out;
    }

    // ---- company: who stands in the same articles ----

    const NameCompany& company_of(std::uint32_t name) {
        if (!company_[name]) {
            company_[name] = find_company_(name);
        }
        return *company_[name];
    }

    std::map<std::int64_t, std::uint32_t> company(const Cluster& c) {
        std::map<std::int64_t, std::uint32_t> out;
        for (const std::uint32_t m : c.members) {
            for (const auto& [form, count] : company_of(m)) {
                out[form] += count;
            }
        }
        return out;
    }

    static int shared_company(const std::map<std::int64_t, std::uint32_t>& a,
                              const std::map<std::int64_t, std::uint32_t>& b) {
        int shared = 0;
        for (const auto& [form, count] : a) {
            shared += b.contains(form) ? 1 : 0;
        }
        return shared;
    }

    /// In how many articles both stand as actors of their own.
    std::uint32_t apart(const Cluster& a, const Cluster& b) {
        const auto company_a = company(a);
        const auto company_b = company(b);
        std::uint32_t from_a = 0;
        std::uint32_t from_b = 0;
        std::set<std::string_view> forms_a;
        std::set<std::string_view> forms_b;
        for (const std::uint32_t m : a.members) {
            forms_a.insert(id(m).form);
        }
        for (const std::uint32_t m : b.members) {
            forms_b.insert(id(m).form);
        }
        for (const auto form : forms_b) {
            const auto found = company_a.find(form_key(form));
            from_a += found == company_a.end() ? 0 : found->second;
        }
        for (const auto form : forms_a) {
            const auto found = company_b.find(form_key(form));
            from_b += found == company_b.end() ? 0 : found->second;
        }
        return std::max(from_a, from_b);
    }

    // ---- merging ----

    [[nodiscard]] bool named(const Cluster& c, const std::string& name) const {
        const std::string words = plain(name);
        return std::any_of(c.members.begin(), c.members.end(), [&](std::uint32_t m) {
            return plain(id(m).name) == words || id(m).form == words ||
                   id(m).form == name_form(name, id(m).type, lexicon_);
        });
    }

    [[nodiscard]] bool forbidden(const Cluster& a, const Cluster& b) const {
        return std::any_of(decisions_.different.begin(), decisions_.different.end(), [&](const NameDecision& d) {
            return (named(a, d.names[0]) && named(b, d.names[1])) || (named(a, d.names[1]) && named(b, d.names[0]));
        });
    }

    bool merge(std::size_t a, std::size_t b, int points, const std::string& reasons) {
        if (a == b || forbidden(clusters_[a], clusters_[b])) {
            return false;
        }
        Cluster& into = clusters_[a];
        Cluster& from = clusters_[b];
        merges_.push_back({into.members.front(), from.members.front(), points, reasons});
        into.members.insert(into.members.end(), from.members.begin(), from.members.end());
        into.articles += from.articles;
        from = {};
        return true;
    }

    void apply_same() {
        for (const NameDecision& d : decisions_.same) {
            std::optional<std::size_t> first;
            for (std::size_t c = 0; c < clusters_.size(); ++c) {
                if (clusters_[c].members.empty() || std::none_of(d.names.begin(), d.names.end(), [&](const auto& n) {
                        return named(clusters_[c], n);
                    })) {
                    continue;
                }
                if (!first) {
                    first = c;
                } else {
                    merge(*first, c, 100, "your decision");
                }
            }
        }
    }

    // ---- step 2: spellings of one person ----

    void join_spellings() {
        struct Candidate {
            std::size_t a;
            std::size_t b;
            Evidence evidence;
        };
        std::vector<std::size_t> persons;
        for (std::size_t c = 0; c < clusters_.size(); ++c) {
            if (!clusters_[c].members.empty() && is_person(clusters_[c]) &&
                head(clusters_[c]).form.find(' ') != std::string::npos) {
                persons.push_back(c);
            }
        }
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < persons.size(); ++i) {
            for (std::size_t j = i + 1; j < persons.size(); ++j) {
                const Cluster& a = clusters_[persons[i]];
                const Cluster& b = clusters_[persons[j]];
                if (head(a).form == head(b).form) {
                    continue; // namesakes that were told apart
                }
                Evidence evidence = compare_spelling(head(a).form, head(b).form);
                if (evidence.points() < 5) {
                    continue;
                }
                add_country(a, b, evidence);
                const auto ours = roles(a);
                const auto theirs = roles(b);
                if (std::any_of(theirs.begin(), theirs.end(), [&](const auto& r) { return ours.contains(r); })) {
                    evidence.add(2, "shared role");
                }
                if (evidence.points() >= 6 && apart(a, b) == 0) {
                    candidates.push_back({persons[i], persons[j], evidence});
                }
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
            return x.evidence.points() > y.evidence.points();
        });
        std::map<std::size_t, std::size_t> moved;
        const auto where = [&](std::size_t c) {
            while (moved.contains(c)) {
                c = moved[c];
            }
            return c;
        };
        for (const Candidate& candidate : candidates) {
            const std::size_t a = where(candidate.a);
            const std::size_t b = where(candidate.b);
            if (a != b && (a == candidate.a || b == candidate.b || apart(clusters_[a], clusters_[b]) == 0) &&
                merge(a, b, candidate.evidence.points(), candidate.evidence.reasons())) {
                moved[b] = a;
            }
        }
    }

    [[nodiscard]] Evidence compare_spelling(std::string_view a, std::string_view b) const {
        const auto x = form_words(a);
        const auto y = form_words(b);
        Evidence evidence;
        if (x.back() == y.back()) {
            evidence.add(4, "same surname");
        } else if (same_spelling(x.back(), y.back())) {
            evidence.add(3, "surname spelled alike");
        } else {
            return {};
        }
        const std::string_view given_x = lexicon_.full_given_name(x.front());
        const std::string_view given_y = lexicon_.full_given_name(y.front());
        if (given_x == given_y) {
            evidence.add(4, "same given name");
        } else if ((given_x.size() == 1 || given_y.size() == 1) && given_x[0] == given_y[0]) {
            evidence.add(2, "same initial");
        } else if (same_spelling(given_x, given_y)) {
            evidence.add(3, "given name spelled alike");
        } else {
            return {};
        }
        if (x.size() > 2 && y.size() > 2 && x[1][0] != y[1][0]) {
            evidence.add(-6, "other middle name");
        }
        return evidence;
    }

    [[nodiscard]] bool is_person(const Cluster& c) const {
        std::uint32_t persons = 0;
        for (const std::uint32_t m : c.members) {
            persons += id(m).type == ActorType::person ? names_[m].articles : 0;
        }
        return persons * 2 > c.articles;
    }

    // ---- step 3: short names ----

    void join_short_names() {
        std::vector<std::size_t> order;
        for (std::size_t c = 0; c < clusters_.size(); ++c) {
            order.push_back(c);
        }
        // The shortest first, so that "Fed" finds "Federal Reserve" before that finds "US Federal Reserve".
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return length(clusters_[a]) < length(clusters_[b]); });
        for (const std::size_t s : order) {
            if (clusters_[s].members.empty()) {
                continue;
            }
            struct Candidate {
                std::size_t cluster;
                Evidence evidence;
            };
            std::vector<Candidate> candidates;
            for (std::size_t l = 0; l < clusters_.size(); ++l) {
                if (l == s || clusters_[l].members.empty()) {
                    continue;
                }
                if (Evidence evidence = compare_short(clusters_[s], clusters_[l]); evidence.points() >= 4) {
                    candidates.push_back({l, std::move(evidence)});
                }
            }
            if (candidates.empty()) {
                continue;
            }
            std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
                return std::pair(a.evidence.points(), clusters_[a.cluster].articles) >
                       std::pair(b.evidence.points(), clusters_[b.cluster].articles);
            });
            const Candidate& best = candidates.front();
            // Several of one rank: only one that nearly everybody means.
            if (candidates.size() > 1 && candidates[1].evidence.points() == best.evidence.points() &&
                clusters_[best.cluster].articles < dominance * clusters_[candidates[1].cluster].articles) {
                continue;
            }
            merge(best.cluster, s, best.evidence.points(), best.evidence.reasons());
        }
    }

    /// True when a form that is longer than the short one is the long one, or stands for both.
    [[nodiscard]] bool known_under_one_name(const Cluster& s, const Cluster& l) const {
        const std::string& form = head(s).form;
        const auto stands_for = [&](const std::string& name) {
            return name.size() > form.size() && std::any_of(l.members.begin(), l.members.end(), [&](std::uint32_t m) {
                       return id(m).form == name || std::binary_search(id(m).shorts.begin(), id(m).shorts.end(), name);
                   });
        };
        return std::any_of(s.members.begin(), s.members.end(), [&](std::uint32_t m) {
            return id(m).form == form && std::any_of(id(m).shorts.begin(), id(m).shorts.end(), stands_for);
        });
    }

    [[nodiscard]] std::size_t length(const Cluster& c) const { return c.members.empty() ? 0 : head(c).form.size(); }

    Evidence compare_short(const Cluster& s, const Cluster& l) {
        Evidence evidence;
        const std::string& form = head(s).form;
        const std::string& long_form = head(l).form;
        const bool person = is_person(l);
        if (head(l).state != head(s).state) {
            const Cluster& state = head(l).state ? l : s;
            const Cluster& other = head(l).state ? s : l;
            const bool same_name = std::any_of(state.members.begin(), state.members.end(),
                                               [&](std::uint32_t m) { return plain(id(m).name) == head(other).form; });
            if (same_name && !is_person(other) && head(l).state) {
                evidence.add(8, "name of the state");
                add_country(s, l, evidence);
            }
            return evidence;
        }
        if (long_form.size() <= form.size() || head(s).state) {
            return evidence;
        }
        const auto words = form_words(long_form);
        std::uint32_t alias_articles = 0;
        for (const std::uint32_t m : l.members) {
            if (std::binary_search(id(m).shorts.begin(), id(m).shorts.end(), form)) {
                alias_articles += names_[m].articles;
            }
        }
        const auto acronyms = person ? std::vector<std::string>{} : initials(long_form, lexicon_);
        const bool one_word = form.find(' ') == std::string::npos;
        bool exempt = person;
        if (person && one_word && same_spelling(form, words.back())) {
            evidence.add(form == words.back() ? 4 : 3, form == words.back() ? "surname" : "surname spelled alike");
        } else if (std::find(acronyms.begin(), acronyms.end(), form) != acronyms.end()) {
            evidence.add(5, "initials");
            exempt = true;
        } else if (!person && long_form.size() > words[0].size() && !lexicon_.country(words[0]).empty() &&
                   std::string_view(long_form).substr(words[0].size() + 1) == form) {
            evidence.add(5, "name without its country");
            exempt = true;
        }
        if (const auto models = person ? std::vector<std::string>{} : model_names(long_form);
            std::find(models.begin(), models.end(), form) != models.end()) {
            evidence.add(6, "name of the model");
            exempt = true;
        }
        // "Dow" is known to be short for "Dow Jones Industrial Average", whoever calls it so here.
        if (!person && alias_articles == 0 && known_under_one_name(s, l)) {
            evidence.add(8, "short for one name");
            exempt = true;
        }
        if (alias_articles > 0) {
            evidence.add(evidence.points() > 0 ? 2 : 5, "called so in an article");
        }
        if (evidence.points() <= 0) {
            return evidence;
        }
        if (person != is_person(s)) {
            evidence.add(-4, person ? "no person" : "a person");
        }
        add_country(s, l, evidence);
        const auto ours = roles(s);
        const auto theirs = roles(l);
        if (!ours.empty() && !theirs.empty()) {
            const bool shared =
                std::any_of(ours.begin(), ours.end(), [&](const auto& r) { return theirs.contains(r); });
            evidence.add(shared ? 2 : -1, shared ? "shared role" : "other role");
        }
        // "iPod" is not "iPod nano": a short name that lives on its own, or stands beside the long one.
        if (!exempt && s.articles > 2 * std::max(alias_articles, l.articles)) {
            evidence.add(-3, "more frequent than the long name");
        }
        if (!exempt && evidence.points() >= 4) {
            if (const std::uint32_t both = apart(s, l); both > alias_articles / 2) {
                evidence.add(-4, "both in one article");
            }
        }
        return evidence;
    }

    std::span<const KnownName> names_;
    const Lexicon& lexicon_;
    const Decisions& decisions_;
    const FindCompany& find_company_;
    std::vector<std::uint32_t> order_; ///< most frequent first, then by hash: free of arrival
    std::vector<Cluster> clusters_;    ///< an emptied one was merged into another
    std::vector<NameMerge> merges_;
    std::vector<std::optional<NameCompany>> company_;
};

} // namespace

ActorClusters link_actors(std::span<const KnownName> names, const Lexicon& lexicon, const Decisions& decisions,
                          const FindCompany& find_company) {
    return ActorLinker(names, lexicon, decisions, find_company).run();
}

} // namespace fasti::graph
