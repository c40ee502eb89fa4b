// Documents with their readings: tense, discourse, and narratives. Each file of en/ has a line
// "published DATE" (or "none"), perhaps "style narrative", a blank line, and a text in which
// every expression stands as {words|value}; what is not in braces must not be found.
#include "language/tokenizer.hpp"
#include "temporal/resolver.hpp"
#include "temporal/tense.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace fasti;
using temporal::Rules;

namespace {

const Rules& english() {
    static const Rules rules = [] {
        const std::array dirs = {std::filesystem::path(FASTI_SOURCE_DIR "/temporal/rules/en")};
        auto loaded = Rules::load(dirs);
        if (!loaded) {
            FAIL(loaded.error().place << ": " << loaded.error().message);
        }
        return *loaded;
    }();
    return rules;
}

struct Expected {
    Span span;
    std::string value;
};

struct Case {
    Article article;
    temporal::Options options;
    std::vector<Expected> expected;
};

Case read_case(const std::filesystem::path& path) {
    std::ifstream in(path);
    Case out;
    std::string line;
    while (std::getline(in, line) && !line.empty()) {
        std::istringstream words(line);
        std::string key;
        std::string value;
        words >> key >> value;
        if (key == "published" && value != "none") {
            out.article.published = parse_date(value);
            REQUIRE(out.article.published);
        } else if (key == "style") {
            out.options.style = value == "narrative" ? temporal::Style::narrative : temporal::Style::news;
        }
    }
    std::stringstream rest;
    rest << in.rdbuf();
    const std::string marked = rest.str();
    std::string& text = out.article.text;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] != '{') {
            text += marked[i];
            continue;
        }
        const auto bar = marked.find('|', i);
        const auto close = marked.find('}', i);
        REQUIRE((bar < close && close != std::string::npos));
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += marked.substr(i + 1, bar - i - 1);
        out.expected.push_back(
            {{begin, static_cast<std::uint32_t>(text.size())}, marked.substr(bar + 1, close - bar - 1)});
        i = close;
    }
    return out;
}

std::vector<Timex> annotate(const Article& article, const Document& document, temporal::Options options = {}) {
    return temporal::resolve(temporal::match(document, english()), article, document, english(), options);
}

Article article_of(std::string text, std::string_view published = "2021-10-20") {
    Article article;
    article.text = std::move(text);
    article.published = parse_date(published);
    return article;
}

// A document of one sentence from "word/TAG" pairs, as the language layer would tag it.
Document tagged(Article& article, std::string_view pairs) {
    Document document;
    std::istringstream in{std::string(pairs)};
    std::string pair;
    std::vector<Token> tokens;
    article.text.clear();
    while (in >> pair) {
        const auto slash = pair.rfind('/');
        Token token;
        token.span.begin = static_cast<std::uint32_t>(article.text.size() + (article.text.empty() ? 0 : 1));
        article.text += (article.text.empty() ? "" : " ") + pair.substr(0, slash);
        token.span.end = static_cast<std::uint32_t>(article.text.size());
        const std::string tag = pair.substr(slash + 1);
        token.xpos = parse_xpos(tag).value_or(Xpos::nn);
        const bool aux = tag == "MD" || pair.starts_with("has/") || pair.starts_with("is/") || pair.starts_with("was/");
        token.upos = aux ? Upos::aux : tag.starts_with("VB") ? Upos::verb : tag == "NNP" ? Upos::propn : Upos::noun;
        tokens.push_back(token);
    }
    document.text = article.text;
    document.tokens = std::move(tokens);
    Sentence sentence;
    sentence.tokens = {0, static_cast<std::uint32_t>(document.tokens.size())};
    sentence.span = {0, static_cast<std::uint32_t>(article.text.size())};
    document.sentences.push_back(sentence);
    document.tagged = true;
    return document;
}

std::string value_of_tagged(std::string_view pairs) {
    Article article = article_of("");
    const Document document = tagged(article, pairs);
    const auto timexes = annotate(article, document);
    REQUIRE(timexes.size() == 1);
    return timexes[0].time.value;
}

} // namespace

