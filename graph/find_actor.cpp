// An actor by a name as a person types it.
#include "core/utf8.hpp"
#include "graph/names.hpp"
#include "graph/query.hpp"
#include "graph/story_file.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace fasti::graph {
namespace {

constexpr double least_overlap = 0.4;

struct Candidate {
    std::uint32_t actor = 0;
    std::uint32_t articles = 0;
    std::string id;
    std::string name;
};

class ActorFinder {
public:
    ActorFinder(Story::Impl& story, std::string_view typed)
        : db_(*story.database), lexicon_(story.lexicon), typed_(typed) {}

    Result<ActorMatch> run() {
        for (const auto step : {&ActorFinder::by_id, &ActorFinder::by_shown_name, &ActorFinder::by_any_name}) {
            if (auto match = (this->*step)()) {
                return std::move(*match);
            }
        }
        if (auto match = by_words()) {
            return std::move(*match);
        }
        if (db_.failed()) {
            return db_.status().error();
        }
        return Error{ErrorCode::not_found, "no actor '" + std::string(typed_) + "' in this story", {}, suggestions()};
    }

private:
    std::optional<ActorMatch> best(Query& q) {
        std::optional<Candidate> found;
        while (q.step()) {
            Candidate c{q.number(0), q.number(3), std::string(q.text(1)), std::string(q.text(2))};
            if (!found || std::tie(found->articles, c.id) < std::tie(c.articles, found->id)) {
                found = std::move(c);
            }
        }
        return found ? std::optional(ActorMatch{found->id, found->name, true}) : std::nullopt;
    }

    std::optional<ActorMatch> by_id() {
        Query q = db_.query("SELECT num, id, name, articles FROM actor WHERE id = ?");
        q << typed_;
        return best(q);
    }
    std::optional<ActorMatch> by_shown_name() {
        Query q = db_.query("SELECT num, id, name, articles FROM actor WHERE folded = ?");
        q << utf8::fold(typed_);
        return best(q);
    }
    std::optional<ActorMatch> by_any_name() {
        std::map<std::uint32_t, std::int64_t> actors; // articles under the names that match
        for (const ActorType type : {ActorType::person, ActorType::organization}) {
            const std::string form = name_form(typed_, type, lexicon_);
            Query q = db_.query("SELECT name.actor, name.articles, name.form, name.shorts, name.name FROM name_key"
                                " JOIN name ON name.num = name_key.name WHERE name_key.key = ?");
            q << form_key(form);
            while (q.step()) {
                const auto shorts = read_names(q.text(3));
                const bool own = q.text(2) == form || q.text(2).starts_with(form + " @") ||
                                 name_form(q.text(4), type, lexicon_) == form;
                // A form of its own says more than a short form that another name has in passing.
                if (own || std::find(shorts.begin(), shorts.end(), form) != shorts.end()) {
                    actors[q.number(0)] += q.integer(1) * (own ? 1000 : 1);
                } else {
                    actors[q.number(0)] += q.integer(1); // initials
                }
            }
        }
        const auto most = std::max_element(actors.begin(), actors.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == actors.end()) {
            return std::nullopt;
        }
        Query q = db_.query("SELECT num, id, name, articles FROM actor WHERE num = ?");
        q << most->first;
        return best(q);
    }

    [[nodiscard]] int weight(const std::set<std::string, std::less<>>& words) const {
        int sum = 0;
        for (const std::string& w : words) {
            sum += lexicon_.telling(w);
        }
        return sum;
    }

    /// Whether a word numbers a model, a version or an index: "747", "a380", "3g".
    [[nodiscard]] static bool numbered(std::string_view word) {
        return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    /// One name's words are all among the other's. The more they share and the more articles have
    /// the name, the better: "Zenda shop" is Zenda, of which all speak, before the "Zenda Wool Shop"
    /// of one advertisement. A number that was typed is never dropped: "Airliner 777" is no "Airliner".
    std::optional<ActorMatch> by_words() {
        const auto list = name_words(typed_);
        const std::set<std::string, std::less<>> typed(list.begin(), list.end());
        const int typed_weight = weight(typed);
        if (typed_weight == 0) {
            return std::nullopt;
        }
        const auto numbers = std::count_if(typed.begin(), typed.end(), numbered);
        double best_fit = 0;
        std::optional<ActorMatch> best_match;
        Query q = db_.query("SELECT name.form, actor.articles, actor.id, actor.name FROM name JOIN actor"
                            " ON actor.num = name.actor WHERE name.state = 0");
        while (q.step()) {
            int shared = 0;
            int own = 0;
            bool inside = true; // all of the name's words were typed
            std::size_t common = 0;
            std::ptrdiff_t common_numbers = 0;
            for (const std::string_view word : form_words(q.text(0))) {
                if (word.starts_with('@')) {
                    continue;
                }
                const int telling = lexicon_.telling(word);
                own += telling;
                if (typed.contains(word)) {
                    shared += telling;
                    ++common;
                    common_numbers += numbered(word) ? 1 : 0;
                } else if (telling > 0) {
                    inside = false;
                }
            }
            if (shared == 0 || (!inside && common < typed.size()) || common_numbers < numbers) {
                continue;
            }
            const double overlap = static_cast<double>(shared) / static_cast<double>(own + typed_weight - shared);
            if (overlap < least_overlap) {
                continue;
            }
            const double fit = overlap * (4.0 + std::log2(1.0 + static_cast<double>(q.integer(1))));
            if (fit > best_fit || (fit == best_fit && best_match && q.text(2) < best_match->id)) {
                best_fit = fit;
                best_match = ActorMatch{std::string(q.text(2)), std::string(q.text(3)), false};
            }
        }
        return best_match;
    }

    /// "did you mean 'Shoigu', 'Sergei Shoigu'?" One letter in three may be wrong; the beginning of a word is
    /// nearer than any slip.
    std::string suggestions() {
        const std::string typed = utf8::fold(typed_);
        const unsigned most_slips = std::clamp(static_cast<unsigned>(typed.size() / 3), 1U, 3U);
        std::vector<std::tuple<unsigned, std::int64_t, std::string>> near;
        Query q = db_.query("SELECT name, articles, folded FROM actor");
        while (q.step()) {
            const std::string folded(q.text(2));
            unsigned distance = edit_distance(typed, folded, most_slips);
            distance = distance > most_slips ? 9 : distance;
            for (const std::string& word : name_words(folded)) {
                const unsigned slips = edit_distance(typed, word, std::min(most_slips, 2U));
                if (slips <= std::min(most_slips, 2U)) {
                    distance = std::min(distance, slips + 1);
                }
                if (typed.size() > 2 && word.starts_with(typed)) {
                    distance = std::min(distance, 1U);
                }
                if (word.size() > 3 && typed.find(word) != std::string::npos) {
                    distance = std::min(distance, 3U);
                }
            }
            if (distance <= 3) {
                near.emplace_back(distance, -q.integer(1), std::string(q.text(0)));
            }
        }
        std::sort(near.begin(), near.end());
        if (near.empty()) {
            return "`fasti query STORY actors` lists them";
        }
        std::string out = "did you mean ";
        for (std::size_t i = 0; i < std::min<std::size_t>(near.size(), 3); ++i) {
            out += (i == 0 ? "'" : ", '") + std::get<2>(near[i]) + "'";
        }
        return out + "?";
    }

    Database& db_;
    const Lexicon& lexicon_;
    std::string_view typed_;
};

} // namespace

Result<ActorMatch> find_actor(const Story& story, std::string_view name) {
    return ActorFinder(story.impl(), name).run();
}

} // namespace fasti::graph
