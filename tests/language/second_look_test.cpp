// Heads are weighed anew over trees and arcs written by hand. The table of weights is empty: what is behind loses.
#include "language/second_look.hpp"

#include "language/training/aligned_bytes.hpp"
#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using namespace fasti;
using namespace fasti::language;

namespace {

constexpr std::string_view sold_the_ship =
    "Norway Norway PROPN NNP 2 nsubj\nsold sell VERB VBD 0 root\nthe the DET DT 4 det\nship ship NOUN NN 2 obj\n"
    "to to ADP IN 6 case\nDenmark Denmark PROPN NNP 4 nmod\n";

struct Looked {
    explicit Looked(std::string_view text) : given(test::parsed(text)) {
        make_atoms(given.document, tokens(), nullptr, words);
        scratch.tree.read(given.document, tokens(), words);
    }

    [[nodiscard]] IndexRange tokens() const { return given.document.sentences[0].tokens; }

    /// "5 to 1; ": the words that move, counted from 0.
    std::string moves(const std::vector<BranchArc>& forwards, const std::vector<BranchArc>& backwards) {
        SectionWriter table;
        const std::array bucket = {DenseWeights::Bucket::empty()};
        table.u32(1);
        table.array(std::span<const DenseWeights::Bucket>(bucket));
        const training::AlignedBytes bytes(table.take());
        SecondLook second;
        REQUIRE(second.open(bytes.bytes()));
        std::string out;
        for (const Candidate& move : second.look(given.document, tokens(), words, forwards, backwards, scratch)) {
            out += std::to_string(move.dependent) + " to " + std::to_string(move.head) + "; ";
        }
        return out;
    }

    ConlluDocument given;
    std::vector<WordAtoms> words;
    SecondLookScratch scratch;
};

BranchArc arc(std::int32_t dependent, std::int32_t head, std::int32_t behind) {
    return {dependent, head, Relation::obl, behind};
}

/// The tree's own arcs, as a search makes them that agrees.
std::vector<BranchArc> own(const TreeContext& tree) {
    std::vector<BranchArc> arcs;
    for (std::int32_t i = 0; i < tree.size(); ++i) {
        arcs.push_back(arc(i, tree.node(i).head, 0));
    }
    return arcs;
}

} // namespace

TEST_CASE("a tree is read with its dependents in order and the word that marks one") {
    Looked looked(sold_the_ship);
    const TreeContext& tree = looked.scratch.tree;
    CHECK(tree.node(1).head == tree.size());
    CHECK(tree.node(1).first == 0);
    CHECK(tree.node(1).last == 3);
    CHECK(tree.node(0).behind == 3);
    CHECK(tree.node(3).before == 0);
    CHECK(tree.node(5).marker == 4);
}

TEST_CASE("a word's first candidate is its head, and each candidate keeps what it was least behind") {
    Looked looked(sold_the_ship);
    Candidates candidates;
    const std::vector<BranchArc> forwards = {arc(5, 1, 900), arc(5, 1, 400)}, backwards = {arc(5, 1, 70)};
    candidates.gather(forwards, backwards, looked.scratch.tree);
    REQUIRE(candidates.of(5).size() == 2);
    CHECK(candidates.of(5)[0].head == 3);
    CHECK(candidates.of(5)[1].behind == 400);
    CHECK(candidates.of(5)[1].behind_back == 70);
    CHECK(candidates.of(4).size() == 1);
}

TEST_CASE("a word moves to the head that the two searches hold to be better together") {
    Looked looked(sold_the_ship);
    std::vector<BranchArc> backwards = own(looked.scratch.tree);
    CHECK(looked.moves({}, backwards).empty());
    CHECK(looked.moves({arc(5, 1, 400)}, backwards).empty());
    backwards[5] = arc(5, 1, 0);
    CHECK(looked.moves({arc(5, 1, 400)}, backwards) == "5 to 1; ");
}

TEST_CASE("where a word would hang below itself, another one makes room or it stays") {
    Looked looked(sold_the_ship);
    std::vector<BranchArc> backwards = own(looked.scratch.tree);
    backwards[3] = arc(3, 5, 0);
    CHECK(looked.moves({arc(3, 5, 100)}, backwards).empty());
    backwards[5] = arc(5, 1, 0);
    CHECK(looked.moves({arc(3, 5, 100), arc(5, 1, 100)}, backwards) == "3 to 5; 5 to 1; ");
}

TEST_CASE("a sentence keeps one root") {
    Looked looked(sold_the_ship);
    std::vector<BranchArc> backwards = own(looked.scratch.tree);
    backwards[3] = arc(3, 6, 0);
    CHECK(looked.moves({arc(3, 6, 10)}, backwards).empty());
    backwards[1] = arc(1, 3, 0);
    CHECK(looked.moves({arc(3, 6, 10), arc(1, 3, 10)}, backwards) == "1 to 3; 3 to 6; ");
}

TEST_CASE("a sentence read backwards has its last word first and knows the places of its words") {
    Looked looked(sold_the_ship);
    ParserState state;
    state.begin(looked.given.document, looked.tokens(), looked.words, Reading::backwards);
    CHECK(state.place(0) == 5);
    CHECK(state.place(5) == 0);
    CHECK(state.place(6) == 6);
    CHECK(state.node(0).word == looked.words[5].lower);
}
