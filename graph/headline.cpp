// See headline.hpp.
#include "graph/headline.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

namespace fasti::graph {
namespace {

constexpr std::size_t wanted_words = 24;
constexpr std::size_t most_bytes = 220;
constexpr std::uint32_t longest_sentence = 300; ///< in tokens; above it is no prose

/// Text that stands in place of tokens [begin, end).
struct Replacement {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

class Clause {
public:
    Clause(const ExtractedArticle& extracted, std::span<const HeadlineWriter::Place> places, const Event& event)
        : places_(places), article_(*extracted.article), document_(*extracted.document), timexes_(*extracted.timexes),
          extraction_(*extracted.extraction), event_(event), sentence_(document_.sentences[event.sentence]) {}

    [[nodiscard]] std::string line() {
        const std::uint32_t size = sentence_.tokens.size();
        kept_.assign(size, true);
        const std::uint32_t trigger = document_.token_at(event_.trigger.begin);
        if (document_.parsed && sentence_.kind != SentenceKind::headline && sentence_.tokens.contains(trigger)) {
            keep_clause(trigger);
        }
        find_replacements();
        return finish(render());
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
    [[nodiscard]] std::uint32_t local(std::uint32_t i) const { return i - sentence_.tokens.begin; }

    [[nodiscard]] bool verbal(std::uint32_t i) const {
        return token(i).upos == Upos::verb || token(i).upos == Upos::aux || has_child(i, Relation::cop);
    }
    [[nodiscard]] bool has_child(std::uint32_t head, Relation relation) const {
        for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
            if (token(i).head == head && universal(token(i).relation) == relation) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool has_subject(std::uint32_t i) const {
        return has_child(i, Relation::nsubj) || has_child(i, Relation::csubj);
    }

    /// Keeps the smallest clause around the trigger that has a subject of its own.
    void keep_clause(std::uint32_t trigger) {
        std::uint32_t root = trigger;
        std::vector<std::uint32_t> way = {root};
        // Trees of a parser are trees, yet a damaged one must not hang: at most as many steps as tokens.
        for (std::uint32_t step = 0; step < sentence_.tokens.size(); ++step) {
            if (verbal(root) && has_subject(root)) {
                break;
            }
            const std::uint32_t head = token(root).head;
            if (head == Token::no_head || !sentence_.tokens.contains(head)) {
                break;
            }
            root = head;
            way.push_back(root);
        }
        select(root, way, false);
        if (count_words() > wanted_words) {
            select(root, way, true);
        }
        if (count_words() < 3) {
            kept_.assign(kept_.size(), true);
        }
    }

    /// Marks the subtree of `root`; loose parts are left out unless they are on the way to the
    /// trigger. `strict` leaves out relative clauses, appositions and other clauses too.
    void select(std::uint32_t root, const std::vector<std::uint32_t>& way, bool strict) {
        kept_.assign(kept_.size(), false);
        const std::uint32_t begin = sentence_.tokens.begin;
        const std::uint32_t end = sentence_.tokens.end;
        // State of each token: 0 unknown, 1 inside, 2 outside; found by walking up to a known one.
        std::vector<std::uint8_t> state(kept_.size(), 0);
        state[local(root)] = 1;
        std::vector<std::uint32_t> walk;
        for (std::uint32_t i = begin; i < end; ++i) {
            walk.clear();
            std::uint32_t at = i;
            std::uint8_t verdict = 0;
            while (verdict == 0) {
                if (!sentence_.tokens.contains(at) || walk.size() > kept_.size()) {
                    verdict = 2;
                } else if (state[local(at)] != 0) {
                    verdict = state[local(at)];
                } else {
                    walk.push_back(at);
                    at = token(at).head;
                }
            }
            for (auto step = walk.rbegin(); step != walk.rend(); ++step) {
                if (verdict == 1 && loose(*step, root, strict) &&
                    std::find(way.begin(), way.end(), *step) == way.end()) {
                    verdict = 2;
                }
                state[local(*step)] = verdict;
            }
        }
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            kept_[i] = state[i] == 1;
        }
    }

    [[nodiscard]] bool loose(std::uint32_t i, std::uint32_t root, bool strict) const {
        const Token& t = token(i);
        const bool of_root = t.head == root;
        switch (t.relation) {
        case Relation::parataxis:
        case Relation::discourse:
        case Relation::vocative:
        case Relation::list:
            return true;
        case Relation::conj:
            return of_root;
        case Relation::cc:
        case Relation::mark:
            return of_root && (t.relation == Relation::mark || !strict) && t.upos != Upos::part;
        case Relation::advcl:
            return strict || (of_root && t.head > i); // a clause in front of the news
        case Relation::acl_relcl:
        case Relation::advcl_relcl:
            return strict || document_.tokens[i].span.begin > token(t.head).span.end + 80;
        case Relation::appos:
        case Relation::acl:
            return strict;
        default:
            return false;
        }
    }

    [[nodiscard]] std::size_t count_words() const {
        std::size_t n = 0;
        for (std::uint32_t i = 0; i < kept_.size(); ++i) {
            n += kept_[i] && token(sentence_.tokens.begin + i).upos != Upos::punct;
        }
        return n;
    }

    [[nodiscard]] IndexRange tokens_of(Span span) const {
        IndexRange range{document_.token_at(span.begin), 0};
        range.end = range.begin;
        while (range.end < document_.tokens.size() && document_.tokens[range.end].span.end <= span.end) {
            ++range.end;
        }
        return range;
    }

    void find_replacements() {
        const auto first = std::lower_bound(timexes_.begin(), timexes_.end(), sentence_.span.begin,
                                            [](const Timex& t, std::uint32_t begin) { return t.span.begin < begin; });
        for (auto timex = first; timex != timexes_.end() && timex->span.end <= sentence_.span.end; ++timex) {
            replace_timex(*timex);
        }
        std::vector<std::uint32_t> named; // said once, a pronoun behind it is readable
        auto place =
            std::lower_bound(places_.begin(), places_.end(), HeadlineWriter::Place{sentence_.span.begin, 0, 0});
        for (; place != places_.end() && place->begin < sentence_.span.end; ++place) {
            const Actor& actor = extraction_.actors[place->actor];
            const Mention& mention = actor.mentions[place->mention];
            const IndexRange range = tokens_of(mention.span);
            if (range.empty() || !sentence_.tokens.contains(range.begin) || !kept_[local(range.begin)]) {
                continue;
            }
            const bool known = std::find(named.begin(), named.end(), place->actor) != named.end();
            if (!known && mention.kind != MentionKind::name) {
                replace_mention(actor, mention, range);
            }
            named.push_back(place->actor);
        }
        std::sort(replacements_.begin(), replacements_.end(),
                  [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
    }

    void replace_mention(const Actor& actor, const Mention& mention, IndexRange range) {
        const std::string word = utf8::fold(surface(article_.text, mention.span));
        if (word == "who" || word == "which" || word == "that" || word == "whose" || word == "itself" ||
            word == "himself" || word == "herself" || word == "themselves" || word == "i" || word == "we" ||
            word == "our" || word == "my" || word == "us" || word == "me") {
            return;
        }
        Replacement out{range.begin, range.end, actor.name};
        if (mention.kind == MentionKind::description) {
            if (mention.span.size() > 40) {
                return;
            }
            const bool determined = out.begin > sentence_.tokens.begin && token(out.begin - 1).upos == Upos::det;
            if (!determined) {
                return; // "his Belarusian counterpart", "Moscow": says enough as it stands
            }
            --out.begin;
            if (out.end < sentence_.tokens.end &&
                (document_.word(out.end) == "'s" || document_.word(out.end) == "’s")) {
                out.text += "'s";
                ++out.end;
            }
        } else if (word == "his" || word == "its" || word == "their" || word == "hers" ||
                   (word == "her" && token(range.begin).xpos == Xpos::prp_poss)) {
            out.text += "'s";
        }
        replacements_.push_back(std::move(out));
    }

    void replace_timex(const Timex& timex) {
        const TimeValue& time = timex.time;
        if ((time.type != TimexType::date && time.type != TimexType::time) || !time.interval.from ||
            time.certainty != Certainty::implied || time.value.ends_with("_REF") ||
            time.granularity == Granularity::decade || time.granularity == Granularity::century ||
            time.granularity == Granularity::week || time.granularity == Granularity::weekend) {
            return;
        }
        const std::string date = spoken_date(*time.interval.from, time.granularity);
        const std::string year = std::to_string(std::abs(year_of(*time.interval.from)));
        const IndexRange range = tokens_of(timex.span);
        if (range.empty() || surface(article_.text, timex.span).find(year) != std::string_view::npos) {
            return;
        }
        constexpr std::array<std::string_view, 16> prepositions = {"on",    "in",     "since",  "until", "till", "from",
                                                                   "to",    "by",     "before", "after", "of",   "for",
                                                                   "about", "around", "during", "late"};
        std::string before;
        if (range.begin > sentence_.tokens.begin) {
            before = utf8::fold(document_.word(range.begin - 1));
        }
        const bool led = std::find(prepositions.begin(), prepositions.end(), before) != prepositions.end();
        const bool day = time.granularity <= Granularity::day;
        Replacement out{range.begin, range.end, date};
        if (!led) {
            out.text = (day ? "on " : "in ") + date;
        }
        replacements_.push_back(std::move(out));
    }

    [[nodiscard]] std::string render() const {
        std::string out;
        auto next = replacements_.begin();
        std::uint32_t last_end = 0;
        for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
            while (next != replacements_.end() && next->begin < i) {
                ++next;
            }
            if (!kept_[local(i)]) {
                continue;
            }
            const Token& t = token(i);
            const bool glued = last_end != 0 && last_end == t.span.begin;
            std::string_view word = document_.word(t);
            std::uint32_t end = i + 1;
            if (next != replacements_.end() && next->begin == i) {
                word = next->text;
                end = std::max(next->end, end);
                ++next;
            }
            if (!out.empty() && !glued &&
                !(t.upos == Upos::punct && word.size() == 1 &&
                  (word[0] == ',' || word[0] == ';' || word[0] == '.' || word[0] == ':'))) {
                out += ' ';
            }
            out += word;
            last_end = token(end - 1).span.end;
            i = end - 1;
        }
        return out;
    }

    /// Trims, drops quotes without a partner, cuts what is too long between two words.
    [[nodiscard]] static std::string finish(std::string line) {
        std::string out;
        out.reserve(line.size());
        bool blank = false;
        for (const char c : line) {
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                blank = true;
                continue;
            }
            if (blank && !out.empty()) {
                out += ' ';
            }
            blank = false;
            out += c;
        }
        if (std::count(out.begin(), out.end(), '"') % 2 == 1) {
            out.erase(std::find(out.begin(), out.end(), '"'));
        }
        constexpr std::string_view edge = " ,;:.-";
        out.erase(0, std::min(out.find_first_not_of(edge), out.size()));
        const auto last = out.find_last_not_of(edge);
        // A dot behind a single letter belongs to an abbreviation: "U.S."
        const bool abbreviation = last != std::string::npos && last > 0 && last + 1 < out.size() &&
                                  out[last + 1] == '.' && out[last - 1] == '.';
        out.resize(last == std::string::npos ? 0 : last + 1 + (abbreviation ? 1 : 0));
        if (out.size() > most_bytes) {
            auto cut = out.rfind(' ', most_bytes);
            if (cut == std::string::npos) {
                cut = most_bytes;
                while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) {
                    --cut;
                }
            }
            out.resize(cut);
            out += "…";
        }
        if (!out.empty() && out[0] >= 'a' && out[0] <= 'z' && !(out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z')) {
            out[0] = static_cast<char>(out[0] - 'a' + 'A');
        }
        return out;
    }

    std::span<const HeadlineWriter::Place> places_;
    const Article& article_;
    const Document& document_;
    const std::vector<Timex>& timexes_;
    const Extraction& extraction_;
    const Event& event_;
    const Sentence& sentence_;
    std::vector<bool> kept_; ///< by token of the sentence
    std::vector<Replacement> replacements_;

public:
    /// The sentence as it stands, for documents without tokens.
    [[nodiscard]] std::string plain() const {
        std::string_view text = surface(article_.text, sentence_.span);
        return finish(std::string(text.substr(0, 4 * most_bytes)));
    }
};

} // namespace

std::string spoken_date(Moment from, Granularity granularity) {
    constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
    const int year = year_of(from);
    const std::string spoken_year = year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
    if (granularity >= Granularity::half) {
        return spoken_year;
    }
    if (granularity == Granularity::quarter) {
        constexpr std::array<std::string_view, 4> quarters = {"first", "second", "third", "fourth"};
        return "the " + std::string(quarters[(month_of(from) - 1) / 3]) + " quarter of " + spoken_year;
    }
    if (granularity == Granularity::season) {
        const unsigned month = month_of(from);
        return (month == 3 ? "spring " : month == 6 ? "summer " : month == 9 ? "autumn " : "winter ") + spoken_year;
    }
    const std::string month(months[month_of(from) - 1]);
    if (granularity == Granularity::month) {
        return month + " " + spoken_year;
    }
    return std::to_string(day_of(from)) + " " + month + " " + spoken_year;
}

HeadlineWriter::HeadlineWriter(const ExtractedArticle& extracted) : extracted_(extracted) {
    const auto& actors = extracted.extraction->actors;
    for (std::uint32_t a = 0; a < actors.size(); ++a) {
        for (std::uint32_t m = 0; m < actors[a].mentions.size(); ++m) {
            places_.push_back({actors[a].mentions[m].span.begin, a, m});
        }
    }
    std::sort(places_.begin(), places_.end());
}

std::string HeadlineWriter::line(const Event& event) const {
    const auto& sentences = extracted_.document->sentences;
    if (event.sentence >= sentences.size()) {
        return {};
    }
    const Sentence& sentence = sentences[event.sentence];
    Clause clause(extracted_, places_, event);
    // A "sentence" of thousands of words is a list or a table, and every event of it asks.
    return sentence.tokens.empty() || sentence.tokens.size() > longest_sentence ? clause.plain() : clause.line();
}

} // namespace fasti::graph
