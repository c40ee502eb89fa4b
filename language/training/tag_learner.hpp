// The tagger's sections of the model, and tags for the trees as a tagger gives them that has not seen them.
#pragma once

#include "language/training/examples.hpp"
#include "language/training/settings.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <span>
#include <utility>
#include <vector>

namespace fasti::language::training {

/// The pairs of XPOS and UPOS that are learned, by number.
struct TagLabels {
    std::map<std::pair<Xpos, Upos>, std::uint32_t> numbers;
    std::vector<std::uint8_t> pairs;

    explicit TagLabels(const std::vector<Example>& examples);
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(numbers.size()); }
};

struct TaggerSections {
    std::vector<std::byte> weights;
    std::vector<std::byte> labels;
};

/// The mean of so many learners, which go through the examples `order` in orders of their own.
[[nodiscard]] TaggerSections learn_tagger(const std::vector<Example>& examples, const std::vector<std::uint32_t>& order,
                                          const TagLabels& labels, std::uint32_t learners, int epochs,
                                          const Settings& settings);

/// Tags each fold of the examples by a tagger that was learned from the others. The last of the examples are copies, of
/// those that `copied` numbers; these keep their tags and are only learned from, with the fold of what they were made
/// of.
void jackknife(std::vector<Example>& examples, std::span<const std::uint32_t> copied, const TagLabels& labels,
               const Settings& settings, std::ostream& log);

} // namespace fasti::language::training
