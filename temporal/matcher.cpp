// See matcher.hpp.
#include "temporal/matcher.hpp"

#include <algorithm>
#include <array>

namespace fasti::temporal {
namespace {

struct Best {
    std::uint32_t accept = no_chunk;
    std::uint32_t end = 0;
    int prefer = 0;
};

class Matcher {
public:
    Matcher(CandidateList& list, const RuleSet& rules, bool alone) : list_(list), rules_(rules), alone_(alone) {
        const auto mark = [&](const char* c) { return rules.vocabulary.find(c); };
        money_ = mark("$");
        point_ = mark(".");
        comma_ = mark(",");
        colon_ = mark(":");
        slash_ = mark("/");
        dash_ = mark("-");
        percent_ = mark("%");
    }

    void run() {
        list_.first_chunk.assign(list_.atoms.size(), no_chunk);
        find_lexicon_words();
        for (std::size_t s = 1; s < rules_.tries.size(); ++s) {
            run_stratum(s);
        }
        select();
    }

private:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(list_.atoms.size()); }
    [[nodiscard]] const Atom& atom(std::uint32_t i) const { return list_.atoms[i]; }

    // ---- one pattern step -------------------------------------------------------------

    [[nodiscard]] static bool has_word(const std::vector<Literal>& words, const Atom& a) {
        return a.word != unknown_word && std::any_of(words.begin(), words.end(), [&](const Literal& w) {
                   return w.word == a.word && (!w.capital || a.capital);
               });
    }

    // Walks the trie from `node`, with `depth` steps taken and the next one at atom `at`.
    void walk(const Trie& trie, std::uint32_t node, std::uint32_t at, std::size_t depth) {
        for (const std::uint32_t accept : trie.nodes[node].accepts) {
            offer(accept, at, depth);
        }
        if (at >= size() || atom(at).opens) {
            return;
        }
        for (const TrieEdge& edge : trie.nodes[node].edges) {
            step(trie, edge, at, depth);
        }
    }

    void step(const Trie& trie, const TrieEdge& edge, std::uint32_t at, std::size_t depth) {
        const Item& item = rules_.items[edge.item];
        const Atom& a = atom(at);
        if (item.glued && !a.glued) {
            return;
        }
        Capture& capture = path_[depth];
        if (item.number) {
            if (a.kind == AtomKind::number && a.number >= item.low && a.number <= item.high &&
                (item.digits == 0 ? a.digits <= 9 : a.digits == item.digits)) {
                capture = {no_chunk, at, at + 1, a.number, a.digits, true};
                walk(trie, edge.node, at + 1, depth + 1);
            }
            return;
        }
        if (item.types.empty()) {
            if (has_word(item.words, a)) {
                capture = {no_chunk, at, at + 1, 0, 0, false};
                walk(trie, edge.node, at + 1, depth + 1);
            }
            return;
        }
        for (std::uint32_t c = list_.first_chunk[at]; c != no_chunk; c = list_.chunks[c].next) {
            if (std::find(item.types.begin(), item.types.end(), list_.chunks[c].type) != item.types.end()) {
                path_[depth] = {c, at, list_.chunks[c].end, 0, 0, true};
                walk(trie, edge.node, list_.chunks[c].end, depth + 1);
            }
        }
    }

    void start(const Trie& trie, std::uint32_t at) {
        begin_ = at;
        best_ = {};
        const Atom& a = atom(at);
        if (a.word != unknown_word) {
            for (const TrieEdge& edge : trie.by_word[a.word]) {
                step(trie, edge, at, 0);
            }
        }
        if (a.kind == AtomKind::number) {
            for (const TrieEdge& edge : trie.by_number) {
                step(trie, edge, at, 0);
            }
        }
        for (std::uint32_t c = list_.first_chunk[at]; c != no_chunk; c = list_.chunks[c].next) {
            for (const TrieEdge& edge : trie.by_type[list_.chunks[c].type]) {
                path_[0] = {c, at, list_.chunks[c].end, 0, 0, true};
                if (!rules_.items[edge.item].glued || a.glued) {
                    walk(trie, edge.node, list_.chunks[c].end, 1);
                }
            }
        }
    }

