// See report_cache.hpp.
#include "graph/report_cache.hpp"

namespace fasti::graph {
namespace {

constexpr std::size_t most_cached = 400'000;

} // namespace

const LinkReport* ReportCache::load(std::int64_t number) {
    if (const auto found = reports_.find(number); found != reports_.end()) {
        return &found->second;
    }
    Query q = story_.database->query("SELECT place, data FROM report WHERE num = ?");
    q << number;
    if (!q.step()) {
        return nullptr;
    }
    const auto report = read_report(q.text(1));
    if (!report) {
        return nullptr;
    }
    LinkReport link = make_link_report(*report, actors_of(article_of(number)), story_.lexicon);
    link.number = number;
    link.place = q.integer(0);
    link.article = article_of(number);
    return &reports_.emplace(number, std::move(link)).first->second;
}

const std::vector<std::uint32_t>& ReportCache::actors_of(std::uint32_t article) {
    const auto [at, is_new] = actors_.try_emplace(article);
    if (is_new) {
        Query q = story_.database->query("SELECT local_actor.ordinal, name.actor FROM local_actor JOIN name ON"
                                         " name.num = local_actor.name WHERE local_actor.article = ?"
                                         " ORDER BY local_actor.ordinal");
        q << article;
        while (q.step()) {
            at->second.resize(q.number(0), no_actor);
            at->second.push_back(q.null(1) ? no_actor : q.number(1));
        }
    }
    return at->second;
}

void ReportCache::trim() {
    if (reports_.size() > most_cached) {
        reports_.clear();
        actors_.clear();
    }
}

} // namespace fasti::graph
