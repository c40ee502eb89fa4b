// See headline.hpp.
#include "graph/headline.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"
#include "graph/clause_cuts.hpp"
#include "graph/own_clause.hpp"
#include "graph/spoken_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace fasti::graph {
namespace {

constexpr std::size_t most_bytes = 260;
constexpr std::uint32_t longest_sentence = 300; ///< in tokens; above it is no prose
constexpr std::array<std::string_view, 9> speakers = {"i", "we", "me", "us", "my", "our", "you", "your", "myself"};
constexpr std::array<std::string_view, 13> pointing = {"he",    "she", "it",   "they", "this",  "that", "these",
                                                       "those", "him", "them", "her",  "which", "who"};

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

    [[nodiscard]] Headline line() {
        const std::uint32_t trigger = document_.token_at(event_.trigger.begin);
        if (auto own = line_in_passing(trigger)) {
            return std::move(*own);
        }
        if (sentence_.kind == SentenceKind::headline || !sentence_.tokens.contains(trigger)) {
            kept_.assign(sentence_.tokens.size(), true);
        } else {
            kept_ = cut_clauses(document_, sentence_, trigger);
        }
        find_replacements();
        Headline out{finish(render()), true};
        out.alone = sentence_.kind == SentenceKind::headline || (stands_alone() && !hides_behind_main(trigger));
        return out;
    }

private:
    /// The line tells, with its date, what the main clause does, and the event with its own date is a noun or a
    /// clause aside: "sued on Monday over the collapse of 2008", "came back on Monday since they were driven out in
    /// May".
    [[nodiscard]] bool hides_behind_main(std::uint32_t trigger) const {
        const Relation relation = universal(token(trigger).relation);
        const bool aside = relation == Relation::acl || relation == Relation::advcl;
        if ((!event_.nominal && !aside) || event_.main_clause || !sentence_.tokens.contains(trigger)) {
            return false;
        }
        const auto here = events_of_sentence(extraction_.events, event_.sentence);
        const auto dated_otherwise = [&](const Event& other) {
            return other.main_clause && &other != &event_ && other.time.reason != AnchorReason::none &&
                   other.time.interval != event_.time.interval;
        };
        return main_is_elsewhen() && std::any_of(here.begin(), here.end(), dated_otherwise);
    }

    /// The event's own clause where what the sentence mainly tells is of another time; nothing where it cannot stand
    /// alone.
    [[nodiscard]] std::optional<Headline> line_in_passing(std::uint32_t trigger) {
        if (event_.quoted || event_.factuality != Factuality::happened || sentence_.kind == SentenceKind::headline ||
            !sentence_.tokens.contains(trigger) || !main_is_elsewhen()) {
            return std::nullopt;
        }
        if (event_.nominal) {
            return phrase_in_passing(trigger);
        }
        auto own = own_clause(document_, sentence_, trigger);
        if (!own) {
            return std::nullopt;
        }
        if (!own->antecedent.empty()) {
            const Span words{token(own->antecedent.begin).span.begin, token(own->antecedent.end - 1).span.end};
            replacements_.push_back({own->relative, own->relative + 1, std::string(surface(article_.text, words))});
        }
        return line_of(std::move(own->kept));
    }

    /// The same for a noun with its own date.
    [[nodiscard]] std::optional<Headline> phrase_in_passing(std::uint32_t trigger) {
        if (!event_.time.timex || event_.time.reason != AnchorReason::expression) {
            return std::nullopt;
        }
        auto phrase = own_phrase(document_, sentence_, trigger, tokens_of(timexes_[*event_.time.timex].span));
        if (!phrase) {
            return std::nullopt;
        }
        return line_of(std::move(*phrase));
    }

    /// The line of these words; nothing, and no trace, where they ask for what stood before.
    [[nodiscard]] std::optional<Headline> line_of(std::vector<bool> kept) {
        kept_ = std::move(kept);
        find_replacements();
        if (stands_alone()) {
            return Headline{finish(render()), true};
        }
        replacements_.clear();
        return std::nullopt;
    }

