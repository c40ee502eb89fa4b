// See evidence_json.hpp.
#include "exporters/evidence_json.hpp"

namespace fasti::exporters {

void write_evidence(JsonWriter& json, const graph::GraphView& view, const graph::Evidence& evidence) {
    static const graph::ArticleNode unknown;
    const graph::ArticleNode& article =
        evidence.article < view.articles.size() ? view.articles[evidence.article] : unknown;
    json.object().member("article", article.id);
    json.key("title").text_or_null(article.title).key("source").text_or_null(article.source);
    json.key("published").text_or_null(article.published).key("url").text_or_null(article.url);
    json.member("begin", evidence.trigger.begin).member("end", evidence.trigger.end);
    json.member("sentence", evidence.sentence).member("factuality", to_string(evidence.factuality));
    json.key("attributed_to").text_or_null(evidence.attributed_to).end_object();
}

void write_evidence_list(JsonWriter& json, const graph::GraphView& view, const graph::EventNode& event) {
    json.array();
    for (const graph::Evidence& evidence : event.evidence) {
        write_evidence(json, view, evidence);
    }
    json.end_array();
}

} // namespace fasti::exporters
