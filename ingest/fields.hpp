// The names under which crawlers keep an article's fields, in the order of the contract: the
// first that is there wins. JSON and CSV readers share them.
#pragma once

#include "ingest/run.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fasti::ingest {

enum class Field : std::uint8_t { id, title, text, published, url, source, language, modified };
inline constexpr std::size_t field_count = 8;

/// The field that a name means, and how early it stands in its list (0 is first).
struct FieldRank {
    Field field;
    std::uint8_t rank;
};

/// All fields of one article while it is read; views into the reader's bytes.
class Fields {
public:
    /// `map` is Options::map: its names go before all others.
    explicit Fields(const std::vector<std::pair<std::string, std::string>>& map) : map_(map) {}

    void clear();
    /// Takes a value unless a better name has given one; empty ones, and dates that are "None", are as if absent.
    void set(std::string_view key, std::string_view value);
    [[nodiscard]] std::string_view operator[](Field field) const { return values_[static_cast<std::size_t>(field)]; }
    /// A name that Fasti knows or that was mapped.
    [[nodiscard]] bool knows(std::string_view key) const;
    /// All names that Fasti knows, in no order that matters.
    [[nodiscard]] static std::span<const std::string_view> known_names();
    /// A name under which an article's text is looked for.
    [[nodiscard]] bool names_text(std::string_view key) const;
    [[nodiscard]] std::string_view text() const { return (*this)[Field::text]; }

    /// Makes the article and delivers it; says so when there is no text. `place` is where it begins.
    void deliver(const Input& input, const Place& place, std::string_view format, Run& run) const;

private:
    void set_field(FieldRank to, std::string_view value);

    const std::vector<std::pair<std::string, std::string>>& map_;
    std::array<std::string_view, field_count> values_;
    std::array<std::uint8_t, field_count> ranks_{};
};

} // namespace fasti::ingest
