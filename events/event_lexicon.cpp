// Reads `frames.tsv`, `plover.tsv` and `intensity.tsv`: a heading, a tab, entries parted by commas; "#" begins a
// comment.
#include "events/event_lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <utility>

namespace fasti::events {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::optional<Outlook> parse_outlook(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Outlook>, 5> names{{{"fact", Outlook::fact},
                                                                         {"planned", Outlook::planned},
                                                                         {"possible", Outlook::possible},
                                                                         {"denied", Outlook::denied},
                                                                         {"hypothetical", Outlook::hypothetical}}};
    for (const auto& [text, outlook] : names)
        if (text == name)
            return outlook;
    return std::nullopt;
}

std::optional<NounFrame> parse_noun_frame(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, NounFrame>, 4> names{{{"transitive", NounFrame::transitive},
                                                                           {"agentive", NounFrame::agentive},
                                                                           {"mutual", NounFrame::mutual},
                                                                           {"plain", NounFrame::plain}}};
    for (const auto& [text, frame] : names)
        if (text == name)
            return frame;
    return std::nullopt;
}

std::pair<std::string_view, std::string_view> parted(std::string_view text, char by) {
    const std::size_t at = text.find(by);
    return at == std::string_view::npos ? std::pair{text, std::string_view{}}
                                        : std::pair{trimmed(text.substr(0, at)), trimmed(text.substr(at + 1))};
}

} // namespace

Result<EventLexicon> EventLexicon::load(const std::filesystem::path& dir) {
    EventLexicon lexicon;
    for (const char* name : {"frames.tsv", "plover.tsv", "intensity.tsv"})
        if (auto done = lexicon.read(dir / name); !done)
            return done.error();
    return lexicon;
}

Result<bool> EventLexicon::read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{ErrorCode::io, "can't read the table of event frames", file.string(),
                     "is the program's data folder complete?"};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const std::string_view text = trimmed(line);
        if (text.empty() || text.front() == '#')
            continue;
        auto [heading, entries] = parted(text, '\t');
        bool known = !entries.empty();
        while (known && !entries.empty()) {
            const auto [entry, rest] = parted(entries, ',');
            known = entry.empty() || read_entry(heading, entry);
            entries = rest;
        }
        if (!known)
            return Error{ErrorCode::format, "this is no row of event frames: " + line,
                         file.string() + ":" + std::to_string(number), "see the comment at the top of the file"};
    }
    return true;
}

// "send +@troops" stands for one entry with each word of the set. What is written out wins over what a set gives;
// otherwise a frame has one type.
bool EventLexicon::read_type(PloverType type, std::string_view entry, bool by_set) {
    if (const std::size_t at = entry.find('@'); at != std::string_view::npos) {
        const auto set = words_.find(entry.substr(at + 1));
        return set != words_.end() && std::all_of(set->second.begin(), set->second.end(), [&](const std::string& word) {
                   return read_type(type, std::string(entry.substr(0, at)) + word, true);
               });
    }
    const auto [known, added] = types_.try_emplace(std::string(entry), Typed{type, by_set});
    if (!added && known->second.by_set && !by_set)
        known->second = {type, false};
    else if (!added && known->second.by_set == by_set && known->second.type != type)
        return false;
    const std::size_t blank = entry.find(' ');
    if (blank != std::string_view::npos) {
        framed_.emplace(entry.substr(0, blank));
        constexpr std::string_view marks = "+<^>";
        if (marks.find(entry[blank + 1]) == std::string_view::npos)
            phrasal_.emplace(entry.substr(0, std::min(entry.find(' ', blank + 1), entry.size())));
        if (entry.find(" <") != std::string_view::npos)
            asking_subject_.emplace(entry.substr(0, blank));
    }
    return true;
}

bool EventLexicon::read_intensity(std::string_view amount, std::string_view entry) {
    double value = 0;
    const auto [end, error] = std::from_chars(amount.data(), amount.data() + amount.size(), value);
    if (error != std::errc{} || end != amount.data() + amount.size() || value < -10 || value > 10)
        return false;
    intensities_.insert_or_assign(std::string(entry), value);
    return true;
}

