// See month_names.hpp.
#include "ingest/month_names.hpp"

#include "core/utf8.hpp"
#include "ingest/lines.hpp"

#include <array>
#include <string>
#include <unordered_map>

namespace fasti::ingest {
namespace {

constexpr std::array<std::string_view, 12> english = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// A month a line: German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Polish, Czech, Turkish, Russian,
// Ukrainian; in the case that stands after a day. Names that English or another language has already are left out.
constexpr std::array<std::string_view, 12> others = {
    "januar jänner jän janvier janv enero ene janeiro gennaio gen januari stycznia ledna ocak января січня",
    "februar feber février févr fév febrero fevereiro fev febbraio februari lutego února şubat февраля лютого",
    "märz mär mars marzo março maart mrt marts marca března mart марта березня",
    "avril avr abril abr aprile kwietnia dubna nisan апреля квітня",
    "mai mayo maio maggio mag mei maj maja května mayıs мая травня",
    "juni juin junio junho giugno giu czerwca června haziran июня червня",
    "juli juillet juil julio julho luglio lug lipca července temmuz июля липня",
    "août agosto ago augustus augusti sierpnia srpna ağustos августа серпня",
    "septembre septiembre sept setembro set settembre september września září eylül сентября вересня",
    "oktober okt octobre octubre outubro out ottobre ott października října ekim октября жовтня",
    "novembre noviembre novembro listopada listopadu kasım ноября листопада",
    "dezember dez décembre déc diciembre dic dezembro dicembre grudnia prosince aralık декабря грудня"};

std::unordered_map<std::string, unsigned> make_table() {
    std::unordered_map<std::string, unsigned> table;
    for (unsigned month = 0; month < others.size(); ++month) {
        std::string_view rest = others[month];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            table.emplace(utf8::fold(rest.substr(0, end)), month + 1);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return table;
}

} // namespace

unsigned month_number(std::string_view word) {
    constexpr std::size_t longest = 24;
    if (word.size() < 3 || word.size() > longest) {
        return 0;
    }
    for (unsigned i = 0; i < english.size(); ++i) {
        if (starts_ignoring_case(english[i], word)) {
            return i + 1;
        }
    }
    static const auto table = make_table();
    const auto found = table.find(utf8::fold(word));
    return found == table.end() ? 0 : found->second;
}

} // namespace fasti::ingest
