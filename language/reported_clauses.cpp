// See reported_clauses.hpp.
#include "language/reported_clauses.hpp"

#include "core/one_of.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {

namespace {

constexpr std::array<std::string_view, 45> saying = {
    "say",     "tell",        "report",   "announce", "state",  "declare", "add",    "note",    "explain",
    "claim",   "argue",       "insist",   "stress",   "warn",   "remark",  "allege", "admit",   "confirm",
    "deny",    "suggest",     "reveal",   "disclose", "assert", "testify", "reply",  "write",   "inform",
    "promise", "acknowledge", "complain", "conclude", "hint",   "vow",     "agree",  "predict", "pledge",
    "accept",  "emphasize",   "estimate", "repeat",   "assure", "remind",  "notify", "concede", "emphasise"};

/// Their object is the hearer: "told reporters that".
constexpr std::array<std::string_view, 7> with_hearer = {"tell",   "inform", "warn",   "assure",
                                                         "remind", "notify", "promise"};

constexpr std::array<std::string_view, 16> days = {
    "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",  "day",
    "week",   "month",   "year",      "night",    "afternoon", "morning",  "evening", "weekend"};

class Mender {
public:
    Mender(Document& document, IndexRange sentence)
        : document_(document), tokens_(document.tokens), sentence_(sentence) {}

    void mend() {
        for (std::uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
            if (tokens_[t].relation == Relation::acl_relcl)
                mend_clause_of_day(t);
            else if (tokens_[t].relation == Relation::advcl)
                tokens_[t].head < t ? mend_clause_behind(t) : mend_clause_before(t);
        }
    }

private:
    bool inside(std::uint32_t t) const { return t >= sentence_.begin && t < sentence_.end; }
    bool verb(std::uint32_t t) const { return tokens_[t].upos == Upos::verb; }

    /// Is there a dependent of `head` in [begin, end) of a kind?
    template <class Kind>
    std::uint32_t dependent(std::uint32_t head, std::uint32_t begin, std::uint32_t end, Kind kind) const {
        // What is asked for stands near: a clause with a thousand words in between is none of these.
        constexpr std::uint32_t reach = 24;
        begin = std::max(begin, end > reach ? end - reach : 0u);
        for (std::uint32_t t = begin; t < end; ++t)
            if (tokens_[t].head == head && kind(tokens_[t]))
                return t;
        return Token::no_head;
    }

    static bool subject(const Token& token) { return universal(token.relation) == Relation::nsubj; }

    void mend_clause_of_day(std::uint32_t clause) {
        const std::uint32_t noun = tokens_[clause].head;
        if (!inside(noun) || noun + 2 >= clause || tokens_[noun + 1].lemma != "that" ||
            (tokens_[noun + 1].head != clause && tokens_[noun + 1].head != noun))
            return;
        const std::uint32_t that = noun + 1;
        // With a subject of its own behind "that", the clause may still have its gap elsewhere.
        if (dependent(clause, that + 1, clause, subject) == Token::no_head)
            return;
        std::uint32_t teller = tokens_[noun].head;
        const bool hearer = inside(teller) && one_of(tokens_[teller].lemma, with_hearer) &&
                            (tokens_[noun].relation == Relation::obj || tokens_[noun].relation == Relation::iobj);
        for (int steps = 0; steps < 2 && inside(teller) && !verb(teller); ++steps)
            teller = tokens_[teller].head;
        if (!inside(teller) || teller > noun || !verb(teller) || !one_of(tokens_[teller].lemma, saying))
            return;
        if (!hearer && !a_day(noun))
            return;
        tokens_[clause].head = teller;
        tokens_[clause].relation = Relation::ccomp;
        Token& mark = tokens_[that];
        mark.head = clause;
        mark.relation = Relation::mark;
        mark.upos = Upos::sconj;
        mark.xpos = Xpos::in;
    }

    /// "denied that its soldiers crossed the border", taken for a circumstance.
    void mend_clause_behind(std::uint32_t clause) {
        const std::uint32_t teller = tokens_[clause].head;
        if (!inside(teller) || !verb(teller) || !one_of(tokens_[teller].lemma, saying))
            return;
        const auto that = [](const Token& token) { return token.relation == Relation::mark && token.lemma == "that"; };
        const auto clausal = [](const Token& token) { return token.relation == Relation::ccomp; };
        const std::uint32_t mark = dependent(clause, teller + 1, clause, that);
        if (mark != Token::no_head && tokens_[mark - 1].lemma != "so" && tokens_[mark - 1].lemma != "now" &&
            dependent(teller, teller + 1, clause, clausal) == Token::no_head)
            tokens_[clause].relation = Relation::ccomp;
    }

    bool a_day(std::uint32_t noun) const {
        std::array<char, 12> folded{};
        const std::string_view word = document_.word(noun);
        if (word.size() > folded.size())
            return false;
        std::transform(word.begin(), word.end(), folded.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const bool listed = one_of(std::string_view(folded.data(), word.size()), days);
        const bool number = word.front() >= '0' && word.front() <= '9';
        return listed || number;
    }

    void mend_clause_before(std::uint32_t clause) {
        const std::uint32_t teller = tokens_[clause].head;
        if (!inside(teller) || teller < clause + 3 || !verb(teller) || !one_of(tokens_[teller].lemma, saying) ||
            !finite(clause))
            return;
        const std::uint32_t said_by = dependent(teller, clause + 1, teller, subject);
        if (said_by == Token::no_head)
            return;
        // The comma stands before who says it, and nothing joins the clause to the verb.
        bool comma = false;
        for (std::uint32_t t = clause + 1; t < said_by && !comma; ++t)
            comma = document_.word(t) == ",";
        const auto joins = [](const Token& token) { // "after", "when"
            return token.relation == Relation::mark || token.xpos == Xpos::wrb;
        };
        const std::uint32_t own = dependent(clause, sentence_.begin, clause, subject);
        if (comma && own != Token::no_head && dependent(clause, sentence_.begin, clause, joins) == Token::no_head)
            tokens_[clause].relation = Relation::ccomp;
    }

    bool finite(std::uint32_t t) const {
        return verb(t) &&
               (tokens_[t].xpos == Xpos::vbd || tokens_[t].xpos == Xpos::vbz || tokens_[t].xpos == Xpos::vbp);
    }

    Document& document_;
    std::vector<Token>& tokens_;
    IndexRange sentence_;
};

} // namespace

void mend_reported_clauses(Document& document, IndexRange sentence) {
    Mender(document, sentence).mend();
}

} // namespace fasti::language
