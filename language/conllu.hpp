// CoNLL-U (https://universaldependencies.org/format.html), in and out.
//
// Read for training and measuring, and by `fasti parse --conllu`: words and sentences of the file
// are kept as they are, the text is rebuilt from the words and `SpaceAfter=No`. Written by `fasti parse`.
#pragma once

#include "core/article.hpp"
#include "core/diagnostic.hpp"
#include "core/document.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::language {

/// Which columns of the file fill the Document; words and sentences always do.
struct ConlluColumns {
    bool tags = true;  ///< LEMMA, UPOS, XPOS
    bool trees = true; ///< HEAD, DEPREL
    bool names = true; ///< MISC `NER=B-PER` (BIO over PER ORG LOC GRP MISC)

    [[nodiscard]] static constexpr ConlluColumns words_only() { return {false, false, false}; }
};

/// One document of a CoNLL-U file. The article does not move, since the document points into its text.
struct ConlluDocument {
    std::unique_ptr<Article> article;
    Document document;
};

/// All documents of `bytes`, parted by `# newdoc`; a file without any is one document. Paragraphs
/// (`# newpar`) are parted by an empty line in the rebuilt text. Words inside a multiword token stand
/// without a blank between them; empty nodes are left out. `document.tagged` and `.parsed` are
/// set when the columns were asked for and every word has them.
/// Broken lines, heads out of range and circles are reported to `sink` with their line; the words are kept.
[[nodiscard]] std::vector<ConlluDocument> read_conllu(std::string_view bytes, std::string_view path,
                                                      ConlluColumns columns, const DiagnosticSink& sink);

/// Writes one document with its comments (`newdoc id`, `newpar`, `sent_id`, `text`). Columns that the
/// document does not have are `_`; FEATS, DEPS are always `_`; MISC has `NER=` and `SpaceAfter=No`.
void write_conllu(std::ostream& out, const Article& article, const Document& document);

} // namespace fasti::language
