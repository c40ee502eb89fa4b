// Text from articles made harmless in HTML.
#pragma once

#include <string>
#include <string_view>

namespace fasti::exporters {

/// `text` with & < > " ' as entities; characters that HTML forbids are left out.
[[nodiscard]] inline std::string html_escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
                out += c;
            }
        }
    }
    return out;
}

/// The address when it is one that a page may link to (http, https), else nothing.
[[nodiscard]] inline std::string_view linkable(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://") ? url : std::string_view{};
}

} // namespace fasti::exporters
