// Names as they are compared: the form that two spellings share, and the keys under which names
// meet. Pure functions of one name and the static lexicon.
//
//   name_form("the U.S. Federal Reserve Inc.", organization) → "us federal reserve"
//   name_form("Defense Minister Sergei Shoigu", person)      → "sergei shoigu"
//   skeleton("lukashenka") == skeleton("lukashenko")
#pragma once

#include "core/event.hpp"
#include "graph/lexicon.hpp"
#include "graph/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

/// The folded words of a name, without dots, quotes and possessives; hyphens part words.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);
/// The name without article, titles (persons) and legal forms (others), words joined by a blank.
[[nodiscard]] std::string name_form(std::string_view name, ActorType type, const Lexicon& lexicon);
/// What transliterations of one word share: consonants by sound, the first letter kept.
[[nodiscard]] std::string skeleton(std::string_view folded_word);
/// Whether two folded words are spellings of one name: equal, or one skeleton and few letters apart.
[[nodiscard]] bool same_spelling(std::string_view a, std::string_view b);
/// Smallest number of inserted, dropped, changed or swapped letters; stops counting above `limit`.
[[nodiscard]] unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);
/// "north atlantic treaty organization" → "nato"; small words and a country in front may count or
/// not, so up to three forms.
[[nodiscard]] std::vector<std::string> initials(std::string_view form, const Lexicon& lexicon);

/// The shorter names of a product that has a number in its name: "787", "boeing 787", "787 dreamliner" and "dreamliner"
/// of "boeing 787 dreamliner"; none of "iphone 4", whose number is too short to tell it.
[[nodiscard]] std::vector<std::string> model_names(std::string_view form);
/// True when no word of the form tells who it is: "ministry of defence".
[[nodiscard]] bool generic(std::string_view form, const Lexicon& lexicon);
/// The last word of a role, folded: "Russian Defense Minister" → "minister".
[[nodiscard]] std::string role_head(std::string_view role);

/// What identifies a local actor in linking. Equal identities are one actor, whatever the article.
struct Identity {
    std::string form; ///< with "@RUS" behind a generic name, "@RUS" alone for a state
    std::string name;
    ActorType type = ActorType::other;
    bool state = false;
    std::string country;
    std::vector<std::string> roles;  ///< as written, sorted
    std::vector<std::string> shorts; ///< forms of its aliases that say something, sorted
    [[nodiscard]] std::int64_t hash() const;
    /// Keys under which it meets others: its form, its short forms, initials, its surname's skeleton.
    [[nodiscard]] std::vector<std::int64_t> keys(const Lexicon& lexicon) const;
};
[[nodiscard]] Identity identify(const LocalActor& actor, const Lexicon& lexicon);
/// The key of a form, as `Identity::keys` makes it: for names that a user typed.
[[nodiscard]] std::int64_t form_key(std::string_view form);

/// The blank-separated words of a form.
[[nodiscard]] std::vector<std::string_view> form_words(std::string_view form);

} // namespace fasti::graph
