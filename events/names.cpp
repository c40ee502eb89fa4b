// The first sieve of coreference: names. Works on distinct forms, not on mentions, and finds the long form of a short
// one by its words, so ten thousand mentions of one name cost no more than ten thousand look-ups.
#include "events/coreference.hpp"

#include "core/utf8.hpp"
#include "events/name_shape.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace fasti::events {

namespace {

/// "assad" of "al-assad": an Arabic name is taken up without its article.
std::string_view without_article(std::string_view word) {
    const bool article = word.size() > 4 && (word.starts_with("al-") || word.starts_with("el-"));
    return article ? word.substr(3) : word;
}

struct Form {
    std::string key;
    std::vector<std::string_view> words;  ///< of `key`
    std::array<std::uint32_t, 5> votes{}; ///< by ActorType, of typed mentions
    bool typed = false;
    bool capitals = false; ///< seen written in capitals: may be an acronym
    bool state = false;
    ActorType type = ActorType::other;
    ActorLexicon::Index country = ActorLexicon::none;
    ActorLexicon::Index noun_class = ActorLexicon::none;
    Gender gender = Gender::unknown;
    bool plural = false;
    ActorLexicon::Index institution = ActorLexicon::none;
    std::uint32_t first = 0; ///< candidate
};

/// Long forms that share a word are few; a name that has more of them is too common to tell.
constexpr std::size_t most_long_forms = 32;

/// The words beside a name count as much as so many mentions that the language layer has typed.
constexpr std::uint32_t weight_of_told = 3;

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_capitals(std::string_view word) {
    std::size_t letters = 0;
    for (const char c : word) {
        if (c >= 'A' && c <= 'Z')
            ++letters;
        else if (c != '.')
            return false;
    }
    return letters >= 2 && letters <= 7;
}

bool little_word(std::string_view word) {
    return word == "of" || word == "the" || word == "and" || word == "for" || word == "in" || word == "on" ||
           word == "&" || word == "de" || word == "to";
}

class NameLinker {
public:
    NameLinker(const Document& document, const ActorLexicon& lexicon, const std::vector<Candidate>& candidates)
        : document_(document), lexicon_(lexicon), candidates_(candidates) {}

    Coreference link() {
        collect_forms();
        parent_.resize(forms_.size());
        std::iota(parent_.begin(), parent_.end(), 0u);
        index_long_forms();
        link_institutions();
        for (std::uint32_t f = 0; f < forms_.size(); ++f)
            if (!forms_[f].state)
                link_form(f);
        return build();
    }

private:
    void collect_forms() {
        form_of_.assign(candidates_.size(), no_cluster);
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& c = candidates_[i];
            if (c.kind != MentionKind::name)
                continue;
            std::string key = c.state ? "=" + std::string(lexicon_.country_code(c.country)) : c.key;
            const auto [it, added] = form_by_key_.try_emplace(key, static_cast<std::uint32_t>(forms_.size()));
            if (added) {
                Form form;
                form.key = std::move(key);
                form.first = i;
                form.state = c.state;
                forms_.push_back(std::move(form));
            }
            Form& form = forms_[it->second];
            form_of_[i] = it->second;
            if (c.typed) {
                ++form.votes[static_cast<std::size_t>(c.type)];
                form.typed = true;
            }
            // A place is told by "in" alone: enough to doubt a person, not an organisation ("in Congress").
            if (c.told && !c.state && (c.told != ActorType::place || c.type == ActorType::person)) {
                form.votes[static_cast<std::size_t>(*c.told)] += weight_of_told;
                form.typed = true;
            }
            if (form.country == ActorLexicon::none)
                form.country = c.country;
            if (form.noun_class == ActorLexicon::none)
                form.noun_class = c.noun_class;
            if (form.gender == Gender::unknown)
                form.gender = c.gender;
            if (form.institution == ActorLexicon::none)
                form.institution = c.institution;
            form.plural |= c.plural;
            form.capitals |= c.tokens.size() == 1 && all_capitals(document_.word(c.tokens.begin));
        }
        for (Form& form : forms_) {
            std::string_view rest = form.key;
            while (!rest.empty()) {
                const std::size_t blank = rest.find(' ');
                if (blank != 0)
                    form.words.push_back(without_article(rest.substr(0, blank)));
                rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
            }
            if (form.typed)
                form.type =
                    static_cast<ActorType>(std::max_element(form.votes.begin(), form.votes.end()) - form.votes.begin());
        }
    }

