// See name_evidence.hpp.
#include "events/name_evidence.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"
#include "events/name_context.hpp"

#include <array>

namespace fasti::events {

namespace {

/// What a firm has and a person or a place has not, behind its name: "Maersk's shares", "Boeing shareholders".
constexpr std::array<std::string_view, 17> had_by_firms = {
    "share",     "shareholder", "stockholder", "stock",    "subsidiary", "headquarters",
    "workforce", "employee",    "revenue",     "earnings", "profit",     "board",
    "insurer",   "factory",     "franchise",   "ceo",      "bondholder"};

/// The same before it: "shares of Maersk", "the chief executive of Maersk".
constexpr std::array<std::string_view, 15> of_firms = {
    "share",     "shareholder", "stock",      "subsidiary", "headquarters", "employee",   "ceo",     "board",
    "economist", "analyst",     "strategist", "executive",  "chairman",     "chairwoman", "investor"};

/// Last words of firms and newspapers that are no common nouns for them.
constexpr std::array<std::string_view, 64> ends_of_firms = {
    "aerospace",      "airlines", "airways",    "associates",  "automotive", "aviation",   "brands",
    "brewing",        "bulletin", "capital",    "chemicals",   "chronicle",  "consulting", "courier",
    "dispatch",       "electric", "energy",     "engineering", "express",    "financial",  "foods",
    "freight",        "gazette",  "healthcare", "herald",      "holdings",   "inquirer",   "insurance",
    "journal",        "labs",     "lines",      "logistics",   "marine",     "media",      "mining",
    "mobile",         "motors",   "news",       "nachrichten", "petroleum",  "pharma",     "pharmaceuticals",
    "post",           "records",  "resources",  "retail",      "salvage",    "securities", "semiconductor",
    "shipmanagement", "shipping", "software",   "solutions",   "steel",      "stores",     "studios",
    "technologies",   "telecom",  "telegraph",  "times",       "tribune",    "ventures",   "wireless",
    "zeitung"};

/// Nouns of organisations that end names of places too: "the West Bank", "the English Channel".
constexpr std::array<std::string_view, 9> ends_of_places = {"bank", "house",   "channel", "station", "office",
                                                            "side", "carrier", "unit",    "parent"};

/// One may have these in somebody: "confidence in Macron".
constexpr std::array<std::string_view, 14> had_in_people = {"confidence", "faith",      "trust", "belief", "believe",
                                                            "interest",   "interested", "rival", "see",    "find",
                                                            "invest",     "hope",       "share", "stake"};

class Neighbours {
public:
    Neighbours(const Tree& tree, const ActorLexicon& lexicon, IndexRange name)
        : tree_(tree), document_(tree.document()), lexicon_(lexicon), name_(name),
          sentence_(document_.sentences[tree.sentence(name.begin)].tokens) {}

    std::optional<ActorType> told() const {
        if (stands_behind_title() || word(1) == "who" || (word(1) == "," && word(2) == "who"))
            return ActorType::person;
        if (ends_as_firms_do() || has_what_firms_have() || belongs_to_what_firms_have())
            return ActorType::organization;
        if (const auto noun = type_of_noun_before())
            return noun;
        if (stands_behind_in())
            return ActorType::place;
        return std::nullopt;
    }

private:
    bool inside(std::int64_t t) const { return t >= sentence_.begin && t < sentence_.end; }
    /// The word so many places behind the name, or before it.
    std::string word(int places) const {
        const std::int64_t t = place(places);
        return inside(t) ? utf8::fold(document_.word(static_cast<std::uint32_t>(t))) : std::string{};
    }
    std::string lemma(int places) const {
        const std::int64_t t = place(places);
        return inside(t) ? lemma_key(document_, static_cast<std::uint32_t>(t)) : std::string{};
    }
    std::int64_t place(int places) const {
        return places > 0 ? std::int64_t{name_.end} + places - 1 : std::int64_t{name_.begin} + places;
    }

    bool is_genitive() const {
        const std::string mark = word(1);
        return mark == "'s" || mark == "\u2019s" || mark == "'" || mark == "\u2019";
    }

    bool stands_behind_title() const {
        if (name_.begin == sentence_.begin)
            return false;
        const Office office = find_office(tree_, lexicon_, name_.begin - 1);
        return !office.tokens.empty() && office.tokens.end == name_.begin;
    }

    /// "Smit Salvage", "Collins College"; but "Emily Post".
    bool ends_as_firms_do() const {
        if (name_.size() < 2 || (name_.size() == 2 && lexicon_.is_first_name(utf8::fold(document_.word(name_.begin)))))
            return false;
        const std::string last = utf8::fold(document_.word(name_.end - 1));
        const ActorLexicon::Noun* noun = lexicon_.noun(last);
        static constexpr std::array<std::string_view, 7> sides = {"west", "east",  "north", "south",
                                                                  "left", "right", "outer"};
        const bool bank = last == "bank" && !one_of(utf8::fold(document_.word(name_.begin)), sides);
        return bank || one_of(last, ends_of_firms) ||
               (noun && noun->type == ActorType::organization && !one_of(last, ends_of_places));
    }

    bool has_what_firms_have() const {
        const int at = is_genitive() ? 2 : 1;
        return one_of(lemma(at), had_by_firms) || (lemma(at) == "chief" && one_of(lemma(at + 1), of_firms));
    }

    /// "the tanker Erika", "the airline Alitalia": a noun in low letters whose kind is no person's or state's.
    std::optional<ActorType> type_of_noun_before() const {
        if (name_.begin == sentence_.begin)
            return std::nullopt;
        const Token& before = document_.tokens[name_.begin - 1];
        const ActorLexicon::Noun* noun =
            before.upos == Upos::noun && before.xpos == Xpos::nn ? lexicon_.noun(word(-1)) : nullptr;
        if (!noun || noun->state || noun->type == ActorType::person || document_.word(name_.begin - 1) != word(-1))
            return std::nullopt;
        return noun->type;
    }

    bool belongs_to_what_firms_have() const {
        const std::string tie = word(-1);
        return one_of(tie, std::array<std::string_view, 3>{"of", "at", "for"}) && one_of(lemma(-2), of_firms);
    }

    /// "in Coron", but not "confidence in Macron", "in Macron's view", "in Windows 7".
    bool stands_behind_in() const { return word(-1) == "in" && !one_of(lemma(-2), had_in_people) && !is_genitive(); }

    const Tree& tree_;
    const Document& document_;
    const ActorLexicon& lexicon_;
    IndexRange name_;
    IndexRange sentence_;
};

} // namespace

std::optional<ActorType> type_told(const Tree& tree, const ActorLexicon& lexicon, IndexRange range) {
    return Neighbours(tree, lexicon, range).told();
}

} // namespace fasti::events
