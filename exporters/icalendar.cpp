// See icalendar.hpp.
#include "exporters/icalendar.hpp"

#include "exporters/event_words.hpp"
#include "exporters/html_escape.hpp"

#include <algorithm>

namespace fasti::exporters {
namespace {

std::string escaped(std::string_view text) { // RFC 5545, 3.3.11
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            out += c;
        }
    }
    return out;
}

// A content line, folded before the 76th byte, never within a character (RFC 5545, 3.1).
void write_line(std::ostream& out, std::string_view line) {
    constexpr std::size_t longest = 75;
    bool first = true;
    while (!line.empty()) {
        std::size_t n = std::min(line.size(), first ? longest : longest - 1);
        while (n < line.size() && (static_cast<unsigned char>(line[n]) & 0xC0) == 0x80) {
            --n;
        }
        out << (first ? "" : " ") << line.substr(0, n) << "\r\n";
        line.remove_prefix(n);
        first = false;
    }
}

std::string day(Moment moment) {
    std::string text = iso_date(moment);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

// Made from the data, not from the clock: the same story gives the same bytes.
std::string stamp(const graph::GraphView& view) {
    std::string latest = "19700101";
    for (const graph::ArticleNode& article : view.articles) {
        if (const auto date = parse_date(article.published); date && year_of(date->moment) > 0) {
            latest = std::max(latest, day(date->moment));
        }
    }
    return latest + "T000000Z";
}

} // namespace

void write_icalendar(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    write_line(out, "BEGIN:VCALENDAR");
    write_line(out, "VERSION:2.0");
    write_line(out, "PRODID:-//Fasti//Timeline//EN");
    if (!view.title.empty()) {
        write_line(out, "X-WR-CALNAME:" + escaped(view.title));
    }
    const std::string made = stamp(view);
    for (const graph::TimelineEntry& entry : view.timeline) {
        const graph::EventNode& event = view.events[entry.event];
        if (!event.when.from || year_of(*event.when.from) < 1) {
            continue;
        }
        const Moment first = floor(*event.when.from, Granularity::day);
        Moment end = shift(first, 1, Granularity::day); // DTEND is the day after the last
        if (event.when.to) {
            end = std::max(end, floor(*event.when.to - std::chrono::seconds{1}, Granularity::day) + date::days{1});
        }
        write_line(out, "BEGIN:VEVENT");
        write_line(out, "UID:" + escaped(event.id) + "@fasti");
        write_line(out, "DTSTAMP:" + made);
        write_line(out, "DTSTART;VALUE=DATE:" + day(first));
        write_line(out, "DTEND;VALUE=DATE:" + day(end));
        write_line(out, "SUMMARY:" + escaped(event.headline));
        if (!event.evidence.empty()) {
            const graph::Evidence& best = event.evidence.front();
            write_line(out, "DESCRIPTION:" + escaped(best.sentence));
            if (best.article < view.articles.size()) {
                const std::string_view link = linkable(view.articles[best.article].url);
                if (!link.empty() && link.find_first_of("\r\n") == std::string_view::npos) {
                    write_line(out, "URL:" + std::string(link));
                }
            }
        }
        if (const std::string place = place_name(view, event); !place.empty()) {
            write_line(out, "LOCATION:" + escaped(place));
        }
        write_line(out, "TRANSP:TRANSPARENT");
        write_line(out, "END:VEVENT");
    }
    write_line(out, "END:VCALENDAR");
}

} // namespace fasti::exporters
