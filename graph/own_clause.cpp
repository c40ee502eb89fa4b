// See own_clause.hpp.
#include "graph/own_clause.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace fasti::graph {
namespace {

constexpr std::size_t fewest_words = 3;
constexpr std::uint32_t longest_phrase = 20; ///< in tokens
constexpr int most_steps = 6;

bool finite(Xpos tag) {
    return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
}

class Finder {
public:
    Finder(const Document& document, const Sentence& sentence)
        : document_(document), tokens_(sentence.tokens), kept_(sentence.tokens.size(), false) {}

    std::optional<OwnClause> find(std::uint32_t trigger) {
        if (!document_.parsed) {
            return std::nullopt;
        }
        // Up to the verb of the clause, over its objects and complements.
        std::uint32_t clause = trigger;
        for (int steps = 0; steps < most_steps && tokens_.contains(clause) && !opened(clause); ++steps) {
            clause = token(clause).relation == Relation::root ? none_ : token(clause).head;
        }
        if (!tokens_.contains(clause) || !opened(clause)) {
            return std::nullopt;
        }
        const std::uint32_t subject = child(clause, Relation::nsubj);
        if (subject == none_ || !is_finite(clause) || !keep_subtree(clause)) {
            return std::nullopt;
        }
        OwnClause out;
        const bool relative = token(subject).xpos == Xpos::wdt || token(subject).xpos == Xpos::wp;
        if (relative ? token(clause).relation != Relation::acl_relcl : !is_opened_by_time(clause)) {
            return std::nullopt; // "the ship that the wind blew ashore"
        }
        if (relative) {
            out.relative = subject;
            out.antecedent = phrase_before(token(clause).head, clause);
            if (out.antecedent.empty()) {
                return std::nullopt;
            }
        }
        if (trigger == clause || (token(trigger).head == clause && token(trigger).relation == Relation::conj &&
                                  token(trigger).upos == Upos::verb)) {
            drop_other_verbs(clause, trigger);
        }
        drop_opening(clause, subject);
        std::size_t words = 0;
        for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
            words += kept_[i - tokens_.begin] && token(i).upos != Upos::punct;
        }
        if (words < fewest_words) {
            return std::nullopt;
        }
        out.kept = std::move(kept_);
        return out;
    }

    std::optional<std::vector<bool>> find_phrase(std::uint32_t noun, IndexRange date) {
        if (!document_.parsed || token(noun).upos == Upos::verb || child(noun, Relation::nmod) == none_) {
            return std::nullopt;
        }
        IndexRange range{noun, noun + 1};
        bool whose = false;
        while (range.begin > tokens_.begin && within(range.begin - 1, noun) &&
               (universal(token(range.begin - 1).relation) != Relation::case_ ||
                token(range.begin - 1).xpos == Xpos::pos)) {
            --range.begin;
            whose = whose || token(range.begin).relation == Relation::nmod_poss;
        }
        if (token(range.begin).xpos == Xpos::pos || token(range.begin).upos == Upos::punct) {
            ++range.begin;
        }
        while (range.end < tokens_.end && within(range.end, noun) && token(range.end).upos != Upos::cconj &&
               token(range.end).upos != Upos::punct) {
            ++range.end;
        }
        range.end = std::max(range.end, date.end);
        for (std::uint32_t i = noun + 1; i < std::min(range.end, tokens_.end); ++i) {
            // "the collapse of Zenda Bank in 2008"
            whose = whose || (!date.contains(i) && token(i).head == noun && token(i).relation == Relation::nmod &&
                              token(i).upos == Upos::propn && case_word(i) == "of");
        }
        if (!whose || date.begin < range.begin || range.end > tokens_.end || range.end - range.begin > longest_phrase) {
            return std::nullopt;
        }
        for (std::uint32_t i = range.begin; i < noun; ++i) {
            if (token(i).upos == Upos::cconj) {
                return std::nullopt; // two clauses that the tree took for one phrase
            }
        }
        for (std::uint32_t i = noun + 1; i < range.end; ++i) {
            if (token(i).upos == Upos::verb || token(i).upos == Upos::punct) {
                return std::nullopt;
            }
        }
        std::fill(kept_.begin() + (range.begin - tokens_.begin), kept_.begin() + (range.end - tokens_.begin), true);
        return std::move(kept_);
    }

private:
    static constexpr std::uint32_t none_ = 0xffffffffu;

    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

    /// A verb with a clause that something opens: "when", "who".
    [[nodiscard]] bool opened(std::uint32_t i) const {
        const Token& t = token(i);
        return t.upos == Upos::verb &&
               (t.relation == Relation::acl_relcl || t.relation == Relation::advcl_relcl ||
                ((t.relation == Relation::advcl || t.relation == Relation::conj) && is_opened_by_time(i)));
    }