    void index_long_forms() {
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const Form& form = forms_[f];
            if (form.state || form.words.size() < 2)
                continue;
            by_last_[form.words.back()].push_back(f);
            if (form.type == ActorType::person) {
                by_ends_[std::string(form.words.front()) + " " + std::string(form.words.back())].push_back(f);
                // "Lula" of "Luiz Inácio Lula da Silva"
                for (std::size_t w = 0; w + 1 < form.words.size(); ++w)
                    if (w == 0 || !name_particle(form.words[w]))
                        by_first_[form.words[w]].push_back(f);
            } else {
                for (const std::string_view word : form.words)
                    if (has_digit(word) && word != form.words.back())
                        by_last_[word].push_back(f);
                std::string all, large;
                for (const std::string_view word : form.words) {
                    all += word.front();
                    if (!little_word(word))
                        large += word.front();
                }
                by_initials_[all].push_back(f);
                if (large != all)
                    by_initials_[large].push_back(f);
            }
        }
    }

    /// "the Fed" and "the Federal Reserve".
    void link_institutions() {
        std::unordered_map<ActorLexicon::Index, std::uint32_t> first;
        for (std::uint32_t f = 0; f < forms_.size(); ++f)
            if (forms_[f].institution != ActorLexicon::none)
                unite(f, first.try_emplace(forms_[f].institution, f).first->second);
    }

    std::uint32_t root(std::uint32_t f) {
        while (parent_[f] != f)
            f = parent_[f] = parent_[parent_[f]];
        return f;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a != b)
            parent_[std::max(a, b)] = std::min(a, b);
    }

    /// The only long form under `key` that `fits`; forms that are one already count once.
    template <class Map, class Fits> std::uint32_t only(const Map& map, const typename Map::key_type& key, Fits fits) {
        const auto it = map.find(key);
        if (it == map.end() || it->second.size() > most_long_forms)
            return no_cluster;
        std::uint32_t found = no_cluster;
        for (const std::uint32_t f : it->second) {
            if (!fits(forms_[f]))
                continue;
            if (found != no_cluster && root(found) != root(f))
                return no_cluster;
            found = f;
        }
        return found;
    }

    bool thing(const Form& form) const { return !form.typed || form.type == ActorType::other; }

    void link_form(std::uint32_t f) {
        const Form& form = forms_[f];
        if (form.words.empty())
            return;
        drop_tail(f);
        const std::string_view last = form.words.back();
        if (form.words.size() == 1) {
            if (form.capitals)
                if (const std::uint32_t full = only(by_initials_, std::string(last),
                                                    [&](const Form& l) { return l.type != ActorType::person; });
                    full != no_cluster)
                    return unite(f, full);
            if (const std::uint32_t full = surname(form); full != no_cluster)
                return unite(f, full);
            if (thing(form))
                if (const std::uint32_t full =
                        only(by_last_, last, [&](const Form& l) { return thing(l) && !l.state; });
                    full != no_cluster)
                    return unite(f, full);
            if (thing(form) && last.size() > 3 && last.ends_with('s'))
                if (const auto single = form_by_key_.find(std::string(last.substr(0, last.size() - 1)));
                    single != form_by_key_.end() && thing(forms_[single->second]))
                    return unite(f, single->second);
        } else if (thing(form) && form.words.size() < 4) {
            longer_model(f);
        } else if (form.type == ActorType::person && form.typed) {
            const auto same = by_ends_.find(std::string(form.words.front()) + " " + std::string(last));
            if (same != by_ends_.end())
                unite(f, same->second.front());
        }
    }

    /// "Boeing 787" and "787 Dreamliner" for "Boeing 787 Dreamliner".
    void longer_model(std::uint32_t f) {
        const Form& form = forms_[f];
        for (const std::string_view number : form.words) {
            if (number.size() < 3 || !has_digit(number))
                continue;
            const auto holds = [&](const Form& l) {
                return thing(l) && l.words.size() > form.words.size() &&
                       std::search(l.words.begin(), l.words.end(), form.words.begin(), form.words.end()) !=
                           l.words.end();
            };
            if (const std::uint32_t full = only(by_last_, number, holds); full != no_cluster)
                return unite(f, full);
        }
    }

    /// "Shoigu" for "Sergei Shoigu", "Saddam" for "Saddam Hussein", unless that short form is someone or something
    /// else.
    std::uint32_t surname(const Form& form) {
        const std::string_view word = form.words.front();
        const bool other = form.typed && form.type != ActorType::person &&
                           (form.noun_class != ActorLexicon::none || form.country != ActorLexicon::none);
        if (other || lexicon_.country_word(form.key))
            return no_cluster;
        const auto person = [](const Form& l) { return l.type == ActorType::person && l.typed; };
        if (const std::uint32_t full = only(by_last_, word, person); full != no_cluster)
            return full;
        // Of two who bear the name it is the one whom the text had named before: "Joe Biden … Biden … Jill Biden".
        const auto before = [&](const Form& l) { return person(l) && l.first < form.first; };
        if (const std::uint32_t full = only(by_last_, word, before); full != no_cluster)
            return full;
        if (form.type != ActorType::person || !form.typed)
            return no_cluster;
        if (const std::uint32_t full = only(by_first_, word, person); full != no_cluster)
            return full;
        // "Jair Bolsonaro", whom nothing has typed, is a person as "Bolsonaro" is one.
        constexpr std::size_t most_words = 3;
        return only(by_last_, word, [](const Form& l) { return !l.typed && l.words.size() <= most_words; });
    }

    /// "Apple Inc." is "Apple" when that is a form too; "iTunes Music Store" is "iTunes" unless that is an
    /// organisation.
    void drop_tail(std::uint32_t f) {
        const Form& form = forms_[f];
        if (form.words.size() < 2 || (form.typed && form.type == ActorType::person))
            return;
        std::string_view key = form.key;
        for (std::size_t n = form.words.size(); n > 1; --n) {
            std::string_view word = form.words[n - 1];
            while (!word.empty() && word.back() == ',')
                word.remove_suffix(1);
            const ActorLexicon::Noun* noun = lexicon_.noun(word);
            const bool tail = lexicon_.name_tail(word);
            const bool service = noun && noun->type != ActorType::person && thing(form);
            if (!tail && !service)
                return;
            key = key.substr(0, key.rfind(' '));
            if (!tail && service && n > 2 && !form_by_key_.contains(std::string(key)))
                key = key.substr(0, key.rfind(' ')), --n;
            const auto shorter = form_by_key_.find(std::string(key));
            if (shorter == form_by_key_.end())
                continue;
            const Form& s = forms_[shorter->second];
            if (s.state || (s.typed && s.type == ActorType::person) || (!tail && !thing(s)))
                return;
            return unite(f, shorter->second);
        }
    }

    Coreference build() {
        Coreference result;
        result.cluster_of.assign(candidates_.size(), no_cluster);
        std::vector<std::uint32_t> cluster_of_root(forms_.size(), no_cluster);
        std::vector<std::array<std::uint32_t, 5>> votes;
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            if (form_of_[i] == no_cluster)
                continue;
            const std::uint32_t top = root(form_of_[i]);
            if (cluster_of_root[top] == no_cluster) {
                cluster_of_root[top] = static_cast<std::uint32_t>(result.clusters.size());
                result.clusters.emplace_back().named = true;
                votes.emplace_back();
            }
            result.link(i, cluster_of_root[top]);
        }
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            const Form& form = forms_[f];
            const std::uint32_t at = cluster_of_root[root(f)];
            Cluster& cluster = result.clusters[at];
            for (std::size_t t = 0; t < form.votes.size(); ++t)
                votes[at][t] += form.votes[t] * static_cast<std::uint32_t>(form.words.size() > 1 ? 4 : 1);
            cluster.typed |= form.typed;
            cluster.state |= form.state;
            cluster.plural |= form.plural;
            if (cluster.country == ActorLexicon::none)
                cluster.country = form.country;
            if (cluster.gender == Gender::unknown)
                cluster.gender = form.gender;
            if (form.noun_class != ActorLexicon::none &&
                std::find(cluster.classes.begin(), cluster.classes.end(), form.noun_class) == cluster.classes.end())
                cluster.classes.push_back(form.noun_class);
        }
        for (std::size_t i = 0; i < result.clusters.size(); ++i)
            if (result.clusters[i].typed)
                result.clusters[i].type =
                    static_cast<ActorType>(std::max_element(votes[i].begin(), votes[i].end()) - votes[i].begin());
        return result;
    }

    const Document& document_;
    const ActorLexicon& lexicon_;
    const std::vector<Candidate>& candidates_;
    std::vector<Form> forms_;
    std::vector<std::uint32_t> form_of_;
    std::vector<std::uint32_t> parent_;
    std::unordered_map<std::string, std::uint32_t> form_by_key_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_last_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_first_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_ends_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_initials_;
};

} // namespace

Coreference link_names(const Document& document, const ActorLexicon& lexicon,
                       const std::vector<Candidate>& candidates) {
    return NameLinker(document, lexicon, candidates).link();
}

} // namespace fasti::events
