// See importance.hpp.
#include "graph/importance.hpp"

#include <algorithm>
#include <cmath>

namespace fasti::graph {
namespace {

/// Grows with each of its numbers, also in its last bit. Whole hundredths, so that no machine's last bit decides
/// between two events.
double score(double own, const std::array<std::uint32_t, 2>& articles, std::uint32_t references) {
    double sum = own + 0.4 * (std::log2(1.0 + articles[0]) + std::log2(1.0 + articles[1]));
    sum += 0.6 * std::log2(1.0 + references);
    return std::round(sum * 100.0) / 100.0;
}

} // namespace

std::uint32_t Importance::articles_of(std::uint32_t actor) {
    const auto [at, is_new] = articles_.try_emplace(actor, 0);
    if (is_new) {
        Query q = db_.query("SELECT articles FROM actor WHERE num = ?");
        q << actor;
        at->second = q.step() ? q.number(0) : 0;
    }
    return at->second;
}

void Importance::load() {
    if (loaded_) {
        return;
    }
    loaded_ = true;
    Query q = db_.query("SELECT day, articles FROM day_reference WHERE articles > 0");
    while (q.step()) {
        references_[q.integer(0)] = q.number(1);
        most_references_ = std::max(most_references_, q.number(1));
    }
    Query actors = db_.query("SELECT articles FROM actor ORDER BY articles DESC LIMIT 2");
    for (std::uint32_t& most : most_articles_) {
        most = actors.step() ? actors.number(0) : 0;
    }
}

double Importance::operator()(const EventRow& row) {
    load();
    std::array<std::uint32_t, 2> most = {0, 0};
    for (const auto& [actor, roles] : row.actors) {
        if ((roles & ~role_bit(Role::place)) != 0) {
            const std::uint32_t n = articles_of(actor);
            if (n > most[0]) {
                most = {n, most[0]};
            } else if (n > most[1]) {
                most[1] = n;
            }
        }
    }
    std::uint32_t references = 0;
    if (row.when.from && row.when.to && *row.when.to - *row.when.from <= std::chrono::hours{24}) {
        const auto day = date::floor<date::days>(*row.when.from).time_since_epoch().count();
        if (const auto found = references_.find(day); found != references_.end()) {
            references = found->second;
        }
    }
    return score(row.importance, most, references);
}

double Importance::most(double own) {
    load();
    return score(own, most_articles_, most_references_);
}

} // namespace fasti::graph
