// See encoding.hpp. uchardet guesses only where nobody says; iconv is the C library's.
#include "ingest/encoding.hpp"

#include "core/utf8.hpp"
#include "ingest/lines.hpp"

#include <iconv.h>
#include <uchardet.h>

#include <array>
#include <cerrno>

namespace fasti::ingest {
namespace {

constexpr std::size_t declared_within = 2048; // bytes, twice what the HTML standard asks for

// The value of "charset=" in the page's head; empty when it says nothing.
std::string_view declared_charset(std::string_view page) {
    const std::string_view head = page.substr(0, declared_within);
    for (std::size_t at = 0; at + 8 < head.size(); ++at) {
        if (!starts_ignoring_case(head.substr(at), "charset")) {
            continue;
        }
        std::string_view rest = trimmed(head.substr(at + 7));
        if (!rest.starts_with('=')) {
            continue;
        }
        rest = trimmed(rest.substr(1));
        while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
            rest.remove_prefix(1);
        }
        return rest.substr(0, rest.find_first_of("\"' ;>/\t\r\n"));
    }
    return {};
}

// Labels of the web mean their Windows supersets (WHATWG Encoding Standard, section 4.2).
std::string encoding_of_label(std::string_view label) {
    std::string name = ascii_lowered(trimmed(label));
    if (name == "utf8" || name == "utf-8") {
        return "UTF-8";
    }
    if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii" ||
        name == "cp1252") {
        return "WINDOWS-1252";
    }
    if (name == "gb2312" || name == "gbk" || name == "x-gbk") {
        return "GB18030";
    }
    if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "x-sjis") {
        return "CP932";
    }
    if (name == "iso-8859-9") {
        return "WINDOWS-1254";
    }
    if (name == "ks_c_5601-1987" || name == "euc-kr") {
        return "CP949";
    }
    const bool plain = !name.empty() && name.size() < 32 && std::all_of(name.begin(), name.end(), [](char c) {
        return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_';
    });
    return plain ? name : std::string{};
}

bool is_known(const std::string& encoding) {
    const iconv_t handle = iconv_open("UTF-8", encoding.c_str());
    if (handle == reinterpret_cast<iconv_t>(-1)) {
        return false;
    }
    iconv_close(handle);
    return true;
}

std::string guessed(std::string_view bytes) {
    constexpr std::size_t enough = 64 * 1024;
    const uchardet_t detector = uchardet_new();
    std::string name;
    if (uchardet_handle_data(detector, bytes.data(), std::min(bytes.size(), enough)) == 0) {
        uchardet_data_end(detector);
        name = encoding_of_label(uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
    return name.empty() ? "WINDOWS-1252" : name;
}

} // namespace

std::string detect_encoding(std::string_view page, std::string_view header) {
    if (page.starts_with("\xEF\xBB\xBF")) {
        return "UTF-8";
    }
    if (page.starts_with("\xFF\xFE")) {
        return "UTF-16LE";
    }
    if (page.starts_with("\xFE\xFF")) {
        return "UTF-16BE";
    }
    // Well-formed UTF-8 beyond ASCII is UTF-8, whatever the page says of itself.
    if (utf8::valid(page)) {
        return "UTF-8";
    }
    for (const std::string_view label : {header, declared_charset(page)}) {
        const std::string name = encoding_of_label(label);
        if (name == "UTF-8" || name.starts_with("utf-16")) { // a few bad bytes, or a wrong word
            utf8::Repaired repaired = utf8::repair(page);
            if (name == "UTF-8" && repaired.invalid_bytes * 1000 < page.size()) {
                return name;
            }
        } else if (!name.empty() && is_known(name)) {
            return name;
        }
    }
    return guessed(page);
}

std::string decoded(std::string_view bytes, const std::string& encoding) {
    if (encoding == "UTF-8") {
        return std::string(bytes);
    }
    const iconv_t handle = iconv_open("UTF-8", encoding.c_str());
    if (handle == reinterpret_cast<iconv_t>(-1)) {
        return std::string(bytes);
    }
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    std::array<char, 16 * 1024> block;
    std::string in(bytes); // iconv takes its input as char*
    char* from = in.data();
    std::size_t left = in.size();
    while (left > 0) {
        char* to = block.data();
        std::size_t room = block.size();
        const std::size_t result = iconv(handle, &from, &left, &to, &room);
        out.append(block.data(), block.size() - room);
        if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
            utf8::append(out, 0xFFFD);
            if (left > 0) {
                ++from;
                --left;
            }
            iconv(handle, nullptr, nullptr, nullptr, nullptr);
        }
    }
    iconv_close(handle);
    return out;
}

} // namespace fasti::ingest
