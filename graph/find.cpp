// The expression language of `find`: terms that all must hold, `key:value` or plain words, which
// are searched in the sentences. docs/queries.md describes it.
#include "core/utf8.hpp"
#include "graph/load.hpp"
#include "graph/query.hpp"
#include "graph/select.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <span>
#include <tuple>

namespace fasti::graph {
namespace {

constexpr std::uint32_t usual_hits = 50;
constexpr std::size_t every_try = std::numeric_limits<std::size_t>::max();

struct Term {
    std::string key; ///< empty for words
    std::string value;
    bool quoted = false;
};

/// Terms are parted by blanks; quotes keep them together: actor:"Sergei Shoigu" "military drills".
Result<std::vector<Term>> split(std::string_view text) {
    std::vector<Term> out;
    std::size_t i = 0;
    while (i < text.size()) {
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
            ++i;
            continue;
        }
        Term term;
        std::string word;
        bool quoted = false;
        for (bool inside = false; i < text.size() && (inside || (text[i] != ' ' && text[i] != '\t' && text[i] != '\n'));
             ++i) {
            if (text[i] == '"') {
                inside = !inside;
                quoted = true;
                if (!inside && i + 1 == text.size()) {
                    ++i;
                    break;
                }
                if (inside && text.find('"', i + 1) == std::string_view::npos) {
                    return Error{ErrorCode::usage,
                                 "a quotation does not end: " + std::string(text.substr(i)),
                                 {},
                                 "close it with \""};
                }
            } else if (text[i] == ':' && !quoted && term.key.empty()) {
                term.key = utf8::fold(word);
                word.clear();
            } else {
                word += text[i];
            }
        }
        term.value = std::move(word);
        term.quoted = quoted;
        out.push_back(std::move(term));
    }
    return out;
}

Error bad_term(const Term& term, std::string why, std::string hint) {
    return {ErrorCode::usage,
            "'" + term.key + (term.key.empty() ? "" : ":") + term.value + "' " + std::move(why),
            {},
            std::move(hint)};
}

class Finder {
public:
    Finder(const Story& story, const QueryOptions& options)
        : story_(story), impl_(story.impl()), db_(*story.impl().database), options_(options) {
        filter_.period = options.period;
        filter_.type = options.type;
        filter_.disputed = options.disputed;
        filter_.every_factuality = options.every_factuality;
    }

