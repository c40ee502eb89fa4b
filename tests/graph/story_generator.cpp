// See story_generator.hpp.
#include "story_generator.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>
#include <array>

namespace fasti::generator {
namespace {

/// A stream of numbers that is the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 1) {}
    std::uint64_t next() { return mix64(state_ += 0x9e3779b97f4a7c15ULL); }
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(next() % n); }
    bool chance(double p) { return static_cast<double>(next() >> 11) < p * 9007199254740992.0; }

private:
    std::uint64_t state_;
};

/// An act in the words of different reporters: verb, lemma, whether the trigger is a noun.
struct Wording {
    const char* before; ///< between agent and trigger, for nouns
    const char* trigger;
    const char* lemma;
    const char* after; ///< between trigger and patient
    bool nominal;
};
struct Act {
    PloverType type;
    const char* unit; ///< of its number; nullptr: none
    std::array<Wording, 3> wordings;
};
constexpr std::array<Act, 10> acts = {{
    {PloverType::assault,
     "soldiers",
     {{{"", "attacked", "attack", "", false},
       {"launched an", "attack", "attack", "on", true},
       {"", "shelled", "shell", "", false}}}},
    {PloverType::reject,
     "officials",
     {{{"", "expelled", "expel", "", false},
       {"ordered the", "expulsion", "expulsion", "from", true},
       {"", "deported", "deport", "people of", false}}}},
    {PloverType::agree,
     "billion",
     {{{"", "signed", "sign", "a treaty with", false},
       {"reached an", "agreement", "agreement", "with", true},
       {"", "agreed", "agree", "on terms with", false}}}},
    {PloverType::sanction,
     "companies",
     {{{"", "sanctioned", "sanction", "", false},
       {"announced", "sanctions", "sanction", "against", true},
       {"", "sanctioned", "sanction", "firms of", false}}}},
    {PloverType::consult,
     nullptr,
     {{{"", "met", "meet", "", false},
       {"held a", "meeting", "meeting", "with", true},
       {"held", "talks", "talk", "with", true}}}},
    {PloverType::cooperate,
     "billion",
     {{{"", "acquired", "acquire", "", false},
       {"completed the", "takeover", "takeover", "of", true},
       {"", "bought", "buy", "", false}}}},
    {PloverType::protest,
     "people",
     {{{"", "protested", "protest", "against", false},
       {"led a", "demonstration", "demonstration", "against", true},
       {"staged a", "protest", "protest", "against", true}}}},
    {PloverType::investigate,
     nullptr,
     {{{"", "sued", "sue", "", false},
       {"filed a", "lawsuit", "lawsuit", "against", true},
       {"brought a", "suit", "suit", "against", true}}}},
    {PloverType::aid,
     "tonnes",
     {{{"", "supplied", "supply", "", false},
       {"began the", "delivery", "delivery", "to", true},
       {"", "supplied", "supply", "aid to", false}}}},
    {PloverType::coerce,
     "members",
     {{{"", "arrested", "arrest", "people of", false},
       {"ordered the", "detention", "detention", "of people of", true},
       {"", "detained", "detain", "people of", false}}}},
}};
constexpr std::array<const char*, 24> first_syllables = {"Bar", "Kel", "Mor", "Tan", "Vel", "Dor", "Hal", "Ren",
                                                         "Sol", "Gar", "Lin", "Pav", "Zor", "Fen", "Nor", "Cas",
                                                         "Bel", "Tor", "Mal", "Ser", "Ved", "Kor", "Lam", "Dun"};
constexpr std::array<const char*, 20> last_syllables = {"ovia", "stan", "land", "era",  "mark", "ania", "esk",
                                                        "ino",  "ard",  "ett",  "ovic", "enko", "ham",  "ley",
                                                        "berg", "ston", "ier",  "oza",  "ura",  "ick"};
constexpr std::array<const char*, 12> given = {"Anna",  "Boris", "Clara", "Dmitry", "Elena", "Farid",
                                               "Greta", "Hugo",  "Irina", "Karl",   "Lucia", "Omar"};
constexpr std::array<const char*, 8> roles = {"minister", "chairman", "governor", "coach",
                                              "general",  "director", "senator",  "bishop"};
