// What is learned, in its order: lexicon, tags, lemmas, names, trees. Later parts are learned on the
// mistakes that the earlier ones make (tags of the trees are predicted by taggers that have not
// seen them: jackknifing).
#pragma once

#include "language/conllu.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::language::training {

struct Settings {
    int tagger_epochs = 6;
    int fold_epochs = 4;
    int folds = 5;
    int parser_epochs = 3; ///< greedy ones, before those with a beam
    int beam_epochs = 7;
    std::size_t beam = 8;
    std::size_t longest_beam_sentence = 120; ///< longer ones are too dear
    int names_epochs = 6;
    std::uint32_t least_updates = 3;         ///< sparse features with fewer are dropped
    std::uint32_t least_action_updates = 24; ///< the parser's
    std::uint32_t least_name_updates = 8;
    std::uint8_t least_action_seen = 5; ///< what is met less often is not learned
    std::uint8_t least_label_seen = 3;
};

/// Files of WordNet 3.0 (Debian: wordnet-base), as they are.
struct WordNetFiles {
    std::string noun_index, noun_data, verb_index, verb_data, adjective_index, adverb_index;
};

struct Corpus {
    std::vector<ConlluDocument> trees;
    std::vector<ConlluDocument> names; ///< words and names only
    std::string gazetteer;             ///< lines of kind TAB phrase
    WordNetFiles wordnet;
};

/// Adds the documents of an IOB2 file (a new one at each `-DOCSTART-` and every hundred sentences).
void read_iob(std::string_view bytes, std::vector<ConlluDocument>& documents);

/// The bytes of the model file. Progress goes to `log`.
[[nodiscard]] std::vector<std::byte> learn(Corpus& corpus, const Settings& settings, std::ostream& log);

} // namespace fasti::language::training
