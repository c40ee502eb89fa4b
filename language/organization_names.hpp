// Completes the names of organizations that end in the word for what they are: "the Competition and Markets
// Authority", "the Food and Drug Administration", "Johnson & Johnson". The labels of `namer` are given word by word and
// are weakest at an "and" inside of a name; what such a name ends in tells its kind and how far it reaches to the left.
//
// Called by `analyze` between names and trees; works on tags alone.
#pragma once

#include "core/document.hpp"

namespace fasti::language {

/// Widens, joins and adds names in `document.names` (ordered, tagged document). A name that is widened is of type
/// organization. Sentences in which most words have a capital are left alone: capitals tell nothing there.
///
///     Britain 's [Competition and Markets Authority] found    was: Competition and Markets Authority, no name
///     the Justice Department and [Federal Trade Commission]   an "and" behind another such word parts two names
void complete_organizations(Document& document);

} // namespace fasti::language
