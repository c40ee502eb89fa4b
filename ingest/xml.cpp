// See xml.hpp. Entities stay unexpanded and the net is off, so no document can reach a file or grow by itself.
#include "ingest/xml.hpp"

#include <libxml/xmlreader.h>

namespace fasti::ingest {
namespace {

int read_some(void* context, char* buffer, int length) {
    return static_cast<int>(static_cast<ByteSource*>(context)->read({buffer, static_cast<std::size_t>(length)}));
}

void say_nothing(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

} // namespace

void XmlReader::Free::operator()(_xmlTextReader* reader) const {
    xmlFreeTextReader(reader);
}

XmlReader::XmlReader(ByteSource& bytes)
    : reader_(xmlReaderForIO(read_some, nullptr, &bytes, nullptr, nullptr,
                             XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_NOERROR | XML_PARSE_NOCDATA)) {
    if (reader_) {
        xmlTextReaderSetErrorHandler(reader_.get(), say_nothing, nullptr);
    }
}

XmlReader::Event XmlReader::next() {
    if (end_follows_) {
        end_follows_ = false;
        return Event::end;
    }
    while (reader_) {
        const int status = xmlTextReaderRead(reader_.get());
        if (status != 1) {
            return status == 0 ? Event::finished : Event::broken;
        }
        switch (xmlTextReaderNodeType(reader_.get())) {
        case XML_READER_TYPE_ELEMENT:
            end_follows_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
            return Event::begin;
        case XML_READER_TYPE_END_ELEMENT:
            return Event::end;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return Event::text;
        default:
            break;
        }
    }
    return Event::broken;
}

std::string_view XmlReader::name() const {
    return view_of(xmlTextReaderConstLocalName(reader_.get()));
}
std::string_view XmlReader::prefix() const {
    return view_of(xmlTextReaderConstPrefix(reader_.get()));
}
std::string_view XmlReader::text() const {
    return view_of(xmlTextReaderConstValue(reader_.get()));
}
std::string XmlReader::attribute(const char* name) const {
    xmlChar* value = xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name));
    std::string out(view_of(value));
    xmlFree(value);
    return out;
}
std::string XmlReader::inner_markup() const {
    xmlChar* value = xmlTextReaderReadInnerXml(reader_.get());
    std::string out(view_of(value));
    xmlFree(value);
    return out;
}
std::uint64_t XmlReader::line() const {
    const int line = reader_ ? xmlTextReaderGetParserLineNumber(reader_.get()) : 1;
    return static_cast<std::uint64_t>(line > 0 ? line : 1);
}

} // namespace fasti::ingest
