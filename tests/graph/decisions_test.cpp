// The user's decisions win, survive a rebuild, and are refused when they contradict each other.
#include "folder.hpp"
#include "graph/decisions.hpp"
#include "graph/query.hpp"
#include "graph/story.hpp"
#include "story_generator.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fasti;
using namespace fasti::graph;

namespace {

Story story_of(const Folder& folder, const std::vector<generator::Made>& made, std::string_view decisions) {
    auto story = Story::create_or_open(folder.path());
    REQUIRE(story.ok());
    REQUIRE(story->set_decisions(decisions, "decisions").ok());
    for (const auto& m : made) {
        REQUIRE(story->add(prepare(m.extracted(), story->lexicon())).ok());
    }
    REQUIRE(story->link().ok());
    return std::move(*story);
}

std::string quoted(const std::string& words) {
    return '"' + words + '"';
}

} // namespace

TEST_CASE("decisions are read with names in quotes, comments and blank lines") {
    const auto d = parse_decisions(
        "# mine\n\nsame \"A B\" 'C'\nrename A \"B \\\"x\\\"\"\nevent a1 \"did it\" date 2021-10\n", "file");
    REQUIRE(d.ok());
    CHECK(d->same[0].names == std::vector<std::string>{"A B", "'C'"});
    CHECK(d->rename[0].names[1] == "B \"x\"");
    CHECK(d->events[0].place.phrase == "did it");
    CHECK(d->events[0].line == 5);
}

TEST_CASE("a line that is no decision is refused with its place") {
    for (const char* text : {"same A", "merge A B", "event a \"x\"", "event a \"x\" date soon", "same \"A B"}) {
        const auto d = parse_decisions(std::string("\n") + text, "my.txt");
        REQUIRE_FALSE(d.ok());
        CHECK(d.error().place == "my.txt:2");
        CHECK(d.error().code == ErrorCode::format);
    }
}

TEST_CASE("decisions that contradict each other are refused") {
    for (const char* text : {"same A B\nsame B C\ndifferent A C", "rename A X\nrename a Y",
                             "event a \"x\" same b \"y\"\nevent b \"y\" different a \"x\"",
                             "event a \"x\" date 2021\nevent a \"x\" date 2022"}) {
        const auto d = parse_decisions(text, "my.txt");
        REQUIRE_FALSE(d.ok());
        CHECK(d.error().place.starts_with("my.txt:"));
    }
}

TEST_CASE("same, different and rename decide about actors, before and after the articles come") {
    const auto made = generator::Generator({.seed = 4, .articles = 20, .actors = 12}).all();
    const std::string a = made[0].extraction.actors[0].name;
    const std::string b = made[0].extraction.actors[1].name;
    const std::string text = "same " + quoted(a) + " " + quoted(b) + "\nrename " + quoted(a) + " \"The Two\"\n";
    Folder before_folder;
    const Story before = story_of(before_folder, made, text);
    const auto first = find_actor(before, a);
    const auto second = find_actor(before, b);
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(first->id == second->id);
    CHECK(first->name == "The Two");
    const auto merges = before.merges(first->id);
    REQUIRE(merges.ok());
    CHECK(
        std::any_of(merges->begin(), merges->end(), [](const MergeReason& m) { return m.reasons == "your decision"; }));
    Folder after_folder;
    Story after = story_of(after_folder, made, "");
    CHECK(find_actor(after, a)->id != find_actor(after, b)->id);
    REQUIRE(after.set_decisions(text, "decisions").ok());
    REQUIRE(after.link().ok());
    CHECK(find_actor(after, a)->id == first->id);
    REQUIRE(after.set_decisions("", "decisions").ok());
    REQUIRE(after.link().ok());
    CHECK(find_actor(after, a)->id != find_actor(after, b)->id);
}

TEST_CASE("date and hide decide about events, and what matches nothing is reported") {
    const auto made = generator::Generator({.seed = 4, .articles = 20, .actors = 12}).all();
    const auto& article = made[3].article;
    const auto& event = made[3].extraction.events[0];
    const std::string place = "event " + article.id + " " + quoted(std::string(surface(article.text, event.trigger)));
    Folder folder;
    Story story = story_of(folder, made, place + " date 1999-05-04\nsame Nobody Nowhere\n");
    const auto view = story.view();
    REQUIRE(view.ok());
    const auto decided = std::find_if(view->events.begin(), view->events.end(),
                                      [](const EventNode& e) { return e.reason == AnchorReason::decision; });
    REQUIRE(decided != view->events.end());
    CHECK(iso_date(*decided->when.from) == "1999-05-04");
    const auto unmatched = story.unmatched_decisions();
    REQUIRE(unmatched.ok());
    REQUIRE(unmatched->size() == 2);
    CHECK((*unmatched)[0].line == 2);
    const std::string near = "same " + quoted(made[0].extraction.actors[0].name + "x") + " Nobody\nevent " +
                             article.id + " \"no such words\" hide\nevent nosuch \"words\" hide\n";
    REQUIRE(story.set_decisions(near, "decisions").ok());
    REQUIRE(story.link().ok());
    const auto why = story.unmatched_decisions();
    REQUIRE(why.ok());
    REQUIRE(why->size() == 4);
    CHECK((*why)[0].why.find(made[0].extraction.actors[0].name) != std::string::npos);
    CHECK((*why)[2].why == "this article has no such words");
    CHECK((*why)[3].why == "no article of this id");
    const std::string id = decided->id;
    REQUIRE(story.set_decisions(place + " hide\n", "decisions").ok());
    REQUIRE(story.link().ok());
    const auto hidden = story.view();
    REQUIRE(hidden.ok());
    CHECK(hidden->events.size() == view->events.size() - 1);
    CHECK(std::none_of(hidden->events.begin(), hidden->events.end(), [&](const EventNode& e) { return e.id == id; }));
}
