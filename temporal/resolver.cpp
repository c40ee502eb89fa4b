// See resolver.hpp.
#include "temporal/resolver.hpp"

#include "temporal/tense.hpp"

#include "core/one_of.hpp"

#include <algorithm>
#include <array>

namespace fasti::temporal {
namespace {

bool told_aside(std::string_view before) {
    return before.ends_with("as of ") || before.ends_with("As of ");
}

// Words that lead from one date straight to the next, which then is of the same year or goes on from it:
// "from May 2010 to March", "in 1897, when June 22".
bool goes_on(std::string_view between) {
    constexpr std::array<std::string_view, 11> links = {"-",   "\u2013", "to",     "through", "until", "till",
                                                        "and", "or",     ", when", "when",    "and on"};
    while (between.starts_with(' ')) {
        between.remove_prefix(1);
    }
    while (between.ends_with(' ')) {
        between.remove_suffix(1);
    }
    return one_of(between, links);
}

} // namespace

bool told_as_narrative(const CandidateList& list, const RuleSet& rules, const std::optional<ParsedDate>& published) {
    const Context nothing_known(std::nullopt);
    const Evaluator evaluator(list, rules, nothing_known);
    std::size_t old = 0;    // dates with a year, more than one before publication
    std::size_t recent = 0; // other dates with a year
    std::size_t deictic = 0;
    for (const Found& found : list.found) {
        const Meaning m = evaluator.found(found);
        if (!m.is_point() || found.narrative) {
            continue;
        }
        if (m.placed()) {
            const bool far = !published || m.year < year_of(published->moment);
            (far ? old : recent) += 1;
        } else if (m.unplaced || (m.weekday != unknown && m.month == unknown)) {
            ++deictic;
        }
    }
    return published ? old >= 8 && old > 2 * (recent + deictic) : old >= 3 && old > deictic;
}

Timex resolve_found(const Found& found, std::uint32_t index, const CandidateList& list, const RuleSet& rules,
                    Context& context, bool trace) {
    Timex out;
    out.span = found.span;
    out.rule = rules.name(list.chunks[found.chunk].rule);
    const Evaluator evaluator(list, rules, context, trace ? &out.trace : nullptr);
    const Meaning said = evaluator.found(found);
    const Meaning completed = context.complete(said);
    if (trace && timex3_value(completed) != timex3_value(said)) {
        out.trace.push_back("completed from " + (completed.anchor.empty() ? "nothing" : completed.anchor) + ": " +
                            timex3_value(completed));
    }
    out.anchor = completed.anchor;
    out.time = to_time_value(completed);
    context.remember(completed, index);
    return out;
}

std::vector<Timex> resolve(const Candidates& candidates, const Article& article, const Document& document,
                           const Rules& rules, const Options& options) {
    const CandidateList& list = candidates.list();
    const RuleSet& set = rules.compiled();
    const bool narrative = options.style == Style::narrative ||
                           (options.style == Style::automatic && told_as_narrative(list, set, article.published));
    Context context(article.published, narrative);
    std::vector<Timex> out;
    out.reserve(list.found.size());
    for (const Found& found : list.found) {
        if (found.narrative && !narrative) {
            continue;
        }
        context.set_tense(found.reads_tense ? tense_at(document, found.span) : Direction::open);
        context.set_aside(told_aside(surface(document.text, {0, found.span.begin})));
        context.set_goes_on(!out.empty() && context.last_index() == out.size() - 1 &&
                            goes_on(surface(document.text, {out.back().span.end, found.span.begin})));
        out.push_back(resolve_found(found, static_cast<std::uint32_t>(out.size()), list, set, context, options.trace));
    }
    return out;
}

std::vector<std::uint32_t> sentences_needing_tags(const Candidates& candidates, const Document& document) {
    std::vector<std::uint32_t> out;
    if (document.sentences.empty()) {
        return out;
    }
    for (const Found& found : candidates.list().found) {
        if (found.reads_tense) {
            const std::uint32_t sentence = document.sentence_at(found.span.begin);
            if (out.empty() || out.back() != sentence) {
                out.push_back(sentence);
            }
        }
    }
    return out;
}

// ---- candidates and single expressions ------------------------------------------------------

Candidates::Candidates() : list_(std::make_unique<CandidateList>()) {}
Candidates::Candidates(std::unique_ptr<CandidateList> list) : list_(std::move(list)) {}
Candidates::Candidates(Candidates&&) noexcept = default;
Candidates& Candidates::operator=(Candidates&&) noexcept = default;
Candidates::~Candidates() = default;

std::size_t Candidates::size() const {
    return list_->found.size();
}

Candidates match(const Document& document, const Rules& rules) {
    const RuleSet& set = rules.compiled();
    return Candidates(std::make_unique<CandidateList>(match_atoms(cut_atoms(document, set.vocabulary), set)));
}

struct ExpressionResolver::State {
    Rules rules;
    Options options;
    Context context;
    std::uint32_t count = 0;
};

ExpressionResolver::ExpressionResolver(const Rules& rules, std::optional<ParsedDate> published, Options options)
    : state_(std::make_unique<State>(State{rules, options, Context(published, options.style == Style::narrative), 0})) {
}
ExpressionResolver::ExpressionResolver(ExpressionResolver&&) noexcept = default;
ExpressionResolver& ExpressionResolver::operator=(ExpressionResolver&&) noexcept = default;
ExpressionResolver::~ExpressionResolver() = default;

Timex ExpressionResolver::resolve(std::string_view expression) {
    const RuleSet& set = state_->rules.compiled();
    const CandidateList list = match_atoms(cut_atoms(expression, set.vocabulary), set, true);
    const Found* longest = nullptr;
    for (const Found& found : list.found) {
        const bool counts = !found.narrative || state_->context.narrative();
        if (counts && (longest == nullptr || found.span.size() > longest->span.size())) {
            longest = &found;
        }
    }
    if (longest == nullptr) {
        Timex none;
        none.time.certainty = Certainty::unresolved;
        return none;
    }
    return resolve_found(*longest, state_->count++, list, set, state_->context, state_->options.trace);
}

} // namespace fasti::temporal
