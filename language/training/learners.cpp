// See learners.hpp.
#include "language/training/learners.hpp"

#include "core/utf8.hpp"
#include "language/feature_hash.hpp"
#include "language/gazetteer.hpp"
#include "language/lemmatizer.hpp"
#include "language/model_file.hpp"
#include "language/namer.hpp"
#include "language/tagger.hpp"
#include "language/tokenizer.hpp"
#include "language/training/examples.hpp"
#include "language/training/linear_trainer.hpp"
#include "language/training/parser_learner.hpp"
#include "language/training/softmax_trainer.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <unordered_map>

namespace fasti::language::training {
namespace {

template <class Slot, class Key> std::vector<Slot> hash_slots(const std::map<std::uint32_t, Slot>& entries, Key key) {
    std::vector<Slot> slots(std::bit_ceil(entries.size() * 2 + 2));
    const std::size_t mask = slots.size() - 1;
    for (const auto& [hash, slot] : entries) {
        std::size_t at = hash & mask;
        while (key(slots[at]) != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = slot;
    }
    return slots;
}

// ---- lexicon ------------------------------------------------------------------------------

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

std::vector<std::byte> learn_lexicon(Corpus& corpus) {
    struct Counts {
        int low = 0, high = 0;
        std::map<std::pair<Xpos, Upos>, int> tags;
    };
    std::map<std::string, Counts> counts;
    for (const Example& example : examples_of(corpus.trees, nullptr)) {
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
    add_wordnet(corpus.wordnet, entries);
    std::map<std::string, WordEntry> inflected;
    std::map<std::vector<std::pair<Xpos, Upos>>, int> sets;
    for (const auto& [word, count] : counts) {
        WordEntry entry;
        if (const auto known = entries.find(word); known != entries.end()) {
            entry = known->second;
        }
        each_base(word, [&](std::string_view base) {
            const auto at = entries.find(std::string(base));
            if (at == entries.end() || (at->second.wordnet & (wordnet_noun | wordnet_verb)) == 0) {
                return false;
            }
            entry.wordnet = static_cast<std::uint8_t>(entry.wordnet | at->second.wordnet << 4);
            entry.noun_field = entry.noun_field == 0 ? at->second.noun_field : entry.noun_field;
            entry.verb_field = entry.verb_field == 0 ? at->second.verb_field : entry.verb_field;
            return true;
        });
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

// ---- tags ---------------------------------------------------------------------------------

struct TagLabels {
    std::map<std::pair<Xpos, Upos>, std::uint32_t> numbers;
    std::vector<std::uint8_t> pairs;

    explicit TagLabels(const std::vector<Example>& examples) {
        std::map<std::pair<Xpos, Upos>, int> counts;
        for (const Example& example : examples) {
            for (std::size_t i = 0; i < example.words.size(); ++i) {
                ++counts[{example.token(i).xpos, example.token(i).upos}];
            }
        }
        for (const auto& [pair, count] : counts) {
            if (count >= 5) { // rarer pairs are slips of annotation
                numbers.emplace(pair, static_cast<std::uint32_t>(numbers.size()));
                pairs.push_back(static_cast<std::uint8_t>(pair.first));
                pairs.push_back(static_cast<std::uint8_t>(pair.second));
            }
        }
    }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(numbers.size()); }
};

struct TaggerSections {
    std::vector<std::byte> weights;
    std::vector<std::byte> labels;
};

TaggerSections learn_tagger(const std::vector<Example>& examples, std::vector<std::uint32_t> order,
                            const TagLabels& labels, int epochs, std::uint32_t least_updates) {
    SparseTrainer trainer(labels.count());
    std::mt19937 random(1);
    std::array<std::uint32_t, tag_feature_count> features;
    std::vector<float> scores(labels.count());
    for (int epoch = 0; epoch < epochs; ++epoch) {
        shuffle(order, random);
        for (const std::uint32_t index : order) {
            const Example& example = examples[index];
            std::uint32_t before = 255, before2 = 255;
            for (std::size_t i = 0; i < example.words.size(); ++i) {
                tag_features(example.words, i, before, before2, features);
                std::fill(scores.begin(), scores.end(), 0.0f);
                trainer.score(features, scores);
                const auto guess =
                    static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
                const auto gold = labels.numbers.find({example.token(i).xpos, example.token(i).upos});
                if (gold != labels.numbers.end()) {
                    trainer.update(features, gold->second, guess);
                }
                before2 = before;
                before = guess;
            }
        }
    }
    SectionWriter names;
    names.u32(labels.count());
    names.array(std::span<const std::uint8_t>(labels.pairs));
    return {trainer.pack(least_updates), names.take()};
}

// Tags each fifth of the trees by a tagger that was learned from the other four fifths.
void jackknife(std::vector<Example>& examples, const TagLabels& labels, const Settings& settings, std::ostream& log) {
    std::vector<std::vector<std::pair<Xpos, Upos>>> predicted(examples.size());
    for (int fold = 0; fold < settings.folds; ++fold) {
        std::vector<std::uint32_t> others;
        for (std::uint32_t i = 0; i < examples.size(); ++i) {
            if (static_cast<int>(i % static_cast<std::uint32_t>(settings.folds)) != fold) {
                others.push_back(i);
            }
        }
        const TaggerSections sections =
            learn_tagger(examples, others, labels, settings.fold_epochs, settings.least_updates);
        Tagger tagger;
        if (!tagger.open(sections.weights, sections.labels)) {
            continue;
        }
        std::size_t right = 0, all = 0;
        for (std::uint32_t i = static_cast<std::uint32_t>(fold); i < examples.size();
             i += static_cast<std::uint32_t>(settings.folds)) {
            std::vector<std::pair<Xpos, Upos>> gold;
            for (std::size_t k = 0; k < examples[i].words.size(); ++k) {
                gold.emplace_back(examples[i].token(k).xpos, examples[i].token(k).upos);
            }
            tagger.tag(*examples[i].document, examples[i].tokens(), examples[i].words);
            for (std::size_t k = 0; k < gold.size(); ++k) {
                Token& token = examples[i].token(k);
                predicted[i].emplace_back(token.xpos, token.upos);
                right += token.upos == gold[k].second;
                ++all;
                token.xpos = gold[k].first; // the other folds learn from gold
                token.upos = gold[k].second;
            }
        }
        log << "  fold " << fold << ": "
            << 100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(all, 1))
            << " % of the tags right\n";
    }
    for (std::size_t i = 0; i < examples.size(); ++i) {
        for (std::size_t k = 0; k < predicted[i].size(); ++k) {
            examples[i].token(k).xpos = predicted[i][k].first;
            examples[i].token(k).upos = predicted[i][k].second;
        }
    }
}

// ---- lemmas -------------------------------------------------------------------------------

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

// ---- names --------------------------------------------------------------------------------

std::vector<std::byte> pack_gazetteer(std::string_view text) {
    static const std::map<std::string_view, std::uint32_t> kinds = {
        {"first", gazetteer_first_name}, {"place", gazetteer_place},   {"country", gazetteer_country},
        {"org", gazetteer_organization}, {"person", gazetteer_person}, {"group", gazetteer_group},
        {"surname", gazetteer_surname},  {"brand", gazetteer_brand},   {"town", gazetteer_town}};
    std::map<std::uint32_t, Gazetteer::Slot> entries;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t tab = line.find('\t');
        const auto kind = kinds.find(line.substr(0, tab));
        if (tab == std::string_view::npos || kind == kinds.end()) {
            continue;
        }
        Article phrase;
        phrase.text = line.substr(tab + 1);
        const Document document = tokenize(phrase);
        const auto size = static_cast<std::uint32_t>(document.tokens.size());
        if (size == 0 || size > longest_gazetteer_phrase) {
            continue;
        }
        std::vector<WordAtoms> words;
        make_atoms(document, {0, size}, nullptr, words);
        std::uint32_t key = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
            key = phrase_key(key, words[i].lower);
            entries[key] |= Gazetteer::slot(key, i + 1 == size ? kind->second : std::uint32_t{gazetteer_prefix});
        }
    }
    const auto slots = hash_slots<Gazetteer::Slot>(entries, [](auto slot) { return slot; });
    SectionWriter out;
    out.u32(static_cast<std::uint32_t>(slots.size()));
    out.array(std::span<const Gazetteer::Slot>(slots));
    return out.take();
}

std::vector<std::uint32_t> gold_name_labels(const Example& example) {
    std::vector<std::uint32_t> labels(example.words.size(), 0);
    const IndexRange tokens = example.tokens();
    for (const Name& name : example.document->names) {
        for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
            if (tokens.contains(i)) {
                const auto type = static_cast<std::uint32_t>(name.type);
                labels[i - tokens.begin] = i == name.tokens.begin ? 1 + 2 * type : 2 + 2 * type;
            }
        }
    }
    return labels;
}

std::vector<std::byte> learn_names(const std::vector<Example>& examples, const std::vector<std::byte>& gazetteer_bytes,
                                   const Settings& settings) {
    Gazetteer gazetteer;
    const bool opened = gazetteer.open(gazetteer_bytes);
    SoftmaxTrainer trainer(name_label_count);
    // Documents are shuffled, not sentences: what a document said earlier is a feature.
    std::vector<std::pair<std::size_t, std::size_t>> documents;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i == 0 || examples[i].document != examples[i - 1].document) {
            documents.emplace_back(i, i);
        }
        documents.back().second = i + 1;
    }
    std::vector<std::vector<std::uint32_t>> gold, kinds(examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) {
        gold.push_back(gold_name_labels(examples[i]));
        if (opened) {
            find_gazetteer_kinds(examples[i].words, gazetteer, kinds[i]);
        }
        kinds[i].resize(examples[i].words.size());
    }
    std::vector<std::uint32_t> order = all_of(documents.size());
    std::mt19937 random(2);
    std::array<std::uint32_t, name_feature_count> features;
    std::array<float, name_label_count> scores;
    for (int epoch = 0; epoch < settings.names_epochs; ++epoch) {
        shuffle(order, random);
        for (const std::uint32_t index : order) {
            NameMemory memory;
            std::vector<std::uint32_t> earlier;
            for (std::size_t e = documents[index].first; e < documents[index].second; ++e) {
                const Example& example = examples[e];
                memory.recall(example.words, earlier);
                const IndexRange range = example.tokens();
                const NameContext context{
                    example.words, {example.document->tokens.data() + range.begin, range.size()}, kinds[e], earlier};
                std::uint32_t before = 0, before2 = 0;
                for (std::size_t i = 0; i < example.words.size(); ++i) {
                    if (far_from_names(context, i, before)) {
                        before2 = before;
                        before = 0;
                        continue;
                    }
                    name_features(context, i, before, before2, features);
                    scores.fill(0);
                    trainer.score(features, scores);
                    std::uint32_t guess = 0;
                    for (std::uint32_t label = 1; label < name_label_count; ++label) {
                        if (scores[label] > scores[guess] && name_label_follows(before, label)) {
                            guess = label;
                        }
                    }
                    // A name whose beginning was missed can't be gone on with: no score would mend that.
                    if (name_label_follows(before, gold[e][i])) {
                        trainer.update(features, scores, gold[e][i]);
                    }
                    memory.remember(example.words[i], guess);
                    before2 = before;
                    before = guess;
                }
            }
        }
    }
    return trainer.pack(settings.least_name_updates);
}

} // namespace

