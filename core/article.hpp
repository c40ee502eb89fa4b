// An article as ingest leaves it. Its text never changes afterwards; everything that is found
// later is a Span into it.
#pragma once

#include "core/calendar.hpp"
#include "core/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fasti {

/// Where the publication date was found.
enum class PublishedFrom : std::uint8_t {
    none,
    field,
    header,
    file_name,
    json_ld,
    meta,
    time_element,
    url,
    dateline,
    feed,
    archive,
    option,
};

/// Kinds of text that is not news: listed, giving no events, never cut out.
enum class FurnitureKind : std::uint8_t {
    disclaimer,
    read_also,
    comments,
    share,
    picture,
    byline,
    navigation,
    subscription,
    duplicate, ///< a headline or lead that is said twice
    repeated,  ///< many articles of its source have the line (found by the story, over its articles)
    other,
};

struct Furniture {
    Span span;
    FurnitureKind kind = FurnitureKind::other;
    friend bool operator==(const Furniture&, const Furniture&) = default;
};

struct Article {
    std::string id; ///< the one given, unchanged; else made from address or content
    std::string url;
    std::string source;
    std::string title;    ///< never part of `text` unless the text holds it too
    std::string text;     ///< valid UTF-8
    std::string language; ///< BCP 47, "en"; empty when unknown
    std::optional<ParsedDate> published;
    PublishedFrom published_from = PublishedFrom::none;
    std::optional<ParsedDate> modified;
    std::vector<Furniture> furniture; ///< in order of begin, not overlapping
    std::string duplicate_of;         ///< id of the article that this one is a copy of; empty: none
    std::string origin;               ///< path (and line) that it was read from, for messages
};

[[nodiscard]] std::string_view to_string(PublishedFrom from); ///< "file-name"
[[nodiscard]] std::optional<PublishedFrom> parse_published_from(std::string_view name);
[[nodiscard]] std::string_view to_string(FurnitureKind kind); ///< "read-also"
[[nodiscard]] std::optional<FurnitureKind> parse_furniture_kind(std::string_view name);

} // namespace fasti
