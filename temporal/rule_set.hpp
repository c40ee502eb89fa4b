// Rules and lexicons compiled for matching: one trie of patterns for each stratum, and for each
// rule its value as code for a small stack machine.
#pragma once

#include "temporal/atoms.hpp"
#include "temporal/operators.hpp"
#include "temporal/rule_file.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fasti::temporal {

using TypeId = std::uint16_t; ///< of a lexicon class, or of what a rule yields
inline constexpr TypeId no_type = 0xffff;
inline constexpr std::size_t longest_pattern = 12;

/// A word of a pattern; `capital` ones match only when they begin so in the text.
struct Literal {
    WordId word = unknown_word;
    bool capital = false;
    friend bool operator==(const Literal&, const Literal&) = default;
};

/// One step of a pattern.
struct Item {
    std::vector<Literal> words; ///< any of these, when not a slot
    std::vector<TypeId> types;  ///< a chunk of any of these types
    std::int32_t low = 0;       ///< or digits within these bounds, when `number`
    std::int32_t high = -1;     ///<
    std::uint8_t digits = 0;    ///< exactly so many; 0: any
    bool number = false;        ///<
    bool glued = false;         ///< no blank before it
    friend bool operator==(const Item&, const Item&) = default;
};

/// A pattern written out: items, and which slot of the rule each fills.
struct Sequence {
    std::vector<Item> items;
    std::vector<std::int8_t> slots; ///< index of the slot that an item fills, −1 for none
};

/// What must or must not stand beside a match, and is no part of it.
struct SideCondition {
    std::vector<Literal> words;
    bool any_number = false;
    bool any_capital = false;
    bool sentence_edge = false; ///< the begin or end of the text or line counts too
    bool negative = false;
    bool set = false; ///< false: no condition
    friend bool operator==(const SideCondition&, const SideCondition&) = default;
};

/// One instruction; the stack holds Values.
struct Instruction {
    enum class Kind : std::uint8_t { constant, slot, call } kind = Kind::constant;
    std::uint16_t index = 0; ///< constant, slot or operator
};
struct Code {
    std::vector<Instruction> steps;
    std::vector<Value> constants;
    std::vector<const Operator*> calls;
    ValueType result = ValueType::number;
};

enum class Outcome : std::uint8_t { part, timex, skip };

struct CompiledPart {
    std::int8_t first_slot = 0;
    std::int8_t last_slot = 0;
    std::string type;
    Code code;
};

struct CompiledRule {
    std::uint32_t text = 0; ///< index into RuleSet::rules
    TypeId type = no_type;
    std::uint8_t stratum = 0; ///< 0 is the lexicon
    Outcome outcome = Outcome::part;
    int prefer = 0;
    bool reads_tense = false;
    bool narrative = false;
    std::vector<std::string> slots;
    Code code;
    std::vector<CompiledPart> parts;
};

struct TrieEdge {
    std::uint32_t item = 0; ///< index into RuleSet::items
    std::uint32_t node = 0;
};

/// The end of a pattern: the rule, and which step filled which slot.
struct Accept {
    std::uint32_t rule = 0;
    std::vector<std::int8_t> slot_steps; ///< for each slot of the rule the step, −1 when left out
    SideCondition before;
    SideCondition after;
    std::uint32_t line = 0; ///< of the match line
};

struct TrieNode {
    std::vector<TrieEdge> edges;
    std::vector<std::uint32_t> accepts;
};

struct Trie {
    std::vector<TrieNode> nodes;
    std::vector<std::vector<TrieEdge>> by_word; ///< edges of the root, by WordId
    std::vector<std::vector<TrieEdge>> by_type; ///< by TypeId
    std::vector<TrieEdge> by_number;
};

struct RuleSet {
    std::string language;
    ParsedDate anchor{};
    std::vector<RuleText> rules;
    std::vector<LexiconText> lexicons;
    std::vector<CompiledRule> compiled; ///< lexicon entries first, then rules in order of strata
    std::vector<std::string> types;
    std::vector<Item> items;
    std::vector<Accept> accepts;
    std::vector<Trie> tries; ///< [0] lexicon, then one for each stratum
    Vocabulary vocabulary;

    /// What messages and timexes call a compiled rule; "lexicon" entries have the name of their class.
    [[nodiscard]] std::string_view name(std::uint32_t compiled_rule) const;
    /// The rule's file and line.
    [[nodiscard]] std::string place(std::uint32_t compiled_rule) const;
};

/// Compiles files in their order; a later rule replaces an earlier one of its name when
/// it comes from another folder (`folder_of[i]` differs), otherwise the name is an error.
[[nodiscard]] Result<RuleSet> compile_rules(std::vector<RuleFile> files, const std::vector<std::size_t>& folder_of);

/// A pattern line, written out into sequences. `slots` collects the slot names of the rule.
struct PatternContext {
    Vocabulary& vocabulary;
    std::unordered_map<std::string, TypeId>& types; ///< known types with their ids
    std::vector<std::string>& slots;
    std::vector<std::vector<TypeId>>& slot_types; ///< empty for numbers
};
struct PatternForms {
    std::vector<Sequence> sequences;
    SideCondition before;
    SideCondition after;
};
[[nodiscard]] Result<PatternForms> parse_pattern(const Line& line, const std::string& file, PatternContext context);

/// A value expression as code. `slot_types` gives what each slot holds.
[[nodiscard]] Result<Code> parse_expression(const Line& line, const std::string& file,
                                            const std::vector<std::string>& slots,
                                            const std::vector<ValueType>& slot_types);

} // namespace fasti::temporal
