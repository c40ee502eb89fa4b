// See codes.hpp.
#include "exporters/codes.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace fasti::exporters {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 206> countries = {{
    {"AFG", "af"},   {"AGO", "ao"}, {"ALB", "al"}, {"AND", "ad"}, {"ARE", "ae"}, {"ARG", "ar"}, {"ARM", "am"},
    {"ATG", "ag"},   {"AUS", "au"}, {"AUT", "at"}, {"AZE", "az"}, {"BDI", "bi"}, {"BEL", "be"}, {"BEN", "bj"},
    {"BFA", "bf"},   {"BGD", "bd"}, {"BGR", "bg"}, {"BHR", "bh"}, {"BHS", "bs"}, {"BIH", "ba"}, {"BLR", "by"},
    {"BLZ", "bz"},   {"BOL", "bo"}, {"BRA", "br"}, {"BRB", "bb"}, {"BRN", "bn"}, {"BTN", "bt"}, {"BWA", "bw"},
    {"CAF", "cf"},   {"CAN", "ca"}, {"CHE", "ch"}, {"CHL", "cl"}, {"CHN", "cn"}, {"CIV", "ci"}, {"CMR", "cm"},
    {"COD", "cd"},   {"COG", "cg"}, {"COL", "co"}, {"COM", "km"}, {"CPV", "cv"}, {"CRI", "cr"}, {"CSK", "cshh"},
    {"CUB", "cu"},   {"CYP", "cy"}, {"CZE", "cz"}, {"DDR", "dd"}, {"DEU", "de"}, {"DJI", "dj"}, {"DMA", "dm"},
    {"DNK", "dk"},   {"DOM", "do"}, {"DZA", "dz"}, {"ECU", "ec"}, {"EGY", "eg"}, {"ERI", "er"}, {"ESH", "eh"},
    {"ESP", "es"},   {"EST", "ee"}, {"ETH", "et"}, {"FIN", "fi"}, {"FJI", "fj"}, {"FRA", "fr"}, {"FSM", "fm"},
    {"GAB", "ga"},   {"GBR", "gb"}, {"GEO", "ge"}, {"GHA", "gh"}, {"GIN", "gn"}, {"GMB", "gm"}, {"GNB", "gw"},
    {"GNQ", "gq"},   {"GRC", "gr"}, {"GRD", "gd"}, {"GRL", "gl"}, {"GTM", "gt"}, {"GUY", "gy"}, {"HKG", "hk"},
    {"HND", "hn"},   {"HRV", "hr"}, {"HTI", "ht"}, {"HUN", "hu"}, {"IDN", "id"}, {"IND", "in"}, {"IRL", "ie"},
    {"IRN", "ir"},   {"IRQ", "iq"}, {"ISL", "is"}, {"ISR", "il"}, {"ITA", "it"}, {"JAM", "jm"}, {"JOR", "jo"},
    {"JPN", "jp"},   {"KAZ", "kz"}, {"KEN", "ke"}, {"KGZ", "kg"}, {"KHM", "kh"}, {"KIR", "ki"}, {"KNA", "kn"},
    {"KOR", "kr"},   {"KWT", "kw"}, {"LAO", "la"}, {"LBN", "lb"}, {"LBR", "lr"}, {"LBY", "ly"}, {"LCA", "lc"},
    {"LIE", "li"},   {"LKA", "lk"}, {"LSO", "ls"}, {"LTU", "lt"}, {"LUX", "lu"}, {"LVA", "lv"}, {"MAC", "mo"},
    {"MAR", "ma"},   {"MCO", "mc"}, {"MDA", "md"}, {"MDG", "mg"}, {"MDV", "mv"}, {"MEX", "mx"}, {"MHL", "mh"},
    {"MKD", "mk"},   {"MLI", "ml"}, {"MLT", "mt"}, {"MMR", "mm"}, {"MNE", "me"}, {"MNG", "mn"}, {"MOZ", "mz"},
    {"MRT", "mr"},   {"MUS", "mu"}, {"MWI", "mw"}, {"MYS", "my"}, {"NAM", "na"}, {"NER", "ne"}, {"NGA", "ng"},
    {"NIC", "ni"},   {"NLD", "nl"}, {"NOR", "no"}, {"NPL", "np"}, {"NRU", "nr"}, {"NZL", "nz"}, {"OMN", "om"},
    {"PAK", "pk"},   {"PAN", "pa"}, {"PER", "pe"}, {"PHL", "ph"}, {"PLW", "pw"}, {"PNG", "pg"}, {"POL", "pl"},
    {"PRI", "pr"},   {"PRK", "kp"}, {"PRT", "pt"}, {"PRY", "py"}, {"PSE", "ps"}, {"QAT", "qa"}, {"ROU", "ro"},
    {"RUS", "ru"},   {"RWA", "rw"}, {"SAU", "sa"}, {"SDN", "sd"}, {"SEN", "sn"}, {"SGP", "sg"}, {"SLB", "sb"},
    {"SLE", "sl"},   {"SLV", "sv"}, {"SMR", "sm"}, {"SOM", "so"}, {"SRB", "rs"}, {"SSD", "ss"}, {"STP", "st"},
    {"SUN", "suhh"}, {"SUR", "sr"}, {"SVK", "sk"}, {"SVN", "si"}, {"SWE", "se"}, {"SWZ", "sz"}, {"SYC", "sc"},
    {"SYR", "sy"},   {"TCD", "td"}, {"TGO", "tg"}, {"THA", "th"}, {"TJK", "tj"}, {"TKM", "tm"}, {"TLS", "tl"},
    {"TON", "to"},   {"TTO", "tt"}, {"TUN", "tn"}, {"TUR", "tr"}, {"TUV", "tv"}, {"TWN", "tw"}, {"TZA", "tz"},
    {"UGA", "ug"},   {"UKR", "ua"}, {"URY", "uy"}, {"USA", "us"}, {"UZB", "uz"}, {"VAT", "va"}, {"VCT", "vc"},
    {"VEN", "ve"},   {"VNM", "vn"}, {"VUT", "vu"}, {"WSM", "ws"}, {"XKX", "xk"}, {"YEM", "ye"}, {"YUG", "yucs"},
    {"ZAF", "za"},   {"ZMB", "zm"}, {"ZWE", "zw"},
}};

