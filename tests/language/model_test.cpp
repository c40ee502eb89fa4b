// The model file: what is whole is read back, what is not is refused with a message.
#include "language/analyze.hpp"
#include "language/model_file.hpp"

#include "core/data_dir.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

using namespace fasti;
using namespace fasti::language;

namespace {

std::filesystem::path write_file(const std::string& name, const std::vector<std::byte>& bytes) {
    const auto path = std::filesystem::temp_directory_path() / name;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

std::vector<std::byte> small_file() {
    return ModelFile::pack({{"one", {std::byte{1}, std::byte{2}, std::byte{3}}}, {"two", {}}});
}

} // namespace

TEST_CASE("sections come back as they were packed") {
    const auto file = ModelFile::open(write_file("fasti_model_whole", small_file()));
    REQUIRE(file);
    REQUIRE(file->section("one").size() == 3);
    CHECK(file->section("one")[2] == std::byte{3});
    CHECK(file->section("two").empty());
    CHECK(file->section("three").empty());
}

TEST_CASE("a model file cut short anywhere is refused") {
    const std::vector<std::byte> whole = small_file();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto file = ModelFile::open(
            write_file("fasti_model_cut", {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}));
        REQUIRE_FALSE(file);
        CHECK_FALSE(file.error().message.empty());
    }
}

TEST_CASE("a model file with one changed byte is refused") {
    const std::vector<std::byte> whole = small_file();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::vector<std::byte> changed = whole;
        changed[at] ^= std::byte{0x10};
        CHECK_FALSE(ModelFile::open(write_file("fasti_model_changed", changed)));
    }
}

TEST_CASE("a model that lacks its parts is refused by name") {
    const auto model = Model::open(write_file("fasti_model_empty", small_file()));
    REQUIRE_FALSE(model);
    CHECK(model.error().message.find("lexicon") != std::string::npos);
}

TEST_CASE("a missing model file is an error of input and output") {
    const auto model = Model::open("/nowhere/en.model");
    REQUIRE_FALSE(model);
    CHECK(model.error().code == ErrorCode::io);
}

TEST_CASE("every sentence becomes one tree, whatever its words are") {
    const auto path = find_data("language/en/en.model");
    if (!path) {
        WARN("no model beside the program: skipped");
        return;
    }
    const auto model = Model::open(*path);
    REQUIRE(model);
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += "The minister said that ";
    }
    for (const std::string& text :
         {std::string("The council approved the plan on Tuesday. It was rejected by the mayor of Springfield."),
          std::string("\xF0\x9F\x98\x80\xF0\x9F\x98\x80 \xF0\x9F\x98\x80"),
          std::string("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 e\xCC\x81"),
          std::string(20000, '"'), std::string("\x01\x02 a\x7f"), std::string(), many}) {
        Article article;
        article.text = text;
        const Document document = analyze(article, *model);
        for (const Sentence& sentence : document.sentences) {
            std::size_t roots = 0;
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const Token& token = document.tokens[i];
                CHECK_FALSE(token.lemma.empty());
                if (token.head == Token::no_head) {
                    ++roots;
                    REQUIRE(token.relation == Relation::root);
                    continue;
                }
                REQUIRE(sentence.tokens.contains(token.head));
            }
            REQUIRE(roots == (sentence.tokens.empty() ? 0 : 1));
        }
    }
}

TEST_CASE("tags, lemmas, names and arcs of a plain sentence") {
    const auto path = find_data("language/en/en.model");
    if (!path) {
        WARN("no model beside the program: skipped");
        return;
    }
    const auto model = Model::open(*path);
    REQUIRE(model);
    Article article;
    article.text = "The committee rejected the proposal on Monday.";
    const Document document = analyze(article, *model);
    REQUIRE(document.tokens.size() == 8);
    CHECK(document.tokens[2].lemma == "reject");
    CHECK(document.tokens[2].xpos == Xpos::vbd);
    CHECK(document.tokens[2].relation == Relation::root);
    CHECK(document.tokens[1].relation == Relation::nsubj);
    CHECK(document.tokens[1].head == 2);
    CHECK(document.tokens[4].relation == Relation::obj);
    CHECK(document.tagged);
    CHECK(document.parsed);
}
