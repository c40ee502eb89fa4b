// See hyphenation.hpp.
#include "language/hyphenation.hpp"

#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

// First parts that English newspapers and the treebanks join to the next word: "non-proliferation" is one token.
constexpr std::array joined_prefixes = std::to_array<std::string_view>({
    "anti",  "bi",    "co",    "counter", "cross", "de",  "e",     "ex",     "extra", "inter",
    "intra", "macro", "mega",  "meta",    "micro", "mid", "mini",  "multi",  "neo",   "non",
    "over",  "para",  "poly",  "post",    "pre",   "pro", "proto", "pseudo", "re",    "semi",
    "socio", "sub",   "super", "supra",   "trans", "tri", "ultra", "un",     "under", "uni",
});
static_assert(std::ranges::is_sorted(joined_prefixes));

// Nouns of action that news spells with a hyphen. Cut at it, "a sit-in" would be a verb and a preposition.
constexpr std::array joined_nouns = std::to_array<std::string_view>(
    {"bail-out", "break-in",  "build-up",  "buy-out",   "call-up",  "cease-fire", "clamp-down", "crack-down",
     "die-in",   "draw-down", "go-slow",   "hand-over", "lay-off",  "lock-down",  "lock-out",   "pull-back",
     "pull-out", "roll-out",  "round-up",  "run-off",   "sell-off", "shake-up",   "shoot-out",  "show-down",
     "sit-in",   "spin-off",  "stand-off", "take-over", "walk-out"});
static_assert(std::ranges::is_sorted(joined_nouns));

} // namespace

bool is_joined_prefix(std::string_view part) {
    return std::ranges::binary_search(joined_prefixes, LowerWord(part).view());
}

bool is_joined_noun(std::string_view word) {
    const LowerWord lower(word);
    const std::string_view noun = lower.view();
    return std::ranges::binary_search(joined_nouns, noun.substr(0, noun.size() - (noun.ends_with('s') ? 1 : 0)));
}

} // namespace fasti::language
