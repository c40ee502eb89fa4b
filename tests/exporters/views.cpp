// See views.hpp.
#include "views.hpp"

#include <array>
#include <string>

namespace fasti::exporters::testing {
namespace {

using graph::GraphView;

Interval days(int year, unsigned month, unsigned first, unsigned last) {
    return {*make_day(year, month, first), *make_day(year, month, last) + date::days{1}};
}

graph::ActorNode actor(std::string id, std::string name, ActorType type) {
    graph::ActorNode node;
    node.id = std::move(id);
    node.name = std::move(name);
    node.type = type;
    return node;
}

graph::EventNode event(std::string id, std::string headline, Interval when, Granularity granularity) {
    graph::EventNode node;
    node.id = std::move(id);
    node.headline = std::move(headline);
    node.when = when;
    node.granularity = granularity;
    node.certainty = when.from ? Certainty::exact : Certainty::unresolved;
    node.reason = when.from ? AnchorReason::expression : AnchorReason::none;
    node.voices = 1;
    return node;
}

graph::Evidence evidence(std::uint32_t article, std::string sentence, std::uint32_t begin, std::uint32_t end) {
    graph::Evidence proof;
    proof.article = article;
    proof.trigger = {begin, end};
    proof.sentence_span = {0, static_cast<std::uint32_t>(sentence.size())};
    proof.sentence = std::move(sentence);
    return proof;
}

} // namespace

GraphView empty_view() {
    return {};
}

GraphView one_actor_view() {
    GraphView view;
    view.actors.push_back(actor("a-nasa", "NASA", ActorType::organization));
    view.actors.back().rank = 1;
    return view;
}

GraphView sample_view() {
    GraphView view;
    view.title = "Apollo & Marathon";
    view.articles = {
        {"landing", "Men on the Moon", "The Gazette", "https://example.org/landing?a=1&b=2", "1969-07-21", "en"},
        {"launch/1", "Apollo 11 lifts off", "The Herald", "", "1969-07-16T14:00", "en"},
        {"history", "", "", "", "", "en"}};
    view.actors = {actor("a-nasa", "NASA", ActorType::organization),
                   actor("a-armstrong", "Neil Armstrong", ActorType::person), actor("a-moon", "Moon", ActorType::place),
                   actor("a-athens", "Athens", ActorType::group), actor("a-persia", "Persia", ActorType::other)};
    view.actors[0].aliases = {"National Aeronautics and Space Administration"};
    view.actors[0].country = "USA";
    view.actors[0].rank = 0.4;
    view.actors[0].mentions = 7;
    view.actors[0].active = days(1969, 7, 16, 20);
    view.actors[1].roles = {{"commander", days(1969, 7, 16, 24)}, {"test pilot", {}}};
    view.actors[1].rank = 0.3;
    view.actors[1].mentions = 4;
    view.actors[1].active = days(1969, 7, 16, 20);

    auto marathon = event("v-marathon", "Athens defeats Persia at Marathon",
                          unit_interval(*make_day(-489, 9, 1), Granularity::month), Granularity::month);
    marathon.type = PloverType::fight;
    marathon.mod = Modifier::approx;
    marathon.certainty = Certainty::ambiguous;
    marathon.participants = {{Role::agent, 3, "the Athenians"}, {Role::patient, 4, "the Persians"}};
    marathon.evidence = {evidence(2, "In 490 BC the Athenians defeated the Persians at Marathon.", 26, 34)};

    auto mission = event("v-mission", "Apollo 11 flies to the Moon and back", days(1969, 7, 16, 24), Granularity::day);
    mission.participants = {{Role::agent, 0, "NASA"}, {Role::goal, 2, "the Moon"}};
    mission.evidence = {evidence(1, "NASA launched Apollo 11 on Wednesday.", 5, 13)};
    mission.score = 4.5;
    mission.voices = 2;

    auto landing = event("v-landing", "Neil Armstrong lands on the Moon", days(1969, 7, 20, 20), Granularity::day);
    landing.certainty = Certainty::implied;
    landing.reason = AnchorReason::news_day;
    landing.date_text = "Sunday";
    landing.place = 2;
    landing.type = PloverType::cooperate;
    landing.participants = {{Role::agent, 1, "Armstrong"},
                            {Role::agent, 1, "he"},
                            {Role::patient, graph::none, "the Eagle"},
                            {Role::place, 2, "the Moon"}};
    landing.evidence = {evidence(0, "Armstrong landed the Eagle on the Moon on Sunday.", 10, 16),
                        evidence(1, "The landing is due on Sunday.", 4, 11)};
    landing.versions = {{"date", "1969-07-20", {0}}, {"date", "1969-07-21", {1}}};
    landing.disputed = true;
    landing.score = 9.25;
    landing.voices = 5;

    auto year = event("v-program", "NASA ends the Apollo programme",
                      unit_interval(*make_day(1972, 1, 1), Granularity::year), Granularity::year);
    year.participants = {{Role::agent, 0, "NASA"}};
    year.evidence = {evidence(2, "NASA ended the programme in 1972.", 5, 10)};

    auto undated = event("v-plan", "NASA plans to return", {}, Granularity::day);
    undated.factuality = Factuality::planned;
    undated.participants = {{Role::agent, 0, "NASA"}};
    undated.evidence = {evidence(2, "NASA plans to return.", 5, 10)};

    view.events = {marathon, mission, landing, year, undated};
    view.timeline = {{0, 3, 2}, {1, 2, 4.5}, {2, 1, 9.25}, {3, 4, 1}, {4, 5, 0.5}};
    view.relations = {{0, 1, "co-occurs", false, 2, 0, days(1969, 7, 16, 20), {1, 2}},
                      {0, 1, "cooperate", true, 3, 7, days(1969, 7, 20, 20), {2}},
                      {3, 3, "fight", true, 1, -10, {}, {}},
                      {3, 4, "fight", true, 1, -10, unit_interval(*make_day(-489, 9, 1), Granularity::month), {0}}};
    view.actors_in_story = 5;
    view.events_in_story = 5;
    return view;
}

GraphView hostile_view() {
    static const std::array<std::string, 10> words = {"</script><script>alert(1)</script>",
                                                      "=cmd()|' /C calc'!A0",
                                                      "a\x01\x02\x1f\x7f b\tc\nd\re",
                                                      "]]> --> <![CDATA[ & &amp; \" ' < >",
                                                      "\xE2\x80\xAE"
                                                      "evil\xE2\x80\xAC \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                                      "\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\x98\x80",
                                                      "\\\"; DROP TABLE actors; -- `*_{}[]()#+-!|>",
                                                      "@SUM(1,2),\"x\"",
                                                      "-1+1;\\n\\,",
                                                      std::string(5000, 'x')};
    GraphView view = sample_view();
    std::size_t next = 0;
    const auto spoil = [&](std::string& text) { text = words[next++ % words.size()]; };
    spoil(view.title);
    for (auto& article : view.articles) {
        spoil(article.id);
        spoil(article.title);
        spoil(article.source);
        article.url = "javascript:alert(1)";
    }
    view.articles[0].url = "https://example.org/\"><script>x</script>";
    view.articles[1].id = view.articles[0].id + "2";
    for (auto& node : view.actors) {
        spoil(node.name);
        node.aliases = {words[next++ % words.size()]};
    }
    view.actors[2].name.clear();
    for (auto& node : view.events) {
        spoil(node.headline);
        for (auto& proof : node.evidence) {
            spoil(proof.sentence);
        }
    }
    for (auto& relation : view.relations) {
        relation.weight = 0;
    }
    return view;
}

std::optional<GraphView> named_view(std::string_view name) {
    if (name == "empty") {
        return empty_view();
    }
    if (name == "one") {
        return one_actor_view();
    }
    if (name == "sample") {
        return sample_view();
    }
    if (name == "hostile") {
        return hostile_view();
    }
    return std::nullopt;
}

} // namespace fasti::exporters::testing
