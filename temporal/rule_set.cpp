// See rule_set.hpp.
#include "temporal/rule_set.hpp"

#include <algorithm>
#include <array>

namespace fasti::temporal {
namespace {

Outcome outcome_of(std::string_view type) {
    if (type == "skip") {
        return Outcome::skip;
    }
    if (type == "date" || type == "time" || type == "duration" || type == "set") {
        return Outcome::timex;
    }
    return Outcome::part;
}

void append_bytes(std::string& key, std::uint64_t value) {
    for (int i = 0; i < 5; ++i) {
        key += static_cast<char>(value >> (8 * i));
    }
}

std::string key_of(const Item& item) {
    std::string key;
    key += item.number ? 'n' : item.types.empty() ? 'w' : 't';
    key += item.glued ? '~' : ' ';
    for (const Literal& w : item.words) {
        append_bytes(key, (std::uint64_t{w.word} << 1) | (w.capital ? 1 : 0));
    }
    for (const TypeId t : item.types) {
        append_bytes(key, t);
    }
    if (item.number) {
        append_bytes(key, static_cast<std::uint32_t>(item.low));
        append_bytes(key, static_cast<std::uint32_t>(item.high));
        key += static_cast<char>(item.digits);
    }
    return key;
}

class Compiler {
public:
    Result<RuleSet> run(std::vector<RuleFile> files, const std::vector<std::size_t>& folder_of) {
        if (Status status = collect(std::move(files), folder_of); !status) {
            return status.error();
        }
        set_.tries.resize(1 + std::size(strata));
        for (Trie& trie : set_.tries) {
            trie.nodes.resize(1);
        }
        if (Status status = add_lexicons(); !status) {
            return status.error();
        }
        for (std::size_t s = 0; s < std::size(strata); ++s) {
            if (Status status = add_stratum(s); !status) {
                return status.error();
            }
        }
        index_roots();
        return std::move(set_);
    }

private:
    Status collect(std::vector<RuleFile> files, const std::vector<std::size_t>& folder_of) {
        std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> seen; // name → folder, index
        for (std::size_t f = 0; f < files.size(); ++f) {
            RuleFile& file = files[f];
            if (!file.language.empty()) {
                set_.language = file.language;
            }
            if (file.anchor) {
                set_.anchor = *file.anchor;
            }
            for (LexiconText& lexicon : file.lexicons) {
                set_.lexicons.push_back(std::move(lexicon));
            }
            for (RuleText& rule : file.rules) {
                const auto [at, is_new] = seen.try_emplace(rule.name, folder_of[f], set_.rules.size());
                if (is_new) {
                    set_.rules.push_back(std::move(rule));
                } else if (at->second.first == folder_of[f]) {
                    return rule_error(rule.file, rule.line,
                                      "wanted a new name, found '" + rule.name + "', which " +
                                          set_.rules[at->second.second].place() + " has");
                } else {
                    at->second.first = folder_of[f];
                    set_.rules[at->second.second] = std::move(rule);
                }
            }
        }
        return {};
    }

    TypeId type_id(const std::string& name) {
        const auto [at, is_new] = ids_.try_emplace(name, static_cast<TypeId>(set_.types.size()));
        if (is_new) {
            set_.types.push_back(name);
            type_values_.emplace_back();
        }
        return at->second;
    }

    Status set_type_value(TypeId type, ValueType value, const std::string& file, std::uint32_t line) {
        auto& known = type_values_[type];
        if (known && *known != value) {
            return rule_error(file, line,
                              "wanted " + std::string(to_string(*known)) + " as every '" + set_.types[type] +
                                  "' is, found " + std::string(to_string(value)));
        }
        known = value;
        return {};
    }

    Status add_lexicons() {
        for (const LexiconText& lexicon : set_.lexicons) {
            const TypeId type = type_id(lexicon.name);
            known_.emplace(lexicon.name, type);
            for (const LexiconText::Entry& entry : lexicon.entries) {
                Result<Code> code = parse_expression(entry.value, lexicon.file, {}, {});
                if (!code) {
                    return code.error();
                }
                if (Status s = set_type_value(type, code->result, lexicon.file, entry.value.number); !s) {
                    return s;
                }
                CompiledRule rule;
                rule.text = static_cast<std::uint32_t>(&lexicon - set_.lexicons.data());
                rule.type = type;
                rule.code = std::move(*code);
                const auto index = static_cast<std::uint32_t>(set_.compiled.size());
                set_.compiled.push_back(std::move(rule));
                for (const std::string& phrase : entry.phrases) {
                    if (Status s = add_pattern({phrase, entry.value.number}, lexicon.file, index, 0); !s) {
                        return s;
                    }
                }
            }
        }
        return {};
    }

