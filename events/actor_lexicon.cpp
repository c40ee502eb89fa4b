// Reads the tables of `data/events/en`: tab-separated columns, entries of a column parted by "|", "#" begins a comment.
#include "events/actor_lexicon.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <fstream>

namespace fasti::events {

namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(by);
        if (by == '\t' || (end != 0 && !text.empty()))
            parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

/// Calls `row(columns)` for every line; a row that returns false is an error at its place.
template <class Row> Status for_each_row(const std::filesystem::path& file, std::size_t min_columns, Row row) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{ErrorCode::io, "can't read the actor table", file.string(),
                     "is the program's data folder complete?"};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#')
            continue;
        const std::vector<std::string_view> columns = split(line, '\t');
        if (columns.size() < min_columns || !row(columns))
            return Error{ErrorCode::format, "this is no row of the actor table: " + line,
                         file.string() + ":" + std::to_string(number), "see the comment at the top of the file"};
    }
    return {};
}

std::optional<Gender> parse_gender(std::string_view text) {
    if (text == "m")
        return Gender::masculine;
    if (text == "f")
        return Gender::feminine;
    if (text == "-")
        return Gender::unknown;
    return std::nullopt;
}

std::string_view column(const std::vector<std::string_view>& columns, std::size_t index) {
    return index < columns.size() ? columns[index] : std::string_view{};
}

template <class Table> auto find_in(const Table& table, std::string_view key) -> const typename Table::mapped_type* {
    const auto it = table.find(key);
    return it == table.end() ? nullptr : &it->second;
}

Status read_words(const std::filesystem::path& file, auto& words) {
    return for_each_row(file, 1, [&](const std::vector<std::string_view>& columns) {
        words.emplace(columns[0]);
        return true;
    });
}

} // namespace

std::string name_key(std::string_view name) {
    std::string key = utf8::fold(name);
    if (key.ends_with("'s"))
        key.resize(key.size() - 2);
    else if (key.ends_with("'"))
        key.pop_back();
    if (key.starts_with("the "))
        key.erase(0, 4);
    std::erase(key, '.');
    return key;
}

Result<ActorLexicon> ActorLexicon::load(const std::filesystem::path& dir) {
    ActorLexicon lexicon;
    for (const Status& status : {
             lexicon.read_countries(dir / "countries.tsv"),
             lexicon.read_nouns(dir / "nouns.tsv"),
             read_words(dir / "state_nouns.tsv", lexicon.state_nouns_),
             lexicon.read_titles(dir / "titles.tsv"),
             lexicon.read_first_names(dir / "first_names.tsv"),
             lexicon.read_organizations(dir / "organizations.tsv"),
             lexicon.read_institutions(dir / "institutions.tsv"),
             lexicon.read_office_holders(dir / "office_holders.tsv"),
             read_words(dir / "name_tails.tsv", lexicon.name_tails_),
         })
        if (!status)
            return status.error();
    return lexicon;
}

Status ActorLexicon::read_countries(const std::filesystem::path& file) {
    return for_each_row(file, 2, [&](const std::vector<std::string_view>& columns) {
        const auto country = static_cast<Index>(countries_.size());
        const std::vector<std::string_view> names = split(columns[1], '|');
        if (columns[0].size() != 3 || names.empty())
            return false;
        countries_.push_back({std::string(columns[0]), std::string(names.front())});
        country_codes_.emplace(columns[0], country);
        constexpr CountryUse uses[] = {CountryUse::name, CountryUse::adjective, CountryUse::capital, CountryUse::seat};
        for (std::size_t i = 0; i < std::size(uses); ++i)
            for (const std::string_view word : split(column(columns, i + 1), '|')) {
                const auto [entry, added] =
                    country_words_.try_emplace(name_key(word), CountryWord{country, uses[i], false});
                if (uses[i] == CountryUse::adjective && entry->second.country == country)
                    entry->second.adjective = true;
            }
        return true;
    });
}

Status ActorLexicon::read_nouns(const std::filesystem::path& file) {
    return for_each_row(file, 3, [&](const std::vector<std::string_view>& columns) {
        const bool state = columns[1] == "state";
        const std::optional<ActorType> type = state ? ActorType::place : parse_actor_type(columns[1]);
        if (!type || columns[0].empty())
            return false;
        const std::size_t below = std::min(columns[0].find('<'), columns[0].size());
        const Index parent = below < columns[0].size() ? class_of(columns[0].substr(below + 1)) : none;
        if (below < columns[0].size() && parent == none)
            return false;
        std::string_view name = columns[0].substr(0, below);
        const bool wide = name.ends_with('*');
        if (wide)
            name.remove_suffix(1);
        const auto noun_class = static_cast<Index>(classes_.size());
        classes_.push_back({std::string(name), *type, wide, parent});
        for (const std::string_view word : split(columns[2], '|'))
            nouns_.try_emplace(std::string(word), Noun{noun_class, *type, state});
        return true;
    });
}