    void offer(std::uint32_t accept, std::uint32_t end, std::size_t depth) {
        const Accept& a = rules_.accepts[accept];
        const CompiledRule& rule = rules_.compiled[a.rule];
        if (rule.stratum == 0) {
            lexicon_hits_.push_back({accept, end, 0});
            return;
        }
        const bool better =
            best_.accept == no_chunk || end > best_.end ||
            (end == best_.end && (rule.prefer > best_.prefer ||
                                  (rule.prefer == best_.prefer && a.rule < rules_.accepts[best_.accept].rule)));
        if (!better || !stands_alone(rule, end) ||
            !beside(a.before, a.after, end, alone_ && rule.outcome != Outcome::skip)) {
            return;
        }
        best_ = {accept, end, rule.prefer};
        std::copy_n(path_.begin(), depth, best_path_.begin());
    }

    // ---- what stands beside ------------------------------------------------------------

    // No match begins or ends within a word or a number.
    [[nodiscard]] bool stands_alone(const CompiledRule& rule, std::uint32_t end) const {
        const Atom& first = atom(begin_);
        const Atom& last = atom(end - 1);
        const bool after_mark = begin_ > 0 && atom(begin_ - 1).kind == AtomKind::mark;
        if (begin_ > 0 && first.glued && first.kind != AtomKind::mark && !after_mark) {
            return false;
        }
        if (end < size() && atom(end).glued && last.kind != AtomKind::mark && atom(end).kind != AtomKind::mark) {
            return false;
        }
        if (first.kind == AtomKind::number && after_mark && !number_may_begin(rule)) {
            return false;
        }
        return last.kind != AtomKind::number || end >= size() || atom(end).kind != AtomKind::mark ||
               number_may_end(rule, end);
    }

    [[nodiscard]] bool number_may_begin(const CompiledRule& rule) const {
        const Atom& mark = atom(begin_ - 1);
        if (mark.word == money_) {
            return false;
        }
        if (!atom(begin_).glued || begin_ < 2 || !mark.glued) {
            return true;
        }
        const Atom& before = atom(begin_ - 2);
        if (before.kind == AtomKind::number &&
            (mark.word == point_ || mark.word == comma_ || mark.word == colon_ || mark.word == slash_)) {
            return false;
        }
        // a piece of an address: "example.org/2014"
        if (mark.word == slash_ && before.kind == AtomKind::word && rule.outcome == Outcome::timex) {
            return false;
        }
        // "F-16", "5-1990": part of a name or of a range that no rule knows
        return mark.word != dash_ || rule.outcome != Outcome::timex ||
               !(before.kind == AtomKind::number || (before.capital && before.word == unknown_word));
    }

    [[nodiscard]] bool number_may_end(const CompiledRule& rule, std::uint32_t end) const {
        const Atom& mark = atom(end);
        if (mark.word == percent_ && rule.outcome == Outcome::timex) {
            return false;
        }
        if (!mark.glued || end + 1 >= size() || !atom(end + 1).glued || atom(end + 1).kind != AtomKind::number) {
            return true;
        }
        if (mark.word == point_ || mark.word == comma_ || mark.word == colon_ || mark.word == slash_) {
            return false;
        }
        return mark.word != dash_ || rule.outcome != Outcome::timex;
    }

    [[nodiscard]] bool beside(const SideCondition& before, const SideCondition& after, std::uint32_t end,
                              bool lenient) const {
        const auto holds = [&](const SideCondition& side, std::uint32_t at, bool edge) {
            if (!side.set || (edge && lenient)) {
                return true;
            }
            const bool found = edge ? side.sentence_edge
                                    : has_word(side.words, atom(at)) ||
                                          (side.any_number && atom(at).kind == AtomKind::number) ||
                                          (side.any_capital && atom(at).capital && atom(at).word == unknown_word);
            return found != side.negative;
        };
        return holds(before, begin_ == 0 ? 0 : begin_ - 1, begin_ == 0 || atom(begin_).opens) &&
               holds(after, end, end >= size() || atom(end).opens);
    }

    // ---- strata ------------------------------------------------------------------------

