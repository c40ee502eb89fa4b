// CoNLL-U: what is written reads back the same, and a broken file is reported and survived.
#include "language/conllu.hpp"
#include "language/tokenizer.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace fasti;
using language::ConlluColumns;

namespace {

constexpr std::string_view sample = "# newdoc id = first\n"
                                    "# meta::title = A Talk\n"
                                    "# meta::dateCreated = 2021-10-20\n"
                                    "# newpar\n"
                                    "# sent_id = first-1\n"
                                    "1\tIvan\tIvan\tPROPN\tNNP\t_\t4\tnsubj\t_\tNER=B-PER\n"
                                    "2\tPetrov\tPetrov\tPROPN\tNNP\t_\t1\tflat\t_\tNER=I-PER\n"
                                    "3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                                    "3\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
                                    "4\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_\n"
                                    "4.1\tsay\tsay\tVERB\tVB\t_\t_\t_\t_\t_\n"
                                    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                                    "\n"
                                    "# newpar\n"
                                    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
                                    "\n"
                                    "# newdoc id = second\n"
                                    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tNER=O\n";

std::vector<Diagnostic> reports;
const DiagnosticSink sink = [](const Diagnostic& d) { reports.push_back(d); };

std::vector<language::ConlluDocument> read(std::string_view bytes, ConlluColumns columns = {}) {
    reports.clear();
    return language::read_conllu(bytes, "sample.conllu", columns, sink);
}

} // namespace

TEST_CASE("words, sentences and all columns are read") {
    const auto documents = read(sample);
    REQUIRE(documents.size() == 2);
    CHECK(reports.empty());
    const auto& [article, doc] = documents[0];
    CHECK(article->id == "first");
    CHECK(article->title == "A Talk");
    REQUIRE(article->published);
    CHECK(iso_date(article->published->moment) == "2021-10-20");
    CHECK(article->text == "Ivan Petrov didn't.\n\nYes");
    REQUIRE(doc.tokens.size() == 6);
    REQUIRE(doc.sentences.size() == 2);
    CHECK(doc.sentences[1].paragraph == 1);
    CHECK(doc.tagged);
    CHECK(doc.parsed);
    CHECK(doc.tokens[2].lemma == "do");
    CHECK(doc.tokens[0].head == 3);
    CHECK(doc.tokens[3].head == Token::no_head);
    CHECK(doc.tokens[0].relation == Relation::nsubj);
    REQUIRE(doc.names.size() == 1);
    CHECK(doc.names[0].tokens == IndexRange{0, 2});
    CHECK_FALSE(doc.tokens[2].space_after);
    CHECK(doc.tokens[4].space_after);
}

TEST_CASE("columns that are not asked for are left empty") {
    const auto documents = read(sample, ConlluColumns::words_only());
    const Document& doc = documents[0].document;
    CHECK_FALSE(doc.tagged);
    CHECK_FALSE(doc.parsed);
    CHECK(doc.names.empty());
    CHECK(doc.tokens[0].lemma.empty());
    CHECK(doc.tokens[0].head == Token::no_head);
}

TEST_CASE("what is written reads back the same") {
    std::ostringstream first;
    for (const auto& [article, doc] : read(sample)) {
        language::write_conllu(first, *article, doc);
    }
    std::ostringstream second;
    for (const auto& [article, doc] : read(first.str())) {
        language::write_conllu(second, *article, doc);
    }
    CHECK(reports.empty());
    CHECK(first.str() == second.str());
    CHECK(first.str().find("1\tIvan\tIvan\tPROPN\tNNP\t_\t4\tnsubj\t_\tNER=B-PER\n") != std::string::npos);
    CHECK(first.str().find("# text = Ivan Petrov didn't.\n") != std::string::npos);
}

TEST_CASE("a document without tags is written with empty columns") {
    Article article;
    article.id = "x";
    article.text = "Don't go.";
    std::ostringstream out;
    language::write_conllu(out, article, language::tokenize(article));
    CHECK(out.str() == "# newdoc id = x\n# newpar\n# sent_id = x-1\n# text = Don't go.\n"
                       "1\tDo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                       "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                       "3\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                       "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
}

TEST_CASE("broken lines are reported with their number, and the words kept") {
    const auto documents = read("1\tA\ta\tDET\tDT\t_\t9\tdet\t_\t_\n"
                                "2\tdog\tdog\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n"
                                "3\tbarks\tbark\tVERB\tVBZ\t_\t2\tconj\t_\t_\n"
                                "nonsense\n"
                                "4\tonly\n");
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].article->text == "A dog barks only");
    REQUIRE(reports.size() == 4);
    CHECK(reports[0].line == 4u);
    CHECK(reports[1].line == 5u);
    CHECK(reports[2].line == 1u); // head out of range
    CHECK(reports[3].line == 2u); // 2 → 3 → 2
    const auto& tokens = documents[0].document.tokens;
    CHECK(tokens[2].head == 1);
    CHECK(tokens[1].head == Token::no_head);
    CHECK_FALSE(documents[0].document.tagged);
}

TEST_CASE("an empty file has no documents, invalid bytes are repaired") {
    CHECK(read("").empty());
    CHECK(read("# newdoc id = a\n\n\n").empty());
    const auto documents = read("1\ta\xff\t_\t_\t_\t_\t0\troot\t_\t_\n");
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].article->text == "a\uFFFD");
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].code == "invalid-utf8");
}
