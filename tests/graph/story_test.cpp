// A story equals one that was built from nothing, however it grew; linking finds what is one event.
#include "folder.hpp"
#include "graph/story.hpp"
#include "graph/story_file.hpp"
#include "graph/timeline.hpp"
#include "story_generator.hpp"
#include "view_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace fasti;
using namespace fasti::graph;

namespace {

Story open(const Folder& folder) {
    auto story = Story::create_or_open(folder.path());
    if (!story) {
        FAIL(story.error().message << " " << story.error().place);
    }
    return std::move(*story);
}

void add(Story& story, const generator::Made& made) {
    const auto added = story.add(prepare(made.extracted(), story.lexicon()));
    REQUIRE(added.ok());
}

std::string text_of(const Story& story) {
    const auto view = story.view();
    REQUIRE(view.ok());
    return view_text(*view);
}

std::string built_from_nothing(const std::vector<const generator::Made*>& articles) {
    Folder folder;
    Story story = open(folder);
    for (const auto* made : articles) {
        add(story, *made);
    }
    REQUIRE(story.link_all().ok());
    return text_of(story);
}

} // namespace

TEST_CASE("a story that grew article by article equals one built at once") {
    const auto made = generator::Generator({.seed = 3, .articles = 60}).all();
    std::vector<const generator::Made*> all;
    for (const auto& m : made) {
        all.push_back(&m);
    }
    const std::string expected = built_from_nothing(all);
    CHECK(expected.size() > 1000);
    Folder folder;
    Story story = open(folder);
    std::mt19937 random(5);
    std::shuffle(all.begin(), all.end(), random);
    for (const auto* m : all) {
        add(story, *m);
        REQUIRE(story.link().ok());
    }
    CHECK(text_of(story) == expected);
}

TEST_CASE("adding, changing and removing at random leaves what linking everything gives") {
    for (const std::uint64_t seed : {11ULL, 12ULL, 13ULL}) {
        const auto made = generator::Generator({.seed = seed, .articles = 80, .actors = 33, .days = 12}).all();
        Folder folder;
        Story story = open(folder);
        std::mt19937 random(static_cast<unsigned>(seed));
        std::set<std::size_t> inside;
        for (int step = 0; step < 120; ++step) {
            const std::size_t i = random() % made.size();
            if (inside.contains(i) && random() % 2 == 0) {
                const auto removed = story.remove(made[i].article.id);
                REQUIRE(removed.ok());
                CHECK(*removed);
                inside.erase(i);
            } else if (inside.contains(i)) {
                // The same id with another text: the events of its neighbour.
                generator::Made changed = made[(i + 1) % made.size()];
                changed.article.id = made[i].article.id;
                add(story, changed);
                if (random() % 2 == 0) {
                    add(story, made[i]);
                } else {
                    REQUIRE(story.remove(made[i].article.id).ok());
                    inside.erase(i);
                }
            } else {
                add(story, made[i]);
                inside.insert(i);
            }
            if (random() % 3 == 0) {
                REQUIRE(story.link().ok());
                CHECK(read_tally(*story.impl().database) == count_tally(*story.impl().database));
            }
        }
        REQUIRE(story.link().ok());
        std::vector<const generator::Made*> rest;
        for (const std::size_t i : inside) {
            rest.push_back(&made[i]);
        }
        CHECK(text_of(story) == built_from_nothing(rest));
        CHECK(read_tally(*story.impl().database) == count_tally(*story.impl().database));
        REQUIRE(story.link_all().ok());
        CHECK(read_tally(*story.impl().database) == count_tally(*story.impl().database));
    }
}

TEST_CASE("a crowd of reports on few actors and days is linked the same however it came") {
    // More reports than a bucket has hubs and than a report keeps pairs.
    const auto made = generator::Generator({.seed = 14, .articles = 150, .actors = 5, .days = 3, .wrong = 0.3}).all();
    Folder folder;
    Story story = open(folder);
    std::mt19937 random(14);
    std::set<std::size_t> inside;
    for (int step = 0; step < 260; ++step) {
        const std::size_t i = random() % made.size();
        if (inside.contains(i) && random() % 2 == 0) {
            REQUIRE(story.remove(made[i].article.id).ok());
            inside.erase(i);
        } else {
            add(story, made[i]);
            inside.insert(i);
        }
        if (random() % 8 == 0) {
            REQUIRE(story.link().ok());
        }
    }
    REQUIRE(story.link().ok());
    std::vector<const generator::Made*> rest;
    for (const std::size_t i : inside) {
        rest.push_back(&made[i]);
    }
    CHECK(text_of(story) == built_from_nothing(rest));
}