constexpr std::array<const char*, 6> countries = {"RUS", "FRA", "DEU", "USA", "CHN", "BRA"};
constexpr std::array<const char*, 12> fillers = {
    "Analysts had expected the step for some time, though few were willing to say so in public.",
    "The weather over the weekend was mild, and the streets of the old town were full of visitors.",
    "Observers point to a long history of rivalry that goes back to the last century.",
    "Prices of food and fuel have weighed on households across the region.",
    "A spokeswoman declined to comment beyond the written statement.",
    "Details of the plan remain unclear, and several questions are still open.",
    "Local papers devoted their front pages to the matter.",
    "It was not immediately clear what the consequences would be.",
    "Critics say that the policy has failed to bring the results that were promised.",
    "Supporters, on the other hand, see a chance for a new beginning.",
    "The markets hardly reacted, and the currency was stable in early trading.",
    "Experts warn against hasty conclusions as long as the facts are not known."};

constexpr std::int32_t first_day = 18900; // 2021-09-30

/// Builds text and spans together.
class Writer {
public:
    explicit Writer(Made& made) : made_(made) {}
    Span add(std::string_view words) {
        auto& text = made_.article.text;
        if (!text.empty() && text.back() != ' ' && text.back() != '\n') {
            text += ' ';
        }
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += words;
        return {begin, static_cast<std::uint32_t>(text.size())};
    }
    void end_sentence() {
        auto& text = made_.article.text;
        text += '.';
        Sentence s;
        s.span = {begin_, static_cast<std::uint32_t>(text.size())};
        made_.document.sentences.push_back(s);
        text += '\n';
        begin_ = static_cast<std::uint32_t>(text.size());
    }
    [[nodiscard]] std::uint32_t sentence() const { return static_cast<std::uint32_t>(made_.document.sentences.size()); }

private:
    Made& made_;
    std::uint32_t begin_ = 0;
};

} // namespace

Generator::Generator(const Options& options) : options_(options) {
    Dice dice(options.seed);
    for (std::uint32_t i = 0; i < options.actors; ++i) {
        Person p;
        p.surname = std::string(first_syllables[dice.below(first_syllables.size())]) +
                    last_syllables[dice.below(last_syllables.size())];
        p.country = countries[dice.below(countries.size())];
        if (i % 3 == 0) {
            p.name = std::string(given[dice.below(given.size())]) + " " + p.surname;
            p.role = roles[dice.below(roles.size())];
        } else {
            p.type = i % 3 == 1 ? ActorType::organization : ActorType::group;
            p.name = p.surname + (i % 3 == 1 ? " Corporation of " : " Front of ") +
                     first_syllables[dice.below(first_syllables.size())] +
                     last_syllables[dice.below(last_syllables.size())];
        }
        actors_.push_back(std::move(p));
    }
    // Namesakes: every tenth person shares the full name of another, in another country and office.
    for (std::uint32_t i = 30; i < options.actors; i += 30) {
        actors_[i].name = actors_[i - 30].name;
        actors_[i].surname = actors_[i - 30].surname;
        actors_[i].country = actors_[i - 30].country == "RUS" ? "FRA" : "RUS";
        actors_[i].role = actors_[i - 30].role == roles[0] ? roles[3] : roles[0];
    }
    events_ = std::max(1U, options.articles * options.events_per_article / 4);
}

Generator::RealEvent Generator::event(std::uint32_t number) const {
    Dice dice(options_.seed * 1000003ULL + number);
    RealEvent e;
    e.agent = dice.below(options_.actors);
    e.patient = (e.agent + 1 + dice.below(options_.actors - 1)) % options_.actors;
    e.act = dice.below(acts.size());
    e.place = dice.below(12);
    e.number = 2 + dice.below(400);
    e.day = static_cast<std::int32_t>(static_cast<std::uint64_t>(number) * options_.days / events_);
    return e;
}

