// Questions to a small story whose facts are written here, so that each answer can be read.
#include "folder.hpp"
#include "graph/query.hpp"
#include "graph/story.hpp"
#include "graph/timeline.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fasti;
using namespace fasti::graph;

namespace {

struct Fact {
    const char* agent;
    const char* trigger;
    const char* lemma;
    const char* patient;
    const char* date; ///< nullptr: none
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    EventClass event_class = EventClass::occurrence;
};

struct Name {
    const char* name;
    ActorType type;
    const char* country = "";
    bool state = false;
    std::vector<std::string> aliases = {};
    std::vector<std::string> roles = {};
};
const std::vector<Name> names = {
    {"Ruritania", ActorType::place, "RUR", true},
    {"Graustark", ActorType::place, "GRA", true},
    {"Federal Reserve", ActorType::organization},
    {"North Western Trade Union Organization", ActorType::organization, "", false, {"NWTUO"}},
    {"Rudolf Rassendyll", ActorType::person, "RUR", false, {"Rassendyll"}, {"Defense Minister"}},
    {"Rassendyll", ActorType::person},
    {"NWTUO", ActorType::organization},
    {"Zenda", ActorType::place},
    {"Zenda Wool Shop", ActorType::organization},
};

void add_article(Story& story, const std::string& id, const char* published, const std::vector<Fact>& facts) {
    Article article;
    article.id = id;
    article.title = "Title of " + id;
    article.source = "Gazette";
    article.published = parse_date(published);
    Document document;
    std::vector<Timex> timexes;
    Extraction extraction;
    const auto actor = [&](const char* name, Span span) {
        for (std::uint32_t i = 0; i < extraction.actors.size(); ++i) {
            if (extraction.actors[i].name == name) {
                extraction.actors[i].mentions.push_back({span, span, MentionKind::name});
                return ActorId{i};
            }
        }
        const auto known =
            std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == std::string(name); });
        REQUIRE(known != names.end());
        extraction.actors.push_back({known->name,
                                     known->type,
                                     known->aliases,
                                     known->roles,
                                     known->country,
                                     known->state,
                                     {{span, span, MentionKind::name}}});
        return ActorId{static_cast<std::uint32_t>(extraction.actors.size() - 1)};
    };
    for (const Fact& fact : facts) {
        const auto word = [&](const char* text) {
            if (!article.text.empty() && article.text.back() != '\n') {
                article.text += ' ';
            }
            const auto begin = static_cast<std::uint32_t>(article.text.size());
            article.text += text;
            return Span{begin, static_cast<std::uint32_t>(article.text.size())};
        };
        Event event;
        const auto sentence_begin = static_cast<std::uint32_t>(article.text.size());
        const Span agent = word(fact.agent);
        event.trigger = event.predicate = word(fact.trigger);
        event.lemma = fact.lemma;
        event.type = fact.type;
        event.factuality = fact.factuality;
        event.event_class = fact.event_class;
        event.main_clause = true;
        event.report = static_cast<std::uint32_t>(extraction.events.size());
        event.sentence = static_cast<std::uint32_t>(document.sentences.size());
        event.participants.push_back({Role::agent, {}, agent, agent, actor(fact.agent, agent)});
        if (fact.patient != nullptr) {
            const Span patient = word(fact.patient);
            event.participants.push_back({Role::patient, {}, patient, patient, actor(fact.patient, patient)});
        }
        if (fact.date != nullptr) {
            (void)word("on");
            Timex timex;
            timex.span = word(fact.date);
            const auto date = parse_date(fact.date);
            REQUIRE(date);
            timex.time.interval = unit_interval(date->moment, date->granularity);
            timex.time.granularity = date->granularity;
            event.time = {timex.time.interval,
                          date->granularity,
                          Certainty::exact,
                          Modifier::none,
                          static_cast<std::uint32_t>(timexes.size()),
                          AnchorReason::expression};
            timexes.push_back(std::move(timex));
        }
        article.text += ".";
        document.sentences.push_back({{}, {sentence_begin, static_cast<std::uint32_t>(article.text.size())}});
        article.text += "\n";
        extraction.events.push_back(std::move(event));
    }
    document.text = article.text;
    REQUIRE(story.add(prepare({&article, &document, &timexes, &extraction}, story.lexicon())).ok());
}