    /// Whether the main clause of the sentence is of another time than the event, or tells no event.
    [[nodiscard]] bool main_is_elsewhen() const {
        const auto here = events_of_sentence(extraction_.events, event_.sentence);
        return std::none_of(here.begin(), here.end(), [&](const Event& other) {
            return other.main_clause && &other != &event_ && other.time.interval == event_.time.interval;
        });
    }

    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
    [[nodiscard]] std::uint32_t local(std::uint32_t i) const { return i - sentence_.tokens.begin; }

    [[nodiscard]] bool replaced(std::uint32_t i) const {
        return std::any_of(replacements_.begin(), replacements_.end(),
                           [&](const Replacement& r) { return r.begin <= i && i < r.end; });
    }

    /// No pronoun in front of the first name or thing, no "I" of a quotation without its speaker,
    /// and an object "it" only behind two things that it may mean.
    [[nodiscard]] bool stands_alone() const {
        std::size_t things = 0;
        bool quoted = false;
        for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
            if (!kept_[local(i)]) {
                continue;
            }
            const Token& t = token(i);
            quoted = quoted || document_.word(i) == "\"" || document_.word(i) == "“";
            if (t.relation == Relation::compound || t.relation == Relation::flat) {
                continue; // one name of several words
            }
            if (replaced(i) || t.upos == Upos::propn) {
                ++things;
                continue;
            }
            if (t.upos == Upos::noun) {
                ++things;
            } else if (t.upos == Upos::pron) {
                const std::string word = utf8::fold(document_.word(i));
                const bool object = t.relation == Relation::obj || t.relation == Relation::obl;
                if ((one_of(word, speakers) && (things == 0 || !quoted)) ||
                    (one_of(word, pointing) && (things == 0 || (object && things < 2 && word == "it")))) {
                    return false;
                }
            }
        }
        return things > 0;
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
        const auto first = first_timex_from(timexes_, sentence_.span.begin);
        for (auto timex = first; timex != timexes_.end() && timex->span.end <= sentence_.span.end; ++timex) {
            replace_timex(*timex, timex + 1 == timexes_.end() ? nullptr : &*(timex + 1));
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
            if (!known && mention.kind != MentionKind::name && !named_at_once(place, range.end)) {
                replace_mention(actor, mention, range);
            }
            named.push_back(place->actor);
        }
        std::sort(replacements_.begin(), replacements_.end(),
                  [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
    }

    /// "the United Nations" where the article calls it so.
    [[nodiscard]] std::string name_in_text(const Actor& actor) const {
        constexpr std::size_t looked_at = 8; // mentions
        const auto end =
            actor.mentions.begin() + static_cast<std::ptrdiff_t>(std::min(actor.mentions.size(), looked_at));
        const bool article = std::any_of(actor.mentions.begin(), end, [&](const Mention& m) {
            const std::uint32_t at = document_.token_at(m.span.begin);
            return m.kind == MentionKind::name && at > 0 && folded(at - 1) == "the" &&
                   surface(article_.text, m.span) == actor.name;
        });
        return actor.type != ActorType::person && article ? "the " + actor.name : actor.name;
    }

    /// "the mayor, Lutfu Savas"
    [[nodiscard]] bool named_at_once(std::span<const HeadlineWriter::Place>::iterator place, std::uint32_t end) const {
        const std::uint32_t actor = place->actor;
        const std::uint32_t near = std::min<std::uint32_t>(end + 1, sentence_.tokens.end - 1);
        for (++place; place != places_.end() && place->begin <= token(near).span.begin; ++place) {
            if (place->actor == actor && extraction_.actors[actor].mentions[place->mention].kind == MentionKind::name) {
                return true;
            }
        }
        return false;
    }

    void replace_mention(const Actor& actor, const Mention& mention, IndexRange range) {
        const std::string word = utf8::fold(surface(article_.text, mention.span));
        if (word == "who" || word == "which" || word == "that" || word == "whose" || word == "itself" ||
            word == "himself" || word == "herself" || word == "themselves" || word == "i" || word == "we" ||
            word == "our" || word == "my" || word == "us" || word == "me") {
            return;
        }
        const bool person = actor.type == ActorType::person;
        const bool personal = word == "he" || word == "she" || word == "him" || word == "her" || word == "his";
        if (mention.kind == MentionKind::pronoun &&
            ((personal && !person) || (person && (word == "it" || word == "its")))) {
            return; // taken for somebody whom it cannot mean
        }
        const bool several = word == "they" || word == "them" || word == "their";
        if (several && (person || actor.type == ActorType::place)) {
            return; // "drove them back to Poland"
        }
        Replacement out{range.begin, range.end, name_in_text(actor)};
        if (mention.kind == MentionKind::description) {
            // "the company", yet neither "the British authorities" nor "the group Alpha" nor "the government in Zenda".
            const bool bare = range.size() == 1 && token(range.begin).upos == Upos::noun &&
                              range.begin > sentence_.tokens.begin &&
                              utf8::fold(document_.word(range.begin - 1)) == "the";
            if (!bare || token(range.begin).relation == Relation::compound) {
                return;
            }
            if (out.end < sentence_.tokens.end) {
                const Token& next = token(out.end);
                if (next.upos == Upos::adp || next.upos == Upos::propn || next.upos == Upos::noun ||
                    document_.word(out.end) == "-") {
                    return;
                }
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

    [[nodiscard]] std::string folded(std::uint32_t i) const { return utf8::fold(document_.word(i)); }

    /// "Two weeks ago, on February 8": the vaguer one goes when the sharper one follows at once.
    [[nodiscard]] bool said_again(const Timex& timex, const Timex* next) const {
        if (next == nullptr || next->span.end > sentence_.span.end || next->time.granularity > timex.time.granularity ||
            next->span.begin < timex.span.end || next->span.begin - timex.span.end > 6 ||
            date_edit(surface(article_.text, next->span), next->time, counted_from(*next)) == DateEdit::keep) {
            return false;
        }
        return surface(article_.text, {timex.span.end, next->span.begin}).find(',') != std::string_view::npos;
    }

    /// Where the expression that it was resolved against stands; one that stands inside of a cut clause is not here.
    [[nodiscard]] CountedFrom counted_from(const Timex& timex) const {
        constexpr std::string_view prefix = "timex:";
        std::uint32_t index = 0;
        if (timex.anchor.starts_with(prefix) &&
            std::from_chars(timex.anchor.data() + prefix.size(), timex.anchor.data() + timex.anchor.size(), index).ec ==
                std::errc{} &&
            index < timexes_.size()) {
            const std::uint32_t token = tokens_of(timexes_[index].span).begin;
            if (sentence_.tokens.contains(token) && kept_[local(token)]) {
                return CountedFrom::here;
            }
        }
        return timex.span.begin == sentence_.span.begin ? CountedFrom::before : CountedFrom::elsewhere;
    }

    void drop(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; ++i) {
            kept_[local(i)] = false;
        }
    }

    /// "between 23 March and | 29 March": the preposition of the first date holds for the second.
    [[nodiscard]] bool joined_to_date(const Timex& timex, std::uint32_t begin) const {
        if (&timex == timexes_.data() || begin < sentence_.tokens.begin + 2 ||
            (folded(begin - 1) != "and" && folded(begin - 1) != "or")) {
            return false;
        }
        return (&timex - 1)->span.end == token(begin - 2).span.end;
    }

    void replace_timex(const Timex& timex, const Timex* next) {
        const TimeValue& time = timex.time;
        IndexRange range = tokens_of(timex.span);
        if (range.empty() || !sentence_.tokens.contains(range.begin) || range.end > sentence_.tokens.end ||
            !kept_[local(range.begin)]) {
            return;
        }
        const DateEdit edit = date_edit(surface(article_.text, timex.span), time, counted_from(timex));
        if (edit == DateEdit::keep) {
            return;
        }
        if (said_again(timex, next)) {
            drop(range.begin, tokens_of(next->span).begin);
            // Its preposition may stay in front of the next: "on February 8".
            const std::uint32_t begin = tokens_of(next->span).begin;
            if (begin > range.end && token(begin - 1).upos == Upos::adp) {
                kept_[local(begin - 1)] = true;
            }
            return;
        }
        std::string date = spoken_date(*time.interval.from, time.granularity);
        if (edit == DateEdit::add_year) {
            const std::string year = " " + spoken_date(*time.interval.from, Granularity::year);
            replacements_.push_back({range.end - 1, range.end, std::string(document_.word(range.end - 1)) + year});
            return;
        }
        // "the end of this year", "earlier this month": what stands before the pointing word stays.
        static constexpr std::array<std::string_view, 9> kept = {"the", "end",   "beginning", "start",  "middle",
                                                                 "of",  "early", "late",      "earlier"};
        while (range.end - range.begin > 1 && one_of(folded(range.begin), kept) &&
               !(folded(range.begin) == "the" && range.end - range.begin < 3)) {
            ++range.begin;
        }
        if (range.begin > tokens_of(timex.span).begin && folded(range.begin - 1) == "the") {
            --range.begin;
        }
        static constexpr std::array<std::string_view, 18> prepositions = {
            "on",    "in", "since", "until", "till",   "from",   "to",      "by",   "before",
            "after", "of", "for",   "about", "around", "during", "between", "than", "over"};
        const std::string before = range.begin > sentence_.tokens.begin ? folded(range.begin - 1) : std::string{};
        const bool possessive = range.end < sentence_.tokens.end && token(range.end).xpos == Xpos::pos;
        Replacement out{range.begin, range.end, date};
        // "the Thursday opening": behind an article the date stands inside of a phrase, whatever its tree says.
        const bool modifies =
            (range.begin > sentence_.tokens.begin && token(range.begin - 1).xpos == Xpos::dt) ||
            (range.end < sentence_.tokens.end && token(range.end - 1).relation == Relation::compound &&
             (token(range.end).upos == Upos::noun || token(range.end).upos == Upos::propn));
        if (possessive || modifies) {
            // "last week's vote": the month that most of the week is in, since no name of a week stands before a noun.
            if (time.granularity == Granularity::week || time.granularity == Granularity::weekend) {
                date = spoken_date(*time.interval.from + date::days{3}, Granularity::month);
            }
            out.text = possessive ? "the " + date : date; // "the 6 February 2023 earthquakes"
            out.end += possessive ? 1 : 0;
        } else if (!one_of(before, prepositions) && !joined_to_date(timex, range.begin)) {
            out.text =
                (time.granularity <= Granularity::day || time.granularity == Granularity::weekend ? "on " : "in ") +
                date;
        } else if (before == "on" && time.granularity > Granularity::day) {
            drop(range.begin - 1, range.begin);
            out.text = "in " + date;
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
    const std::span<const Timex> timexes_;
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

HeadlineWriter::HeadlineWriter(const ExtractedArticle& extracted) : extracted_(extracted) {
    const auto& actors = extracted.extraction->actors;
    for (std::uint32_t a = 0; a < actors.size(); ++a) {
        for (std::uint32_t m = 0; m < actors[a].mentions.size(); ++m) {
            places_.push_back({actors[a].mentions[m].span.begin, a, m});
        }
    }
    std::sort(places_.begin(), places_.end());
}

Headline HeadlineWriter::line(const Event& event) const {
    const auto& sentences = extracted_.document->sentences;
    if (event.sentence >= sentences.size()) {
        return {};
    }
    const Sentence& sentence = sentences[event.sentence];
    Clause clause(extracted_, places_, event);
    // A "sentence" of thousands of words is a list or a table, and every event of it asks.
    if (sentence.tokens.empty() || sentence.tokens.size() > longest_sentence) {
        return {clause.plain(), sentence.tokens.empty()};
    }
    return clause.line();
}

} // namespace fasti::graph
