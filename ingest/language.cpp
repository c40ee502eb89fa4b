// See language.hpp. The script decides first; within Latin and Cyrillic the function words do, and
// they are closed classes: a list of some thirty a language tells news text apart within a paragraph.
#include "ingest/language.hpp"

#include "core/stable_hash.hpp"
#include "core/utf8.hpp"
#include "ingest/lines.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace fasti::ingest {
namespace {

constexpr std::size_t looked_at = 1200; // bytes: some two hundred words tell any two languages apart
constexpr std::size_t first_look = 400;

struct Profile {
    std::string_view language;
    std::string_view words; // lower case, parted by blanks
};

constexpr Profile profiles[] = {
    {"en",
     "the a of and to in that is was for on with as at by from it has have had be been are were this said not but "
     "his her their which who will would after its he she they an or more than over two about into"},
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

constexpr std::uint64_t no_word = fnv_start; // the hash of a word of no letters

// Which profiles have a word, as bits in the order of `profiles`.
class CommonWords {
public:
    CommonWords() {
        for (std::size_t i = 0; i < std::size(profiles); ++i) {
            std::uint64_t word = no_word;
            const std::string_view words = profiles[i].words;
            for (std::size_t at = 0; at < words.size();) {
                const char32_t c = utf8::decode(words, at);
                if (c != U' ') {
                    word = fnv_step(word, c);
                }
                if (c == U' ' || at >= words.size()) {
                    slot(word).profiles |= std::uint64_t{1} << i;
                    word = no_word;
                }
            }
        }
    }
    [[nodiscard]] std::uint64_t operator[](std::uint64_t word) const {
        for (std::size_t i = place(word); slots_[i].profiles != 0; i = (i + 1) % slots_.size()) {
            if (slots_[i].word == word) {
                return slots_[i].profiles;
            }
        }
        return 0;
    }

private:
    struct Slot {
        std::uint64_t word = 0;
        std::uint64_t profiles = 0;
    };
    static std::size_t place(std::uint64_t word) { return (word ^ word >> 29) % size; }
    Slot& slot(std::uint64_t word) {
        std::size_t i = place(word);
        while (slots_[i].profiles != 0 && slots_[i].word != word) {
            i = (i + 1) % slots_.size();
        }
        slots_[i].word = word;
        return slots_[i];
    }

    static constexpr std::size_t size = 4096; // some 700 words
    std::array<Slot, size> slots_{};
};
static_assert(std::size(profiles) <= 64);

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

// What a stretch of text holds: letters by script, words by language.
struct Counts {
    std::array<unsigned, std::size(scripts)> by_script{};
    std::array<unsigned, std::size(profiles)> by_profile{};
    unsigned letters = 0;
    unsigned words = 0;

    [[nodiscard]] auto best() const { return std::max_element(by_profile.begin(), by_profile.end()); }
    /// No other language comes near the first.
    [[nodiscard]] bool plain() const {
        const auto first = best();
        return *first >= 12 && std::count_if(by_profile.begin(), by_profile.end(),
                                             [&](unsigned other) { return other * 2 > *first; }) == 1;
    }
};

void count(std::string_view text, Counts& out) {
    static const CommonWords common;
    std::uint64_t word = no_word;
    const auto close = [&](bool tells) {
        if (word == no_word) {
            return;
        }
        ++out.words;
        for (std::uint64_t found = tells ? common[word] : 0; found != 0; found &= found - 1) {
            ++out.by_profile[static_cast<std::size_t>(std::countr_zero(found))];
        }
        word = no_word;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (is_ascii_letter(text[at])) {
                ++out.letters;
                word = fnv_step(word, byte | 0x20U);
            } else {
                close(byte != '-'); // the "al-" of an Arabic name is no Spanish
            }
            ++at;
            continue;
        }
        const char32_t c = utf8::decode(text, at);
        if ((c >= 0xC0 && c < 0x500 && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c < 0x2000)) {
            word = fnv_step(word, utf8::to_lower(c));
        } else {
            close(true);
        }
        if (c >= 0xC0) {
            ++out.letters;
            for (std::size_t i = 0; i < std::size(scripts) && c >= scripts[i].from; ++i) {
                out.by_script[i] += c <= scripts[i].to;
            }
        }
    }
    close(true);
}

} // namespace

std::string detect_language(std::string_view text) {
    // A glance is enough for most texts; what it leaves open is read on.
    const std::size_t glance = std::min(text.find(' ', std::min(first_look, text.size())), text.size());
    Counts counts;
    count(text.substr(0, glance), counts);
    if (!counts.plain() && glance < looked_at) {
        count(text.substr(glance, looked_at - glance), counts);
    }
    // Japanese mixes Chinese characters with its own; Chinese has none of those.
    const auto han =
        std::find_if(std::begin(scripts), std::end(scripts), [](const Script& s) { return s.language == "zh"; });
    const auto kana = han - 1;
    auto& han_count = counts.by_script[static_cast<std::size_t>(han - std::begin(scripts))];
    auto& kana_count = counts.by_script[static_cast<std::size_t>(kana - std::begin(scripts))];
    if (kana_count * 10 > han_count) {
        kana_count += han_count;
        han_count = 0;
    }
    const auto& found = counts.by_script;
    const auto most = static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin());
    if (found[most] * 2 > counts.letters) {
        const std::string_view language = scripts[most].language;
        return std::string(language == "ar" ? arabic_script(text.substr(0, looked_at)) : language);
    }
    const auto best = counts.best();
    const bool enough = *best >= 2 && *best * 12 >= counts.words;
    return enough ? std::string(profiles[best - counts.by_profile.begin()].language) : std::string{};
}

} // namespace fasti::ingest
