// What was found in one article, as a line of JSON (the format of `fasti annotate`, see
// docs/annotation.md).
#pragma once

#include "core/article.hpp"
#include "core/diagnostic.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "core/timex.hpp"

#include <ostream>
#include <span>
#include <vector>

namespace fasti::exporters {

/// An article with everything that was found in it. The parts point at things that outlive it.
struct Annotation {
    const Article& article;
    const Document& document;
    std::span<const Timex> timexes;
    const Extraction& extraction;
    std::span<const Diagnostic> diagnostics;
};

/// Which lists are written; id, published, title, text, sentences and furniture always are.
struct AnnotationParts {
    bool timexes = true;
    bool actors = true;
    bool events = true;
};

/// One line. Offsets are code points into the article's text, half-open.
void write_annotation(const Annotation& annotation, const AnnotationParts& parts, std::ostream& out);

} // namespace fasti::exporters
