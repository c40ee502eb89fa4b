// See names.hpp.
#include "graph/names.hpp"

#include "core/stable_hash.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace fasti::graph {
namespace {

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) {
        if (!out.empty()) {
            out += ' ';
        }
        out += words[i];
    }
    return out;
}

bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'j' || c == 'w' || c == 'h';
}

} // namespace

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (word.ends_with("'s")) {
            word.resize(word.size() - 2);
        } else if (word.ends_with('\'')) {
            word.pop_back();
        }
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
        word.clear();
    };
    for (const char c : utf8::fold(name)) {
        switch (c) {
        case ' ':
        case '\t':
        case '\n':
        case '\r':
        case '-':
        case '/':
        case ',':
        case '(':
        case ')':
            finish();
            break;
        case '.':
        case '"':
        case '`':
            break;
        default:
            word += c;
        }
    }
    finish();
    return words;
}

std::string name_form(std::string_view name, ActorType type, const Lexicon& lexicon) {
    const auto words = name_words(name);
    std::size_t begin = 0;
    std::size_t end = words.size();
    if (end > 1 && words[0] == "the") {
        ++begin;
    }
    if (type == ActorType::person) {
        // "Ruritanian President Rudolf Rassendyll"
        if (end - begin > 2 && !lexicon.country(words[begin]).empty() &&
            lexicon.is(WordClass::title, words[begin + 1])) {
            ++begin;
        }
        while (end - begin > 1 && lexicon.is(WordClass::title, words[begin])) {
            ++begin;
        }
        while (end - begin > 2 && (words[end - 1] == "jr" || words[end - 1] == "sr")) {
            --end;
        }
    } else {
        while (end - begin > 1 && lexicon.is(WordClass::suffix, words[end - 1])) {
            --end;
        }
    }
    return join(words, begin, end);
}

