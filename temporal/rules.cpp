// The rules as their authors see them: loading folders, listing, checking, running examples.
#include "temporal/resolver.hpp"
#include "temporal/rule_set.hpp"
#include "temporal/temporal.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

namespace fasti::temporal {
namespace {

Result<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in && !in.eof()) {
        return Error{ErrorCode::io, "the rule file cannot be read", path.string(), "check its permissions"};
    }
    return text;
}

// The files of a folder that end in `extension`, by name, so that every machine reads them alike.
Result<std::vector<std::filesystem::path>> files_in(const std::filesystem::path& dir, std::string_view extension) {
    std::vector<std::filesystem::path> out;
    std::error_code code;
    for (std::filesystem::directory_iterator it(dir, code), end; !code && it != end; it.increment(code)) {
        if (it->path().extension() == extension) {
            out.push_back(it->path());
        }
    }
    if (code) {
        return Error{ErrorCode::io, "the folder of rules cannot be read: " + code.message(), dir.string(),
                     "name a folder with *.rules and *.lex files"};
    }
    std::sort(out.begin(), out.end());
    return out;
}

// "en/dates.rules": the folder tells apart what was overridden.
std::string short_name(const std::filesystem::path& path) {
    return (path.parent_path().filename() / path.filename()).string();
}

struct Reading {
    CandidateList list;
    std::vector<Timex> timexes; ///< one for each of list.found
};

Reading read_example(const std::string& text, const RuleSet& set) {
    Reading out;
    out.list = match_atoms(cut_atoms(text, set.vocabulary), set);
    Context context(set.anchor.granularity <= Granularity::day && year_of(set.anchor.moment) != 1970
                        ? std::optional(set.anchor)
                        : std::nullopt);
    for (const Found& found : out.list.found) {
        out.timexes.push_back(
            resolve_found(found, static_cast<std::uint32_t>(out.timexes.size()), out.list, set, context, false));
    }
    return out;
}

std::string show(const Reading& reading, const RuleSet& set, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < reading.timexes.size(); ++i) {
        const Timex& t = reading.timexes[i];
        out += (out.empty() ? "'" : ", '") + std::string(surface(text, t.span)) + "' = " + t.time.value + " by " +
               std::string(set.name(reading.list.chunks[reading.list.found[i].chunk].rule));
    }
    for (const Found& f : reading.list.skipped) {
        out += (out.empty() ? "'" : ", '") + std::string(surface(text, f.span)) + "' skipped by " +
               std::string(set.name(reading.list.chunks[f.chunk].rule));
    }
    return out.empty() ? "nothing" : out;
}

// Why the example fails; empty when it passes.
std::string failure(const Example& example, std::uint32_t rule, const RuleSet& set) {
    const Reading reading = read_example(example.text, set);
    const CompiledRule& compiled = set.compiled[rule];
    const auto chunk_of = [&](Span extent) -> const Chunk* {
        for (const Chunk& c : reading.list.chunks) {
            const Span span{reading.list.atoms[c.begin].span.begin, reading.list.atoms[c.end - 1].span.end};
            if (c.rule == rule && span == extent) {
                return &c;
            }
        }
        return nullptr;
    };
    const auto by_rule = [&](const Found& f) { return reading.list.chunks[f.chunk].rule == rule; };
    if (!example.positive) {
        const bool fires = compiled.outcome == Outcome::part
                               ? std::any_of(reading.list.chunks.begin(), reading.list.chunks.end(),
                                             [&](const Chunk& c) { return c.rule == rule; })
                               : std::any_of(reading.list.found.begin(), reading.list.found.end(), by_rule) ||
                                     std::any_of(reading.list.skipped.begin(), reading.list.skipped.end(), by_rule);
        return fires ? "wanted no match in '" + example.text + "', found " + show(reading, set, example.text) : "";
    }
    const auto wanted = [&](std::size_t i) {
        return "'" + std::string(surface(example.text, example.extents[i])) + "'" +
               (example.values.empty() ? "" : " = " + example.values[i]);
    };
    for (std::size_t i = 0; i < example.extents.size(); ++i) {
        const Span extent = example.extents[i];
        if (compiled.outcome == Outcome::skip) {
            const bool skipped = std::any_of(reading.list.skipped.begin(), reading.list.skipped.end(),
                                             [&](const Found& f) { return by_rule(f) && f.span == extent; });
            if (!skipped) {
                return "wanted " + wanted(i) + " skipped, found " + show(reading, set, example.text);
            }
            continue;
        }
        if (compiled.outcome == Outcome::part) {
            const Chunk* chunk = chunk_of(extent);
            if (chunk == nullptr) {
                return "wanted " + wanted(i) + ", found no match there";
            }
            const Context context(set.anchor);
            const auto index = static_cast<std::uint32_t>(chunk - reading.list.chunks.data());
            const std::string value = describe(Evaluator(reading.list, set, context).chunk(index));
            if (!example.values.empty() && value != example.values[i]) {
                return "wanted " + wanted(i) + ", found " + value;
            }
            continue;
        }
        bool right = false;
        for (std::size_t t = 0; t < reading.timexes.size(); ++t) {
            const TimeValue& time = reading.timexes[t].time;
            right = right || (by_rule(reading.list.found[t]) && reading.timexes[t].span == extent &&
                              (example.values.empty() || time.value == example.values[i]) &&
                              (example.type.empty() || to_string(time.type) == example.type) &&
                              (example.mod.empty() || to_string(time.mod) == example.mod));
        }
        if (!right) {
            return "wanted " + wanted(i) + (example.type.empty() ? "" : " " + example.type) +
                   (example.mod.empty() ? "" : " " + example.mod) + ", found " + show(reading, set, example.text);
        }
    }
    return {};
}

} // namespace

