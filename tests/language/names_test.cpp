// Names: the phrases that hint at them, what a document remembers, and names of plain news sentences.
#include "language/analyze.hpp"
#include "language/feature_hash.hpp"
#include "language/model_file.hpp"
#include "language/namer.hpp"

#include "core/data_dir.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace fasti;
using namespace fasti::language;

namespace {

// A gazetteer of "san marino" (a country), "san" (a first name) and "lima" (a place), in 64 slots.
class SmallGazetteer {
public:
    SmallGazetteer() {
        const std::uint32_t san = phrase_key(0, hash_word("san"));
        put(san, gazetteer_first_name | gazetteer_prefix);
        put(phrase_key(san, hash_word("marino")), gazetteer_country);
        put(phrase_key(0, hash_word("lima")), gazetteer_place);
        SectionWriter out;
        out.u32(static_cast<std::uint32_t>(slots_.size()));
        out.array(std::span<const Gazetteer::Slot>(slots_));
        bytes_ = out.take();
        REQUIRE(gazetteer.open(bytes_));
    }
    Gazetteer gazetteer;

private:
    void put(std::uint32_t key, std::uint32_t kinds) {
        std::size_t at = key % slots_.size();
        while (slots_[at] != 0) {
            at = (at + 1) % slots_.size();
        }
        slots_[at] = Gazetteer::slot(key, kinds);
    }
    std::vector<Gazetteer::Slot> slots_ = std::vector<Gazetteer::Slot>(64);
    std::vector<std::byte> bytes_;
};

std::vector<WordAtoms> atoms_of(const Document& document) {
    std::vector<WordAtoms> words;
    make_atoms(document, {0, static_cast<std::uint32_t>(document.tokens.size())}, nullptr, words);
    return words;
}

// "PER Mary Hill; LOC Paris" of the names that the model finds in `text`.
std::string names_of(const Model& model, const std::string& text) {
    Article article;
    article.text = text;
    const Document document = analyze(article, model);
    std::string out;
    for (const Name& name : document.names) {
        const Span first = document.tokens[name.tokens.begin].span;
        const Span last = document.tokens[name.tokens.end - 1].span;
        const char* const types[] = {"PER ", "ORG ", "LOC ", "GRP ", "OTH "};
        out += (out.empty() ? "" : "; ") + std::string(types[static_cast<std::size_t>(name.type)]) +
               text.substr(first.begin, last.end - first.begin);
    }
    return out;
}

} // namespace

TEST_CASE("the longest phrase of the gazetteer marks its words") {
    const SmallGazetteer small;
    Article article;
    article.text = "from San Marino to Lima";
    const auto words = atoms_of(tokenize(article));
    std::vector<std::uint32_t> kinds;
    find_gazetteer_kinds(words, small.gazetteer, kinds);
    REQUIRE(kinds.size() == 5);
    CHECK(kinds[0] == 0);
    CHECK((kinds[1] & gazetteer_kinds) == gazetteer_country);
    CHECK((kinds[2] & gazetteer_kinds) == gazetteer_country);
    CHECK(kinds[1] != kinds[2]); // where it begins and where it goes on
    CHECK((kinds[4] & gazetteer_kinds) == gazetteer_place);
}

TEST_CASE("a place is known in low letters too, a common word is not looked up") {
    const SmallGazetteer small;
    Article article;
    article.text = "we flew to lima";
    auto words = atoms_of(tokenize(article));
    std::vector<std::uint32_t> kinds;
    find_gazetteer_kinds(words, small.gazetteer, kinds);
    CHECK((kinds[3] & gazetteer_kinds) == gazetteer_place);
    words[3].entry.casing = Casing::lower;
    find_gazetteer_kinds(words, small.gazetteer, kinds);
    CHECK(kinds[3] == 0);
}

TEST_CASE("the tagger sees the kinds of names that a word alone may be") {
    const SmallGazetteer small;
    Article article;
    article.text = "from San Marino to lima";
    const Document document = tokenize(article);
    std::vector<WordAtoms> words;
    make_atoms(document, {0, 5}, nullptr, words, &small.gazetteer);
    CHECK(words[1].kinds == gazetteer_first_name); // and nothing of the prefix
    CHECK(words[2].kinds == 0);                    // a part of a name is none
    CHECK(words[4].kinds == gazetteer_place);
}

