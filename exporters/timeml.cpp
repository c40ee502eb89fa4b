// See timeml.hpp.
#include "exporters/timeml.hpp"

#include "exporters/xml_writer.hpp"

#include <string>

namespace fasti::exporters {
namespace {

void optional_attribute(XmlWriter& xml, std::string_view name, std::string_view value) {
    if (!value.empty()) {
        xml.attribute(name, value);
    }
}

void write_creation_time(XmlWriter& xml, const Article& article) {
    xml.open("DCT");
    if (article.published) {
        const std::string value = iso_moment(article.published->moment, article.published->granularity);
        xml.open("TIMEX3").attribute("tid", "t0").attribute("type", value.size() > 10 ? "TIME" : "DATE");
        xml.attribute("value", value).attribute("temporalFunction", "false");
        xml.attribute("functionInDocument", "CREATION_TIME").text(value).close();
    }
    xml.close();
}

void write_timex(XmlWriter& xml, std::string_view text, const Timex& timex, std::size_t number) {
    const TimeValue& time = timex.time;
    xml.open("TIMEX3").attribute("tid", "t" + std::to_string(number)).attribute("type", to_string(time.type));
    xml.attribute("value", time.value);
    optional_attribute(xml, "mod", to_string(time.mod));
    optional_attribute(xml, "quant", time.quantity);
    optional_attribute(xml, "freq", time.frequency);
    if (timex.anchor == "published") {
        xml.attribute("temporalFunction", "true").attribute("anchorTimeID", "t0");
    } else if (timex.anchor.starts_with("timex:")) {
        const std::size_t anchor = static_cast<std::size_t>(std::stoul(timex.anchor.substr(6))) + 1;
        xml.attribute("temporalFunction", "true").attribute("anchorTimeID", "t" + std::to_string(anchor));
    }
    xml.text(surface(text, timex.span)).close();
}

} // namespace

void write_timeml(const Article& article, std::span<const Timex> timexes, std::ostream& out) {
    XmlWriter xml(out);
    xml.open("TimeML").attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.attribute("xsi:noNamespaceSchemaLocation", "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd");
    xml.element("DOCID", article.id);
    xml.layout(XmlWriter::Layout::inline_text);
    write_creation_time(xml, article);
    xml.element("TITLE", article.title);
    const std::string_view text = article.text;
    xml.open("TEXT");
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < timexes.size(); ++i) {
        const Span span = timexes[i].span;
        if (span.begin < at) {
            continue; // nested expressions have no place in TIMEX3
        }
        xml.text(text.substr(at, span.begin - at));
        write_timex(xml, text, timexes[i], i + 1);
        at = span.end;
    }
    xml.text(text.substr(at)).close();
}

} // namespace fasti::exporters