    Result<Found> run(std::string_view expression) {
        const auto terms = split(expression);
        if (!terms) {
            return terms.error();
        }
        for (const Term& term : *terms) {
            if (Status status = take(term); !status) {
                return status.error();
            }
        }
        if (!words_.empty()) {
            search();
        }
        Loaded loaded = load_view(impl_, first_events(), {});
        fill_timeline(loaded.view);
        out_.view = std::move(loaded.view);
        add_hits();
        if (db_.failed()) {
            return db_.status().error();
        }
        return std::move(out_);
    }

private:
    Status take(const Term& term) {
        struct Key {
            std::string_view name;
            Status (Finder::*take)(const Term&);
        };
        static constexpr std::array<Key, 15> keys = {{{"", &Finder::take_word},
                                                      {"actor", &Finder::take_actor},
                                                      {"with", &Finder::take_actor},
                                                      {"agent", &Finder::take_actor},
                                                      {"patient", &Finder::take_actor},
                                                      {"place", &Finder::take_actor},
                                                      {"type", &Finder::take_type},
                                                      {"class", &Finder::take_type},
                                                      {"after", &Finder::take_date},
                                                      {"from", &Finder::take_date},
                                                      {"before", &Finder::take_date},
                                                      {"to", &Finder::take_date},
                                                      {"in", &Finder::take_date},
                                                      {"factuality", &Finder::take_factuality},
                                                      {"article", &Finder::take_article}}};
        const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == term.key; });
        if (key == keys.end()) {
            return bad_term(term, "is no term of this language",
                            "actor: with: agent: patient: place: type: class: after: before: from: to: in: factuality: "
                            "article: disputed, or plain words");
        }
        if (term.value.empty() && !term.key.empty()) {
            return bad_term(term, "lacks what it asks for", "write it behind the colon, without a blank: actor:NATO");
        }
        return (this->*key->take)(term);
    }

    Status take_word(const Term& term) {
        if (term.quoted) {
            words_.push_back(term.value);
            return {};
        }
        if (term.value == "OR" || term.value == "AND" || term.value == "NOT") {
            return bad_term(term, "is no term of this language: all terms must hold",
                            "ask once for each alternative; in quotes it is a word to look for");
        }
        if (term.value == "disputed") {
            filter_.disputed = true;
        } else if (!term.value.empty()) {
            words_.push_back(term.value);
        }
        return {};
    }

    Status take_actor(const Term& term) {
        auto match = find_actor(story_, term.value);
        if (!match) {
            return match.error();
        }
        const std::uint32_t roles = term.key == "agent"     ? role_bit(Role::agent)
                                    : term.key == "patient" ? role_bit(Role::patient) | role_bit(Role::recipient)
                                    : term.key == "place"
                                        ? role_bit(Role::place) | role_bit(Role::goal) | role_bit(Role::source)
                                        : taking_part;
        if (const auto number = actor_number(db_, match->id)) {
            filter_.actors.emplace_back(*number, roles);
        }
        out_.matches.push_back(std::move(*match));
        return {};
    }

    Status take_type(const Term& term) {
        const std::string name = utf8::fold(term.value);
        if (!parse_plover_type(name) && !parse_event_class(name)) {
            return bad_term(term, "names no type of event", std::string(event_types));
        }
        filter_.type = name;
        return {};
    }

    Status take_date(const Term& term) {
        const auto date = parse_date(term.value);
        if (!date) {
            return bad_term(term, "is no date", "write 2021-10-18, 2021-10 or 2021");
        }
        const Interval unit = unit_interval(date->moment, date->granularity);
        const auto narrow_from = [&](const std::optional<Moment>& from) {
            filter_.period.from = filter_.period.from ? std::max(filter_.period.from, from) : from;
        };
        const auto narrow_to = [&](const std::optional<Moment>& to) {
            filter_.period.to = filter_.period.to ? std::min(filter_.period.to, to) : to;
        };
        if (term.key == "after") {
            narrow_from(unit.to);
        } else if (term.key == "before") {
            narrow_to(unit.from);
        }
        if (term.key == "from" || term.key == "in") {
            narrow_from(unit.from);
        }
        if (term.key == "to" || term.key == "in") {
            narrow_to(unit.to);
        }
        return {};
    }

    Status take_factuality(const Term& term) {
        if (term.value == "all") {
            filter_.every_factuality = true;
            return {};
        }
        factuality_ = parse_factuality(utf8::fold(term.value));
        if (!factuality_) {
            return bad_term(term, "is no factuality", "happened planned possible denied hypothetical all");
        }
        filter_.every_factuality = true;
        return {};
    }

    Status take_article(const Term& term) {
        Query q = db_.query("SELECT num FROM article WHERE id = ?");
        q << term.value;
        if (!q.step()) {
            return Error{ErrorCode::not_found,
                         "no article '" + term.value + "' in this story",
                         {},
                         "`fasti query STORY articles` lists them"};
        }
        only_articles_.insert(q.number(0));
        return {};
    }

    /// Terms besides words and articles.
    [[nodiscard]] bool narrowed() const {
        return !filter_.actors.empty() || filter_.period.from || filter_.period.to || !filter_.type.empty() ||
               filter_.disputed || factuality_;
    }

    /// Sentences that hold all of the words.
    void search() {
        std::string match;
        for (const std::string& word : words_) {
            std::string quoted = "\"";
            for (const char c : word) {
                quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
            }
            match += (match.empty() ? "" : " ") + quoted + "\"";
        }
        Query q = db_.query("SELECT rowid FROM sentence_text WHERE sentence_text MATCH ?");
        q << match;
        while (q.step()) {
            const std::int64_t sentence = q.integer(0);
            if (only_articles_.empty() || only_articles_.contains(article_of(sentence))) {
                hits_.push_back(sentence);
            }
        }
        std::sort(hits_.begin(), hits_.end());
    }

    [[nodiscard]] bool is_hit(std::int64_t sentence) const {
        return std::binary_search(hits_.begin(), hits_.end(), sentence);
    }
    [[nodiscard]] std::span<const std::int64_t> hits_of(std::uint32_t article) const {
        const auto begin = std::lower_bound(hits_.begin(), hits_.end(), report_number(article, 0));
        return {begin, std::upper_bound(begin, hits_.end(), report_number(article, most_reports - 1))};
    }

    /// The hits of an article that tell of events for which the other terms hold.
    [[nodiscard]] std::vector<std::int64_t> told_hits(std::uint32_t article) const {
        std::vector<std::int64_t> out;
        if (hits_of(article).empty()) {
            return out;
        }
        Query reports = db_.query("SELECT event, data FROM report WHERE num BETWEEN ? AND ? AND event IS NOT NULL");
        Query event = db_.query("SELECT " FASTI_EVENT_COLUMNS " FROM event WHERE num = ?");
        reports << report_number(article, 0) << report_number(article, most_reports - 1);
        while (reports.step()) {
            const auto report = read_report(reports.text(1));
            std::vector<std::int64_t> told;
            for (const ReportMention& m : report ? report->mentions : std::vector<ReportMention>{}) {
                if (const std::int64_t sentence = report_number(article, m.sentence); is_hit(sentence)) {
                    told.push_back(sentence);
                }
            }
            if (told.empty()) {
                continue;
            }
            event << reports.integer(0);
            if (event.step()) {
                const EventRow row = read_event_row(event);
                if (passes(row, filter_) && (!factuality_ || row.factuality == *factuality_)) {
                    out.insert(out.end(), told.begin(), told.end());
                }
            }
            event.run();
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// The most important events that all terms hold for. Those of a rare word are looked up from its sentences; a word
    /// that stands everywhere stands in the most important events, too.
    std::vector<EventRow> first_events() {
        constexpr std::size_t rare = 4'000; // sentences
        constexpr std::size_t few = 50'000; // events
        constexpr std::size_t tries = 100'000;
        if (!filter_.actors.empty() || (words_.empty() && only_articles_.empty())) {
            hits_from_events_ = true;
            RankedEvents ranked(db_, filter_);
            return *first_that_hold(ranked, every_try);
        }
        const bool everywhere = only_articles_.empty() && hits_.size() > rare;
        if (everywhere && !narrowed()) {
            RankedEvents ranked(db_, filter_);
            if (auto found = first_that_hold(ranked, tries)) {
                return std::move(*found);
            }
        }
        const auto rows = by_importance(
            db_, everywhere && narrowed() ? find_events(db_, filter_)
                                          : events_of(only_articles_.empty() ? articles_of_hits() : only_articles_));
        hits_from_events_ = rows.size() <= std::min(few, hits_.size());
        RankedEvents ranked(db_, rows);
        return *first_that_hold(ranked, every_try);
    }

    /// Nothing when so many tries do not do. Where other terms narrow the search, only sentences of found events stay
    /// hits.
    std::optional<std::vector<EventRow>> first_that_hold(RankedEvents& ranked, std::size_t tries) {
        const std::size_t limit = options_.limit == 0 ? usual_hits : options_.limit;
        const bool narrow_hits = narrowed() && hits_from_events_ && !words_.empty();
        std::vector<EventRow> out;
        std::vector<std::int64_t> told_in;
        for (; narrow_hits || out.size() < limit; --tries) {
            if (tries == 0) {
                return std::nullopt;
            }
            const ScoredRow* scored = ranked.next();
            if (scored == nullptr) {
                break;
            }
            if (holds(scored->row, narrow_hits ? &told_in : nullptr) && out.size() < limit) {
                out.push_back(scored->row);
            }
        }
        if (narrow_hits) {
            std::sort(told_in.begin(), told_in.end());
            told_in.erase(std::unique(told_in.begin(), told_in.end()), told_in.end());
            hits_ = std::move(told_in);
        }
        return out;
    }

    [[nodiscard]] std::set<std::uint32_t> articles_of_hits() const {
        std::set<std::uint32_t> out;
        for (const std::int64_t sentence : hits_) {
            out.insert(out.end(), article_of(sentence));
        }
        return out;
    }

    /// Events that these articles report and the filter lets pass.
    [[nodiscard]] std::vector<EventRow> events_of(const std::set<std::uint32_t>& articles) const {
        std::vector<std::int64_t> numbers;
        Query reports = db_.query("SELECT event FROM report WHERE num BETWEEN ? AND ? AND event IS NOT NULL");
        for (const std::uint32_t article : articles) {
            reports << report_number(article, 0) << report_number(article, most_reports - 1);
            while (reports.step()) {
                numbers.push_back(reports.integer(0));
            }
            reports.run();
        }
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        std::vector<EventRow> out;
        Query q = db_.query("SELECT " FASTI_EVENT_COLUMNS " FROM event WHERE num = ?");
        for (const std::int64_t number : numbers) {
            q << number;
            if (q.step()) {
                EventRow row = read_event_row(q);
                if (passes(row, filter_)) {
                    out.push_back(std::move(row));
                }
            }
            q.run();
        }
        return out;
    }

    /// Whether factuality, articles and words hold for an event; adds the hits that it is told in.
    bool holds(const EventRow& row, std::vector<std::int64_t>* told_in) const {
        if (factuality_ && row.factuality != *factuality_) {
            return false;
        }
        if (words_.empty() && only_articles_.empty()) {
            return true;
        }
        bool worded = words_.empty();
        bool of_articles = only_articles_.empty();
        Query q = db_.query("SELECT num, data FROM report WHERE event = ?");
        q << row.number;
        while (q.step() && !(worded && of_articles && told_in == nullptr)) {
            const std::uint32_t article = article_of(q.integer(0));
            of_articles = of_articles || only_articles_.contains(article);
            if (words_.empty() || hits_of(article).empty()) {
                continue;
            }
            const auto report = read_report(q.text(1));
            for (const ReportMention& m : report ? report->mentions : std::vector<ReportMention>{}) {
                const std::int64_t sentence = report_number(article, m.sentence);
                if (is_hit(sentence)) {
                    worded = true;
                    if (told_in != nullptr) {
                        told_in->push_back(sentence);
                    }
                }
            }
        }
        return worded && of_articles;
    }

    /// The first sentences by publication, article and place. Texts are read of those alone that are shown.
    void add_hits() {
        struct Place {
            std::int64_t published;
            std::string article;
            std::int64_t number;
        };
        std::vector<Place> places;
        const std::size_t wanted = options_.limit == 0 ? usual_hits : options_.limit;
        Query id = db_.query("SELECT id FROM article WHERE num = ?");
        // By the index of publication as far as enough are found; those of one moment by the id of the article.
        for (const char* part : {"SELECT num, published FROM article WHERE published IS NOT NULL ORDER BY published",
                                 "SELECT num, published FROM article WHERE published IS NULL"}) {
            Query heads = db_.query(part);
            while (!hits_.empty() && heads.step()) {
                const std::uint32_t article = heads.number(0);
                const std::int64_t published = heads.null(1) ? undated : heads.integer(1);
                if (places.size() >= wanted && places.back().published != published) {
                    break;
                }
                const auto own = hits_of(article);
                const auto shown = narrowed() && !hits_from_events_ ? told_hits(article)
                                                                    : std::vector<std::int64_t>(own.begin(), own.end());
                if (shown.empty()) {
                    continue;
                }
                id << article;
                const std::string name = id.step() ? std::string(id.text(0)) : std::string{};
                id.run();
                for (const std::int64_t hit : shown) {
                    places.push_back({published, name, hit});
                }
            }
        }
        const auto shown = places.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(places.size(), wanted));
        std::partial_sort(places.begin(), shown, places.end(), [](const Place& x, const Place& y) {
            return std::tie(x.published, x.article, x.number) < std::tie(y.published, y.article, y.number);
        });
        places.erase(shown, places.end());
        Query q = db_.query("SELECT " FASTI_ARTICLE_COLUMNS ", text, sentences FROM article WHERE num = ?");
        auto& articles = out_.view.articles;
        for (const Place& place : places) {
            const std::uint32_t article = article_of(place.number);
            q << article;
            if (!q.step()) {
                q.run();
                continue;
            }
            const auto sentences = read_sentences(q.text(10));
            const auto index = static_cast<std::size_t>(place.number - report_number(article, 0));
            if (sentences && index < sentences->size()) {
                const auto at = std::find_if(articles.begin(), articles.end(),
                                             [&](const ArticleNode& node) { return node.id == place.article; });
                const auto node = static_cast<std::uint32_t>(at - articles.begin());
                if (at == articles.end()) {
                    articles.push_back(read_article_node(q)); // behind those of the events, so that indices stay
                }
                const RecordSentence& sentence = (*sentences)[index];
                out_.sentences.push_back({node, sentence.points, std::string(surface(q.text(9), sentence.bytes))});
            }
            q.run();
        }
    }

    const Story& story_;
    Story::Impl& impl_;
    Database& db_;
    const QueryOptions& options_;
    EventFilter filter_;
    std::optional<Factuality> factuality_;
    std::set<std::uint32_t> only_articles_;
    std::vector<std::string> words_;
    std::vector<std::int64_t> hits_; ///< sentences that hold the words, sorted
    /// Where other terms narrow the search, only sentences of events that pass are hits: found with the events where
    /// these are fewer, else for the sentences that are shown.
    bool hits_from_events_ = false;
    Found out_;
};

} // namespace

Result<Found> find(const Story& story, std::string_view expression, const QueryOptions& options) {
    return Finder(story, options).run(expression);
}

} // namespace fasti::graph
