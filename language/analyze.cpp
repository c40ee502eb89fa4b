// See analyze.hpp.
#include "language/analyze.hpp"

#include "language/double_subjects.hpp"
#include "language/finite_verbs.hpp"
#include "language/lemmatizer.hpp"
#include "language/model_file.hpp"
#include "language/namer.hpp"
#include "language/organization_names.hpp"
#include "language/parser.hpp"
#include "language/reported_clauses.hpp"
#include "language/tag_corrections.hpp"
#include "language/tagger.hpp"
#include "language/verbless.hpp"

#include <utility>

namespace fasti::language {

struct Model::Parts {
    ModelFile file;
    Lexicon lexicon;
    Gazetteer gazetteer;
    Tagger tagger;
    Lemmatizer lemmatizer;
    Namer namer;
    Parser parser;
};

Result<Model> Model::open(const std::filesystem::path& path) {
    auto file = ModelFile::open(path);
    if (!file) {
        return file.error();
    }
    auto parts = std::make_shared<Parts>();
    parts->file = std::move(*file);
    const auto section = [&](std::string_view name) { return parts->file.section(name); };
    const std::pair<const char*, bool> opened[] = {
        {"lexicon", parts->lexicon.open(section("lexicon"))},
        {"gazetteer", parts->gazetteer.open(section("gazetteer"))},
        {"tagger", parts->tagger.open(section("tagger"), section("tags"))},
        {"lemmas", parts->lemmatizer.open(section("lemmas"))},
        {"namer", parts->namer.open(section("namer"), section("gazetteer"))},
        {"parser",
         parts->parser.open({section("actions"), section("labels"), section("actions-back"), section("heads")})},
    };
    for (const auto& [name, ok] : opened) {
        if (!ok) {
            return Error{ErrorCode::format,
                         std::string("the language model cannot be used: its part '") + name + "' is broken",
                         path.string(), "build the project again"};
        }
    }
    Model model;
    model.parts_ = std::move(parts);
    return model;
}

namespace {

void tag_sentence(Document& document, const Model::Parts& parts, const Sentence& sentence,
                  std::vector<WordAtoms>& words) {
    make_atoms(document, sentence.tokens, &parts.lexicon, words, &parts.gazetteer);
    parts.tagger.tag(document, sentence.tokens, words, true);
    correct_tags(document, sentence.tokens, words);
    mend_verbless_tags(document, sentence.tokens);
    if (!document.arena) {
        document.arena = std::make_shared<Arena>();
    }
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        Token& token = document.tokens[i];
        token.lemma = parts.lemmatizer.lemma(document.word(token), token.upos, token.xpos, *document.arena);
    }
}

template <class GoOn> bool tag_while(Document& document, const Model::Parts& parts, const GoOn& go_on) {
    std::vector<WordAtoms> words;
    for (const Sentence& sentence : document.sentences) {
        if (!go_on()) {
            return false;
        }
        tag_sentence(document, parts, sentence, words);
    }
    document.tagged = true;
    return true;
}

template <class GoOn> bool find_names_while(Document& document, const Model::Parts& parts, const GoOn& go_on) {
    if (!parts.namer.find(document, parts.lexicon, go_on)) {
        return false;
    }
    complete_organizations(document);
    return true;
}

template <class GoOn> bool parse_while(Document& document, const Model::Parts& parts, const GoOn& go_on) {
    std::vector<WordAtoms> words;
    ParserScratch scratch;
    for (const Sentence& sentence : document.sentences) {
        if (!go_on()) {
            return false;
        }
        make_atoms(document, sentence.tokens, &parts.lexicon, words);
        parts.parser.parse(document, sentence.tokens, words, scratch);
        mend_double_subjects(document, sentence.tokens);
        mend_finite_verbs(document, sentence.tokens);
        mend_reported_clauses(document, sentence.tokens);
    }
    document.parsed = true;
    return true;
}

} // namespace

void tag(Document& document, const Model& model, std::span<const std::uint32_t> sentences) {
    std::vector<WordAtoms> words;
    for (const std::uint32_t index : sentences) {
        tag_sentence(document, model.parts(), document.sentences[index], words);
    }
    document.tagged = true;
}

void tag(Document& document, const Model& model) {
    (void)tag_while(document, model.parts(), [] { return true; });
}

void find_names(Document& document, const Model& model) {
    (void)find_names_while(document, model.parts(), [] { return true; });
}

void parse(Document& document, const Model& model) {
    (void)parse_while(document, model.parts(), [] { return true; });
}

void analyze(Document& document, const Model& model) {
    tag(document, model);
    find_names(document, model);
    parse(document, model);
}

bool analyze(Document& document, const Model& model, const std::function<bool()>& go_on) {
    return tag_while(document, model.parts(), go_on) && find_names_while(document, model.parts(), go_on) &&
           parse_while(document, model.parts(), go_on);
}

Document analyze(const Article& article, const Model& model) {
    Document document = tokenize(article);
    analyze(document, model);
    return document;
}

} // namespace fasti::language
