// What the story keeps of one article, and its bytes. An ArticleRecord is pure: it depends on the
// article alone, never on the story. Made by prepare(), stored by Story::add, read by linking
// and by the views. Numbers of actors here are local: they count the article's own actors.
#pragma once

#include "core/article.hpp"
#include "core/event.hpp"
#include "graph/copies.hpp"
#include "graph/repeated_lines.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

inline constexpr std::uint32_t no_actor = 0xffffffffu;
/// Publication of an article without a date: behind all others.
inline constexpr std::int64_t undated = std::numeric_limits<std::int64_t>::max();

inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::max();

/// Sets of roles are kept as bits.
constexpr std::uint32_t role_bit(Role role) {
    return 1U << static_cast<unsigned>(role);
}

/// When a mention says that its event happened. Ends that are not set are open or unknown.
struct RecordTime {
    Interval interval;
    Granularity granularity = Granularity::day;
    Certainty certainty = Certainty::unresolved;
    Modifier mod = Modifier::none;
    AnchorReason reason = AnchorReason::none;
    friend bool operator==(const RecordTime&, const RecordTime&) = default;
};

/// One place of an article that names the event.
struct ReportMention {
    Span trigger;               ///< code points
    std::uint32_t begin = 0;    ///< bytes, of the trigger
    std::uint32_t sentence = 0; ///< index into ArticleRecord::sentences
    EventClass event_class = EventClass::occurrence;
    Factuality factuality = Factuality::happened;
    bool headline = false;
    std::uint32_t attributed_to = no_actor; ///< local
    RecordTime time;
    std::string date_text;
};

struct ReportParticipant {
    Role role = Role::other;
    std::uint32_t actor = no_actor; ///< local
    std::string text;               ///< the phrase
    std::string head;               ///< its head word, folded
};

/// A number that the text gives with what it counts: {"12", "dead"}.
struct Quantity {
    std::int64_t value = 0;
    std::string unit; ///< folded; empty when unknown
    friend auto operator<=>(const Quantity&, const Quantity&) = default;
};

/// All mentions of one event within one article.
struct Report {
    std::string lemma;
    std::string family; ///< trigger family (lexicon.hpp)
    std::string kin;
    EventClass event_class = EventClass::occurrence;
    PloverType type = PloverType::none;
    Factuality factuality = Factuality::happened;
    Polarity polarity = Polarity::positive;
    RecordTime time; ///< the best of the mentions'
    std::string headline;
    bool alone = true;          ///< the headline needs no sentence before it
    std::uint32_t salience = 0; ///< 0…10: headline, lead, main clause
    std::vector<ReportParticipant> participants;
    std::vector<std::uint32_t> scene;    ///< local actors that its sentence names besides, sorted, few
    bool nominal = false;                ///< no mention is a verb
    bool main_clause = false;            ///< a mention heads its sentence
    bool unread_time = false;            ///< its words say when, though nobody could read it
    std::int32_t published = no_day;     ///< of its article, in days since 1970
    std::vector<Quantity> numbers;       ///< sorted
    std::vector<std::uint32_t> words;    ///< hashes of the telling words of its sentences, sorted
    std::vector<ReportMention> mentions; ///< in text order
    std::uint32_t best = 0;              ///< the mention whose sentence shows it best
};

/// An actor of the article with what tells it from others of its name.
struct LocalActor {
    std::string name;
    ActorType type = ActorType::other;
    bool state = false;
    std::string country;
    std::vector<std::string> roles;   ///< as written
    std::vector<std::string> aliases; ///< forms seen that are not the name
    std::uint32_t mentions = 0;
    std::uint32_t begin = 0; ///< bytes, of the first mention
};

struct RecordSentence {
    Span bytes;
    Span points; ///< code points
};

struct ArticleRecord {
    Article article; ///< the whole text; furniture left out
    std::vector<RecordSentence> sentences;
    std::vector<LocalActor> actors;
    std::vector<Report> reports;                                 ///< by begin of the first mention
    std::vector<std::pair<std::uint32_t, std::uint32_t>> orders; ///< reports: first before second
    Sketch sketch;                                               ///< what its copies are found by
    std::vector<CandidateLine> lines; ///< furniture where enough articles of its source have them
    std::vector<std::int32_t> days;   ///< days (since 1970) before publication that its expressions name, sorted

    [[nodiscard]] std::int64_t published() const {
        return article.published ? article.published->moment.time_since_epoch().count() : undated;
    }
    /// A hash of everything that the story takes from the article's source.
    [[nodiscard]] std::int64_t content_hash() const { return content_hash(article); }
    [[nodiscard]] static std::int64_t content_hash(const Article& article);
};

/// Bytes of the parts that are stored as blobs, and back. Reading damaged bytes gives nothing.
[[nodiscard]] std::string write_report(const Report& report);
[[nodiscard]] std::optional<Report> read_report(std::string_view bytes);
[[nodiscard]] std::string write_sentences(const std::vector<RecordSentence>& sentences);
[[nodiscard]] std::optional<std::vector<RecordSentence>> read_sentences(std::string_view bytes);
[[nodiscard]] std::string write_names(const std::vector<std::string>& names);
[[nodiscard]] std::vector<std::string> read_names(std::string_view bytes);
[[nodiscard]] std::string write_days(const std::vector<std::int32_t>& days);
[[nodiscard]] std::vector<std::int32_t> read_days(std::string_view bytes);

} // namespace fasti::graph
