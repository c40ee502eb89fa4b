// See resolver.hpp.
#include "temporal/resolver.hpp"

#include "temporal/style.hpp"
#include "temporal/tense.hpp"

#include "core/one_of.hpp"

#include <algorithm>
#include <array>

namespace fasti::temporal {
namespace {

// Headings stand between empty lines, are short, and end without a mark. (Lines alone would not do: each line of
// a text that is wrapped begins and ends with one.)
bool is_heading(std::string_view text, Span span) {
    constexpr std::size_t longest = 80;
    std::size_t begin = span.begin;
    while (begin > 0 && text[begin - 1] != '\n') {
        if (span.begin - --begin > longest) {
            return false;
        }
    }
    std::size_t end = span.end;
    while (end < text.size() && text[end] != '\n') {
        if (++end - begin > longest) {
            return false;
        }
    }
    const std::string_view above = text.substr(0, begin);
    const std::string_view below = text.substr(end);
    std::string_view line = text.substr(begin, end - begin);
    while (line.ends_with('\r') || line.ends_with(' ')) {
        line.remove_suffix(1);
    }
    const bool set_off = (above.empty() || above.ends_with("\n\n") || above.ends_with("\n\r\n")) &&
                         (below.starts_with("\n\n") || below.starts_with("\n\r\n"));
    return set_off && std::string_view(".!?,;:").find(line.back()) == std::string_view::npos;
}

Place place_of(std::string_view text, Span span) {
    const std::string_view before = text.substr(0, span.begin);
    if (before.ends_with("as of ") || before.ends_with("As of ")) {
        return Place::aside;
    }
    return is_heading(text, span) ? Place::heading : Place::course;
}

// "Tuesday's vote" behind another date of the sentence.
bool stands_inside(const Document& document, Span span, const std::vector<Timex>& before) {
    const std::string_view after = std::string_view(document.text).substr(span.end);
    return (after.starts_with("'s ") || after.starts_with("\u2019s ")) && !before.empty() &&
           !document.sentences.empty() &&
           before.back().span.begin >= document.sentences[document.sentence_at(span.begin)].span.begin;
}

// Words that lead from one date straight to the next, which then is of the same year or goes on from it:
// "from May 2010 to March", "in 1897, when June 22".
bool goes_on(std::string_view between) {
    constexpr std::array<std::string_view, 11> links = {"-",   "\u2013", "to",     "through", "until", "till",
                                                        "and", "or",     ", when", "when",    "and on"};
    const auto first = between.find_first_not_of(" \t\r\n");
    const auto last = between.find_last_not_of(" \t\r\n");
    between = first == std::string_view::npos ? std::string_view() : between.substr(first, last - first + 1);
    return one_of(between, links);
}

} // namespace

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
    // A history that looks back ("a year earlier") goes on from where it was.
    if (!(context.narrative() && said.placed() && said.anchor.starts_with("timex:") && context.looks_back(said))) {
        context.remember(completed, index);
    }
    return out;
}

std::vector<Timex> resolve(const Candidates& candidates, const Article& article, const Document& document,
                           const Rules& rules, const Options& options) {
    const CandidateList& list = candidates.list();
    const RuleSet& set = rules.compiled();
    const std::vector<IndexRange> passages = narrated_passages(list, set, article, options.style);
    auto passage = passages.begin();
    const bool history = !passages.empty() && passages.front().size() == list.found.size();
    Context context(article.published);
    std::vector<Timex> out;
    out.reserve(list.found.size());
    for (std::uint32_t i = 0; i < list.found.size(); ++i) {
        const Found& found = list.found[i];
        while (passage != passages.end() && passage->end <= i) {
            ++passage;
        }
        const bool narrative = passage != passages.end() && passage->begin <= i;
        if (found.narrative && !narrative) {
            continue;
        }
        context.set_narrative(narrative);
        context.set_tense(found.reads_tense ? tense_at(document, found.span) : Direction::open);
        context.set_place(narrative                                  ? place_of(document.text, found.span)
                          : stands_inside(document, found.span, out) ? Place::inside
                                                                     : Place::course);
        context.set_index(static_cast<std::uint32_t>(out.size()));
        context.set_goes_on(!history && context.follows_date() &&
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
    state_->context.set_index(state_->count);
    return resolve_found(*longest, state_->count++, list, set, state_->context, state_->options.trace);
}

} // namespace fasti::temporal
