// See event_type.hpp.
#include "events/event_type.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace fasti::events {
namespace {

using Found = std::optional<PloverType>;

/// A phrase is looked at no further; more words than this stand beside no trigger.
constexpr std::size_t most_beside = 24;

std::span<const std::uint32_t> beside(const Tree& tree, std::uint32_t token) {
    const auto children = tree.children(token);
    return children.first(std::min(children.size(), most_beside));
}

// What kind of actor or thing the phrase names, as entries write it: "#person".
std::string_view kind_of(const Reading& reading, std::uint32_t token) {
    const auto named = [](ActorType type) -> std::string_view {
        switch (type) {
        case ActorType::person:
        case ActorType::group:
            return "#person";
        case ActorType::organization:
            return "#organization";
        case ActorType::place:
            return "#place";
        case ActorType::other:
            return "#thing";
        }
        return {};
    };
    if (const ActorId actor = reading.actors.at_token(token); actor.valid())
        return named(reading.actors.actors[actor.value].type);
    const Document& document = reading.tree.document();
    const ActorLexicon::Noun* noun = reading.names.noun(document.tokens[token].lemma);
    if (noun == nullptr)
        noun = reading.names.noun(document.word(token)); // "rebels" is listed by its plural
    return noun == nullptr ? std::string_view{} : noun->state ? "#place" : named(noun->type);
}

class TypeFinder {
public:
    explicit TypeFinder(const Reading& reading)
        : r_(reading), tree_(reading.tree), lexicon_(reading.lexicon), tokens_(reading.tree.document().tokens) {}

    // What stands beside the trigger decides before the trigger alone: object, complement, subject, the object's kind.
    Found by_frame(std::string_view frame, std::uint32_t trigger, std::uint32_t object) const {
        if (const Found found = by_phrase(frame, '+', object))
            return found;
        if (const Found found = by_complement(frame, trigger))
            return found;
        // "sold jets to Peru": parsers give the preposition to the jets as often.
        if (object != no_token)
            if (const Found found = by_complement(frame, object))
                return found;
        if (is_verb(tokens_[trigger]) && lexicon_.asks_subject(tokens_[trigger].lemma)) {
            const Subject subject = find_subject(tree_, lexicon_, trigger);
            const std::uint32_t agent = subject.passive ? tree_.child(trigger, Relation::obl_agent) : subject.token;
            if (const Found found = by_phrase(frame, '<', agent))
                return found;
            if (agent != no_token)
                if (const Found found = lexicon_.type(frame, '<', kind_of(r_, agent)))
                    return found;
        }
        if (object != no_token)
            if (const Found found = lexicon_.type(frame, '+', kind_of(r_, content_of(object))))
                return found;
        return lexicon_.type(frame);
    }

