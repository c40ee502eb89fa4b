// Finds where rules match: stratum after stratum, each one left-to-right pass in which the longest
// match wins, then `prefer`, then the rule that was declared first. Knows no dates at all.
#pragma once

#include "temporal/rule_set.hpp"
#include "temporal/temporal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fasti::temporal {

inline constexpr std::uint32_t no_chunk = 0xffffffffu;

/// What fills a slot: a chunk of a lower stratum, or a number in digits.
struct Capture {
    std::uint32_t chunk = no_chunk;
    std::uint32_t begin = 0; ///< atoms
    std::uint32_t end = 0;
    std::int32_t number = 0;
    std::uint8_t digits = 0;
    bool filled = false;
};

/// A match, or a word of a lexicon.
struct Chunk {
    std::uint32_t begin = 0; ///< atoms
    std::uint32_t end = 0;
    std::uint32_t rule = 0;        ///< index into RuleSet::compiled
    std::uint32_t captures = 0;    ///< first of as many as the rule has slots
    std::uint32_t next = no_chunk; ///< the next chunk that begins at the same atom
    TypeId type = no_type;
};

/// A time expression of the text: a chunk, or one part of it.
struct Found {
    Span span;
    std::uint32_t chunk = 0;
    std::int8_t part = -1;
    bool reads_tense = false;
    bool narrative = false; ///< a time expression in narratives only
};

struct CandidateList {
    std::vector<Atom> atoms;
    std::vector<Chunk> chunks;
    std::vector<Capture> captures;
    std::vector<std::uint32_t> first_chunk; ///< by atom
    std::vector<Found> found;               ///< in order of the text
    std::vector<Found> skipped;             ///< matches of skip rules that kept others out
};

/// `alone` says that the text is one expression without its sentence: what would have to stand beside
/// a match is then taken to stand there.
[[nodiscard]] CandidateList match_atoms(std::vector<Atom> atoms, const RuleSet& rules, bool alone = false);

/// Computes values of chunks. `trace`, when given, gets a line for each step.
class Evaluator {
public:
    Evaluator(const CandidateList& list, const RuleSet& rules, const Context& context,
              std::vector<std::string>* trace = nullptr)
        : list_(list), rules_(rules), context_(context), trace_(trace) {}

    [[nodiscard]] Value chunk(std::uint32_t chunk) const;
    [[nodiscard]] Meaning found(const Found& found) const;

private:
    [[nodiscard]] Value run(const Code& code, const Chunk& chunk) const;

    const CandidateList& list_;
    const RuleSet& rules_;
    const Context& context_;
    std::vector<std::string>* trace_;
};

} // namespace fasti::temporal
