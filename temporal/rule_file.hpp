// Reads rule files (*.rules) and lexicons (*.lex) into plain text structures, line by line, with the
// place of everything. What patterns and values mean is the business of `rule_set`.
//
//   language en                          class month
//   anchor   2013-02-12T04:30              october oct oct. = 10
//   stratum  dates
//
//   rule n-units-ago : date
//     match  <n:number> <u:unit> ago
//     value  shift(anchor, minus(n), u)
//     yes    five days ago | 2013-02-07
//     no     long ago
#pragma once

#include "core/calendar.hpp"
#include "core/result.hpp"

#include "core/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::temporal {

struct Line {
    std::string text;
    std::uint32_t number = 0;
};

struct Example {
    bool positive = true;
    std::string text;                ///< without the brackets
    std::vector<Span> extents;       ///< of the brackets, or the whole text
    std::vector<std::string> values; ///< one for each extent; empty: not stated
    std::string type;                ///< empty: not stated
    std::string mod;
    std::uint32_t line = 0;
};

struct Part {
    std::string first; ///< slot names; the part runs from one to the other
    std::string last;
    std::string type;
    Line value;
};

struct RuleText {
    std::string name;
    std::string type;
    std::string stratum;
    std::string file;
    std::uint32_t line = 0;
    std::vector<Line> patterns;
    std::optional<Line> value;
    std::vector<Part> parts;
    int prefer = 0;
    bool reads_tense = false;
    bool narrative = false; ///< counts in narratives only
    std::vector<Example> examples;

    [[nodiscard]] std::string place() const { return file + ":" + std::to_string(line); }
};

struct LexiconText {
    std::string name; ///< of the class
    std::string file;
    struct Entry {
        std::vector<std::string> phrases;
        Line value;
    };
    std::vector<Entry> entries;
};

struct RuleFile {
    std::string language;
    std::optional<ParsedDate> anchor;
    std::vector<RuleText> rules;
    std::vector<LexiconText> lexicons;
};

/// Names that a `stratum` line may have, lowest first.
inline constexpr std::string_view strata[] = {"numbers", "years", "units", "dates", "ranges", "modifiers"};

/// Reads `text`, the content of `file` (its name only is used, in messages). The error says file,
/// line, what was wanted and what was found.
[[nodiscard]] Result<RuleFile> parse_rule_file(std::string_view text, const std::string& file);

/// An error of a rule file.
[[nodiscard]] Error rule_error(const std::string& file, std::uint32_t line, std::string message);

} // namespace fasti::temporal
