// What is learned, in its order: lexicon, tags, lemmas, names, trees. Later parts are learned on the
// mistakes that the earlier ones make (tags of the trees are predicted by taggers that have not
// seen them: jackknifing).
#pragma once

#include "language/conllu.hpp"
#include "language/training/lexicon_learner.hpp"
#include "language/training/settings.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti::language::training {

struct Corpus {
    std::vector<ConlluDocument> trees;
    std::vector<ConlluDocument> names; ///< words and names only
    std::string gazetteer;             ///< lines of kind TAB phrase
    WordNetFiles wordnet;
    std::string classes; ///< lines of word TAB class
    /// Sections of a parser that is taken as it is, or nothing: then one is learned.
    std::vector<std::pair<std::string, std::vector<std::byte>>> parser;
};

inline constexpr const char* parser_sections[] = {"actions", "labels", "actions-back", "heads"};

/// The bytes of the model file. Progress goes to `log`.
[[nodiscard]] std::vector<std::byte> learn(Corpus& corpus, const Settings& settings, std::ostream& log);

} // namespace fasti::language::training