std::string skeleton(std::string_view word) {
    // Sounds that one letter or another writes, longest first; the vowels go afterwards.
    constexpr std::array<std::pair<std::string_view, char>, 17> sounds = {{{"shch", 'S'},
                                                                           {"sch", 'S'},
                                                                           {"tch", 'C'},
                                                                           {"sh", 'S'},
                                                                           {"ch", 'C'},
                                                                           {"zh", 'Z'},
                                                                           {"kh", 'k'},
                                                                           {"gh", 'g'},
                                                                           {"ph", 'f'},
                                                                           {"th", 't'},
                                                                           {"ts", 'z'},
                                                                           {"tz", 'z'},
                                                                           {"ck", 'k'},
                                                                           {"ks", 'x'},
                                                                           {"cs", 'C'},
                                                                           {"qu", 'k'},
                                                                           {"dj", 'Z'}}};
    std::string out;
    for (std::size_t i = 0; i < word.size();) {
        char sound = 0;
        std::size_t width = 1;
        for (const auto& [letters, code] : sounds) {
            if (word.substr(i).starts_with(letters)) {
                sound = code;
                width = letters.size();
                break;
            }
        }
        if (sound == 0) {
            switch (word[i]) {
            case 'c':
            case 'q':
                sound = 'k';
                break;
            case 'v':
                sound = 'f';
                break;
            case 'w':
                sound = i == 0 ? 'f' : 'w';
                break;
            default:
                sound = word[i];
            }
        }
        const bool first = out.empty();
        if (first && vowel(sound)) {
            out += sound == 'j' || sound == 'i' ? 'y' : sound;
        } else if (!vowel(sound) && (first || out.back() != sound)) {
            out += sound;
        }
        i += width;
    }
    return out;
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > limit || b.size() > 250) {
        return limit + 1;
    }
    // Three rows of the table of Damerau and Levenshtein (optimal string alignment).
    std::vector<unsigned> before(a.size() + 1);
    std::vector<unsigned> last(a.size() + 1);
    std::vector<unsigned> row(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) {
        last[i] = static_cast<unsigned>(i);
    }
    for (std::size_t j = 1; j <= b.size(); ++j) {
        row[0] = static_cast<unsigned>(j);
        unsigned least = row[0];
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const unsigned change = last[i - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[i] = std::min({change, last[i] + 1, row[i - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[i] = std::min(row[i], before[i - 2] + 1);
            }
            least = std::min(least, row[i]);
        }
        if (least > limit) {
            return limit + 1;
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[a.size()];
}

bool same_spelling(std::string_view a, std::string_view b) {
    if (a == b) {
        return true;
    }
    const std::size_t shorter = std::min(a.size(), b.size());
    return shorter >= 5 && skeleton(a) == skeleton(b) && edit_distance(a, b, 2) <= 2;
}

std::vector<std::string_view> form_words(std::string_view form) {
    std::vector<std::string_view> words;
    while (!form.empty()) {
        const auto blank = form.find(' ');
        if (blank != 0) {
            words.push_back(form.substr(0, blank));
        }
        if (blank == std::string_view::npos) {
            break;
        }
        form.remove_prefix(blank + 1);
    }
    return words;
}

std::vector<std::string> initials(std::string_view form, const Lexicon& lexicon) {
    std::string all;
    std::string telling;
    const auto words = form_words(form);
    for (const std::string_view word : words) {
        const auto c = static_cast<unsigned char>(word[0]);
        if (c >= 0x80) {
            return {};
        }
        all += word[0];
        if (!lexicon.is(WordClass::empty, word)) {
            telling += word[0];
        }
    }
    std::vector<std::string> out;
    const auto take = [&](const std::string& letters) {
        if (letters.size() >= 3 && std::find(out.begin(), out.end(), letters) == out.end()) {
            out.push_back(letters);
        }
    };
    take(telling);
    take(all);
    // "us federal trade commission" is the ftc.
    if (!words.empty() && !lexicon.country(words.front()).empty()) {
        take(telling.substr(telling.empty() ? 0 : 1));
    }
    return out;
}

std::vector<std::string> model_names(std::string_view form) {
    const auto words = form_words(form);
    std::vector<std::string> out;
    if (words.size() < 2) {
        return out;
    }
    const auto model = [](std::string_view w) {
        const bool digit = std::any_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool year = w.size() == 4 && (w.starts_with("19") || w.starts_with("20"));
        return digit && !year && w.size() > 2 && w.size() < 7;
    };
    const auto found = std::find_if(words.begin(), words.end(), model);
    if (found == words.end()) {
        return out;
    }
    const auto take = [&](auto begin, auto end) {
        const char* const first = begin->data();
        const std::string_view last = *std::prev(end);
        out.emplace_back(first, last.data() + last.size());
    };
    take(found, found + 1);
    if (found + 1 != words.end()) {
        if (found != words.begin()) {
            take(words.begin(), found + 1);
            take(found, words.end());
        }
        if (words.back().size() > 5) {
            take(std::prev(words.end()), words.end());
        }
    }
    return out;
}

bool generic(std::string_view form, const Lexicon& lexicon) {
    const auto words = form_words(form);
    return std::none_of(words.begin(), words.end(), [&](std::string_view w) { return lexicon.telling(w) > 1; });
}

std::string role_head(std::string_view role) {
    auto words = name_words(role);
    // "minister of defence": the head stands before the preposition.
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "of" || words[i] == "for" || words[i] == "in" || words[i] == "at" || words[i] == "and") {
            words.resize(i);
            break;
        }
    }
    return words.empty() ? std::string{} : words.back();
}

std::int64_t form_key(std::string_view form) {
    return static_cast<std::int64_t>(stable_hash(form, 1));
}

std::int64_t Identity::hash() const {
    std::uint64_t h = stable_hash(form);
    h = stable_hash(name, h);
    h = stable_hash(country, h);
    h = mix64(h ^ (static_cast<std::uint64_t>(type) * 2 + (state ? 1U : 0U)));
    for (const std::string& role : roles) {
        h = stable_hash(role, h);
    }
    for (const std::string& form_of_alias : shorts) {
        h = stable_hash(form_of_alias, h + 1);
    }
    return static_cast<std::int64_t>(h);
}

std::vector<std::int64_t> Identity::keys(const Lexicon& lexicon) const {
    std::vector<std::int64_t> keys = {form_key(form)};
    for (const std::string& short_form : shorts) {
        keys.push_back(form_key(short_form));
    }
    if (state) {
        // "Russia" the state meets "Russia" the place.
        std::string plain;
        for (const std::string& word : name_words(name)) {
            plain += plain.empty() ? word : " " + word;
        }
        keys.push_back(form_key(plain));
    }
    const auto words = form_words(form);
    if (type == ActorType::person && !words.empty()) {
        const auto surname = static_cast<std::int64_t>(stable_hash(skeleton(words.back()), 2));
        keys.push_back(surname);
    }
    if (!state && words.size() > 1 && type != ActorType::person) {
        for (const std::string& acronym : initials(form, lexicon)) {
            keys.push_back(form_key(acronym));
        }
        for (const std::string& model : model_names(form)) {
            keys.push_back(form_key(model));
        }
        // "us federal reserve" meets "federal reserve".
        if (!lexicon.country(words.front()).empty()) {
            keys.push_back(form_key(std::string_view(form).substr(words.front().size() + 1)));
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Identity identify(const LocalActor& actor, const Lexicon& lexicon) {
    Identity id;
    id.name = actor.name;
    id.type = actor.type;
    id.state = actor.state && !actor.country.empty();
    id.country = actor.country;
    if (id.state) {
        id.form = "@" + actor.country;
        return id;
    }
    id.form = name_form(actor.name, actor.type, lexicon);
    if (actor.type != ActorType::person && actor.type != ActorType::place && generic(id.form, lexicon) &&
        !actor.country.empty()) {
        id.form += " @" + actor.country;
    }
    id.roles = actor.roles;
    std::sort(id.roles.begin(), id.roles.end());
    id.roles.erase(std::unique(id.roles.begin(), id.roles.end()), id.roles.end());
    if (id.roles.size() > 4) {
        id.roles.resize(4);
    }
    for (const std::string& alias : actor.aliases) {
        std::string form = name_form(alias, actor.type, lexicon);
        if (!form.empty() && form != id.form && !generic(form, lexicon) && form.size() > 1 &&
            !lexicon.is(WordClass::title, form) && lexicon.full_given_name(form) == form) {
            id.shorts.push_back(std::move(form));
        }
    }
    std::sort(id.shorts.begin(), id.shorts.end());
    id.shorts.erase(std::unique(id.shorts.begin(), id.shorts.end()), id.shorts.end());
    if (id.shorts.size() > 4) {
        id.shorts.resize(4);
    }
    return id;
}

} // namespace fasti::graph
