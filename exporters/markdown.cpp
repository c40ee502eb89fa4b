// See markdown.hpp. Text from articles is escaped so that none of it is markup (CommonMark 0.30).
#include "exporters/markdown.hpp"

#include "exporters/date_text.hpp"
#include "exporters/event_words.hpp"
#include "exporters/html_escape.hpp"

namespace fasti::exporters {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') {
            out += ' ';
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            if (std::string_view("\\`*_{}[]()#+-!|>~").find(c) != std::string_view::npos) {
                out += '\\';
            }
            out += c;
        }
    }
    return out;
}

// An address inside <>, which knows no escapes but these.
std::string address(std::string_view url) {
    std::string out;
    for (const char c : url) {
        if (c == '<' || c == '>' || static_cast<unsigned char>(c) <= 0x20) {
            continue;
        }
        out += c;
    }
    return "<" + out + ">";
}

} // namespace

void write_markdown(const graph::GraphView& view, const ExportOptions&, std::ostream& out) {
    out << "# " << (view.title.empty() ? "Timeline" : escaped(view.title)) << '\n';
    std::string year;
    for (const graph::TimelineEntry& entry : view.timeline) {
        const graph::EventNode& event = view.events[entry.event];
        const std::string its_year =
            event.when.from ? date_text(unit_interval(*event.when.from, Granularity::year), Granularity::year)
                            : "Undated";
        if (its_year != year) {
            year = its_year;
            out << "\n## " << year << "\n\n";
        }
        out << "- **" << escaped(date_text(event.when, event.granularity, event.mod))
            << "**: " << escaped(event.headline) << (event.disputed ? " *(disputed)*" : "") << '\n';
        if (event.evidence.empty()) {
            continue;
        }
        const graph::Evidence& best = event.evidence.front();
        out << "  > " << escaped(best.sentence);
        if (best.article < view.articles.size()) {
            const graph::ArticleNode& article = view.articles[best.article];
            const std::string words = escaped(credit(article));
            const std::string_view link = linkable(article.url);
            if (!words.empty()) {
                out << " — " << (link.empty() ? words : "[" + words + "](" + address(link) + ")");
            }
        }
        out << "\n";
    }
}

} // namespace fasti::exporters
