// See learners.hpp.
#include "language/training/learners.hpp"

#include "language/model_file.hpp"
#include "language/tagger.hpp"
#include "language/training/aligned_bytes.hpp"
#include "language/training/examples.hpp"
#include "language/training/headline_copies.hpp"
#include "language/training/lemma_learner.hpp"
#include "language/training/name_learner.hpp"
#include "language/training/parser_learner.hpp"
#include "language/training/tag_learner.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace fasti::language::training {

std::vector<std::byte> learn(Corpus& corpus, const Settings& settings, std::ostream& log) {
    const auto begun = std::chrono::steady_clock::now();
    const auto say = [&](std::string_view what) {
        log << static_cast<int>(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count())
            << " s: " << what << '\n';
    };
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections;
    sections.emplace_back("lexicon", learn_lexicon(examples_of(corpus.trees, nullptr), corpus.wordnet, corpus.classes));
    Lexicon lexicon;
    const bool opened = lexicon.open(sections.back().second);
    std::vector<std::byte> gazetteer_bytes = pack_gazetteer(corpus.gazetteer);
    Gazetteer gazetteer;
    const bool listed = gazetteer.open(gazetteer_bytes);
    const auto examples = [&](std::vector<ConlluDocument>& documents) {
        return examples_of(documents, opened ? &lexicon : nullptr, listed ? &gazetteer : nullptr);
    };
    std::vector<Example> trees = examples(corpus.trees);

    say("tags of " + std::to_string(trees.size()) + " sentences");
    const TagLabels labels(trees);
    HeadlineCopies copies = headline_copies(trees);
    std::vector<Example> tagged = trees;
    std::ranges::move(examples(copies.documents), std::back_inserter(tagged));
    TaggerSections tagger_sections =
        learn_tagger(tagged, all_of(tagged.size()), labels, settings.tag_learners, settings.tagger_epochs, settings);
    const AlignedBytes weights(tagger_sections.weights), names(tagger_sections.labels);
    Tagger tagger;
    if (!tagger.open(weights.bytes(), names.bytes())) {
        throw std::logic_error("the tagger that was just learned is none");
    }
    sections.emplace_back("lemmas", learn_lemmas(trees));

    say("tags by folds");
    jackknife(tagged, copies.source, labels, settings, log);
    if (corpus.parser.empty()) {
        say("trees");
        corpus.parser = learn_parser(trees, settings, log);
    }

    say("names");
    std::vector<Example> named = examples(corpus.names);
    for (Example& example : named) {
        tagger.tag(*example.document, example.tokens(), example.words);
    }
    for (Example& example : trees) {
        named.push_back(std::move(example));
    }
    sections.emplace_back("namer", learn_names(named, gazetteer_bytes, settings));
    sections.emplace_back("gazetteer", std::move(gazetteer_bytes));
    sections.emplace_back("tagger", std::move(tagger_sections.weights));
    sections.emplace_back("tags", std::move(tagger_sections.labels));
    std::move(corpus.parser.begin(), corpus.parser.end(), std::back_inserter(sections));
    for (const auto& [name, bytes] : sections) {
        log << "  " << name << ' ' << bytes.size() << " bytes\n";
    }
    say("done");
    return ModelFile::pack(sections);
}

} // namespace fasti::language::training
