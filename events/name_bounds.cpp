// See name_bounds.hpp.
#include "events/name_bounds.hpp"

#include "core/one_of.hpp"
#include "core/utf8.hpp"
#include "events/name_shape.hpp"

#include <algorithm>
#include <unordered_map>

namespace fasti::events {

std::string NameBounds::lower_word(std::uint32_t t) const {
    return utf8::fold(document_.word(t));
}

bool NameBounds::usable(std::uint32_t t) const {
    const Sentence& sentence = document_.sentences[tree_.sentence(t)];
    return !sentence.furniture && sentence.kind != SentenceKind::dateline;
}

bool NameBounds::large_words(std::uint32_t t) const {
    const SentenceKind kind = document_.sentences[tree_.sentence(t)].kind;
    return kind == SentenceKind::headline || kind == SentenceKind::dateline;
}

std::uint32_t NameBounds::title_words(IndexRange range) const {
    if (lexicon_.noun(lower_word(range.end - 1)) || lexicon_.name_tail(lower_word(range.end - 1)))
        return 0;
    for (std::uint32_t words = std::min<std::uint32_t>(3, range.size() - 1); words > 0; --words) {
        const auto* title = lexicon_.title(utf8::fold(document_.words(span_of({range.begin, range.begin + words}))));
        if (title && (words > 1 || lower_word(range.begin) != "general"))
            return words;
    }
    return 0;
}

bool NameBounds::has_capital(IndexRange range) const {
    const auto large = [&](IndexRange words) {
        for (std::uint32_t t = words.begin; t < words.end; ++t)
            if (capitalised(document_.word(t)) || inner_capital(document_.word(t)) || name_number(document_.word(t)))
                return true;
        return false;
    };
    return large(range) || !large(document_.sentences[tree_.sentence(range.begin)].tokens);
}

void NameBounds::join_parts(IndexRange& range) const {
    constexpr std::uint32_t most_particles = 3;
    const std::uint32_t end = document_.sentences[tree_.sentence(range.begin)].tokens.end;
    std::uint32_t at = range.end;
    while (at < std::min(end, range.end + most_particles) && name_particle(lower_word(at)))
        ++at;
    if (at > range.end && at < end && proper_tag(token(at)) && capitalised(document_.word(at)))
        range.end = at + 1;
    if (range.end + 1 < end && document_.word(range.end) == "-" && !token(range.end).space_after &&
        !token(range.end - 1).space_after && proper_tag(token(range.end + 1)) &&
        !capitalised(document_.word(range.end + 1)))
        range.end += 2;
}

bool NameBounds::join_by_mark(IndexRange& range) const {
    const IndexRange sentence = document_.sentences[tree_.sentence(range.begin)].tokens;
    bool firm = false;
    if (range.begin >= sentence.begin + 2 && tied(range.begin - 1) && part_of_name(range.begin - 2) &&
        !taken_[range.begin - 2]) {
        firm = document_.word(range.begin - 1) == "&";
        range.begin -= 2;
    }
    if (range.end + 1 < sentence.end && tied(range.end) && part_of_name(range.end + 1)) {
        const bool and_sign = document_.word(range.end) == "&";
        if (and_sign || !std::binary_search(name_begins_.begin(), name_begins_.end(), range.end + 1)) {
            firm |= and_sign;
            range.end += 2;
        }
    }
    if (range.end < sentence.end && capitalised(document_.word(range.end)) && proper_tag(token(range.end)) &&
        lexicon_.name_tail(lower_word(range.end)))
        ++range.end;
    return firm;
}

bool NameBounds::join_by_genitive(IndexRange& range) const {
    constexpr std::array<std::string_view, 12> many = {"people",   "women",    "workers",  "children",
                                                       "men",      "teachers", "farmers",  "veterans",
                                                       "students", "players",  "citizens", "mothers"};
    const std::uint32_t end = document_.sentences[tree_.sentence(range.begin)].tokens.end;
    if (range.end + 1 >= end || token(range.end).xpos != Xpos::pos || !one_of(lower_word(range.end - 1), many))
        return false;
    std::uint32_t at = range.end + 1;
    while (at < end && part_of_name(at))
        ++at;
    if (at == range.end + 1)
        return false;
    range.end = at;
    return true;
}

bool NameBounds::begins_with_particle(IndexRange& range) const {
    const std::uint32_t first = document_.sentences[tree_.sentence(range.begin)].tokens.begin;
    if (range.begin >= first + 2 && document_.word(range.begin - 1) == "-" && tied(range.begin - 1) &&
        name_particle(document_.word(range.begin - 2)) && !taken_[range.begin - 2])
        range.begin -= 2;
    return name_particle(document_.word(range.begin));
}

void NameBounds::take_capitals_before(IndexRange& range) const {
    const std::uint32_t first = document_.sentences[tree_.sentence(range.begin)].tokens.begin;
    constexpr std::uint32_t most_words = 3;
    for (std::uint32_t words = 0; words < most_words && range.begin > first + 1; ++words) {
        const std::uint32_t before = range.begin - 1;
        const Upos upos = token(before).upos;
        if (taken_[before] || !part_of_name(before) || lexicon_.title(lower_word(before)) ||
            (upos != Upos::propn && upos != Upos::noun && upos != Upos::adj))
            return;
        range.begin = before;
    }
}

bool NameBounds::take_genitive(IndexRange& range) const {
    const std::uint32_t end = document_.sentences[tree_.sentence(range.begin)].tokens.end;
    if (range.end + 1 >= end || (document_.word(range.end) != "'s" && document_.word(range.end) != "\u2019s"))
        return false;
    const Token& next = token(range.end + 1);
    const bool participle = next.xpos == Xpos::vbn && range.end + 2 < end && !noun_or_name(token(range.end + 2)) &&
                            token(range.end + 2).upos != Upos::adj;
    if (next.xpos != Xpos::vbd && next.xpos != Xpos::vbz && next.xpos != Xpos::md && !participle)
        return false;
    ++range.end;
    return true;
}

bool NameBounds::tied(std::uint32_t mark) const {
    return document_.word(mark) == "&" ||
           (document_.word(mark) == "-" && !token(mark).space_after && !token(mark - 1).space_after);
}

bool NameBounds::part_of_name(std::uint32_t t) const {
    const std::string word = lower_word(t);
    return capitalised(document_.word(t)) && document_.word(t).size() > 1 && !calendar_word(word) &&
           !lexicon_.country_word(word);
}

bool NameBounds::names_a_thing(IndexRange range) const {
    const bool joined = range.begin > 0 && inner_capital(document_.word(range.begin - 1)); // "iTunes Store"
    if ((range.size() < 2 && !joined) || lexicon_.is_first_name(lower_word(range.begin)))
        return false;
    const ActorLexicon::Noun* noun = lexicon_.noun(lower_word(range.end - 1));
    return noun && noun->type == ActorType::other && !lexicon_.title(lower_word(range.begin));
}

void NameBounds::trim(IndexRange& range, NameType type) const {
    while (!range.empty() && (token(range.begin).upos == Upos::det || token(range.begin).upos == Upos::punct ||
                              (token(range.begin).upos == Upos::adp && range.size() > 1)))
        ++range.begin;
    while (!range.empty() && (token(range.end - 1).upos == Upos::part || token(range.end - 1).upos == Upos::punct))
        --range.end;
    drop_office(range);
    if (type == NameType::person)
        for (std::uint32_t t = range.begin; t + 1 < range.end; ++t)
            if (lexicon_.title(lower_word(t)))
                range.begin = t + 1;
}

bool NameBounds::keep_person(IndexRange& range) const {
    for (std::uint32_t t = range.begin; t + 1 < range.end; ++t)
        if (const std::uint32_t words = title_words({t, range.end}); words > 0) {
            range.begin = t + words;
            if (range.size() > 2 && document_.word(range.begin) == "of") // "Secretary | of State | Antony Blinken"
                range.begin += 2;
            return true;
        }
    return false;
}

void NameBounds::drop_office(IndexRange& range) const {
    for (std::uint32_t words = 3; words > 1; --words)
        if (range.size() >= words &&
            lexicon_.title(utf8::fold(document_.words(span_of({range.end - words, range.end}))))) {
            range.end -= words;
            return;
        }
}

void NameBounds::find_models() {
    std::unordered_map<std::string, std::pair<std::uint32_t, std::uint32_t>> seen; // behind a name, bare
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    for (std::uint32_t t = 1; t < count; ++t) {
        const std::string_view word = document_.word(t);
        if (word.size() < 3 || !name_number(word) || tree_.sentence(t - 1) != tree_.sentence(t) || !usable(t))
            continue;
        const std::string before = lower_word(t - 1);
        const bool counts = t + 1 < count && token(t + 1).xpos == Xpos::nns;
        if (noun_or_name(token(t - 1)) && capitalised(document_.word(t - 1)) && !calendar_word(before))
            ++seen[utf8::fold(word)].first;
        else if (!counts && (before == "the" || before == "a" || before == "its" || before == "new"))
            ++seen[utf8::fold(word)].second;
    }
    for (const auto& [word, times] : seen)
        if (times.first > 0 && times.first + times.second > 1)
            models_.insert(word);
}

bool NameBounds::model_within(IndexRange range) const {
    for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t)
        if (document_.word(t).size() > 1 && name_number(document_.word(t)) && token(t).upos == Upos::num)
            return true;
    return false;
}

bool NameBounds::model_behind(IndexRange range) const {
    return range.end < document_.tokens.size() && tree_.sentence(range.end) == tree_.sentence(range.begin) &&
           !taken_[range.end] && (models_.contains(lower_word(range.end)) || model_name(document_.word(range.end)));
}

bool NameBounds::extend_by_model(IndexRange& range) const {
    if (!model_behind(range))
        return false;
    ++range.end;
    if (range.end < document_.tokens.size() && tree_.sentence(range.end) == tree_.sentence(range.begin) &&
        !large_words(range.begin) && !taken_[range.end] && noun_or_name(token(range.end)) &&
        capitalised(document_.word(range.end)) && !calendar_word(lower_word(range.end)))
        ++range.end;
    return true;
}

void NameBounds::extend_by_number(IndexRange& range, NameType type) const {
    if (type != NameType::person && extend_by_model(range))
        return;
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
    const bool beside = head == next + 1 && tree_.head(range.end - 1) == head && noun_or_name(token(head)) &&
                        token(head).xpos != Xpos::nns;
    const bool heads = token(next).upos == Upos::propn && tree_.head(range.end - 1) == next;
    if (within || beside || heads)
        range.end = next + 1;
}

} // namespace fasti::events
