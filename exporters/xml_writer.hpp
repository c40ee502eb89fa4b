// XML as Fasti prints it: UTF-8, declared as such, characters that XML 1.0 forbids left out,
// everything else escaped where it must be. Checks that elements are closed in order.
//
//   XmlWriter xml(out);
//   xml.open("node").attribute("id", "n1").open("data").text("a < b").close().close();
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::exporters {

class XmlWriter {
public:
    enum class Layout { indented, inline_text }; ///< inline_text adds no blanks: for mixed content

    explicit XmlWriter(std::ostream& out, Layout layout = Layout::indented);
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;
    ~XmlWriter(); ///< closes what is open and flushes

    XmlWriter& open(std::string_view name);
    /// Only directly behind open() or another attribute.
    XmlWriter& attribute(std::string_view name, std::string_view value);
    XmlWriter& text(std::string_view text);
    XmlWriter& close();
    /// open(name), text(content), close().
    XmlWriter& element(std::string_view name, std::string_view content) { return open(name).text(content).close(); }
    /// Switches the blanks between elements on or off from here.
    XmlWriter& layout(Layout layout);
    void flush();

private:
    struct Open {
        std::string name;
        bool has_elements = false;
        bool has_text = false;
    };

    void end_start_tag();
    void new_line();
    void append_escaped(std::string_view text, bool in_attribute);

    std::ostream& out_;
    std::string buffer_;
    std::vector<Open> open_;
    Layout layout_;
    bool in_start_tag_ = false;
};

/// `text` without the characters that XML 1.0 forbids even escaped (controls, U+FFFE, U+FFFF).
[[nodiscard]] std::string xml_legal(std::string_view text);

} // namespace fasti::exporters
