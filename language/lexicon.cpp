// See lexicon.hpp.
#include "language/lexicon.hpp"

#include "language/feature_hash.hpp"
#include "language/model_file.hpp"

#include <algorithm>

namespace fasti::language {
namespace {

const WordEntry* look_up(std::span<const WordEntry> slots, std::uint32_t hash) {
    const std::size_t mask = slots.size() - 1;
    for (std::size_t at = hash & mask; slots[at].key != 0; at = (at + 1) & mask) {
        if (slots[at].key == hash) {
            return &slots[at];
        }
    }
    return nullptr;
}

} // namespace

bool Lexicon::open(std::span<const std::byte> section) {
    SectionReader in(section);
    const std::uint32_t slots = in.u32();
    slots_ = in.array<WordEntry>(slots);
    return in.ok() && slots > 0 && (slots & (slots - 1)) == 0 &&
           std::any_of(slots_.begin(), slots_.end(), [](const WordEntry& e) { return e.key == 0; });
}

WordEntry Lexicon::find(std::string_view lower, std::uint32_t hash) const {
    if (const WordEntry* const entry = look_up(slots_, hash)) {
        return *entry;
    }
    WordEntry out;
    each_base(lower, [&](std::string_view base) {
        const WordEntry* const entry = look_up(slots_, hash_word(base));
        if (entry == nullptr || (entry->wordnet & (wordnet_noun | wordnet_verb)) == 0) {
            return false;
        }
        out.wordnet = static_cast<std::uint8_t>(entry->wordnet << 4);
        out.noun_field = entry->noun_field;
        out.verb_field = entry->verb_field;
        return true;
    });
    return out;
}

} // namespace fasti::language
