// See stray_ampersands.hpp.
#include "ingest/stray_ampersands.hpp"

#include "ingest/lines.hpp"

#include <algorithm>

namespace fasti::ingest {
namespace {

constexpr std::size_t block = 16 * 1024;
constexpr std::size_t longest_mark = 12; // "<![CDATA[", "&#x10FFFF;"

// "&amp;", "&#8211;", "&#x2013;" at the beginning of `text`.
bool is_reference(std::string_view text) {
    for (const std::string_view name : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
        if (text.starts_with(name)) {
            return true;
        }
    }
    if (!text.starts_with("&#")) {
        return false;
    }
    const bool hex = text.substr(2).starts_with('x');
    std::size_t at = hex ? 3 : 2;
    const std::size_t begin = at;
    while (at < text.size() &&
           (is_digit(text[at]) || (hex && ascii_lower(text[at]) >= 'a' && ascii_lower(text[at]) <= 'f'))) {
        ++at;
    }
    return at > begin && at < text.size() && text[at] == ';';
}

} // namespace

std::ptrdiff_t StrayAmpersands::read(std::span<char> into) {
    if (given_ == out_.size()) {
        mend_block();
    }
    const std::size_t n = std::min(into.size(), out_.size() - given_);
    std::copy_n(out_.begin() + static_cast<std::ptrdiff_t>(given_), n, into.begin());
    given_ += n;
    return bytes_.failed() && n == 0 ? -1 : static_cast<std::ptrdiff_t>(n);
}

void StrayAmpersands::mend_block() {
    out_.clear();
    given_ = 0;
    const std::string_view head = bytes_.peek(block);
    // What begins near the end of the block is looked at with the next one.
    const std::size_t end = head.size() < block ? head.size() : head.size() - longest_mark;
    std::size_t at = 0;
    while (at < end) {
        const std::string_view rest = head.substr(at);
        if (verbatim_) {
            const std::size_t close = rest.find("]]>");
            if (close != std::string_view::npos && close + 3 > end - at && close < end - at) {
                out_.append(rest.substr(0, close)); // the mark waits for the next block
                at += close;
                break;
            }
            verbatim_ = close == std::string_view::npos || close >= end - at;
            const std::size_t n = verbatim_ ? end - at : close + 3;
            out_.append(rest.substr(0, n));
            at += n;
            continue;
        }
        const std::size_t n = std::min(rest.find_first_of("&<"), end - at);
        out_.append(rest.substr(0, n));
        at += n;
        if (n == rest.size() || at >= end) {
            continue;
        }
        const std::string_view mark = head.substr(at);
        if (mark.starts_with("<![CDATA[")) {
            verbatim_ = true;
            out_.append("<![CDATA[");
            at += 9;
        } else {
            out_ += mark.front();
            out_.append(mark.front() == '&' && !is_reference(mark) ? "amp;" : "");
            ++at;
        }
    }
    bytes_.skip(at);
}

} // namespace fasti::ingest
