// The sentences of a corpus as the learners go through them.
#pragma once

#include "language/conllu.hpp"
#include "language/word_atoms.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace fasti::language::training {

/// A sentence of the corpus, by reference.
struct Example {
    Document* document;
    std::uint32_t sentence;
    std::vector<WordAtoms> words;

    [[nodiscard]] IndexRange tokens() const { return document->sentences[sentence].tokens; }
    [[nodiscard]] Token& token(std::size_t i) const { return document->tokens[tokens().begin + i]; }
};

[[nodiscard]] std::vector<Example> examples_of(std::vector<ConlluDocument>& documents, const Lexicon* lexicon,
                                               const Gazetteer* gazetteer = nullptr);

/// 0, 1, 2 … n-1.
[[nodiscard]] std::vector<std::uint32_t> all_of(std::size_t n);

/// The same order on every machine: std::shuffle is not specified to that.
void shuffle(std::vector<std::uint32_t>& order, std::mt19937& random);

} // namespace fasti::language::training
