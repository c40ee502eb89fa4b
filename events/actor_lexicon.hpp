// What Fasti knows about actors before it reads: states with their adjectives, capitals and
// seats of government, organisations, the several names of well-known ones, holders of office with dates, first names
// by sex, offices and titles, and the nouns that describe actors. Read once from `data/events/en`, then shared by all
// threads.
//
// Keys are compared in the form of `name_key`: "The U.S." → "us", "São Paulo" → "sao paulo".
#pragma once

#include "core/calendar.hpp"
#include "core/event.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fasti::events {

enum class Gender : std::uint8_t { unknown, masculine, feminine };

/// The form in which names are looked up and compared: folded (no case, no accents), without a leading article,
/// full stops and a final genitive.
[[nodiscard]] std::string name_key(std::string_view name);

class ActorLexicon {
public:
    /// Reads the tables of `dir` (`data/events/en`). Fails with file and line when one is missing or broken.
    [[nodiscard]] static Result<ActorLexicon> load(const std::filesystem::path& dir);

    using Index = std::uint16_t;
    static constexpr Index none = 0xffff;

    enum class CountryUse : std::uint8_t { name, adjective, capital, seat };
    struct CountryWord {
        Index country = none;
        CountryUse use = CountryUse::name;
        bool adjective = false; ///< may stand as an adjective: "US", "Russian"
    };
    /// A state's name, adjective, capital or seat of government; `key` as by `name_key`.
    [[nodiscard]] const CountryWord* country_word(std::string_view key) const;
    [[nodiscard]] std::string_view country_code(Index country) const { return countries_[country].code; }
    [[nodiscard]] std::string_view country_name(Index country) const { return countries_[country].name; }
    [[nodiscard]] Index country_of_code(std::string_view code) const;

    /// A common noun that describes an actor: "alliance".
    struct Noun {
        Index noun_class = none;
        ActorType type = ActorType::other;
        bool state = false; ///< a word for a state: "country"
    };
    [[nodiscard]] const Noun* noun(std::string_view lemma) const;
    [[nodiscard]] Index class_of(std::string_view class_name) const;
    /// True when it fits any actor of its type ("product").
    [[nodiscard]] bool wide(Index noun_class) const { return classes_[noun_class].wide; }
    [[nodiscard]] ActorType class_type(Index noun_class) const { return classes_[noun_class].type; }
    /// The wider class: that of "company" for "airline"; `none` for most.
    [[nodiscard]] Index parent(Index noun_class) const {
        return noun_class == none ? none : classes_[noun_class].parent;
    }
    /// A noun for the state itself behind its adjective: "authorities" by its lemma.
    [[nodiscard]] bool state_noun(std::string_view lemma) const { return state_nouns_.contains(lemma); }

    struct Title {
        Index office = none;
        Gender gender = Gender::unknown;
    };
    /// An office or title by its words in lower case, joined by blanks: "prime minister".
    [[nodiscard]] const Title* title(std::string_view words) const;
    [[nodiscard]] std::string_view office_name(Index office) const { return offices_[office]; }

    [[nodiscard]] Gender first_name(std::string_view name_in_lower_case) const;
    [[nodiscard]] bool is_first_name(std::string_view name_in_lower_case) const;

    struct Organization {
        Index noun_class = none;
        Index country = none;
    };
    [[nodiscard]] const Organization* organization(std::string_view key) const;

    /// An actor that is known under several names: "Federal Reserve", "the Fed".
    struct Institution {
        std::string name; ///< the full one
        Index noun_class = none;
        Index country = none;
    };
    /// By one of its names, also behind the name of its state ("us federal reserve"); `none` for others.
    [[nodiscard]] Index institution_of(std::string_view key) const;
    [[nodiscard]] const Institution& institution(Index institution) const { return institutions_[institution]; }

    /// An office of government (or of an organisation, `country` none) held from … to.
    struct HeldOffice {
        Index country = none;
        Interval held;
    };
    /// What the person of this full name held, in order of time; empty for those unknown.
    [[nodiscard]] std::vector<HeldOffice> offices_held(std::string_view key) const;

    /// A word that a name may drop at its end: "inc.".
    [[nodiscard]] bool name_tail(std::string_view word) const { return name_tails_.contains(word); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    template <class Value> using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;
    struct Country {
        std::string code;
        std::string name;
    };
    struct NounClass {
        std::string name;
        ActorType type;
        bool wide;
        Index parent;
    };

    Status read_countries(const std::filesystem::path& file);
    Status read_nouns(const std::filesystem::path& file);
    Status read_titles(const std::filesystem::path& file);
    Status read_first_names(const std::filesystem::path& file);
    Status read_organizations(const std::filesystem::path& file);
    Status read_institutions(const std::filesystem::path& file);
    Status read_office_holders(const std::filesystem::path& file);

    std::vector<Country> countries_;
    Table<Index> country_codes_;
    Table<CountryWord> country_words_;
    std::vector<NounClass> classes_;
    Table<Noun> nouns_;
    Words state_nouns_;
    std::vector<std::string> offices_;
    Table<Title> titles_;
    Table<Gender> first_names_;
    Table<Organization> organizations_;
    std::vector<Institution> institutions_;
    Table<Index> institution_names_;
    Table<std::string> office_holders_; ///< the periods, parsed when they are asked for
    Words name_tails_;
};

} // namespace fasti::events
