// A story as RDF statements: what Turtle and JSON-LD both write. Events are sem:Event, actors
// sem:Actor and a class of schema.org, articles schema:NewsArticle; every event is derived
// (prov:wasDerivedFrom) from the articles that report it.
#pragma once

#include "graph/view.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::exporters {

struct Prefix {
    std::string_view name;
    std::string_view address;
};
/// Those that the statements use, and `f:` for the story's own things.
[[nodiscard]] std::span<const Prefix> rdf_prefixes();

struct RdfObject {
    enum class Kind { resource, text, date, address, number } kind = Kind::text;
    std::string value; ///< "f:actor-x", the text, "2021-10-20", an http address, "4.5"
};
struct RdfStatement {
    std::string_view predicate; ///< "sem:hasActor"; "a" for the type
    RdfObject object;
};
struct RdfSubject {
    std::string id; ///< "f:event-…"
    std::vector<RdfStatement> statements;
};

/// Articles, actors, events, relations, in the view's order.
[[nodiscard]] std::vector<RdfSubject> make_statements(const graph::GraphView& view);

} // namespace fasti::exporters