TEST_CASE("documents are read as written down beside them") {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(FASTI_SOURCE_DIR "/tests/temporal/en")) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= 5);
    for (const auto& path : paths) {
        CAPTURE(path.filename().string());
        const Case wanted = read_case(path);
        const Document document = language::tokenize(wanted.article);
        const auto found = annotate(wanted.article, document, wanted.options);
        std::string shown;
        for (const Timex& t : found) {
            shown += "{" + std::string(surface(wanted.article.text, t.span)) + "|" + t.time.value + "} ";
        }
        CAPTURE(shown);
        CHECK(found.size() == wanted.expected.size());
        for (std::size_t i = 0; i < std::min(found.size(), wanted.expected.size()); ++i) {
            CAPTURE(surface(wanted.article.text, wanted.expected[i].span));
            CHECK(found[i].span == wanted.expected[i].span);
            CHECK(found[i].time.value == wanted.expected[i].value);
        }
    }
}

TEST_CASE("the verb tells which Friday is meant") { // published on a Wednesday
    CHECK(value_of_tagged("They/PRP met/VBD on/IN Friday/NNP ./.") == "2021-10-15");
    CHECK(value_of_tagged("They/PRP will/MD meet/VB on/IN Friday/NNP ./.") == "2021-10-22");
    CHECK(value_of_tagged("They/PRP agreed/VBD to/TO meet/VB on/IN Friday/NNP ./.") == "2021-10-22");
    CHECK(value_of_tagged("It/PRP agreed/VBD to/TO buy/VB Zenda/NNP on/IN Tuesday/NNP ./.") ==
          "2021-10-19"); // yesterday
    CHECK(value_of_tagged("It/PRP declined/VBD to/TO go/VB ;/: on/IN Friday/NNP it/PRP left/VBD ./.") == "2021-10-15");
    CHECK(value_of_tagged("He/PRP has/VBZ left/VBN on/IN Friday/NNP ./.") == "2021-10-15");
    CHECK(value_of_tagged("He/PRP is/VBZ leaving/VBG on/IN Friday/NNP ./.") == "2021-10-22");
    CHECK(value_of_tagged("On/IN Friday/NNP they/PRP will/MD meet/VB ./.") == "2021-10-22");
    CHECK(value_of_tagged("It/PRP is/VBZ scheduled/VBN for/IN Friday/NNP ./.") == "2021-10-22");
}

TEST_CASE("only sentences whose reading depends on tense ask for tags") {
    const Article article = article_of("They met on Friday. It was founded in 1914. He left in October 2001.");
    const Document document = language::tokenize(article);
    const auto candidates = temporal::match(document, english());
    CHECK(candidates.size() == 3);
    const auto sentences = temporal::sentences_needing_tags(candidates, document);
    CHECK(sentences == std::vector<std::uint32_t>{0});
}

TEST_CASE("without a publication date relative expressions stay unresolved") {
    Article article = article_of("They met yesterday, two weeks ago and on Friday; the law is of 2014.");
    article.published.reset();
    const auto found = annotate(article, language::tokenize(article));
    REQUIRE(found.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found[i].time.certainty == Certainty::unresolved);
        CHECK_FALSE(found[i].time.interval.from);
    }
    CHECK(found[3].time.value == "2014");
    CHECK(found[3].time.certainty == Certainty::exact);
}

TEST_CASE("what is ambiguous says so and gives the other reading") {
    const Article article = article_of("It is dated 10/11/2021.");
    const auto found = annotate(article, language::tokenize(article));
    REQUIRE(found.size() == 1);
    CHECK(found[0].time.value == "2021-10-11");
    CHECK(found[0].time.certainty == Certainty::ambiguous);
    CHECK(found[0].time.alternatives == std::vector<std::string>{"2021-11-10"});
}

