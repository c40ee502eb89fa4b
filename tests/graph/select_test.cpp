// Choosing events from a large story without reading all of it: the same as choosing from all.
#include "folder.hpp"
#include "graph/select.hpp"
#include "story_generator.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace fasti;
using namespace fasti::graph;

namespace {

Story make_story(const Folder& folder, const generator::Options& options) {
    auto story = Story::create_or_open(folder.path());
    REQUIRE(story.ok());
    for (const auto& made : generator::Generator(options).all()) {
        REQUIRE(story->add(prepare(made.extracted(), story->lexicon())).ok());
    }
    REQUIRE(story->link().ok());
    return std::move(*story);
}

} // namespace

TEST_CASE("events that come one at a time stand in the order of all events by importance") {
    Folder folder;
    const Story story = make_story(folder, {.seed = 31, .articles = 150, .actors = 25, .days = 20, .wrong = 0.2});
    Database& db = *story.impl().database;
    for (const bool every : {false, true}) {
        EventFilter filter;
        filter.every_factuality = every;
        const auto all = by_importance(db, find_events(db, filter));
        REQUIRE(all.size() > 100);
        RankedEvents ranked(db, filter);
        for (const ScoredRow& expected : all) {
            const ScoredRow* found = ranked.next();
            REQUIRE(found != nullptr);
            REQUIRE(found->row.id == expected.row.id);
            REQUIRE(found->score == expected.score);
        }
        CHECK(ranked.next() == nullptr);
    }
}

TEST_CASE("a word that stands everywhere finds the most important of the events that it stands in") {
    Folder folder;
    const Story story = make_story(folder, {.seed = 32, .articles = 1600, .actors = 90, .days = 60});
    const auto whole = story.view();
    REQUIRE(whole.ok());
    for (const std::string& word : {std::string("on"), std::string("attacked")}) { // thousands of sentences, and some
        std::vector<std::tuple<double, std::string>> expected;
        for (const EventNode& event : whole->events) {
            const bool told = std::any_of(event.evidence.begin(), event.evidence.end(), [&](const Evidence& e) {
                return (" " + e.sentence + " ").find(" " + word + " ") != std::string::npos;
            });
            if (told && (event.factuality == Factuality::happened || event.factuality == Factuality::planned)) {
                expected.emplace_back(-event.score, event.id);
            }
        }
        std::sort(expected.begin(), expected.end());
        REQUIRE(expected.size() > 50);
        expected.resize(50);
        const auto found = find(story, word, {});
        REQUIRE(found.ok());
        std::vector<std::tuple<double, std::string>> events;
        for (const EventNode& event : found->view.events) {
            events.emplace_back(-event.score, event.id);
        }
        std::sort(events.begin(), events.end());
        CHECK(events == expected);
        CHECK(found->sentences.size() == 50);
        CHECK(std::is_sorted(found->sentences.begin(), found->sentences.end(), [&](const auto& a, const auto& b) {
            return found->view.articles[a.article].published < found->view.articles[b.article].published;
        }));
    }
}

TEST_CASE("sentences that other terms narrow are the first ones that events with these terms stand in") {
    Folder folder;
    const Story story = make_story(folder, {.seed = 33, .articles = 1600, .actors = 90, .days = 60});
    const auto whole = story.view();
    REQUIRE(whole.ok());
    // Fewer events than sentences with the word, and more.
    for (const auto& [word, type] : {std::pair("on", "assault"), std::pair("attacked", "occurrence")}) {
        std::set<std::tuple<std::string, std::string, std::uint32_t, std::string>> told; // by time, article and place
        for (const EventNode& event : whole->events) {
            const bool passes = to_string(event.type) == type || to_string(event.event_class) == type;
            for (const Evidence& e : event.evidence) {
                const ArticleNode& article = whole->articles[e.article];
                if (passes && (" " + e.sentence).find(" " + std::string(word) + " ") != std::string::npos) {
                    told.emplace(article.published, article.id, e.sentence_span.begin, e.sentence);
                }
            }
        }
        REQUIRE(told.size() > 50);
        const auto found = find(story, std::string(word) + " type:" + type, {});
        REQUIRE(found.ok());
        REQUIRE(found->sentences.size() == 50);
        auto expected = told.begin();
        for (const auto& sentence : found->sentences) {
            CHECK(sentence.sentence == std::get<3>(*expected++));
        }
    }
}
