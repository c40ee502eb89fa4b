// See clause_cuts.hpp.
#include "graph/clause_cuts.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>

namespace fasti::graph {
namespace {

constexpr std::size_t usual_words = 26;
constexpr std::array<std::string_view, 10> connectors = {"but",      "and",       "however", "also",  "meanwhile",
                                                         "moreover", "therefore", "still",   "later", "then"};

/// Words that open a clause which the end of the sentence closes.
constexpr std::array<std::string_view, 11> joints = {"and",    "but",  "while", "as",      "because", "although",
                                                     "though", "when", "where", "whereas", "since"};

class Cutter {
public:
    Cutter(const Document& document, const Sentence& sentence, std::uint32_t trigger)
        : document_(document), sentence_(sentence), trigger_(trigger), kept_(sentence.tokens.size(), true) {}

    std::vector<bool> run() {
        drop_dateline();
        drop_connectors();
        if (!document_.parsed) {
            return kept_;
        }
        find_subtrees();
        std::vector<Part> parts;
        for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
            if (const auto part = loose_part(i)) {
                parts.push_back(*part);
            }
        }
        // What a comma sets off goes first, the longest first; then what the end of the sentence does.
        std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
            return std::tuple(a.rank, b.end - b.begin, a.begin) < std::tuple(b.rank, a.end - a.begin, b.begin);
        });
        for (const Part& part : parts) {
            if (count_words() <= usual_words) {
                break;
            }
            cut(part);
        }
        return kept_;
    }

