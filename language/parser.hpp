// Dependency trees. A sentence is parsed from left to right and, more cheaply and without labels, from right to left;
// where the two, or the branches of their searches, go apart, a second look decides.
#pragma once

#include "language/second_look.hpp"
#include "language/transition_parser.hpp"

namespace fasti::language {

/// Scratch space that is used again from sentence to sentence.
struct ParserScratch {
    SearchScratch forwards, backwards;
    SecondLookScratch second;
};

class Parser {
public:
    /// The sections of the model.
    struct Tables {
        std::span<const std::byte> actions, labels, actions_back, heads;
    };

    [[nodiscard]] bool open(const Tables& tables);
    /// Fills head and relation of the sentence's tokens: a tree with one root.
    void parse(Document& document, IndexRange tokens, std::span<const WordAtoms> words, ParserScratch& scratch) const;

private:
    TransitionParser forwards_{Reading::forwards};
    TransitionParser backwards_{Reading::backwards};
    SecondLook second_;
};

} // namespace fasti::language
