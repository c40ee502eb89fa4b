// See select.hpp.
#include "graph/select.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>

namespace fasti::graph {

bool overlaps(const Interval& when, const Interval& period) {
    if (!period.from && !period.to) {
        return true;
    }
    if (!when.from && !when.to) {
        return false;
    }
    return (!period.to || !when.from || *when.from < *period.to) &&
           (!period.from || !when.to || *when.to > *period.from);
}

namespace {

/// All but the actors.
bool passes_without_actors(const EventRow& row, const EventFilter& filter) {
    if (row.hidden || (filter.disputed && !row.disputed) || !overlaps(row.when, filter.period)) {
        return false;
    }
    if (!filter.every_factuality && row.factuality != Factuality::happened && row.factuality != Factuality::planned) {
        return false;
    }
    return filter.type.empty() || filter.type == to_string(row.type) || filter.type == to_string(row.event_class);
}

bool has_actors(const EventRow& row, const EventFilter& filter) {
    return std::all_of(filter.actors.begin(), filter.actors.end(),
                       [&](const auto& wanted) { return (row.roles_of(wanted.first) & wanted.second) != 0; });
}

/// The row when it passes: of millions most do not, so what takes memory is read last.
std::optional<EventRow> read_passing(const Query& q, const EventFilter& filter) {
    std::optional<EventRow> row = read_event_head(q);
    if (!passes_without_actors(*row, filter)) {
        return std::nullopt;
    }
    read_event_rest(q, *row);
    if (!has_actors(*row, filter)) {
        return std::nullopt;
    }
    return row;
}

} // namespace

bool passes(const EventRow& row, const EventFilter& filter) {
    return passes_without_actors(row, filter) && has_actors(row, filter);
}

std::vector<EventRow> find_events(Database& db, const EventFilter& filter) {
    std::vector<EventRow> out;
    Query q = filter.actors.empty() ? db.query("SELECT " FASTI_EVENT_COLUMNS " FROM event")
                                    : db.query("SELECT " FASTI_EVENT_COLUMNS " FROM event_actor JOIN event ON"
                                               " event.num = event_actor.event WHERE event_actor.actor = ?");
    if (!filter.actors.empty()) {
        // The rarest of the actors leads: the pair of a state and a clerk is found from the clerk.
        std::uint32_t rarest = filter.actors.front().first;
        std::int64_t fewest = -1;
        Query count = db.query("SELECT articles FROM actor WHERE num = ?");
        for (const auto& [actor, roles] : filter.actors) {
            count << actor;
            if (count.step() && (fewest < 0 || count.integer(0) < fewest)) {
                fewest = count.integer(0);
                rarest = actor;
            }
            count.run();
        }
        q << rarest;
    }
    while (q.step()) {
        if (auto row = read_passing(q, filter)) {
            out.push_back(std::move(*row));
        }
    }
    return out;
}

std::vector<ScoredRow> by_importance(Database& db, std::vector<EventRow> rows) {
    Importance importance(db);
    std::vector<ScoredRow> out;
    out.reserve(rows.size());
    for (EventRow& row : rows) {
        const double score = importance(row);
        out.push_back({std::move(row), score});
    }
    std::sort(out.begin(), out.end(), [](const ScoredRow& a, const ScoredRow& b) {
        return std::tie(b.score, a.row.id) < std::tie(a.score, b.row.id);
    });
    return out;
}

RankedEvents::RankedEvents(Database& db, const EventFilter& filter) : filter_(filter), importance_(db) {
    // The few of an actor are looked up; so is what few events may be, for which all would be gone through in vain.
    if (!filter.actors.empty() || filter.disputed || filter.period.from || filter.period.to) {
        own_ = by_importance(db, find_events(db, filter));
        rows_ = own_;
        return;
    }
    most_left_ = std::numeric_limits<double>::infinity();
    by_own_.emplace(db.query("SELECT " FASTI_EVENT_COLUMNS " FROM event WHERE hidden = 0 ORDER BY importance DESC"));
}

const ScoredRow* RankedEvents::next() {
    const auto after = [](const ScoredRow& a, const ScoredRow& b) {
        return std::tie(a.score, b.row.id) < std::tie(b.score, a.row.id);
    };
    while (by_own_ && (waiting_.empty() || waiting_.front().score <= most_left_)) {
        if (!by_own_->step()) {
            by_own_.reset();
            break;
        }
        most_left_ = importance_.most(read_event_head(*by_own_).importance);
        if (auto row = read_passing(*by_own_, filter_)) {
            const double score = importance_(*row);
            waiting_.push_back({std::move(*row), score});
            std::push_heap(waiting_.begin(), waiting_.end(), after);
        }
    }
    if (!waiting_.empty()) {
        std::pop_heap(waiting_.begin(), waiting_.end(), after);
        given_ = std::move(waiting_.back());
        waiting_.pop_back();
        return &given_;
    }
    if (rows_.empty()) {
        return nullptr;
    }
    const ScoredRow* first = &rows_.front();
    rows_ = rows_.subspan(1);
    return first;
}

std::vector<EventRow> RankedEvents::take(std::size_t count) {
    std::vector<EventRow> out;
    while (out.size() < count) {
        const ScoredRow* scored = next();
        if (scored == nullptr) {
            break;
        }
        out.push_back(scored->row);
    }
    return out;
}

std::vector<EventRow> take(const std::vector<ScoredRow>& rows, std::size_t count) {
    std::vector<EventRow> out;
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i) {
        out.push_back(rows[i].row);
    }
    return out;
}