    /// The first dependent of this relation, subtypes included.
    [[nodiscard]] std::uint32_t child(std::uint32_t head, Relation relation) const {
        for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
            if (token(i).head == head && universal(token(i).relation) == relation) {
                return i;
            }
        }
        return none_;
    }

    [[nodiscard]] std::string_view case_word(std::uint32_t i) const {
        const std::uint32_t preposition = child(i, Relation::case_);
        return preposition == none_ ? std::string_view() : document_.word(preposition);
    }

    [[nodiscard]] bool is_finite(std::uint32_t verb) const {
        const std::uint32_t auxiliary = child(verb, Relation::aux);
        return finite(token(verb).xpos) || (auxiliary != none_ && finite(token(auxiliary).xpos));
    }

    /// "after", "when" …: what they open did happen, which "if" and "as long as" do not say.
    [[nodiscard]] bool is_opened_by_time(std::uint32_t clause) const {
        static constexpr std::array<std::string_view, 9> openings = {"after", "before", "when",  "since",   "because",
                                                                     "while", "once",   "until", "although"};
        for (std::uint32_t i = tokens_.begin; i < clause; ++i) {
            if (token(i).head == clause && one_of(utf8::fold(document_.word(i)), openings)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool within(std::uint32_t i, std::uint32_t top) const {
        for (std::size_t steps = 0; steps < kept_.size() && tokens_.contains(i); ++steps) {
            if (i == top) {
                return true;
            }
            i = token(i).head;
        }
        return false;
    }

    void set_subtree(std::uint32_t top, bool kept) {
        for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
            if (within(i, top)) {
                kept_[i - tokens_.begin] = kept;
            }
        }
    }

    /// False when the words of the clause are in pieces.
    bool keep_subtree(std::uint32_t top) {
        set_subtree(top, true);
        const auto first = std::find(kept_.begin(), kept_.end(), true);
        const auto last = std::find(kept_.rbegin(), kept_.rend(), true).base();
        return std::all_of(first, last, [](bool kept) { return kept; });
    }

    /// Of verbs that share the subject only the event's stays, with the auxiliaries of the first.
    void drop_other_verbs(std::uint32_t clause, std::uint32_t trigger) {
        for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
            const Token& t = token(i);
            if (t.head == clause && t.relation == Relation::conj && t.upos == Upos::verb && i != trigger) {
                set_subtree(i, false);
            } else if (trigger != clause && t.head == clause && i != trigger &&
                       universal(t.relation) != Relation::nsubj && universal(t.relation) != Relation::aux) {
                set_subtree(i, false);
            }
        }
        if (trigger != clause) {
            kept_[clause - tokens_.begin] = false;
            const std::uint32_t joint = child(trigger, Relation::cc);
            if (joint != none_) {
                kept_[joint - tokens_.begin] = false;
            }
        }
    }

    /// "after", "when", and what stands before the subject with them.
    void drop_opening(std::uint32_t clause, std::uint32_t subject) {
        std::uint32_t first = subject;
        for (std::uint32_t i = tokens_.begin; i < subject; ++i) {
            if (within(i, subject)) {
                first = std::min(first, i);
            }
        }
        const std::uint32_t mark = child(clause, Relation::mark);
        const std::uint32_t opening = std::min(mark, subject);
        for (std::uint32_t i = opening; i < first; ++i) {
            kept_[i - tokens_.begin] = false;
        }
        for (std::uint32_t i = tokens_.begin; i < first; ++i) {
            const Relation relation = universal(token(i).relation);
            if (relation == Relation::mark || relation == Relation::advmod || relation == Relation::cc ||
                relation == Relation::punct || token(i).head == mark) {
                kept_[i - tokens_.begin] = false;
            }
        }
    }

    /// The words of the noun that the clause is about: its determiner, adjectives and names, right before the clause.
    [[nodiscard]] IndexRange phrase_before(std::uint32_t noun, std::uint32_t clause) const {
        if (!tokens_.contains(noun) || noun >= clause ||
            (token(noun).upos != Upos::noun && token(noun).upos != Upos::propn)) {
            return {};
        }
        IndexRange range{noun, noun + 1};
        while (range.begin > tokens_.begin && within(range.begin - 1, noun) &&
               token(range.begin - 1).upos != Upos::punct &&
               universal(token(range.begin - 1).relation) != Relation::case_) {
            --range.begin;
        }
        while (range.end < clause && token(range.end).head == noun && token(range.end).relation == Relation::flat) {
            ++range.end;
        }
        return range;
    }

    const Document& document_;
    IndexRange tokens_;
    std::vector<bool> kept_;
};

} // namespace

std::optional<OwnClause> own_clause(const Document& document, const Sentence& sentence, std::uint32_t trigger) {
    return Finder(document, sentence).find(trigger);
}

std::optional<std::vector<bool>> own_phrase(const Document& document, const Sentence& sentence, std::uint32_t noun,
                                            IndexRange date) {
    return Finder(document, sentence).find_phrase(noun, date);
}

} // namespace fasti::graph