/// Three articles: an attack told twice with other numbers of words, a chain of meetings, a denial.
Story make_story(const Folder& folder) {
    auto story = Story::create_or_open(folder.path());
    REQUIRE(story.ok());
    add_article(*story, "one", "2021-10-06",
                {{"Ruritania", "attacked", "attack", "Graustark", "2021-10-05", PloverType::assault},
                 {"Rudolf Rassendyll", "met", "meet", "North Western Trade Union Organization", "2021-10-06",
                  PloverType::consult},
                 {"Rudolf Rassendyll", "said", "say", nullptr, nullptr, PloverType::none, Factuality::happened,
                  EventClass::reporting}});
    add_article(*story, "two", "2021-10-07",
                {{"Ruritania", "attacked", "attack", "Graustark", "2021-10-05", PloverType::assault},
                 {"NWTUO", "sued", "sue", "Federal Reserve", "2021-11-02", PloverType::investigate},
                 {"Graustark", "invaded", "invade", "Zenda", nullptr, PloverType::fight, Factuality::denied}});
    add_article(*story, "three", "2021-12-01",
                {{"Rassendyll", "praised", "praise", "Graustark", "2021-12-01", PloverType::support},
                 {"Ruritania", "helped", "help", "Graustark", "2021-11-30", PloverType::aid}});
    REQUIRE(story->link().ok());
    return std::move(*story);
}

std::string name_of(const GraphView& view, std::uint32_t actor) {
    return view.actors.at(actor).name;
}

} // namespace

TEST_CASE("names are found as a person types them") {
    Folder folder;
    const Story story = make_story(folder);
    for (const char* typed : {"rassendyll", "RUDOLF RASSENDYLL", "Defense Minister Rudolf Rassendyll"}) {
        const auto match = find_actor(story, typed);
        INFO(typed);
        REQUIRE(match.ok());
        CHECK(match->name == "Rudolf Rassendyll");
        CHECK(match->exact);
    }
    CHECK(find_actor(story, "nwtuo")->name == find_actor(story, "North Western Trade Union Organization")->name);
    const auto longer = find_actor(story, "US Federal Reserve");
    REQUIRE(longer.ok());
    CHECK(longer->name == "Federal Reserve");
    CHECK_FALSE(longer->exact);
    const auto slip = find_actor(story, "Rasendyll");
    REQUIRE_FALSE(slip.ok());
    CHECK(slip.error().code == ErrorCode::not_found);
    CHECK(slip.error().hint.find("Rassendyll") != std::string::npos);
}

TEST_CASE("a longer name than the story's is taken for the actor of whom most articles speak, but keeps its numbers") {
    Folder folder;
    auto story = Story::create_or_open(folder.path());
    REQUIRE(story.ok());
    for (const char* id : {"one", "two", "three"}) {
        add_article(*story, id, "2021-10-06", {{"Ruritania", "invaded", "invade", "Zenda", nullptr}});
    }
    add_article(*story, "four", "2021-10-06", {{"Graustark", "bought", "buy", "Zenda Wool Shop", nullptr}});
    REQUIRE(story->link().ok());
    CHECK(find_actor(*story, "Zenda shop")->name == "Zenda");
    CHECK(find_actor(*story, "Zenda wool")->name == "Zenda Wool Shop");
    CHECK_FALSE(find_actor(*story, "Zenda 7").ok());
}

TEST_CASE("the timeline of an actor holds each event once, in time order, with all of its places") {
    Folder folder;
    const Story story = make_story(folder);
    TimelineQuery query;
    query.actors = {"Graustark"};
    query.all = true;
    const auto line = timeline(story, query);
    REQUIRE(line.ok());
    REQUIRE(line->view.events.size() == 3);
    CHECK(line->view.events[0].lemma == "attack");
    CHECK(line->view.events[0].voices == 2);
    CHECK(line->view.events[0].evidence.size() == 2);
    CHECK(line->view.timeline.size() == 3);
    query.every_factuality = true;
    CHECK(timeline(story, query)->view.events.size() == 4);
    query.actors = {"Graustark", "Ruritania"};
    CHECK(timeline(story, query)->view.events.size() == 2);
    query.period = {parse_date("2021-11-01")->moment, parse_date("2021-12-01")->moment};
    CHECK(timeline(story, query)->view.events.at(0).lemma == "help");
    query.actors = {"Nobody Known"};
    CHECK(timeline(story, query).error().code == ErrorCode::not_found);
}

TEST_CASE("a pair's series has a sign for each month") {
    Folder folder;
    const Story story = make_story(folder);
    const auto pair = between(story, "Ruritania", "Graustark", {});
    REQUIRE(pair.ok());
    REQUIRE(pair->series.size() == 2);
    CHECK(pair->series[0].conflict == 1);
    CHECK(pair->series[0].goldstein < 0);
    CHECK(pair->series[1].cooperation == 1);
    CHECK(iso_date(*pair->contact.from) == "2021-10-05");
    CHECK(iso_date(*pair->contact.to) == "2021-12-01");
}

