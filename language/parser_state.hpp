// The state of an arc-eager transition parser (Nivre 2008) over one sentence, with the root behind
// the last word (Ballesteros and Nivre 2013), and the features that it shows to the model.
#pragma once

#include "core/document.hpp"
#include "language/word_atoms.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace fasti::language {

enum class Move : std::uint8_t { shift, reduce, left, right };

/// From which end the words of a sentence are read.
enum class Reading : std::uint8_t { forwards, backwards };

class ParserState {
public:
    static constexpr std::int32_t nobody = -1;

    /// What features are made of, for each word; the root is one more at the end.
    struct Node {
        std::uint32_t word = 0, tag = 0, coarse = 0;
        std::uint32_t suffix = 0, field = 0;
        std::int32_t head = nobody;
        std::int32_t left1 = nobody, left2 = nobody, right1 = nobody, right2 = nobody;
        std::uint8_t left_count = 0, right_count = 0;
        Relation relation = Relation::dep;
        std::uint32_t left_set = 0, right_set = 0; ///< hashes of the relations of its dependents
    };

    void begin(const Document& document, IndexRange tokens, std::span<const WordAtoms> words,
               Reading reading = Reading::forwards);

    [[nodiscard]] std::int32_t size() const { return size_; }
    /// Where the word of a node stands in the sentence, and back; the root's is its size.
    [[nodiscard]] std::int32_t place(std::int32_t i) const {
        return reading_ == Reading::forwards || i == size_ ? i : size_ - 1 - i;
    }
    [[nodiscard]] bool done() const { return next_ == size_ && stack_.empty(); }
    [[nodiscard]] bool allowed(Move move) const;
    /// The pair that `left` or `right` would join: {head, dependent}.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> arc(Move move) const;
    void apply(Move move, Relation relation);

    [[nodiscard]] std::int32_t next() const { return next_; }
    [[nodiscard]] const std::vector<std::int32_t>& stack() const { return stack_; }
    /// A hash of the stack with its heads, of the buffer, and of what the next decision sees of the arcs already made:
    /// states that are alike in it go on alike.
    [[nodiscard]] std::uint64_t signature() const;
    [[nodiscard]] const Node& node(std::int32_t i) const { return nodes_[static_cast<std::size_t>(i)]; }

private:
    Node& at(std::int32_t i) { return nodes_[static_cast<std::size_t>(i)]; }
    void push();
    void pop();

    Reading reading_ = Reading::forwards;
    std::vector<Node> nodes_;
    std::vector<std::int32_t> stack_;
    std::vector<std::uint64_t> signatures_; ///< of the stack up to each word on it
    std::int32_t size_ = 0;                 ///< words; also the index of the root
    std::int32_t next_ = 0;                 ///< first word of the buffer
};

inline constexpr std::uint32_t relation_count = static_cast<std::uint32_t>(Relation::xcomp) + 1;

inline constexpr std::size_t action_feature_count = 106;
inline constexpr std::size_t label_feature_count = 49;

void action_features(const ParserState& state, std::array<std::uint32_t, action_feature_count>& out);
void label_features(const ParserState& state, std::int32_t head, std::int32_t dependent,
                    std::array<std::uint32_t, label_feature_count>& out);

} // namespace fasti::language
