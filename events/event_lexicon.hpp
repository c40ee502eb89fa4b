// What Fasti knows about events before it reads: the class of verbs and nouns, which nouns are events and of which
// verb, the PLOVER type of verb and noun frames, and what a word does to the factuality of its complement. Read once
// from `data/events/en`, then shared by all threads.
//
// Three files of one shape hold lists of entries under a heading (their own comments tell which): `plover.tsv` for the
// PLOVER types, `intensity.tsv` for how much they help or hurt, `frames.tsv` for the rest. An entry is a lemma with
// what must stand beside it: "sign +agreement" (with this object), "call ^for" (with this preposition), "carry out"
// (with this particle).
#pragma once

#include "core/event.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fasti::events {

/// What a governing word says about the event in its complement.
enum class Outlook : std::uint8_t { none, fact, planned, possible, denied, hypothetical };

/// How a noun of action names its participants.
enum class NounFrame : std::uint8_t {
    none,       ///< not an event
    transitive, ///< "of" is the patient: "annexation of Crimea"
    agentive,   ///< "of" is the agent: "arrival of the troops"
    mutual,     ///< "between", "with": talks, agreement
    plain,      ///< neither: "meeting of ministers"
};

class EventLexicon {
public:
    struct Verb {
        EventClass event_class = EventClass::occurrence;
        Outlook outlook = Outlook::none; ///< of its complement clause or, where `outlook_of_object`, its object
        bool light = false;              ///< may carry a noun of action as its object: "hold talks"
        bool performs = false;           ///< who does it does its object too: "launched an offensive"
        bool befalls = false;            ///< without an object it happens to its subject: "the index fell"
        bool befalls_things = false;     ///< the same, where the subject is nobody: "shares rallied"
        bool transfer = false;           ///< "to" and "for" give a recipient
        bool controls_object = false;    ///< the object acts in its infinitive: "ordered them to leave"
        bool controls_subject = false;   ///< the subject does even where there is an object: "promised them to leave"
        bool outlook_of_object = false;  ///< "called for talks": the talks are only wanted
        bool no_event = false;           ///< says nothing that happens: "seem"
        bool companion_patient = false;  ///< "met with him": the companion is whom it is done to
    };
    struct Noun {
        NounFrame frame = NounFrame::none;
        EventClass event_class = EventClass::occurrence;
        Outlook outlook = Outlook::none;
        bool thing = false;      ///< stands for a thing as often ("building"): an event only where something says so
        bool quantity = false;   ///< counts or measures what "of" names: "thousands of soldiers"
        bool held = false;       ///< a part of the firm that it is of: "the Polish arm of Zenda Bank", "Zenda shares"
        bool official = false;   ///< acts for the state or body named before it: "Russian troops"
        bool undergone = false;  ///< its possessor is whom it is done to: "his arrest"
        std::string_view family; ///< the verb that it is made of, else the noun itself
    };

    /// Fails with file and line when it is missing or broken.
    [[nodiscard]] static Result<EventLexicon> load(const std::filesystem::path& dir);

    [[nodiscard]] const Verb& verb(std::string_view lemma) const;
    [[nodiscard]] const Noun& noun(std::string_view lemma) const;
    /// The type of a frame by itself (`none`: it looks like one and is none), or together with what stands beside it:
    /// `mark` is '+' for an object, a noun in its phrase or its kind ("#person"), '<' for a subject, '^' for a
    /// preposition or one with its noun ("on:alert"), '>' for the verb of its infinitive. A frame is a lemma, with its
    /// particle behind a blank: "call off".
    [[nodiscard]] std::optional<PloverType> type(std::string_view frame) const;
    [[nodiscard]] std::optional<PloverType> type(std::string_view frame, char mark, std::string_view beside) const;
    /// The intensity of a frame by itself or with an object or a noun of its phrase.
    [[nodiscard]] std::optional<double> intensity(std::string_view frame, std::string_view object = {}) const;
    /// Is there an entry of this lemma with something beside it; of this pair of verb and particle; with a subject?
    [[nodiscard]] bool framed(std::string_view lemma) const { return framed_.contains(lemma); }
    [[nodiscard]] bool phrasal(std::string_view pair) const { return phrasal_.contains(pair); }
    [[nodiscard]] bool asks_subject(std::string_view lemma) const { return asking_subject_.contains(lemma); }
    /// An adjective's outlook on its complement: "likely", "ready".
    [[nodiscard]] Outlook adjective(std::string_view lemma) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    template <class Value> using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    Result<bool> read(const std::filesystem::path& file);
    bool read_entry(std::string_view heading, std::string_view entry);
    bool read_intensity(std::string_view amount, std::string_view entry);
    bool read_type(PloverType type, std::string_view entry, bool by_set = false);

    Table<Verb> verbs_;
    Table<Noun> nouns_;
    struct Typed {
        PloverType type = PloverType::none;
        bool by_set = false;
    };
    Table<Typed> types_;
    std::unordered_set<std::string, Hash, std::equal_to<>> framed_; ///< lemmas with more than their bare entry
    std::unordered_set<std::string, Hash, std::equal_to<>> asking_subject_;
    std::unordered_set<std::string, Hash, std::equal_to<>> phrasal_; ///< "call off"
    Table<std::vector<std::string>> words_; ///< by name: sets of words that entries name as "@troops"
    Table<Outlook> adjectives_;
    Table<double> intensities_;
    Table<std::string> families_;
};

} // namespace fasti::events
