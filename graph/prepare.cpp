// From one article's extraction to what the story keeps of it. Pure, so it runs on any thread.
#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "graph/headline.hpp"
#include "graph/names.hpp"
#include "graph/quantities.hpp"
#include "graph/record.hpp"
#include "graph/story.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace fasti::graph {
namespace {

constexpr std::size_t most_words = 24;
constexpr std::size_t most_scene = 5;
constexpr std::size_t main_actors = 2;

/// How much a time can be trusted: words that say it, before habits of the news.
int rank(const RecordTime& time) {
    switch (time.reason) {
    case AnchorReason::decision:
        return 9;
    case AnchorReason::expression:
        return 8;
    case AnchorReason::ordered:
    case AnchorReason::shared:
        return 7;
    case AnchorReason::other_report:
        return 6;
    case AnchorReason::background:
        return 5;
    case AnchorReason::news_day:
        return 4;
    case AnchorReason::published:
        return 3;
    case AnchorReason::none:
        break;
    }
    return 0;
}

constexpr int rank_of_words = 7; ///< and above: the text says it

class Preparation {
public:
    Preparation(const ExtractedArticle& extracted, const Lexicon& lexicon, ArticleRecord& record)
        : article_(*extracted.article), document_(*extracted.document), timexes_(*extracted.timexes),
          extraction_(*extracted.extraction), lexicon_(lexicon), record_(record), points_(extracted.article->text),
          headlines_(extracted) {}

    void run() {
        record_.article = article_;
        record_.article.furniture.clear();
        record_.sketch = sketch(article_);
        record_.lines = find_candidate_lines(article_);
        for (const Sentence& s : document_.sentences) {
            record_.sentences.push_back({s.span, points_(s.span)});
        }
        for (const Actor& actor : extraction_.actors) {
            LocalActor local{actor.name, actor.type, actor.state, actor.country, actor.roles, actor.aliases, 0, 0};
            local.mentions = static_cast<std::uint32_t>(actor.mentions.size());
            local.begin = actor.mentions.empty() ? 0 : actor.mentions.front().span.begin;
            record_.actors.push_back(std::move(local));
        }
        find_scenes();
        make_reports();
        find_days();
    }

private:
    /// Which actors each sentence names, and whom the article is about.
    void find_scenes() {
        scenes_.resize(document_.sentences.size());
        std::vector<std::pair<std::size_t, std::uint32_t>> weight; // mentions, actor
        for (std::uint32_t a = 0; a < extraction_.actors.size(); ++a) {
            const Actor& actor = extraction_.actors[a];
            for (const Mention& mention : actor.mentions) {
                const auto behind = std::upper_bound(
                    document_.sentences.begin(), document_.sentences.end(), mention.span.begin,
                    [](std::uint32_t begin, const Sentence& sentence) { return begin < sentence.span.begin; });
                if (behind == document_.sentences.begin()) {
                    continue;
                }
                auto& scene = scenes_[static_cast<std::size_t>(behind - document_.sentences.begin()) - 1];
                if (std::find(scene.begin(), scene.end(), a) == scene.end()) {
                    scene.push_back(a);
                }
            }
            weight.emplace_back(actor.mentions.size(), a);
        }
        const std::size_t most = std::min(main_actors, weight.size());
        std::partial_sort(
            weight.begin(), weight.begin() + static_cast<std::ptrdiff_t>(most), weight.end(),
            [](const auto& x, const auto& y) { return std::tie(y.first, x.second) < std::tie(x.first, y.second); });
        for (std::size_t i = 0; i < most; ++i) {
            topic_.push_back(weight[i].second);
        }
    }

    /// Actors of the sentence that are no participants; of the article where there is nobody at all.
    void add_scene(const Event& lead, Report& report) const {
        const auto takes_part = [&](std::uint32_t actor) {
            return std::any_of(report.participants.begin(), report.participants.end(),
                               [&](const ReportParticipant& p) { return p.actor == actor; });
        };
        if (lead.sentence < scenes_.size()) {
            for (const std::uint32_t actor : scenes_[lead.sentence]) {
                if (!takes_part(actor) && report.scene.size() < most_scene) {
                    report.scene.push_back(actor);
                }
            }
        }
        const bool nobody = std::none_of(report.participants.begin(), report.participants.end(),
                                         [](const ReportParticipant& p) { return p.actor != no_actor; });
        if (nobody && report.scene.empty()) {
            report.scene = topic_;
        }
        std::sort(report.scene.begin(), report.scene.end());
    }