    // A word as entries have it: "convention" of "Istanbul Convention", but not "bill" of a person's name.
    std::string_view entry_of(std::uint32_t t, std::array<char, 32>& small) const {
        const std::string_view lemma = tokens_[t].lemma;
        if (tokens_[t].upos != Upos::propn || lemma.size() > small.size())
            return lemma;
        const ActorId actor = r_.actors.at_token(t);
        if (actor.valid() && r_.actors.actors[actor.value].type == ActorType::person)
            return lemma;
        std::transform(lemma.begin(), lemma.end(), small.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return {small.data(), lemma.size()};
    }

    // The noun, what it counts, its compounds and adjectives: "signed a cooperation agreement", "hundreds of soldiers".
    Found by_phrase(std::string_view frame, char mark, std::uint32_t head) const {
        if (head == no_token)
            return std::nullopt;
        const auto at = [&](std::uint32_t t) {
            std::array<char, 32> small;
            return lexicon_.type(frame, mark, entry_of(t, small));
        };
        if (const Found found = at(head))
            return found;
        for (const std::uint32_t c : beside(tree_, head)) {
            const Relation relation = universal(tokens_[c].relation);
            const bool of = relation == Relation::nmod && preposition(c) == "of";
            if ((is_noun(tokens_[c]) && relation != Relation::nmod && relation != Relation::appos &&
                 relation != Relation::conj) ||
                tokens_[c].upos == Upos::adj || of)
                if (const Found found = at(c))
                    return found;
        }
        return std::nullopt;
    }

private:
    // "told him that they would leave" is no "told him to leave".
    bool finite(std::uint32_t verb) const {
        return tree_.child(verb, Relation::aux) != no_token || tokens_[verb].xpos == Xpos::vbd ||
               tokens_[verb].xpos == Xpos::vbz;
    }

    std::string_view preposition(std::uint32_t nominal) const {
        const std::uint32_t found = preposition_of(tree_, nominal);
        return found == no_token ? std::string_view{} : tokens_[found].lemma;
    }

    std::uint32_t content_of(std::uint32_t head) const {
        if (lexicon_.noun(tokens_[head].lemma).quantity)
            for (const std::uint32_t c : beside(tree_, head))
                if (universal(tokens_[c].relation) == Relation::nmod && preposition(c) == "of")
                    return c;
        return head;
    }

    Found by_complement(std::string_view frame, std::uint32_t head) const {
        Found loose;
        for (const std::uint32_t c : beside(tree_, head)) {
            const Relation relation = universal(tokens_[c].relation);
            if (relation == Relation::xcomp || (relation == Relation::ccomp && !finite(c)))
                if (const Found found = lexicon_.type(frame, '>', tokens_[c].lemma))
                    return found;
            // "voted against lifting it"
            const std::uint32_t mark =
                relation == Relation::advcl && tokens_[c].xpos == Xpos::vbg ? tree_.child(c, Relation::mark) : no_token;
            if (relation != Relation::obl && relation != Relation::nmod && mark == no_token)
                continue;
            const std::string_view by = mark == no_token ? preposition(c) : tokens_[mark].lemma;
            if (by.empty())
                continue;
            std::array<char, 64> key{};
            std::array<char, 32> small;
            const std::string_view noun = entry_of(c, small);
            if (by.size() + noun.size() < key.size()) {
                const std::size_t size = by.copy(key.data(), by.size());
                key[size] = ':';
                if (const Found found = lexicon_.type(
                        frame, '^', {key.data(), size + 1 + noun.copy(key.data() + size + 1, noun.size())}))
                    return found;
            }
            if (!loose)
                loose = lexicon_.type(frame, '^', by);
        }
        return loose;
    }

    const Reading& r_;
    const Tree& tree_;
    const EventLexicon& lexicon_;
    const std::vector<Token>& tokens_;
};

// A verb with its particle as entries write it: "call off"; empty where no entry is of that pair.
class Phrasal {
public:
    Phrasal(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb, std::uint32_t particle) {
        if (!lexicon.framed(tree.document().tokens[verb].lemma))
            return;
        if (particle != no_token && joins(tree, lexicon, verb, particle))
            return;
        // Parsers take a particle for an adverb or a preposition as often: "forced him out", "handed over three men".
        const auto& tokens = tree.document().tokens;
        for (const std::uint32_t c : beside(tree, verb)) {
            if (c <= verb)
                continue;
            if (tokens[c].relation == Relation::advmod && joins(tree, lexicon, verb, c))
                return;
            if (c > verb + 1 && verb + 1 < tokens.size() && tokens[verb + 1].relation == Relation::case_ &&
                tree.head(verb + 1) == c && joins(tree, lexicon, verb, verb + 1)) {
                object_ = c;
                return;
            }
        }
    }
    [[nodiscard]] std::string_view frame() const { return {text_.data(), size_}; }
    /// What was read as an oblique of the particle, or `no_token`.
    [[nodiscard]] std::uint32_t object() const { return object_; }

private:
    bool joins(const Tree& tree, const EventLexicon& lexicon, std::uint32_t verb, std::uint32_t particle) {
        const std::string_view first = tree.document().tokens[verb].lemma;
        const std::string_view second = tree.document().tokens[particle].lemma;
        if (first.size() + second.size() + 1 > text_.size())
            return false;
        std::size_t size = first.copy(text_.data(), first.size());
        text_[size++] = ' ';
        size += second.copy(text_.data() + size, second.size());
        const bool known = lexicon.phrasal({text_.data(), size});
        size_ = known ? size : 0;
        return known;
    }

