// See examples.hpp.
#include "language/training/examples.hpp"

#include <numeric>

namespace fasti::language::training {

std::vector<Example> examples_of(std::vector<ConlluDocument>& documents, const Lexicon* lexicon,
                                 const Gazetteer* gazetteer) {
    std::vector<Example> out;
    for (ConlluDocument& held : documents) {
        for (std::uint32_t s = 0; s < held.document.sentences.size(); ++s) {
            Example& example = out.emplace_back(Example{&held.document, s, {}});
            make_atoms(held.document, example.tokens(), lexicon, example.words, gazetteer);
        }
    }
    return out;
}

std::vector<std::uint32_t> all_of(std::size_t n) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

void shuffle(std::vector<std::uint32_t>& order, std::mt19937& random) {
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
}

} // namespace fasti::language::training