void read_iob(std::string_view bytes, std::vector<ConlluDocument>& documents) {
    constexpr int sentences_per_document = 100;
    struct Pending {
        std::string text;
        std::vector<std::vector<std::pair<Span, std::string>>> sentences;
    } pending;
    const auto finish = [&] {
        if (pending.sentences.empty()) {
            return;
        }
        ConlluDocument out;
        out.article = std::make_unique<Article>();
        out.article->text = pending.text;
        out.document.text = out.article->text;
        for (const auto& words : pending.sentences) {
            const auto first = static_cast<std::uint32_t>(out.document.tokens.size());
            for (const auto& [span, label] : words) {
                const auto index = static_cast<std::uint32_t>(out.document.tokens.size());
                Token token;
                token.span = span;
                out.document.tokens.push_back(token);
                if (label == "O") {
                    continue;
                }
                const std::string kind = label.substr(2);
                const NameType type = kind == "PER"   ? NameType::person
                                      : kind == "ORG" ? NameType::organization
                                      : kind == "LOC" ? NameType::place
                                                      : NameType::other;
                auto& names = out.document.names;
                const bool goes_on = label[0] == 'I' && !names.empty() && names.back().tokens.end == index &&
                                     index > first && names.back().type == type;
                if (goes_on) {
                    names.back().tokens.end = index + 1;
                } else {
                    names.push_back({{index, index + 1}, type});
                }
            }
            Sentence sentence;
            sentence.tokens = {first, static_cast<std::uint32_t>(out.document.tokens.size())};
            out.document.sentences.push_back(sentence);
        }
        documents.push_back(std::move(out));
        pending = {};
    };
    bool open = false;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::string_view line = bytes.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t blank = line.find_last_of(" \t");
        if (line.starts_with("-DOCSTART-") || blank == std::string_view::npos) {
            open = false;
            if (pending.sentences.size() >= sentences_per_document || line.starts_with("-DOCSTART-")) {
                finish();
            }
            continue;
        }
        if (!open) {
            pending.sentences.emplace_back();
            open = true;
        }
        const auto at = static_cast<std::uint32_t>(pending.text.size());
        pending.text += line.substr(0, line.find_first_of(" \t"));
        pending.sentences.back().emplace_back(Span{at, static_cast<std::uint32_t>(pending.text.size())},
                                              std::string(line.substr(blank + 1)));
        pending.text += ' ';
    }
    finish();
}

