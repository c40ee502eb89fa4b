// See annotation.hpp.
#include "exporters/annotation.hpp"

#include "core/utf8.hpp"
#include "exporters/json_writer.hpp"

namespace fasti::exporters {
namespace {

std::string actor_label(ActorId id) {
    return "a" + std::to_string(id.value + 1);
}

std::string event_label(EventId id) {
    return "e" + std::to_string(id.value + 1);
}

class AnnotationWriter {
public:
    AnnotationWriter(const Annotation& annotation, std::ostream& out)
        : a_(annotation), points_(annotation.article.text), json_(out) {}

    void write(const AnnotationParts& parts) {
        const Article& article = a_.article;
        json_.object().member("id", article.id).key("published");
        if (article.published) {
            json_.value(iso_moment(article.published->moment, article.published->granularity));
        } else {
            json_.null();
        }
        json_.member("published_from", to_string(article.published_from));
        json_.key("title").text_or_null(article.title);
        optional_text("url", article.url);
        optional_text("source", article.source);
        optional_text("language", article.language);
        optional_text("duplicate_of", article.duplicate_of);
        json_.member("text", article.text);
        write_sentences();
        write_furniture();
        if (parts.timexes) {
            write_timexes();
        }
        if (parts.actors) {
            write_actors();
        }
        if (parts.events) {
            write_events();
            write_orders();
        }
        write_diagnostics();
        json_.end_object().end_line();
    }

private:
    void optional_text(std::string_view key, std::string_view text) {
        if (!text.empty()) {
            json_.member(key, text);
        }
    }

    void offsets(Span bytes) {
        const Span chars = points_(bytes);
        json_.member("begin", chars.begin).member("end", chars.end);
    }

    void write_sentences() {
        json_.key("sentences").array();
        for (const Sentence& sentence : a_.document.sentences) {
            json_.value(points_(sentence.span));
        }
        json_.end_array();
    }

    void write_furniture() {
        json_.key("furniture").array();
        for (const Furniture& piece : a_.article.furniture) {
            const Span chars = points_(piece.span);
            json_.array().value(chars.begin).value(chars.end).value(to_string(piece.kind)).end_array();
        }
        json_.end_array();
    }

    void write_timexes() {
        json_.key("timexes").array();
        for (const Timex& timex : a_.timexes) {
            const TimeValue& time = timex.time;
            json_.object();
            offsets(timex.span);
            json_.member("text", surface(a_.article.text, timex.span));
            json_.member("type", to_string(time.type)).key("value").text_or_null(time.value);
            json_.key("mod").text_or_null(to_string(time.mod));
            json_.key("from").bound(time.interval.from, time.granularity);
            json_.key("to").bound(time.interval.to, time.granularity);
            json_.member("granularity", to_string(time.granularity)).member("certainty", to_string(time.certainty));
            json_.key("alternatives").strings(time.alternatives);
            optional_text("quant", time.quantity);
            optional_text("freq", time.frequency);
            json_.key("anchor").text_or_null(timex.anchor);
            json_.member("rule", timex.rule).end_object();
        }
        json_.end_array();
    }

    void write_actors() {
        json_.key("actors").array();
        for (std::uint32_t i = 0; i < a_.extraction.actors.size(); ++i) {
            const Actor& actor = a_.extraction.actors[i];
            json_.object().member("id", actor_label({i}));
            json_.member("name", actor.name).member("type", to_string(actor.type));
            json_.key("roles").strings(actor.roles);
            json_.key("aliases").strings(actor.aliases);
            json_.key("country").text_or_null(actor.country);
            json_.key("mentions").array();
            for (const Mention& mention : actor.mentions) {
                json_.object();
                offsets(mention.span);
                json_.member("kind", to_string(mention.kind)).end_object();
            }
            json_.end_array().end_object();
        }
        json_.end_array();
    }

    void write_time(const EventTime& time) {
        json_.key("time").object();
        json_.key("from").bound(time.interval.from, time.granularity);
        json_.key("to").bound(time.interval.to, time.granularity);
        json_.member("granularity", to_string(time.granularity)).member("timex", time.timex);
        json_.member("certainty", to_string(time.certainty));
        json_.key("mod").text_or_null(to_string(time.mod));
        json_.member("reason", to_string(time.reason)).end_object();
    }

    void write_actor_id(std::string_view key, ActorId actor) {
        json_.key(key).text_or_null(actor.valid() ? actor_label(actor) : std::string{});
    }

    void write_participant(const Participant& participant) {
        json_.object().member("role", to_string(participant.role));
        json_.key("prep").text_or_null(surface(a_.article.text, participant.preposition));
        offsets(participant.span);
        json_.member("head", points_(participant.head));
        write_actor_id("actor", participant.actor);
        json_.end_object();
    }

    void write_event(std::uint32_t index, const Event& event) {
        json_.object().member("id", event_label({index}));
        offsets(event.trigger);
        json_.member("trigger", surface(a_.article.text, event.trigger)).member("lemma", event.lemma);
        json_.member("class", to_string(event.event_class)).key("type").text_or_null(to_string(event.type));
        json_.member("intensity", event.intensity);
        json_.member("predicate", points_(event.predicate));
        json_.member("factuality", to_string(event.factuality)).member("polarity", to_string(event.polarity));
        json_.member("tense", to_string(event.tense)).member("aspect", to_string(event.aspect));
        write_time(event.time);
        json_.member("sentence", event.sentence);
        write_actor_id("attributed_to", event.attributed_to);
        json_.key("attributed_by")
            .text_or_null(event.attributed_by.valid() ? event_label(event.attributed_by) : std::string{});
        json_.member("report", event.report).member("headline", event.headline);
        json_.key("participants").array();
        for (const Participant& participant : event.participants) {
            if (!participant.span.empty()) {
                write_participant(participant);
            }
        }
        json_.end_array().end_object();
    }

    void write_events() {
        json_.key("events").array();
        for (std::uint32_t i = 0; i < a_.extraction.events.size(); ++i) {
            write_event(i, a_.extraction.events[i]);
        }
        json_.end_array();
    }

    void write_orders() {
        json_.key("orders").array();
        for (const EventOrder& order : a_.extraction.orders) {
            json_.array().value(event_label(order.first)).value("before").value(event_label(order.second)).end_array();
        }
        json_.end_array();
    }

    void write_diagnostics() {
        json_.key("diagnostics").array();
        for (const Diagnostic& diagnostic : a_.diagnostics) {
            json_.object().member("code", diagnostic.code).member("message", diagnostic.message);
            json_.member("line", diagnostic.line).member("byte", diagnostic.byte).end_object();
        }
        json_.end_array();
    }

    const Annotation& a_;
    utf8::CodePoints points_;
    JsonWriter json_;
};

} // namespace

void write_annotation(const Annotation& annotation, const AnnotationParts& parts, std::ostream& out) {
    AnnotationWriter(annotation, out).write(parts);
}

} // namespace fasti::exporters
