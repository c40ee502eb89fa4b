// fasti_train: learns the language model from CoNLL-U and IOB files and writes it as one file; the same
// bytes each time. docs/training.md says where the data is to be had.
//
//   fasti_train --out en.model [--names x.iob2] [--gazetteer g.tsv] [--wordnet DIR] train.conllu…
#include "language/conllu.hpp"
#include "language/model_file.hpp"
#include "language/training/iob_reader.hpp"
#include "language/training/learners.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

namespace {

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        std::cerr << "fasti_train: " << path << " cannot be read\n";
        std::exit(3);
    }
    return std::move(text).str();
}

} // namespace

int main(int argc, char** argv) {
    using namespace fasti;
    using namespace fasti::language::training;
    CLI::App app{"Learns the language model"};
    std::vector<std::string> files, iob_files;
    std::string out, gazetteer, wordnet, classes, trees;
    Settings settings;
    app.add_option("files", files, "CoNLL-U files with tags, trees and NER=")->required();
    app.add_option("--names", iob_files, "IOB2 files: word, label; a blank line between sentences");
    app.add_option("--gazetteer", gazetteer, "kind TAB phrase");
    app.add_option("--wordnet", wordnet, "folder with WordNet's index.noun, data.noun …");
    app.add_option("--classes", classes, "word TAB class, by word_classes.js");
    app.add_option("--out", out)->required();
    app.add_option("--trees-of", trees, "a model whose parser is taken over: what else is learned takes seconds");
    app.add_option("--tagger-epochs", settings.tagger_epochs);
    app.add_option("--parser-epochs", settings.parser_epochs);
    app.add_option("--beam-epochs", settings.beam_epochs);
    app.add_option("--names-epochs", settings.names_epochs);
    app.add_option("--folds", settings.folds);
    CLI11_PARSE(app, argc, argv);

    const DiagnosticSink sink = [](const Diagnostic& d) { std::cerr << d.path << ": " << d.message << '\n'; };
    Corpus corpus;
    for (const std::string& file : files) {
        for (auto& document : language::read_conllu(read_file(file), file, {}, sink)) {
            corpus.trees.push_back(std::move(document));
        }
    }
    for (const std::string& file : iob_files) {
        read_iob(read_file(file), corpus.names);
    }
    if (!gazetteer.empty()) {
        corpus.gazetteer = read_file(gazetteer);
    }
    if (!classes.empty()) {
        corpus.classes = read_file(classes);
    }
    if (!wordnet.empty()) {
        corpus.wordnet = {read_file(wordnet + "/index.noun"), read_file(wordnet + "/data.noun"),
                          read_file(wordnet + "/index.verb"), read_file(wordnet + "/data.verb"),
                          read_file(wordnet + "/index.adj"),  read_file(wordnet + "/index.adv")};
    }
    if (!trees.empty()) {
        const auto other = language::ModelFile::open(trees);
        if (!other) {
            std::cerr << "fasti_train: " << trees << " is no model of this version\n";
            return 3;
        }
        for (const char* name : parser_sections) {
            const auto bytes = other->section(name);
            corpus.parser.emplace_back(name, std::vector<std::byte>(bytes.begin(), bytes.end()));
        }
    }
    const std::vector<std::byte> model = learn(corpus, settings, std::cerr);
    std::ofstream stream(out, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(model.data()), static_cast<std::streamsize>(model.size()));
    stream.close();
    if (!stream) {
        std::cerr << "fasti_train: " << out << " cannot be written\n";
        return 3;
    }
    return 0;
}