private:
    /// Tokens [begin, end) that may go; `rank` is the harm that it does.
    struct Part {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        int rank = 0;
    };

    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
    [[nodiscard]] std::size_t local(std::uint32_t i) const { return i - sentence_.tokens.begin; }
    [[nodiscard]] bool comma(std::uint32_t i) const {
        return sentence_.tokens.contains(i) && (document_.word(i) == "," || document_.word(i) == "—");
    }

    /// The last token that is not closing punctuation, and one more.
    [[nodiscard]] std::uint32_t end_of_words() const {
        std::uint32_t end = sentence_.tokens.end;
        while (end > sentence_.tokens.begin && token(end - 1).upos == Upos::punct) {
            --end;
        }
        return end;
    }

    /// "Nov 8 - " in front of it.
    bool drop_date_line(std::uint32_t begin) {
        for (std::uint32_t i = begin + 1; i < begin + 5 && i + 3 < sentence_.tokens.end; ++i) {
            const std::string_view word = document_.word(i);
            if ((word == "-" || word == "—" || word == "--" || word == "–") && trigger_ > i) {
                const bool date = token(begin).upos == Upos::propn && token(i - 1).upos == Upos::num &&
                                  token(i).span.begin > token(i - 1).span.end &&
                                  token(i + 1).span.begin > token(i).span.end;
                if (date) {
                    std::fill(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(local(i) + 1), false);
                }
                return date;
            }
        }
        return false;
    }

    /// "ZENDA, Ruritania: " in front of the first sentence.
    void drop_dateline() {
        const std::uint32_t begin = sentence_.tokens.begin;
        const std::string_view first = document_.word(begin);
        if (drop_date_line(begin)) {
            return;
        }
        if (first.size() < 3 || std::any_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
            return;
        }
        for (std::uint32_t i = begin + 1; i < begin + 8 && i + 3 < sentence_.tokens.end; ++i) {
            const std::string_view word = document_.word(i);
            if (word == ":" || word == "—" || word == "--" || word == "–") {
                if (trigger_ > i) {
                    std::fill(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(local(i) + 1), false);
                }
                return;
            }
        }
    }

    /// "But", "Also", "However,": they point to the sentence before.
    void drop_connectors() {
        std::uint32_t i = sentence_.tokens.begin;
        while (i + 3 < sentence_.tokens.end && !kept_[local(i)]) {
            ++i;
        }
        while (i + 3 < sentence_.tokens.end) {
            const std::string word = utf8::fold(document_.word(i));
            const bool connector = one_of(word, connectors);
            const bool timed = (word == "later" || word == "then" || word == "still") && !comma(i + 1);
            if (!connector || timed || i == trigger_) {
                return;
            }
            kept_[local(i++)] = false;
            if (comma(i)) {
                kept_[local(i++)] = false;
            }
        }
    }

    /// First and last token of every subtree, in one walk up from each token.
    void find_subtrees() {
        first_.resize(kept_.size());
        last_.resize(kept_.size());
        count_.assign(kept_.size(), 0);
        for (std::uint32_t i = 0; i < kept_.size(); ++i) {
            first_[i] = last_[i] = i;
        }
        for (std::uint32_t i = 0; i < kept_.size(); ++i) {
            std::uint32_t at = i + sentence_.tokens.begin;
            for (std::size_t step = 0; step < kept_.size() && sentence_.tokens.contains(at); ++step) {
                first_[local(at)] = std::min(first_[local(at)], i);
                last_[local(at)] = std::max(last_[local(at)], i);
                ++count_[local(at)];
                at = token(at).head;
            }
        }
    }

    [[nodiscard]] bool has_child(std::uint32_t head, Relation relation) const {
        for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
            if (token(i).head == head && universal(token(i).relation) == relation) {
                return true;
            }
        }
        return false;
    }

    /// A comma in front of it may hang on it.
    [[nodiscard]] bool begins_with_name(std::uint32_t i) const {
        while (i + 1 < sentence_.tokens.end && token(i).upos == Upos::punct) {
            ++i;
        }
        return token(i).upos == Upos::propn;
    }

    [[nodiscard]] std::optional<Part> loose_part(std::uint32_t i) const {
        const Token& t = token(i);
        int rank = 0;
        switch (t.relation) {
        case Relation::acl_relcl:
        case Relation::advcl_relcl:
        case Relation::acl:
            rank = 0;
            break;
        case Relation::advcl:
            rank = 1;
            break;
        case Relation::appos:
            if (begins_with_name(sentence_.tokens.begin + first_[local(i)])) {
                return std::nullopt; // whoever is named there may be the one who says all this
            }
            rank = 1;
            break;
        case Relation::conj:
            if (t.upos != Upos::verb && t.upos != Upos::aux) {
                return std::nullopt; // one of several names or things
            }
            rank = has_child(i, Relation::nsubj) ? 1 : 3;
            break;
        default:
            return std::nullopt;
        }
        const std::uint32_t size = last_[local(i)] - first_[local(i)] + 1;
        if (size != count_[local(i)]) {
            return std::nullopt; // in pieces
        }
        Part part{sentence_.tokens.begin + first_[local(i)], sentence_.tokens.begin + last_[local(i)] + 1, rank};
        while (part.end > part.begin && token(part.end - 1).upos == Upos::punct) {
            --part.end;
        }
        while (part.begin < part.end && token(part.begin).upos == Upos::punct) {
            ++part.begin;
        }
        if (part.end - part.begin < 2 || (part.begin <= trigger_ && trigger_ < part.end)) {
            return std::nullopt;
        }
        const bool at_end = part.end >= end_of_words();
        const bool behind_comma = part.begin > sentence_.tokens.begin && comma(part.begin - 1);
        if (behind_comma && (at_end || (comma(part.end) && t.relation != Relation::conj))) {
            --part.begin;
            part.end += at_end ? 0 : 1;
            return part;
        }
        if (part.begin == sentence_.tokens.begin && comma(part.end) && t.relation == Relation::advcl) {
            ++part.end;
            return part;
        }
        const bool joined = one_of(utf8::fold(document_.word(part.begin)), joints);
        if (at_end && joined && part.begin > sentence_.tokens.begin + 3) {
            part.rank += 2;
            return part;
        }
        return std::nullopt;
    }

    /// Cuts unless a quotation would lose one of its marks, or too little stays.
    void cut(const Part& part) {
        std::size_t quotes = 0;
        std::size_t words = 0;
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            const std::string_view word = document_.word(i);
            quotes += word == "\"" || word == "“" || word == "”" || word == "``" || word == "''";
            words += kept_[local(i)] && token(i).upos != Upos::punct;
        }
        if (quotes % 2 == 1 || words + 5 > count_words()) {
            return;
        }
        std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(local(part.begin)),
                  kept_.begin() + static_cast<std::ptrdiff_t>(local(part.end)), false);
    }

    [[nodiscard]] std::size_t count_words() const {
        std::size_t n = 0;
        for (std::uint32_t i = 0; i < kept_.size(); ++i) {
            n += kept_[i] && token(sentence_.tokens.begin + i).upos != Upos::punct;
        }
        return n;
    }

    const Document& document_;
    const Sentence& sentence_;
    std::uint32_t trigger_;
    std::vector<bool> kept_;
    std::vector<std::uint32_t> first_; ///< of the subtree, by token of the sentence
    std::vector<std::uint32_t> last_;
    std::vector<std::uint32_t> count_;
};

} // namespace

std::vector<bool> cut_clauses(const Document& document, const Sentence& sentence, std::uint32_t trigger) {
    return Cutter(document, sentence, trigger).run();
}

} // namespace fasti::graph