TEST_CASE("reports of one event are joined and others kept apart, on stories with known truth") {
    std::size_t together = 0;
    std::size_t right = 0;
    std::size_t wanted = 0;
    for (const std::uint64_t seed : {21ULL, 22ULL, 23ULL}) {
        const auto made = generator::Generator({.seed = seed, .articles = 200, .actors = 60}).all();
        Folder folder;
        Story story = open(folder);
        std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> truth; // (article, trigger) → real event
        std::map<std::uint32_t, std::size_t> reports;
        for (const auto& m : made) {
            add(story, m);
            for (std::size_t e = 0; e < m.truth.size(); ++e) {
                truth[{m.article.id, m.extraction.events[e].trigger.begin}] = m.truth[e];
                ++reports[m.truth[e]];
            }
        }
        REQUIRE(story.link().ok());
        const auto view = story.view();
        REQUIRE(view.ok());
        for (const auto& [event, n] : reports) {
            wanted += n * (n - 1) / 2;
        }
        for (const EventNode& event : view->events) {
            std::map<std::uint32_t, std::size_t> parts;
            std::size_t n = 0;
            for (const Evidence& e : event.evidence) {
                ++parts[truth.at({view->articles[e.article].id, e.trigger.begin})];
                ++n;
            }
            together += n * (n - 1) / 2;
            for (const auto& [real, k] : parts) {
                right += k * (k - 1) / 2;
            }
        }
    }
    const double precision = static_cast<double>(right) / static_cast<double>(together);
    const double recall = static_cast<double>(right) / static_cast<double>(wanted);
    INFO("precision " << precision << " recall " << recall << " pairs " << wanted);
    CHECK(precision >= 0.95);
    CHECK(recall >= 0.85);
}

TEST_CASE("events of one day stand in the order that the text states") {
    generator::Made made = generator::Generator({.seed = 4, .articles = 10, .undated_share = 0}).all().at(4);
    REQUIRE(made.extraction.events.size() >= 2);
    made.extraction.events[1].time = made.extraction.events[0].time;
    for (const bool first : {true, false}) {
        made.extraction.orders = {{EventId{first ? 0U : 1U}, EventId{first ? 1U : 0U}, {}}};
        Folder folder;
        Story story = open(folder);
        add(story, made);
        REQUIRE(story.link().ok());
        const auto view = story.view();
        REQUIRE(view.ok());
        const auto place_of = [&](std::size_t event) {
            return std::find_if(view->events.begin(), view->events.end(), [&](const EventNode& node) {
                return node.evidence.front().trigger.begin == made.extraction.events[event].trigger.begin;
            });
        };
        REQUIRE(place_of(0) != view->events.end());
        REQUIRE(place_of(1) != view->events.end());
        CHECK((place_of(0) < place_of(1)) == first);
    }
}

TEST_CASE("an office with its country in front of a name is no other person") {
    auto made = generator::Generator({.seed = 4, .articles = 6}).all();
    made.resize(2);
    for (auto& m : made) {
        m.extraction.actors[0].type = ActorType::person;
        m.extraction.actors[0].state = false;
    }
    made[0].extraction.actors[0].name = "Belarusian President Alexander Zenda";
    made[1].extraction.actors[0].name = "Alexander Zenda";
    for (auto& m : made) {
        m.extraction.actors[0].country = "BLR";
        m.extraction.actors[0].roles = {"president"};
    }
    Folder folder;
    Story story = open(folder);
    for (const auto& m : made) {
        add(story, m);
    }
    REQUIRE(story.link().ok());
    const auto view = story.view();
    REQUIRE(view.ok());
    CHECK(std::count_if(view->actors.begin(), view->actors.end(),
                        [](const ActorNode& actor) { return actor.name.find("Zenda") != std::string::npos; }) == 1);
}
