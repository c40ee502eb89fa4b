// See timelinejs.hpp. TimelineJS 3 takes years, months and days as numbers, negative years for BC,
// and breaks on "end_date": null, on a start and an end of unlike precision, and on eras without full dates.
#include "exporters/timelinejs.hpp"

#include "exporters/date_text.hpp"
#include "exporters/event_words.hpp"
#include "exporters/evidence_json.hpp"
#include "exporters/html_escape.hpp"
#include "exporters/json_writer.hpp"

#include <algorithm>
#include <vector>

namespace fasti::exporters {
namespace {

enum class Precision { year, month, day };

Precision precision_of(Granularity granularity) {
    return granularity >= Granularity::year    ? Precision::year
           : granularity >= Granularity::month ? Precision::month
                                               : Precision::day;
}

void write_date(JsonWriter& json, Moment moment, Precision precision) {
    const int year = year_of(moment);
    json.object().member("year", year > 0 ? year : year - 1); // there is no year 0: 1 BC is -1
    if (precision != Precision::year) {
        json.member("month", month_of(moment));
    }
    if (precision == Precision::day) {
        json.member("day", day_of(moment));
    }
    json.end_object();
}

std::string slide_text(const graph::GraphView& view, const graph::EventNode& event) {
    if (event.evidence.empty()) {
        return {};
    }
    const graph::Evidence& best = event.evidence.front();
    std::string out = "<p>" + html_escape(best.sentence) + "</p>";
    if (best.article < view.articles.size()) {
        const graph::ArticleNode& article = view.articles[best.article];
        std::string words = html_escape(credit(article));
        const std::string_view link = linkable(article.url);
        if (!link.empty() && !words.empty()) {
            words = "<a href=\"" + html_escape(link) + "\">" + words + "</a>";
        }
        if (!words.empty()) {
            out += "<p><small>" + words + "</small></p>";
        }
    }
    return out;
}

std::string group_of(const graph::GraphView& view, const graph::EventNode& event, bool by_type) {
    if (by_type) {
        return std::string(to_string(event.type));
    }
    for (const graph::ParticipantView& participant : event.participants) {
        if (participant.actor != graph::none &&
            (participant.role == Role::agent || participant.role == Role::patient)) {
            return view.actors[participant.actor].name;
        }
    }
    return {};
}

std::vector<graph::TimelineEntry> chosen_entries(const graph::GraphView& view, std::size_t most) {
    std::vector<graph::TimelineEntry> entries;
    for (const graph::TimelineEntry& entry : view.timeline) {
        if (view.events[entry.event].when.from) {
            entries.push_back(entry);
        }
    }
    if (entries.size() > most) {
        std::vector<std::uint32_t> ranks;
        for (const graph::TimelineEntry& entry : entries) {
            ranks.push_back(entry.rank);
        }
        std::nth_element(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(most), ranks.end());
        const std::uint32_t limit = ranks[most];
        std::erase_if(entries, [&](const graph::TimelineEntry& entry) { return entry.rank >= limit; });
    }
    return entries;
}

void write_slide(JsonWriter& json, const graph::GraphView& view, const graph::TimelineEntry& entry, bool by_type) {
    const graph::EventNode& event = view.events[entry.event];
    const Precision precision = precision_of(event.granularity);
    json.object().key("start_date");
    write_date(json, *event.when.from, precision);
    if (event.when.to && !is_one_unit(event.when, event.granularity)) {
        const Moment last = *event.when.to - std::chrono::seconds{1};
        if (last > *event.when.from) {
            json.key("end_date");
            write_date(json, last, precision);
        }
    }
    std::string display = date_text(event.when, event.granularity, event.mod);
    if (event.certainty == Certainty::ambiguous && event.mod == Modifier::none) {
        display = "about " + display;
    }
    json.member("display_date", display);
    json.key("text").object().member("headline", html_escape(event.headline));
    json.member("text", slide_text(view, event)).end_object();
    const std::string group = group_of(view, event, by_type);
    if (!group.empty()) {
        json.member("group", html_escape(group));
    }
    json.member("unique_id", event.id);
    json.key("fasti").object().member("rank", entry.rank).member("score", entry.score);
    json.key("from").bound(event.when.from, event.granularity).key("to").bound(event.when.to, event.granularity);
    json.member("granularity", to_string(event.granularity)).member("certainty", to_string(event.certainty));
    json.member("reason", to_string(event.reason)).member("factuality", to_string(event.factuality));
    json.key("type").text_or_null(to_string(event.type)).member("disputed", event.disputed).key("mentions");
    write_evidence_list(json, view, event);
    json.end_object().end_object();
}

} // namespace

void write_timelinejs(const graph::GraphView& view, const ExportOptions& options, std::ostream& out) {
    JsonWriter json(out);
    json.object();
    if (!view.title.empty()) {
        json.key("title").object().key("text").object().member("headline", html_escape(view.title));
        json.end_object().end_object();
    }
    json.key("events").array();
    for (const graph::TimelineEntry& entry : chosen_entries(view, options.slides)) {
        write_slide(json, view, entry, options.group_by_type);
    }
    json.end_array().end_object().end_line();
}

} // namespace fasti::exporters
