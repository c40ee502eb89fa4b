// Finds candidates in three passes over the tokens: names, noun phrases, pronouns; then puts them in text order.
#include "events/mentions.hpp"

#include "core/utf8.hpp"
#include "events/name_bounds.hpp"
#include "events/name_context.hpp"
#include "events/name_shape.hpp"
#include "events/read_mention.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace fasti::events {

namespace {

class Finder {
public:
    Finder(const Tree& tree, const ActorLexicon& lexicon)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), taken_(document_.tokens.size(), false) {}

    std::vector<Candidate> find() {
        if (document_.tagged)
            bounds_.find_models();
        find_names();
        if (document_.tagged) {
            find_institutions();
            reread_persons();
            find_proper_noun_runs();
            find_demonyms();
        }
        if (document_.parsed) {
            find_noun_phrases();
            find_pronouns();
        }
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
        });
        return std::move(candidates_);
    }

private:
    const Token& token(std::uint32_t t) const { return document_.tokens[t]; }
    Span span_of(IndexRange range) const { return {token(range.begin).span.begin, token(range.end - 1).span.end}; }

    std::string lower_word(std::uint32_t t) const { return utf8::fold(document_.word(t)); }

    /// The language layer's names; a person or a place ends before a low word: "Argentina | beat | France", and before
    /// a product: "United Kingdom | iTunes store".
    std::vector<Name> names_in_pieces() const {
        std::vector<Name> out;
        for (Name name : document_.names) {
            const bool may_be_cut = name.type == NameType::person || name.type == NameType::place;
            const std::uint32_t end = std::min(name.tokens.end, static_cast<std::uint32_t>(taken_.size()));
            for (std::uint32_t t = name.tokens.begin + 1; may_be_cut && t + 1 < end; ++t)
                if (low_word(t)) {
                    out.push_back({{name.tokens.begin, t}, name.type});
                    name.tokens.begin = t + 1;
                } else if (t > name.tokens.begin && inner_capital(document_.word(t)) && low_start(t)) {
                    out.push_back({{name.tokens.begin, t}, name.type});
                    name = {{t, name.tokens.end}, NameType::other};
                    break;
                }
            // "Kremlin | support", but "Justice department"
            if (name.tokens.end == end && name.tokens.size() > 1 && capitalised(document_.word(name.tokens.begin)) &&
                low_word(end - 1) && !lexicon_.noun(lower_word(end - 1)))
                --name.tokens.end;
            out.push_back(name);
        }
        return out;
    }

    bool low_start(std::uint32_t t) const {
        const char first = document_.word(t).front();
        return first >= 'a' && first <= 'z';
    }

    /// A word in low letters that is no part of a name: not "of", "von", "'s".
    bool low_word(std::uint32_t t) const {
        const std::string_view word = document_.word(t);
        return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
               token(t).upos != Upos::adp && token(t).upos != Upos::det && token(t).upos != Upos::cconj &&
               !name_particle(word);
    }

    /// Takes "State" off "State Antony Blinken" behind "Secretary of".
    void leave_office(IndexRange& range) const {
        if (range.size() > 2 && range.begin > 1 && document_.word(range.begin - 1) == "of" &&
            lexicon_.title(lower_word(range.begin - 2)))
            ++range.begin;
    }

    void find_names() {
        const std::vector<Name> names = names_in_pieces();
        std::vector<std::uint32_t> begins;
        for (const Name& name : names)
            begins.push_back(name.tokens.begin);
        bounds_.set_begins(std::move(begins));
        for (const Name& name : names) {
            IndexRange range = name.tokens;
            if (range.empty() || range.end > document_.tokens.size() || !bounds_.usable(range.begin) ||
                range.begin < joined_to_)
                continue;
            NameType type = name.type;
            if (type == NameType::person)
                bounds_.join_parts(range);
            if (bounds_.join_by_mark(range) || bounds_.join_by_genitive(range))
                type = NameType::organization;
            // "Bashar | al-Assad", "the Islamic Revolutionary | Guard Corps"
            if (type == NameType::organization || (type == NameType::person && bounds_.begins_with_particle(range)))
                bounds_.take_capitals_before(range);
            joined_to_ = range.end;
            bounds_.trim(range, type);
            if (range.empty() || !bounds_.has_capital(range))
                continue;
            // "the President", "Muslims": a person's title or a people, whom no name tells apart.
            if (type == NameType::person && range.size() == 1 && lexicon_.title(lower_word(range.begin)))
                continue;
            // "The store": a noun that the language layer took for a name.
            const std::uint32_t noun = range.end - 1;
            if (range.size() < 3 && !capitalised(document_.word(noun)) && !inner_capital(document_.word(noun)) &&
                lexicon_.noun(lower_word(noun)) && (range.size() == 1 || lower_word(range.begin) == "the"))
                continue;
            // "Secretary of State Antony Blinken": the office ends before the given name.
            if (type == NameType::person)
                leave_office(range);
            const bool people = type == NameType::person && token(range.end - 1).xpos == Xpos::nnps;
            if (type != NameType::person && bounds_.keep_person(range))
                type = NameType::person;
            if (type == NameType::person && bounds_.names_a_thing(range)) {
                type = NameType::other;
                while (range.begin > document_.sentences[tree_.sentence(range.begin)].tokens.begin &&
                       !taken_[range.begin - 1] && inner_capital(document_.word(range.begin - 1)))
                    --range.begin;
            }
            if (type == NameType::organization &&
                (bounds_.model_within(range) ||
                 (model_name(document_.word(range.end - 1)) && !lexicon_.organization(lower_word(range.end - 1))) ||
                 bounds_.model_behind(range)))
                type = NameType::other;
            bounds_.extend_by_number(range, type);
            if (type == NameType::person && bounds_.take_genitive(range))
                type = NameType::organization;
            if (bounds_.large_words(range.begin) && document_.tagged)
                headline_names_.push_back({range, type});
            else
                add_name(range, people ? NameType::group : type, true);
        }
    }

    void add_name(IndexRange range, NameType type, bool typed) {
        if (std::any_of(taken_.begin() + range.begin, taken_.begin() + range.end, [](bool taken) { return taken; }))
            return;
        const std::string_view words = document_.words(span_of(range));
        if (!has_letter_or_digit(words))
            return;
        for (std::uint32_t t = range.begin; t < range.end; ++t)
            taken_[t] = true;
        candidates_.push_back(read_name(tree_, lexicon_, range, type, typed));
    }

    /// A state or a capital that looks like a person is one only where a person of that name is at hand. So is
    /// "Lehman", where the article names Lehman Brothers.
    void reread_persons() {
        std::unordered_set<std::string_view> surnames;
        std::unordered_set<ActorLexicon::Index> institutions;
        for (const Candidate& c : candidates_) {
            if (c.type == ActorType::person && c.tokens.size() > 1)
                surnames.insert(std::string_view(c.key).substr(c.key.rfind(' ') + 1));
            if (c.institution != ActorLexicon::none)
                institutions.insert(c.institution);
        }
        for (Candidate& c : candidates_) {
            if (c.type != ActorType::person || c.told == ActorType::person)
                continue;
            const bool alone = c.tokens.size() == 1 && !lexicon_.is_first_name(c.key) && !surnames.contains(c.key);
            if (lexicon_.country_word(c.key) && (alone || c.tokens.size() > 1))
                c = read_name(tree_, lexicon_, c.tokens, NameType::place, true);
            else if (alone && institutions.contains(lexicon_.institution_of(c.key)))
                c = read_name(tree_, lexicon_, c.tokens, NameType::organization, true);
        }
    }

    /// Names of the table that the language layer has passed over: "EADS". The first word of a sentence may be
    /// any word with a capital ("Fed"), so it is left to what the article says elsewhere.
    void find_institutions() {
        constexpr std::uint32_t longest = 6;
        for (const Sentence& sentence : document_.sentences) {
            if (sentence.tokens.empty() || !bounds_.usable(sentence.tokens.begin) ||
                sentence.kind == SentenceKind::headline)
                continue;
            for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
                std::uint32_t end = t;
                while (end < std::min(sentence.tokens.end, t + longest) && !taken_[end] &&
                       (capitalised(document_.word(end)) || (end > t && name_number(document_.word(end)))) &&
                       token(end).upos != Upos::det)
                    ++end;
                for (; end > t; --end) {
                    if (end == t + 1 && (t == sentence.tokens.begin ||
                                         (!noun_or_name(token(t)) && lower_word(t - 1) != "the"))) // "the Fed opened"
                        break;
                    const std::string key = name_key(document_.words(span_of({t, end})));
                    if (lexicon_.institution_of(key) == ActorLexicon::none)
                        continue;
                    IndexRange range{t, end};
                    const NameType type = bounds_.model_behind(range) ? NameType::other : NameType::organization;
                    bounds_.extend_by_model(range);
                    add_name(range, type, true);
                    t = range.end - 1;
                    break;
                }
            }
        }
    }

    /// Names that the language layer has not typed: runs of proper nouns, and words such as "iPhone".
    void find_proper_noun_runs() {
        const std::uint32_t count = static_cast<std::uint32_t>(document_.tokens.size());
        std::vector<IndexRange> runs;
        for (std::uint32_t t = 0; t < count; ++t) {
            if ((!proper(t) && !capital_beside_capital(t)) || bounds_.large_words(t))
                continue;
            IndexRange range{t, t + 1};
            while (range.end < count && tree_.sentence(range.end) == tree_.sentence(t) &&
                   (proper(range.end) || capital_beside_capital(range.end)))
                ++range.end;
            bounds_.join_by_mark(range);
            bounds_.join_by_genitive(range);
            t = range.end - 1;
            if (is_office(range) || ends_adjective(range))
                continue;
            bounds_.keep_person(range); // "Chinese President Xi"
            leave_office(range);
            // "the 787 Dreamliner": a count would want a plural.
            if (range.begin > document_.sentences[tree_.sentence(t)].tokens.begin + 1 && !taken_[range.begin - 1] &&
                token(range.end - 1).xpos == Xpos::nnp && name_number(document_.word(range.begin - 1)) &&
                document_.word(range.begin - 1).size() > 2 && token(range.begin - 2).upos == Upos::det)
                --range.begin;
            bounds_.extend_by_number(range, NameType::other);
            runs.push_back(range);
        }
        std::unordered_set<std::string> known;
        for (const Candidate& c : candidates_) {
            known.insert(c.key);
            if (const std::size_t blank = c.key.rfind(' '); blank != std::string::npos) {
                // What a headline may shorten it to: a surname, a name without its tail.
                if (c.type == ActorType::person)
                    known.insert(c.key.substr(blank + 1));
                else if (lexicon_.name_tail(std::string_view(c.key).substr(blank + 1)))
                    known.insert(c.key.substr(0, blank));
            }
        }
        for (const IndexRange range : runs)
            known.insert(name_key(document_.words(span_of(range))));
        std::unordered_set<std::string_view> numbers;
        for (const std::string& key : known)
            for (std::size_t at = 0; at < key.size();) {
                const std::size_t end = std::min(key.find(' ', at), key.size());
                if (const std::string_view word = std::string_view(key).substr(at, end - at);
                    word.size() < key.size() && word.size() > 2 && name_number(word))
                    numbers.insert(word);
                at = end + 1;
            }
        for (IndexRange range : runs) {
            range.end = std::max(range.end, longest_known(range.begin, known));
            add_name(range, NameType::other, false);
        }
        // Large words of any class repeat names that the article has ("Jobs said"). Headlines write every word large,
        // and what the language layer takes for one may go on into the next word ("Belarus Amid").
        for (const auto& [range, type] : headline_names_) {
            const std::uint32_t end =
                taken_[range.begin] ? range.begin : std::min(longest_known(range.begin, known), range.end);
            add_name(end > range.begin ? IndexRange{range.begin, end} : range, type, true);
        }
        for (std::uint32_t t = 0; t < count; ++t)
            if (!taken_[t] && bounds_.usable(t) && token(t).upos != Upos::verb &&
                (capitalised(document_.word(t)) || inner_capital(document_.word(t))))
                if (const std::uint32_t end = longest_known(t, known); end > t)
                    add_name({t, end}, NameType::other, false);
        // "the 787" of "the 787 Dreamliner"
        for (std::uint32_t t = 1; !numbers.empty() && t < count; ++t)
            if (!taken_[t] && bounds_.usable(t) && token(t - 1).upos == Upos::det &&
                token(t).relation != Relation::nummod && numbers.contains(lower_word(t)))
                add_name({t, t + 1}, NameType::other, false);
    }

    /// "War" of "post-Cold War lows", "Day" of "pre-Labor Day sales": begun before a hyphen, no name of its own.
    bool ends_adjective(IndexRange range) const {
        if (range.begin == document_.sentences[tree_.sentence(range.begin)].tokens.begin)
            return false;
        const std::string_view before = document_.word(range.begin - 1);
        const std::size_t hyphen = before.find('-');
        return hyphen != std::string_view::npos && hyphen > 1 && hyphen + 1 < before.size() && before[0] >= 'a' &&
               before[0] <= 'z' && capitalised(before.substr(hyphen + 1)) &&
               document_.tokens[range.begin].span.begin == document_.tokens[range.begin - 1].span.end + 1;
    }

    /// An office is no name, nor is a noun that stands before one: "Minister" before "Kari Nilsen".
    bool is_office(IndexRange range) const {
        const std::string last = lower_word(range.end - 1);
        const bool before_name = range.end < taken_.size() && taken_[range.end];
        if (before_name && (lexicon_.title(last) || lexicon_.noun(last)))
            return true;
        if (range.size() > 1 && range.size() < 4 && lexicon_.title(utf8::fold(document_.words(span_of(range)))))
            return true; // "First Lady"
        return range.size() == 1 &&
               (lexicon_.title(last) || (lexicon_.noun(last) && !inner_capital(document_.word(range.begin))));
    }

    /// The end of the longest known name, of at most six words, that begins at `begin`; `begin` when there is none.
    std::uint32_t longest_known(std::uint32_t begin, const std::unordered_set<std::string>& known) const {
        constexpr std::uint32_t longest = 6;
        const std::uint32_t limit = std::min(document_.sentences[tree_.sentence(begin)].tokens.end, begin + longest);
        std::uint32_t found = begin;
        for (std::uint32_t end = begin + 1; end <= limit && !taken_[end - 1]; ++end)
            // Keys leave marks out, so a full stop would do no harm to them; but it is no part of a name.
            if (token(end - 1).upos != Upos::part && token(end - 1).upos != Upos::punct &&
                known.contains(name_key(document_.words(span_of({begin, end})))))
                found = end;
        return found;
    }

    /// A common word with a capital within a sentence, beside another: "the Inflation Reduction Act".
    bool capital_beside_capital(std::uint32_t t) const {
        const auto fits = [&](std::uint32_t at) {
            const Upos upos = token(at).upos;
            return !taken_[at] && capitalised(document_.word(at)) && document_.word(at).size() > 1 &&
                   (upos == Upos::noun || upos == Upos::propn || upos == Upos::adj) && !calendar_word(lower_word(at)) &&
                   !lexicon_.country_word(lower_word(at)) && !lexicon_.title(lower_word(at));
        };
        const IndexRange sentence = document_.sentences[tree_.sentence(t)].tokens;
        return t > sentence.begin + 1 && bounds_.usable(t) && fits(t) &&
               ((t > sentence.begin + 2 && fits(t - 1)) || (t + 1 < sentence.end && fits(t + 1)));
    }

    bool proper(std::uint32_t t) const {
        if (taken_[t] || !bounds_.usable(t))
            return false;
        const std::string_view word = document_.word(t);
        if (proper_tag(token(t)))
            return word.size() > 1 && (capitalised(word) || inner_capital(word) || name_number(word)) &&
                   !calendar_word(lower_word(t));
        return (token(t).upos != Upos::verb && inner_capital(word)) || joined_initials(word);
    }

    void find_demonyms() {
        for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
            if (taken_[t] || !bounds_.usable(t) || !capitalised(document_.word(t)) ||
                (token(t).upos != Upos::adj && !noun_or_name(token(t))))
                continue;
            if (lexicon_.country_word(name_key(document_.word(t))))
                add_name({t, t + 1}, NameType::group, true);
        }
    }

    /// "its chief executive", whose last word is often taken for an adjective.
    bool ends_office(std::uint32_t t) const {
        return token(t).upos == Upos::adj && t > document_.sentences[tree_.sentence(t)].tokens.begin &&
               lexicon_.title(utf8::fold(document_.words(span_of({t - 1, t + 1})))) != nullptr;
    }

    void find_noun_phrases() {
        for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
            if (taken_[t] || !bounds_.usable(t) || (!noun_or_name(token(t)) && !ends_office(t)))
                continue;
            const Relation relation = token(t).relation;
            if (relation == Relation::compound || relation == Relation::flat || relation == Relation::fixed ||
                relation == Relation::goeswith) {
                // Before a name it says what that is: "Minister", "airline".
                const std::string lemma = lemma_key(document_, t);
                const bool before_name = t + 1 < taken_.size() && taken_[t + 1] && lexicon_.noun(lemma);
                if (!before_name && !lexicon_.title(lemma) && lemma != "company")
                    continue;
            }
            if (relation == Relation::nmod_unmarked || relation == Relation::obl_unmarked ||
                calendar_word(lower_word(t)))
                continue;
            candidates_.push_back(read_noun_phrase(tree_, lexicon_, taken_, t));
        }
    }

    void find_pronouns() {
        for (std::uint32_t t = 0; t < document_.tokens.size(); ++t)
            if (token(t).upos == Upos::pron && bounds_.usable(t) && !taken_[t])
                if (std::optional<Candidate> pronoun = read_pronoun(tree_, t))
                    candidates_.push_back(std::move(*pronoun));
    }

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    std::vector<bool> taken_;     ///< tokens of names
    std::uint32_t joined_to_ = 0; ///< end of the last name that took others in
    NameBounds bounds_{tree_, lexicon_, taken_};
    std::vector<Name> headline_names_;
    std::vector<Candidate> candidates_;
};

} // namespace

std::vector<Candidate> find_candidates(const Tree& tree, const ActorLexicon& lexicon) {
    return Finder(tree, lexicon).find();
}

} // namespace fasti::events
