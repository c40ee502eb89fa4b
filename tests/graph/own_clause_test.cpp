// An event that a sentence tells in passing, as a sentence of its own.
#include "graph/own_clause.hpp"

#include "tests/events/trees.hpp"

#include <catch2/catch.hpp>

using namespace fasti;
using fasti::test::parsed;

namespace {

/// The kept words of the first sentence for the event of `trigger`, with what "which" stands for; "-" when there is no
/// such clause.
std::string clause(std::string_view sentence, std::string_view trigger) {
    const language::ConlluDocument read = parsed(sentence);
    const Document& document = read.document;
    std::uint32_t at = 0;
    while (document.word(at) != trigger)
        ++at;
    const auto own = graph::own_clause(document, document.sentences[0], at);
    if (!own)
        return "-";
    std::string out;
    for (std::uint32_t i = 0; i < own->kept.size(); ++i) {
        if (!own->kept[i])
            continue;
        const bool pronoun = !own->antecedent.empty() && own->relative == i;
        const Span noun{document.tokens[own->antecedent.begin].span.begin,
                        pronoun ? document.tokens[own->antecedent.end - 1].span.end : 0};
        out += (out.empty() ? "" : " ") + std::string(pronoun ? document.words(noun) : document.word(i));
    }
    return out;
}

constexpr std::string_view canal = R"(
Trade trade NOUN NN 2 nsubj
passes pass VERB VBZ 0 root
the the DET DT 5 det
old old ADJ JJ 5 amod
canal canal NOUN NN 2 obj
, , PUNCT , 9 punct
which which PRON WDT 9 nsubj:pass
was be AUX VBD 9 aux:pass
opened open VERB VBN 5 acl:relcl
in in ADP IN 11 case
1869 1869 NUM CD 9 obl
and and CCONJ CC 13 cc
seized seize VERB VBN 9 conj
in in ADP IN 15 case
1956 1956 NUM CD 13 obl
. . PUNCT . 2 punct
)";

} // namespace

TEST_CASE("a relative clause stands alone with its noun, each of its verbs with its own words") {
    CHECK(clause(canal, "opened") == "the old canal was opened in 1869");
    CHECK(clause(canal, "seized") == "the old canal was seized in 1956");
    CHECK(clause(canal, "passes") == "-");
}

TEST_CASE("a clause of time stands alone without its opening, one of a condition does not") {
    const std::string sentence = R"(
She she PRON PRP 2 nsubj
sailed sail VERB VBD 0 root
% % SCONJ IN 5 mark
she she PRON PRP 5 nsubj
ran run VERB VBD 2 advcl
aground aground ADV RB 5 advmod
. . PUNCT . 2 punct
)";
    const auto opened_by = [&](const std::string& word) {
        std::string out = sentence;
        for (std::size_t at = out.find('%'); at != std::string::npos; at = out.find('%'))
            out.replace(at, 1, word);
        return out;
    };
    CHECK(clause(opened_by("after"), "ran") == "she ran aground");
    CHECK(clause(opened_by("if"), "ran") == "-");
}

TEST_CASE("an event noun with its date stands alone where it says whose event it is") {
    const language::ConlluDocument read = parsed(R"(
Ties tie NOUN NNS 2 nsubj
sank sink VERB VBD 0 root
after after ADP IN 7 case
Norway Norway PROPN NNP 7 nmod:poss
's 's PART POS 4 case
2014 2014 NUM CD 7 nummod
seizure seizure NOUN NN 2 obl
of of ADP IN 9 case
Tromso Tromso PROPN NNP 7 nmod
and and CCONJ CC 11 cc
support support NOUN NN 7 conj
. . PUNCT . 2 punct
)");
    const auto kept = graph::own_phrase(read.document, read.document.sentences[0], 6, {5, 6});
    REQUIRE(kept);
    std::string out;
    for (std::uint32_t i = 0; i < kept->size(); ++i)
        if ((*kept)[i])
            out += (out.empty() ? "" : " ") + std::string(read.document.word(i));
    CHECK(out == "Norway 's 2014 seizure of Tromso");
    CHECK_FALSE(graph::own_phrase(read.document, read.document.sentences[0], 10, {5, 6}));
}
