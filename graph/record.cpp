// See record.hpp. The bytes: unsigned LEB128 numbers, zigzag for signed ones, texts with their
// length in front. The story file's user_version stands for this layout too.
#include "graph/record.hpp"

#include "core/stable_hash.hpp"

namespace fasti::graph {
namespace {

class Writer {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) {
            bytes_ += static_cast<char>(value | 0x80);
        }
        bytes_ += static_cast<char>(value);
    }
    void integer(std::int64_t value) {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    template <class Enum> void code(Enum value) { bytes_ += static_cast<char>(value); }
    void moment(const std::optional<Moment>& value) {
        code(value.has_value());
        if (value) {
            integer(value->time_since_epoch().count());
        }
    }
    void time(const RecordTime& value) {
        moment(value.interval.from);
        moment(value.interval.to);
        code(value.granularity);
        code(value.certainty);
        code(value.mod);
        code(value.reason);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = code();
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0) {
                return value;
            }
        }
        good_ = false;
        return 0;
    }
    std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
    /// A count of things that take a byte each at least: never more than there are bytes.
    std::uint32_t count() {
        const std::uint64_t value = number();
        if (value > rest_.size()) {
            good_ = false;
            return 0;
        }
        return static_cast<std::uint32_t>(value);
    }
    std::int64_t integer() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::string text() {
        const std::uint32_t size = count();
        std::string value(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return value;
    }
    std::uint8_t code() {
        if (rest_.empty()) {
            good_ = false;
            return 0;
        }
        const auto value = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    template <class Enum> void code(Enum& value) { value = static_cast<Enum>(code()); }
    std::optional<Moment> moment() {
        if (code() == 0) {
            return std::nullopt;
        }
        return Moment{std::chrono::seconds{integer()}};
    }
    RecordTime time() {
        RecordTime value;
        value.interval.from = moment();
        value.interval.to = moment();
        code(value.granularity);
        code(value.certainty);
        code(value.mod);
        code(value.reason);
        return value;
    }
    [[nodiscard]] bool good() const { return good_ && rest_.empty(); }
    [[nodiscard]] bool more() const { return good_ && !rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

} // namespace

std::int64_t ArticleRecord::content_hash(const Article& article) {
    std::uint64_t h = stable_hash(article.text);
    for (const std::string* field : {&article.url, &article.source, &article.title, &article.language}) {
        h = stable_hash(*field, h);
    }
    if (article.published) {
        h = mix64(h ^ static_cast<std::uint64_t>(article.published->moment.time_since_epoch().count()));
        h = mix64(h + static_cast<std::uint64_t>(article.published->granularity));
    }
    return static_cast<std::int64_t>(h);
}

std::string write_report(const Report& report) {
    Writer out;
    out.text(report.lemma);
    out.text(report.family);
    out.text(report.kin);
    out.code(report.event_class);
    out.code(report.type);
    out.code(report.factuality);
    out.code(report.polarity);
    out.time(report.time);
    out.text(report.headline);
    out.code(report.alone);
    out.number(report.salience);
    out.number(report.best);
    out.number(report.participants.size());
    for (const ReportParticipant& p : report.participants) {
        out.code(p.role);
        out.number(p.actor == no_actor ? 0 : p.actor + 1U);
        out.text(p.text);
        out.text(p.head);
    }
    out.number(report.scene.size());
    for (const std::uint32_t actor : report.scene) {
        out.number(actor);
    }
    out.code(report.nominal);
    out.code(report.main_clause);
    out.code(report.unread_time);
    out.integer(report.published);
    out.number(report.numbers.size());
    for (const Quantity& q : report.numbers) {
        out.integer(q.value);
        out.text(q.unit);
    }
    out.number(report.words.size());
    std::uint32_t last = 0;
    for (const std::uint32_t word : report.words) {
        out.number(word - last);
        last = word;
    }
    out.number(report.mentions.size());
    for (const ReportMention& m : report.mentions) {
        out.number(m.trigger.begin);
        out.number(m.trigger.size());
        out.number(m.begin);
        out.number(m.sentence);
        out.code(m.event_class);
        out.code(m.factuality);
        out.code(m.headline);
        out.number(m.attributed_to == no_actor ? 0 : m.attributed_to + 1U);
        out.time(m.time);
        out.text(m.date_text);
    }
    return out.take();
}

std::optional<Report> read_report(std::string_view bytes) {
    Reader in(bytes);
    Report report;
    report.lemma = in.text();
    report.family = in.text();
    report.kin = in.text();
    in.code(report.event_class);
    in.code(report.type);
    in.code(report.factuality);
    in.code(report.polarity);
    report.time = in.time();
    report.headline = in.text();
    report.alone = in.code() != 0;
    report.salience = in.small();
    report.best = in.small();
    report.participants.resize(in.count());
    for (ReportParticipant& p : report.participants) {
        in.code(p.role);
        p.actor = in.small() - 1U; // 0 becomes no_actor
        p.text = in.text();
        p.head = in.text();
    }
    report.scene.resize(in.count());
    for (std::uint32_t& actor : report.scene) {
        actor = in.small();
    }
    report.nominal = in.code() != 0;
    report.main_clause = in.code() != 0;
    report.unread_time = in.code() != 0;
    report.published = static_cast<std::int32_t>(in.integer());
    report.numbers.resize(in.count());
    for (Quantity& q : report.numbers) {
        q.value = in.integer();
        q.unit = in.text();
    }
    report.words.resize(in.count());
    std::uint32_t last = 0;
    for (std::uint32_t& word : report.words) {
        word = last += in.small();
    }
    report.mentions.resize(in.count());
    for (ReportMention& m : report.mentions) {
        m.trigger.begin = in.small();
        m.trigger.end = m.trigger.begin + in.small();
        m.begin = in.small();
        m.sentence = in.small();
        in.code(m.event_class);
        in.code(m.factuality);
        m.headline = in.code() != 0;
        m.attributed_to = in.small() - 1U;
        m.time = in.time();
        m.date_text = in.text();
    }
    if (!in.good() || report.mentions.empty() || report.best >= report.mentions.size()) {
        return std::nullopt;
    }
    return report;
}

std::string write_sentences(const std::vector<RecordSentence>& sentences) {
    Writer out;
    out.number(sentences.size());
    RecordSentence last;
    for (const RecordSentence& s : sentences) {
        out.integer(static_cast<std::int64_t>(s.bytes.begin) - last.bytes.end);
        out.number(s.bytes.size());
        out.integer(static_cast<std::int64_t>(s.points.begin) - last.points.end);
        out.number(s.points.size());
        last = s;
    }
    return out.take();
}

std::optional<std::vector<RecordSentence>> read_sentences(std::string_view bytes) {
    Reader in(bytes);
    std::vector<RecordSentence> sentences(in.count());
    RecordSentence last;
    for (RecordSentence& s : sentences) {
        s.bytes.begin = static_cast<std::uint32_t>(last.bytes.end + in.integer());
        s.bytes.end = s.bytes.begin + in.small();
        s.points.begin = static_cast<std::uint32_t>(last.points.end + in.integer());
        s.points.end = s.points.begin + in.small();
        last = s;
    }
    return in.good() ? std::optional(std::move(sentences)) : std::nullopt;
}

std::string write_names(const std::vector<std::string>& names) {
    Writer out;
    for (const std::string& name : names) {
        out.text(name);
    }
    return out.take();
}

std::vector<std::string> read_names(std::string_view bytes) {
    Reader in(bytes);
    std::vector<std::string> names;
    while (in.more()) {
        names.push_back(in.text());
    }
    return names;
}

std::string write_days(const std::vector<std::int32_t>& days) {
    Writer out;
    for (const std::int32_t day : days) {
        out.integer(day);
    }
    return out.take();
}

std::vector<std::int32_t> read_days(std::string_view bytes) {
    Reader in(bytes);
    std::vector<std::int32_t> days;
    while (in.more()) {
        days.push_back(static_cast<std::int32_t>(in.integer()));
    }
    return days;
}

} // namespace fasti::graph