    std::array<char, 64> text_{};
    std::size_t size_ = 0;
    std::uint32_t object_ = no_token;
};

} // namespace

PloverType verb_type(const Reading& reading, std::uint32_t verb, const VerbGroup& group) {
    const auto& tokens = reading.tree.document().tokens;
    const std::string_view lemma = tokens[verb].lemma;
    const TypeFinder finder(reading);
    std::uint32_t object = reading.tree.child(verb, Relation::obj);
    if (object == no_token)
        object = reading.tree.child(verb, Relation::nsubj_pass);
    const Phrasal phrasal(reading.tree, reading.lexicon, verb, group.particle);
    if (!phrasal.frame().empty()) {
        const std::uint32_t of_particle = object == no_token ? phrasal.object() : object;
        if (const Found found = finder.by_frame(phrasal.frame(), verb, of_particle))
            return *found;
    }
    const Found found =
        reading.lexicon.framed(lemma) ? finder.by_frame(lemma, verb, object) : reading.lexicon.type(lemma);
    if (found)
        return *found;
    // "began drills", "launched a probe": the class of what is performed.
    const bool performed = object != no_token && reading.lexicon.verb(lemma).performs &&
                           reading.lexicon.noun(tokens[object].lemma).frame != NounFrame::none;
    return performed ? noun_type(reading, object, no_token) : PloverType::none;
}

PloverType noun_type(const Reading& reading, std::uint32_t noun, std::uint32_t carrier) {
    const auto& tokens = reading.tree.document().tokens;
    const TypeFinder finder(reading);
    if (carrier != no_token)
        if (const Found found = finder.by_phrase(tokens[carrier].lemma, '+', noun))
            return *found;
    const std::string_view lemma = tokens[noun].lemma;
    if (reading.lexicon.framed(lemma)) {
        if (const Found found = finder.by_phrase(lemma, '+', noun))
            return *found;
        if (const Found found = finder.by_frame(lemma, noun, no_token))
            return *found;
    }
    if (const Found found = reading.lexicon.type(lemma))
        return *found;
    return reading.lexicon.type(reading.lexicon.noun(lemma).family).value_or(PloverType::none);
}

double frame_intensity(const Reading& reading, std::uint32_t trigger, std::uint32_t carrier, PloverType type) {
    const double by_type = goldstein(type);
    const auto& tokens = reading.tree.document().tokens;
    const EventLexicon& lexicon = reading.lexicon;
    std::optional<double> found;
    const auto ask = [&](std::string_view frame, std::string_view object = {}) {
        if (!found && !frame.empty())
            if (const auto value = lexicon.intensity(frame, object); value && *value * by_type > 0)
                found = value;
    };
    const std::string_view lemma = tokens[trigger].lemma;
    if (is_verb(tokens[trigger])) {
        std::uint32_t object = reading.tree.child(trigger, Relation::obj);
        if (object == no_token)
            object = reading.tree.child(trigger, Relation::nsubj_pass);
        const std::uint32_t particle = reading.tree.child(trigger, Relation::compound_prt);
        const Phrasal phrasal(reading.tree, lexicon, trigger, particle);
        if (object != no_token) {
            ask(phrasal.frame(), tokens[object].lemma);
            ask(lemma, tokens[object].lemma);
        }
        ask(phrasal.frame());
        ask(lemma);
    } else {
        if (carrier != no_token)
            ask(tokens[carrier].lemma, lemma);
        ask(lemma);
        ask(lexicon.noun(lemma).family);
    }
    return found.value_or(by_type);
}

std::uint32_t told_to_act(const Tree& tree, std::uint32_t verb) {
    const auto& tokens = tree.document().tokens;
    const std::uint32_t clause = tree.child(verb, Relation::ccomp);
    const std::uint32_t modal = clause == no_token ? no_token : tree.child(clause, Relation::aux);
    if (modal == no_token || tokens[modal].lemma != "must" || tree.negated(clause)) {
        return no_token;
    }
    const std::uint32_t subject = tree.child_of_kind(clause, Relation::nsubj);
    return subject != no_token && tokens[subject].upos != Upos::pron ? subject : no_token;
}

PloverType prospective_type(const Event& event, bool ready) {
    const bool said = event.attributed_by.valid() || event.attributed_to.valid();
    const bool ahead = event.tense == Tense::future || ready || (event.factuality == Factuality::hypothetical && said);
    const bool negative = event.polarity == Polarity::negative && !event.nominal;
    if (!ahead && !negative)
        return event.type;
    switch (event.type) {
    case PloverType::agree:
        return negative ? PloverType::reject : event.type;
    case PloverType::aid:
    case PloverType::support:
    case PloverType::cooperate:
    case PloverType::consult:
    case PloverType::concede:
    case PloverType::retreat:
        return negative ? PloverType::reject : PloverType::agree;
    case PloverType::sanction:
    case PloverType::coerce:
    case PloverType::assault:
    case PloverType::fight:
    case PloverType::protest:
    case PloverType::mobilize:
        return negative ? event.type : PloverType::threaten;
    default:
        return event.type;
    }
}

} // namespace fasti::events