constexpr std::array<Pair, 49> languages = {{
    {"am", "amh"}, {"ar", "ara"}, {"be", "bel"}, {"bg", "bul"}, {"bn", "ben"}, {"cs", "ces"}, {"da", "dan"},
    {"de", "deu"}, {"el", "ell"}, {"en", "eng"}, {"es", "spa"}, {"et", "est"}, {"fa", "fas"}, {"fi", "fin"},
    {"fr", "fra"}, {"gu", "guj"}, {"he", "heb"}, {"hi", "hin"}, {"hr", "hrv"}, {"hu", "hun"}, {"hy", "hye"},
    {"id", "ind"}, {"it", "ita"}, {"ja", "jpn"}, {"ka", "kat"}, {"kn", "kan"}, {"ko", "kor"}, {"lt", "lit"},
    {"lv", "lav"}, {"ml", "mal"}, {"nl", "nld"}, {"no", "nor"}, {"pa", "pan"}, {"pl", "pol"}, {"pt", "por"},
    {"ro", "ron"}, {"ru", "rus"}, {"sk", "slk"}, {"sl", "slv"}, {"sr", "srp"}, {"sv", "swe"}, {"ta", "tam"},
    {"te", "tel"}, {"th", "tha"}, {"tr", "tur"}, {"uk", "ukr"}, {"ur", "urd"}, {"vi", "vie"}, {"zh", "zho"},
}};

std::string_view look_up(std::span<const Pair> sorted, std::string_view key) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), key,
                                     [](const Pair& pair, std::string_view k) { return pair.first < k; });
    return at != sorted.end() && at->first == key ? at->second : std::string_view{};
}

} // namespace

std::string_view country_code(std::string_view alpha3) {
    return look_up(countries, alpha3);
}

std::string_view language_code(std::string_view two_letters) {
    return look_up(languages, two_letters);
}

} // namespace fasti::exporters