    void add_chunk(std::uint32_t begin, std::uint32_t end, std::uint32_t rule) {
        Chunk chunk;
        chunk.begin = begin;
        chunk.end = end;
        chunk.rule = rule;
        chunk.captures = static_cast<std::uint32_t>(list_.captures.size());
        chunk.type = rules_.compiled[rule].type;
        chunk.next = list_.first_chunk[begin];
        list_.first_chunk[begin] = static_cast<std::uint32_t>(list_.chunks.size());
        list_.chunks.push_back(chunk);
    }

    // Every class sees its own longest phrase at a place, so that "second" may be a unit and an ordinal.
    void find_lexicon_words() {
        const Trie& trie = rules_.tries[0];
        for (std::uint32_t i = 0; i < size(); ++i) {
            const Atom& a = atom(i);
            if (a.word == unknown_word || trie.by_word[a.word].empty()) {
                continue;
            }
            lexicon_hits_.clear();
            start(trie, i);
            for (const Best& hit : lexicon_hits_) {
                const std::uint32_t rule = rules_.accepts[hit.accept].rule;
                const bool longest = std::none_of(lexicon_hits_.begin(), lexicon_hits_.end(), [&](const Best& other) {
                    return other.end > hit.end &&
                           rules_.compiled[rules_.accepts[other.accept].rule].type == rules_.compiled[rule].type;
                });
                if (longest) {
                    add_chunk(i, hit.end, rule);
                }
            }
        }
    }

    void run_stratum(std::size_t stratum) {
        const Trie& trie = rules_.tries[stratum];
        std::uint32_t i = 0;
        while (i < size()) {
            const Atom& a = atom(i);
            if (a.word == unknown_word && a.kind != AtomKind::number && list_.first_chunk[i] == no_chunk) {
                ++i;
                continue;
            }
            start(trie, i);
            if (best_.accept == no_chunk) {
                ++i;
                continue;
            }
            const Accept& accept = rules_.accepts[best_.accept];
            add_chunk(i, best_.end, accept.rule);
            for (const std::int8_t step_index : accept.slot_steps) {
                list_.captures.push_back(step_index < 0 ? Capture{} : best_path_[static_cast<std::size_t>(step_index)]);
            }
            i = best_.end;
        }
    }

    // ---- the expressions of the text ----------------------------------------------------

    // Higher strata first; what overlaps something chosen before is part of it, or gives way.
    void select() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t c = 0; c < list_.chunks.size(); ++c) {
            if (rules_.compiled[list_.chunks[c].rule].outcome != Outcome::part) {
                order.push_back(c);
            }
        }
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
            return rules_.compiled[list_.chunks[x].rule].stratum > rules_.compiled[list_.chunks[y].rule].stratum;
        });
        std::vector<bool> taken(list_.atoms.size(), false);
        for (const std::uint32_t c : order) {
            const Chunk& chunk = list_.chunks[c];
            bool free = true;
            for (std::uint32_t i = chunk.begin; i < chunk.end && free; ++i) {
                free = !taken[i];
            }
            if (!free) {
                continue;
            }
            for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
                taken[i] = true;
            }
            add_found(c);
        }
        const auto by_place = [](const Found& x, const Found& y) { return x.span < y.span; };
        std::sort(list_.found.begin(), list_.found.end(), by_place);
        std::sort(list_.skipped.begin(), list_.skipped.end(), by_place);
    }

    // A rule reads tense when anything that fills its slots does: "late Thursday".
    [[nodiscard]] bool reads_tense(std::uint32_t c) const {
        const Chunk& chunk = list_.chunks[c];
        const CompiledRule& rule = rules_.compiled[chunk.rule];
        bool reads = rule.reads_tense;
        for (std::size_t s = 0; s < rule.slots.size() && !reads; ++s) {
            const std::uint32_t inner = list_.captures[chunk.captures + s].chunk;
            reads = inner != no_chunk && reads_tense(inner);
        }
        return reads;
    }

    void add_found(std::uint32_t c) {
        const Chunk& chunk = list_.chunks[c];
        const CompiledRule& rule = rules_.compiled[chunk.rule];
        const auto span_of = [&](std::uint32_t begin, std::uint32_t end) {
            return Span{atom(begin).span.begin, atom(end - 1).span.end};
        };
        Found found{span_of(chunk.begin, chunk.end), c, -1, reads_tense(c), rule.narrative};
        if (rule.outcome == Outcome::skip) {
            list_.skipped.push_back(found);
            return;
        }
        if (rule.parts.empty()) {
            list_.found.push_back(found);
            return;
        }
        for (std::size_t p = 0; p < rule.parts.size(); ++p) {
            const Capture& first = list_.captures[chunk.captures + static_cast<std::size_t>(rule.parts[p].first_slot)];
            const Capture& last = list_.captures[chunk.captures + static_cast<std::size_t>(rule.parts[p].last_slot)];
            if (first.filled && last.filled) {
                found.span = span_of(first.begin, last.end);
                found.part = static_cast<std::int8_t>(p);
                list_.found.push_back(found);
            }
        }
    }

    CandidateList& list_;
    const RuleSet& rules_;
    const bool alone_;
    WordId money_, point_, comma_, colon_, slash_, dash_, percent_;
    std::uint32_t begin_ = 0;
    Best best_;
    std::array<Capture, longest_pattern + 1> path_{};
    std::array<Capture, longest_pattern + 1> best_path_{};
    std::vector<Best> lexicon_hits_;
};

} // namespace

