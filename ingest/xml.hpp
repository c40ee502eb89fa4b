// Pull parsing of XML without entities, network or deep nesting. Home of libxml2, together with xml.cpp.
#pragma once

#include "ingest/byte_source.hpp"

#include <memory>
#include <string>
#include <string_view>

struct _xmlTextReader;

namespace fasti::ingest {

class XmlReader {
public:
    explicit XmlReader(ByteSource& bytes);

    enum class Event : unsigned char { begin, end, text, finished, broken };
    /// The next event. An empty element gives its end, too. After `finished` or `broken` nothing comes.
    [[nodiscard]] Event next();

    [[nodiscard]] std::string_view name() const;   ///< of the element, without prefix
    [[nodiscard]] std::string_view prefix() const; ///< "dc", "content"; empty without one
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::string attribute(const char* name) const; ///< with its prefix; empty when absent
    [[nodiscard]] std::string inner_markup() const;              ///< of the element that just began
    [[nodiscard]] std::uint64_t line() const;

private:
    struct Free {
        void operator()(_xmlTextReader* reader) const;
    };
    std::unique_ptr<_xmlTextReader, Free> reader_;
    bool end_follows_ = false;
};

} // namespace fasti::ingest
