// See turtle.hpp.
#include "exporters/turtle.hpp"

#include "exporters/statements.hpp"

#include <fmt/format.h>

namespace fasti::exporters {
namespace {

std::string quoted(std::string_view text) { // RDF 1.1 Turtle, STRING_LITERAL_QUOTE
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
            } else {
                out += c;
            }
        }
    }
    return out + '"';
}

// A prefixed name may not hold the dots that an id may end with, so ids are written in full.
std::string resource(const std::string& id) {
    for (const Prefix& prefix : rdf_prefixes()) {
        if (prefix.name == "f" && id.starts_with("f:")) {
            return "<" + std::string(prefix.address) + id.substr(2) + ">";
        }
    }
    return id;
}

std::string object(const RdfObject& object) {
    switch (object.kind) {
    case RdfObject::Kind::resource:
        return resource(object.value);
    case RdfObject::Kind::address:
        return "<" + object.value + ">";
    case RdfObject::Kind::date:
        return quoted(object.value) + "^^xsd:date";
    case RdfObject::Kind::number:
        return quoted(object.value) + "^^xsd:double";
    case RdfObject::Kind::text:
        break;
    }
    return quoted(object.value);
}

} // namespace

void write_turtle(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    for (const Prefix& prefix : rdf_prefixes()) {
        out << "@prefix " << prefix.name << ": <" << prefix.address << "> .\n";
    }
    for (const RdfSubject& subject : make_statements(view)) {
        out << '\n' << resource(subject.id);
        bool first = true;
        for (const RdfStatement& statement : subject.statements) {
            out << (first ? "\n    " : " ;\n    ") << statement.predicate << ' ' << object(statement.object);
            first = false;
        }
        out << " .\n";
    }
}

} // namespace fasti::exporters