Made Generator::make(std::uint32_t index) const {
    Made out;
    Dice dice(options_.seed * 7919ULL + index);
    const auto day = static_cast<std::int32_t>(static_cast<std::uint64_t>(index) * options_.days / options_.articles);
    out.article.id = "a" + std::to_string(index);
    out.article.source = "paper" + std::to_string(dice.below(25));
    out.article.language = "en";
    const Moment published = Day{date::days{first_day + day + 1}};
    out.article.published = ParsedDate{published, Granularity::day, std::nullopt};
    out.article.published_from = PublishedFrom::field;
    std::map<std::uint32_t, std::uint32_t> local;
    Writer writer(out);
    const auto actor = [&](std::uint32_t number) -> std::pair<ActorId, std::string> {
        const Person& p = actors_[number];
        const auto [at, is_new] = local.try_emplace(number, static_cast<std::uint32_t>(out.extraction.actors.size()));
        if (is_new) {
            Actor a;
            a.name = p.name;
            a.type = p.type;
            a.country = p.country;
            if (!p.role.empty()) {
                a.roles.push_back(p.role);
            }
            out.extraction.actors.push_back(std::move(a));
            out.actor_truth.push_back(number);
        }
        return {ActorId{at->second}, p.name};
    };
    // The events of the last two days that this paper tells, each once.
    const std::uint32_t per_day = std::max(1U, events_ / std::max(1U, options_.days));
    const std::uint32_t newest = std::min(
        events_ - 1, static_cast<std::uint32_t>(static_cast<std::uint64_t>(day + 1) * events_ / options_.days));
    std::vector<std::uint32_t> told;
    for (std::uint32_t i = 0; i < options_.events_per_article * 3 && told.size() < options_.events_per_article; ++i) {
        const std::uint32_t back = dice.below(per_day + per_day / 2 + 1);
        const std::uint32_t number = newest >= back ? newest - back : 0;
        if (std::find(told.begin(), told.end(), number) == told.end() && event(number).day <= day) {
            told.push_back(number);
        }
    }
    for (const std::uint32_t number : told) {
        const RealEvent real = event(number);
        const Act& act = acts[real.act];
        const Wording& wording = act.wordings[dice.below(3)];
        const auto [agent, agent_name] = actor(real.agent);
        const auto [patient, patient_name] = actor(real.patient);
        Event e;
        e.sentence = writer.sentence();
        const Span agent_span = writer.add(agent_name);
        if (*wording.before != 0) {
            (void)writer.add(wording.before);
        }
        e.trigger = e.predicate = writer.add(wording.trigger);
        if (*wording.after != 0) {
            (void)writer.add(wording.after);
        }
        const Span patient_span = writer.add(patient_name);
        e.lemma = wording.lemma;
        e.type = act.type;
        e.nominal = wording.nominal;
        e.main_clause = true;
        e.report = static_cast<std::uint32_t>(out.extraction.events.size());
        e.participants = {{Role::agent, {}, agent_span, agent_span, agent},
                          {Role::patient, {}, patient_span, patient_span, patient}};
        out.extraction.actors[agent.value].mentions.push_back({agent_span, agent_span, MentionKind::name});
        out.extraction.actors[patient.value].mentions.push_back({patient_span, patient_span, MentionKind::name});
        if (act.unit != nullptr && dice.chance(0.6)) {
            const std::int64_t n = dice.chance(options_.wrong) ? real.number + 1 + dice.below(20) : real.number;
            (void)writer.add("with");
            const Span count = writer.add(std::to_string(n));
            const Span unit = writer.add(act.unit);
            e.participants.push_back({Role::instrument, {}, {count.begin, unit.end}, unit, ActorId::none()});
        }
        const std::int32_t off = dice.chance(options_.wrong) ? 1 : 0;
        if (dice.chance(options_.undated_share)) {
            e.time = {unit_interval(published, Granularity::day),
                      Granularity::day,
                      Certainty::implied,
                      Modifier::none,
                      std::nullopt,
                      AnchorReason::published};
        } else {
            const Moment when = Day{date::days{first_day + real.day + off}};
            Timex timex;
            timex.span = writer.add("on " + iso_date(when));
            timex.span.begin += 3;
            timex.time.value = iso_date(when);
            timex.time.interval = unit_interval(when, Granularity::day);
            e.time = {timex.time.interval,
                      Granularity::day,
                      Certainty::exact,
                      Modifier::none,
                      static_cast<std::uint32_t>(out.timexes.size()),
                      AnchorReason::expression};
            out.timexes.push_back(std::move(timex));
        }
        writer.end_sentence();
        out.extraction.events.push_back(std::move(e));
        out.truth.push_back(number);
        if (options_.words > 0) {
            for (std::uint32_t words = 0; words * options_.events_per_article < options_.words; words += 20) {
                (void)writer.add(fillers[dice.below(fillers.size())]);
                out.article.text.pop_back();
                // Words of its own, or all articles of the generator would be copies of each other.
                for (int i = 0; i < 6; ++i) {
                    (void)writer.add(std::string(first_syllables[dice.below(first_syllables.size())]) +
                                     last_syllables[dice.below(last_syllables.size())]);
                }
                writer.end_sentence();
            }
        }
    }
    return out;
}

std::vector<Made> Generator::all() const {
    std::vector<Made> out;
    for (std::uint32_t i = 0; i < options_.articles; ++i) {
        out.push_back(make(i));
    }
    return out;
}

} // namespace fasti::generator
