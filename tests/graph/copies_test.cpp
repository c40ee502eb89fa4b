// Copies of an article are found, count as one voice with many places, and leave a story that equals one built
// from nothing however it grew.
#include "folder.hpp"
#include "graph/copies.hpp"
#include "graph/query.hpp"
#include "graph/story.hpp"
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

constexpr std::int64_t day = 86400;

/// A text of made-up words; equal seeds give equal words.
std::string words(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < count; ++i) {
        for (auto syllables = 1 + random() % 3; syllables > 0; --syllables) {
            text += "kbdtmlnrsv"[random() % 10];
            text += "aeiou"[random() % 5];
        }
        text += i % 12 == 11 ? ". " : " ";
    }
    return text;
}

Article article_of(std::string text, std::string url = {}) {
    Article a;
    a.text = std::move(text);
    a.url = std::move(url);
    return a;
}

bool copies(const std::string& a, const std::string& b, std::int64_t apart = 0) {
    const Sketch x = sketch(article_of(a));
    const Sketch y = sketch(article_of(b));
    std::vector<std::int64_t> both;
    std::set_intersection(x.keys.begin(), x.keys.end(), y.keys.begin(), y.keys.end(), std::back_inserter(both));
    return !both.empty() && are_copies(x, y, apart);
}

/// The same report in another paper: other id and source, later, with more words of its own behind it.
generator::Made copy_of(const generator::Made& made, const std::string& id, int days_later) {
    generator::Made copy = made;
    copy.article.id = id;
    copy.article.source = "reprint " + id;
    copy.article.published->moment += date::days{days_later};
    copy.article.text += "Read on page " + id + ".";
    return copy;
}

void add(Story& story, const generator::Made& made) {
    REQUIRE(story.add(prepare(made.extracted(), story.lexicon())).ok());
}

std::string text_of(const Story& story) {
    const auto view = story.view();
    REQUIRE(view.ok());
    const auto list = articles(story, {});
    REQUIRE(list.ok());
    return view_text(*view) + view_text(*list);
}

std::string built_from_nothing(const std::vector<generator::Made>& made, const std::set<std::size_t>& which,
                               bool keep = false) {
    Folder folder;
    auto story = Story::create_or_open(folder.path());
    REQUIRE(story.ok());
    REQUIRE(story->keep_duplicates(keep).ok());
    for (const std::size_t i : which) {
        add(*story, made[i]);
    }
    REQUIRE(story->link_all().ok());
    return text_of(*story);
}

std::map<std::string, std::string> sources_of(const Story& story) {
    std::map<std::string, std::string> out;
    const auto list = articles(story, {});
    REQUIRE(list.ok());
    for (const ArticleNode& a : list->articles) {
        out[a.id] = a.duplicate_of;
    }
    return out;
}

} // namespace

TEST_CASE("a text is a copy of itself, of itself cut short, reset or slightly edited") {
    const std::string text = words(1, 400);
    CHECK(copies(text, text));
    CHECK(copies(text, words(1, 300)));       // cut from the end
    CHECK(copies(text, words(2, 60) + text)); // under a lead of its own
    std::string shouted = text;
    for (char& c : shouted) {
        c = c == ' ' ? '\n' : c == '.' ? '!' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    CHECK(copies(text, shouted));
    std::string edited = text;
    for (std::size_t i = 200; i + 200 < edited.size(); i += 200) {
        edited.replace(edited.find(' ', i), 1, " then ");
    }
    CHECK(copies(text, edited));
    CHECK(copies("One two three four five six seven eight nine ten eleven.",
                 "ONE two three “four” five six seven eight nine ten — eleven"));
}

TEST_CASE("texts that share a quarter of their words in order are no copies") {
    CHECK_FALSE(copies(words(1, 400), words(2, 400)));
    CHECK_FALSE(copies(words(1, 100) + words(2, 300), words(1, 100) + words(3, 300)));
    CHECK_FALSE(copies("Too short.", "Too short."));
    CHECK(sketch(article_of("")).keys.empty());
}

TEST_CASE("far apart in time only texts that are all but equal are copies") {
    const std::string form = words(1, 300) + words(2, 40);
    const std::string filled = words(1, 300) + words(3, 40);
    CHECK(copies(form, filled, 7 * day));
    CHECK_FALSE(copies(form, filled, 30 * day));
    CHECK_FALSE(copies(form, filled, -30 * day));
    CHECK(copies(form, form, 400 * day));
}

TEST_CASE("two versions under one address are copies when they share half of the shorter one") {
    const Sketch first = sketch(article_of(words(1, 200), "https://a.org/news/7?utm_source=x"));
    const Sketch update = sketch(article_of(words(1, 130) + words(2, 270), "http://a.org/news/7"));
    const Sketch other = sketch(article_of(words(1, 130) + words(2, 270), "http://a.org/news/8"));
    const Sketch unlike = sketch(article_of(words(3, 200), "http://a.org/news/7"));
    CHECK(first.address == update.address);
    CHECK(are_copies(first, update, day));
    CHECK_FALSE(are_copies(first, other, day));
    CHECK_FALSE(are_copies(first, unlike, day));
    CHECK(sketch(article_of(words(1, 50), "http://a.org/")).address == 0);
}

TEST_CASE("furniture is no part of what two texts share") {
    Article a = article_of(words(1, 100) + words(9, 300));
    Article b = article_of(words(2, 100) + words(9, 300));
    CHECK(resemblance(sketch(a), sketch(b)) > 0.4);
    for (Article* article : {&a, &b}) {
        const auto begin = article->text.size() - words(9, 300).size();
        article->furniture.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(article->text.size())},
             FurnitureKind::disclaimer});
    }
    CHECK(resemblance(sketch(a), sketch(b)) < 0.1);
}

