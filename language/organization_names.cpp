// See organization_names.hpp.
#include "language/organization_names.hpp"

#include "core/one_of.hpp"
#include "language/abbreviations.hpp"
#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace fasti::language {

namespace {

/// Words that end the name of a public body and hardly ever another name.
constexpr std::array<std::string_view, 17> body_heads = {
    "Administration", "Agency",       "Assembly", "Authority",   "Bureau",   "Commission",
    "Committee",      "Council",      "Court",    "Federation",  "Ministry", "Parliament",
    "Organisation",   "Organization", "Senate",   "Secretariat", "Tribunal"};
/// Those that end names of firms, places and things too: they widen a name, but make none.
constexpr std::array<std::string_view, 9> firm_heads = {"Association", "Bank", "Board",     "Company",   "Corporation",
                                                        "Department",  "Fund", "Institute", "University"};
/// The legal forms of firms: the words before are a firm's name, whatever they look like, over a comma too.
constexpr std::array<std::string_view, 15> legal_forms = {"Corp", "Corp.",  "GmbH", "Inc",    "Inc.",
                                                          "LLC",  "L.L.C.", "LLP",  "L.L.P.", "Ltd",
                                                          "Ltd.", "PLC",    "Plc",  "plc",    "S.p.A."};

constexpr std::uint32_t longest_run = 8; ///< words; longer runs are lists and titles

bool is_capital(std::string_view word) {
    return !word.empty() && is_ascii_upper(word.front());
}

bool is_joint(std::string_view word) {
    return word == "and" || word == "&";
}

/// Names of one document in order, walked from left to right beside the tokens.
class Completion {
public:
    explicit Completion(Document& document) : document_(document) {}