TEST_CASE("paths go by hops, by weight and by time") {
    Folder folder;
    const Story story = make_story(folder);
    const auto hops = path(story, "Ruritania", "Federal Reserve", PathBy::hops, {});
    REQUIRE(hops.ok());
    REQUIRE(hops->steps.size() == 4);
    CHECK(name_of(hops->view, hops->steps.front().from) == "Ruritania");
    CHECK(name_of(hops->view, hops->steps.back().to) == "Federal Reserve");
    for (std::size_t i = 1; i < hops->steps.size(); ++i) {
        CHECK(hops->steps[i].from == hops->steps[i - 1].to);
        CHECK_FALSE(hops->steps[i].events.empty());
    }
    // Rassendyll praised Graustark in December only: no way on from there to a suit in November.
    CHECK(path(story, "Ruritania", "Federal Reserve", PathBy::time, {})->steps.empty());
    const auto in_time = path(story, "Rassendyll", "Federal Reserve", PathBy::time, {});
    REQUIRE(in_time.ok());
    REQUIRE(in_time->steps.size() == 2);
    CHECK(in_time->view.events[in_time->steps[0].events.at(0)].lemma == "meet");
    CHECK(path(story, "Ruritania", "Zenda", PathBy::weight, {})->steps.empty());
}

TEST_CASE("neighbours are ranked by their ties, ranks sum to one") {
    Folder folder;
    const Story story = make_story(folder);
    const auto near = neighbors(story, "Graustark", {});
    REQUIRE(near.ok());
    REQUIRE(near->contacts.size() == 2);
    CHECK(name_of(near->view, near->contacts[0].actor) == "Ruritania");
    CHECK(near->contacts[0].shared_events == 2);
    CHECK(near->contacts[0].weight > near->contacts[1].weight);
    const auto ranked = top(story, {});
    REQUIRE(ranked.ok());
    double sum = 0;
    for (const TopActor& actor : ranked->actors) {
        sum += actor.pagerank;
    }
    CHECK(sum > 0.9);
    CHECK(sum < 1.0 + 1e-9);
}

TEST_CASE("expressions narrow by key and search words in sentences") {
    Folder folder;
    const Story story = make_story(folder);
    const auto lemmas = [&](const char* expression) {
        const auto found = find(story, expression, {});
        INFO(expression);
        REQUIRE(found.ok());
        std::string out;
        for (const EventNode& e : found->view.events) {
            out += e.lemma + " ";
        }
        return out;
    };
    CHECK(lemmas("actor:Graustark with:Ruritania") == "attack help ");
    CHECK(lemmas("agent:Graustark factuality:denied") == "invade ");
    CHECK(lemmas("after:2021-10 before:2021-12") == "sue help ");
    CHECK(lemmas("type:assault") == "attack ");
    CHECK(lemmas("actor:\"Rudolf Rassendyll\" praised") == "praise ");
    CHECK(lemmas("in:2021-11") == "sue help ");
    CHECK(lemmas("article:three") == "help praise ");
    CHECK(lemmas("disputed").empty());
    const auto hits = find(story, "\"attacked Graustark\"", {});
    REQUIRE(hits.ok());
    CHECK(hits->sentences.size() == 2);
    CHECK(hits->sentences[0].sentence == "Ruritania attacked Graustark on 2021-10-05.");
    for (const char* bad : {"colour:red", "after:soon", "type:nonsense", "\"open", "actor:", "sued OR attacked"}) {
        const auto found = find(story, bad, {});
        REQUIRE_FALSE(found.ok());
        CHECK(found.error().code == ErrorCode::usage);
    }
    CHECK(find(story, "NEAR( * \"AND\" ^ -", {}).ok());
    const auto elsewhere = find(story, "attacked in:2021-11", {});
    REQUIRE(elsewhere.ok());
    CHECK(elsewhere->sentences.empty()); // the words stand in other events' sentences
}

TEST_CASE("one actor under two names is told apart from two that nothing joins") {
    Folder folder;
    const Story story = make_story(folder);
    CHECK(between(story, "Graustark", "graustark", {}).error().code == ErrorCode::usage);
    CHECK(path(story, "Graustark", "GRAUSTARK", PathBy::hops, {}).error().code == ErrorCode::usage);
    CHECK(find_actor(story, "Grau").error().hint.find("Graustark") != std::string::npos);
    CHECK(check_event_type("assault").ok());
    CHECK(check_event_type("nonsense").error().code == ErrorCode::usage);
}

TEST_CASE("anything is shown by its id, with the reasons of its merges") {
    Folder folder;
    const Story story = make_story(folder);
    const auto view = story.view();
    REQUIRE(view.ok());
    const auto attack =
        std::find_if(view->events.begin(), view->events.end(), [](const EventNode& e) { return e.lemma == "attack"; });
    const auto event = show(story, attack->id);
    REQUIRE(event.ok());
    CHECK(event->kind == Shown::event);
    REQUIRE(event->merges.size() == 1);
    CHECK(event->merges[0].reasons.find("same trigger family") != std::string::npos);
    const auto article = show(story, "two");
    REQUIRE(article.ok());
    CHECK(article->kind == Shown::article);
    CHECK(article->view.events.size() == 3);
    CHECK(article->text.find("NWTUO sued") != std::string::npos);
    CHECK(show(story, find_actor(story, "Zenda")->id)->kind == Shown::actor);
    CHECK(show(story, "nothing").error().code == ErrorCode::not_found);
}
