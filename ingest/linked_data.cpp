// JSON-LD of pages: see read_linked_data() in html_metadata.hpp.
#include "ingest/html_metadata.hpp"
#include "ingest/lines.hpp"

#include <rapidjson/document.h>

namespace fasti::ingest {
namespace {

using rapidjson::Value;

std::string_view text_of(const Value& value) {
    return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view{};
}

std::string_view member(const Value& object, const char* name) {
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? std::string_view{} : text_of(found->value);
}

// 2 for articles of all kinds, 1 for pages, 0 for the rest (organisations, crumbs, comments, pictures).
int rank_of_type(const Value& object) {
    const auto type = object.FindMember("@type");
    if (type == object.MemberEnd()) {
        return 0;
    }
    int rank = 0;
    const auto look = [&](const Value& value) {
        const std::string_view name = text_of(value);
        if (name.ends_with("Article") || name.ends_with("Posting") || name == "Report" || name == "CreativeWork") {
            rank = 2;
        } else if (name.ends_with("WebPage") || name == "ItemPage") {
            rank = std::max(rank, 1);
        }
    };
    if (type->value.IsArray()) {
        for (const Value& value : type->value.GetArray()) {
            look(value);
        }
    } else {
        look(type->value);
    }
    return rank;
}

void take(std::string& into, std::string_view value) {
    if (into.empty()) {
        into = trimmed(value);
    }
}

void walk(const Value& value, int wanted, unsigned depth, LinkedData& out) {
    constexpr unsigned deepest = 12;
    if (depth > deepest) {
        return;
    }
    if (value.IsArray()) {
        for (const Value& item : value.GetArray()) {
            walk(item, wanted, depth + 1, out);
        }
        return;
    }
    if (!value.IsObject()) {
        return;
    }
    if (rank_of_type(value) == wanted) {
        take(out.headline, wanted == 2 ? member(value, "headline") : std::string_view{});
        take(out.published, member(value, "datePublished"));
        take(out.modified, member(value, "dateModified"));
        take(out.body, member(value, "articleBody"));
        if (const auto publisher = value.FindMember("publisher");
            publisher != value.MemberEnd() && publisher->value.IsObject()) {
            take(out.publisher, member(publisher->value, "name"));
        }
    }
    for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        if (const auto found = value.FindMember(inner); found != value.MemberEnd()) {
            walk(found->value, wanted, depth + 1, out);
        }
    }
}

} // namespace

void read_linked_data(std::string_view json, LinkedData& out) {
    // Many systems print raw line breaks into the strings; a blank means the same everywhere else.
    std::string clean(json);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    std::string_view start = trimmed(clean);
    if (start.starts_with("<!--")) { // an old habit
        start = trimmed(start.substr(4, start.rfind("-->") == std::string_view::npos ? std::string_view::npos
                                                                                     : start.rfind("-->") - 4));
    }
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag |
                   rapidjson::kParseStopWhenDoneFlag>(start.data(), start.size());
    if (document.HasParseError()) {
        return;
    }
    for (const int rank : {2, 1}) { // an article's own words before its page's
        walk(document, rank, 0, out);
    }
}

} // namespace fasti::ingest