    void run() {
        names_.reserve(document_.names.size());
        for (const Sentence& sentence : document_.sentences) {
            if (mostly_capitals(sentence.tokens)) {
                continue;
            }
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                if (is_head(i)) {
                    complete(sentence.tokens, i);
                }
            }
        }
        take_names_until(static_cast<std::uint32_t>(document_.tokens.size()));
        document_.names = std::move(names_);
    }

private:
    bool mostly_capitals(IndexRange tokens) const {
        std::uint32_t large = 0, low = 0;
        for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
            const char first = document_.word(i).front();
            large += is_ascii_upper(first) ? 1u : 0u;
            low += is_ascii_lower(first) ? 1u : 0u;
        }
        return large > 2 * low; // a short sentence may well be half a name
    }

    bool may_belong(std::uint32_t token) const {
        const Upos tag = document_.tokens[token].upos;
        return is_capital(document_.word(token)) && (tag == Upos::propn || tag == Upos::noun || tag == Upos::adj);
    }

    bool is_body(std::uint32_t token) const { return may_belong(token) && one_of(document_.word(token), body_heads); }

    bool is_legal_form(std::uint32_t token) const { return one_of(document_.word(token), legal_forms); }

    bool is_head(std::uint32_t token) const {
        return is_body(token) || is_legal_form(token) ||
               (may_belong(token) && one_of(document_.word(token), firm_heads));
    }

    /// The name that holds `token`, or none; tokens are asked about from left to right, a few steps back at most.
    const Name* name_at(std::uint32_t token) const {
        const auto after = std::upper_bound(document_.names.begin(), document_.names.end(), token,
                                            [](std::uint32_t t, const Name& n) { return t < n.tokens.begin; });
        if (after == document_.names.begin() || std::prev(after)->tokens.end <= token) {
            return nullptr;
        }
        return &*std::prev(after);
    }

    /// The name that ends in `head` is widened to the left, or made.
    void complete(IndexRange sentence, std::uint32_t head) {
        const bool firm = is_legal_form(head);
        std::uint32_t begin = head;
        bool joint = false;
        if (firm && head > sentence.begin + 1 && document_.word(head - 1) == "," && may_belong(head - 2)) {
            --begin; // "Alphabet | , Inc."
        }
        while (begin > sentence.begin && head - begin < longest_run) {
            const std::uint32_t left = begin - 1;
            if (may_belong(left) && (!is_head(left) || (firm && !is_legal_form(left)))) {
                begin = left;
            } else if (!joint && is_joint(document_.word(left)) && left > sentence.begin && joins(left - 1)) {
                begin = left - 1;
                joint = true;
            } else {
                break;
            }
        }
        const Name* last = name_at(head);
        const std::uint32_t end = firm ? head + 1 : end_of_field(sentence, head);
        const bool whole = last && last->type == NameType::organization && last->tokens.end >= end &&
                           (!firm || last->tokens.begin < head);
        if (!joint && (whole || (!firm && !is_body(head) && end == head + 1))) {
            return;
        }
        // What the run only touches, and the full name of a person, belong to somebody else.
        const Name* first = name_at(begin);
        const bool foreign = first && (first->tokens.begin < begin ||
                                       (!firm && first->type == NameType::person && first->tokens.size() > 1));
        const bool named =
            std::any_of(document_.tokens.begin() + begin, document_.tokens.begin() + (end > head + 1 ? end : head),
                        [](const Token& t) { return t.upos == Upos::propn; });
        if (named && !foreign) {
            replace({begin, end});
        }
    }

    /// The end of what the body is for: "Department | of Financial Protection and Innovation". Names of others stay out
    /// of it.
    std::uint32_t end_of_field(IndexRange sentence, std::uint32_t head) const {
        const auto is_field = [&](std::uint32_t token) {
            return token < sentence.end && may_belong(token) && !name_at(token);
        };
        std::uint32_t end = head + 1;
        if (end >= sentence.end || (document_.word(end) != "of" && document_.word(end) != "for") ||
            !is_field(end + 1)) {
            return end;
        }
        ++end;
        while (is_field(end) && end - head < longest_run) {
            ++end;
        }
        if (end < sentence.end && is_joint(document_.word(end)) && is_field(end + 1)) {
            ++end;
            while (is_field(end) && end - head < longest_run) {
                ++end;
            }
        }
        return end;
    }

    /// Whether an "and" behind `token` may stand inside of a name: not behind one that is whole ("NASA & Company").
    bool joins(std::uint32_t token) const {
        const Name* name = name_at(token);
        return may_belong(token) && !is_head(token) && (!name || name->type == NameType::organization) &&
               (!name || !is_head(token + 2));
    }

    void take_names_until(std::uint32_t token) {
        for (; next_ < document_.names.size() && document_.names[next_].tokens.begin < token; ++next_) {
            names_.push_back(document_.names[next_]);
        }
    }

    void replace(IndexRange run) {
        take_names_until(run.begin);
        while (!names_.empty() && names_.back().tokens.end > run.begin) {
            run.begin = std::min(run.begin, names_.back().tokens.begin);
            names_.pop_back();
        }
        for (; next_ < document_.names.size() && document_.names[next_].tokens.begin < run.end; ++next_) {
            run.end = std::max(run.end, document_.names[next_].tokens.end);
        }
        names_.push_back({run, NameType::organization});
    }

    Document& document_;
    std::vector<Name> names_;
    std::size_t next_ = 0;
};

/// "Supreme Court | on Monday": the day is no part of the name, as it is in "Black Friday".
void end_before_days(Document& document) {
    static constexpr std::array<std::string_view, 8> ties = {"on",    "in",   "by",   "since",
                                                             "until", "last", "next", "late"};
    for (Name& name : document.names) {
        for (std::uint32_t t = name.tokens.begin + 2; t < name.tokens.end; ++t) {
            if (is_calendar_name(document.word(t)) && one_of(document.word(t - 1), ties)) {
                name.tokens.end = t - 1;
            }
        }
    }
}

} // namespace

void complete_organizations(Document& document) {
    end_before_days(document);
    Completion(document).run();
}

} // namespace fasti::language
