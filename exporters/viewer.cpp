// See viewer.hpp.
#include "exporters/viewer.hpp"

#include "core/stable_hash.hpp"
#include "exporters/html_escape.hpp"
#include "exporters/json_writer.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fasti::exporters {
namespace {

using graph::GraphView;

// Who hands the page its data: the file itself, and then nothing may be requested, or the server that it came from.
enum class PageKind : std::uint8_t { offline, served };

constexpr int format_version = 1;

// Days since 1970-01-01 (UTC), with a fraction for a time of day: five digits where seconds need ten.
void day_number(JsonWriter& json, const std::optional<Moment>& moment) {
    if (!moment) {
        json.null();
        return;
    }
    constexpr std::int64_t day_seconds = 86'400;
    const std::int64_t seconds = moment->time_since_epoch().count();
    if (seconds % day_seconds == 0) {
        json.value(seconds / day_seconds);
    } else {
        json.value(static_cast<double>(seconds) / day_seconds);
    }
}

double rounded(double number, double steps) {
    return std::round(number * steps) / steps;
}

// key: [ one value for each item ].
template <class Range, class Write>
void column(JsonWriter& json, std::string_view key, const Range& items, Write write) {
    json.key(key).array();
    for (const auto& item : items) {
        write(item);
    }
    json.end_array();
}

template <class Enum> int index_of(Enum value) {
    return static_cast<int>(value);
}

// The names behind the numbers of the enumerations, in their order, up to the last value.
template <class Enum> void names(JsonWriter& json, std::string_view key, Enum last) {
    json.key(key).array();
    for (int i = 0; i <= index_of(last); ++i) {
        json.value(to_string(static_cast<Enum>(i)));
    }
    json.end_array();
}

void write_legend(JsonWriter& json, const std::vector<std::string_view>& relations) {
    json.key("legend").object();
    names(json, "actor_type", ActorType::other);
    names(json, "event_type", PloverType::investigate);
    json.key("goldstein").array();
    for (int i = 0; i <= index_of(PloverType::investigate); ++i) {
        json.value(goldstein(static_cast<PloverType>(i)));
    }
    json.end_array();
    names(json, "event_class", EventClass::state);
    names(json, "factuality", Factuality::hypothetical);
    names(json, "granularity", Granularity::century);
    names(json, "certainty", Certainty::unresolved);
    names(json, "modifier", Modifier::approx);
    names(json, "reason", AnchorReason::decision);
    names(json, "role", Role::other);
    json.key("relation").strings(relations);
    json.end_object();
}

void write_articles(JsonWriter& json, const GraphView& view) {
    json.key("articles").object();
    column(json, "id", view.articles, [&](const auto& a) { json.value(a.id); });
    column(json, "title", view.articles, [&](const auto& a) { json.value(a.title); });
    column(json, "source", view.articles, [&](const auto& a) { json.value(a.source); });
    column(json, "url", view.articles, [&](const auto& a) { json.value(linkable(a.url)); });
    column(json, "published", view.articles, [&](const auto& a) { json.value(a.published); });
    json.end_object();
}

void write_actors(JsonWriter& json, const GraphView& view, std::span<const Point> positions) {
    json.key("actors").object();
    column(json, "id", view.actors, [&](const auto& a) { json.value(a.id); });
    column(json, "name", view.actors, [&](const auto& a) { json.value(a.name); });
    column(json, "type", view.actors, [&](const auto& a) { json.value(index_of(a.type)); });
    column(json, "rank", view.actors, [&](const auto& a) { json.value(rounded(a.rank, 1e6)); });
    column(json, "community", view.actors, [&](const auto& a) { json.value(a.community); });
    column(json, "mentions", view.actors, [&](const auto& a) { json.value(a.mentions); });
    column(json, "articles", view.actors, [&](const auto& a) { json.value(a.articles); });
    column(json, "events", view.actors, [&](const auto& a) { json.value(a.events); });
    column(json, "country", view.actors, [&](const auto& a) { json.value(a.country); });
    column(json, "x", positions, [&](const Point& p) { json.value(rounded(p.x, 10)); });
    column(json, "y", positions, [&](const Point& p) { json.value(rounded(p.y, 10)); });
    column(json, "aliases", view.actors, [&](const auto& a) { json.strings(a.aliases); });
    column(json, "roles", view.actors, [&](const auto& a) {
        json.array();
        for (const auto& role : a.roles) {
            json.array().value(role.role);
            day_number(json, role.held.from);
            day_number(json, role.held.to);
            json.end_array();
        }
        json.end_array();
    });
    json.end_object();
}

void actor_index(JsonWriter& json, std::uint32_t actor) {
    json.value(actor == graph::none ? std::int64_t{-1} : std::int64_t{actor});
}

// `write` for each item of the list `member` of each event, in order.
template <class Member, class Write>
void flat_column(JsonWriter& json, std::string_view key, const GraphView& view, Member member, Write write) {
    json.key(key).array();
    for (const auto& event : view.events) {
        for (const auto& item : event.*member) {
            write(item);
        }
    }
    json.end_array();
}

void write_events(JsonWriter& json, const GraphView& view) {
    using Node = graph::EventNode;
    json.key("events").object();
    column(json, "id", view.events, [&](const Node& e) { json.value(e.id); });
    column(json, "headline", view.events, [&](const Node& e) { json.value(e.headline); });
    column(json, "from", view.events, [&](const Node& e) { day_number(json, e.when.from); });
    column(json, "to", view.events, [&](const Node& e) { day_number(json, e.when.to); });
    column(json, "type", view.events, [&](const Node& e) { json.value(index_of(e.type)); });
    column(json, "class", view.events, [&](const Node& e) { json.value(index_of(e.event_class)); });
    column(json, "factuality", view.events, [&](const Node& e) { json.value(index_of(e.factuality)); });
    column(json, "granularity", view.events, [&](const Node& e) { json.value(index_of(e.granularity)); });
    column(json, "certainty", view.events, [&](const Node& e) { json.value(index_of(e.certainty)); });
    column(json, "modifier", view.events, [&](const Node& e) { json.value(index_of(e.mod)); });
    column(json, "reason", view.events, [&](const Node& e) { json.value(index_of(e.reason)); });
    column(json, "score", view.events, [&](const Node& e) { json.value(rounded(e.score, 100)); });
    column(json, "voices", view.events, [&](const Node& e) { json.value(e.voices); });
    column(json, "disputed", view.events, [&](const Node& e) { json.value(e.disputed ? 1 : 0); });
    column(json, "place", view.events, [&](const Node& e) { actor_index(json, e.place); });
    column(json, "participants", view.events, [&](const Node& e) { json.value(e.participants.size()); });
    flat_column(json, "participant_actor", view, &Node::participants,
                [&](const auto& p) { actor_index(json, p.actor); });
    flat_column(json, "participant_role", view, &Node::participants,
                [&](const auto& p) { json.value(index_of(p.role)); });
    json.end_object();
}

void write_relations(JsonWriter& json, const GraphView& view, const std::vector<std::uint32_t>& kinds) {
    json.key("relations").object();
    column(json, "source", view.relations, [&](const auto& r) { json.value(r.source); });
    column(json, "target", view.relations, [&](const auto& r) { json.value(r.target); });
    column(json, "relation", kinds, [&](std::uint32_t kind) { json.value(kind); });
    column(json, "directed", view.relations, [&](const auto& r) { json.value(r.directed ? 1 : 0); });
    column(json, "weight", view.relations, [&](const auto& r) { json.value(rounded(r.weight, 100)); });
    column(json, "goldstein", view.relations, [&](const auto& r) { json.value(rounded(r.goldstein, 100)); });
    column(json, "events", view.relations, [&](const auto& r) { json.value(r.events.size()); });
    json.key("event").array();
    for (const auto& relation : view.relations) {
        for (const std::uint32_t event : relation.events) {
            json.value(event);
        }
    }
    json.end_array();
    json.end_object();
}

void write_part(JsonWriter& json, const StoryPart& part) {
    json.key("part").object();
    json.key("from");
    day_number(json, part.period.from);
    json.key("to");
    day_number(json, part.period.to);
    json.member("complete", part.complete).end_object();
}

void write_overview(JsonWriter& json, const Overview& overview) {
    json.key("overview").object();
    json.member("first", overview.first).member("last", overview.last).member("days", overview.days_per_step);
    column(json, "step", overview.bars, [&](const OverviewBar& bar) { json.value(bar.step); });
    column(json, "type", overview.bars, [&](const OverviewBar& bar) { json.value(index_of(bar.type)); });
    column(json, "count", overview.bars, [&](const OverviewBar& bar) { json.value(bar.count); });
    json.end_object();
}

// What the page draws and links; without the words that only the panel shows.
void write_core_members(JsonWriter& json, const GraphView& view, std::span<const Point> positions) {
    std::vector<std::string_view> relation_names;
    std::vector<std::uint32_t> kinds;
    std::unordered_map<std::string_view, std::uint32_t> known;
    kinds.reserve(view.relations.size());
    for (const auto& relation : view.relations) {
        const auto [at, fresh] = known.try_emplace(relation.relation, static_cast<std::uint32_t>(known.size()));
        if (fresh) {
            relation_names.push_back(relation.relation);
        }
        kinds.push_back(at->second);
    }
    json.member("fasti_viewer", format_version).member("title", view.title);
    json.member("actors_in_story", view.actors_in_story).member("events_in_story", view.events_in_story);
    write_legend(json, relation_names);
    write_articles(json, view);
    write_actors(json, view, positions);
    write_events(json, view);
    write_relations(json, view, kinds);
    column(json, "timeline", view.timeline, [&](const auto& entry) { json.value(entry.event); });
}

struct SentenceTable {
    std::vector<const graph::Evidence*> rows; // the first evidence of each sentence
    std::vector<std::uint32_t> of_evidence;   // a row for each evidence, in the order of the events
};

SentenceTable gather_sentences(const GraphView& view) {
    SentenceTable table;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> known;
    for (const auto& event : view.events) {
        for (const auto& proof : event.evidence) {
            auto& same_hash =
                known[stable_hash(proof.sentence, (std::uint64_t{proof.article} << 32) | proof.sentence_span.begin)];
            const auto equal = [&](std::uint32_t row) {
                const graph::Evidence& other = *table.rows[row];
                return other.article == proof.article && other.sentence_span == proof.sentence_span &&
                       other.sentence == proof.sentence;
            };
            const auto found = std::find_if(same_hash.begin(), same_hash.end(), equal);
            if (found != same_hash.end()) {
                table.of_evidence.push_back(*found);
                continue;
            }
            same_hash.push_back(static_cast<std::uint32_t>(table.rows.size()));
            table.of_evidence.push_back(same_hash.back());
            table.rows.push_back(&proof);
        }
    }
    return table;
}

// The words behind the events: sentences, phrases, versions.
void write_texts(JsonWriter& json, const GraphView& view) {
    using Node = graph::EventNode;
    const SentenceTable sentences = gather_sentences(view);
    json.object();
    json.key("sentences").object();
    column(json, "article", sentences.rows, [&](const auto* s) { actor_index(json, s->article); });
    column(json, "text", sentences.rows, [&](const auto* s) { json.value(s->sentence); });
    json.end_object();

    json.key("evidence").object();
    column(json, "count", view.events, [&](const Node& e) { json.value(e.evidence.size()); });
    column(json, "sentence", sentences.of_evidence, [&](std::uint32_t row) { json.value(row); });
    flat_column(json, "begin", view, &Node::evidence, [&](const auto& p) {
        json.value(p.trigger.begin >= p.sentence_span.begin ? std::int64_t{p.trigger.begin - p.sentence_span.begin}
                                                            : -1);
    });
    flat_column(json, "length", view, &Node::evidence,
                [&](const auto& p) { json.value(p.trigger.empty() ? 0 : p.trigger.size()); });
    flat_column(json, "factuality", view, &Node::evidence, [&](const auto& p) { json.value(index_of(p.factuality)); });
    flat_column(json, "by", view, &Node::evidence, [&](const auto& p) { json.value(p.attributed_to); });
    json.end_object();

    column(json, "date_text", view.events, [&](const Node& e) { json.value(e.date_text); });
    flat_column(json, "participant_text", view, &Node::participants, [&](const auto& p) { json.value(p.text); });
    json.key("versions").object();
    column(json, "count", view.events, [&](const Node& e) { json.value(e.versions.size()); });
    flat_column(json, "attribute", view, &Node::versions, [&](const auto& v) { json.value(v.attribute); });
    flat_column(json, "value", view, &Node::versions, [&](const auto& v) { json.value(v.value); });
    flat_column(json, "articles", view, &Node::versions, [&](const auto& v) {
        json.array();
        for (const std::uint32_t article : v.articles) {
            json.value(article);
        }
        json.end_array();
    });
    json.end_object();
    json.end_object();
}

// Passes bytes on, `<` as \u003c: JSON inside a script element can neither end it nor open a comment.
class ScriptSafe : public std::streambuf {
public:
    explicit ScriptSafe(std::ostream& out) : out_(out) {}

protected:
    int_type overflow(int_type c) override {
        if (c == '<') {
            out_ << "\\u003c";
        } else if (c != traits_type::eof()) {
            out_.put(static_cast<char>(c));
        }
        return out_.good() ? traits_type::not_eof(c) : traits_type::eof();
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        std::string_view rest(bytes, static_cast<std::size_t>(count));
        while (!rest.empty()) {
            const std::size_t plain = std::min(rest.find('<'), rest.size());
            out_.write(rest.data(), static_cast<std::streamsize>(plain));
            rest.remove_prefix(plain);
            if (!rest.empty()) {
                out_ << "\\u003c";
                rest.remove_prefix(1);
            }
        }
        return out_.good() ? count : 0;
    }

private:
    std::ostream& out_;
};

// The two elements that hold a story in a page; `write_core` writes the members of the first.
template <class Write> void write_data_elements(const GraphView& view, std::ostream& out, Write write_core) {
    ScriptSafe safe(out);
    std::ostream escaped(&safe);
    out << R"(<script type="application/json" id="fasti-data">)";
    {
        JsonWriter json(escaped);
        json.object();
        write_core(json);
        json.end_object();
    }
    out << "</script>\n"
        << R"(<script type="application/json" id="fasti-texts">)";
    {
        JsonWriter json(escaped);
        write_texts(json, view);
    }
    out << "</script>";
}

template <class Write>
void fill_page(const GraphView& view, std::string_view viewer_html, PageKind kind, std::ostream& out,
               Write write_core) {
    constexpr std::string_view title_marker = "<title>Fasti</title>";
    constexpr std::string_view closed = "connect-src 'none'";
    constexpr std::string_view data_marker = "<!--fasti-data-->";
    std::string_view rest = viewer_html;
    // Copies up to `marker` and steps over it; false, and nothing copied, where it does not stand.
    const auto reach = [&](std::string_view marker) {
        const std::size_t at = rest.find(marker);
        if (at == std::string_view::npos) {
            return false;
        }
        out << rest.substr(0, at);
        rest.remove_prefix(at + marker.size());
        return true;
    };
    if (reach(closed)) {
        out << (kind == PageKind::served ? "connect-src 'self'" : closed);
    }
    if (reach(title_marker)) {
        out << "<title>" << (view.title.empty() ? std::string("Fasti") : html_escape(view.title)) << "</title>";
    }
    if (reach(data_marker)) {
        write_data_elements(view, out, write_core);
    }
    out << rest;
}

} // namespace

void write_viewer_json(const GraphView& view, std::ostream& out) {
    JsonWriter json(out);
    json.object();
    write_core_members(json, view, actor_positions(view));
    json.key("texts");
    write_texts(json, view);
    json.end_object().end_line();
}

void write_viewer_json(const WholeStory& whole, const StoryPart& part, std::ostream& out) {
    JsonWriter json(out);
    json.object();
    write_core_members(json, part.view, whole.positions);
    write_part(json, part);
    json.key("texts");
    write_texts(json, part.view);
    json.end_object().end_line();
}

void write_viewer_page(const GraphView& view, std::string_view viewer_html, std::ostream& out) {
    fill_page(view, viewer_html, PageKind::offline, out,
              [&](JsonWriter& json) { write_core_members(json, view, actor_positions(view)); });
}

void write_viewer_page(const WholeStory& whole, const StoryPart& part, std::string_view viewer_html,
                       std::ostream& out) {
    fill_page(part.view, viewer_html, PageKind::served, out, [&](JsonWriter& json) {
        write_core_members(json, part.view, whole.positions);
        write_part(json, part);
        write_overview(json, whole.overview);
    });
}

} // namespace fasti::exporters