TEST_CASE("a sketch is read back as it was, and damaged bytes give none") {
    const Sketch s = sketch(article_of(words(4, 200), "https://a.org/x"));
    const std::string bytes = write_sketch(s);
    const Sketch back = read_sketch(bytes);
    CHECK(back.shingles == s.shingles);
    CHECK(back.keys == s.keys);
    CHECK(back.smallest == s.smallest);
    CHECK(back.address == s.address);
    CHECK(read_sketch(bytes.substr(0, 30)).keys.empty());
    CHECK(resemblance(s, back) == 1.0);
}

TEST_CASE("ten copies are one voice with eleven places, and weigh no more than one") {
    const auto made = generator::Generator({.seed = 5, .articles = 3, .words = 200}).all();
    const auto build = [&](int count, bool keep) {
        Folder folder;
        auto story = Story::create_or_open(folder.path());
        REQUIRE(story.ok());
        REQUIRE(story->keep_duplicates(keep).ok());
        add(*story, made[0]);
        for (int i = 0; i < count; ++i) {
            add(*story, copy_of(made[0], "copy" + std::to_string(i), i % 3));
        }
        REQUIRE(story->link().ok());
        auto view = story->view();
        REQUIRE(view.ok());
        return std::pair(std::move(*view), *story->summary());
    };
    const auto [alone, one] = build(0, false);
    const auto [copied, eleven] = build(10, false);
    const auto [kept, apart] = build(10, true);
    CHECK(one.copies == 0);
    CHECK(eleven.copies == 10);
    CHECK(apart.copies == 0);
    REQUIRE(alone.events.size() == copied.events.size());
    REQUIRE(!alone.events.empty());
    for (std::size_t i = 0; i < alone.events.size(); ++i) {
        CHECK(copied.events[i].id == alone.events[i].id);
        CHECK(copied.events[i].voices == 1);
        CHECK(copied.events[i].score == alone.events[i].score);
        CHECK(copied.events[i].evidence.size() == 11 * alone.events[i].evidence.size());
        CHECK(kept.events[i].voices == 11);
        CHECK(kept.events[i].score > alone.events[i].score);
    }
    for (std::size_t i = 0; i < alone.actors.size(); ++i) {
        CHECK(copied.actors[i].articles == 1);
        CHECK(kept.actors[i].articles == 11);
    }
}

TEST_CASE("when the source is taken out, the next earliest takes its place") {
    const auto made = generator::Generator({.seed = 6, .articles = 2, .words = 200}).all();
    Folder folder;
    auto story = Story::create_or_open(folder.path());
    REQUIRE(story.ok());
    add(*story, copy_of(made[0], "late", 3));
    add(*story, copy_of(made[0], "middle", 1));
    REQUIRE(story->link().ok());
    CHECK(sources_of(*story) == std::map<std::string, std::string>{{"late", "middle"}, {"middle", ""}});
    add(*story, made[0]);
    REQUIRE(story->link().ok());
    CHECK(sources_of(*story) == std::map<std::string, std::string>{{"a0", ""}, {"late", "a0"}, {"middle", "a0"}});
    REQUIRE(story->remove("a0").ok());
    REQUIRE(story->link().ok());
    CHECK(sources_of(*story) == std::map<std::string, std::string>{{"late", "middle"}, {"middle", ""}});
}

TEST_CASE("a story of copies that grew and shrank at random equals one built at once") {
    for (const std::uint64_t seed : {21ULL, 22ULL, 23ULL}) {
        std::mt19937 random(static_cast<unsigned>(seed));
        const auto originals =
            generator::Generator({.seed = seed, .articles = 12, .actors = 20, .words = 60, .days = 8}).all();
        std::vector<generator::Made> made;
        for (int i = 0; i < 70; ++i) {
            made.push_back(copy_of(originals[random() % originals.size()], "c" + std::to_string(i),
                                   static_cast<int>(random() % 4)));
        }
        Folder folder;
        auto story = Story::create_or_open(folder.path());
        REQUIRE(story.ok());
        std::set<std::size_t> inside;
        bool keep = false;
        for (int step = 0; step < 150; ++step) {
            const std::size_t i = random() % made.size();
            if (!inside.insert(i).second) {
                REQUIRE(story->remove(made[i].article.id).ok());
                inside.erase(i);
            } else {
                add(*story, made[i]);
            }
            if (random() % 20 == 0) {
                keep = !keep;
                REQUIRE(story->keep_duplicates(keep).ok());
            }
            if (random() % 3 == 0) {
                REQUIRE(story->link().ok());
            }
        }
        REQUIRE(story->link().ok());
        CHECK(text_of(*story) == built_from_nothing(made, inside, keep));
        REQUIRE(story->keep_duplicates(false).ok());
        REQUIRE(story->link().ok());
        const std::string grown = text_of(*story);
        CHECK(grown == built_from_nothing(made, inside));
        const auto sources = sources_of(*story);
        CHECK(std::count_if(sources.begin(), sources.end(), [](const auto& s) { return !s.second.empty(); }) > 10);
    }
}
