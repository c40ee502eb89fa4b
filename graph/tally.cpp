// See tally.hpp.
#include "graph/tally.hpp"

#include <numeric>
#include <string>
#include <string_view>

namespace fasti::graph {
namespace {

/// Calls `use` with the name of each count and the count.
template <class AnyTally, class Use> void each_count(AnyTally& tally, Use use) {
    use(std::string("sentences"), tally.sentences);
    use(std::string("reports"), tally.reports);
    use(std::string("disputed"), tally.disputed);
    use(std::string("undated"), tally.undated);
    for (std::size_t i = 0; i < Tally::reasons; ++i) {
        use("events dated by " + std::string(to_string(static_cast<AnchorReason>(i))), tally.events[i]);
    }
}

} // namespace

std::int64_t Tally::all_events() const {
    return std::accumulate(events.begin(), events.end(), std::int64_t{0});
}

Tally read_tally(Database& db) {
    Tally tally;
    Query q = db.query("SELECT count FROM tally WHERE what = ?");
    each_count(tally, [&](const std::string& what, std::int64_t& count) {
        q << what;
        count = q.step() ? q.integer(0) : 0;
        q.run();
    });
    return tally;
}

void write_tally(Database& db, const Tally& steps) {
    Query q = db.query("INSERT INTO tally (what, count) VALUES (?1, ?2)"
                       " ON CONFLICT (what) DO UPDATE SET count = count + ?2");
    each_count(steps, [&](const std::string& what, std::int64_t count) {
        if (count != 0) {
            q << what << count;
            q.run();
        }
    });
}

Tally count_tally(Database& db) {
    Tally tally;
    // The index has a row for each sentence; the articles' own lists lie behind their texts.
    tally.sentences = db.value("SELECT count(*) FROM sentence_text_docsize");
    tally.reports = db.value("SELECT count(*) FROM report");
    Query events = db.query("SELECT reason, count(*), sum(disputed), sum(begin IS NULL AND \"end\" IS NULL) FROM event"
                            " WHERE hidden = 0 GROUP BY reason");
    while (events.step()) {
        if (events.number(0) < Tally::reasons) {
            tally.events[events.number(0)] += events.integer(1);
        }
        tally.disputed += events.integer(2);
        tally.undated += events.integer(3);
    }
    return tally;
}

void renew_tally(Database& db) {
    db.execute("DELETE FROM tally");
    write_tally(db, count_tally(db));
}

} // namespace fasti::graph
