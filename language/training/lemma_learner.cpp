// See lemma_learner.hpp.
#include "language/training/lemma_learner.hpp"

#include "core/utf8.hpp"
#include "language/lemmatizer.hpp"
#include "language/model_file.hpp"
#include "language/training/hash_slots.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace fasti::language::training {
namespace {

std::optional<LemmaEdit> edit_between(std::string_view form, std::string_view lemma) {
    std::size_t same = 0;
    while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) {
        ++same;
    }
    LemmaEdit edit;
    const std::string_view tail = lemma.substr(same);
    if (form.size() - same > 255 || tail.size() > sizeof edit.append) {
        return std::nullopt;
    }
    edit.strip = static_cast<std::uint8_t>(form.size() - same);
    edit.size = static_cast<std::uint8_t>(tail.size());
    std::copy(tail.begin(), tail.end(), edit.append);
    return edit;
}

struct EditLess {
    bool operator()(const LemmaEdit& a, const LemmaEdit& b) const {
        return std::tuple(a.strip, a.tail()) < std::tuple(b.strip, b.tail());
    }
};
using EditCounts = std::map<LemmaEdit, int, EditLess>;

std::pair<LemmaEdit, int> most_frequent(const EditCounts& counts) {
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return {best->first, best->second};
}

} // namespace

std::vector<std::byte> learn_lemmas(const std::vector<Example>& examples) {
    std::map<std::uint32_t, EditCounts> words, suffixes;
    std::set<std::pair<std::uint32_t, std::string>> types; // a rule is worth the types that it explains
    for (const Example& example : examples) {
        for (std::size_t i = 0; i < example.words.size(); ++i) {
            const Token& token = example.token(i);
            if (token.upos == Upos::punct || token.upos == Upos::sym || token.lemma.empty()) {
                continue;
            }
            std::string lower = utf8::lower(example.document->word(token));
            for (auto at = lower.find("\xE2\x80\x99"); at != std::string::npos; at = lower.find("\xE2\x80\x99")) {
                lower.replace(at, 3, "'");
            }
            const auto edit = edit_between(lower, utf8::lower(token.lemma));
            if (!edit) {
                continue;
            }
            const std::uint32_t key = lemma_word_key(lower, token.xpos);
            ++words[key][*edit];
            if (types.emplace(key, lower).second) {
                for (std::size_t n = 1; n <= std::min(longest_lemma_suffix, lower.size()); ++n) {
                    ++suffixes[lemma_suffix_key(std::string_view(lower).substr(lower.size() - n), token.xpos)][*edit];
                }
            }
        }
    }
    std::map<LemmaEdit, std::uint32_t, EditLess> numbers;
    std::vector<LemmaEdit> edits;
    const auto number = [&](const LemmaEdit& edit) {
        const auto [at, fresh] = numbers.emplace(edit, static_cast<std::uint32_t>(edits.size()));
        if (fresh) {
            edits.push_back(edit);
        }
        return at->second;
    };
    std::map<std::uint32_t, Lemmatizer::Slot> word_entries, suffix_entries;
    for (const auto& [key, counts] : words) {
        word_entries.emplace(key, Lemmatizer::Slot{key, number(most_frequent(counts).first)});
    }
    for (const auto& [key, counts] : suffixes) {
        const auto [edit, count] = most_frequent(counts);
        if (count >= 2) {
            suffix_entries.emplace(key, Lemmatizer::Slot{key, number(edit)});
        }
    }
    const auto word_slots = hash_slots<Lemmatizer::Slot>(word_entries, [](auto slot) { return slot.key; });
    const auto suffix_slots = hash_slots<Lemmatizer::Slot>(suffix_entries, [](auto slot) { return slot.key; });
    SectionWriter out;
    out.u32(static_cast<std::uint32_t>(edits.size()));
    out.u32(static_cast<std::uint32_t>(word_slots.size()));
    out.u32(static_cast<std::uint32_t>(suffix_slots.size()));
    out.array(std::span<const LemmaEdit>(edits));
    out.array(std::span<const Lemmatizer::Slot>(word_slots));
    out.array(std::span<const Lemmatizer::Slot>(suffix_slots));
    return out.take();
}

} // namespace fasti::language::training