TEST_CASE("words far from capitals and from known names need no look") {
    Article article;
    article.text = "it was said in the end by al - Masri";
    const auto words = atoms_of(tokenize(article));
    const std::vector<std::uint32_t> nothing(words.size());
    std::vector<Elsewhere> elsewhere(words.size());
    const NameContext context{words, {}, nothing, elsewhere};
    CHECK(far_from_names(context, 0, 0));
    CHECK_FALSE(far_from_names(context, words.size() - 3, 0)); // "al"
    CHECK_FALSE(far_from_names(context, words.size() - 1, 0));
    CHECK_FALSE(far_from_names(context, 1, 3)); // behind a name
    elsewhere[2].label = 1 + 1;                 // a name elsewhere in the document
    CHECK_FALSE(far_from_names(context, 0, 0));
}

TEST_CASE("a document remembers the commonest label of a capitalised word") {
    Article article;
    article.text = "Marino and marino";
    const auto words = atoms_of(tokenize(article));
    NameMemory memory;
    for (const std::uint8_t label : {std::uint8_t{1}, std::uint8_t{5}, std::uint8_t{5}}) {
        memory.remember(words, std::vector<std::uint8_t>{label, 0, 0});
    }
    std::vector<Elsewhere> elsewhere;
    memory.recall(words, std::vector<std::uint8_t>{5, 0, 0}, elsewhere);
    CHECK(elsewhere[0].label == 1 + 1); // of the others, one of each: the first in order
    CHECK(elsewhere[1].label == 0);
    CHECK(elsewhere[2].label == 1 + 5); // low itself
    memory.recall(words, std::vector<std::uint8_t>{1, 0, 0}, elsewhere);
    CHECK(elsewhere[0].label == 1 + 5);
}

TEST_CASE("a word that stands once has no label from elsewhere") {
    Article article;
    article.text = "Marino left";
    const auto words = atoms_of(tokenize(article));
    const std::vector<std::uint8_t> labels = {1, 0};
    NameMemory memory;
    memory.remember(words, labels);
    std::vector<Elsewhere> elsewhere;
    memory.recall(words, labels, elsewhere);
    CHECK(elsewhere[0].label == 0);
    CHECK(elsewhere[0].pair == 0);
}

TEST_CASE("initials recall the name that they are short for") {
    Article article;
    article.text = "Bank of San Marino . BSM";
    const auto words = atoms_of(tokenize(article));
    const std::vector<std::uint8_t> labels = {3, 4, 4, 4, 0, 0};
    NameMemory memory;
    memory.remember(words, labels);
    std::vector<Elsewhere> elsewhere;
    memory.recall(words, labels, elsewhere);
    CHECK(elsewhere[5].short_for == 1 + static_cast<int>(NameType::organization));
    CHECK(elsewhere[0].short_for == 0);
}

TEST_CASE("only a name of the same type is gone on with") {
    CHECK(name_label_follows(0, 1));
    CHECK_FALSE(name_label_follows(0, 2));
    CHECK(name_label_follows(1, 2));
    CHECK(name_label_follows(2, 2));
    CHECK_FALSE(name_label_follows(3, 2));
    CHECK(name_label_follows(2, 0));
}

TEST_CASE("names of news come out whole and of their type") {
    const auto path = find_data("language/en/en.model");
    if (!path) {
        WARN("no model beside the program: skipped");
        return;
    }
    const auto model = Model::open(*path);
    REQUIRE(model);
    CHECK(names_of(*model, "Angela Merkel met Emmanuel Macron in Berlin on Monday.") ==
          "PER Angela Merkel; PER Emmanuel Macron; LOC Berlin");
    CHECK(names_of(*model, "The United Nations Security Council meets in New York, Reuters reported.") ==
          "ORG United Nations Security Council; LOC New York; ORG Reuters");
    // "Xi" is no pronoun, though no training text has it.
    CHECK(names_of(*model, "Xi urged restraint. Xi Jinping called Vladimir Putin.") ==
          "PER Xi; PER Xi Jinping; PER Vladimir Putin");
    CHECK(names_of(*model, "Shares of Delta Optics, Inc. fell in Oslo.") == "ORG Delta Optics, Inc.; LOC Oslo");
    // A people is a group where it is a name at all, never a person or a place.
    for (const std::string people : {"Kurds", "Palestinians", "Israelis", "Filipinos", "Tamils"}) {
        const std::string found = names_of(*model, people + " fled to Oslo with Mary Hill.");
        CHECK((found == "GRP " + people + "; LOC Oslo; PER Mary Hill" || found == "LOC Oslo; PER Mary Hill"));
    }
    CHECK(names_of(*model, "Nothing of that kind was said.").empty());
}
