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
        Query q = story_.database->query("SELECT ordinal, name FROM local_actor WHERE article = ? ORDER BY ordinal");
        q << article;
        while (q.step()) {
            at->second.resize(q.number(0), no_actor);
            at->second.push_back(actor_of_name(q.number(1)));
        }
    }
    return at->second;
}

std::uint32_t ReportCache::actor_of_name(std::uint32_t name) {
    const auto [at, is_new] = names_.try_emplace(name, no_actor);
    if (is_new) {
        Query q = story_.database->query("SELECT actor FROM name WHERE num = ?");
        q << name;
        if (q.step() && !q.null(0)) {
            at->second = q.number(0);
        }
    }
    return at->second;
}

void ReportCache::trim() {
    if (reports_.size() > most_cached) {
        reports_.clear();
        actors_.clear();
        names_.clear();
    }
}

} // namespace fasti::graph
