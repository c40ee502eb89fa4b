// See lexicon_learner.hpp.
#include "language/training/lexicon_learner.hpp"

#include "language/feature_hash.hpp"
#include "language/lexicon.hpp"
#include "language/model_file.hpp"
#include "language/training/hash_slots.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace fasti::language::training {
namespace {

// Words that were seen this often have the set of their tags in the lexicon.
constexpr int least_for_tags = 8;

Casing casing_of(int low, int high) {
    return low >= 2 && low >= 4 * high    ? Casing::lower
           : high >= 2 && high >= 4 * low ? Casing::capital
           : low + high >= 2              ? Casing::mixed
                                          : Casing::unknown;
}

// The line's field `n`, counted from 0, parted by blanks.
std::string_view blank_field(std::string_view line, std::size_t n) {
    for (; n > 0; --n) {
        line.remove_prefix(std::min(line.find(' '), line.size() - 1) + 1);
    }
    return line.substr(0, line.find(' '));
}

// Parts of speech and fields of WordNet's single words.
void add_wordnet(const WordNetFiles& files, std::map<std::string, WordEntry>& entries) {
    for (const auto& [index, data, pos] : {std::tuple(&files.noun_index, &files.noun_data, wordnet_noun),
                                           std::tuple(&files.verb_index, &files.verb_data, wordnet_verb),
                                           std::tuple(&files.adjective_index, &files.verb_data, wordnet_adjective),
                                           std::tuple(&files.adverb_index, &files.verb_data, wordnet_adverb)}) {
        for (std::size_t begin = 0; begin < index->size();) {
            const std::size_t end = std::min(index->find('\n', begin), index->size());
            const std::string_view line(index->data() + begin, end - begin);
            begin = end + 1;
            const std::string_view word = line.substr(0, line.find(' '));
            if (word.empty() || word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-'") != std::string_view::npos) {
                continue; // the licence, phrases, numbers
            }
            WordEntry& entry = entries[std::string(word)];
            entry.wordnet = static_cast<std::uint8_t>(entry.wordnet | pos);
            if (pos != wordnet_noun && pos != wordnet_verb) {
                continue;
            }
            // "lemma pos synsets pointers p… senses tagged offset…"; the data's line begins "offset field".
            const std::size_t pointers = std::stoul(std::string(blank_field(line, 3)));
            const std::size_t offset = std::stoul(std::string(blank_field(line, 6 + pointers)));
            if (offset + 11 <= data->size()) {
                const auto field = static_cast<std::uint8_t>(1 + std::stoul(data->substr(offset + 9, 2)));
                (pos == wordnet_noun ? entry.noun_field : entry.verb_field) = field;
            }
        }
    }
}

// The noun or verb of WordNet that the word is a regular inflection of, or none.
const WordEntry* base_entry(std::string_view word, const std::map<std::string, WordEntry>& entries) {
    const WordEntry* out = nullptr;
    each_base(word, [&](std::string_view base) {
        const auto at = entries.find(std::string(base));
        if (at != entries.end() && (at->second.wordnet & (wordnet_noun | wordnet_verb)) != 0) {
            out = &at->second;
        }
        return out != nullptr;
    });
    return out;
}

// A stranger gets an entry for the sake of its class; what is known as an inflection only is left as it is.
void add_classes(std::string_view lines, std::map<std::string, WordEntry>& entries) {
    std::vector<std::pair<std::string, WordEntry>> strangers;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t tab = lines.find('\t', begin), end = std::min(lines.find('\n', begin), lines.size());
        if (tab >= end) {
            break;
        }
        std::string word(lines.substr(begin, tab - begin));
        const auto word_class =
            static_cast<std::uint16_t>(std::stoul(std::string(lines.substr(tab + 1, end - tab - 1))));
        begin = end + 1;
        if (const auto known = entries.find(word); known != entries.end()) {
            known->second.word_class = word_class;
        } else if (base_entry(word, entries) == nullptr) {
            strangers.emplace_back(std::move(word), WordEntry{}).second.word_class = word_class;
        }
    }
    for (auto& [word, entry] : strangers) {
        entries.emplace(std::move(word), entry);
    }
}

} // namespace

std::vector<std::byte> learn_lexicon(const std::vector<Example>& examples, const WordNetFiles& wordnet,
                                     std::string_view classes) {
    struct Counts {
        int low = 0, high = 0;
        std::map<std::pair<Xpos, Upos>, int> tags;
    };
    std::map<std::string, Counts> counts;
    for (const Example& example : examples) {
        for (std::size_t i = 0; i < example.words.size(); ++i) {
            const Token& token = example.token(i);
            WordBuffer buffer;
            Counts& word = counts[std::string(lower_form(example.document->word(token), buffer))];
            ++word.tags[{token.xpos, token.upos}];
            if (i > 0) {
                (example.words[i].capital ? word.high : word.low) += 1;
            }
        }
    }
    std::map<std::string, WordEntry> entries;
    add_wordnet(wordnet, entries);
    std::map<std::string, WordEntry> inflected;
    std::map<std::vector<std::pair<Xpos, Upos>>, int> sets;
    for (const auto& [word, count] : counts) {
        WordEntry entry;
        if (const auto known = entries.find(word); known != entries.end()) {
            entry = known->second;
        }
        if (const WordEntry* const base = base_entry(word, entries)) {
            entry.wordnet = static_cast<std::uint8_t>(entry.wordnet | base->wordnet << 4);
            entry.noun_field = entry.noun_field == 0 ? base->noun_field : entry.noun_field;
            entry.verb_field = entry.verb_field == 0 ? base->verb_field : entry.verb_field;
        }
        entry.casing = casing_of(count.low, count.high);
        int all = 0;
        for (const auto& [tag, n] : count.tags) {
            all += n;
        }
        if (all >= least_for_tags) {
            std::vector<std::pair<Xpos, Upos>> set; // the commonest first, then by tag
            for (const auto& [tag, n] : count.tags) {
                if (n * 20 >= all) {
                    set.push_back(tag);
                }
            }
            std::stable_sort(set.begin(), set.end(),
                             [&tags = count.tags](const auto& a, const auto& b) { return tags.at(a) > tags.at(b); });
            const auto number = sets.emplace(std::move(set), static_cast<int>(sets.size()) + 1).first->second;
            entry.tags = static_cast<std::uint16_t>(number);
        }
        if (all >= 2 || entry.wordnet != 0) {
            inflected[word] = entry;
        }
    }
    for (const auto& [word, entry] : inflected) {
        entries[word] = entry;
    }
    add_classes(classes, entries);
    std::map<std::uint32_t, WordEntry> by_hash;
    for (auto& [word, entry] : entries) {
        entry.key = hash_word(word);
        by_hash.emplace(entry.key, entry);
    }
    by_hash.erase(0);
    const auto slots = hash_slots<WordEntry>(by_hash, [](const WordEntry& entry) { return entry.key; });
    SectionWriter out;
    out.u32(static_cast<std::uint32_t>(slots.size()));
    out.array(std::span<const WordEntry>(slots));
    return out.take();
}

} // namespace fasti::language::training
