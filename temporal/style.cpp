// See style.hpp. The numbers were counted on annotated news, histories and biographies.
#include "temporal/style.hpp"

#include "temporal/context.hpp"

#include <cstdint>

namespace fasti::temporal {
namespace {

// What a date points from.
enum class Pointing : std::uint8_t {
    nowhere,   ///< from other dates, or it is no date
    old_year,  ///< a year before that of publication
    old_month, ///< the same, known to the month
    old_day,   ///< to the day
    present,   ///< a year of publication, or the day itself: "yesterday", a weekday
};

std::vector<Pointing> pointings(const CandidateList& list, const RuleSet& rules,
                                const std::optional<ParsedDate>& published) {
    // Seen from a day of its own and a date before it, what points to the day can be told from what points to the date.
    Context probe(ParsedDate{*make_day(1000, 1, 1), Granularity::day, std::nullopt});
    probe.remember(meaning_of(*make_day(999, 1, 1), Granularity::day), 0);
    const Evaluator evaluator(list, rules, probe);
    std::vector<Pointing> out(list.found.size(), Pointing::nowhere);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Found& found = list.found[i];
        const Meaning m = evaluator.found(found);
        if (!m.is_point() || found.narrative || m.anchor.starts_with("timex:")) {
            continue;
        }
        if (m.placed() && m.anchor.empty()) {
            const bool far = !published || m.year < year_of(published->moment);
            out[i] = !far                 ? Pointing::present
                     : m.day != unknown   ? Pointing::old_day
                     : m.month != unknown ? Pointing::old_month
                                          : Pointing::old_year;
        } else if (m.anchor == "published" || (m.weekday != unknown && m.month == unknown)) {
            out[i] = Pointing::present;
        }
    }
    return out;
}

bool is_old(Pointing p) {
    return p == Pointing::old_year || p == Pointing::old_month || p == Pointing::old_day;
}

bool is_narrative(const std::vector<Pointing>& pointings, bool published) {
    std::size_t old = 0, fine = 0, present = 0;
    for (const Pointing p : pointings) {
        old += is_old(p);
        fine += is_old(p) && p != Pointing::old_year;
        present += p == Pointing::present;
    }
    // News nearly always points from its own day somewhere, be it by a weekday alone.
    return published ? (old + fine >= 3 && present == 0) || (old >= 4 && old > 4 * present) ||
                           (old >= 6 && old > 3 * present) || (old >= 8 && old > 2 * present)
                     : old >= 3 && old > present;
}

// A paragraph ends at an empty line, or at the end of a line that ends a sentence.
bool paragraph_ends(std::string_view between) {
    for (std::size_t at = between.find('\n'); at != std::string_view::npos; at = between.find('\n', at + 1)) {
        const std::size_t before = between.find_last_not_of(" \r", at == 0 ? 0 : at - 1);
        const bool sentence = at > 0 && before != std::string_view::npos &&
                              std::string_view(".!?\"").find(between[before]) != std::string_view::npos;
        const std::size_t behind = between.find_first_not_of(" \r", at + 1);
        if (sentence || (behind != std::string_view::npos && between[behind] == '\n')) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<IndexRange> narrated_passages(const CandidateList& list, const RuleSet& rules, const Article& article,
                                          Style style) {
    const auto count = static_cast<std::uint32_t>(list.found.size());
    if (style == Style::narrative) {
        return {{0, count}};
    }
    if (style == Style::news || count == 0) {
        return {};
    }
    const std::vector<Pointing> points = pointings(list, rules, article.published);
    if (is_narrative(points, article.published.has_value())) {
        return {{0, count}};
    }
    // A paragraph that never points from the day of publication goes on from its first old date. A single month of an
    // old year is too little: "announced the purchase in January 2022. The Commission, which approved it in May, …".
    std::vector<IndexRange> out;
    for (std::uint32_t begin = 0, end = 0; begin < count; begin = end) {
        std::uint32_t first = count, old = 0;
        bool present = false, day = false;
        for (end = begin; end < count; ++end) {
            const std::size_t last = end == begin ? 0 : list.found[end - 1].span.end;
            if (end > begin &&
                paragraph_ends(std::string_view(article.text).substr(last, list.found[end].span.begin - last))) {
                break;
            }
            present = present || points[end] == Pointing::present;
            day = day || points[end] == Pointing::old_day;
            old += is_old(points[end]);
            if (first == count && (points[end] == Pointing::old_day || points[end] == Pointing::old_month)) {
                first = end;
            }
        }
        if (first < end && !present && (day || old >= 2)) {
            out.push_back({first, end});
        }
    }
    return out;
}

} // namespace fasti::temporal
