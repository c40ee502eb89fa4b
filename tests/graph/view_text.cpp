// See view_text.hpp.
#include "view_text.hpp"

#include <sstream>

namespace fasti::graph {
namespace {

std::string when(const Interval& i) {
    return (i.from ? iso_moment(*i.from, Granularity::second) : "…") + ".." +
           (i.to ? iso_moment(*i.to, Granularity::second) : "…");
}

} // namespace

std::string view_text(const GraphView& view) {
    std::ostringstream out;
    out.precision(17);
    out << view.title << ' ' << view.actors_in_story << ' ' << view.events_in_story << '\n';
    for (const ArticleNode& a : view.articles) {
        out << "article " << a.id << '|' << a.title << '|' << a.source << '|' << a.url << '|' << a.published << '|'
            << a.duplicate_of << '\n';
    }
    for (const ActorNode& a : view.actors) {
        out << "actor " << a.id << '|' << a.name << '|' << to_string(a.type) << '|' << a.country << '|' << a.mentions
            << '|' << a.articles << '|' << a.events << '|' << a.rank << '|' << a.community << '|' << when(a.active);
        for (const std::string& alias : a.aliases) {
            out << " =" << alias;
        }
        for (const DatedRole& role : a.roles) {
            out << " @" << role.role << ' ' << when(role.held);
        }
        out << '\n';
    }
    for (const EventNode& e : view.events) {
        out << "event " << e.id << '|' << e.headline << '|' << e.lemma << '|' << to_string(e.event_class) << '|'
            << to_string(e.type) << '|' << to_string(e.factuality) << '|' << when(e.when) << '|'
            << to_string(e.certainty) << '|' << to_string(e.reason) << '|' << e.date_text << '|' << e.place << '|'
            << e.score << '|' << e.voices << '|' << e.disputed << '\n';
        for (const ParticipantView& p : e.participants) {
            out << "  " << to_string(p.role) << ' ' << p.actor << ' ' << p.text << '\n';
        }
        for (const Evidence& v : e.evidence) {
            out << "  in " << v.article << ' ' << v.trigger.begin << ' ' << v.sentence << ' ' << when(v.when) << ' '
                << v.attributed_to << '\n';
        }
        for (const EventVersion& v : e.versions) {
            out << "  " << v.attribute << '=' << v.value;
            for (const std::uint32_t a : v.articles) {
                out << ' ' << a;
            }
            out << '\n';
        }
    }
    for (const RelationEdge& r : view.relations) {
        out << "relation " << r.source << ' ' << r.target << ' ' << r.relation << ' ' << r.directed << ' ' << r.weight
            << ' ' << r.goldstein << ' ' << when(r.active);
        for (const std::uint32_t e : r.events) {
            out << ' ' << e;
        }
        out << '\n';
    }
    for (const TimelineEntry& t : view.timeline) {
        out << "entry " << t.event << ' ' << t.rank << ' ' << t.score << '\n';
    }
    return out.str();
}

} // namespace fasti::graph
