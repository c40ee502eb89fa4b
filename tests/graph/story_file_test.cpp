// Files that are no story, two writers at once, and a process that is killed in the middle.
#include "folder.hpp"
#include "graph/query.hpp"
#include "graph/story.hpp"
#include "graph/story_file.hpp"
#include "story_generator.hpp"
#include "view_text.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace fasti;
using namespace fasti::graph;

namespace {

void write(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string text_of(const std::filesystem::path& path) {
    const auto story = Story::open_readonly(path);
    if (!story) {
        return story.error().code == ErrorCode::not_found || story.error().code == ErrorCode::format ? "none"
                                                                                                     : "broken";
    }
    const auto view = story->view();
    return view ? view_text(*view) : "broken";
}

void add_all(Story& story, const std::vector<generator::Made>& made) {
    for (const auto& m : made) {
        REQUIRE(story.add(prepare(m.extracted(), story.lexicon())).ok());
    }
}

} // namespace

TEST_CASE("a file that is no story is refused with a message") {
    Folder folder;
    CHECK(Story::open_readonly(folder.path()).error().code == ErrorCode::not_found);
    write(folder.path() / "story.db", "this is not a database, though it is long enough to look like a file of one");
    CHECK(Story::open_readonly(folder.path()).error().code == ErrorCode::format);
    CHECK(Story::create_or_open(folder.path()).error().code == ErrorCode::format);
}

TEST_CASE("a story of an older or a newer format is refused by reader and writer, and stays as it is") {
    constexpr std::streamoff user_version = 60; // "The Database Header", SQLite file format 1.3
    for (const int version : {1, 99}) {
        Folder folder;
        {
            auto story = Story::create_or_open(folder.path());
            REQUIRE(story.ok());
            add_all(*story, generator::Generator({.seed = 2, .articles = 4}).all());
            REQUIRE(story->link().ok());
        }
        const auto file = folder.path() / "story.db";
        {
            std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
            bytes.seekp(user_version);
            bytes.write("\0\0\0", 3);
            bytes.put(static_cast<char>(version));
        }
        const auto read = [&] {
            std::ifstream in(file, std::ios::binary);
            return std::string(std::istreambuf_iterator<char>(in), {});
        };
        const std::string before = read();
        for (const Error& error :
             {Story::open_readonly(folder.path()).error(), Story::create_or_open(folder.path()).error()}) {
            CHECK(error.code == ErrorCode::version);
            CHECK(error.message.find(version == 1 ? "older" : "newer") != std::string::npos);
            CHECK(error.hint.find("build") != std::string::npos);
        }
        CHECK(read() == before);
    }
}

TEST_CASE("a story of the format before is brought up to date by whoever opens it") {
    for (const bool reads : {true, false}) {
        Folder folder;
        Tally tally;
        {
            auto story = Story::create_or_open(folder.path());
            REQUIRE(story.ok());
            add_all(*story, generator::Generator({.seed = 2, .articles = 12}).all());
            REQUIRE(story->link().ok());
            tally = read_tally(*story->impl().database);
        }
        const std::string before = text_of(folder.path());
        {
            auto database = Database::open(folder.path() / "story.db", Database::Mode::read_write);
            REQUIRE(database.ok());
            (*database)->execute("DROP TABLE tally; DROP INDEX event_importance; DROP INDEX event_tie;"
                                 "DROP INDEX actor_articles; CREATE INDEX event_begin ON event (begin);"
                                 "PRAGMA user_version = 3");
            REQUIRE((*database)->status().ok());
        }
        {
            const auto story = reads ? Story::open_readonly(folder.path()) : Story::create_or_open(folder.path());
            REQUIRE(story.ok());
            CHECK(read_tally(*story->impl().database) == tally);
            CHECK(story->impl().database->value("PRAGMA user_version") > 3);
        }
        CHECK(text_of(folder.path()) == before);
    }
}

TEST_CASE("a truncated story is refused or reported, never read as whole") {
    Folder folder;
    {
        auto story = Story::create_or_open(folder.path());
        REQUIRE(story.ok());
        add_all(*story, generator::Generator({.seed = 2, .articles = 30}).all());
        REQUIRE(story->link().ok());
    }
    const auto file = folder.path() / "story.db";
    const auto size = std::filesystem::file_size(file);
    for (const double part : {0.9, 0.5, 0.1}) {
        std::filesystem::resize_file(file, static_cast<std::uintmax_t>(static_cast<double>(size) * part));
        const auto story = Story::open_readonly(folder.path());
        REQUIRE_FALSE(story.ok());
        CHECK(story.error().code == ErrorCode::format);
        CHECK_FALSE(story.error().message.empty());
    }
}

TEST_CASE("a second writer waits, then says so; what is not linked is gone") {
    Folder folder;
    const auto made = generator::Generator({.seed = 2, .articles = 8}).all();
    {
        auto first = Story::create_or_open(folder.path());
        auto second = Story::create_or_open(folder.path(), 0);
        REQUIRE(first.ok());
        REQUIRE(second.ok());
        add_all(*first, made);
        const auto refused = second->add(prepare(made[0].extracted(), second->lexicon()));
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::busy);
        REQUIRE(first->link().ok());
        REQUIRE(second->add(prepare(made[0].extracted(), second->lexicon())).ok());
        REQUIRE(second->remove(made[1].article.id).ok());
    }
    const auto story = Story::open_readonly(folder.path());
    REQUIRE(story.ok());
    CHECK(story->summary()->articles == 8);
}

TEST_CASE("a build killed at any moment leaves the story as before or as after") {
    const auto made = generator::Generator({.seed = 6, .articles = 24}).all();
    const std::vector<generator::Made> old(made.begin(), made.begin() + 8);
    Folder whole;
    {
        auto story = Story::create_or_open(whole.path());
        REQUIRE(story.ok());
        add_all(*story, old);
        REQUIRE(story->link().ok());
    }
    const std::string before = text_of(whole.path());
    Folder full;
    {
        auto story = Story::create_or_open(full.path());
        REQUIRE(story.ok());
        add_all(*story, made);
        REQUIRE(story->link().ok());
    }
    const std::string after = text_of(full.path());
    REQUIRE(before != after);
    int killed_early = 0;
    for (int round = 0; round < 50; ++round) {
        Folder folder;
        std::filesystem::copy(whole.path(), folder.path(), std::filesystem::copy_options::recursive);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto story = Story::create_or_open(folder.path());
            for (const auto& m : made) {
                (void)story->add(prepare(m.extracted(), story->lexicon()));
            }
            (void)story->link();
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(round * 700));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        killed_early += WIFSIGNALED(status) ? 1 : 0;
        const std::string found = text_of(folder.path());
        CHECK((found == before || found == after));
        auto story = Story::create_or_open(folder.path());
        REQUIRE(story.ok());
        add_all(*story, made);
        REQUIRE(story->link().ok());
        CHECK(text_of(folder.path()) == after);
    }
    CHECK(killed_early > 5);
}
