// See language.hpp. The script decides first; within Latin and Cyrillic the function words do, and
// they are closed classes: a list of some thirty a language tells news text apart within a paragraph.
#include "ingest/language.hpp"

#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "ingest/lines.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace fasti::ingest {
namespace {

constexpr std::size_t looked_at = 1200; // bytes: some two hundred words tell any two languages apart

struct Profile {
    std::string_view language;
    std::string_view words; // lower case, parted by blanks
};

constexpr Profile profiles[] = {
    {"en", "the of and to in that is was for on with as at by from it has have had be been are were this said not but "
           "his her their which who will would after its he she they an or"},
    {"de", "der die das und ist nicht den von zu mit sich des auf für dem ein eine einer im auch als an nach wie bei "
           "aus hat wurde werden sind war haben es er sie über"},
    {"fr",
     "le la les des et est une un du dans que qui pour par sur pas au plus avec ce sont ont été cette aux il elle "
     "leur mais ou son sa ses était"},
    {"es", "el la los las de que y en un una por con no se su para al lo como más pero sus le ya este sobre ha fue "
           "entre también desde cuando muy era"},
    {"pt", "o os as de que e do da em um uma para com não por mais dos das se na no foi ao ele à pelo pela sua seu são "
           "também até como está"},
    {"it", "il lo la gli le di che è e un una in per non con del della dei si da al nel sono anche più alla ha come "
           "dal questo delle stato ma"},
    {"nl", "de het een van en in is dat op te zijn met voor niet aan er ook die om door als bij naar uit heeft maar "
           "worden werd nog over hij"},
    {"sv", "och att det som en på är av för med den till inte har de om ett han från men var sig så vi kan också ska "
           "efter vid"},
    {"da", "og at det som en på er af for med den til ikke har de om et han fra men var sig så vi kan også skal efter "
           "ved blev"},
    {"no", "og at det som en på er av for med den til ikke har de om et han fra men var seg så vi kan også skal etter "
           "ved ble"},
    {"fi", "ja on ei se että oli hän ovat kun mutta myös ole joka kuin tai sen mukaan jo vain jos olla hänen"},
    {"pl", "i w z na nie się do że jest to o jak po za od przez dla ale są co tym oraz już może został który która"},
    {"cs", "a v se na je že o s z do i to pro jako po by za podle ale které který jsou bylo také jeho"},
    {"sk", "a v sa na je že o s z do aj to pre ako po by za podľa ale ktoré ktorý sú bolo tiež jeho"},
    {"hu", "a az és hogy nem is egy volt meg ez már csak el de ki van még mint szerint azt"},
    {"ro", "și de a în la cu pe că nu din o un care pentru este mai se au fost sau dar după prin sunt"},
    {"tr", "ve bir bu da de için ile olarak çok daha olan gibi en ancak kadar sonra dedi göre var ne"},
    {"hr", "i u je na se da su za od s koji koja će kao o a nije te bi iz što biti ili"},
    {"sl", "in je v na se da so za od ki bi po kot pa ni z tudi bo bil"},
    {"id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka kata telah"},
    {"vi", "và của là có không được trong cho các một người với những này đã khi"},
    {"et", "ja on ei et see oli ka kui mis ning aga tema oma või selle kes"},
    {"lt", "ir yra kad į su iš bet tai kaip buvo už jo apie per dėl taip"},
    {"lv", "un ir ka ar no uz par bet tas kā arī bija pēc lai"},
    {"ru", "и в не на что с по как это он но из у за от к о его для она был было при также"},
    {"uk", "і в не на що з та до як це він але із у за від її його про для був було також які"},
    {"bg", "и в не на че с по как това той но из за от към се да са е ще за като които"},
    {"sr", "и у не на да је се су за од са који као али то би или из што"},
    {"be", "і ў не на што з да як гэта ён але за ад яго для быў было пра яна"},
};

// Which profiles have a word, as bits in the order of `profiles`.
const std::unordered_map<std::uint64_t, std::uint64_t>& common_words() {
    static const auto table = [] {
        std::unordered_map<std::uint64_t, std::uint64_t> words;
        for (std::size_t i = 0; i < std::size(profiles); ++i) {
            std::string_view rest = profiles[i].words;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(' '), rest.size());
                words[stable_hash(rest.substr(0, end))] |= std::uint64_t{1} << i;
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return words;
    }();
    return table;
}

struct Script {
    char32_t from;
    char32_t to;
    std::string_view language;
};

// Beyond Latin and Cyrillic a script all but names the language; where several share it, the
// one with the most news is named.
constexpr Script scripts[] = {
    {0x0370, 0x03FF, "el"}, {0x0530, 0x058F, "hy"}, {0x0590, 0x05FF, "he"}, {0x0600, 0x06FF, "ar"},
    {0x0900, 0x097F, "hi"}, {0x0980, 0x09FF, "bn"}, {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"},
    {0x0B80, 0x0BFF, "ta"}, {0x0C00, 0x0C7F, "te"}, {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"},
    {0x0E00, 0x0E7F, "th"}, {0x10A0, 0x10FF, "ka"}, {0x1200, 0x137F, "am"}, {0x3040, 0x30FF, "ja"},
    {0x4E00, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"},
};

// Persian and Urdu share a script with Arabic and have letters of their own.
std::string_view arabic_script(std::string_view text) {
    for (const std::string_view urdu : {"\xD9\xB9", "\xDA\x88", "\xDB\x92"}) {
        if (text.find(urdu) != std::string_view::npos) {
            return "ur";
        }
    }
    for (const std::string_view persian : {"\xD9\xBE", "\xDA\x86", "\xDA\xAF", "\xDB\x8C"}) {
        if (text.find(persian) != std::string_view::npos) {
            return "fa";
        }
    }
    return "ar";
}

std::string by_words(std::string_view text) {
    std::array<unsigned, std::size(profiles)> scores{};
    unsigned words = 0;
    const auto& table = common_words();
    std::string word;
    const auto close = [&] {
        if (word.empty()) {
            return;
        }
        ++words;
        if (const auto found = table.find(stable_hash(word)); found != table.end()) {
            for (std::size_t i = 0; i < scores.size(); ++i) {
                scores[i] += (found->second >> i & 1) != 0;
            }
        }
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (is_ascii_letter(text[at])) {
                word += ascii_lower(text[at]);
            } else {
                close();
            }
            ++at;
            continue;
        }
        const char32_t c = utf8::decode(text, at);
        if ((c >= 0xC0 && c < 0x500 && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c < 0x2000)) {
            utf8::append(word, utf8::to_lower(c));
        } else {
            close();
        }
    }
    close();
    const auto best = std::max_element(scores.begin(), scores.end());
    const bool enough = *best >= 2 && *best * 12 >= words;
    return enough ? std::string(profiles[best - scores.begin()].language) : std::string{};
}

} // namespace

std::string detect_language(std::string_view text) {
    text = text.substr(0, looked_at);
    std::array<unsigned, std::size(scripts)> counts{};
    unsigned letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            letters += is_ascii_letter(text[at]);
            ++at;
            continue;
        }
        const char32_t c = utf8::decode(text, at);
        if (c < 0xC0) {
            continue;
        }
        ++letters;
        for (std::size_t i = 0; i < std::size(scripts) && c >= scripts[i].from; ++i) {
            counts[i] += c <= scripts[i].to;
        }
    }
    // Japanese mixes Chinese characters with its own; Chinese has none of those.
    const auto han =
        std::find_if(std::begin(scripts), std::end(scripts), [](const Script& s) { return s.language == "zh"; });
    const auto kana = han - 1;
    auto& han_count = counts[static_cast<std::size_t>(han - std::begin(scripts))];
    auto& kana_count = counts[static_cast<std::size_t>(kana - std::begin(scripts))];
    if (kana_count * 10 > han_count) {
        kana_count += han_count;
        han_count = 0;
    }
    const auto most = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    if (counts[most] * 2 > letters) {
        const std::string_view language = scripts[most].language;
        return std::string(language == "ar" ? arabic_script(text) : language);
    }
    return by_words(text);
}

} // namespace fasti::ingest
