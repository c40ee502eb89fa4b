// See link_report.hpp.
#include "graph/link_report.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>

namespace fasti::graph {
namespace {

constexpr std::size_t most_actors = 6;     ///< that make keys
constexpr std::size_t most_scene_keys = 3; ///< keys that actors beside the event may fill up

std::int32_t month_begin(std::int32_t day) {
    const date::year_month_day ymd{date::sys_days{date::days{day}}};
    return static_cast<std::int32_t>(date::sys_days{ymd.year() / ymd.month() / 1}.time_since_epoch().count());
}

void take_time(const Report& report, LinkReport& out) {
    if (const Interval& when = report.time.interval; when.from && when.to && *when.to > *when.from) {
        out.dated = true;
        out.first_day = static_cast<std::int32_t>(date::floor<date::days>(*when.from).time_since_epoch().count());
        out.last_day = static_cast<std::int32_t>(
            date::floor<date::days>(*when.to - std::chrono::seconds{1}).time_since_epoch().count());
    }
    const AnchorReason reason = report.time.reason;
    out.stated = reason == AnchorReason::expression || reason == AnchorReason::ordered ||
                 reason == AnchorReason::shared || reason == AnchorReason::decision;
    out.loose = !out.dated || (!out.stated && (report.nominal || !report.main_clause || report.unread_time));
}

std::int32_t year_begin(std::int32_t day) {
    const date::year_month_day ymd{date::sys_days{date::days{day}}};
    return static_cast<std::int32_t>(date::sys_days{ymd.year() / 1 / 1}.time_since_epoch().count());
}

} // namespace

std::int64_t bucket_place(const Report& report, std::string_view article_id) {
    LinkReport link;
    take_time(report, link);
    const std::uint64_t hash = mix64(stable_hash(article_id) ^ mix64(report.mentions.front().begin + 1ULL));
    constexpr std::uint64_t sign = 1ULL << 63;
    return static_cast<std::int64_t>(link.on_a_day() ? hash | sign : hash & ~sign);
}

LinkReport make_link_report(const Report& report, std::span<const std::uint32_t> actors, const Lexicon& lexicon) {
    LinkReport out;
    out.family = stable_hash(report.family);
    out.kin = stable_hash(report.kin);
    out.light = lexicon.is(WordClass::light, report.family);
    out.once = lexicon.is(WordClass::once, report.family);
    out.type = report.type;
    out.factuality = report.factuality;
    out.polarity = report.polarity;
    for (const ReportParticipant& p : report.participants) {
        if (p.actor < actors.size() && actors[p.actor] != no_actor) {
            out.actors.push_back({actors[p.actor], role_bit(p.role)});
        } else if (!p.head.empty() && !lexicon.is(WordClass::stop, p.head)) {
            out.heads.push_back(stable_hash(lexicon.kin(lexicon.family(p.head)))); // "merger" and "deal" are alike
        }
    }
    // Which actors make keys follows the order of the report, for the story's numbers know arrival.
    for (const bool core : {true, false}) {
        for (const auto& part : out.actors) {
            if (((part.roles & core_roles) != 0) == core && out.keyed.size() < most_actors &&
                std::find(out.keyed.begin(), out.keyed.end(), part.actor) == out.keyed.end()) {
                out.keyed.push_back(part.actor);
            }
        }
    }
    std::sort(out.actors.begin(), out.actors.end());
    std::vector<LinkReport::Part> merged;
    for (const auto& part : out.actors) {
        if (!merged.empty() && merged.back().actor == part.actor) {
            merged.back().roles |= part.roles;
        } else {
            merged.push_back(part);
        }
    }
    out.actors = std::move(merged);
    std::sort(out.heads.begin(), out.heads.end());
    out.heads.erase(std::unique(out.heads.begin(), out.heads.end()), out.heads.end());
    out.numbers = report.numbers;
    out.words = report.words;
    take_time(report, out);
    for (const std::uint32_t local : report.scene) {
        if (local < actors.size() && actors[local] != no_actor &&
            !std::binary_search(out.actors.begin(), out.actors.end(), LinkReport::Part{actors[local], 0},
                                [](const auto& x, const auto& y) { return x.actor < y.actor; })) {
            out.scene.push_back(actors[local]);
            if (out.keyed.size() < most_scene_keys &&
                std::find(out.keyed.begin(), out.keyed.end(), actors[local]) == out.keyed.end()) {
                out.keyed.push_back(actors[local]);
            }
        }
    }
    std::sort(out.scene.begin(), out.scene.end());
    out.scene.erase(std::unique(out.scene.begin(), out.scene.end()), out.scene.end());
    out.unreal = report.factuality == Factuality::planned || report.factuality == Factuality::possible ||
                 report.factuality == Factuality::hypothetical;
    out.published = report.published;
    out.sentence = report.mentions.front().sentence;
    out.headline =
        std::any_of(report.mentions.begin(), report.mentions.end(), [](const ReportMention& m) { return m.headline; });
    out.linkable = report.event_class != EventClass::reporting && !out.keyed.empty() &&
                   (!out.light || !out.heads.empty() || out.actors.size() > 1);
    return out;
}

std::vector<std::int64_t> link_keys(const LinkReport& r) {
    std::vector<std::int64_t> keys;
    if (!r.linkable) {
        return keys;
    }
    const auto key = [&](std::string_view kind, std::uint64_t a, std::uint64_t b, std::int32_t day,
                         bool timeless = false) {
        const std::uint64_t h = mix64(mix64(stable_hash(kind, a) ^ b) + static_cast<std::uint64_t>(day));
        const std::uint64_t when = day == no_day ? 0 : static_cast<std::uint16_t>(day);
        keys.push_back(static_cast<std::int64_t>(when << 48 | (h >> 16 & ~1ULL) | (timeless ? 1U : 0U)));
    };
    const auto each_pair = [&](auto use) {
        for (std::size_t i = 0; i < r.keyed.size(); ++i) {
            for (std::size_t j = i + 1; j < r.keyed.size(); ++j) {
                use(std::min(r.keyed[i], r.keyed[j]), std::max(r.keyed[i], r.keyed[j]));
            }
        }
    };
    // What a second participant adds: another actor, or the object.
    const auto pair_keys = [&](std::string_view kind, std::int32_t when, bool timeless) {
        each_pair([&](std::uint32_t a, std::uint32_t b) { key(kind, r.kin ^ mix64(a), b, when, timeless); });
        for (const std::uint32_t actor : r.keyed) {
            for (std::size_t j = 0; j < r.heads.size() && j < 3; ++j) {
                key(kind, r.kin ^ mix64(actor), r.heads[j], when, timeless);
            }
        }
    };
    if (r.day_sized()) {
        for (std::int32_t day = r.first_day; day <= r.last_day + 1; ++day) {
            for (const std::uint32_t actor : r.keyed) {
                key("day", r.kin, actor, day);
            }
            each_pair([&](std::uint32_t a, std::uint32_t b) { key("pair", a, b, day); });
        }
    }
    if (r.dated && r.last_day - r.first_day <= 31) {
        for (std::int32_t month = month_begin(r.first_day); month <= r.last_day; month = month_begin(month + 31)) {
            pair_keys("month", month, false);
            if (r.stated && !r.light) {
                for (const std::uint32_t actor : r.keyed) {
                    key("stated", r.kin, actor, month);
                }
            }
            if ((r.stated || !r.loose) && !r.light) {
                for (std::size_t i = 0; i < r.keyed.size() && i < 2; ++i) {
                    for (std::size_t j = 0; j < r.heads.size() && j < 3; ++j) {
                        key("thing", r.keyed[i], r.heads[j], month);
                    }
                }
            }
        }
    }
    // What is told in passing meets the event whenever it was.
    pair_keys("ever", no_day, true);
    // "the 2014 annexation" and what is said to have been in 2014, or on a day of it.
    if (r.dated && r.stated && !r.light && r.last_day - r.first_day <= 366) {
        for (const std::uint32_t actor : r.keyed) {
            key("year", r.kin, actor, year_begin(r.first_day), true);
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace fasti::graph
