// See decisions.hpp.
#include "graph/decisions.hpp"

#include "core/calendar.hpp"
#include "core/utf8.hpp"

#include <map>
#include <numeric>
#include <optional>

namespace fasti::graph {
namespace {

/// Words parted by blanks; "…" keeps blanks, \" and \\ stand for themselves inside. Nothing when a
/// quotation does not end.
std::optional<std::vector<std::string>> split(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    bool any = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '\\' && i + 1 < line.size() && (line[i + 1] == '"' || line[i + 1] == '\\')) {
            word += line[++i];
        } else if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
            if (any) {
                words.push_back(std::move(word));
            }
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) {
        words.push_back(std::move(word));
    }
    return quoted ? std::nullopt : std::optional(std::move(words));
}

/// Groups of things that were said to be the same.
template <class Key> class Groups {
public:
    std::size_t of(const Key& key) {
        const auto [at, is_new] = numbers_.try_emplace(key, parents_.size());
        if (is_new) {
            parents_.push_back(at->second);
        }
        return root(at->second);
    }
    void join(const Key& a, const Key& b) {
        const std::size_t to = of(a); // first: `of` may grow the table that the next one reads
        parents_[of(b)] = to;
    }

private:
    std::size_t root(std::size_t i) {
        while (parents_[i] != i) {
            i = parents_[i] = parents_[parents_[i]];
        }
        return i;
    }
    std::map<Key, std::size_t> numbers_;
    std::vector<std::size_t> parents_;
};

class Parser {
public:
    explicit Parser(std::string_view path) : path_(path) {}

    Result<Decisions> parse(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_;
            if (Status status = take(text.substr(0, end)); !status) {
                return status.error();
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (Status status = check(); !status) {
            return status.error();
        }
        return std::move(decisions_);
    }

private:
    [[nodiscard]] Error error(std::uint32_t line, std::string message, std::string hint = {}) const {
        return {ErrorCode::format, std::move(message), path_ + ":" + std::to_string(line), std::move(hint)};
    }

    Status take(std::string_view line) {
        const auto words = split(line);
        if (!words) {
            return error(line_, "a quotation does not end", "close it with \"; a quote inside a name is written \\\"");
        }
        if (words->empty() || words->front().starts_with('#')) {
            return {};
        }
        const std::string& verb = words->front();
        NameDecision names{line_, {words->begin() + 1, words->end()}};
        if (verb == "same" && names.names.size() >= 2) {
            decisions_.same.push_back(std::move(names));
        } else if (verb == "different" && names.names.size() == 2) {
            decisions_.different.push_back(std::move(names));
        } else if (verb == "rename" && names.names.size() == 2) {
            decisions_.rename.push_back(std::move(names));
        } else if (verb == "event") {
            return take_event(*words);
        } else {
            return error(line_, "'" + std::string(line.substr(0, 80)) + "' is no decision",
                         "same NAME NAME, different NAME NAME, rename NAME NEW-NAME, or event ARTICLE \"PHRASE\" "
                         "date|hide|same|different …; names with blanks stand in quotes");
        }
        return {};
    }

    Status take_event(const std::vector<std::string>& words) {
        EventDecision decision;
        decision.line = line_;
        const std::string verb = words.size() > 3 ? words[3] : std::string{};
        if (words.size() >= 4) {
            decision.place = {words[1], words[2]};
        }
        if (verb == "hide" && words.size() == 4) {
            decision.kind = EventDecisionKind::hide;
        } else if (verb == "date" && words.size() == 5) {
            const auto date = parse_date(words[4]);
            if (!date || date->granularity < Granularity::day) {
                return error(line_, "'" + words[4] + "' is no date", "write 2021-10-18, 2021-10 or 2021");
            }
            decision.kind = EventDecisionKind::date;
            decision.date = words[4];
        } else if ((verb == "same" || verb == "different") && words.size() == 6) {
            decision.kind = verb == "same" ? EventDecisionKind::same : EventDecisionKind::different;
            decision.other = {words[4], words[5]};
        } else {
            return error(
                line_, "an event decision that cannot be read",
                "event ARTICLE \"PHRASE\" date 2021-10-18 | hide | same ARTICLE \"PHRASE\" | different ARTICLE "
                "\"PHRASE\"");
        }
        decisions_.events.push_back(std::move(decision));
        return {};
    }

    Status check() {
        Groups<std::string> names;
        for (const NameDecision& d : decisions_.same) {
            for (const std::string& name : d.names) {
                names.join(utf8::fold(d.names.front()), utf8::fold(name));
            }
        }
        for (const NameDecision& d : decisions_.different) {
            if (utf8::fold(d.names[0]) == utf8::fold(d.names[1])) {
                return error(d.line, "'" + d.names[0] + "' can't be different from itself",
                             "two actors of one name are told apart by a fuller name of one of them");
            }
            if (names.of(utf8::fold(d.names[0])) == names.of(utf8::fold(d.names[1]))) {
                return error(d.line, "'" + d.names[0] + "' and '" + d.names[1] + "' are said to be the same as well",
                             "take one of the two decisions out");
            }
        }
        std::map<std::size_t, const NameDecision*> renamed;
        for (const NameDecision& d : decisions_.rename) {
            const auto [at, is_new] = renamed.try_emplace(names.of(utf8::fold(d.names[0])), &d);
            if (!is_new && at->second->names[1] != d.names[1]) {
                return error(d.line, "'" + d.names[0] + "' is renamed to '" + at->second->names[1] + "' as well",
                             "take one of the two decisions out");
            }
        }
        Groups<QuotedPlace> places;
        std::map<QuotedPlace, std::string> dates;
        for (const EventDecision& d : decisions_.events) {
            if (d.kind == EventDecisionKind::same) {
                places.join(d.place, d.other);
            }
        }
        for (const EventDecision& d : decisions_.events) {
            if (d.kind == EventDecisionKind::different && places.of(d.place) == places.of(d.other)) {
                return error(d.line, "these two events are said to be the same as well",
                             "take one of the two decisions out");
            }
            if (d.kind == EventDecisionKind::date) {
                const auto [at, is_new] = dates.try_emplace(d.place, d.date);
                if (!is_new && at->second != d.date) {
                    return error(d.line, "this event is dated " + at->second + " as well",
                                 "take one of the two decisions out");
                }
            }
        }
        return {};
    }

    std::string path_;
    std::uint32_t line_ = 0;
    Decisions decisions_;
};

} // namespace

Result<Decisions> parse_decisions(std::string_view text, std::string_view path) {
    return Parser(path).parse(text);
}

} // namespace fasti::graph
