// See xml_writer.hpp.
#include "exporters/xml_writer.hpp"

#include "core/utf8.hpp"

#include <cassert>

namespace fasti::exporters {
namespace {

constexpr std::size_t flush_at = 1 << 16;

bool legal(char32_t c) { // XML 1.0, production 2
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           c >= 0x10000;
}

} // namespace

XmlWriter::XmlWriter(std::ostream& out, Layout layout) : out_(out), layout_(layout) {
    buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

XmlWriter::~XmlWriter() {
    while (!open_.empty()) {
        close();
    }
    flush();
}

XmlWriter& XmlWriter::open(std::string_view name) {
    end_start_tag();
    if (!open_.empty()) {
        open_.back().has_elements = true;
    }
    new_line();
    buffer_ += '<';
    buffer_ += name;
    open_.push_back({std::string(name)});
    in_start_tag_ = true;
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    assert(in_start_tag_);
    buffer_ += ' ';
    buffer_ += name;
    buffer_ += "=\"";
    append_escaped(value, true);
    buffer_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
    if (text.empty()) {
        return *this;
    }
    end_start_tag();
    open_.back().has_text = true;
    append_escaped(text, false);
    return *this;
}

XmlWriter& XmlWriter::close() {
    assert(!open_.empty());
    const Open closed = std::move(open_.back());
    open_.pop_back();
    if (in_start_tag_) {
        buffer_ += "/>";
        in_start_tag_ = false;
    } else {
        if (closed.has_elements && !closed.has_text) {
            new_line();
        }
        buffer_ += "</";
        buffer_ += closed.name;
        buffer_ += '>';
    }
    if (open_.empty()) {
        buffer_ += '\n';
    }
    if (buffer_.size() > flush_at) {
        flush();
    }
    return *this;
}

XmlWriter& XmlWriter::layout(Layout layout) {
    end_start_tag();
    layout_ = layout;
    return *this;
}

void XmlWriter::flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

void XmlWriter::end_start_tag() {
    if (in_start_tag_) {
        buffer_ += '>';
        in_start_tag_ = false;
    }
}

void XmlWriter::new_line() {
    if (layout_ == Layout::indented && !open_.empty()) {
        buffer_ += '\n';
        buffer_.append(2 * open_.size(), ' ');
    }
}

void XmlWriter::append_escaped(std::string_view text, bool in_attribute) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = utf8::decode(text, i);
        switch (c) {
        case '&':
            buffer_ += "&amp;";
            break;
        case '<':
            buffer_ += "&lt;";
            break;
        case '>': // only "]]>" must be, but nobody is surprised by this
            buffer_ += "&gt;";
            break;
        case '"':
            buffer_ += in_attribute ? "&quot;" : "\"";
            break;
        case '\n':
        case '\t':
            // An attribute's line breaks and tabs would be read back as blanks.
            buffer_ += !in_attribute ? std::string(1, static_cast<char>(c)) : c == '\n' ? "&#10;" : "&#9;";
            break;
        case '\r':
            buffer_ += "&#13;";
            break;
        default:
            if (legal(c)) {
                buffer_ += text.substr(begin, i - begin);
            }
        }
    }
}

std::string xml_legal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (legal(utf8::decode(text, i))) {
            out += text.substr(begin, i - begin);
        }
    }
    return out;
}

} // namespace fasti::exporters
