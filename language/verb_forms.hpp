// The dictionary form of a verb that the training data does not have: irregular forms by a table ("froze"), regular
// ones by undoing the ending, with a list of verbs that settles what the spelling leaves open ("shelled" from "shell",
// but "patrolled" from "patrol", "raided" from "raid", but "faded" from "fade"). The lemmatizer asks it where its own
// dictionary has no answer.
#pragma once

#include <string_view>

namespace fasti::language {

struct VerbForm {
    std::string_view base;   ///< empty where no verb of the list has this form
    std::string_view append; ///< what stands behind `base` in the lemma: "", "e" or "y"
    bool regular = true;     ///< false for a form that can be no base of another verb: "froze", but not "found"
};

/// The verb that `lower` (in lower case) is a form of: "shelled", "froze", "denies". Where the base is part of the form
/// it is a view of `lower`, else of the table.
[[nodiscard]] VerbForm verb_of_form(std::string_view lower);

} // namespace fasti::language
