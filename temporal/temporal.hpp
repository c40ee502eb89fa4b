// Time expressions: found by rules, resolved to values. This is all that other folders call.
//
//   const auto rules = temporal::Rules::load(dirs);                       // once
//   const auto found = temporal::match(document, *rules);                 // needs tokens and sentences only
//   for (auto s : temporal::sentences_needing_tags(found, document)) …    // the language layer may tag these
//   const auto timexes = temporal::resolve(found, article, document, *rules, {});
//
// Matching knows no date at all; resolving alone knows the publication date, the dates before
// in the text, tense, and the habits of news writing. Both are pure: safe on any number of threads.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "core/result.hpp"
#include "core/timex.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::temporal {

/// How a text is told. News looks from its publication date; a history or a biography from the
/// last full date. `automatic` decides by the dates in the text.
enum class Style : std::uint8_t { automatic, news, narrative };

struct Options {
    Style style = Style::automatic;
    bool trace = false; ///< fill Timex::trace with the derivation
};

struct RuleSet; // compiled rules; see rule_set.hpp

/// What `fasti rules list` shows of a rule.
struct RuleInfo {
    std::string name;
    std::string type;  ///< "date", "number", "skip" …
    std::string place; ///< "rules/en/dates.rules:12"
    std::string pattern;
    std::size_t examples = 0;
};

/// A rule that fails one of the demands on rules (a passing example, a tie, an unreachable rule …).
struct RuleComplaint {
    std::string place; ///< file and line
    std::string rule;
    std::string message;
};

/// The rules of one language, read from files and compiled. Copies share the compiled form.
class Rules {
public:
    /// Reads every *.lex, then every *.rules of each folder, by name. A rule of a later folder
    /// replaces the one of the same name of an earlier folder, or is added. A faulty file is an error with file,
    /// line, what was wanted and what was found.
    [[nodiscard]] static Result<Rules> load(std::span<const std::filesystem::path> dirs);

    [[nodiscard]] std::string_view language() const;
    [[nodiscard]] std::vector<RuleInfo> list() const;
    /// Authoring errors that are no syntax errors: too few examples, rules that no example reaches, equal
    /// patterns. In order of file and line; empty when all is well.
    [[nodiscard]] std::vector<RuleComplaint> check() const;
    /// Runs the examples in the rules; each complaint says what was wanted and what was found.
    [[nodiscard]] std::vector<RuleComplaint> test() const;
    [[nodiscard]] std::size_t example_count() const;

    [[nodiscard]] const RuleSet& compiled() const { return *set_; }
    explicit Rules(std::shared_ptr<const RuleSet> set) : set_(std::move(set)) {}

private:
    std::shared_ptr<const RuleSet> set_;
};

struct CandidateList; // matches before resolution; see matcher.hpp

/// Time expressions that were found, and not yet resolved. Movable only.
class Candidates {
public:
    Candidates();
    explicit Candidates(std::unique_ptr<CandidateList> list);
    Candidates(Candidates&&) noexcept;
    Candidates& operator=(Candidates&&) noexcept;
    ~Candidates();

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const CandidateList& list() const { return *list_; }

private:
    std::unique_ptr<CandidateList> list_;
};

/// Finds the time expressions of a document; uses its text and sentences. Linear in the text.
[[nodiscard]] Candidates match(const Document& document, const Rules& rules);

/// Sentences that hold an expression whose reading depends on the tense of its verb, ascending.
[[nodiscard]] std::vector<std::uint32_t> sentences_needing_tags(const Candidates& candidates, const Document& document);

/// Resolves in text order; the result is ordered by span and does not overlap. Tags of `document` are used
/// where its tokens have them. Without a publication date relative expressions stay unresolved.
[[nodiscard]] std::vector<Timex> resolve(const Candidates& candidates, const Article& article, const Document& document,
                                         const Rules& rules, const Options& options);

/// Resolves expressions one by one, without a text around them, as `fasti resolve` does. Earlier
/// answers are the dates before in the text of the later ones.
class ExpressionResolver {
public:
    ExpressionResolver(const Rules& rules, std::optional<ParsedDate> published, Options options = {});
    ExpressionResolver(ExpressionResolver&&) noexcept;
    ExpressionResolver& operator=(ExpressionResolver&&) noexcept;
    ~ExpressionResolver();

    /// The meaning of the longest expression in `expression`; the span is within it. When nothing is found
    /// the span is empty and the certainty `unresolved`.
    [[nodiscard]] Timex resolve(std::string_view expression);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace fasti::temporal
