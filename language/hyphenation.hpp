// Words with a hyphen that are one token; UD English cuts the others there.
#pragma once

#include <string_view>

namespace fasti::language {

/// Whether `part` is joined to the word behind its hyphen: the "non" of "non-proliferation". In any case of letters.
[[nodiscard]] bool is_joined_prefix(std::string_view part);
/// Whether `word`, in the singular or plural, is one noun of action: "sit-in", "cease-fires". In any case of letters.
[[nodiscard]] bool is_joined_noun(std::string_view word);

} // namespace fasti::language