TEST_CASE("impossible dates are marked and never invented") {
    const Article article =
        article_of("On February 30, 2021, then at 25:61 and on 2021-13-45 and 31/31/2021 nothing was.");
    const auto found = annotate(article, language::tokenize(article));
    REQUIRE(found.size() == 4);
    for (const Timex& t : found) {
        CAPTURE(surface(article.text, t.span), t.time.value);
        CHECK(t.time.value.empty());
        CHECK(t.time.certainty == Certainty::unresolved);
        CHECK_FALSE(t.time.interval.from);
    }
}

TEST_CASE("a year is a year and bounds are half-open") {
    const Article article = article_of("In 2014, in October 2014, on 20 October 2014 at 15:30 and early in 2013.");
    const auto found = annotate(article, language::tokenize(article));
    REQUIRE(found.size() == 4);
    CHECK(found[0].time.granularity == Granularity::year);
    CHECK(iso_date(*found[0].time.interval.to) == "2015-01-01");
    CHECK(iso_date(*found[1].time.interval.to) == "2014-11-01");
    CHECK(iso_moment(*found[2].time.interval.from, Granularity::minute) == "2014-10-20T15:30");
    CHECK(found[3].time.mod == Modifier::start);
    CHECK(iso_date(*found[3].time.interval.from) == "2013-01-01");
    CHECK(*found[3].time.interval.to < parse_date("2013-07-01")->moment);
}

TEST_CASE("earlier and later this month end and begin at the publication date") {
    const Article article = article_of("Earlier this month he left; later this month he returns.");
    const auto found = annotate(article, language::tokenize(article));
    REQUIRE(found.size() == 2);
    CHECK(found[0].time.value == "2021-10");
    CHECK(iso_date(*found[0].time.interval.from) == "2021-10-01");
    CHECK(iso_date(*found[0].time.interval.to) == "2021-10-20");
    CHECK(iso_date(*found[1].time.interval.from) == "2021-10-21");
    CHECK(iso_date(*found[1].time.interval.to) == "2021-11-01");
}

TEST_CASE("the derivation of an expression names its rules with file and line") {
    temporal::ExpressionResolver resolver(english(), parse_date("2021-10-20"), {temporal::Style::automatic, true});
    const Timex timex = resolver.resolve("five days ago");
    CHECK(timex.time.value == "2021-10-15");
    CHECK(timex.rule == "n-units-ago");
    CHECK(timex.anchor == "published");
    CHECK(std::any_of(timex.trace.begin(), timex.trace.end(), [](const std::string& step) {
        return step.find("n-units-ago (en/relative.rules:") != std::string::npos;
    }));
    CHECK(resolver.resolve("no time at all").span.empty());
}

TEST_CASE("earlier answers are in view of later ones") {
    temporal::ExpressionResolver resolver(english(), parse_date("2021-10-20"));
    CHECK(resolver.resolve("July 3, 1863").time.value == "1863-07-03");
    CHECK(resolver.resolve("the following day").time.value == "1863-07-04");
    CHECK(resolver.resolve("two days later").time.value == "1863-07-06");
}

TEST_CASE("hostile text stays text: spans are in order and within it") {
    std::string months;
    std::string ranges;
    for (int i = 0; i < 100'000; ++i) {
        months += "October ";
    }
    for (int i = 0; i < 20'000; ++i) {
        ranges += "from March to June to 1914-";
    }
    for (std::string text : {std::string(100'000, '9'), months, ranges, std::string("\0\xff\xfe 20\xc3 Oct", 12),
                             std::string(50'000, '-') + "'s", std::string("the the the end of the end of")}) {
        const Article article = article_of(std::move(text));
        const Document document = language::tokenize(article);
        const auto found = annotate(article, document);
        std::uint32_t end = 0;
        bool in_order = true;
        for (const Timex& t : found) {
            in_order =
                in_order && t.span.begin >= end && t.span.end > t.span.begin && t.span.end <= article.text.size();
            end = t.span.end;
        }
        CHECK(in_order);
    }
}
