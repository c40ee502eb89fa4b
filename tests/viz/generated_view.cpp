// See generated_view.hpp.
#include "generated_view.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace fasti::viz::testing {
namespace {

class Dice {
public:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(next() % n); }
    // Small numbers far more often: the shape of how often names stand in the news.
    std::uint32_t skewed(std::uint32_t n) {
        const double u = static_cast<double>(next() >> 11) / 9007199254740992.0;
        return std::min(n - 1, static_cast<std::uint32_t>(u * u * u * n));
    }

private:
    std::uint64_t next() { return mix64(++state_); }
    std::uint64_t state_ = 7;
};

constexpr std::array<const char*, 12> first_words = {"Harbour", "Northern", "River",   "Civic",  "Union",  "Amber",
                                                     "Granite", "Coastal",  "Eastern", "Meadow", "Silver", "Linden"};
constexpr std::array<const char*, 10> last_words = {"Council", "Railway",   "Institute", "Party",  "Museum",
                                                    "Bank",    "Orchestra", "Ministry",  "League", "Works"};
constexpr std::array<const char*, 8> verbs = {
    "signs an agreement with", "meets", "rejects the offer of", "sues", "praises", "aids", "strikes against", "warns"};
constexpr std::array<PloverType, 8> types = {PloverType::agree,    PloverType::consult, PloverType::reject,
                                             PloverType::sanction, PloverType::support, PloverType::aid,
                                             PloverType::protest,  PloverType::threaten};

} // namespace

graph::GraphView generated_view(std::uint32_t events, std::uint32_t actors, std::uint32_t ties) {
    graph::GraphView view;
    Dice dice;
    view.title = "A generated story";
    const Day start = *make_day(2001, 1, 1);
    const std::uint32_t days = 7300;
    for (std::uint32_t i = 0; i < std::max(1u, events / 10); ++i) {
        view.articles.push_back({"article-" + std::to_string(i), "Report " + std::to_string(i), "The Daily",
                                 "https://example.org/" + std::to_string(i), iso_date(start + date::days{i % days}),
                                 "en"});
    }
    for (std::uint32_t i = 0; i < actors; ++i) {
        graph::ActorNode actor;
        actor.id = "actor-" + std::to_string(i);
        actor.name = std::string(first_words[i % 12]) + " " + last_words[(i / 12) % 10] +
                     (i >= 120 ? " " + std::to_string(i) : "");
        actor.type = static_cast<ActorType>(i % 5);
        actor.rank = 1.0 / (i + 1);
        view.actors.push_back(std::move(actor));
    }
    std::vector<std::uint32_t> when(events);
    for (std::uint32_t i = 0; i < events; ++i) {
        const std::uint32_t burst = dice.below(40) * (days / 40);
        when[i] = dice.below(3) == 0 ? dice.below(days) : burst + dice.skewed(60);
    }
    std::sort(when.begin(), when.end());
    for (std::uint32_t i = 0; i < events; ++i) {
        graph::EventNode event;
        const std::uint32_t a = dice.skewed(actors), b = dice.skewed(actors), deed = dice.below(8);
        event.id = "event-" + std::to_string(i);
        event.headline = view.actors[a].name + " " + verbs[deed] + " " + view.actors[b].name;
        event.type = dice.below(4) == 0 ? PloverType::none : types[deed];
        const bool coarse = dice.below(25) == 0;
        event.granularity = coarse ? Granularity::month : Granularity::day;
        event.when = unit_interval(start + date::days{when[i]}, event.granularity);
        event.certainty = dice.below(3) == 0 ? Certainty::implied : Certainty::exact;
        event.reason = event.certainty == Certainty::exact ? AnchorReason::expression : AnchorReason::news_day;
        event.factuality = dice.below(9) == 0 ? Factuality::planned : Factuality::happened;
        event.voices = 1 + dice.skewed(8);
        event.score = event.voices;
        event.participants = {{Role::agent, a, view.actors[a].name}, {Role::patient, b, view.actors[b].name}};
        graph::Evidence proof;
        proof.article = static_cast<std::uint32_t>(i % view.articles.size());
        proof.sentence = event.headline + ", the paper reported on its front page.";
        proof.sentence_span = {i * 200, i * 200 + static_cast<std::uint32_t>(proof.sentence.size())};
        const auto verb = static_cast<std::uint32_t>(view.actors[a].name.size() + 1);
        proof.trigger = {i * 200 + verb, i * 200 + verb + 4};
        event.evidence = {proof};
        if (dice.below(60) == 0) {
            event.disputed = true;
            event.versions = {{"number", "12", {proof.article}}, {"number", "15", {0}}};
        }
        view.events.push_back(std::move(event));
    }
    std::stable_sort(view.events.begin(), view.events.end(),
                     [](const auto& p, const auto& q) { return p.when.from < q.when.from; });
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < events && pairs.size() < ties; ++i) {
        const auto& event = view.events[i];
        const std::uint32_t a = event.participants[0].actor, b = event.participants[1].actor;
        if (a != b && pairs.insert({a, b}).second) {
            view.relations.push_back({a,
                                      b,
                                      std::string(to_string(event.type)),
                                      true,
                                      1.0 + event.voices,
                                      goldstein(event.type),
                                      event.when,
                                      {i}});
        }
    }
    for (std::uint32_t tries = 0; actors > 1 && pairs.size() < ties && tries < 4 * ties; ++tries) {
        const std::uint32_t a = dice.skewed(actors), b = dice.below(actors);
        if (a != b && pairs.insert({a, b}).second) {
            view.relations.push_back({a, b, "co-occurs", false, 1, 0, {}, {}});
        }
    }
    for (std::uint32_t i = 0; i < events && view.timeline.size() < 30; i += std::max(1u, events / 30)) {
        view.timeline.push_back({i, static_cast<std::uint32_t>(view.timeline.size() + 1), view.events[i].score});
    }
    view.actors_in_story = actors;
    view.events_in_story = events;
    return view;
}

} // namespace fasti::viz::testing