    void make_reports() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
        std::vector<std::uint32_t> report_of(extraction_.events.size(), 0);
        for (std::uint32_t i = 0; i < extraction_.events.size(); ++i) {
            groups[extraction_.events[i].report].push_back(i);
        }
        std::vector<std::vector<std::uint32_t>> in_order;
        for (auto& [number, events] : groups) {
            in_order.push_back(std::move(events));
        }
        std::sort(in_order.begin(), in_order.end());
        take_up(in_order);
        for (const auto& events : in_order) {
            for (const std::uint32_t event : events) {
                report_of[event] = static_cast<std::uint32_t>(record_.reports.size());
            }
            record_.reports.push_back(make_report(events));
        }
        for (const EventOrder& order : extraction_.orders) {
            if (order.first.value < report_of.size() && order.second.value < report_of.size() &&
                report_of[order.first.value] != report_of[order.second.value]) {
                record_.orders.emplace_back(report_of[order.first.value], report_of[order.second.value]);
            }
        }
    }

    /// "The merger" with nobody beside it takes up the one purchase that the article told before. Groups
    /// of events that are taken up move to what they mean.
    void take_up(std::vector<std::vector<std::uint32_t>>& groups) {
        std::map<std::string_view, std::vector<std::size_t>> told; // kin → groups with actors, by their first event
        taken_up_.assign(extraction_.events.size(), false);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const Event& first = extraction_.events[groups[g].front()];
            auto& before = told[kin_of(first)];
            if (before.size() == 1 && is_taken_up(groups[g])) {
                auto& meant = groups[before.front()];
                for (const std::uint32_t event : groups[g]) {
                    taken_up_[event] = true;
                    meant.push_back(event);
                }
                groups[g].clear();
            } else if (std::any_of(groups[g].begin(), groups[g].end(), [&](std::uint32_t e) { return names_two(e); })) {
                before.push_back(g);
            }
        }
        std::erase_if(groups, [](const auto& group) { return group.empty(); });
    }

    [[nodiscard]] std::string_view kin_of(const Event& event) const {
        std::string folded = utf8::fold(event.lemma);
        std::replace(folded.begin(), folded.end(), ' ', '_');
        const std::string_view kin = lexicon_.kin(lexicon_.family(folded));
        return kin == folded ? std::string_view(event.lemma) : kin; // `folded` ends here
    }

    [[nodiscard]] bool names_two(std::uint32_t event) const {
        const auto& participants = extraction_.events[event].participants;
        return participants.size() > 1 && std::any_of(participants.begin(), participants.end(),
                                                      [](const Participant& p) { return p.actor.valid(); });
    }

    /// A noun with "the" or "this" right before it and nobody beside it.
    [[nodiscard]] bool is_taken_up(const std::vector<std::uint32_t>& group) const {
        return std::all_of(group.begin(), group.end(), [&](std::uint32_t e) {
            const Event& event = extraction_.events[e];
            if (!event.nominal || document_.tokens.empty() || event.headline ||
                std::any_of(event.participants.begin(), event.participants.end(),
                            [](const Participant& p) { return p.role != Role::time; })) {
                return false;
            }
            const std::uint32_t at = document_.token_at(event.trigger.begin);
            if (at == 0 || at >= document_.tokens.size()) {
                return false;
            }
            const std::string before = utf8::fold(document_.word(document_.tokens[at - 1]));
            return before == "the" || before == "this" || before == "that";
        });
    }

    [[nodiscard]] std::uint32_t local_actor(ActorId id) const {
        return id.valid() && id.value < extraction_.actors.size() ? id.value : no_actor;
    }

    Report make_report(const std::vector<std::uint32_t>& events) {
        Report report;
        // The mention that shows the event best leads: a verb of a main clause, not in quotes, early.
        std::uint32_t best = 0;
        int best_points = -1;
        for (std::uint32_t i = 0; i < events.size(); ++i) {
            const Event& event = extraction_.events[events[i]];
            const std::uint32_t salience = salience_of(event);
            const int points = static_cast<int>(salience) * 4 + (event.nominal ? 0 : 8) + (event.quoted ? 0 : 4) +
                               (event.participants.size() > 1 ? 4 : 0);
            if (points > best_points) {
                best_points = points;
                best = i;
            }
            report.salience = std::max(report.salience, salience);
        }
        report.best = best;
        const Event& lead = extraction_.events[events[best]];
        report.lemma = lead.lemma;
        std::string folded = utf8::fold(lead.lemma);
        std::replace(folded.begin(), folded.end(), ' ', '_');
        report.family = lexicon_.family(folded);
        report.kin = lexicon_.kin(report.family);
        report.event_class = lead.event_class;
        report.type = lead.type;
        report.factuality = lead.factuality;
        report.polarity = lead.polarity;
        Headline headline = headlines_.line(lead);
        report.headline = std::move(headline.text);
        report.alone = headline.alone;
        report.nominal = true;
        if (article_.published) {
            report.published = static_cast<std::int32_t>(
                date::floor<date::days>(article_.published->moment).time_since_epoch().count());
        }
        for (const std::uint32_t i : events) {
            const Event& event = extraction_.events[i];
            report.mentions.push_back(make_mention(event));
            const RecordTime& time = report.mentions.back().time;
            if (taken_up_[i]) {
                // "sued on Thursday to stop the merger" dates the suit.
            } else if (rank(time) > rank(report.time) ||
                       (rank(time) == rank(report.time) && time.granularity < report.time.granularity)) {
                report.time = time;
            }
            if (report.type == PloverType::none) {
                report.type = event.type;
            }
            report.nominal = report.nominal && event.nominal;
            report.main_clause = report.main_clause || event.main_clause;
            add_participants(event, report);
            add_words(event, report);
        }
        add_scene(lead, report);
        std::sort(report.numbers.begin(), report.numbers.end());
        report.numbers.erase(std::unique(report.numbers.begin(), report.numbers.end()), report.numbers.end());
        std::sort(report.words.begin(), report.words.end());
        report.words.erase(std::unique(report.words.begin(), report.words.end()), report.words.end());
        return report;
    }

    ReportMention make_mention(const Event& event) const {
        ReportMention m;
        m.trigger = points_(event.trigger);
        m.begin = event.trigger.begin;
        m.sentence = event.sentence;
        m.event_class = event.event_class;
        m.factuality = event.factuality;
        m.headline = event.headline;
        m.attributed_to = local_actor(event.attributed_to);
        m.time = {event.time.interval, event.time.granularity, event.time.certainty, event.time.mod, event.time.reason};
        if (event.time.timex && *event.time.timex < timexes_.size()) {
            m.date_text = surface(article_.text, timexes_[*event.time.timex].span);
        }
        return m;
    }

    /// The speaker is said, in the same sentence, to do something that has not happened yet.
    [[nodiscard]] bool tells_plan(const Event& said) const {
        const auto [first, last] =
            std::equal_range(extraction_.events.begin(), extraction_.events.end(), said,
                             [](const Event& a, const Event& b) { return a.sentence < b.sentence; });
        constexpr std::ptrdiff_t most_read = 32;
        return std::any_of(first, first + std::min(last - first, most_read), [&](const Event& told) {
            // "announced the resignation of his government"
            if (told.nominal && told.factuality == Factuality::planned && is_object(told, said)) {
                return true;
            }
            return (told.factuality == Factuality::planned || told.factuality == Factuality::hypothetical) &&
                   told.attributed_to.valid() && told.event_class != EventClass::reporting &&
                   std::any_of(told.participants.begin(), told.participants.end(), [&](const Participant& p) {
                       return p.role == Role::agent && p.actor == told.attributed_to;
                   });
        });
    }

    [[nodiscard]] bool is_object(const Event& noun, const Event& verb) const {
        if (document_.tokens.empty()) {
            return false;
        }
        const Token& token = document_.tokens[document_.token_at(noun.trigger.begin)];
        return token.relation == Relation::obj && token.head == document_.token_at(verb.trigger.begin);
    }

    [[nodiscard]] std::uint32_t salience_of(const Event& event) const {
        std::uint32_t salience = event.headline ? 4 : 0;
        salience += event.sentence < 3 ? 4 : event.sentence < 6 ? 2 : event.sentence < 12 ? 1 : 0;
        salience += event.main_clause ? 2 : 0;
        // What had been before, and what goes on by habit ("the pipeline carries gas"), is not the news.
        const bool had = event.tense == Tense::past && event.aspect == Aspect::perfective;
        const bool habit = event.tense == Tense::present && event.aspect == Aspect::none && !event.headline &&
                           event.event_class != EventClass::reporting && event.time.reason != AnchorReason::expression;
        salience /= had || habit ? 3 : 1;
        // "Microsoft said on Tuesday that it would buy": in the lead, such a saying is the news itself.
        if (event.event_class == EventClass::reporting && event.main_clause && event.sentence < 3 &&
            tells_plan(event)) {
            return 12;
        }
        return std::min(salience, 10U);
    }

    void add_participants(const Event& event, Report& report) {
        for (const Participant& p : event.participants) {
            if (p.role == Role::time) {
                report.unread_time = report.unread_time || rank(report.mentions.back().time) < rank_of_words;
                continue;
            }
            ReportParticipant out{p.role, local_actor(p.actor), std::string(surface(article_.text, p.span)),
                                  head_word(p.head)};
            add_numbers(p, out.head, report);
            const bool known = std::any_of(report.participants.begin(), report.participants.end(),
                                           [&](const ReportParticipant& other) {
                                               return other.role == out.role && other.actor == out.actor &&
                                                      (out.actor != no_actor || other.head == out.head);
                                           });
            if (!known) {
                report.participants.push_back(std::move(out));
            }
        }
    }

    /// Folded, as the lexicon has it: "companies" and "company" are one.
    [[nodiscard]] std::string head_word(Span head) const {
        if (!document_.tokens.empty()) {
            const std::uint32_t i = document_.token_at(head.begin);
            if (i < document_.tokens.size() && document_.tokens[i].span == head &&
                document_.tokens[i].upos == Upos::noun && !document_.tokens[i].lemma.empty()) {
                return utf8::fold(document_.tokens[i].lemma);
            }
        }
        return utf8::fold(surface(article_.text, head));
    }

    /// Numbers inside a participant's phrase count its head: "12 people" → {12, people}.
    void add_numbers(const Participant& p, const std::string& head, Report& report) const {
        const auto timex = std::lower_bound(timexes_.begin(), timexes_.end(), p.span.begin,
                                            [](const Timex& t, std::uint32_t begin) { return t.span.end <= begin; });
        if ((timex != timexes_.end() && timex->span.overlaps(p.span)) || p.span.size() > 200) {
            return;
        }
        find_quantities(surface(article_.text, p.span), head, report.numbers);
    }

    void add_words(const Event& event, Report& report) const {
        if (event.sentence >= document_.sentences.size()) {
            return;
        }
        const auto take = [&](std::string_view word) {
            const std::string folded = utf8::fold(word);
            if (folded.size() >= 3 && !lexicon_.is(WordClass::stop, folded) && report.words.size() < most_words) {
                report.words.push_back(static_cast<std::uint32_t>(stable_hash(folded) >> 32));
            }
        };
        const Sentence& sentence = document_.sentences[event.sentence];
        if (!document_.tokens.empty()) {
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const Token& token = document_.tokens[i];
                if (token.upos != Upos::punct) {
                    take(token.lemma.empty() ? document_.word(token) : token.lemma);
                }
            }
            return;
        }
        std::string_view rest = surface(article_.text, sentence.span);
        while (!rest.empty()) {
            const auto end = std::min(rest.find_first_of(" ,.;:!?\"()\n"), rest.size());
            take(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void find_days() {
        if (!article_.published) {
            return;
        }
        const auto today = date::floor<date::days>(article_.published->moment);
        for (const Timex& timex : timexes_) {
            if (timex.time.type == TimexType::date && timex.time.granularity == Granularity::day &&
                timex.time.interval.from) {
                const auto day = date::floor<date::days>(*timex.time.interval.from);
                if (day < today) {
                    record_.days.push_back(static_cast<std::int32_t>(day.time_since_epoch().count()));
                }
            }
        }
        std::sort(record_.days.begin(), record_.days.end());
        record_.days.erase(std::unique(record_.days.begin(), record_.days.end()), record_.days.end());
    }

    const Article& article_;
    const Document& document_;
    const std::vector<Timex>& timexes_;
    const Extraction& extraction_;
    const Lexicon& lexicon_;
    ArticleRecord& record_;
    utf8::CodePoints points_;
    std::vector<std::vector<std::uint32_t>> scenes_; ///< actors by sentence
    std::vector<std::uint32_t> topic_;               ///< the actors that the article names most
    std::vector<bool> taken_up_;                     ///< events that only take up another one (take_up)
    HeadlineWriter headlines_;
};

} // namespace

Prepared::Prepared(std::unique_ptr<ArticleRecord> record) : record_(std::move(record)) {}
Prepared::Prepared(Prepared&&) noexcept = default;
Prepared& Prepared::operator=(Prepared&&) noexcept = default;
Prepared::~Prepared() = default;

Prepared prepare(const ExtractedArticle& extracted, const Lexicon& lexicon) {
    auto record = std::make_unique<ArticleRecord>();
    Preparation(extracted, lexicon, *record).run();
    return Prepared(std::move(record));
}

} // namespace fasti::graph