Status ActorLexicon::read_titles(const std::filesystem::path& file) {
    return for_each_row(file, 3, [&](const std::vector<std::string_view>& columns) {
        const std::optional<Gender> gender = parse_gender(columns[1]);
        if (!gender)
            return false;
        auto office = std::find(offices_.begin(), offices_.end(), columns[0]);
        if (office == offices_.end())
            office = offices_.emplace(offices_.end(), columns[0]);
        for (const std::string_view words : split(columns[2], '|'))
            titles_.try_emplace(std::string(words), Title{static_cast<Index>(office - offices_.begin()), *gender});
        return true;
    });
}

Status ActorLexicon::read_first_names(const std::filesystem::path& file) {
    return for_each_row(file, 2, [&](const std::vector<std::string_view>& columns) {
        const std::optional<Gender> gender = parse_gender(columns[0]);
        if (!gender)
            return false;
        for (const std::string_view name : split(columns[1], '|'))
            first_names_.try_emplace(std::string(name), *gender);
        return true;
    });
}

Status ActorLexicon::read_organizations(const std::filesystem::path& file) {
    return for_each_row(file, 2, [&](const std::vector<std::string_view>& columns) {
        const Index noun_class = class_of(columns[1]);
        if (noun_class == none)
            return false;
        const Organization organization{noun_class, country_of_code(column(columns, 2))};
        organizations_.try_emplace(name_key(columns[0]), organization);
        for (const std::string_view name : split(column(columns, 3), '|'))
            organizations_.try_emplace(name_key(name), organization);
        return true;
    });
}

Status ActorLexicon::read_institutions(const std::filesystem::path& file) {
    return for_each_row(file, 2, [&](const std::vector<std::string_view>& columns) {
        const Index noun_class = class_of(columns[1]);
        const Index country = country_of_code(column(columns, 2));
        if (noun_class == none || (country == none && !column(columns, 2).empty()))
            return false;
        const auto institution = static_cast<Index>(institutions_.size());
        institutions_.push_back({std::string(columns[0]), noun_class, country});
        // A name of two of them would tell neither.
        bool fresh = institution_names_.try_emplace(name_key(columns[0]), institution).second;
        for (const std::string_view name : split(column(columns, 3), '|'))
            fresh = institution_names_.try_emplace(name_key(name), institution).first->second == institution && fresh;
        return fresh;
    });
}

Status ActorLexicon::read_office_holders(const std::filesystem::path& file) {
    return for_each_row(file, 2, [&](const std::vector<std::string_view>& columns) {
        office_holders_.try_emplace(std::string(columns[0]), columns[1]);
        for (const std::string_view name : split(column(columns, 2), '|'))
            office_holders_.try_emplace(std::string(name), columns[1]);
        return true;
    });
}

const ActorLexicon::CountryWord* ActorLexicon::country_word(std::string_view key) const {
    return find_in(country_words_, key);
}

ActorLexicon::Index ActorLexicon::country_of_code(std::string_view code) const {
    const Index* country = find_in(country_codes_, code);
    return country ? *country : none;
}

const ActorLexicon::Noun* ActorLexicon::noun(std::string_view lemma) const {
    return find_in(nouns_, lemma);
}

ActorLexicon::Index ActorLexicon::class_of(std::string_view class_name) const {
    for (std::size_t i = 0; i < classes_.size(); ++i)
        if (classes_[i].name == class_name)
            return static_cast<Index>(i);
    return none;
}

const ActorLexicon::Title* ActorLexicon::title(std::string_view words) const {
    return find_in(titles_, words);
}

Gender ActorLexicon::first_name(std::string_view name) const {
    const Gender* gender = find_in(first_names_, name);
    return gender ? *gender : Gender::unknown;
}

bool ActorLexicon::is_first_name(std::string_view name) const {
    return first_names_.contains(name);
}

const ActorLexicon::Organization* ActorLexicon::organization(std::string_view key) const {
    return find_in(organizations_, key);
}

ActorLexicon::Index ActorLexicon::institution_of(std::string_view key) const {
    if (const Index* known = find_in(institution_names_, key))
        return *known;
    const std::size_t blank = key.find(' ');
    if (blank == std::string_view::npos)
        return none;
    const CountryWord* state = country_word(key.substr(0, blank));
    const Index* known = state ? find_in(institution_names_, key.substr(blank + 1)) : nullptr;
    return known && institutions_[*known].country == state->country ? *known : none;
}

std::vector<ActorLexicon::HeldOffice> ActorLexicon::offices_held(std::string_view key) const {
    std::vector<HeldOffice> offices;
    const std::string* periods = find_in(office_holders_, key);
    if (!periods)
        return offices;
    const auto moment = [](std::string_view day) -> std::optional<Moment> {
        const std::optional<ParsedDate> date = parse_date(day);
        return date ? std::optional(date->moment) : std::nullopt;
    };
    for (const std::string_view period : split(*periods, '|')) {
        const std::size_t first = period.find(':');
        const std::size_t second = period.find(':', first + 1);
        if (second == std::string_view::npos)
            continue;
        offices.push_back({country_of_code(period.substr(0, first)),
                           {moment(period.substr(first + 1, second - first - 1)), moment(period.substr(second + 1))}});
    }
    return offices;
}

} // namespace fasti::events
