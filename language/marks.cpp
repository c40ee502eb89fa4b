// See marks.hpp.
#include "language/marks.hpp"

#include "language/characters.hpp"

namespace fasti::language {

std::size_t run_end(std::string_view text, std::size_t at, std::string_view marks) {
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos) {
        ++at;
    }
    return at;
}

std::size_t ellipsis_end(std::string_view text, std::size_t at) {
    while (text.substr(at, 3) == "…") {
        at += 3;
    }
    return at;
}

std::size_t emoji_end(std::string_view text, std::size_t at) {
    Char c = char_at(text, at);
    const bool flag = c.code >= 0x1F1E6 && c.code <= 0x1F1FF;
    at += c.length;
    for (bool joined = false;; at += c.length) {
        c = char_at(text, at);
        const bool modifier = c.code == 0x200D || c.code == 0xFE0F || (c.code >= 0x1F3FB && c.code <= 0x1F3FF);
        if (c.length == 0 || (!modifier && !(joined && c.kind == CharKind::symbol))) {
            break;
        }
        joined = c.code == 0x200D;
    }
    if (flag && c.code >= 0x1F1E6 && c.code <= 0x1F1FF) {
        at += c.length;
    }
    return at;
}

} // namespace fasti::language
