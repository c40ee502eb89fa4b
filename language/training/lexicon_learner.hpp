// The lexicon's section of the model: casing and tags of the words of training, WordNet's parts of speech and fields.
#pragma once

#include "language/training/examples.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::language::training {

/// Files of WordNet 3.0 (Debian: wordnet-base), as they are.
struct WordNetFiles {
    std::string noun_index, noun_data, verb_index, verb_data, adjective_index, adverb_index;
};

/// `classes`: lines of word TAB class, as word_classes.js prints them.
[[nodiscard]] std::vector<std::byte> learn_lexicon(const std::vector<Example>& examples, const WordNetFiles& wordnet,
                                                   std::string_view classes);

} // namespace fasti::language::training