bool EventLexicon::read_entry(std::string_view heading, std::string_view entry) {
    if (const char first = heading.front(); first == '-' || (first >= '0' && first <= '9'))
        return read_intensity(heading, entry);
    const auto [kind, rest] = parted(heading, ' ');
    if (kind == "type") {
        const auto type = rest == "null" ? PloverType::none : parse_plover_type(rest);
        return type && read_type(*type, entry);
    }
    if (kind == "words") {
        words_[std::string(rest)].emplace_back(entry);
        return true;
    }
    if (kind == "noun") {
        const auto [what, value] = parted(rest, ' ');
        const auto [lemma, family] = parted(entry, '=');
        Noun& noun = nouns_[std::string(lemma)];
        if (const auto frame = parse_noun_frame(what)) {
            noun.frame = *frame;
            noun.family =
                families_.emplace(std::string(lemma), std::string(family.empty() ? lemma : family)).first->second;
            return true;
        }
        if (what == "thing")
            return noun.thing = true;
        if (what == "quantity")
            return noun.quantity = true;
        if (what == "held")
            return noun.held = true;
        if (what == "official")
            return noun.official = true;
        if (what == "undergone")
            return noun.undergone = true;
        if (what == "class") {
            const auto event_class = parse_event_class(value);
            noun.event_class = event_class.value_or(EventClass::occurrence);
            return event_class.has_value();
        }
        if (what == "outlook") {
            const auto outlook = parse_outlook(value);
            noun.outlook = outlook.value_or(Outlook::none);
            return outlook.has_value();
        }
        return false;
    }
    if (kind == "adjective") {
        const auto outlook = parse_outlook(rest);
        adjectives_[std::string(entry)] = outlook.value_or(Outlook::none);
        return outlook.has_value();
    }
    if (kind != "verb")
        return false;
    Verb& verb = verbs_[std::string(entry)];
    const auto [what, value] = parted(rest, ' ');
    if (what == "class") {
        const auto event_class = parse_event_class(value);
        verb.event_class = event_class.value_or(EventClass::occurrence);
        return event_class.has_value();
    }
    if (what == "outlook" || what == "object") {
        const auto outlook = parse_outlook(value);
        verb.outlook = outlook.value_or(Outlook::none);
        verb.outlook_of_object = verb.outlook_of_object || what == "object";
        return outlook.has_value();
    }
    constexpr std::array<std::pair<std::string_view, bool Verb::*>, 9> flags{
        {{"light", &Verb::light},
         {"performs", &Verb::performs},
         {"befalls", &Verb::befalls},
         {"befalls-things", &Verb::befalls_things},
         {"transfer", &Verb::transfer},
         {"controls-object", &Verb::controls_object},
         {"controls-subject", &Verb::controls_subject},
         {"no-event", &Verb::no_event},
         {"companion-patient", &Verb::companion_patient}}};
    for (const auto& [name, flag] : flags)
        if (name == rest)
            return verb.*flag = true;
    return false;
}

const EventLexicon::Verb& EventLexicon::verb(std::string_view lemma) const {
    static const Verb unlisted;
    const auto it = verbs_.find(lemma);
    return it == verbs_.end() ? unlisted : it->second;
}

const EventLexicon::Noun& EventLexicon::noun(std::string_view lemma) const {
    static const Noun unlisted;
    const auto it = nouns_.find(lemma);
    return it == nouns_.end() ? unlisted : it->second;
}

std::optional<PloverType> EventLexicon::type(std::string_view frame) const {
    const auto it = types_.find(frame);
    return it == types_.end() ? std::nullopt : std::optional(it->second.type);
}

std::optional<PloverType> EventLexicon::type(std::string_view frame, char mark, std::string_view beside) const {
    std::array<char, 96> key{};
    if (frame.size() + beside.size() + 2 > key.size())
        return std::nullopt;
    char* end = std::copy(frame.begin(), frame.end(), key.data());
    *end++ = ' ';
    *end++ = mark;
    end = std::copy(beside.begin(), beside.end(), end);
    return type(std::string_view(key.data(), static_cast<std::size_t>(end - key.data())));
}

std::optional<double> EventLexicon::intensity(std::string_view frame, std::string_view object) const {
    std::array<char, 96> key{};
    if (frame.size() + object.size() + 2 > key.size())
        return std::nullopt;
    char* end = std::copy(frame.begin(), frame.end(), key.data());
    if (!object.empty()) {
        *end++ = ' ';
        *end++ = '+';
        end = std::copy(object.begin(), object.end(), end);
    }
    const auto it = intensities_.find(std::string_view(key.data(), static_cast<std::size_t>(end - key.data())));
    return it == intensities_.end() ? std::nullopt : std::optional(it->second);
}

Outlook EventLexicon::adjective(std::string_view lemma) const {
    const auto it = adjectives_.find(lemma);
    return it == adjectives_.end() ? Outlook::none : it->second;
}

} // namespace fasti::events
