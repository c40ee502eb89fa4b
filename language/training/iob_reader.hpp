// Reads IOB2 files: a word and its label a line, a blank line between sentences.
#pragma once

#include "language/conllu.hpp"

#include <string_view>
#include <vector>

namespace fasti::language::training {

/// Adds the documents of an IOB2 file (a new one at each `-DOCSTART-` and every hundred sentences).
void read_iob(std::string_view bytes, std::vector<ConlluDocument>& documents);

} // namespace fasti::language::training