namespace {

/// The first letters of the longer words of a line, sorted: what its inflections share.
std::vector<std::string> stems(std::string_view line) {
    constexpr std::size_t letters = 4;
    std::vector<std::string> out;
    std::string word;
    for (const char c : utf8::fold(line) + " ") {
        if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
            continue;
        }
        if (word.size() >= letters) {
            out.push_back(word.substr(0, letters));
        }
        word.clear();
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// What a reader would call the same entry: one sentence, one line, or a headline and its first sentence.
class SaidAlready {
public:
    bool add(const EventNode& event) {
        Line line{
            event.evidence.empty() ? none : event.evidence.front().article, event.when.from, stems(event.headline), {}};
        // A sentence that states two dates tells two things: "backs him since his re-election in August 2020".
        const bool stated = event.reason == AnchorReason::expression && event.when.from;
        for (const Line& other : lines_) {
            if (stated && !other.from) {
                continue;
            }
            if (other.article == line.article && close(other, line) && much_shared(other.stems, line.stems)) {
                return false;
            }
            // The sentence tells the other event of these days already; but "toured the port two days after the blast"
            // tells both.
            const bool own_day = stated && event.when.from != other.from;
            if (!own_day && !event.evidence.empty() && close(other, line) &&
                std::find(other.sentences.begin(), other.sentences.end(), event.evidence.front().sentence) !=
                    other.sentences.end()) {
                return false;
            }
        }
        std::vector<std::string> marks = {utf8::fold(event.headline)};
        if (!event.evidence.empty()) {
            marks.push_back(utf8::fold(event.evidence.front().sentence));
        }
        const std::string day = event.when.from ? "\n" + iso_date(*event.when.from) : "";
        for (const std::string& mark : marks) {
            const bool same_line = &mark == &marks.front(); // the same words twice, whatever their dates
            if (!mark.empty() && seen_.contains(stated && !same_line ? mark + day : mark)) {
                return false;
            }
        }
        for (const std::string& mark : marks) {
            seen_.insert({mark, mark + day});
        }
        for (const auto& evidence : event.evidence) {
            line.sentences.push_back(evidence.sentence);
        }
        lines_.push_back(std::move(line));
        return true;
    }

private:
    struct Line {
        std::uint32_t article = none;
        std::optional<Moment> from;
        std::vector<std::string> stems;
        std::vector<std::string> sentences; ///< of all its reports
    };
    static bool close(const Line& a, const Line& b) {
        return !a.from || !b.from || std::chrono::abs(*a.from - *b.from) <= std::chrono::hours{48};
    }
    static bool much_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        std::vector<std::string> both;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
        return both.size() >= 3 && both.size() * 2 >= std::min(a.size(), b.size());
    }
    std::set<std::string> seen_;
    std::vector<Line> lines_;
};

/// Kind, actors and day of an event already chosen: the next one like it is less new.
double novelty(const EventNode& event, const std::vector<const EventNode*>& chosen) {
    double factor = 1;
    for (const EventNode* other : chosen) {
        if (!event.when.from || !other->when.from ||
            std::chrono::abs(*event.when.from - *other->when.from) > std::chrono::hours{72}) {
            continue;
        }
        std::size_t shared = 0;
        for (const ParticipantView& p : event.participants) {
            shared += p.actor != none && std::any_of(other->participants.begin(), other->participants.end(),
                                                     [&](const ParticipantView& o) { return o.actor == p.actor; });
        }
        if (shared >= 1 && event.lemma == other->lemma) {
            factor *= 0.6;
        } else if (shared >= 2) {
            factor *= 0.8;
        }
        if (!event.evidence.empty() && !other->evidence.empty() &&
            event.evidence.front().article == other->evidence.front().article) {
            factor *= 0.9;
        }
    }
    return factor;
}

} // namespace

