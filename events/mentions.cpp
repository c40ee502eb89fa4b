// Finds candidates in three passes over the tokens: names, noun phrases, pronouns; then puts them in text order.
#include "events/mentions.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"
#include "events/name_context.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace fasti::events {

namespace {

/// Months, weekdays and the like: proper nouns that are no actors.
constexpr std::array<std::string_view, 30> calendar_words = {
    "january",  "february", "march",  "april",   "may",       "june",     "july",   "august",   "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",    "jan",
    "feb",      "aug",      "sept",   "oct",     "nov",       "dec",      "am",     "pm",       "christmas", "easter"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_letter_or_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// A word with a digit that may end a name: "4", "787", "A380", "3GS"; no year, price or share.
bool name_number(std::string_view word) {
    if (word.empty() || word.size() > 6 || !std::any_of(word.begin(), word.end(), is_digit))
        return false;
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
    });
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    const bool ordinal = word.size() > 2 && (word.ends_with("th") || word.ends_with("st") || word.ends_with("nd"));
    return plain && !year && !ordinal;
}

/// An upper-case letter behind a lower-case one: "iPhone", "eBay", "YouTube".
bool inner_capital(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a' && word[i - 1] <= 'z')
            return true;
    return false;
}

bool capitalised(std::string_view word) {
    if (word.empty())
        return false;
    std::size_t at = 0;
    return utf8::is_upper(utf8::decode(word, at));
}

/// "S&P", "AT&T"; not the common words that are written so.
bool joined_initials(std::string_view word) {
    static constexpr std::array<std::string_view, 6> common = {"R&D", "Q&A", "M&A", "B&B", "R&B", "P&L"};
    return word.size() > 2 && word.size() < 6 && word.find('&') != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&'; }) &&
           !one_of(word, common);
}

/// "United" of "United States" is an adjective by its class and a proper noun by its tag.
bool proper_tag(const Token& token) {
    return token.upos == Upos::propn || token.xpos == Xpos::nnp || token.xpos == Xpos::nnps;
}

bool is_noun(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn;
}