CandidateList match_atoms(std::vector<Atom> atoms, const RuleSet& rules, bool alone) {
    CandidateList list;
    list.atoms = std::move(atoms);
    Matcher(list, rules, alone).run();
    return list;
}

Value Evaluator::run(const Code& code, const Chunk& chunk) const {
    std::vector<Value> stack;
    for (const Instruction& step : code.steps) {
        if (step.kind == Instruction::Kind::constant) {
            stack.push_back(code.constants[step.index]);
        } else if (step.kind == Instruction::Kind::slot) {
            const Capture& capture = list_.captures[chunk.captures + step.index];
            if (capture.chunk != no_chunk) {
                stack.push_back(this->chunk(capture.chunk));
            } else {
                stack.emplace_back(Number{static_cast<double>(capture.number), false, capture.digits});
            }
        } else {
            const Operator& op = *code.calls[step.index];
            const std::size_t n = op.arguments.size();
            const std::span<const Value> arguments(stack.data() + (stack.size() - n), n);
            Value value = op.apply(arguments, context_);
            if (trace_ != nullptr) {
                std::string line = std::string(op.name) + "(";
                for (std::size_t i = 0; i < n; ++i) {
                    line += (i == 0 ? "" : ", ") + describe(arguments[i]);
                }
                trace_->push_back(line + ") = " + describe(value));
            }
            stack.resize(stack.size() - n);
            stack.push_back(std::move(value));
        }
    }
    return stack.back();
}

Value Evaluator::chunk(std::uint32_t c) const {
    const Chunk& chunk = list_.chunks[c];
    const CompiledRule& rule = rules_.compiled[chunk.rule];
    const Code& code = rule.parts.empty() ? rule.code : rule.parts.back().code;
    Value value = run(code, chunk);
    if (trace_ != nullptr && rule.stratum > 0) {
        trace_->push_back(std::string(rules_.name(chunk.rule)) + " (" + rules_.place(chunk.rule) +
                          "): " + describe(value));
    }
    return value;
}

Meaning Evaluator::found(const Found& found) const {
    const Chunk& chunk = list_.chunks[found.chunk];
    const CompiledRule& rule = rules_.compiled[chunk.rule];
    std::string_view type = rules_.types[rule.type];
    Meaning meaning;
    if (found.part >= 0) {
        const CompiledPart& part = rule.parts[static_cast<std::size_t>(found.part)];
        type = part.type;
        meaning = std::get<Meaning>(run(part.code, chunk));
    } else {
        meaning = std::get<Meaning>(this->chunk(found.chunk));
    }
    if (type == "duration") {
        meaning.type = TimexType::duration;
    } else if (type == "set") {
        meaning.type = TimexType::set;
    }
    return meaning;
}

} // namespace fasti::temporal