std::vector<std::byte> learn(Corpus& corpus, const Settings& settings, std::ostream& log) {
    const auto begun = std::chrono::steady_clock::now();
    const auto say = [&](std::string_view what) {
        log << static_cast<int>(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count())
            << " s: " << what << '\n';
    };
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections;
    sections.emplace_back("lexicon", learn_lexicon(corpus));
    Lexicon lexicon;
    const bool opened = lexicon.open(sections.back().second);
    std::vector<Example> trees = examples_of(corpus.trees, opened ? &lexicon : nullptr);

    say("tags of " + std::to_string(trees.size()) + " sentences");
    const TagLabels labels(trees);
    TaggerSections tagger_sections =
        learn_tagger(trees, all_of(trees.size()), labels, settings.tagger_epochs, settings.least_updates);
    Tagger tagger;
    const bool tags = tagger.open(tagger_sections.weights, tagger_sections.labels);
    sections.emplace_back("lemmas", learn_lemmas(trees));

    say("tags by folds");
    jackknife(trees, labels, settings, log);
    say("trees");
    ParserSections parser_sections = learn_parser(trees, settings, log);

    say("names");
    std::vector<Example> named = examples_of(corpus.names, opened ? &lexicon : nullptr);
    for (Example& example : named) {
        if (tags) {
            tagger.tag(*example.document, example.tokens(), example.words);
        }
    }
    for (Example& example : trees) {
        if (!example.document->names.empty()) { // documents whose names nobody has marked teach nothing
            named.push_back(std::move(example));
        }
    }
    sections.emplace_back("gazetteer", pack_gazetteer(corpus.gazetteer));
    sections.emplace_back("namer", learn_names(named, sections.back().second, settings));
    sections.emplace_back("tagger", std::move(tagger_sections.weights));
    sections.emplace_back("tags", std::move(tagger_sections.labels));
    sections.emplace_back("actions", std::move(parser_sections.actions));
    sections.emplace_back("labels", std::move(parser_sections.labels));
    for (const auto& [name, bytes] : sections) {
        log << "  " << name << ' ' << bytes.size() << " bytes\n";
    }
    say("done");
    return ModelFile::pack(sections);
}

} // namespace fasti::language::training
