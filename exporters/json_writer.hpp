// JSON as Fasti prints it, over RapidJSON: compact, keys in the order in which they are written,
// text as UTF-8. Shared by every exporter whose format is JSON.
//
//   JsonWriter json(out);
//   json.object().member("name", actor.name).key("roles").strings(roles).end_object();
#pragma once

#include "core/calendar.hpp"
#include "core/span.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <concepts>
#include <optional>
#include <ostream>
#include <string_view>

namespace fasti::exporters {

class JsonWriter {
public:
    explicit JsonWriter(std::ostream& out) : out_(out), writer_(buffer_) {}
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;
    ~JsonWriter() { flush(); }

    JsonWriter& object() { return wrote(writer_.StartObject()); }
    JsonWriter& end_object() { return wrote(writer_.EndObject()); }
    JsonWriter& array() { return wrote(writer_.StartArray()); }
    JsonWriter& end_array() { return wrote(writer_.EndArray()); }
    JsonWriter& key(std::string_view name) { return wrote(writer_.Key(name.data(), length(name))); }

    JsonWriter& value(std::string_view text) { return wrote(writer_.String(text.data(), length(text))); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag) { return wrote(writer_.Bool(flag)); }
    /// Infinite and undefined numbers, which JSON lacks, become null.
    JsonWriter& value(double number) { return std::isfinite(number) ? wrote(writer_.Double(number)) : null(); }
    template <std::integral Int>
    requires(!std::same_as<Int, bool>) JsonWriter& value(Int number) {
        return wrote(writer_.Int64(static_cast<std::int64_t>(number)));
    }
    JsonWriter& null() { return wrote(writer_.Null()); }
    /// [begin, end]
    JsonWriter& value(Span span) { return array().value(span.begin).value(span.end).end_array(); }
    template <class T> JsonWriter& value(const std::optional<T>& held) { return held ? value(*held) : null(); }

    /// Null where `text` is empty.
    JsonWriter& text_or_null(std::string_view text) { return text.empty() ? null() : value(text); }
    /// The date, with the time of day for what is finer than a day; null when open or unknown.
    JsonWriter& bound(const std::optional<Moment>& moment, Granularity granularity) {
        return moment ? value(iso_moment(*moment, granularity)) : null();
    }
    template <class Range> JsonWriter& strings(const Range& texts) {
        array();
        for (const auto& text : texts) {
            value(std::string_view(text));
        }
        return end_array();
    }

    template <class T> JsonWriter& member(std::string_view name, const T& held) { return key(name).value(held); }

    /// Ends a line (of JSON Lines, or the document) and makes the writer ready for another value.
    JsonWriter& end_line() {
        buffer_.Put('\n');
        writer_.Reset(buffer_);
        return wrote(true);
    }
    void flush() {
        out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
        buffer_.Clear();
    }

private:
    static constexpr std::size_t flush_at = 1 << 16;

    static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }
    JsonWriter& wrote(bool) {
        if (buffer_.GetSize() > flush_at) {
            flush();
        }
        return *this;
    }

    std::ostream& out_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

} // namespace fasti::exporters
