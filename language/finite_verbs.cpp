// See finite_verbs.hpp.
#include "language/finite_verbs.hpp"

#include <algorithm>

namespace fasti::language {
namespace {

constexpr std::uint32_t reach =
    40; ///< in words; further off nothing is looked for, so that long sentences cost no more

class Mender {
public:
    Mender(Document& document, IndexRange sentence) : tokens_(document.tokens), sentence_(sentence) {}

    void mend() {
        for (std::uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
            const Token& token = tokens_[t];
            if (token.upos == Upos::verb && token.relation == Relation::amod && token.head > t &&
                sentence_.contains(token.head) && has_before(t, Relation::nsubj) && has_before(t, Relation::aux)) {
                lift(t, token.head);
            }
        }
    }

private:
    [[nodiscard]] std::uint32_t first_near(std::uint32_t token) const {
        return std::max(sentence_.begin, token > reach ? token - reach : 0u);
    }

    [[nodiscard]] bool has_before(std::uint32_t head, Relation relation) const {
        for (std::uint32_t t = first_near(head); t < head; ++t) {
            if (tokens_[t].head == head && universal(tokens_[t].relation) == relation) {
                return true;
            }
        }
        return false;
    }

    /// The verb takes the noun's place; what stood before it goes with it.
    void lift(std::uint32_t verb, std::uint32_t noun) {
        tokens_[verb].head = tokens_[noun].head;
        tokens_[verb].relation = tokens_[noun].relation;
        tokens_[noun].head = verb;
        tokens_[noun].relation = Relation::obj;
        for (std::uint32_t t = first_near(verb); t < std::min(sentence_.end, noun + reach); ++t) {
            Token& token = tokens_[t];
            const bool mark = t > noun && token.relation == Relation::punct;
            if (token.head == noun && (t < verb || mark)) {
                token.head = verb;
                token.relation = universal(token.relation) == Relation::nmod ? Relation::obl : token.relation;
            }
        }
    }

    std::vector<Token>& tokens_;
    IndexRange sentence_;
};

} // namespace

void mend_finite_verbs(Document& document, IndexRange sentence) {
    Mender(document, sentence).mend();
}

} // namespace fasti::language
