// Stories with a known truth: events among made-up actors, each told by several articles in words
// of their own, with wrong dates and numbers, namesakes and events that only look alike. Gives the
// extraction directly, so that linking is measured by itself; the text is real enough to be read.
// Used by the tests of graph/ and by bench/.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "core/timex.hpp"
#include "graph/story.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fasti::generator {

struct Options {
    std::uint64_t seed = 1;
    std::uint32_t articles = 100;
    std::uint32_t events_per_article = 4;
    std::uint32_t actors = 40;
    std::uint32_t words = 0;    ///< pads each article with sentences without events up to this many
    std::uint32_t days = 30;    ///< the story's length
    double wrong = 0.05;        ///< share of reports with a wrong number or a day off
    double undated_share = 0.3; ///< reports without an expression: dated by publication
};

/// One article with what extraction would find, and the truth.
struct Made {
    Article article;
    Document document;
    std::vector<Timex> timexes;
    Extraction extraction;
    std::vector<std::uint32_t> truth;       ///< of each event: the number of the real event
    std::vector<std::uint32_t> actor_truth; ///< of each local actor: the number of the real actor

    [[nodiscard]] graph::ExtractedArticle extracted() const { return {&article, &document, &timexes, &extraction}; }
};

class Generator {
public:
    explicit Generator(const Options& options);
    /// Articles by day. Each call with the same `index` gives the same article.
    [[nodiscard]] Made make(std::uint32_t index) const;
    [[nodiscard]] std::vector<Made> all() const;

private:
    struct Person {
        std::string name;
        std::string surname;
        std::string role;
        std::string country;
        ActorType type = ActorType::person;
    };
    struct RealEvent {
        std::uint32_t agent = 0;
        std::uint32_t patient = 0;
        std::uint32_t act = 0;
        std::uint32_t place = 0;
        std::int64_t number = 0;
        std::int32_t day = 0;
    };
    [[nodiscard]] RealEvent event(std::uint32_t number) const;
    Options options_;
    std::vector<Person> actors_;
    std::uint32_t events_ = 0;
};

} // namespace fasti::generator
