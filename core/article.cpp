// See article.hpp.
#include "core/article.hpp"

#include "core/enum_names.hpp"

namespace fasti {
namespace {

constexpr EnumNames<PublishedFrom, 12> published_from_names{{"none", "field", "header", "file-name", "json-ld", "meta",
                                                             "time-element", "url", "dateline", "feed", "archive",
                                                             "option"}};
constexpr EnumNames<FurnitureKind, 11> furniture_names{{"disclaimer", "read-also", "comments", "share", "picture",
                                                        "byline", "navigation", "subscription", "duplicate", "repeated",
                                                        "other"}};

} // namespace

std::string_view to_string(PublishedFrom from) {
    return published_from_names.name(from);
}
std::optional<PublishedFrom> parse_published_from(std::string_view name) {
    return published_from_names.parse(name);
}
std::string_view to_string(FurnitureKind kind) {
    return furniture_names.name(kind);
}
std::optional<FurnitureKind> parse_furniture_kind(std::string_view name) {
    return furniture_names.parse(name);
}

} // namespace fasti