Result<Rules> Rules::load(std::span<const std::filesystem::path> dirs) {
    std::vector<RuleFile> files;
    std::vector<std::size_t> folder_of;
    for (std::size_t d = 0; d < dirs.size(); ++d) {
        for (const std::string_view extension : {".lex", ".rules"}) {
            auto paths = files_in(dirs[d], extension);
            if (!paths) {
                return paths.error();
            }
            for (const auto& path : *paths) {
                auto text = read_file(path);
                if (!text) {
                    return text.error();
                }
                auto file = parse_rule_file(*text, short_name(path));
                if (!file) {
                    return file.error();
                }
                files.push_back(std::move(*file));
                folder_of.push_back(d);
            }
        }
    }
    if (files.empty()) {
        return Error{ErrorCode::not_found, "no rules were found", dirs.empty() ? std::string() : dirs.front().string(),
                     "name a folder with *.rules and *.lex files"};
    }
    auto set = compile_rules(std::move(files), folder_of);
    if (!set) {
        return set.error();
    }
    return Rules(std::make_shared<const RuleSet>(std::move(*set)));
}

std::string_view Rules::language() const {
    return set_->language;
}

std::vector<RuleInfo> Rules::list() const {
    std::vector<RuleInfo> out;
    for (const RuleText& rule : set_->rules) {
        out.push_back({rule.name, rule.type, rule.place(), rule.patterns.front().text, rule.examples.size()});
    }
    return out;
}

std::size_t Rules::example_count() const {
    std::size_t n = 0;
    for (const RuleText& rule : set_->rules) {
        n += rule.examples.size();
    }
    return n;
}

std::vector<RuleComplaint> Rules::check() const {
    std::vector<RuleComplaint> out;
    for (const RuleText& rule : set_->rules) {
        const auto positive =
            std::count_if(rule.examples.begin(), rule.examples.end(), [](const Example& e) { return e.positive; });
        if (positive < 2) {
            out.push_back(
                {rule.place(), rule.name, "wanted at least two 'yes' examples, found " + std::to_string(positive)});
        }
        if (static_cast<std::size_t>(positive) == rule.examples.size()) {
            out.push_back({rule.place(), rule.name, "wanted at least one 'no' example, found none"});
        }
    }
    // Equal patterns of two rules: the later one is never reached.
    for (const Trie& trie : set_->tries) {
        for (const TrieNode& node : trie.nodes) {
            for (std::size_t i = 1; i < node.accepts.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const Accept& a = set_->accepts[node.accepts[j]];
                    const Accept& b = set_->accepts[node.accepts[i]];
                    const CompiledRule& x = set_->compiled[a.rule];
                    const CompiledRule& y = set_->compiled[b.rule];
                    if (a.rule != b.rule && x.stratum > 0 && x.prefer == y.prefer && a.before == b.before &&
                        a.after == b.after) {
                        out.push_back({set_->rules[y.text].file + ":" + std::to_string(b.line),
                                       std::string(set_->name(b.rule)),
                                       "has a pattern of '" + std::string(set_->name(a.rule)) + "' (" +
                                           set_->place(a.rule) + "): say 'prefer' in one of them"});
                    }
                }
            }
        }
    }
    const auto key = [](const RuleComplaint& c) { return std::tie(c.place, c.rule, c.message); };
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    out.erase(std::unique(out.begin(), out.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
              out.end());
    return out;
}

std::vector<RuleComplaint> Rules::test() const {
    std::vector<RuleComplaint> out;
    for (std::uint32_t r = 0; r < set_->compiled.size(); ++r) {
        if (set_->compiled[r].stratum == 0) {
            continue;
        }
        const RuleText& text = set_->rules[set_->compiled[r].text];
        for (const Example& example : text.examples) {
            if (std::string why = failure(example, r, *set_); !why.empty()) {
                out.push_back({text.file + ":" + std::to_string(example.line), text.name, std::move(why)});
            }
        }
    }
    return out;
}

} // namespace fasti::temporal
