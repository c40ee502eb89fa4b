// See tense.hpp.
#include "temporal/tense.hpp"

#include "core/one_of.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace fasti::temporal {
namespace {

constexpr std::array<std::string_view, 11> future_modals = {"will", "'ll",  "\u2019ll", "shall",  "wo",   "sha",
                                                            "can",  "must", "may",      "should", "might"};
constexpr std::array<std::string_view, 16> plan_words = {
    "scheduled", "expected", "slated",  "due",      "set",  "planned",  "plans",     "plan",
    "expects",   "hopes",    "intends", "upcoming", "aims", "prepares", "preparing", "going"};

// Present tenses that speak of what is fixed for a day ahead: "the talks resume Monday".
constexpr std::array<std::string_view, 44> futurates = {
    "begin", "begins", "start",   "starts", "end",     "ends",   "open",    "opens",   "close",    "closes", "meet",
    "meets", "return", "returns", "expire", "expires", "arrive", "arrives", "leave",   "leaves",   "resume", "resumes",
    "run",   "runs",   "take",    "takes",  "go",      "goes",   "face",    "faces",   "host",     "hosts",  "vote",
    "votes", "play",   "plays",   "travel", "travels", "retire", "retires", "convene", "convenes", "reopen", "reopens"};
// Words before an expression that look ahead of what is told: "was jailed until March", "days before Sunday's vote".
constexpr std::array<std::string_view, 4> looking_ahead = {"until", "till", "through", "before"};

constexpr std::array<std::string_view, 3> forms_of_be = {"be", "been", "being"};

// How far a verb governs, in tokens, and in bytes where there are no tags: sentences of bad input have no end.
constexpr std::uint32_t farthest_verb = 60;
constexpr std::uint32_t farthest_words = 300;

std::string folded(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

bool is_verb(const Token& t) {
    return t.upos == Upos::verb || t.upos == Upos::aux;
}

// "set for", "due in": the word that follows a verb group and makes it a plan.
bool plan_follows(const Document& document, std::uint32_t verb) {
    return verb + 1 < document.tokens.size() && document.tokens[verb + 1].upos == Upos::adj &&
           one_of(folded(document.word(verb + 1)), plan_words);
}

// What the modal says: "would", said of the past, looks ahead from there.
Direction read_modal(const Token& v, const std::string& modal) {
    if (modal == "would" && v.xpos == Xpos::vb) {
        return Direction::future_or_same;
    }
    if (modal == "could" && v.xpos == Xpos::vb) {
        return Direction::nearest; // "could end by Jan. 20", and "could not be found on Friday"
    }
    return one_of(modal, future_modals) ? Direction::future_or_same : Direction::open;
}

// "the first Briton to win", and not "the first vote is to be held": the infinitive says what was or will be, as the
// verb before it does.
bool of_a_rank(const Document& document, std::uint32_t to, std::uint32_t first) {
    constexpr std::array<std::string_view, 8> ranks = {"first",  "second", "third",    "last",
                                                       "latest", "only",   "youngest", "oldest"};
    for (std::uint32_t i = to; i-- > first && to - i <= 4 && !is_verb(document.tokens[i]);) {
        if (one_of(folded(document.word(i)), ranks)) {
            return true;
        }
    }
    return false;
}

// What the verb group that ends at `verb` says.
Direction read_group(const Document& document, std::uint32_t verb, std::uint32_t first) {
    const Token& v = document.tokens[verb];
    const std::string word = folded(document.word(verb));
    // "will be said Saturday": where the tagger takes it for a past tense, "be" tells better
    const bool passive = verb > first && one_of(folded(document.word(verb - 1)), forms_of_be);
    if (v.xpos == Xpos::vbd && !passive) {
        return plan_follows(document, verb) ? Direction::nearest : Direction::past_or_same;
    }
    if (v.xpos == Xpos::md) {
        return read_modal(v, word);
    }
    const bool participle = passive || v.xpos == Xpos::vbn || v.xpos == Xpos::vbg;
    // Auxiliaries to the left, over adverbs and negation.
    for (std::uint32_t i = verb; i-- > first && verb - i <= 5;) {
        const Token& t = document.tokens[i];
        if (t.xpos == Xpos::to) {
            // "agreed to meet Friday" looks ahead; "was said to have left" and "the first to win on Sunday" do not
            if (v.xpos != Xpos::vb || of_a_rank(document, i, first)) {
                return Direction::open;
            }
            const bool agreed = i > first && document.tokens[i - 1].xpos == Xpos::vbd;
            return agreed ? Direction::agreed : Direction::future_or_same;
        }
        if (t.xpos == Xpos::md) {
            return read_modal(v, folded(document.word(i)));
        }
        if (t.xpos == Xpos::vbd) {
            // "was scheduled for May": ahead when that was said, by now perhaps past
            return participle && one_of(word, plan_words) ? Direction::nearest : Direction::past_or_same;
        }
        if ((t.xpos == Xpos::vbz || t.xpos == Xpos::vbp) && participle) {
            const std::string aux = folded(document.word(i));
            const bool perfect = aux == "has" || aux == "have" || aux == "'ve" || aux == "\u2019ve";
            if (perfect) {
                return Direction::past_or_same;
            }
            return v.xpos == Xpos::vbg || one_of(word, plan_words) ? Direction::future_or_same : Direction::open;
        }
        if (t.upos == Upos::noun || t.upos == Upos::propn || t.upos == Upos::punct) {
            break;
        }
    }
    if (v.xpos == Xpos::vbz || v.xpos == Xpos::vbp) {
        return one_of(word, plan_words) || one_of(word, futurates) ? Direction::future_or_same : Direction::open;
    }
    if (v.xpos == Xpos::vbn) {
        return one_of(word, plan_words) ? Direction::future_or_same : Direction::past_or_same;
    }
    return Direction::open;
}

// "declined to comment; on Sunday it spoke": what a semicolon parts off does not govern.
std::uint32_t behind_semicolon(const Document& document, std::uint32_t first, std::uint32_t at) {
    for (std::uint32_t i = at; i-- > first;) {
        if (document.word(i) == ";") {
            return i + 1;
        }
    }
    return first;
}

// The verb to the left governs, and where there is none the first one to the right.
Direction tense_of_verb(const Document& document, std::uint32_t first, std::uint32_t at, std::uint32_t last) {
    const std::uint32_t left = behind_semicolon(document, std::max(first, at - std::min(farthest_verb, at)), at);
    for (std::uint32_t i = at; i-- > left;) {
        if (is_verb(document.tokens[i])) {
            const Direction d = read_group(document, i, first);
            if (d != Direction::open) {
                return d;
            }
        }
    }
    const std::uint32_t right = std::min(last, at + farthest_verb);
    for (std::uint32_t i = at; i < right; ++i) {
        if (is_verb(document.tokens[i])) {
            // the end of the group carries the meaning: "on Friday he [will be] leaving"
            std::uint32_t end = i;
            while (end + 1 < last && end < i + 4 && is_verb(document.tokens[end + 1])) {
                ++end;
            }
            return read_group(document, end, first);
        }
    }
    return Direction::open;
}

} // namespace

Direction tense_of_words(std::string_view before) {
    Direction found = Direction::open;
    std::size_t at = 0;
    while (at < before.size()) {
        const std::size_t end = std::min(before.find_first_of(" \n\t,;", at), before.size());
        const std::string word = folded(before.substr(at, end - at));
        if (word == "will" || word == "shall" || word.ends_with("'ll") || word == "upcoming" || word == "scheduled" ||
            word == "expected" || word == "slated") {
            found = Direction::future_or_same;
        } else if (word == "said" || word == "was" || word == "were" || word == "had") {
            found = Direction::past_or_same;
        }
        at = end + 1;
    }
    return found;
}

Direction tense_at(const Document& document, Span span) {
    if (document.sentences.empty() || document.tokens.empty()) {
        return Direction::open;
    }
    const Sentence& sentence = document.sentences[document.sentence_at(span.begin)];
    const std::uint32_t first = sentence.tokens.begin;
    const std::uint32_t last =
        std::min<std::uint32_t>(sentence.tokens.end, static_cast<std::uint32_t>(document.tokens.size()));
    const std::uint32_t at = std::clamp(document.token_at(span.begin), first, last);
    const bool tagged = at < last && document.tokens[at].xpos != Xpos::fw;
    if (!tagged) {
        const std::uint32_t reach = span.begin - std::min<std::uint32_t>(farthest_words, span.begin);
        return tense_of_words(surface(document.text, {std::max(sentence.span.begin, reach), span.begin}));
    }
    const Direction verb = tense_of_verb(document, first, at, last);
    const std::string word = at > first ? folded(document.word(at - 1)) : std::string();
    const bool ahead =
        one_of(word, looking_ahead) || (word == "of" && at > first + 1 && folded(document.word(at - 2)) == "ahead") ||
        (word == "for" && !document.text.substr(span.end).starts_with("'") &&
         !document.text.substr(span.end).starts_with("\u2019")); // "called for Thursday", and not "for Thursday's raid"
    return ahead && (verb == Direction::past_or_same || verb == Direction::open) ? Direction::nearest : verb;
}

} // namespace fasti::temporal
