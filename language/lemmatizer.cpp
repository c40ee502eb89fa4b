// See lemmatizer.hpp.
#include "language/lemmatizer.hpp"

#include "core/utf8.hpp"
#include "language/feature_hash.hpp"
#include "language/verb_forms.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {
namespace {

constexpr std::size_t longest_form = 96; // bytes; longer words are their own lemma

bool table(std::span<const Lemmatizer::Slot> slots, std::size_t edits) {
    return !slots.empty() && (slots.size() & (slots.size() - 1)) == 0 &&
           std::any_of(slots.begin(), slots.end(), [](auto slot) { return slot.key == 0; }) &&
           std::all_of(slots.begin(), slots.end(), [&](auto slot) { return slot.key == 0 || slot.edit < edits; });
}

} // namespace

std::uint32_t lemma_word_key(std::string_view lower, Xpos xpos) {
    return feature(1, hash_word(lower), xpos) | 1;
}

std::uint32_t lemma_suffix_key(std::string_view suffix, Xpos xpos) {
    return feature(2, hash_word(suffix), xpos) | 1;
}

bool Lemmatizer::open(std::span<const std::byte> section) {
    SectionReader in(section);
    const std::uint32_t edits = in.u32();
    const std::uint32_t words = in.u32();
    const std::uint32_t suffixes = in.u32();
    edits_ = in.array<LemmaEdit>(edits);
    words_ = in.array<Slot>(words);
    suffixes_ = in.array<Slot>(suffixes);
    return in.ok() && table(words_, edits) && table(suffixes_, edits) &&
           std::all_of(edits_.begin(), edits_.end(), [](const LemmaEdit& e) { return e.size <= sizeof e.append; });
}

const LemmaEdit* Lemmatizer::find(std::span<const Slot> slots, std::uint32_t key) const {
    const std::size_t mask = slots.size() - 1;
    for (std::size_t at = key & mask; slots[at].key != 0; at = (at + 1) & mask) {
        if (slots[at].key == key) {
            return &edits_[slots[at].edit];
        }
    }
    return nullptr;
}

std::string_view Lemmatizer::lemma(std::string_view form, Upos upos, Xpos xpos, Arena& arena) const {
    if (form.size() > longest_form || upos == Upos::punct || upos == Upos::sym) {
        return form;
    }
    std::array<char, longest_form + 16> buffer;
    bool ascii = true;
    bool any_upper = false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = form[i];
        ascii = ascii && (static_cast<unsigned char>(c) & 0x80) == 0;
        const bool up = c >= 'A' && c <= 'Z';
        any_upper = any_upper || up;
        buffer[i] = up ? static_cast<char>(c + 32) : c;
    }
    std::size_t size = form.size();
    if (!ascii) { // "’s", "É…": rare enough to take the long way
        std::string low = utf8::lower(form);
        for (auto at = low.find("\xE2\x80\x99"); at != std::string::npos; at = low.find("\xE2\x80\x99")) {
            low.replace(at, 3, "'");
        }
        size = std::min(low.size(), longest_form);
        std::copy_n(low.begin(), size, buffer.begin());
        any_upper = true;
    }
    const std::string_view lower(buffer.data(), size);
    const LemmaEdit* edit = find(words_, lemma_word_key(lower, xpos));
    // A past form that is its own lemma is a slip of the training data more often than a "put".
    const bool past = xpos == Xpos::vbd || xpos == Xpos::vbn;
    if (upos == Upos::verb && (edit == nullptr || (past && edit->strip == 0 && edit->size == 0))) {
        const VerbForm verb = verb_of_form(lower);
        const bool base = xpos == Xpos::vb || xpos == Xpos::vbp;
        if (!verb.base.empty() && !(base && verb.regular) && verb.base.size() + verb.append.size() <= longest_form) {
            std::array<char, longest_form> word;
            const std::size_t kept = verb.base.copy(word.data(), verb.base.size());
            return arena.store({word.data(), kept + verb.append.copy(word.data() + kept, verb.append.size())});
        }
    }
    for (std::size_t n = std::min(longest_lemma_suffix, size); edit == nullptr && n > 0; --n) {
        edit = find(suffixes_, lemma_suffix_key(lower.substr(size - n), xpos));
    }
    static constexpr LemmaEdit keep;
    const LemmaEdit& change = edit != nullptr && edit->strip <= size ? *edit : keep;
    const bool proper = upos == Upos::propn;
    if (change == keep && (proper || !any_upper)) {
        return form;
    }
    if (proper && ascii) {
        std::copy(form.begin(), form.end(), buffer.begin());
    }
    const std::size_t kept = size - change.strip;
    std::copy_n(change.append, change.size, buffer.begin() + static_cast<std::ptrdiff_t>(kept));
    return arena.store({buffer.data(), kept + change.size});
}

} // namespace fasti::language