    Status add_stratum(std::size_t stratum) {
        for (std::size_t r = 0; r < set_.rules.size(); ++r) {
            if (set_.rules[r].stratum != strata[stratum]) {
                continue;
            }
            if (Status s = add_rule(r, stratum + 1); !s) {
                return s;
            }
        }
        for (const RuleText& rule : set_.rules) {
            if (rule.stratum == strata[stratum] && rule.type != "skip") {
                known_.emplace(rule.type, type_id(rule.type));
            }
        }
        return {};
    }

    Status add_rule(std::size_t r, std::size_t stratum) {
        const auto index = static_cast<std::uint32_t>(set_.compiled.size());
        set_.compiled.emplace_back();
        {
            CompiledRule& rule = set_.compiled.back();
            rule.text = static_cast<std::uint32_t>(r);
            rule.type = type_id(set_.rules[r].type);
            rule.stratum = static_cast<std::uint8_t>(stratum);
            rule.outcome = set_.rules[r].parts.empty() ? outcome_of(set_.rules[r].type) : Outcome::timex;
            rule.prefer = set_.rules[r].prefer;
            rule.reads_tense = set_.rules[r].reads_tense;
            rule.narrative = set_.rules[r].narrative;
        }
        slot_types_.clear();
        // Slot names first, so that every pattern of the rule counts them alike.
        const std::string file = set_.rules[r].file;
        const std::vector<Line> patterns = set_.rules[r].patterns;
        for (const Line& line : patterns) {
            if (Status s = add_pattern(line, file, index, stratum); !s) {
                return s;
            }
        }
        return add_values(index, set_.rules[r]);
    }

    Status add_values(std::uint32_t index, const RuleText& text) {
        CompiledRule& rule = set_.compiled[index];
        std::vector<ValueType> slot_values;
        for (std::size_t i = 0; i < rule.slots.size(); ++i) {
            ValueType value = ValueType::number;
            if (!slot_types_[i].empty()) {
                value = type_values_[slot_types_[i][0]].value_or(ValueType::number);
                for (const TypeId t : slot_types_[i]) {
                    if (type_values_[t].value_or(value) != value) {
                        return rule_error(text.file, text.line,
                                          "wanted one kind of value in slot '" + rule.slots[i] + "', found several");
                    }
                }
            }
            slot_values.push_back(value);
        }
        for (std::uint32_t a = 0; a < set_.accepts.size(); ++a) {
            if (set_.accepts[a].rule == index) {
                set_.accepts[a].slot_steps.resize(rule.slots.size(), -1);
            }
        }
        if (text.value) {
            Result<Code> code = parse_expression(*text.value, text.file, rule.slots, slot_values);
            if (!code) {
                return code.error();
            }
            rule.code = std::move(*code);
            if (Status s = check_filled(rule.code, index, text); !s) {
                return s;
            }
            if (rule.outcome == Outcome::timex && rule.code.result != ValueType::time) {
                return rule_error(text.file, text.value->number,
                                  "wanted a time as the value of a " + text.type + ", found " +
                                      std::string(to_string(rule.code.result)));
            }
            return set_type_value(rule.type, rule.code.result, text.file, text.value->number);
        }
        for (const Part& part : text.parts) {
            CompiledPart compiled;
            for (auto [name, slot] :
                 {std::pair{&part.first, &compiled.first_slot}, {&part.last, &compiled.last_slot}}) {
                const auto at = std::find(rule.slots.begin(), rule.slots.end(), *name);
                if (at == rule.slots.end()) {
                    return rule_error(text.file, part.value.number, "wanted a slot of the rule, found '" + *name + "'");
                }
                *slot = static_cast<std::int8_t>(at - rule.slots.begin());
            }
            Result<Code> code = parse_expression(part.value, text.file, rule.slots, slot_values);
            if (!code) {
                return code.error();
            }
            if (code->result != ValueType::time || outcome_of(part.type) != Outcome::timex) {
                return rule_error(text.file, part.value.number, "wanted a time of type date, time, duration or set");
            }
            if (Status s = check_filled(*code, index, text); !s) {
                return s;
            }
            compiled.type = part.type;
            compiled.code = std::move(*code);
            rule.parts.push_back(std::move(compiled));
        }
        return set_type_value(rule.type, ValueType::time, text.file, text.line);
    }