/// What is only said is news itself above this importance, which a plan told in the lead has (Preparation::tells_plan).
constexpr double news_itself = 4.3;

std::vector<EventRow> select_timeline(Story::Impl& story, RankedEvents& rows, std::size_t count) {
    // Looking at several times as many as are wanted is enough, and costs the same in a large story.
    const std::size_t enough = count * 4 + 20;
    std::vector<EventRow> looked_at;
    std::vector<EventRow> reporting;
    const auto look_further = [&](const std::vector<EventRow>& list) {
        while (list.size() < enough) {
            const ScoredRow* scored = rows.next();
            if (scored == nullptr) {
                break;
            }
            const bool news = scored->row.event_class != EventClass::reporting || scored->row.importance > news_itself;
            auto& kind = news ? looked_at : reporting;
            if (kind.size() < enough) {
                kind.push_back(scored->row);
            }
        }
    };
    look_further(looked_at);
    std::vector<EventRow> out;
    SaidAlready said;
    std::vector<const EventNode*> chosen;
    std::vector<Loaded> views; // the chosen ones point into them
    views.reserve(2);
    for (const auto* list : {&looked_at, &reporting}) {
        if (out.size() >= count || (list == &reporting && out.size() * 3 >= count * 2)) {
            break;
        }
        if (list == &reporting) {
            look_further(reporting);
        }
        views.push_back(load_view(story, *list, {.relations = false, .ranks = false, .actors = {}}));
        const Loaded& loaded = views.back();
        struct Candidate {
            const EventRow* row;
            const EventNode* node;
        };
        std::vector<Candidate> candidates;
        for (const EventRow& row : *list) {
            if (const auto found = loaded.events.find(row.number); found != loaded.events.end()) {
                candidates.push_back({&row, &loaded.view.events[found->second]});
            }
        }
        while (out.size() < count && !candidates.empty()) {
            std::size_t best = 0;
            double best_score = -1;
            for (std::size_t i = 0; i < candidates.size(); ++i) {
                if (candidates[i].node->score <= best_score) {
                    continue; // novelty only lowers it
                }
                const double score = candidates[i].node->score * novelty(*candidates[i].node, chosen);
                if (score > best_score) {
                    best_score = score;
                    best = i;
                }
            }
            const Candidate candidate = candidates[best];
            candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(best));
            if (said.add(*candidate.node)) {
                out.push_back(*candidate.row);
                chosen.push_back(candidate.node);
            }
        }
    }
    return out;
}

void fill_timeline(GraphView& view) {
    std::vector<std::uint32_t> order(view.events.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(view.events[b].score, view.events[a].id) < std::tie(view.events[a].score, view.events[b].id);
    });
    view.timeline.resize(view.events.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        view.timeline[order[rank]] = {order[rank], rank + 1, view.events[order[rank]].score};
    }
}

std::optional<std::uint32_t> actor_number(Database& db, std::string_view id) {
    Query q = db.query("SELECT num FROM actor WHERE id = ?");
    q << id;
    return q.step() ? std::optional(q.number(0)) : std::nullopt;
}

} // namespace fasti::graph
