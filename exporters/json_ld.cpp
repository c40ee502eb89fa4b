// See json_ld.hpp.
#include "exporters/json_ld.hpp"

#include "exporters/json_writer.hpp"
#include "exporters/statements.hpp"

#include <algorithm>

namespace fasti::exporters {
namespace {

void write_object(JsonWriter& json, const RdfObject& object) {
    switch (object.kind) {
    case RdfObject::Kind::resource:
    case RdfObject::Kind::address:
        json.object().member("@id", object.value).end_object();
        return;
    case RdfObject::Kind::date:
        json.object().member("@type", "xsd:date").member("@value", object.value).end_object();
        return;
    case RdfObject::Kind::number:
        json.object().member("@type", "xsd:double").member("@value", object.value).end_object();
        return;
    case RdfObject::Kind::text:
        json.value(object.value);
        return;
    }
}

// Statements of one predicate stand together already; JSON wants them in one array.
void write_subject(JsonWriter& json, const RdfSubject& subject) {
    json.object().member("@id", subject.id);
    std::vector<std::string_view> done;
    for (const RdfStatement& statement : subject.statements) {
        if (std::find(done.begin(), done.end(), statement.predicate) != done.end()) {
            continue;
        }
        done.push_back(statement.predicate);
        json.key(statement.predicate == "a" ? "@type" : statement.predicate).array();
        for (const RdfStatement& other : subject.statements) {
            if (other.predicate != statement.predicate) {
                continue;
            }
            if (statement.predicate == "a") {
                json.value(other.object.value);
            } else {
                write_object(json, other.object);
            }
        }
        json.end_array();
    }
    json.end_object();
}

} // namespace

void write_json_ld(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    JsonWriter json(out);
    json.object().key("@context").object();
    for (const Prefix& prefix : rdf_prefixes()) {
        json.key(prefix.name).object().member("@id", prefix.address).member("@prefix", true).end_object();
    }
    json.end_object().key("@graph").array();
    for (const RdfSubject& subject : make_statements(view)) {
        write_subject(json, subject);
    }
    json.end_array().end_object().end_line();
}

} // namespace fasti::exporters