    // A slot that the value names must be filled by every way to read the patterns.
    Status check_filled(const Code& code, std::uint32_t index, const RuleText& text) const {
        for (const Accept& accept : set_.accepts) {
            if (accept.rule != index) {
                continue;
            }
            for (const Instruction& step : code.steps) {
                if (step.kind == Instruction::Kind::slot && accept.slot_steps[step.index] < 0) {
                    return rule_error(text.file, accept.line,
                                      "wanted slot '" + set_.compiled[index].slots[step.index] +
                                          "' in every form of the pattern, found one without it");
                }
            }
        }
        return {};
    }

    Status add_pattern(const Line& line, const std::string& file, std::uint32_t index, std::size_t stratum) {
        Result<PatternForms> forms =
            parse_pattern(line, file, PatternContext{set_.vocabulary, known_, set_.compiled[index].slots, slot_types_});
        if (!forms) {
            return forms.error();
        }
        for (const Sequence& sequence : forms->sequences) {
            Accept accept;
            accept.rule = index;
            accept.before = forms->before;
            accept.after = forms->after;
            accept.line = line.number;
            accept.slot_steps.assign(set_.compiled[index].slots.size(), -1);
            for (std::size_t i = 0; i < sequence.items.size(); ++i) {
                if (sequence.slots[i] >= 0) {
                    accept.slot_steps[static_cast<std::size_t>(sequence.slots[i])] = static_cast<std::int8_t>(i);
                }
            }
            insert(set_.tries[stratum], sequence.items, std::move(accept));
        }
        return {};
    }

    std::uint32_t item_id(const Item& item) {
        const auto [at, is_new] = item_ids_.try_emplace(key_of(item), static_cast<std::uint32_t>(set_.items.size()));
        if (is_new) {
            set_.items.push_back(item);
        }
        return at->second;
    }

    void insert(Trie& trie, const std::vector<Item>& items, Accept accept) {
        std::uint32_t node = 0;
        for (const Item& item : items) {
            const std::uint32_t id = item_id(item);
            auto& edges = trie.nodes[node].edges;
            const auto at = std::find_if(edges.begin(), edges.end(), [&](const TrieEdge& e) { return e.item == id; });
            if (at != edges.end()) {
                node = at->node;
                continue;
            }
            const auto next = static_cast<std::uint32_t>(trie.nodes.size());
            edges.push_back({id, next});
            trie.nodes.emplace_back();
            node = next;
        }
        trie.nodes[node].accepts.push_back(static_cast<std::uint32_t>(set_.accepts.size()));
        set_.accepts.push_back(std::move(accept));
    }

    void index_roots() {
        for (Trie& trie : set_.tries) {
            trie.by_word.resize(set_.vocabulary.size());
            trie.by_type.resize(set_.types.size());
            for (const TrieEdge& edge : trie.nodes[0].edges) {
                const Item& item = set_.items[edge.item];
                for (const Literal& literal : item.words) {
                    auto& edges = trie.by_word[literal.word];
                    if (edges.empty() || edges.back().item != edge.item) {
                        edges.push_back(edge);
                    }
                }
                for (const TypeId type : item.types) {
                    trie.by_type[type].push_back(edge);
                }
                if (item.number) {
                    trie.by_number.push_back(edge);
                }
            }
        }
    }

    RuleSet set_;
    std::unordered_map<std::string, TypeId> ids_;   // of all types
    std::unordered_map<std::string, TypeId> known_; // of those that the current stratum may use
    std::vector<std::optional<ValueType>> type_values_;
    std::vector<std::vector<TypeId>> slot_types_; // of the rule that is being added
    std::unordered_map<std::string, std::uint32_t> item_ids_;
};

} // namespace

std::string_view RuleSet::name(std::uint32_t rule) const {
    const CompiledRule& r = compiled[rule];
    return r.stratum == 0 ? std::string_view(lexicons[r.text].name) : std::string_view(rules[r.text].name);
}

std::string RuleSet::place(std::uint32_t rule) const {
    const CompiledRule& r = compiled[rule];
    return r.stratum == 0 ? lexicons[r.text].file : rules[r.text].place();
}

Result<RuleSet> compile_rules(std::vector<RuleFile> files, const std::vector<std::size_t>& folder_of) {
    return Compiler().run(std::move(files), folder_of);
}

} // namespace fasti::temporal