class Finder {
public:
    Finder(const Tree& tree, const ActorLexicon& lexicon)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), taken_(document_.tokens.size(), false) {}

    std::vector<Candidate> find() {
        find_names();
        if (document_.tagged) {
            find_institutions();
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
    bool usable(std::uint32_t t) const { return !document_.sentences[tree_.sentence(t)].furniture; }

    /// The token of `range` that hangs outside it; the last token when the tree says nothing.
    std::uint32_t head_of(IndexRange range) const {
        for (std::uint32_t t = range.begin; t < range.end; ++t)
            if (!range.contains(tree_.head(t)) && token(t).upos != Upos::punct)
                return document_.parsed ? t : range.end - 1;
        return range.end - 1;
    }

    Span span_of(IndexRange range) const { return {token(range.begin).span.begin, token(range.end - 1).span.end}; }

    std::string lower_word(std::uint32_t t) const { return utf8::fold(document_.word(t)); }

    void find_names() {
        for (const Name& name : document_.names) {
            IndexRange range = name.tokens;
            if (range.empty() || range.end > document_.tokens.size() || !usable(range.begin))
                continue;
            trim(range, name.type);
            if (range.empty())
                continue;
            // "the President", "Muslims": a person's title or a people, whom no name tells apart.
            if (name.type == NameType::person && range.size() == 1 && lexicon_.title(lower_word(range.begin)))
                continue;
            const bool people = name.type == NameType::person && token(range.end - 1).xpos == Xpos::nnps;
            extend_by_number(range, name.type);
            if (large_words(range.begin) && document_.tagged)
                headline_names_.push_back({range, name.type});
            else
                add_name(range, people ? NameType::group : name.type, true);
        }
    }

    /// Takes determiners, titles and genitives off the ends of a name.
    void trim(IndexRange& range, NameType type) const {
        while (!range.empty() && (token(range.begin).upos == Upos::det || token(range.begin).upos == Upos::punct ||
                                  (token(range.begin).upos == Upos::adp && range.size() > 1)))
            ++range.begin;
        while (!range.empty() && (token(range.end - 1).upos == Upos::part || token(range.end - 1).upos == Upos::punct))
            --range.end;
        drop_office(range);
        if (type != NameType::person)
            return;
        for (std::uint32_t t = range.begin; t + 1 < range.end; ++t)
            if (lexicon_.title(lower_word(t)))
                range.begin = t + 1;
    }

    /// "Apple Chief Executive Officer" names a firm and an office. A single word may belong to the name ("Burger
    /// King").
    void drop_office(IndexRange& range) const {
        for (std::uint32_t words = 3; words > 1; --words)
            if (range.size() >= words &&
                lexicon_.title(utf8::fold(document_.words(span_of({range.end - words, range.end}))))) {
                range.end -= words;
                return;
            }
    }

    void extend_by_number(IndexRange& range, NameType type) const {
        if (type == NameType::person || type == NameType::place || range.end >= document_.tokens.size())
            return;
        const std::uint32_t next = range.end;
        if (tree_.sentence(next) != tree_.sentence(range.begin) || !name_number(document_.word(next)) || taken_[next])
            return;
        if (!document_.parsed || type != NameType::organization) {
            range.end = next + 1;
            return;
        }
        // "iPhone 4": the number hangs on the name; "FTSE 100 index": both hang on the noun behind. But in "NATO 20
        // times" not.
        const std::uint32_t head = tree_.head(next);
        const bool within = range.contains(head);
        const bool beside = head == next + 1 && tree_.head(range.end - 1) == head && is_noun(token(head)) &&
                            token(head).xpos != Xpos::nns;
        const bool heads = token(next).upos == Upos::propn && tree_.head(range.end - 1) == next;
        if (within || beside || heads)
            range.end = next + 1;
    }

    void add_name(IndexRange range, NameType type, bool typed) {
        if (std::any_of(taken_.begin() + range.begin, taken_.begin() + range.end, [](bool taken) { return taken; }))
            return;
        const std::string_view words = document_.words(span_of(range));
        if (!has_letter_or_digit(words))
            return;
        Candidate c;
        c.tokens = range;
        c.head = head_of(range);
        c.sentence = tree_.sentence(range.begin);
        c.kind = MentionKind::name;
        c.key = name_key(words);
        c.typed = typed;
        switch (type) {
        case NameType::person:
            c.type = ActorType::person;
            break;
        case NameType::organization:
            c.type = ActorType::organization;
            break;
        case NameType::place:
            c.type = ActorType::place;
            break;
        case NameType::group:
            c.type = ActorType::group;
            break;
        case NameType::other:
            c.type = ActorType::other;
            break;
        }
        if (!read_as_state(c))
            c.plural = type == NameType::group;
        if (!c.state && c.country == ActorLexicon::none)
            read_from_lexicon(c);
        for (std::uint32_t t = range.begin; t < range.end; ++t)
            taken_[t] = true;
        candidates_.push_back(std::move(c));
    }

    /// Sets what the table of states says of the name; false when it is none of its words.
    bool read_as_state(Candidate& c) const {
        const ActorLexicon::CountryWord* word = lexicon_.country_word(c.key);
        // "us" is the pronoun unless it is written as a name.
        if (!word || (c.key == "us" && document_.word(c.tokens.begin) == "us"))
            return false;
        if (c.typed && c.type == ActorType::person)
            return false;
        const Token& head = token(c.tokens.end - 1);
        c.country = word->country;
        c.typed = true;
        const bool people = word->use == ActorLexicon::CountryUse::adjective && !word->adjective;
        switch (word->use) {
        case ActorLexicon::CountryUse::name:
        case ActorLexicon::CountryUse::seat:
            c.type = ActorType::place;
            c.state = true;
            break;
        case ActorLexicon::CountryUse::capital:
            c.type = ActorType::place;
            c.state = document_.parsed && asks_for_actor(tree_, c.head);
            break;
        case ActorLexicon::CountryUse::adjective:
            // "Russian officials" names the state; "Russians", "three Russians" are people.
            c.state = !people && head.xpos != Xpos::nnps && head.xpos != Xpos::nns &&
                      (head.relation == Relation::amod || head.relation == Relation::compound ||
                       head.upos == Upos::adj || head.relation == Relation::nmod_poss);
            c.type = c.state ? ActorType::place : ActorType::group;
            c.plural = !c.state;
            break;
        }
        return true;
    }

    /// "the Fed", "GM": what is known under several names is of the kind that the table says. A short name may be a
    /// person's ("Ford"), the full one is not.
    bool read_as_institution(Candidate& c) const {
        const ActorLexicon::Index known = lexicon_.institution_of(c.key);
        if (known == ActorLexicon::none)
            return false;
        const ActorLexicon::Institution& institution = lexicon_.institution(known);
        if (c.typed && c.type == ActorType::person && name_key(institution.name) != c.key)
            return false;
        c.institution = known;
        c.noun_class = institution.noun_class;
        c.type = lexicon_.class_type(institution.noun_class);
        c.typed = true;
        c.country = institution.country;
        return true;
    }

    void read_from_lexicon(Candidate& c) const {
        if (read_as_institution(c))
            return;
        if (const ActorLexicon::Organization* organization = lexicon_.organization(c.key)) {
            if (!c.typed || c.type == ActorType::organization) {
                c.type = ActorType::organization;
                c.typed = true;
                c.noun_class = organization->noun_class;
                c.country = organization->country;
                return;
            }
        }
        const std::string first = lower_word(c.tokens.begin);
        if (c.type == ActorType::person) {
            c.gender = lexicon_.first_name(first);
        } else if (!c.typed && c.tokens.size() > 1 && lexicon_.is_first_name(first) &&
                   !name_number(document_.word(c.tokens.end - 1))) {
            c.type = ActorType::person;
            c.typed = true;
            c.gender = lexicon_.first_name(first);
        }
        const std::string last = lower_word(c.tokens.end - 1);
        if (c.type == ActorType::person || c.tokens.size() < 2)
            return;
        if (const ActorLexicon::Noun* noun = lexicon_.noun(last);
            noun && noun->type != ActorType::person && !noun->state) {
            // "Deutsche Bank", "Reform Act", "Columbia River": the name says its class.
            if (!c.typed || noun->noun_class == lexicon_.class_of("index"))
                c.type = noun->type;
            c.typed = true;
            if (noun->type == c.type)
                c.noun_class = noun->noun_class;
        } else if (!c.typed && lexicon_.name_tail(last)) {
            c.type = ActorType::organization;
            c.typed = true;
            c.noun_class = lexicon_.class_of("company");
        }
    }

    /// Names of the table that the language layer has passed over: "EADS". The first word of a sentence may be
    /// any word with a capital ("Fed"), so it is left to what the article says elsewhere.
    void find_institutions() {
        constexpr std::uint32_t longest = 6;
        for (const Sentence& sentence : document_.sentences) {
            if (sentence.furniture || sentence.kind == SentenceKind::headline)
                continue;
            for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
                std::uint32_t end = t;
                while (end < std::min(sentence.tokens.end, t + longest) && !taken_[end] &&
                       capitalised(document_.word(end)) && token(end).upos != Upos::det)
                    ++end;
                for (; end > t; --end) {
                    if (end == t + 1 && (t == sentence.tokens.begin || !is_noun(token(t))))
                        break;
                    const std::string key = name_key(document_.words(span_of({t, end})));
                    if (lexicon_.institution_of(key) == ActorLexicon::none)
                        continue;
                    add_name({t, end}, NameType::organization, true);
                    t = end - 1;
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
            if (!proper(t) || large_words(t))
                continue;
            IndexRange range{t, t + 1};
            while (range.end < count && tree_.sentence(range.end) == tree_.sentence(t) && proper(range.end))
                ++range.end;
            t = range.end - 1;
            if (is_office(range))
                continue;
            // "the 787 Dreamliner": a count would want a plural.
            if (range.begin > document_.sentences[tree_.sentence(t)].tokens.begin + 1 && !taken_[range.begin - 1] &&
                token(range.end - 1).xpos == Xpos::nnp && name_number(document_.word(range.begin - 1)) &&
                document_.word(range.begin - 1).size() > 2 && token(range.begin - 2).upos == Upos::det)
                --range.begin;
            extend_by_number(range, NameType::other);
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
            if (!taken_[t] && usable(t) && token(t).upos != Upos::verb &&
                (capitalised(document_.word(t)) || inner_capital(document_.word(t))))
                if (const std::uint32_t end = longest_known(t, known); end > t)
                    add_name({t, end}, NameType::other, false);
        // "the 787" of "the 787 Dreamliner"
        for (std::uint32_t t = 1; !numbers.empty() && t < count; ++t)
            if (!taken_[t] && usable(t) && token(t - 1).upos == Upos::det && token(t).relation != Relation::nummod &&
                numbers.contains(lower_word(t)))
                add_name({t, t + 1}, NameType::other, false);
    }

    bool large_words(std::uint32_t t) const {
        const SentenceKind kind = document_.sentences[tree_.sentence(t)].kind;
        return kind == SentenceKind::headline || kind == SentenceKind::dateline;
    }

    /// An office is no name, nor is a noun that stands before one: "Minister" before "Kari Nilsen".
    bool is_office(IndexRange range) const {
        const std::string last = lower_word(range.end - 1);
        const bool before_name = range.end < taken_.size() && taken_[range.end];
        if (before_name && (lexicon_.title(last) || lexicon_.noun(last)))
            return true;
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

    bool proper(std::uint32_t t) const {
        if (taken_[t] || !usable(t))
            return false;
        const std::string_view word = document_.word(t);
        if (proper_tag(token(t)))
            return word.size() > 1 && (capitalised(word) || inner_capital(word) || name_number(word)) &&
                   !one_of(lower_word(t), calendar_words);
        return (token(t).upos != Upos::verb && inner_capital(word)) || joined_initials(word);
    }

    void find_demonyms() {
        for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
            if (taken_[t] || !usable(t) || !capitalised(document_.word(t)) ||
                (token(t).upos != Upos::adj && !is_noun(token(t))))
                continue;
            if (lexicon_.country_word(name_key(document_.word(t))))
                add_name({t, t + 1}, NameType::group, true);
        }
    }

    void find_noun_phrases() {
        for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
            if (taken_[t] || !usable(t) || !is_noun(token(t)))
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
            if (relation == Relation::nmod_unmarked || relation == Relation::obl_unmarked)
                continue;
            add_noun_phrase(t);
        }
    }

    /// What the noun says of an actor, by two words ("central bank") or by one. The second word is always one of the
    /// table by itself, so that most nouns cost one look-up.
    const ActorLexicon::Noun* find_noun(std::uint32_t head, const std::string& lemma) const {
        const ActorLexicon::Noun* alone = lexicon_.noun(lemma);
        if (alone && head > document_.sentences[tree_.sentence(head)].tokens.begin && !taken_[head - 1])
            if (const ActorLexicon::Noun* noun = lexicon_.noun(lower_word(head - 1) + " " + lemma))
                return noun;
        return alone;
    }

    void add_noun_phrase(std::uint32_t head) {
        Candidate c;
        c.kind = MentionKind::description;
        c.head = head;
        c.sentence = tree_.sentence(head);
        c.plural = token(head).xpos == Xpos::nns || token(head).xpos == Xpos::nnps;
        const std::string lemma = lemma_key(document_, head);
        if (const ActorLexicon::Noun* noun = find_noun(head, lemma)) {
            c.type = noun->type;
            c.typed = true;
            c.noun_class = noun->noun_class;
            c.state_class = noun->state;
        }
        const Office office = find_office(tree_, lexicon_, head);
        c.office = office.office;
        c.domain = office.domain;
        c.gender = office.gender;
        if (c.office != ActorLexicon::none) {
            c.type = ActorType::person;
            c.typed = true;
            c.title_begin = office.tokens.begin;
        }
        // "company executives", and headlines, do without the article.
        const bool headline = document_.sentences[c.sentence].kind == SentenceKind::headline;
        c.definite |= !c.plural && !c.indefinite &&
                      ((lemma == "company" && token(head).relation == Relation::compound) || headline);
        if (lemma == "people" || lemma == "police")
            c.plural = true;
        std::uint32_t begin = head;
        for (const std::uint32_t child : tree_.children(head))
            read_dependent(c, child, begin);
        if (c.title_begin != no_token)
            begin = std::min(begin, c.title_begin);
        while (begin < head && (token(begin).upos == Upos::det || token(begin).upos == Upos::punct ||
                                token(begin).upos == Upos::adp || token(begin).upos == Upos::cconj))
            ++begin;
        c.tokens = {begin, head + 1};
        if (c.country != ActorLexicon::none && c.number == 0 && !c.indefinite && lexicon_.state_noun(lemma)) {
            c.state = true;
            c.type = ActorType::place;
        }
        candidates_.push_back(std::move(c));
    }

    void read_dependent(Candidate& c, std::uint32_t child, std::uint32_t& begin) const {
        const Token& t = token(child);
        const std::uint32_t head = c.head;
        const auto country_of = [&](std::uint32_t at) {
            const ActorLexicon::CountryWord* word = lexicon_.country_word(name_key(document_.word(at)));
            return word && (capitalised(document_.word(at))) ? word->country : ActorLexicon::none;
        };
        switch (t.relation) {
        case Relation::det: {
            const std::string word = lower_word(child);
            c.definite |= word == "the" || word == "this" || word == "that" || word == "these" || word == "those" ||
                          word == "both";
            c.indefinite |= word == "a" || word == "an" || word == "another" || word == "some" || word == "any" ||
                            word == "no" || word == "every" || word == "each";
            if (word == "both")
                c.number = 2;
            break;
        }
        case Relation::nmod_poss:
            c.definite = true;
            c.possessor = child;
            if (t.upos != Upos::pron)
                c.country = country_of(child);
            break;
        case Relation::nummod:
            c.number = lower_word(child) == "two" || document_.word(child) == "2" ? 2 : 3;
            break;
        case Relation::amod:
        case Relation::compound:
        case Relation::nmod:
        case Relation::nmod_desc:
            if (c.country == ActorLexicon::none) {
                const bool of = child > head && tree_.child(child, Relation::case_) != no_token &&
                                lower_word(tree_.child(child, Relation::case_)) == "of";
                if (child < head || of)
                    c.country = country_of(child);
            }
            break;
        default:
            break;
        }
        const bool before = child < head && t.relation != Relation::det && t.relation != Relation::case_ &&
                            t.relation != Relation::punct && t.relation != Relation::cc &&
                            t.relation != Relation::mark && t.relation != Relation::cop &&
                            t.relation != Relation::advmod && t.relation != Relation::nsubj &&
                            t.relation != Relation::aux && universal(t.relation) != Relation::obl &&
                            t.relation != Relation::det_predet && universal(t.relation) != Relation::acl;
        if (before)
            begin = std::min(begin, tree_.phrase(child).begin);
    }

    void find_pronouns() {
        for (std::uint32_t t = 0; t < document_.tokens.size(); ++t)
            if (token(t).upos == Upos::pron && usable(t) && !taken_[t])
                add_pronoun(t);
    }

    void add_pronoun(std::uint32_t t) {
        struct Form {
            std::string_view word;
            PronounKind kind;
            Gender gender;
            bool plural;
            bool person; ///< can only be a person
        };
        static constexpr Form forms[] = {
            {"he", PronounKind::personal, Gender::masculine, false, true},
            {"him", PronounKind::personal, Gender::masculine, false, true},
            {"his", PronounKind::possessive, Gender::masculine, false, true},
            {"himself", PronounKind::reflexive, Gender::masculine, false, true},
            {"she", PronounKind::personal, Gender::feminine, false, true},
            {"her", PronounKind::possessive, Gender::feminine, false, true},
            {"hers", PronounKind::possessive, Gender::feminine, false, true},
            {"herself", PronounKind::reflexive, Gender::feminine, false, true},
            {"it", PronounKind::personal, Gender::unknown, false, false},
            {"its", PronounKind::possessive, Gender::unknown, false, false},
            {"itself", PronounKind::reflexive, Gender::unknown, false, false},
            {"they", PronounKind::personal, Gender::unknown, true, false},
            {"them", PronounKind::personal, Gender::unknown, true, false},
            {"their", PronounKind::possessive, Gender::unknown, true, false},
            {"theirs", PronounKind::possessive, Gender::unknown, true, false},
            {"themselves", PronounKind::reflexive, Gender::unknown, true, false},
            {"who", PronounKind::relative, Gender::unknown, false, true},
            {"whom", PronounKind::relative, Gender::unknown, false, true},
            {"whose", PronounKind::relative, Gender::unknown, false, false},
            {"which", PronounKind::relative, Gender::unknown, false, false},
            {"that", PronounKind::relative, Gender::unknown, false, false},
            {"i", PronounKind::speaker, Gender::unknown, false, true},
            {"me", PronounKind::speaker, Gender::unknown, false, true},
            {"my", PronounKind::speaker, Gender::unknown, false, true},
            {"myself", PronounKind::speaker, Gender::unknown, false, true},
        };
        const std::string word = lower_word(t);
        const auto* form =
            std::find_if(std::begin(forms), std::end(forms), [&](const Form& f) { return f.word == word; });
        if (form == std::end(forms) || token(t).relation == Relation::expl)
            return;
        Candidate c;
        c.kind = MentionKind::pronoun;
        c.pronoun = form->kind;
        if (word == "her" && token(t).relation != Relation::nmod_poss)
            c.pronoun = PronounKind::personal;
        c.tokens = {t, t + 1};
        c.head = t;
        c.sentence = tree_.sentence(t);
        c.gender = form->gender;
        c.plural = form->plural;
        c.typed = form->person;
        c.type = form->person ? ActorType::person : ActorType::other;
        candidates_.push_back(std::move(c));
    }

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    std::vector<bool> taken_; ///< tokens of names
    std::vector<Name> headline_names_;
    std::vector<Candidate> candidates_;
};

} // namespace

std::vector<Candidate> find_candidates(const Tree& tree, const ActorLexicon& lexicon) {
    return Finder(tree, lexicon).find();
}

} // namespace fasti::events
